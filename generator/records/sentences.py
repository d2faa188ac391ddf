"""Which sentences of two readings of an article are one: word for word, or corrected.

A sentence that stands in both is itself. One that stands in neither place but the other is compared by its words, of which
those that many sentences have ("said on Tuesday that") count little. Where it stands in the article never counts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from math import log

LIKE = 0.5  # the least likeness of a sentence and its correction
_PART = 0.75  # what a part of a sentence is worth beside the whole
_HELD = 0.8  # how much of a part the whole must hold
_PART_WORDS = 5  # words from which a part is known again
_COMMON = 40  # sentences in which a word leads nowhere
_WORD = re.compile(r"\w+")


class Wordings:
    """The sentences of `before` and `after`, and which of them are one. `text`: of the article as it is now; what still stands
    there is not what was corrected."""

    def __init__(self, before: Iterable[str], after: Iterable[str], text: str = "") -> None:
        old, new = dict.fromkeys(before), dict.fromkeys(after)
        self._count = len({**old, **new})
        self._in = Counter(word for sentence in {**old, **new} for word in _words(sentence))
        gone = [one for one in old if one not in new and one not in text]
        holders = defaultdict(list)
        for one in gone:
            for word in _words(one):
                holders[word].append(one)
        self._same: dict[str, dict[str, float]] = {one: {one: 1.0} for one in new if one in old}
        for one in new:
            if one not in old:
                near = {there for word in _words(one) if len(holders[word]) <= _COMMON for there in holders[word]}
                found = {there: likeness for there in sorted(near) if (likeness := self._likeness(there, one)) >= LIKE}
                self._same |= {one: found} if found else {}

    def same(self, sentence: str) -> dict[str, float]:
        """The sentences of `before` that one of `after` may be, each with its likeness, `LIKE` to 1."""
        return self._same.get(sentence, {})

    def overlap(self, before: Collection[str], after: Collection[str]) -> float:
        """Shared part of both together, 0 to 1."""
        best = (max((like for one, like in self.same(new).items() if one in before), default=0.0) for new in after)
        return sum(best) / (max(len(before), len(after)) or 1)

    def best(self, before: Collection[str], after: Collection[str]) -> float:
        """The likeness of the two sentences that are most alike."""
        return max((like for new in after for one, like in self.same(new).items() if one in before), default=0.0)

    def _likeness(self, first: str, second: str) -> float:
        one, other = _words(first), _words(second)
        shared = self._weight(one & other)
        whole = shared / (self._weight(one | other) or 1.0)
        smaller = min(one, other, key=len)
        held = shared / (self._weight(smaller) or 1.0)
        is_part = held >= _HELD and len(smaller) >= _PART_WORDS
        return max(whole, _PART * held) if is_part else whole

    def _weight(self, words: Iterable[str]) -> float:
        return sum(log(1 + self._count / self._in[word]) for word in sorted(words))


@lru_cache(maxsize=8192)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.casefold()))
