"""A .txt article: lines to blocks. A line is a paragraph, unless the text is wrapped at a column; then lines are joined."""

import re
from itertools import pairwise

from generator.read.blocks import Block, Copy
from generator.read.lines import is_labelled

_BULLET = re.compile(
    r"\s*(?:(?:[-–—*~]|\(?\d{1,2}[.)]|\[\d{1,2}\]|#\d{1,2}|[a-h]\))\s+(?=\S)|[•·▪■●►▶‣◦○◆♦✦➤➜➔➡⇒✔✓❯⁃→»]+\s*(?=[^\W_]|[“‘\"'\[]))"
)
_NARROWEST, _WIDEST = 40, 120  # columns at which people and programs wrap
_SLACK = 8  # columns a wrapping program may leave unused
_FINAL = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")


def read_plain(text: str) -> Copy:
    """The blocks of `text`: one for each paragraph or list item, with the white space inside a line kept."""
    lines = text.split("\n")
    width = wrap_width(lines)
    blocks: list[Block] = []
    open_lines: list[str] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        open_lines.append(line)
        if not (width and following.strip() and _continues(line, following, width)):
            blocks.append(_block(open_lines, gap=not following.strip()))
            open_lines = []
    return Copy(tuple(blocks))


def wrap_width(lines: list[str]) -> int:
    """The column the lines are wrapped at, or 0. Wrapped lines are those that end within a sentence where the
    next line's first word would not have fitted."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.strip() and following.strip() and not _begins(following)
    ]
    if len(pairs) < 3:
        return 0
    width = max(len(line.rstrip()) for line, _ in pairs)
    forced = sum(1 for line, following in pairs if _forced(line, following, width) and not _FINAL.search(line))
    unwrapped = sum(1 for line in lines if len(line.rstrip()) > width + _SLACK)
    wrapped = _NARROWEST <= width <= _WIDEST and forced * 2 >= len(pairs) and unwrapped * 4 <= len(pairs)
    return width if wrapped else 0


def _begins(line: str) -> bool:
    """A list item or a labelled field goes on from no line."""
    return bool(_BULLET.match(line)) or is_labelled(line)


def _forced(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def _continues(line: str, following: str, width: int) -> bool:
    if _begins(following):
        return False
    indented = len(following) - len(following.lstrip()) >= 2
    if indented and not (line[:1].isspace() or _BULLET.match(line)):
        return False
    if following.lstrip()[:1].islower():
        return True
    return _forced(line, following, width) and not (_FINAL.search(line) and len(line) < width * 3 // 4)


def _block(lines: list[str], *, gap: bool) -> Block:
    first = lines[0]
    bullet = _BULLET.match(first)
    parts = [first[bullet.end() :].strip() if bullet else first.strip(), *(line.strip() for line in lines[1:])]
    spaced = [parts[0], *(f"{'' if _is_tight(before) else ' '}{part}" for before, part in pairwise(parts))]
    return Block("".join(spaced), "item" if bullet else "paragraph", gap=gap)


def _is_tight(line: str) -> bool:
    """A line that breaks after a dash goes on without a space: peace-keeping, casualties—many."""
    return line.endswith("—") or (line.endswith("-") and line[-2:-1].isalpha())
