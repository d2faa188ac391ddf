"""The text of a record beside its meaning: where its comments, anchors and list marks stand, and where values end."""

import re
from bisect import bisect_left
from typing import Any

import yaml

from generator.records.yamltext import is_null

_ENDS = re.compile(r"\r\n|[\n\r]")
_COMMENT = re.compile(r"#[^\r\n]*")
_MODELINE = "# yaml-language-server:"
_MARKS = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)


class UnsafeError(Exception):
    """The text cannot be changed there without a risk; says why."""


class Source:
    """A text that the parser has accepted. Offsets are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.comments: list[tuple[int, int]] = []
        self.marks: list[int] = []
        self.dashes: list[int] = []
        self._scan()

    def _scan(self) -> None:
        """Comments stand between tokens, or in the first line of a block of text."""
        end = 0
        for token in yaml.scan(self.text, yaml.CBaseLoader):
            start = token.start_mark.index
            self._look(end, start)
            if isinstance(token, _MARKS):
                self.marks.append(start)
            elif isinstance(token, yaml.BlockEntryToken):
                self.dashes.append(start)
            elif isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                self._look(start, self.line_end(start))
            end = max(end, token.end_mark.index)
        self._look(end, len(self.text))

    def _look(self, start: int, end: int) -> None:
        self.comments += [found.span() for found in _COMMENT.finditer(self.text, start, end)]

    def line_start(self, at: int) -> int:
        """Where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Where the line of an offset ends, before its break."""
        found = _ENDS.search(self.text, at)
        return found.start() if found else len(self.text)

    def next_line(self, at: int) -> int:
        """Where the line after that of an offset begins; the end of the text when there is none."""
        found = _ENDS.search(self.text, at)
        return found.end() if found else len(self.text)

    def has_comment(self, start: int, end: int) -> bool:
        """True when a comment begins there."""
        return any(start <= one < end for one, _ in self.comments)

    def comment_above(self, at: int) -> bool:
        """True when the line above that of an offset is a person's comment."""
        here = self.line_start(at)
        before = here - (2 if self.text[:here].endswith("\r\n") else 1)
        above = self.line_start(before) if here else 0
        line = self.text[above:here].strip()
        return line.startswith("#") and not line.startswith(_MODELINE)

    def has_mark(self, start: int, end: int) -> bool:
        """True when an anchor, an alias or a tag stands there."""
        return any(start <= one < end for one in self.marks)

    def end_of(self, node: yaml.Node, after: int) -> int:
        """Where a value ends, the blank lines and comments behind it left out. `after`: where its key or dash ends. Raises
        `UnsafeError` for an alias, whose value stands elsewhere."""
        if node.start_mark.index < after:
            raise UnsafeError("an alias stands there")
        if isinstance(node, yaml.ScalarNode):
            return after if is_null(node) and not node.value else self._scalar_end(node)
        end = int(node.end_mark.index)
        if not is_block(node) or not node.value:
            return end
        if isinstance(node, yaml.SequenceNode):
            return self.end_of(node.value[-1], self.dash(node.value[-1], after) + 1)
        key, value = node.value[-1]
        return self.end_of(value, self.colon(key) + 1)

    def _scalar_end(self, node: yaml.ScalarNode) -> int:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end

    def colon(self, key: yaml.Node) -> int:
        """Where the colon behind a key stands."""
        found = re.compile(r"[ \t]*:").match(self.text, key.end_mark.index)
        if not found:
            raise UnsafeError("a key stands there that is not followed by its colon")
        return found.end() - 1

    def dash(self, item: yaml.Node, after: int) -> int:
        """Where the dash before an item of a block list stands."""
        start = item.start_mark.index
        found = bisect_left(self.dashes, start) - 1
        if start < after or found < 0 or self.text[self.dashes[found] + 1 : start].strip():
            raise UnsafeError("an item stands there that does not follow its dash")
        return self.dashes[found]


def is_block(node: Any) -> bool:
    """True for a list or map on lines of its own."""
    return isinstance(node, yaml.CollectionNode) and not getattr(node, "flow_style", False)
