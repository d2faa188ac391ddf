"""Three versions of a record to one, over made-up records and edits: the person wins, and what nobody changed stays."""

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.model.records import Event
from generator.records.base import BaseRecord
from generator.records.differences import beside, take
from generator.records.dump import marked
from generator.records.emit import emit
from generator.records.merge import merge3
from generator.records.reconcile import read_tree, reconcile
from generator.records.shape import BY_NAME, group
from generator.records.source import Source
from generator.records.trees import identity, normal
from generator.records.yamltext import compose

KIND = BY_NAME["event"]
SHAPE = group(Event)
WORDS = st.sampled_from(
    [
        "Talks",
        "it's",
        'a "b" c',
        "x: y",
        "No",
        "2025",
        "one two three four",
        "one two three five",
        "é𝄞",
        "two\nlines",
        "#1",
        "- a",
    ]
)
IDS = st.sampled_from(["russia", "ukraine", "marco-rubio", "no", "2025"])
ROLES = st.sampled_from(["agent", "target", "speaker"])
QUOTES = st.fixed_dictionaries(
    {"speaker": IDS, "text": WORDS}, optional={"kind": st.sampled_from(["direct", "partial"]), "to": IDS}
)
FIGURES = st.fixed_dictionaries({"value": st.sampled_from(["5", "10"])}, optional={"what": WORDS, "as_written": WORDS})
CITATIONS = st.fixed_dictionaries(
    {}, optional={"quote": st.lists(WORDS, min_size=1, max_size=3, unique=True), "according_to": IDS}
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "date": st.sampled_from(["2025-02-18", "2025-02", "../2025-02-18"]),
    "title": WORDS,
    "date_basis": st.sampled_from(["stated", "inferred"]),
    "summary": WORDS,
    "actors": st.dictionaries(IDS, ROLES, min_size=1, max_size=3),
    "places": st.lists(IDS, min_size=1, max_size=3, unique=True),
    "quotes": st.lists(QUOTES, min_size=1, max_size=3, unique_by=identity),
    "figures": st.lists(FIGURES, min_size=1, max_size=3),
    "sources": st.dictionaries(IDS, CITATIONS, min_size=1, max_size=2),
    "tags": st.lists(WORDS, min_size=1, max_size=3, unique=True),
    "x-own": WORDS,
}
NEEDED = ("date", "title", "sources")
RECORDS = st.fixed_dictionaries(
    {name: FIELDS[name] for name in NEEDED},
    optional={name: FIELDS[name] for name in FIELDS if name not in (*NEEDED, "x-own")},
)


@st.composite
def edited(draw: st.DrawFn, record: dict[str, Any], *, own: bool = False) -> dict[str, Any]:
    """The record with some fields changed, added, taken away, or changed in one part."""
    found = dict(record)
    for name in draw(st.lists(st.sampled_from([*FIELDS][: None if own else -1]), max_size=4, unique=True)):
        act = draw(st.sampled_from(["new", "part", "part", "drop"]))
        if act == "drop" and name not in NEEDED:
            found.pop(name, None)
        elif act == "part" and isinstance(found.get(name), dict):
            found[name] = {**found[name], **draw(FIELDS[name])}
        elif act == "part" and isinstance(found.get(name), list):
            items = list(found[name])
            items.insert(draw(st.integers(0, len(items))), draw(FIELDS[name])[0])
            del items[draw(st.integers(0, len(items) - 1))]
            known = repr if name == "figures" else identity  # several figures may be known by one number
            found[name] = list({known(item): item for item in items}.values()) or found[name]
        else:
            found[name] = draw(FIELDS[name])
    return found


@st.composite
def three(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Base, ours, theirs, in the form they are compared in."""
    base = draw(RECORDS)
    return tuple(normal(SHAPE, one) for one in (base, draw(edited(base, own=True)), draw(edited(base))))  # type: ignore[return-value]


@st.composite
def annotated(draw: st.DrawFn, record: dict[str, Any]) -> str:
    """The text of a record with comments, blank lines and quotes as people put them."""
    lines = emit(marked(SHAPE, {name: one for name, one in record.items() if name != "x-own"})).splitlines()  # type: ignore[arg-type]
    lines += emit({"x-own": record["x-own"]}).splitlines() if "x-own" in record else []
    text, block = [], False
    for number, line in enumerate(lines):
        block = line.endswith(("|-", "|")) or (
            block and line.startswith("  ") and ": " not in line and "- " not in line
        )
        extra = "" if block else draw(st.sampled_from(["", "", "", f"# above {number}\n", "\n"]))
        behind = "" if block else draw(st.sampled_from(["", "", "", f"  # behind {number}"]))
        text.append(f"{extra}{line}{behind}\n")
    whole = "".join(text)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return (whole if draw(st.booleans()) else whole.removesuffix("\n")).replace("\n", end)


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value below keys only; a list counts as one value."""
    if isinstance(tree, dict) and tree:
        for name, value in tree.items():
            yield from leaves(value, (*path, name))
    else:
        yield path, tree


@hypothesis_settings(max_examples=150, deadline=None)
@given(three())
def test_merging(trees: tuple[dict[str, Any], ...]) -> None:
    """Only theirs changed: theirs. Only ours: ours. Merged once more, by either base: the same again."""
    base, ours, theirs = trees
    assert merge3(base, base, theirs) == (theirs, ())
    assert merge3(base, ours, base) == (ours, ())
    merged = merge3(base, ours, theirs).tree
    assert merge3(theirs, merged, theirs) == (merged, ())
    assert merge3(base, merged, theirs).tree == merged


@hypothesis_settings(max_examples=150, deadline=None)
@given(three())
def test_the_person_wins(trees: tuple[dict[str, Any], ...]) -> None:
    """Every value that a person wrote is in the result, and none that a person took away, but for what theirs adds."""
    base, ours, theirs = trees
    merged, differences = merge3(base, ours, theirs)
    before, after = dict(leaves(base)), dict(leaves(merged))
    for path, value in leaves(ours):
        if isinstance(value, list):
            written = [item for item in value if item not in before.get(path, [])]
            assert all(item in after[path] or _is_merged(item, after[path], before.get(path, [])) for item in written)
        elif before.get(path) != value and path not in before:
            assert beside(merged, {}, path)[0] == value or beside(merged, {}, path[:-1])[0] is not None
        elif before.get(path) != value:
            assert after[path] == value
    for name in base.keys() - ours.keys():
        assert name not in merged
    for path, mine, new in differences:
        assert mine != new
        assert beside(merged, theirs, path)[0] == mine


def _is_merged(item: Any, items: list[Any], base: list[Any]) -> bool:
    """An item that holds what a person wrote, and of which theirs bettered another part."""
    old = [one for one in base if isinstance(one, dict)]
    written = {name: value for name, value in item.items() if all(one.get(name) != value for one in old)}
    return any(all(one.get(name) == value for name, value in written.items()) for one in items)


@hypothesis_settings(max_examples=250, deadline=None)
@given(st.data())
def test_a_file_is_changed_only_where_theirs_are_better(data: st.DataObject) -> None:
    """Comments stay, in their order; fields that stay keep every byte; a second time nothing happens."""
    base, ours, theirs = data.draw(three())
    text = data.draw(annotated(ours))
    assert normal(SHAPE, read_tree(text)) == ours
    fresh = BaseRecord("", (), theirs)
    done = reconcile(KIND, text, BaseRecord("", (), base), fresh)
    assert not done.why
    merged = normal(SHAPE, read_tree(done.text))
    assert comments(done.text) == comments(text)
    old, new = entries(text), entries(done.text)
    for name in ours:
        if merged.get(name) == ours[name]:
            assert new[name] == old[name]
    assert {*merged} <= {*ours, *theirs}
    assert reconcile(KIND, done.text, done.entry, fresh).text == done.text
    assert reconcile(KIND, done.text, done.entry, fresh).new == ()
    if base == theirs:
        assert done.text == text
    for path in done.entry.open:
        _, new = beside(merged, theirs, path)
        taken = take(merged, theirs, path)
        assert taken != merged
        assert new is None or beside(taken, theirs, path)[0] == new
        assert new is not None or emit(merged).count("\n") > emit(taken).count("\n")


def comments(text: str) -> list[str]:
    return [text[slice(*span)] for span in Source(text).comments]


def entries(text: str) -> dict[str, str]:
    """The letters of each field, its key among them."""
    node, _ = compose(text, "")
    source = Source(text)
    assert isinstance(node, yaml.MappingNode)
    return {
        key.value: text[key.start_mark.index : source.end_of(value, source.colon(key) + 1)] for key, value in node.value
    }


FIGURE_TEXT = """title: A bridge
figures:
  - value: 5
    unit: hour
  # counted by me
  - value: 5
    unit: day  # or two
  - value: 5
    what: lanes
"""
"""Three figures of one number, one of them with a person's comments."""


def test_of_several_figures_of_one_number_the_right_one_stays() -> None:
    """What theirs no longer have goes, but for the one that holds a comment; what theirs change is changed in its own lines."""
    base = normal(SHAPE, read_tree(FIGURE_TEXT))
    hours, days, lanes = base["figures"]
    for theirs, expected in (
        ([days, lanes], FIGURE_TEXT.replace("  - value: 5\n    unit: hour\n", "")),
        ([hours, days], FIGURE_TEXT.replace("  - value: 5\n    what: lanes\n", "")),
        ([hours, lanes], FIGURE_TEXT),
        ([hours, lanes | {"unit": "lane"}], FIGURE_TEXT + "    unit: lane\n"),
        (
            [days],
            FIGURE_TEXT.replace("  - value: 5\n    unit: hour\n", "").replace("  - value: 5\n    what: lanes\n", ""),
        ),
        ([], FIGURE_TEXT),
    ):
        fresh = BaseRecord("", (), base | {"figures": theirs} if theirs else {"title": "A bridge"})
        done = reconcile(KIND, FIGURE_TEXT, BaseRecord("", (), base), fresh)
        assert (done.why, done.text) == ("", expected)


def test_a_comment_keeps_its_value_and_not_the_file() -> None:
    """Whatever else theirs say flows in, where a field with comments is gone from theirs or all in it is new."""
    base = normal(SHAPE, read_tree(FIGURE_TEXT))
    for figures in ({}, {"figures": [{"value": "6"}, {"value": "6", "unit": "day"}]}):
        theirs = {"title": "The bridge", "date": "2025"} | figures
        done = reconcile(KIND, FIGURE_TEXT, BaseRecord("", (), base), BaseRecord("", (), theirs))
        assert done.why == ""
        assert "title: The bridge" in done.text
        assert "date: 2025" in done.text
        assert "  # counted by me\n  - value: 5\n    unit: day  # or two\n" in done.text
