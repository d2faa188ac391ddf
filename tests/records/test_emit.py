"""Text as YAML that reads back exactly, here and elsewhere."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.records.emit import Plain, emit, flow
from generator.records.yamltext import compose, plain

TEXTS = st.text(max_size=60) | st.sampled_from(
    [
        "no",
        "1e3",
        "- x",
        "a: b",
        " x",
        "x ",
        '"',
        "'",
        "a\nb",
        "|",
        "\t",
        "null",
        "~",
        "#",
        "a #b",
        "12:30",
        "\x85",
        "…",
        "[a",
        "\\",
    ]
)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


def read(text: str) -> object:
    """The tree our own reader makes of a text that holds no mistake."""
    node, problems = compose(text, "x.yml")
    assert node is not None, problems
    assert not [problem for problem in problems if problem.level == "error"]
    return plain(node)


@given(st.dictionaries(TEXTS, TREES, min_size=1, max_size=5))
@example({"a": "b\n\nc\n"})
@example({"x" * 2000: {"y" * 1100: ["z"]}})
@example({"": [""]})
def test_any_tree_reads_back(tree: dict) -> None:
    """Texts, lists and maps of any characters read back to the same."""
    assert read(emit(tree)) == tree


@given(TREES)
def test_flow_reads_back(tree: object) -> None:
    """An example on one line is YAML of the same meaning."""
    assert read(f"a: {flow(tree)}\n") == {"a": tree}


@given(st.dictionaries(TEXTS, TREES, min_size=1, max_size=5))
def test_other_readers_take_text_for_text(tree: dict) -> None:
    """A YAML 1.1 reader, which has types for `no`, `12:30` and dates, finds the same text."""
    assert yaml.safe_load(emit(tree)) == tree


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "on", "null", "~", "12:30", "1e3", "0o17", "0x1F", ".5", "1_000", "2025-02-18", "=", "<<", "y"],
)
def test_what_looks_typed_is_quoted(text: str) -> None:
    """What readers of YAML 1.1 or 1.2 would give a type stands in quotes, as a value and as a key."""
    assert emit({text: text}) == f'"{text}": "{text}"\n'


@pytest.mark.parametrize(
    "text",
    ["Trump’s talks, he said", "2025-02-12-trump-announces", "5 hours", "C++", "../x", "a:b", "https://example.org/#a"],
)
def test_plain_where_that_is_safe(text: str) -> None:
    """Ordinary text bears no quotes."""
    assert emit({"title": text}) == f"title: {text}\n"


def test_marked_dates_and_numbers_stand_plain() -> None:
    """A date or number that is known as one needs no quotes."""
    assert (
        emit({"date": Plain("2025-02-18"), "value": Plain("5"), "to": Plain()}) == "date: 2025-02-18\nvalue: 5\nto:\n"
    )


def test_lines_become_a_block() -> None:
    """A note of several lines stays readable; one that a block cannot hold exactly is escaped."""
    assert emit({"note": "One.\n\n- two\n"}) == "note: |\n  One.\n\n  - two\n"
    assert emit({"note": "One.\ntwo"}) == "note: |-\n  One.\n  two\n"
    assert emit({"note": "One. \ntwo"}) == 'note: "One. \\ntwo"\n'
