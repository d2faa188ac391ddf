"""The letters of a change: new values as text in the manner of what stands there, and changes put into a text."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import yaml

from generator.records.emit import Plain, emit, flow, quoted, scalar
from generator.records.source import Source, UnsafeError
from generator.records.trees import pair
from generator.records.yamltext import plain


class Change(NamedTuple):
    """What stands from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


def applied(source: Source, changes: Iterable[Change]) -> str:
    """The text with all changes, which must not overlap. Lines that come behind a last line without a break get one."""
    text, parts, at = source.text, [], 0
    for change in sorted(changes, key=_order):
        if change.start < at:
            raise UnsafeError("two changes meet there")
        parts.append(text[at : change.start])
        last = next((part for part in reversed(parts) if part), "\n")
        if change.start == change.end == len(text) and _is_lines(change) and not last.endswith(("\n", "\r")):
            parts.append(source.newline)
        parts.append(change.text)
        at = change.end
    return "".join(parts) + text[at:]


def _order(change: Change) -> tuple[int, int, bool, int, bool]:
    """By place. At one place what goes on with a line comes first, then the lines furthest in; items before keys."""
    bare = change.text.lstrip(" ")
    return change.start, change.end, _is_lines(change), len(bare) - len(change.text), not bare.startswith("- ")


def _is_lines(change: Change) -> bool:
    """True for whole lines, which end with a break."""
    return change.text.endswith(("\n", "\r"))


def scalar_text(node: yaml.ScalarNode, value: str) -> str | None:
    """`value` on one line, quoted as the text is that it replaces; `None` where it needs lines of its own."""
    if "\n" in value or node.style in ("|", ">"):
        return None
    if node.style == '"' and not isinstance(value, Plain):
        one = quoted(value)
        return one if one[0] == '"' or '"' in value else f'"{one[1:-1]}"'
    if node.style == "'" and quoted(value)[:1] and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return scalar(value)


def key_lines(value: Any, column: int, newline: str, *, inside: bool = False) -> str:
    """What stands behind `key:` at a column: ` value`, or lines of their own. `inside`: `value` is a map, and its entries are
    written whole."""
    text = emit(value if inside else {"k": value})
    lines = text.splitlines()
    first = lines[0] if inside else lines[0].removeprefix("k:")
    indent = " " * column
    rest = [f"{indent}{line}" if line else "" for line in lines[1:]]
    return newline.join([f"{indent}{first}", *rest]) + newline if inside else newline.join([first, *rest])


def item_lines(value: Any, column: int, newline: str) -> str:
    """An item of a block list whose dashes stand at a column, with its last line's break."""
    _, *lines = emit({"k": [value]}).split("\n")[:-1]
    indent = " " * column
    return "".join(f"{indent}{line[2:]}{newline}" if line else newline for line in lines)


def flow_change(node: yaml.CollectionNode, after: Any, text: str) -> str:
    """A list or map in brackets that says `after`; entries that stay keep their letters."""
    if isinstance(node, yaml.MappingNode) and isinstance(after, Mapping):
        old = {str(key.value): (key, value) for key, value in node.value}
        return "{" + ", ".join(_entry(old.get(name), name, value, text) for name, value in after.items()) + "}"
    if not isinstance(node, yaml.SequenceNode) or not isinstance(after, list):
        return flow(after)
    before = [plain(item) for item in node.value]
    kept = pair(before, after)
    items = []
    for index, value in enumerate(after):
        same = index in kept and before[kept[index]] == value
        items.append(_letters(node.value[kept[index]], text) if same else flow(value))
    return "[" + ", ".join(items) + "]"


def _entry(old: tuple[yaml.Node, yaml.Node] | None, name: str, value: Any, text: str) -> str:
    if old is None:
        return f"{flow(name)}: {flow(value)}"
    key, node = old
    if plain(node) == value:
        return f"{_letters(key, text)}: {_letters(node, text)}"
    if isinstance(node, yaml.CollectionNode):
        return f"{_letters(key, text)}: {flow_change(node, value, text)}"
    return f"{_letters(key, text)}: {flow(value)}"


def _letters(node: yaml.Node, text: str) -> str:
    return text[node.start_mark.index : node.end_mark.index]
