"""What the reading of one file collects, and the words of its messages: what was expected, found, and an example."""

from typing import Any, assert_never, cast

import yaml

from generator.problems import Problem, Where
from generator.records.dump import marked
from generator.records.emit import flow
from generator.records.shape import Choice, Date, Group, Key, Listing, Mapping, Shape, Text
from generator.records.yamltext import MAX_NODES, scalar


class Notes:
    """The problems of one file, and how many of its nodes may still be visited."""

    __slots__ = ("left", "path", "problems")

    def __init__(self, path: str) -> None:
        self.path = path
        self.left = MAX_NODES
        self.problems: list[Problem] = []

    def add(self, node: yaml.Node | None, code: str, message: str, hint: str = "") -> None:
        """Note an error at the node, or of the whole record."""
        where = (
            Where(self.path, node.start_mark.line + 1, node.start_mark.column + 1) if node else Where(self.path, 1, 1)
        )
        self.problems.append(Problem(where, "error", code, message, hint))

    def children(self, node: yaml.CollectionNode) -> list[Any]:
        """The children of a list or map; none once aliases have multiplied them without limit."""
        before, self.left = self.left, self.left - len(node.value)
        if self.left >= 0:
            return cast("list[Any]", node.value)
        if before >= 0:
            self.add(node, "yaml-too-large", "expected a record, found aliases that multiply without limit")
        return []


def expected(shape: Shape) -> str:
    """The form in words: "a list of texts"."""
    match shape:
        case Text():
            return "a text"
        case Date():
            return "a date"
        case Choice():
            *first, last = filter(None, shape.values)
            return f"{', '.join(first)} or {last}"
        case Listing():
            return f"a list, each item {expected(shape.item)}"
        case Mapping():
            return f"a map from names to {expected(shape.value)}"
        case Group():
            return f"a map with {', '.join(key.name for key in shape.keys[:3])}" + (" …" if len(shape.keys) > 3 else "")
        case _:
            assert_never(shape)


def found(node: yaml.Node) -> str:
    """What stands there instead, in words."""
    if isinstance(node, yaml.ScalarNode):
        text = scalar(node)
        return f"the text {text if len(text) <= 40 else text[:39] + '…'!r}" if text else "nothing"
    return "a map" if isinstance(node, yaml.MappingNode) else "a list"


def example(key: Key) -> str:
    """The key with a correct value, on one line."""
    return f"write, for example, {key.name}: {flow(marked(key.shape, key.example))}"
