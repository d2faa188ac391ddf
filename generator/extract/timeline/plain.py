"""Words as readers see them: "A380s", "787-8" and "C-Class" are one each, a genitive's mark is none."""

import re
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
