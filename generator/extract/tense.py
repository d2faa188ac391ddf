"""Whether the words about a date look back or ahead: a light reading of tense for dates that leave their year or week open.

The nearest verb to the left in the sentence decides, else the nearest to the right. Reporting verbs count only right
beside the date ("said on Friday"), for what they report has a tense of its own.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from generator.extract.lexicon import rules

REACH = 25


class _Words(msgspec.Struct, frozen=True):
    past: frozenset[str]
    ahead: frozenset[str]
    present: frozenset[str]
    reporting: frozenset[str]
    nouns: frozenset[str]


@cache
def _words() -> _Words:
    data = rules("dates-tense")
    return _Words(**{field: frozenset(data[field]) for field in _Words.__struct_fields__})


def lean(words: Sequence[str], start: int, end: int) -> int:
    """-1 when the words about tokens [start, end) tell of the past, 1 when of the future, 0 when they do not say."""
    left = _leftward(words, start)
    return left if left is not None else _rightward(words, end) or 0


def _leftward(words: Sequence[str], start: int) -> int | None:
    """None when no verb is to be seen."""
    for at in range(start - 1, max(start - REACH, -1), -1):
        if _ends_sentence(words, at):
            return None
        found = _tense(words, at, start - at)
        if found is not None:
            return found
    return None


def _rightward(words: Sequence[str], end: int) -> int | None:
    for at in range(end, min(end + REACH, len(words))):
        if _ends_sentence(words, at):
            return None
        found = _tense(words, at, at - end + 1)
        if found is not None:
            return found
    return None


def _tense(words: Sequence[str], at: int, distance: int) -> int | None:
    """What one word says; None for no verb."""
    known, word = _words(), words[at]
    if word in known.ahead:
        return 1
    if word in known.reporting:
        return -1 if distance <= 3 else None
    if word in known.past or (word.endswith("ed") and len(word) > 4 and word not in known.nouns):
        return -1
    return 0 if word in known.present else None


def _ends_sentence(words: Sequence[str], at: int) -> bool:
    """A line break, or a full stop, question or exclamation mark behind a word that is no abbreviation."""
    word = words[at]
    if word in ("\n", "?", "!", ";"):
        return True
    return word == "." and at > 0 and len(words[at - 1]) > 3
