"""Where quotation marks open and close: straight, curly, angle, low-high and single ones, doubled apostrophes, and quotes
that run over paragraphs with the opening mark repeated.

Every paragraph is read once from left to right, with a short stack of open marks; what stays open at its end either goes on
in the next paragraph or is given up, so unbalanced text costs no more than balanced text.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.extract.quotes.single import single_spans

_MARK = re.compile(r"''|``|[\"“”„‟«»「」『』]")
_CLOSERS = {
    "“": "”“",
    "”": "”",
    "„": '“”"',
    "‟": "”“",
    "«": "»",
    "»": "«",
    '"': '"',
    "''": "''",
    "``": "''",
    "「": "」",
    "『": "』",
}
_DEEPEST = 4
_SHORTEST_UNCLOSED = 3
_LONGEST_UNCLOSED = 1_500


class Quoted(msgspec.Struct, frozen=True):
    """The outermost quoted spans, marks included. `closed` False where the closing mark is missing; `single` for single
    marks."""

    start: int
    end: int
    closed: bool = True
    single: bool = False


class _Open(msgspec.Struct, frozen=True):
    mark: str
    start: int


def quoted_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quoted, ...]:
    """All outermost quoted spans of `text`, in order, none overlapping."""
    spans: list[Quoted] = []
    running: _Open | None = None
    for index, (start, end) in enumerate(paragraphs):
        found, left = _paragraph(text, start, end, running)
        spans += found
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        running = left if left and following and _goes_on(text, left, following) else None
        if left and not running:
            spans += _given_up(text, left, end)
    singles = [Quoted(first, last, single=True) for first, last in single_spans(text, paragraphs)]
    return tuple(_outermost(spans, singles))


def _paragraph(text: str, start: int, end: int, running: _Open | None) -> tuple[list[Quoted], _Open | None]:
    """The spans closed in one paragraph, and the mark still open at its end. `running` was open before it."""
    marks = [(match.group(), match.start(), match.end()) for match in _MARK.finditer(text, start, end)]
    balanced = _balanced(marks)
    stack = [running] if running else []
    spans: list[Quoted] = []
    for number, (mark, first, last) in enumerate(marks):
        if number == 0 and running and not text[start:first].strip() and _opens(text, mark, first, last):
            continue  # the opening mark repeated
        if stack and _closes(text, stack, mark, first, last):
            opened = _pop(stack, mark)
            if not stack:
                spans.append(Quoted(opened.start, last))
        elif _opens(text, mark, first, last):
            if stack and stack[0].mark == mark and not balanced:
                stack = []  # its closing mark was forgotten
            if len(stack) < _DEEPEST:
                stack.append(_Open(mark, first))
    return spans, stack[0] if stack else None


def _balanced(marks: Sequence[tuple[str, int, int]]) -> bool:
    return sum(mark == "“" for mark, _, _ in marks) == sum(mark == "”" for mark, _, _ in marks)


def _opens(text: str, mark: str, first: int, last: int) -> bool:
    """Whether a mark can open a quote: it leans on what follows."""
    if mark in "“„‟«「『" or mark == "``":
        return not (mark in "“«" and _leans_left(text, first, last))
    if mark == "”" and (first == 0 or text[first - 1] == "\n"):
        return True
    return not _leans_left(text, first, last) and last < len(text) and not text[last].isspace()


def _leans_left(text: str, first: int, last: int) -> bool:
    """True when text stands close before the mark and none close behind."""
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    if before.isspace() or before in "([{—–-/“‘«":
        return False
    return not after.isalnum() or before.isalnum() or before in ".,!?…"


def _closes(text: str, stack: Sequence[_Open], mark: str, first: int, last: int) -> bool:
    top, bottom = stack[-1].mark, stack[0].mark
    if mark in ('"', "''"):
        leans = _leans_left(text, first, last)
        if mark in (top, bottom):
            return leans or text[last : last + 1] in ("", " ", "\n")
        return leans and not any(item.mark == mark for item in stack)
    if mark == "“" and top == "“":
        return _leans_left(text, first, last)
    return mark in _CLOSERS[top] or mark in _CLOSERS[bottom] or (mark == "”" and bottom == '"' and top == bottom)


def _pop(stack: list[_Open], mark: str) -> _Open:
    """Take the opened mark that `mark` closes off the stack: the innermost that fits, else the outermost."""
    for depth in range(len(stack) - 1, -1, -1):
        if mark in _CLOSERS[stack[depth].mark]:
            opened = stack[depth]
            del stack[depth:]
            return opened
    opened = stack[0]
    stack.clear()
    return opened


def _goes_on(text: str, left: _Open, following: tuple[int, int]) -> bool:
    """Whether the next paragraph repeats the opening mark, or holds the closing one before any other."""
    match = _MARK.search(text, *following)
    if not match:
        return False
    mark, first, last = match.group(), match.start(), match.end()
    if not text[following[0] : first].strip():
        return mark[0] == left.mark[0] and _opens(text, mark, first, last)
    return mark in _CLOSERS[left.mark] and mark != left.mark and first - left.start < _LONGEST_UNCLOSED


def _given_up(text: str, left: _Open, end: int) -> Iterator[Quoted]:
    """A quote never closed is taken to end with its paragraph, when it is short enough to be one."""
    last = end - (len(text[left.start : end]) - len(text[left.start : end].rstrip()))
    if _SHORTEST_UNCLOSED < last - left.start < _LONGEST_UNCLOSED:
        yield Quoted(left.start, last, closed=False)


def _outermost(doubles: Sequence[Quoted], singles: Sequence[Quoted]) -> Iterator[Quoted]:
    """Both kinds by position, without those that lie inside another. An unclosed span gives way to a closed one."""
    end = -1
    ordered = sorted((*doubles, *singles), key=lambda span: (span.start, -span.end))
    for span in ordered:
        if span.start >= end:
            yield span
            end = span.end
