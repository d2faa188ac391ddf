"""Scores a timeline against another by the temporal relations both hold, as SemEval-2015 Task 4 does.

The task's page on its tools (alt.qcri.org/semeval2015/task4, "Tools") makes a graph of each timeline: every time anchor is a
TIMEX3; every event is SIMULTANEOUS with its anchor; an event that happens before another one is BEFORE it; events at the same
position are SIMULTANEOUS. The graphs are compared by the temporal awareness of TempEval-3 (UzZaman and Allen 2011; UzZaman et
al. 2013): precision is the share of the reduced system graph that follows from the gold graph, recall the share of the reduced
gold graph that follows from the system graph, and F1 is micro-averaged over the timelines. A relation is left out of a reduced
graph when it follows from those before it.

Choices where that page is silent: the relations come in the order anchors, same position, positions next to each other (the
rest is closure); two events need not be one entry of the timeline to be SIMULTANEOUS, the same position is enough; entries at
position 0, which the task gives to events that nothing orders, are no part of a graph; an unknown day (XXXX-XX-XX) is no
anchor, and XX at the end of a value is dropped; a relation that contradicts those before it (two positions of one day) is left
out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scoring.counting import Count


class Entry(NamedTuple):
    """Event mentions at one position of a timeline, and their day as the corpus writes it."""

    position: int
    day: str
    mentions: tuple[str, ...]


class Relation(NamedTuple):
    """`first` is BEFORE `second`, or SIMULTANEOUS with it."""

    first: str
    second: str
    before: bool


class Overlap(NamedTuple):
    """What one timeline shares with its gold: relations of the system that are right, of the gold that are found."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def plus(self, other: "Overlap") -> "Overlap":
        """Both together."""
        return Overlap(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """In per cent."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """In per cent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Graph:
    """Points in time with what follows from the relations added. `reduced`: those that did not follow from earlier ones."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._parent: dict[str, str] = {}
        self._after: dict[str, set[str]] = {}
        self.reduced: list[Relation] = []
        for relation in relations:
            if not self.holds(relation) and self._add(relation):
                self.reduced.append(relation)

    def holds(self, relation: Relation) -> bool:
        """Whether a relation is in the closure."""
        if relation.first not in self._parent or relation.second not in self._parent:
            return False
        first, second = self._root(relation.first), self._root(relation.second)
        return second in self._reached(first) if relation.before else first == second

    def _add(self, relation: Relation) -> bool:
        """Add what does not contradict the rest."""
        first, second = (self._root(self._known(name)) for name in (relation.first, relation.second))
        if first == second or first in self._reached(second) or second in self._reached(first):
            return False
        if relation.before:
            self._after[first].add(second)
        else:
            self._parent[second] = first
            self._after[first] |= self._after.pop(second)
        return True

    def _known(self, name: str) -> str:
        if name not in self._parent:
            self._parent[name] = name
            self._after[name] = set()
        return name

    def _root(self, name: str) -> str:
        while self._parent[name] != name:
            name = self._parent[name]
        return name

    def _reached(self, root: str) -> set[str]:
        """Everything later than `root`."""
        seen: set[str] = set()
        waiting = list(self._after[root])
        while waiting:
            name = self._root(waiting.pop())
            if name not in seen:
                seen.add(name)
                waiting.extend(self._after[name])
        return seen


def relations(timeline: Sequence[Entry]) -> Iterator[Relation]:
    """The relations of a timeline: anchors, the same position, the next position."""
    positions: dict[int, list[str]] = {}
    for entry in sorted(timeline, key=lambda one: one.position):
        if entry.position > 0:
            positions.setdefault(entry.position, []).extend(entry.mentions)
            day = plain_day(entry.day)
            yield from (Relation(mention, f"day {day}", before=False) for mention in entry.mentions if day)
    rows = list(positions.values())
    for row in rows:
        yield from (Relation(one, two, before=False) for one, two in pairwise(row))
    for row, later in pairwise(rows):
        yield from (Relation(one, two, before=True) for one in row for two in later)


def plain_day(day: str) -> str:
    """The known part of a day: "2008-03-XX" is "2008-03"; empty for "XXXX-XX-XX"."""
    return "-".join(part for part in day.split("-") if not part.startswith("XX"))


def overlap(gold: Sequence[Entry], found: Sequence[Entry]) -> Overlap:
    """What `found` shares with `gold`."""
    wanted, given = Graph(relations(gold)), Graph(relations(found))
    return Overlap(
        sum(wanted.holds(one) for one in given.reduced),
        len(given.reduced),
        sum(given.holds(one) for one in wanted.reduced),
        len(wanted.reduced),
    )


def mentions(gold: Sequence[Entry], found: Sequence[Entry]) -> Count:
    """Mentions that belong to the target, wherever they stand."""
    wanted, given = ({key for entry in timeline for key in entry.mentions} for timeline in (gold, found))
    return Count(len(wanted & given), len(wanted), len(given))
