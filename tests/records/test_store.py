"""Saving what extraction found: nothing twice, nothing over a person's work, nothing half."""

import os
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.model.dates import parse_edtf
from generator.model.records import Actor, ArticleRecord, Citation, Event, Place
from generator.model.text import Article
from generator.problems import Problem
from generator.records.base import Base, extraction_key, read_base, read_key
from generator.records.load import load_corpus
from generator.records.store import Beside, Draft, Saved, save
from generator.settings import Settings

ARTICLE = "desk-2025-02-18-talks"
TITLES = ("Rubio and Lavrov met in Riyadh", "Trump called Putin", "Hegseth spoke in Brussels", "No deal")


def event(title: str, date: str = "2025-02-18", quote: str = "", kind: str = "talks", article: str = ARTICLE) -> Event:
    """An event as extraction drafts it, without an id."""
    return Event(
        id="",
        title=title,
        date=parse_edtf(date),
        date_basis="stated",
        type=kind,
        actors={"marco-rubio": "agent"},
        sources={article: Citation((quote or f"{title}.",))},
    )


DRAFTS = (
    Draft(event(TITLES[0]), (0, 1)),
    Draft(event(TITLES[1], "2025-02-12"), (2,)),
    Draft(event(TITLES[2], "../2025-02-18", kind="statement"), (3,)),
    Draft(Actor(id="marco-rubio", name="Marco Rubio"), (0,)),
    Draft(Place(id="riyadh", name="Riyadh"), (0,)),
    Draft(ArticleRecord(id=ARTICLE, title="Talks", digest="ab")),
)


def run(
    settings: Settings, drafts: tuple[Draft, ...], key: str = "k", **more: object
) -> tuple[Saved, tuple[Problem, ...]]:
    """Save as the pipeline does: with the base that is there."""
    base, problems = read_base(settings, ARTICLE)
    assert not problems
    return save(settings, ARTICLE, drafts, base, key=key, **more)  # type: ignore[arg-type]


def tree(root: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return Settings(root=tmp_path)


def test_a_first_save_writes_all_and_loads(here: Settings) -> None:
    """Ids come from date and title, folders from the year, and the corpus loads without a problem."""
    saved, problems = run(here, DRAFTS)
    assert not problems
    assert saved.written == (
        "content/actors/marco-rubio.yml",
        f"content/articles/{ARTICLE}.yml",
        "content/events/2025/2025-02-12-trump-called-putin.yml",
        "content/events/2025/2025-02-18-rubio-and-lavrov-met-in-riyadh.yml",
        "content/events/2025/by-2025-02-18-hegseth-spoke-in-brussels.yml",
        "content/places/riyadh.yml",
    )
    corpus, problems = load_corpus(here)
    assert not problems
    assert set(corpus.events) == {Path(path).stem for path in saved.written if "/events/" in path}


def test_a_second_save_writes_nothing(here: Settings) -> None:
    """The same drafts leave every file alone, its time of change included."""
    run(here, DRAFTS)
    before = {path: path.stat().st_mtime_ns for path in here.root.rglob("*")}
    saved, _ = run(here, DRAFTS)
    assert {path: path.stat().st_mtime_ns for path in here.root.rglob("*")} == before
    assert len(saved.unchanged) == len(DRAFTS)
    assert not saved.written


def test_the_key_is_read_without_the_rest(here: Settings) -> None:
    """The key tells whether an article need be extracted again."""
    assert read_key(here, ARTICLE) == ""
    run(here, DRAFTS, key="0123abc")
    assert read_key(here, ARTICLE) == "0123abc"
    article = Article(id=ARTICLE, text="a", paragraphs=(), digest="ab")
    same = msgspec.structs.replace(article, published_note="from the address")
    other = msgspec.structs.replace(article, published=parse_edtf("2025-02-18"))
    assert extraction_key(article, "1") == extraction_key(same, "1")
    assert len({extraction_key(article, "1"), extraction_key(other, "1"), extraction_key(article, "2")}) == 3


def test_an_improvement_flows_into_an_untouched_record(here: Settings) -> None:
    """Date, title and type may change; id and path stay."""
    run(here, DRAFTS)
    better = Draft(event("Rubio and Lavrov held talks in Riyadh", "2025-02-18", f"{TITLES[0]}.", "meeting"), (0, 1))
    saved, _ = run(here, (better, *DRAFTS[1:]))
    path = "content/events/2025/2025-02-18-rubio-and-lavrov-met-in-riyadh.yml"
    assert saved.written == (path,)
    assert "title: Rubio and Lavrov held talks" in (here.root / path).read_text(encoding="utf-8")


def test_an_edited_record_is_merged(here: Settings) -> None:
    """What only extraction changed flows into a person's file; the rest of it stays to the byte, and nothing is said."""
    run(here, DRAFTS)
    below = "content/events/2025/2025-02-12-trump-called-putin.yml"
    path = here.root / below
    edited = path.read_text(encoding="utf-8").replace("title: Trump", "title: President Trump") + "# checked\n"
    path.write_text(edited, encoding="utf-8")
    saved, problems = run(here, DRAFTS)
    assert (saved.edited, saved.written, problems) == ((below,), (), ())
    changed = Draft(event(TITLES[1], "2025-02-13"), (2,))
    saved, problems = run(here, (DRAFTS[0], changed, *DRAFTS[2:]))
    assert (saved.merged, problems) == ((below,), ())
    assert path.read_text(encoding="utf-8") == edited.replace("date: 2025-02-12", "date: 2025-02-13")
    assert run(here, (DRAFTS[0], changed, *DRAFTS[2:]))[0].edited == (below,)


def test_where_both_changed_the_person_wins_and_it_is_told_once(here: Settings) -> None:
    """The difference stays in the base until somebody settles it."""
    run(here, DRAFTS)
    path = here.root / "content/events/2025/2025-02-12-trump-called-putin.yml"
    edited = path.read_text(encoding="utf-8").replace("date: 2025-02-12", "date: 2025-02-11  # the Kremlin says so")
    path.write_text(edited, encoding="utf-8")
    drafts = (DRAFTS[0], Draft(event(TITLES[1], "2025-02-13"), (2,)), *DRAFTS[2:])
    _, problems = run(here, drafts)
    (told,) = problems
    assert (told.code, told.level, told.where.line) == ("edited-kept", "info", 2)
    assert "date" in told.message
    for _ in range(2):
        assert run(here, drafts)[1] == ()
        base, _ = read_base(here, ARTICLE)
        assert base
        assert [entry.open for entry in base.records.values() if entry.open] == [(("date",),)]
    assert path.read_text(encoding="utf-8") == edited
    path.write_text(edited.replace("02-11", "02-13"), encoding="utf-8")
    run(here, drafts)
    base, _ = read_base(here, ARTICLE)
    assert base
    assert not any(entry.open for entry in base.records.values())


def test_a_deleted_record_stays_deleted(here: Settings) -> None:
    """Neither the same draft nor a better one brings a file back that a person has deleted."""
    run(here, DRAFTS)
    path = here.root / "content/events/2025/2025-02-12-trump-called-putin.yml"
    path.unlink()
    for title in (TITLES[1], "Trump spoke with Putin on the phone"):
        saved, _ = run(here, (DRAFTS[0], Draft(event(title, "2025-02-12", f"{TITLES[1]}."), (2,)), *DRAFTS[2:]))
        assert saved.deleted == ("content/events/2025/2025-02-12-trump-called-putin.yml",)
        assert not path.exists()
    run(here, (DRAFTS[0], *DRAFTS[2:]))
    run(here, DRAFTS)
    assert not path.exists()


def test_what_extraction_no_longer_finds_is_removed_unless_edited(here: Settings) -> None:
    """An untouched record goes, an edited one stays and is reported."""
    run(here, DRAFTS)
    kept = here.root / "content/events/2025/2025-02-12-trump-called-putin.yml"
    kept.write_text(kept.read_text(encoding="utf-8") + "note: Mine.\n", encoding="utf-8")
    saved, problems = run(here, (DRAFTS[2], *DRAFTS[3:]))
    assert saved.removed == ("content/events/2025/2025-02-18-rubio-and-lavrov-met-in-riyadh.yml",)
    assert [problem.code for problem in problems] == ["edited-kept"]
    assert kept.exists()


def test_an_actor_in_use_is_not_removed(here: Settings) -> None:
    """An actor that a draft or somebody else still names stays, although it is no new find any more."""
    run(here, DRAFTS)
    saved, _ = run(here, DRAFTS[:3], beside=Beside({"riyadh"}))
    assert saved.removed == ()
    saved, _ = run(here, DRAFTS[:3])
    assert saved.removed == ("content/places/riyadh.yml",)
    saved, _ = run(here, ())
    assert "content/actors/marco-rubio.yml" in saved.removed


def test_an_event_given_up_for_another_leaves_it_its_address(here: Settings) -> None:
    """What one draft tells from now on leads from both earlier ids, and so does what that one is joined to in turn."""
    run(here, DRAFTS)
    both = msgspec.structs.replace(
        event(TITLES[0]), sources={ARTICLE: Citation((f"{TITLES[0]}.", f"{TITLES[1]}."))}, type="meeting"
    )
    saved, problems = run(here, (Draft(both, (0, 1, 2)), *DRAFTS[2:]))
    assert not problems
    assert saved.removed == ("content/events/2025/2025-02-12-trump-called-putin.yml",)
    ident = "2025-02-18-rubio-and-lavrov-met-in-riyadh"
    assert load_corpus(here)[0].events[ident].aliases == ("2025-02-12-trump-called-putin",)
    assert run(here, (Draft(both, (0, 1, 2)), *DRAFTS[2:]))[0].written == ()
    only = Draft(event(TITLES[2], "../2025-02-18", f"{TITLES[0]}.", "statement"), (0,))
    run(here, (only, *DRAFTS[3:]))
    (left,) = load_corpus(here)[0].events.values()
    assert {left.id, *left.aliases} >= {ident, "2025-02-12-trump-called-putin"}


def test_a_person_takes_an_address_away(here: Settings) -> None:
    """An alias that the program wrote and a person deleted stays deleted."""
    run(here, DRAFTS)
    both = msgspec.structs.replace(
        event(TITLES[0]), sources={ARTICLE: Citation((f"{TITLES[0]}.", f"{TITLES[1]}."))}, type="meeting"
    )
    run(here, (Draft(both), *DRAFTS[2:]))
    path = here.root / "content/events/2025/2025-02-18-rubio-and-lavrov-met-in-riyadh.yml"
    text = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if "called" not in line)
    path.write_text(text.replace("aliases:\n", ""), encoding="utf-8")
    run(here, (Draft(both), *DRAFTS[2:]))
    assert "aliases" not in path.read_text(encoding="utf-8")


def test_a_hand_made_record_is_never_overwritten(here: Settings) -> None:
    """A record without a base is a person's: an actor of the same id stays, an event of the same id gets a neighbour."""
    actor = here.root / "content/actors/marco-rubio.yml"
    other = here.root / "content/events/2024/2025-02-12-trump-called-putin.yml"
    for path, text in ((actor, "name: Rubio\n"), (other, "date: 2024\ntitle: Another\nsources: {x: {quote: Z.}}\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    saved, _ = run(here, DRAFTS)
    assert actor.read_text(encoding="utf-8") == "name: Rubio\n"
    assert "content/events/2025/2025-02-12-trump-called-putin-2.yml" in saved.written
    assert run(here, DRAFTS)[0].written == ()


def test_events_of_one_name_are_numbered(here: Settings) -> None:
    """Two events of one day and title in one article are two files; another article's is a third."""
    twins = (Draft(event(TITLES[3], quote="One."), (0,)), Draft(event(TITLES[3], quote="Two."), (5,)))
    run(here, twins)
    save(here, "other", (Draft(event(TITLES[3], quote="One.", article="other"), (0,)),), None)
    assert sorted(load_corpus(here)[0].events) == [f"2025-02-18-no-deal{end}" for end in ("", "-2", "-3")]


def test_a_moved_record_is_followed(here: Settings) -> None:
    """A file that a person has put into another year's folder, or given the other suffix, is the same record."""
    run(here, DRAFTS)
    path = here.root / "content/events/2025/2025-02-12-trump-called-putin.yml"
    moved = here.root / "content/events/2024/2025-02-12-trump-called-putin.yaml"
    moved.parent.mkdir()
    path.rename(moved)
    saved, _ = run(here, DRAFTS)
    assert len(saved.unchanged) + len(saved.written) == len(DRAFTS)
    assert not path.exists()


def test_windows_line_endings_are_no_edit(here: Settings) -> None:
    """Git may give a checkout CRLF; the record is still the machine's, and not written for that alone."""
    run(here, DRAFTS)
    path = here.root / "content/events/2025/2025-02-12-trump-called-putin.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    saved, _ = run(here, DRAFTS)
    assert not saved.edited
    assert b"\r\n" in path.read_bytes()


def test_an_unreadable_base_stops_the_article(here: Settings) -> None:
    """Without its base nobody can tell whose a file is, so nothing is written."""
    run(here, DRAFTS)
    path = here.root / f"content/.extracted/{ARTICLE}.yml"
    path.write_text("<<<<<<< HEAD\nkey: a\n=======\nkey: b\n>>>>>>> x\n", encoding="utf-8")
    before = tree(here.root)
    base, problems = read_base(here, ARTICLE)
    assert base is None
    assert {"yaml-conflict", "base-unreadable"} == {problem.code for problem in problems}
    saved, problems = save(here, ARTICLE, (), base)
    assert saved == Saved()
    assert problems[0].code == "base-unreadable"
    assert tree(here.root) == before


def test_a_base_cannot_name_files_elsewhere(here: Settings) -> None:
    """A path that leads out of content/ makes the base unreadable."""
    path = here.root / f"content/.extracted/{ARTICLE}.yml"
    path.parent.mkdir(parents=True)
    for below in ("../mkdocs.yml", "events/../../mkdocs.yml", "/etc/x.yml", ".schema/x.yml"):
        path.write_text(f"# x\nkey: a\nrecords:\n  {below}:\n    sha256: '00'\n", encoding="utf-8")
        assert read_base(here, ARTICLE)[1][0].code == "base-unreadable"


def test_a_lost_base_makes_no_second_copies(here: Settings) -> None:
    """With the base deleted, files that already tell of the article's sentences are left, and not told again."""
    run(here, DRAFTS)
    (here.root / f"content/.extracted/{ARTICLE}.yml").unlink()
    before = set(tree(here.root))
    run(here, (Draft(msgspec.structs.replace(DRAFTS[0].record, summary="New."), (0, 1)), *DRAFTS[1:]))
    assert set(tree(here.root)) == before | {f"content/.extracted/{ARTICLE}.yml"}


def test_an_impossible_id_is_a_problem(here: Settings) -> None:
    """A slug that cannot be a file's name is never written, least of all outside content/."""
    _, problems = run(here, (Draft(Actor(id="../../x", name="X")),))
    assert problems[0].code == "id-invalid"
    assert set(tree(here.root)) == {f"content/.extracted/{ARTICLE}.yml"}


def test_a_disk_that_refuses_is_a_problem(here: Settings) -> None:
    """A file where a folder should be stops the save; the base gets no key, so that the next save completes it."""
    (here.root / "content").mkdir()
    blocker = here.root / "content/places"
    blocker.write_text("", encoding="utf-8")
    _, problems = run(here, DRAFTS)
    assert problems[0].code == "write-failed"
    assert read_key(here, ARTICLE) == ""
    blocker.unlink()
    run(here, DRAFTS)
    assert run(here, DRAFTS)[0].unchanged


def killed(here: Settings, drafts: tuple[Draft, ...], count: int, *, after: bool) -> bool:
    """Save in a process that dies at its `count`-th change of a file; `False` once it has no such change."""
    child = os.fork()
    if child == 0:
        left = [count]

        def dying(change: object) -> object:
            def call(*args: object, **named: object) -> object:
                left[0] -= 1
                if left[0] == 0 and not after:
                    os._exit(9)
                result = change(*args, **named)  # type: ignore[operator]
                if left[0] == 0:
                    os._exit(9)
                return result

            return call

        Path.replace = dying(Path.replace)  # type: ignore[method-assign,assignment]
        Path.unlink = dying(Path.unlink)  # type: ignore[method-assign,assignment]
        run(here, drafts)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("after", [False, True], ids=["before a change", "after a change"])
@pytest.mark.parametrize("again", [False, True], ids=["then improved", "then the same first"])
@pytest.mark.parametrize("first", [False, True], ids=["improving", "extracting"])
def test_a_killed_save_is_completed(tmp_path: Path, *, first: bool, again: bool, after: bool) -> None:
    """Killed at any change of a file, content/ loads whole, and later saves end as if nothing had been."""
    better = (Draft(event("Rubio met Lavrov", quote=f"{TITLES[0]}."), (0, 1)), *DRAFTS[2:])
    whole = Settings(root=tmp_path / "whole")
    for drafts in (DRAFTS, better):
        run(whole, drafts)
    count = 1
    while True:
        here = Settings(root=tmp_path / str(count))
        for drafts in () if first else (DRAFTS,):
            run(here, drafts)
        if not killed(here, DRAFTS if first else better, count, after=after):
            break
        assert not load_corpus(here)[1]
        begun = any(here.root.rglob(f".extracted/{ARTICLE}.yml"))
        for drafts in (better,) if begun and not again else (DRAFTS, better):
            assert not run(here, drafts)[1]
        assert {path: data for path, data in tree(here.root).items() if not path.endswith(".tmp")} == tree(whole.root)
        count += 1
    assert count == (9 if first else 5)


NAMED = [Draft(Actor(id=name, name=name.title()), ()) for name in ("ada", "bo", "cy", "dee")]


@hypothesis_settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["ada", "bo", "cy", "dee"]), st.sampled_from(["agent", "target"])),
    st.sets(st.sampled_from(["ada", "bo", "cy", "dee"])),
    st.booleans(),
    st.booleans(),
)
def test_what_a_person_names_stays(by_hand: dict[str, str], found: set[str], gone: bool, broken: bool) -> None:  # noqa: FBT001 - made by hypothesis
    """Whatever actors a person writes into an event, and whatever extraction finds then: each of them is there, and of the
    others those that were found."""
    with tempfile.TemporaryDirectory() as folder:
        here = Settings(root=Path(folder))
        run(here, (DRAFTS[0], *NAMED))
        (path,) = here.content_dir.glob("events/*/*.yml")
        lines = "".join(f"  {name}: {role}\n" for name, role in by_hand.items())
        text = path.read_text(encoding="utf-8").replace("actors:\n", f"actors:\n{lines}") + "# mine\n"
        path.write_text(text + ("<<<<<<< HEAD\n" if broken else ""), encoding="utf-8")
        run(here, (*(() if gone else DRAFTS[:1]), *(draft for draft in NAMED if draft.record.id in found)))
        there = {path.stem for path in here.content_dir.glob("actors/*.yml")}
        assert there == {*by_hand} | found


EVENTS = st.builds(
    lambda title, date, index, kind: Draft(event(title, date, f"Sentence {index}.", kind), (index,)),
    st.sampled_from(TITLES),
    st.sampled_from(["2025-02-18", "2025-02", "../2025-02-18", ""]),
    st.integers(0, 3),
    st.sampled_from(["talks", "statement"]),
)
EXTRACTIONS = st.lists(EVENTS, max_size=5, unique_by=repr).map(tuple)


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.lists(EXTRACTIONS, min_size=1, max_size=4), st.data())
def test_a_person_is_never_overwritten(extractions: list[tuple[Draft, ...]], data: st.DataObject) -> None:
    """Whatever extraction finds in turn: what people wrote stays, what they deleted stays away, a second save is silent."""
    with tempfile.TemporaryDirectory() as folder:
        here = Settings(root=Path(folder))
        edited: set[Path] = set()
        deleted: set[Path] = set()
        for drafts in extractions:
            run(here, drafts)
            after = tree(here.root)
            assert run(here, drafts)[0].written == ()
            assert tree(here.root) == after
            assert not load_corpus(here)[1]
            assert all(path.read_text(encoding="utf-8").endswith("note: Mine.  # mine\n# end\n") for path in edited)
            assert not any(path.exists() for path in deleted)
            for path in sorted(here.content_dir.glob("events/*/*.yml")):
                act = data.draw(st.sampled_from(["leave", "leave", "edit", "delete"]))
                if act == "edit" and path not in edited:
                    path.write_bytes(path.read_bytes() + b"note: Mine.  # mine\n# end\n")
                    edited.add(path)
                elif act == "delete" and path not in edited:
                    path.unlink()
                    deleted.add(path)


def test_an_empty_base_is_a_base() -> None:
    """Nothing found is a result too."""
    assert Base().records == {}
