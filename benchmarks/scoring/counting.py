"""Counts of what a reader expected and what was found, and the pairing of both."""

from collections.abc import Iterable
from typing import NamedTuple


class Count(NamedTuple):
    """Hits among `gold` expected and `found` predicted ones."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else 0.0

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(*(one + two for one, two in zip(self, other, strict=True)))


def best(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs in their order, each index in one of them at most."""
    taken: set[int] = set()
    used: set[int] = set()
    result = []
    for index, at in pairs:
        if index not in taken and at not in used:
            taken.add(index)
            used.add(at)
            result.append((index, at))
    return result
