"""Differences between a person and the program, settled in either way."""

from pathlib import Path

import pytest

from generator.model.dates import parse_edtf
from generator.model.records import Citation, Event
from generator.records.base import read_base
from generator.records.load import load_corpus
from generator.records.settle import accept, keep
from generator.records.store import Draft, save
from generator.records.unsettled import find
from generator.settings import Settings

ARTICLE = "desk-2026-03-02-bridge"
IDENT = "2026-03-01-bridge-opens"


def draft(date: str, note: str, basis: str = "inferred") -> tuple[Draft, ...]:
    cited = {ARTICLE: Citation(("It opened.",))}
    return (Draft(Event("", "Bridge opens", parse_edtf(date), basis, note, type="opening", sources=cited), (0,)),)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record whose day a person has corrected, and whose day is read otherwise by now."""
    settings = Settings(root=tmp_path)
    save(settings, ARTICLE, draft("2026-03-01", "read as 'Sunday'"), None)
    return tmp_path / f"content/events/2026/{IDENT}.yml"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def extract_again(path: Path, date: str, note: str) -> Settings:
    settings = Settings(root=path.parents[3])
    base, _ = read_base(settings, ARTICLE)
    save(settings, ARTICLE, draft(date, note), base)
    return settings


def statement(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("date")]


@pytest.mark.parametrize("field", ["date", "date_note", "date_basis", ""])
def test_a_statement_is_taken_whole(path: Path, field: str) -> None:
    """A date comes with its own basis and note, whichever of them is named."""
    replace(path, "date: 2026-03-01", "date: 2026-02-28")
    replace(path, "read as 'Sunday'", "the mayor said 1 March")
    settings = extract_again(path, "2026-03-02", "read as 'Sunday'")
    (one,) = find(settings, IDENT)
    done = accept(settings, one, field)
    assert done.left == ()
    assert statement(path) == ["date: 2026-03-02", "date_basis: inferred", "date_note: read as 'Sunday'"]
    assert find(settings, IDENT)[0].open == ()


def test_a_statement_is_left_whole(path: Path) -> None:
    """Where one of its fields holds a comment, none of it is taken."""
    replace(path, "date: 2026-03-01", "date: 2026-02-28")
    replace(path, "date_note: read as 'Sunday'", "date_note: >-  # I asked\n  the mayor said so")
    settings = extract_again(path, "2026-03-02", "read as 'Monday'")
    before = statement(path)
    (one,) = find(settings, IDENT)
    done = accept(settings, one, "date")
    assert done.taken == ()
    assert set(done.left) == {("date",), ("date_note",)}
    assert statement(path) == before


def test_a_statement_with_a_comment_inside_is_not_split_by_a_merge(path: Path) -> None:
    """A comment makes one field a person's, and so the others that belong to it."""
    replace(path, "date_note: read as 'Sunday'", "date_note: >-  # I asked\n  read as 'Sunday'")
    before = path.read_text(encoding="utf-8")
    settings = extract_again(path, "2026-03-02", "read as 'Monday'")
    assert path.read_text(encoding="utf-8") == before
    assert {*find(settings, IDENT)[0].open} == {("date",), ("date_note",)}


def test_a_statement_is_kept_whole(path: Path) -> None:
    """What a person settles for a date is settled for its note."""
    replace(path, "date: 2026-03-01", "date: 2026-02-28")
    settings = extract_again(path, "2026-03-02", "read as 'Monday'")
    (one,) = find(settings, IDENT)
    assert {*one.open} == {("date",), ("date_note",)}
    keep(settings, one, "date")
    assert find(settings, IDENT)[0].open == ()


@pytest.mark.parametrize("style", [">", "|", ">-", "|-"])
def test_folded_lines_are_no_edit(path: Path, style: str) -> None:
    """A text that a person has only broken into lines takes the next improvement, without a difference."""
    replace(path, "date_note: read as 'Sunday'", f"date_note: {style}\n  read as 'Sunday'")
    settings = extract_again(path, "2026-03-02", "read as 'Monday'")
    assert find(settings, IDENT)[0].open == ()
    text = path.read_text(encoding="utf-8")
    assert "date: 2026-03-02" in text
    assert "read as 'Monday'" in text


def test_a_folded_title_has_no_break(path: Path) -> None:
    """Nor has a date or a word of a list that is written so."""
    replace(path, "title: Bridge opens", "title: >\n  Bridge opens,\n  at last")
    replace(path, "date: 2026-03-01", "date: |\n  2026-03-01")
    corpus, problems = load_corpus(Settings(root=path.parents[3]))
    assert problems == ()
    assert corpus.events[IDENT].title == "Bridge opens, at last"
