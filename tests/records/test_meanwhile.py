"""Files that somebody saves while the program is about to write them: read, planned, saved by a person, written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.dates import parse_edtf
from generator.model.records import Citation, Event
from generator.records import settle, store
from generator.records.base import read_base
from generator.records.files import ChangedError, write_seen
from generator.records.settle import accept
from generator.records.store import Draft, save
from generator.records.unsettled import find
from generator.settings import Settings

ARTICLE = "desk-2025-02-18-talks"
CALL = "content/events/2025/2025-02-12-trump-called-putin.yml"
TALKS = "content/events/2025/2025-02-18-rubio-met-lavrov.yml"


def event(title: str, quote: str, date: str) -> Draft:
    cited = {ARTICLE: Citation((quote,))}
    return Draft(Event("", title, parse_edtf(date), "stated", type="talks", sources=cited), (int(date[-2:]),))


FIRST = (event("Trump called Putin", "One.", "2025-02-12"), event("Rubio met Lavrov", "Two.", "2025-02-18"))
BETTER = (
    event("President Trump called Putin", "One.", "2025-02-12"),
    event("Secretary Rubio met Lavrov", "Two.", "2025-02-18"),
)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    settings = Settings(root=tmp_path)
    save(settings, ARTICLE, FIRST, None)
    return settings


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object], int], None]:
    """Have a person do something after each of the next plans, before anything is written."""

    def arrange(act: Callable[[], object], times: int = 1) -> None:
        plan, left = store.make_plan, [times]

        def planned(*arguments: object) -> object:
            found = plan(*arguments)  # type: ignore[arg-type]
            left[0] -= 1
            if left[0] >= 0:
                act()
            return found

        monkeypatch.setattr(store, "make_plan", planned)

    return arrange


def again(here: Settings, drafts: tuple[Draft, ...] = BETTER) -> store.Saved:
    base, problems = read_base(here, ARTICLE)
    assert not problems
    saved, problems = save(here, ARTICLE, drafts, base)
    assert not [problem for problem in problems if problem.level == "error"]
    return saved


def append(path: Path, text: str = "note: Mine.\n") -> None:
    path.write_bytes(path.read_bytes() + text.encode())


@pytest.mark.parametrize("below", [CALL, TALKS])
@pytest.mark.parametrize("edited", [False, True], ids=["untouched before", "edited before"])
def test_an_edit_saved_meanwhile_is_kept(here: Settings, meanwhile, below: str, *, edited: bool) -> None:
    """The improvement flows in all the same, and each file counts once."""
    if edited:
        append(here.root / below, "tags: [mine]  # mine\n")
    meanwhile(lambda: append(here.root / below))
    saved = again(here)
    text = (here.root / below).read_text(encoding="utf-8")
    assert text.endswith("note: Mine.\n")
    assert "title: President" in text or "title: Secretary" in text
    assert ("# mine" in text) == edited
    assert saved.written == (CALL, TALKS)
    assert saved.merged == (below,)
    whole = {path: path.read_bytes() for path in here.root.rglob("*.yml")}
    assert again(here).written == ()
    assert {path: path.read_bytes() for path in here.root.rglob("*.yml")} == whole


def test_a_record_deleted_meanwhile_stays_deleted(here: Settings, meanwhile) -> None:
    """Taking a file away is an edit too."""
    meanwhile((here.root / TALKS).unlink)
    assert again(here).deleted == (TALKS,)
    assert not (here.root / TALKS).exists()


def test_a_record_about_to_be_removed_stays_when_it_is_edited(here: Settings, meanwhile) -> None:
    """What extraction no longer finds goes only as long as it is the machine's alone."""
    meanwhile(lambda: append(here.root / TALKS))
    assert again(here, BETTER[:1]).edited == (TALKS,)
    assert (here.root / TALKS).read_text(encoding="utf-8").endswith("note: Mine.\n")


def test_a_record_made_meanwhile_is_a_persons(tmp_path: Path, meanwhile) -> None:
    """A new event finds its name taken, and takes the next."""
    settings = Settings(root=tmp_path)
    mine = tmp_path / CALL

    def make() -> None:
        mine.parent.mkdir(parents=True, exist_ok=True)
        mine.write_text("date: 2025-02-12\ntitle: Mine\nsources: {x: {quote: Z.}}\n", encoding="utf-8")

    meanwhile(make)
    saved, _ = save(settings, ARTICLE, FIRST, None)
    assert CALL.replace(".yml", "-2.yml") in saved.written
    assert "title: Mine" in mine.read_text(encoding="utf-8")


def test_who_saves_without_end_is_left_in_peace(here: Settings, meanwhile) -> None:
    """It is told, nothing is lost, and the next extraction completes it."""
    meanwhile(lambda: append(here.root / CALL, "# more\n"), 100)
    base, _ = read_base(here, ARTICLE)
    _, problems = save(here, ARTICLE, BETTER, base)
    assert [(problem.code, problem.where.path) for problem in problems] == [("edited-left", CALL)]
    assert (here.root / CALL).read_text(encoding="utf-8").endswith("# more\n" * 5)


def test_accepting_reads_a_file_again(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at a record and the taking over of a field, somebody saves another field."""
    path = here.root / CALL
    path.write_text(path.read_text(encoding="utf-8").replace("Trump called", "He called"), encoding="utf-8")
    again(here)
    (one,) = find(here, "2025-02-12-trump-called-putin")
    append(path)
    done = accept(here, one)
    assert done.taken == (("title",),)
    text = path.read_text(encoding="utf-8")
    assert "title: President Trump called Putin" in text
    assert text.endswith("note: Mine.\n")
    (one,) = find(here, "2025-02-12-trump-called-putin")
    assert one.open == ()
    path.unlink()
    (one,) = find(here, "2025-02-12-trump-called-putin")
    path.write_text("title: Anew\n", encoding="utf-8")
    monkeypatch.setattr(settle, "_ROUNDS", 1)
    assert "again and again" in accept(here, one).why
    assert path.read_text(encoding="utf-8") == "title: Anew\n"


@pytest.mark.parametrize(("seen", "text"), [("b", "c"), ("b", None), (None, "c"), ("", "c")])
def test_what_is_not_as_it_was_seen_stays(tmp_path: Path, seen: str | None, text: str | None) -> None:
    """Neither replaced nor removed, and nothing is left beside it."""
    path = tmp_path / "a.yml"
    path.write_text("a", encoding="utf-8")
    with pytest.raises(ChangedError):
        write_seen(path, seen, text)
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.yml", "a")]
    write_seen(path, "a", text)
    assert path.exists() == (text is not None)
