"""What people do to files beside editing them: rename, split, join, remove seeds, leave conflict markers."""

import pytest

from generator.pipeline import extract_all
from generator.pipeline.build import gather
from generator.pipeline.listen import QUIET
from generator.pipeline.memory import Memory
from generator.records.load import load_corpus

OPENING = "events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
SEED = "2025-03-01-port.md"


@pytest.fixture
def room(newsroom):
    """A project of one article, extracted."""
    settings = newsroom(seeds=(SEED,))
    extract_all(settings)
    return settings


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def events(settings):
    return {path.name for path in settings.content_dir.glob("events/*/*.yml")}


def review(settings):
    """What waits for a person."""
    return gather(settings, QUIET, Memory()).corpus.review


def test_a_renamed_record_is_followed(room):
    """Improvements reach it under its new name, no second file appears, and a missing alias is told until it is there."""
    new = room.content_dir / "events/2025/2025-03-01-opening-of-the-port.yml"
    (room.content_dir / OPENING).rename(new)
    before = events(room)
    replace(room.seeds_dir / SEED, "Harbour Minister", "The Harbour Minister")
    outcome = extract_all(room)
    assert events(room) == before
    (told,) = (problem for problem in outcome.problems if problem.code == "alias-missing")
    assert "aliases: [2025-03-01-ada-holm-opened-the-port-of-aalborg]" in told.hint
    assert [problem.code for problem in review(room)] == ["alias-missing"]
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    new.write_text(
        new.read_text(encoding="utf-8") + "aliases: [2025-03-01-ada-holm-opened-the-port-of-aalborg]\n",
        encoding="utf-8",
    )
    assert extract_all(room).problems == ()
    assert "Saturday evening" in new.read_text(encoding="utf-8")
    assert review(room) == ()
    assert events(room) == before


def test_a_record_split_by_hand_stays_so(room):
    """The second part is a person's record, and a new draft of its sentence counts as told."""
    path = room.content_dir / OPENING
    text = path.read_text(encoding="utf-8")
    path.unlink()
    for name, title in (("a", "The port was opened"), ("b", "The minister spoke at the port")):
        path.with_name(f"2025-03-01-{name}.yml").write_text(
            text.replace("title: Ada Holm opened the port of Aalborg", f"title: {title}"), encoding="utf-8"
        )
    before = events(room)
    extract_all(room, every=True)
    assert events(room) == before
    next((room.content_dir / ".extracted").iterdir()).unlink()
    extract_all(room)
    assert events(room) == before


def test_a_removed_seed_deletes_nothing(newsroom):
    """What rests only on it is on the review page; what another article tells too is not."""
    settings = newsroom(seeds=(SEED, "2025-03-04-strike.md"))
    extract_all(settings)
    assert review(settings) == ()
    before = {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")}
    (settings.seeds_dir / SEED).unlink()
    found = review(settings)
    assert {problem.code for problem in found} == {"seed-removed"}
    marked = {problem.where.path for problem in found}
    assert f"content/{OPENING}" in marked
    assert "content/actors/ada-holm.yml" in marked
    assert "content/actors/brigitta-larsen.yml" not in marked
    assert {path: path.read_bytes() for path in settings.content_dir.rglob("*.yml")} == before


def test_conflict_markers_are_named_and_the_rest_goes_on(room):
    """A file that git could not merge stays as it is, at its line; mended, it takes what it missed."""
    path = room.content_dir / OPENING
    text = path.read_text(encoding="utf-8")
    broken = text.replace("title:", "<<<<<<< HEAD\ntitle: Mine\n=======\ntitle:", 1).replace(
        "type:", ">>>>>>> x\ntype:", 1
    )
    path.write_text(broken, encoding="utf-8")
    replace(room.seeds_dir / SEED, "on Saturday.", "on Saturday evening.")
    outcome = extract_all(room)
    told = {problem.code: problem.where for problem in outcome.problems}
    assert str(told["yaml-conflict"]).startswith(f"content/{OPENING}:")
    assert told["yaml-conflict"].line == broken[: broken.index("<<<<<<<")].count("\n") + 1
    assert "edited-left" in told
    assert path.read_text(encoding="utf-8") == broken
    assert len(load_corpus(room)[0].events) == len(events(room)) - 1
    path.write_text(text.replace("status: extracted", "status: reviewed"), encoding="utf-8")
    extract_all(room, every=True)
    mended = path.read_text(encoding="utf-8")
    assert "status: reviewed" in mended
    assert "Saturday evening" in mended


def test_a_renamed_article_is_told_and_nothing_is_doubled(room):
    """Its events name it by its id, so it is to be renamed back."""
    (path,) = room.content_dir.glob("articles/*.yml")
    new = path.rename(path.with_name("port.yml"))
    before = events(room)
    told = {problem.code: problem for problem in extract_all(room).problems}
    assert path.name in told["article-renamed"].hint
    assert events(room) == before
    new.rename(path)
    assert extract_all(room).problems == ()
    assert events(room) == before
