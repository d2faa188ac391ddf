"""Quotes in single marks, told apart from apostrophes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_OPENER = re.compile(r"(?<![^\s(\[{—–\-“\"/])['‘](?=[\w“\"…\[$£€])(?!')")
_CLOSER = re.compile(r"(?<=[^\s'‘’(\[])['’](?![\w'’])")
# words that lose their beginning to an apostrophe, and decades: 'em, '90s
_ELIDED = re.compile(r"['‘](?:\d0s\b|\d\d\b|em\b|tis\b|twas\b|til\b|cause\b|bout\b|round\b|n['’])", re.IGNORECASE)
_LONGEST = 3_000


def single_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end) of every span in single marks, marks included, in order. A mark after an "s" ("the workers' hall") closes
    only where no surer one follows."""
    if "'" not in text and "‘" not in text:
        return
    openers = [match.start() for match in _OPENER.finditer(text) if not _ELIDED.match(text, match.start())]
    closers = [match.start() for match in _CLOSER.finditer(text)] if openers else []
    sure = [at for at in closers if not _possessive(text, at)]
    starts = [start for start, _ in paragraphs]
    end = -1
    for number, opener in enumerate(openers):
        if opener < end:
            continue
        limit = paragraphs[max(bisect_right(starts, opener) - 1, 0)][1] if paragraphs else len(text)
        if number + 1 < len(openers):
            limit = min(limit, max(openers[number + 1], opener + 1))
        closer = _first(sure, opener, limit) or _first(closers, opener, limit)
        if closer and closer - opener < _LONGEST:
            end = closer + 1
            yield opener, end


def _possessive(text: str, at: int) -> bool:
    """Whether the mark may be the apostrophe of a plural: an "s" before, a word after."""
    return text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _first(positions: Sequence[int], after: int, before: int) -> int:
    at = bisect_left(positions, after + 1)
    return positions[at] if at < len(positions) and positions[at] < before else 0
