"""YAML as text, with its places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Where
from generator.records.yamltext import compose, locate, plain

TEXT = "title: Talks\nactors:\n  a: agent\n  b: speaker\nplaces: [x, y]\n"


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("title",), 1, 1),
        (("actors", "b"), 4, 3),
        (("places", 1), 5, 13),
        (("actors", "nobody"), 2, 1),
        ((), 1, 1),
    ],
)
def test_locate(keys: tuple, line: int, column: int) -> None:
    """A key, an item, or the nearest there is, is found at its line and column."""
    assert locate(TEXT, keys, "x.yml") == Where("x.yml", line, column)


def test_locate_in_a_broken_file() -> None:
    """Without a tree there is the file at least."""
    assert locate("a: b: c", ("a",), "x.yml") == Where("x.yml")


def test_a_bomb_does_not_explode() -> None:
    """Nine levels of ten aliases each are refused, not built."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    node, problems = compose("\n".join(lines), "x.yml")
    assert not problems
    assert node
    with pytest.raises(ValueError, match="multiply"):
        plain(node)


@given(st.text(alphabet=st.sampled_from("a:-#\n \t'\"[]{}&*!|>%@`,?\\é<=~0"), max_size=80))
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    """Whatever is written, the reader answers with a tree, nothing, or a problem at a line of the file."""
    node, problems = compose(text, "x.yml")
    for problem in problems:
        assert 1 <= problem.where.line <= text.count("\n") + 2
        assert problem.message
    if any(problem.level == "error" for problem in problems):
        return
    assert node is None or plain(node) is not None
