"""YAML in which every scalar is the text that was written: `No`, `12:30` and `2025-02-18` are text; null is empty.

Files become libyaml's nodes, which know their line and column, and nothing is ever built from a tag.
"""

from typing import Any, cast

import yaml

from generator.problems import Problem, Where
from generator.records.yamlchecks import check_after, check_before
from generator.records.yamlerrors import explain

Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_NODES = 200_000
MAX_LEVELS = 50
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class _Loader(yaml.CBaseLoader):
    """libyaml without the search for what type a scalar or path might have: a quarter of the time."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        """No tag."""

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        """No path."""

    def ascend_resolver(self) -> None:
        """No path."""


def compose(text: str, shown: str) -> tuple[yaml.Node | None, tuple[Problem, ...]]:
    """The root node of a document, `None` for an empty or unreadable one, and what is wrong with the text. Problems are
    placed in `shown`, the path as people know it."""
    problem = check_before(text, shown)
    if problem:
        return None, (problem,)
    try:
        node = _Loader(text).get_single_node()
    except yaml.YAMLError as error:
        return None, (explain(error, text, shown),)
    return node, tuple(check_after(node, text, shown)) if node else ()


def is_null(node: yaml.Node) -> bool:
    """True for nothing at all, `~`, and `null` in its spellings, unquoted."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def scalar(node: yaml.ScalarNode) -> str:
    """The text of a scalar."""
    return "" if not node.style and node.value in _NULLS else cast("str", node.value)


def plain(root: yaml.Node) -> Tree:
    """`root` as text, lists and maps. Raises `ValueError` where aliases make it larger than any record."""
    left = MAX_NODES

    def build(node: yaml.Node, level: int) -> Tree:
        nonlocal left
        left -= 1
        if left < 0 or level > MAX_LEVELS:
            raise ValueError("its aliases multiply without limit")
        if isinstance(node, yaml.MappingNode):
            return {str(key.value): build(value, level + 1) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [build(item, level + 1) for item in node.value]
        return scalar(cast("yaml.ScalarNode", node))

    return build(root, 0)


def locate(text: str, keys: tuple[str | int, ...], shown: str, *, value: bool = False) -> Where:
    """Where the key stands that `keys` (names of maps, indexes of lists) lead to, the nearest there is when some do not exist;
    `value`: where its value stands, if that is a text."""
    node, _ = compose(text, shown)
    mark = node.start_mark if node else None
    for key in keys:
        pair = _child(node, key)
        if pair is None:
            break
        mark, node = pair[0].start_mark, pair[1]
    if value and isinstance(node, yaml.ScalarNode) and not is_null(node):
        mark = node.start_mark
    return Where(shown, mark.line + 1, mark.column + 1) if mark else Where(shown)


def _child(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None
