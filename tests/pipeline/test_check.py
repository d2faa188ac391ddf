"""`check` tells all there is to tell in one run, and writes nothing."""

import pytest

from generator.pipeline import check, extract_all

OPENING = "events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
SEED = "2025-03-01-port.md"


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(problems):
    return [(problem.code, problem.where.path) for problem in problems]


def test_what_is_open_is_told_every_time(room, content):
    """A difference with extraction, with both values."""
    replace(room.content_dir / OPENING, "title: Ada Holm opened", "title: The minister opened")
    replace(room.seeds_dir / SEED, "opened the port", "opened the new port")
    extract_all(room)
    before = content(room)
    for _ in range(2):
        (told,) = check(room).problems
        assert (told.code, told.where.path) == ("edited-kept", f"content/{OPENING}")
        assert "The minister opened the port of Aalborg" in told.message
        assert "Ada Holm opened the new port of Aalborg" in told.message
    assert content(room) == before


def test_an_alias_that_could_not_be_written_is_told(room):
    """A file that must not be changed for its anchors keeps the warning until a person writes the alias."""
    new = (room.content_dir / OPENING).rename(room.content_dir / "events/2025/2025-03-01-opening.yml")
    replace(new, "status: extracted", "status: &a reviewed\nx-also: *a\naliases: &b [x]\nx-b: *b")
    extract_all(room)
    assert "alias-missing" in {problem.code for problem in check(room).problems}
    replace(new, "[x]", "[2025-03-01-ada-holm-opened-the-port-of-aalborg]")
    assert "alias-missing" not in {problem.code for problem in check(room).problems}


def test_a_removed_seed_is_told_once(newsroom):
    """Once for its article, by everything that reads content/; not for every record that rests on it."""
    settings = newsroom(seeds=(SEED, "2025-03-04-strike.md"))
    extract_all(settings)
    assert check(settings).problems == ()
    (settings.seeds_dir / SEED).unlink()
    for outcome in (check(settings), extract_all(settings), extract_all(settings)):
        (told,) = outcome.problems
        assert (told.code, told.level) == ("seed-removed", "info")
        assert told.where.path.startswith("content/articles/")
        assert f"seeds/{SEED}" in told.message
        assert "events rest on nothing else" in told.message
    path = settings.root / told.where.path
    path.write_text(path.read_text(encoding="utf-8") + "status: dismissed\n", encoding="utf-8")
    assert "seed-removed" not in {problem.code for problem in check(settings).problems}


@pytest.mark.parametrize("run", [check, extract_all], ids=["check", "extract"])
@pytest.mark.parametrize("damage", ["conflict", "conflict in the middle", "no YAML", "another form"])
def test_a_broken_base_is_told(room, content, run, damage):
    """Whoever reads it: before anything is written, with how to bring it back, and not with the advice to delete it."""
    (base,) = (room.content_dir / ".extracted").iterdir()
    text = base.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    at = 1 if damage == "conflict" else len(lines) - 3
    both = ["<<<<<<< HEAD\n", lines[at], "=======\n", ">>>>>>> other\n"]
    broken = {
        "no YAML": text.replace("records:", "records: ["),
        "another form": text.replace("records:", "records: none\nmore:"),
    }
    base.write_text(broken.get(damage, "".join([*lines[:at], *both, *lines[at + 1 :]])), encoding="utf-8")
    if damage in broken:
        replace(room.seeds_dir / SEED, "opened the port", "opened the new port")
    before = content(room)
    told = {problem.code: problem for problem in run(room).problems}
    assert "base-unreadable" in told
    assert told["base-unreadable"].where.path == f"content/.extracted/{base.name}"
    assert f"git restore content/.extracted/{base.name}" in told["base-unreadable"].hint
    assert "or delete it" not in told["base-unreadable"].hint
    assert content(room) == before


def test_a_record_with_an_error_is_looked_at_whole(room):
    """What is wrong in its other fields does not wait until the error is mended, and its record is shown nowhere."""
    path = room.content_dir / OPENING
    replace(path, "date: 2025-03-01", "date: 1.3.2025")
    replace(path, "ada-holm: ", "ada-hulm: ")
    outcome = check(room)
    found = {problem.code for problem in outcome.problems if problem.where.path == f"content/{OPENING}"}
    assert found == {"date-invalid", "actor-unknown"}
    assert outcome.counts["events"] == len([*room.content_dir.glob("events/*/*.yml")]) - 1
