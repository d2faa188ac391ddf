"""A tree before, a tree after, and the text between: only what differs is written, and the rest keeps every byte.

Comments, quoting, order of keys, blank lines, indentation, line endings and anchors survive because they are not touched. A
value that would take a comment with it is left to the person; a text that cannot be changed without a risk is left whole. The
result is read again, and counts only when it says exactly what was meant.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import yaml

from generator.records.source import Source, UnsafeError, is_block
from generator.records.splice import Change, applied, flow_change, item_lines, key_lines, scalar_text
from generator.records.trees import Path, names, pair
from generator.records.yamltext import compose, is_null, plain

Reading = Callable[[Any], Any]


class Patched(NamedTuple):
    """`text`: the new text; `None` where it could not be made. `commented`: the values that hold a comment, which must stay
    as they are. `why`: what makes the text unsafe to change, in words."""

    text: str | None
    commented: tuple[Path, ...] = ()
    why: str = ""


def patch(
    text: str, before: Mapping[str, Any], after: Mapping[str, Any], reading: Reading = lambda tree: tree
) -> Patched:
    """`text`, which says `before`, made to say `after`. `reading` brings a parsed text into the form of the two trees."""
    try:
        node, _ = compose(text, "")
        if not isinstance(node, yaml.MappingNode):
            return Patched(None, (), "it is no map")
        source = Source(text)
        run = _Run(source)
        run.map(node, before, after, (), 0)
        if run.commented:
            return Patched(None, tuple(run.commented))
        new = applied(source, run.changes)
        why = _differs(new, source, after, reading)
    except _CoarseError:
        return Patched(None, (), "its keys do not stand on lines of their own")
    except (UnsafeError, ValueError, yaml.YAMLError) as error:
        return Patched(None, (), str(error))
    return Patched(None, (), why) if why else Patched(new)


def _differs(text: str, source: Source, after: Mapping[str, Any], reading: Reading) -> str:
    """Why a new text is not what was meant; empty when it is."""
    node, _ = compose(text, "")
    if node is None or reading(plain(node)) != after:
        return "the changed text would not say what was meant"
    old = [source.text[slice(*span)] for span in source.comments]
    new = Source(text)
    return "" if [text[slice(*span)] for span in new.comments] == old else "a comment would be lost"


class _CoarseError(Exception):
    """The parts cannot be changed one by one; the whole value can."""


class _Run:
    """The changes to one text, as they are found."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.changes: list[Change] = []
        self.commented: list[Path] = []

    def map(
        self, node: yaml.MappingNode, before: Mapping[str, Any], after: Mapping[str, Any], path: Path, start: int
    ) -> None:
        """Change a map key by key. `start`: where the key or dash before it ends."""
        if node.flow_style:
            return self.whole_flow(node, after, path, start)
        pairs = {str(key.value): (key, value) for key, value in node.value}
        if len(pairs) < len(node.value) or "<<" in pairs:
            raise UnsafeError("a key stands there twice, or a merge key")
        for name in before:
            if name not in after:
                self.remove_key(*pairs[name], (*path, name))
        last = ""
        for name, value in after.items():
            if name not in pairs:
                self.insert_key(pairs[last] if last else node.value[-1], name, value)
            elif before.get(name) != value:
                self.value(*pairs[name], before.get(name), value, (*path, name))
            last = name if name in pairs else last
        return None

    def value(self, key: yaml.Node, node: yaml.Node, before: Any, after: Any, path: Path) -> None:
        """Change the value of a key."""
        start = self.source.colon(key) + 1
        self.source.end_of(node, start)
        mark = len(self.changes), len(self.commented)
        try:
            self.inside(node, before, after, path, start)
        except _CoarseError:
            del self.changes[mark[0] :], self.commented[mark[1] :]
            lines = key_lines(after, key.start_mark.column, self.source.newline)
            self.replace(start, self.source.end_of(node, start), lines, path, keep_line=False)

    def inside(self, node: yaml.Node, before: Any, after: Any, path: Path, start: int) -> None:
        """Change a value at its parts. Raises `_CoarseError`."""
        if isinstance(before, dict) and isinstance(after, dict) and isinstance(node, yaml.MappingNode):
            return self.map(node, before, after, path, start)
        if isinstance(before, list) and isinstance(after, list) and isinstance(node, yaml.SequenceNode):
            return self.list(node, before, after, path, start)
        alone = after[0] if isinstance(before, list) and isinstance(after, list) and len(after) == 1 else after
        if not isinstance(node, yaml.ScalarNode) or not isinstance(alone, str):
            raise _CoarseError
        text = scalar_text(node, alone)
        if text is None:
            raise _CoarseError
        space = " " if text and is_null(node) and not node.value else ""
        begin = start if is_null(node) and not node.value else int(node.start_mark.index)
        return self.replace(begin, self.source.end_of(node, start), space + text, path, keep_line=True)

    def list(self, node: yaml.SequenceNode, before: list[Any], after: list[Any], path: Path, start: int) -> None:
        """Change a list item by item. Raises `_CoarseError` where items change places."""
        if node.flow_style:
            return self.whole_flow(node, after, path, start)
        items = [item for item in node.value if not (is_null(item))]
        kept = pair(before, after)
        order = [kept[index] for index in range(len(after)) if index in kept]
        if len(items) != len(before) or order != sorted(order):
            raise _CoarseError
        called = names(before)
        for index in set(range(len(before))) - {*order}:
            self.remove_item(items[index], (*path, called[index]))
        place = self.source.next_line(start) if node.start_mark.index >= self.source.next_line(start) else -1
        column = node.start_mark.column
        for index, value in enumerate(after):
            if index in kept:
                old = kept[index]
                if before[old] != value:
                    self.item(items[old], before[old], value, (*path, called[old]))
                end = self.source.end_of(items[old], self.source.dash(items[old], 0) + 1)
                place = self.source.next_line(end)
            else:
                self.insert(place, item_lines(value, column, self.source.newline))
        return None

    def item(self, node: yaml.Node, before: Any, after: Any, path: Path) -> None:
        """Change one item of a block list."""
        start = self.source.dash(node, 0) + 1
        self.source.end_of(node, start)
        mark = len(self.changes), len(self.commented)
        try:
            self.inside(node, before, after, path, start)
        except _CoarseError:
            del self.changes[mark[0] :], self.commented[mark[1] :]
            lines = item_lines(after, start - 1 - self.source.line_start(start), self.source.newline).lstrip()
            self.replace(start, self.source.end_of(node, start), f" {lines[2:].rstrip()}", path, keep_line=False)

    def whole_flow(self, node: yaml.CollectionNode, after: Any, path: Path, start: int) -> None:
        """Write a list or map in brackets anew; what stays keeps its spelling."""
        text = flow_change(node, after, self.source.text)
        self.replace(node.start_mark.index, self.source.end_of(node, start), text, path, keep_line=True)

    def replace(self, start: int, end: int, text: str, path: Path, *, keep_line: bool) -> None:
        """Put `text` in place of a value. `keep_line`: what stands behind it on its line may stay there."""
        source = self.source
        if source.has_comment(start, end if keep_line else source.line_end(end)):
            self.commented.append(path)
        elif source.has_mark(start, end):
            raise UnsafeError("an anchor, an alias or a tag stands there")
        else:
            self.changes.append(Change(start, end, text))

    def remove_key(self, key: yaml.Node, node: yaml.Node, path: Path) -> None:
        """Take an entry of a map away, with its lines."""
        source, start = self.source, int(key.start_mark.index)
        if source.text[source.line_start(start) : start].strip():
            raise _CoarseError
        self.remove(start, source.end_of(node, source.colon(key) + 1), path)

    def remove_item(self, node: yaml.Node, path: Path) -> None:
        """Take an item of a list away, with its lines."""
        start = self.source.dash(node, 0)
        if self.source.text[self.source.line_start(start) : start].strip():
            raise _CoarseError
        self.remove(start, self.source.end_of(node, start + 1), path)

    def remove(self, start: int, end: int, path: Path) -> None:
        source = self.source
        if source.comment_above(start) or source.has_comment(start, source.line_end(end)):
            self.commented.append(path)
        elif source.has_mark(start, end):
            raise UnsafeError("an anchor, an alias or a tag stands there")
        else:
            self.changes.append(Change(source.line_start(start), source.next_line(end), ""))

    def insert_key(self, behind: tuple[yaml.Node, yaml.Node], name: str, value: Any) -> None:
        """Write a new entry on lines of its own behind another."""
        key, node = behind
        end = self.source.end_of(node, self.source.colon(key) + 1)
        place = self.source.next_line(end)
        if is_block(node) and node.start_mark.index < self.source.line_end(key.start_mark.index):
            raise _CoarseError
        self.insert(place, key_lines({name: value}, key.start_mark.column, self.source.newline, inside=True))

    def insert(self, place: int, lines: str) -> None:
        """Write whole lines at the start of a line."""
        if place < 0:
            raise _CoarseError
        self.changes.append(Change(place, place, lines))
