"""Which sentences of two readings of an article are one: word for word, or corrected.

A sentence that stands in both is itself. One that stands in neither place but the other is compared by its words, of which
those that many sentences have ("said on Tuesday that") count little. Where it stands in the article never counts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import fsum, log

LIKE = 0.5  # the least likeness of a sentence and its correction
_PART = 0.75  # what a part of a sentence is worth beside the whole
_HELD = 0.8  # how much of a part the whole must hold
_PART_WORDS = 5  # words from which a part is known again
_COMMON = 40  # sentences in which a word leads nowhere
_LIKELY = 12  # sentences that share most of those words, looked at closely
_WORD = re.compile(r"\w+")


class Wordings:
    """The sentences of `before` and `after`, and which of them are one. `text`: of the article as it is now; what still stands
    there is not what was corrected."""

    def __init__(self, before: Iterable[str], after: Iterable[str], text: str = "") -> None:
        old, new = dict.fromkeys(before), dict.fromkeys(after)
        every = {**old, **new}
        often = Counter(word for sentence in every for word in _words(sentence))
        self._weights = {word: log(1 + len(every) / count) for word, count in often.items()}
        holders = defaultdict(list)
        for one in old:
            if one not in new and one not in text:
                for word in _words(one):
                    holders[word].append(one)
        self._same: dict[str, dict[str, float]] = {one: {one: 1.0} for one in new if one in old}
        for one in new:
            found = {} if one in old else self._found(one, holders)
            self._same |= {one: found} if found else {}

    def _found(self, sentence: str, holders: Mapping[str, Sequence[str]]) -> dict[str, float]:
        """The sentences that one may have been, looked for among those that share most of its rarer words."""
        near: Counter[str] = Counter()
        for word in sorted(_words(sentence)):
            there = holders.get(word, ())
            near.update(there if len(there) <= _COMMON else ())
        likely = sorted(near, key=lambda one: (-near[one], one))[:_LIKELY]
        return {one: likeness for one in likely if (likeness := self._likeness(one, sentence)) >= LIKE}

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
        return fsum(self._weights[word] for word in words)


@lru_cache(maxsize=8192)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.casefold()))
