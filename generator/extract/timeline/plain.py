"""Words as readers see them: "A380s", "787-8" and "C-Class" are one each, a genitive's mark is none."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Word(NamedTuple):
    """A word with its offsets into the article's text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4_000)
def plain_words(text: str, offset: int) -> tuple[Word, ...]:
    """The words of `text`, which begins at `offset`."""
    return tuple(Word(found[0], offset + found.start(), offset + found.end()) for found in _WORD.finditer(text))


End = Callable[[Sequence[Word], int], int]
"""Gives where a form of a name ends that begins at a word; 0 where none does."""


def goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a name or a number goes on at `at`, right behind the word before."""
    near = at < len(words) and words[at].start - words[at - 1].end <= 1
    return near and (words[at].text[0].isupper() or words[at].text[0].isdigit())


def inside(spans: set[tuple[int, int]]) -> set[int]:
    """Every place inside some spans."""
    return {place for start, end in spans for place in range(start, end)}
