"""Articles that are corrected and grow: a person's records stay what they were, and nothing they name is taken away."""

import pytest

from generator.pipeline import extract_all
from generator.records.load import load_corpus
from generator.relate import relate

SEED = """---
title: Bridge talks in Wexbury
outlet: Harbour Gazette
published: 2025-03-04
---
Mayor Tom Reed said on Tuesday that the bridge would open in spring.

Union leader Brigitta Larsen said on Tuesday that wages on the quay were too low.

Engineer Ada Holm said on Tuesday that the old pillars were sound.

Police arrested Karl Lind in Aalborg on Monday after a fight at the station.
"""
BERG = "Police chief Una Berg said on Tuesday that two men had been held overnight.\n\n"


@pytest.fixture
def room(newsroom):
    """A project of one article, extracted."""
    settings = newsroom(seeds=())
    (settings.seeds_dir / "bridge.md").write_text(SEED, encoding="utf-8")
    assert not extract_all(settings).problems
    return settings


def change(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def rewrite(settings, *pairs):
    change(settings.seeds_dir / "bridge.md", *pairs)


def of(settings, words):
    """The files of the events that quote some words."""
    return [path for path in settings.content_dir.glob("events/*/*.yml") if words in path.read_text(encoding="utf-8")]


def unknown(settings):
    return {problem.code for problem in relate(load_corpus(settings)[0], settings)[1] if "unknown" in problem.code}


def test_a_statement_set_before_an_edited_one(room):
    """The edited record keeps its speaker and her sentence, corrected; the new one has a record of its own."""
    (path,) = of(room, "wages on the quay")
    title = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("title:"))
    change(path, (title, "title: Larsen asked for more pay # hers\nnote: Mine."))
    rewrite(room, ("wages on the quay", "wages on the docks"), ("Union leader", f"{BERG}Union leader"))
    (told,) = extract_all(room).problems
    assert (told.code, told.where.path) == ("edited-kept", path.relative_to(room.root).as_posix())
    text = path.read_text(encoding="utf-8")
    assert "title: Larsen asked for more pay # hers\nnote: Mine." in text
    assert "wages on the docks" in text
    assert "brigitta-larsen: speaker" in text
    assert "berg" not in text.lower()
    assert of(room, "wages on the") == [path]
    assert any("una-berg: speaker" in other.read_text(encoding="utf-8") for other in of(room, "held overnight"))


@pytest.mark.parametrize("act", ["delete", "dismissed", "reviewed"])
def test_a_decision_outlives_a_corrected_word(room, act):
    """What was deleted stays away, what was dismissed or reviewed has no twin, although a paragraph came before it."""
    (path,) = of(room, "after a fight")
    if act == "delete":
        path.unlink()
    else:
        change(path, ("status: extracted", f"status: {act}"))
    rewrite(room, ("Mayor Tom", f"{BERG}Mayor Tom"), ("a fight", "a brawl"))
    assert not any(problem.code.startswith("edited") for problem in extract_all(room).problems)
    assert of(room, "after a brawl") == ([] if act == "delete" else [path])
    assert of(room, "after a fight") == []


def test_an_actor_that_a_person_wrote_into_an_event_stays(room):
    """Although the article names him no more."""
    (path,) = of(room, "pillars were sound")
    change(path, ("actors:\n", "actors:\n  tom-reed: agent\n"), ("status: extracted", "status: reviewed"))
    rewrite(room, ("Mayor Tom Reed said on Tuesday that the bridge would open in spring.\n\n", ""))
    done = extract_all(room).done
    assert [path for one in done for path in one.saved.removed if "/events/" not in path] == []
    assert (room.content_dir / "actors/tom-reed.yml").is_file()
    assert unknown(room) == set()


def test_a_place_of_an_edited_event_stays(room):
    """The event that extraction does not find any more is kept, and so is what it names."""
    (path,) = of(room, "after a fight")
    change(path, ("status: extracted", "status: reviewed"))
    rewrite(room, ("\nPolice arrested Karl Lind in Aalborg on Monday after a fight at the station.\n", ""))
    extract_all(room)
    assert path.is_file()
    assert (room.content_dir / "places/aalborg.yml").is_file()
    assert unknown(room) == set()


def test_a_broken_file_keeps_what_it_names(room):
    """What stands in a file with conflict markers is named there."""
    (path,) = of(room, "pillars were sound")
    change(path, ("actors:\n", "<<<<<<< HEAD\nactors:\n  tom-reed: agent\n=======\nactors:\n>>>>>>> x\n"))
    rewrite(room, ("Mayor Tom Reed said on Tuesday that the bridge would open in spring.\n\n", ""))
    extract_all(room)
    assert (room.content_dir / "actors/tom-reed.yml").is_file()


def test_an_event_that_another_is_distinct_from_stays(room):
    """A person's decision goes on naming something."""
    (path,) = of(room, "pillars were sound")
    other = of(room, "open in spring")[0]
    change(path, ("status: extracted", f"status: reviewed\ndistinct_from: [{other.stem}]"))
    rewrite(room, ("Mayor Tom Reed said on Tuesday that the bridge would open in spring.\n\n", ""))
    extract_all(room)
    assert other.is_file()
    assert unknown(room) == set()


def test_improvements_reach_an_edited_actor(room):
    """What extraction now knows of an actor flows into a file with a person's comment as into one without."""
    edited, untouched = (room.content_dir / f"actors/{name}.yml" for name in ("brigitta-larsen", "ada-holm"))
    edited.write_text(edited.read_text(encoding="utf-8") + "# checked\n", encoding="utf-8")
    rewrite(
        room,
        ("on the quay were too low.", "on the quay were too low. She would not wait, she said."),
        ("pillars were sound.", "pillars were sound. She had looked at them, she said."),
    )
    outcome = extract_all(room)
    assert "gender: she" in untouched.read_text(encoding="utf-8")
    assert "gender: she" in edited.read_text(encoding="utf-8")
    assert edited.read_text(encoding="utf-8").endswith("# checked\n")
    assert outcome.problems == ()
    before = edited.read_bytes()
    assert extract_all(room).done == ()
    extract_all(room, every=True)
    assert edited.read_bytes() == before


def test_a_difference_about_an_actor_is_told(room):
    """Where both changed, the person's stays, and it is said."""
    path = room.content_dir / "actors/brigitta-larsen.yml"
    change(path, ("status: extracted", "gender: they\nstatus: extracted"))
    rewrite(room, ("on the quay were too low.", "on the quay were too low. She would not wait, she said."))
    (told,) = extract_all(room).problems
    assert (told.code, told.where.path) == ("edited-kept", "content/actors/brigitta-larsen.yml")
    assert "gender: they" in path.read_text(encoding="utf-8")


def test_an_id_that_extraction_gives_up_leads_on(room):
    """An event joined to another, and an actor under a fuller name: their addresses lead to what tells of them now."""
    rewrite(room, ("Union leader Brigitta Larsen said", "Union leader Larsen said"))
    extract_all(room)
    assert (room.content_dir / "actors/larsen.yml").is_file()
    rewrite(room, ("Union leader Larsen said", "Union leader Brigitta Larsen said"))
    extract_all(room)
    corpus = load_corpus(room)[0]
    assert "larsen" not in corpus.actors
    assert corpus.actors["brigitta-larsen"].former_ids == ("larsen",)
    before = {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")}
    extract_all(room, every=True)
    assert {path: path.read_bytes() for path in room.content_dir.rglob("*.yml")} == before
