"""Which record belongs to which seed, and what of it a person has set."""

import pytest

from generator.pipeline import extract_all
from generator.records.load import load_corpus

PORT = "articles/harbour-gazette-2025-03-01-minister-opens-the-new-port-of-aalborg.yml"
UNDATED = "The Port of Aalborg was closed on 2 March, harbour master Ida Krogh said.\n"


@pytest.fixture
def room(newsroom):
    """A project of one article, extracted."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    extract_all(settings)
    return settings


def articles(settings):
    return load_corpus(settings)[0].articles


def append(settings, below, text):
    path = settings.content_dir / below
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def replace(settings, below, old, new):
    path = settings.root / below
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def settled(settings):
    """True when nothing more is to be done, not even of all."""
    again = extract_all(settings)
    every = extract_all(settings, every=True)
    return not again.done and not any(done.saved.written or done.saved.removed for done in every.done)


def test_a_corrected_day_is_what_extraction_reads(room):
    """The person's day decides what "Saturday" is; the record is left as the person has it."""
    replace(room, f"content/{PORT}", "published: 2025-03-01", "published: 2025-03-08")
    outcome = extract_all(room)
    assert len(outcome.done) == 1
    opening = next(event for event in load_corpus(room)[0].events.values() if "opened the port" in event.title)
    assert str(opening.date) == "2025-03-08"
    assert str(articles(room)[PORT.split("/")[1][:-4]].published) == "2025-03-08"
    assert settled(room)


def test_a_day_that_a_person_states_is_not_told_again(newsroom):
    """An undated article asks for its day; once the record says it, nothing is said any more."""
    settings = newsroom(seeds=())
    (settings.seeds_dir / "closed.txt").write_text(UNDATED, encoding="utf-8")
    assert {problem.code for problem in extract_all(settings).problems} == {"published-unknown"}
    replace(settings, "content/articles/closed.yml", "published_basis: unknown", "published: 2025-03-02")
    assert extract_all(settings).problems == ()
    assert str(articles(settings)["closed"].published) == "2025-03-02"
    assert settled(settings)


def test_what_nobody_corrected_follows_the_file(room):
    """A person's new author stays while the title follows the file, and the article keeps its id."""
    append(room, PORT, "author: Nils Bro\n")
    replace(room, "seeds/2025-03-01-port.md", "Minister opens", "Holm opens")
    outcome = extract_all(room)
    (record,) = articles(room).values()
    assert (record.author, record.title) == ("Nils Bro", "Holm opens the new port of Aalborg")
    assert record.id == PORT.split("/")[1][:-4]
    assert outcome.problems == ()
    assert settled(room)


def test_an_untouched_record_follows_the_file(room):
    """The title is read anew into the same record."""
    replace(room, "seeds/2025-03-01-port.md", "Minister opens", "Holm opens")
    extract_all(room)
    (record,) = articles(room).values()
    assert record.title == "Holm opens the new port of Aalborg"
    assert record.id == PORT.split("/")[1][:-4]
    assert settled(room)


def test_a_record_written_by_a_person_before_the_first_extraction(newsroom):
    """Found by its seed, under whatever id; nothing is written over it and nothing beside it."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    folder = settings.content_dir / "articles"
    folder.mkdir()
    text = "seed: seeds/2025-03-01-port.md\ntitle: The port opens\npublished: 2025-03-01\n"
    (folder / "port.yml").write_text(text, encoding="utf-8")
    extract_all(settings)
    assert list(articles(settings)) == ["port"]
    assert (folder / "port.yml").read_text(encoding="utf-8") == text
    assert all("port" in event.sources for event in load_corpus(settings)[0].events.values())
    assert settled(settings)


def test_a_dismissed_article_gives_nothing(room):
    """Its events are taken back; its record says why."""
    replace(room, f"content/{PORT}", "status: extracted", "status: dismissed")
    extract_all(room)
    corpus, _ = load_corpus(room)
    assert corpus.events == {}
    assert [record.status for record in corpus.articles.values()] == ["dismissed"]
    assert settled(room)


def test_two_articles_of_one_name(room):
    """The second gets -2 and keeps it, although its path sorts before the first."""
    text = (room.seeds_dir / "2025-03-01-port.md").read_text(encoding="utf-8")
    (room.seeds_dir / "2025-02-a.md").write_text(text.replace("The gates", "The doors"), encoding="utf-8")
    extract_all(room)
    first = PORT.split("/")[1][:-4]
    assert {record.id: record.seed for record in articles(room).values()} == {
        first: "seeds/2025-03-01-port.md",
        f"{first}-2": "seeds/2025-02-a.md",
    }
    assert settled(room)


def test_the_same_file_twice(room):
    """The second is left out and told."""
    (room.seeds_dir / "copy.md").write_bytes((room.seeds_dir / "2025-03-01-port.md").read_bytes())
    outcome = extract_all(room)
    assert outcome.done == ()
    assert [(problem.code, problem.where.path) for problem in outcome.problems] == [("seed-duplicate", "seeds/copy.md")]
    assert len(articles(room)) == 1


@pytest.mark.parametrize("titled", [True, False])
def test_a_seed_that_was_moved_keeps_its_records(newsroom, titled):
    """Under another name it is the same article, and its record follows, although an id without a title has the old name."""
    room = newsroom(seeds=("2025-03-01-port.md",))
    if not titled:
        replace(room, "seeds/2025-03-01-port.md", "title: Minister opens the new port of Aalborg\n", "")
    extract_all(room)
    (room.seeds_dir / "2025-03-01-port.md").rename(room.seeds_dir / "port.md")
    outcome = extract_all(room)
    (record,) = articles(room).values()
    assert record.seed == "seeds/port.md"
    assert all(not done.new for done in outcome.done)
    assert settled(room)


def test_the_year_from_a_dated_office(newsroom):
    """An undated article names an office holder: the year is assumed, told, and stays when more becomes known."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    (settings.seeds_dir / "closed.txt").write_text(UNDATED, encoding="utf-8")
    actors = settings.content_dir / "actors"
    actors.mkdir()
    office = "offices:\n  - title: harbour master\n    from: 2023-05-01\n"
    (actors / "ida-krogh.yml").write_text(f"name: Ida Krogh\n{office}", encoding="utf-8")
    outcome = extract_all(settings)
    assert {problem.code for problem in outcome.problems} == {"published-unknown"}

    (actors / "ida-krogh.yml").write_text(f"name: Ida Krogh\n{office.replace('2023-05', '2024-11')}", encoding="utf-8")
    outcome = extract_all(settings)
    (told,) = outcome.problems
    assert (told.code, told.level) == ("published-assumed", "warning")
    assert "Ida Krogh" in told.message
    assert str(articles(settings)["closed"].published) == "2025-03-02?"
    assert settled(settings)

    later = (settings.seeds_dir / "2025-03-01-port.md").read_text(encoding="utf-8").replace("2025-03-01", "2026-03-01")
    (settings.seeds_dir / "later.md").write_text(later, encoding="utf-8")
    extract_all(settings)
    assert str(articles(settings)["closed"].published) == "2025-03-02?"
    assert settled(settings)
