"""Changing the text of a record: exactly the letters of what changes, or nothing."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from generator.records.patch import Patched, patch
from generator.records.reconcile import read_tree

TEXT = """# the head
date: 2025-02-12   # as the Kremlin says
title: 'It''s "over"'
empty:
note: |  # in my words
  line é𝄞

  another

# who took part
actors: # roles
  # the host
  a: agent
  c: target # not sure

places:
- x
- y   # twice
# no more
quotes:
  - speaker: a
    text: "one
      two"
  -
    speaker: b
    text: three four five
flow: {a: b, c: [1, '2']}
last: zz"""


def changed(text: str, change: Callable[[dict[str, Any]], Any]) -> Patched:
    """The text after a change of its tree."""
    before = read_tree(text)
    assert before is not None
    after = copy.deepcopy(before)
    change(after)
    return patch(text, before, after)


def setting(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    """A change of one value."""

    def change(tree: Any) -> None:
        for name in path[:-1]:
            tree = tree[name]
        if isinstance(tree, list) and path[-1] >= len(tree):
            tree.append(to)
        else:
            tree[path[-1]] = to

    return change


CHANGES = {
    "a value with a comment behind it": (setting("title", to="It's new"), """'It''s "over"'""", "'It''s new'"),
    "a value that was empty": (setting("empty", to="x: y"), "empty:\n", 'empty: "x: y"\n'),
    "a list that was empty": (setting("empty", to=["q"]), "empty:\n", "empty:\n  - q\n"),
    "one more key of a map": (setting("actors", "e", to="f"), "# not sure\n", "# not sure\n  e: f\n"),
    "one more item": (setting("places", 2, to="q"), "# twice\n", "# twice\n- q\n"),
    "a part of an item": (setting("quotes", 0, "kind", to="partial"), '  two"\n', '  two"\n    kind: partial\n'),
    "an item below its dash": (setting("quotes", 1, "speaker", to="u"), "speaker: b", "speaker: u"),
    "a quotation of two lines": (setting("quotes", 0, "text", to="one two six"), '"one\n      two"', '"one two six"'),
    "a list in brackets": (setting("flow", "c", to=["1", "2", "k, l"]), "'2']", "'2', \"k, l\"]"),
    "a map in braces": (setting("flow", "a", to="z"), "{a: b", "{a: z"),
    "a last line without a break": (setting("x", to={"y": ["1"]}), "last: zz", 'last: zz\nx:\n  "y":\n    - "1"\n'),
    "a text of several lines": (setting("last", to="a\nb"), "last: zz", "last: |-\n  a\n  b"),
    "a list in place of a text": (setting("last", to=["a", "b"]), "last: zz", "last:\n  - a\n  - b"),
    "a key taken away": (lambda tree: tree.pop("last"), "last: zz", ""),
    "an item taken away": (lambda tree: tree["places"].remove("x"), "- x\n", ""),
    "a first item": (lambda tree: tree["places"].insert(0, "w"), "- x\n", "- w\n- x\n"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("name", CHANGES)
def test_only_the_changed_letters(name: str, end: str) -> None:
    """Each change replaces one piece of the text, with the line endings of the file."""
    change, old, new = CHANGES[name]
    assert TEXT.count(old) == 1
    text = TEXT.replace("\n", end)
    assert changed(text, change) == Patched(TEXT.replace(old, new).replace("\n", end))


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda tree: tree["actors"].pop("c"), ("actors", "c")),
        (lambda tree: tree["actors"].pop("a"), ("actors", "a")),
        (setting("note", to="changed"), ("note",)),
        (lambda tree: tree.pop("places"), ("places",)),
        (lambda tree: tree["places"].reverse(), ("places",)),
        (setting("date", to=["a", "b"]), ("date",)),
    ],
)
def test_a_value_with_a_comment_is_a_persons(change: Callable[[dict[str, Any]], Any], path: tuple[str, ...]) -> None:
    """A comment that would go, or would stand elsewhere, keeps its value."""
    assert changed(TEXT, change) == Patched(None, (path,))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: &x one\nb: *x\n", setting("a", to="two")),
        ("a: &x one\nb: *x\n", setting("b", to="two")),
        ("a: &x {k: one}\nb: *x\n", setting("b", "k", to="two")),
        ("a: !!str one\n", setting("a", to="two")),
        ("a: {k: one}\nb:\n  <<: {k: two}\n  c: d\n", setting("b", "c", to="e")),
        ("a: one\na: two\n", setting("a", to="three")),
        ("? a\n: one\n", setting("a", to="three")),
        ("a: |+\n  one\n\n\nb: two\n", setting("a", to="three")),
    ],
    ids=["anchor", "alias", "map of an alias", "tag", "merge key", "key twice", "question mark", "kept blank lines"],
)
def test_what_cannot_be_changed_safely_is_left(text: str, change: Callable[[dict[str, Any]], Any]) -> None:
    """No new text, and a reason in words; or, where it is safe after all, exactly what was meant."""
    done = changed(text, change)
    if done.text is None:
        assert done.why
    else:
        before = read_tree(text)
        change(before)  # type: ignore[arg-type]
        assert read_tree(done.text) == before


def test_anchors_elsewhere_do_no_harm() -> None:
    """What stands beside them can be changed."""
    text = "a: &x one\nb: *x\nc: two # three\n"
    assert changed(text, setting("c", to="four")) == Patched("a: &x one\nb: *x\nc: four # three\n")


def _in_two_depths(tree: dict[str, Any]) -> None:
    tree["a"]["b"][0]["w"] = "v"
    tree["a"]["b"].append("z")
    tree["a"]["c"] = "d"


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("a:\n  - x", lambda tree: tree.update(a=["x", "w"], b="z"), "a:\n  - x\n  - w\nb: z\n"),
        ("a:\n- x", lambda tree: tree.update(a=["x", "w"], b="z"), "a:\n- x\n- w\nb: z\n"),
        ("a:", lambda tree: tree.update(a="x", b="w"), "a: x\nb: w\n"),
        (
            "a:\n  b:\n    - x: 1",
            _in_two_depths,
            "a:\n  b:\n    - x: 1\n      w: v\n    - z\n  c: d\n",
        ),
    ],
    ids=["an item and a key", "dashes below their key", "a value and a key", "two depths"],
)
def test_what_is_added_at_one_place_stands_in_its_own_map(
    text: str, change: Callable[[dict[str, Any]], Any], expected: str
) -> None:
    """Behind a last line without a break, lines of several depths come in their order."""
    assert changed(text, change) == Patched(expected)
