"""Seeds to content/: nothing twice, nothing over a person's work, the same from the same input."""

import pytest

from generator.pipeline import extract_all
from generator.records.ids import event_id
from generator.records.load import load_corpus

OPENING = "events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
LARSEN = "actors/brigitta-larsen.yml"


def codes(outcome):
    return {problem.code for problem in outcome.problems}


def changed(outcome):
    """What an extraction wrote or removed."""
    return [path for done in outcome.done for path in (*done.saved.written, *done.saved.removed)]


def edit(settings, below, old, new):
    path = settings.content_dir / below
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rewrite(settings, seed, old, new):
    path = settings.seeds_dir / seed
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def room(newsroom):
    """A project whose seeds are extracted."""
    settings = newsroom()
    assert not extract_all(settings).problems
    return settings


def test_the_records_an_article_gives(room):
    """Events, actors, places, the article itself and its outlet; an outlet people have recorded is not drafted again."""
    corpus, problems = load_corpus(room)
    assert not problems
    opening = corpus.events["2025-03-01-ada-holm-opened-the-port-of-aalborg"]
    assert (str(opening.date), opening.date_basis) == ("2025-03-01", "stated")
    assert event_id(opening.date, opening.title) == opening.id
    assert {"ada-holm", "brigitta-larsen", "tomas-berg"} <= corpus.actors.keys()
    assert {"aalborg", "copenhagen"} <= corpus.places.keys()
    article = corpus.articles["harbour-gazette-2025-03-01-minister-opens-the-new-port-of-aalborg"]
    assert (article.seed, article.outlet, article.published_basis) == (
        "seeds/2025-03-01-port.md",
        "harbour-gazette",
        "stated",
    )
    assert len(article.digest) == 64
    assert corpus.outlets["harbour-gazette"].status == "extracted"
    assert corpus.outlets["herald"].status == "reviewed"


def test_a_second_extraction_writes_nothing(room, content):
    """Neither of the articles that are due, which are none, nor of all."""
    before = content(room)
    assert extract_all(room).done == ()
    assert content(room) == before
    again = extract_all(room, every=True)
    assert len(again.done) == 4
    assert changed(again) == []
    assert content(room) == before


def test_the_same_input_gives_the_same_bytes(newsroom, content, seed_names):
    """Whatever order the files were made in, and whether the articles came at once or day by day."""
    first, second, daily = newsroom("first"), newsroom("second", seed_names[::-1]), newsroom("daily", ())
    extract_all(first)
    extract_all(second)
    for seed in seed_names:
        (daily.seeds_dir / seed).write_bytes((first.seeds_dir / seed).read_bytes())
        extract_all(daily)
    assert content(first) == content(second) == content(daily)


def test_an_article_added_before_others(newsroom, content, seed_names):
    """One that lies before those already there changes nothing of them, and all of it is stable from then on."""
    settings = newsroom(seeds=seed_names[1:])
    extract_all(settings)
    before = content(settings)
    first = newsroom("other").seeds_dir / seed_names[0]
    (settings.seeds_dir / first.name).write_bytes(first.read_bytes())
    assert len(extract_all(settings).done) == 1
    after = content(settings)
    assert {name: after[name] for name in before} == before
    assert changed(extract_all(settings, every=True)) == []
    assert content(settings) == after


def test_an_edited_event_is_merged_and_told(room, content):
    """A person's title and comment stay and the output says so; what only extraction changed flows in beside them."""
    edit(room, OPENING, "title: Ada Holm opened", "title: The minister opened # as the ministry says\n#")
    edited = content(room)[OPENING].decode()
    rewrite(room, "2025-03-01-port.md", "opened the port of Aalborg on", "opened the rebuilt port of Aalborg on")
    outcome = extract_all(room)
    assert content(room)[OPENING].decode() == edited.replace("port of Aalborg on", "rebuilt port of Aalborg on")
    assert [done.saved.merged for done in outcome.done] == [(f"content/{OPENING}",)]
    (told,) = (problem for problem in outcome.problems if problem.code == "edited-kept")
    assert (told.level, told.where.path) == ("info", f"content/{OPENING}")
    assert "title" in told.message


def test_what_is_deleted_stays_deleted(room, content):
    """An event, and an actor although other articles name him too."""
    for below in (OPENING, LARSEN):
        (room.content_dir / below).unlink()
    extract_all(room, every=True)
    assert {OPENING, LARSEN}.isdisjoint(content(room))
    rewrite(room, "2025-03-08-deal.txt", "Strike ends", "The strike ends")
    assert len(extract_all(room).done) == 1
    assert LARSEN not in content(room)


def test_an_edited_actor_is_known_and_nothing_is_said_of_it(room, content):
    """A person's correction of an actor is used by every article and is no reason for a message."""
    edit(room, LARSEN, "status: extracted", "summary: She leads the union.\nstatus: reviewed")
    outcome = extract_all(room, every=True)
    assert b"She leads" in content(room)[LARSEN]
    assert outcome.problems == ()
    assert changed(outcome) == []


def test_a_record_that_others_name_is_not_taken_back(room, content):
    """The article that gave an actor changes and names her no longer; a later one does, so she stays."""
    rewrite(
        room, "2025-03-01-port.md", "Brigitta Larsen, head of the dockers' union, said that wages were too low.", ""
    )
    rewrite(room, "2025-03-01-port.md", "Larsen met Holm", "The union met Holm")
    outcome = extract_all(room)
    assert changed(outcome)
    assert LARSEN in content(room)
    settled = content(room)
    assert changed(extract_all(room, every=True)) == []
    assert content(room) == settled


def test_a_record_nobody_names_is_taken_back(newsroom, content):
    """An article that changes takes back what only it gave."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    extract_all(settings)
    assert LARSEN in content(settings)
    rewrite(settings, "2025-03-01-port.md", "Brigitta Larsen", "Nobody")
    rewrite(settings, "2025-03-01-port.md", "Larsen met", "They met")
    assert f"content/{LARSEN}" in changed(extract_all(settings))
    assert LARSEN not in content(settings)


def test_a_file_that_is_no_article_is_named(room):
    """It is a problem of its own; the others are extracted."""
    (room.seeds_dir / "empty.txt").write_text("\n", encoding="utf-8")
    (room.seeds_dir / "photo.jpg").write_bytes(b"\xff\xd8")
    rewrite(room, "2025-03-09-visit.md", "fifty", "sixty")
    outcome = extract_all(room)
    places = {problem.code: problem.where.path for problem in outcome.problems}
    assert places["seed-empty"] == "seeds/empty.txt"
    assert places["seed-suffix"] == "seeds/photo.jpg"
    assert [done.seed for done in outcome.done] == ["seeds/2025-03-09-visit.md"]


def test_a_base_that_cannot_be_read_stops_its_article_only(room, content):
    """Without it nobody knows what people have edited, so nothing of that article is touched."""
    (base,) = (room.content_dir / ".extracted").glob("herald-2025-03-09*")
    base.write_text("key: [", encoding="utf-8")
    before = content(room)
    rewrite(room, "2025-03-08-deal.txt", "good day", "fine day")
    outcome = extract_all(room)
    assert [done.failed for done in outcome.done] == [False, True]
    assert "base-unreadable" in codes(outcome)
    after = content(room)
    assert {name for name in before if before[name] != after.get(name)} <= {
        ".extracted/herald-2025-03-08-strike-ends-with-a-deal.yml",
        "articles/herald-2025-03-08-strike-ends-with-a-deal.yml",
        "events/2025/2025-03-07-larsen-called-it-a-good-day-for-the-port.yml",
    }


def test_a_record_with_an_error_is_left_out(room):
    """The rest is extracted and counted."""
    (room.content_dir / "actors" / "broken.yml").write_text("name: [\n", encoding="utf-8")
    outcome = extract_all(room, every=True)
    assert any(problem.where.path == "content/actors/broken.yml" for problem in outcome.problems)
    assert outcome.counts["actors"] == 5
    assert changed(outcome) == []
