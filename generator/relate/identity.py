"""Events that may be one event told twice. They are shown to a person; nothing is merged here.

Pairs are compared only within blocks (one day and one rarer word of the title), so the work grows with the number of
events, not with its square.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import msgspec

from generator.model.corpus import Corpus
from generator.model.event_types import event_type
from generator.model.records import Event
from generator.problems import Problem
from generator.settings import Settings

_WORD = re.compile(r"[^\W_]+")
_STEM = 6  # letters that tell a word apart from its inflections well enough: "negotiations", "negotiate"
_LONGEST = 7  # days: a longer interval coincides with everything
_BLOCK = 40  # a word more common than this on one day tells nothing
_ALIKE = 0.55


class _Look(NamedTuple):
    event: Event
    words: frozenset[str]
    actors: frozenset[str]
    group: str


def find_duplicates(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Add a review item for each pair that looks like one event and that nobody has declared distinct."""
    pairs = sorted(_candidates(tuple(_look(e) for e in corpus.events.values() if e.status != "dismissed")))
    found = tuple(_item(corpus.events[first], corpus.events[second]) for first, second in pairs)
    return msgspec.structs.replace(corpus, review=(*corpus.review, *found)), ()


def _look(event: Event) -> _Look:
    stems = frozenset(_stems(event.title))
    return _Look(event, stems, frozenset(event.actors), event_type(event.type).group)


@lru_cache(maxsize=65536)
def _stems(title: str) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in _WORD.findall(title.casefold()) if len(word) > 3)


def _candidates(looks: tuple[_Look, ...]) -> set[tuple[str, str]]:
    blocks: dict[tuple[date, str], list[_Look]] = defaultdict(list)
    common = Counter(word for look in looks for word in look.words)
    for look in looks:
        rarest = sorted(look.words, key=lambda word: (common[word], word))[:4]
        for block_day in _days(look.event):
            for word in rarest:
                blocks[block_day, word].append(look)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) <= _BLOCK:
            found.update(_pair(a, b) for a, b in combinations(block, 2) if _may_be_one(a, b))
    return found


def _days(event: Event) -> Iterator[date]:
    start, end, anchor = event.date.start, event.date.end, event.date.anchor
    if start and end and (end - start).days <= _LONGEST:
        yield from (start + timedelta(days=n) for n in range((end - start).days))
    elif anchor:
        yield anchor


def _may_be_one(a: _Look, b: _Look) -> bool:
    if b.event.id in a.event.distinct_from or a.event.id in b.event.distinct_from:
        return False
    if a.event.status == b.event.status == "extracted" and set(a.event.sources) == set(b.event.sources):
        return False  # one article's own events were told apart when it was read
    shared = _share(a.actors, b.actors)
    if not shared and (a.actors or b.actors):
        return False
    kindred = 1.0 if a.event.type == b.event.type else 0.6 if a.group == b.group else 0.0
    return 0.5 * _share(a.words, b.words) + 0.3 * shared + 0.2 * kindred >= _ALIKE


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set both have; 0 when one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _pair(a: _Look, b: _Look) -> tuple[str, str]:
    return (a.event.id, b.event.id) if a.event.id < b.event.id else (b.event.id, a.event.id)


def _item(first: Event, second: Event) -> Problem:
    hint = (
        f"if they are one, move the sources into one record and dismiss the other; if not, distinct_from: [{second.id}]"
    )
    message = f"{first.title!r} may be the same event as {second.title!r} ({second.id})"
    return Problem(first.where, "info", "duplicate-possible", message, hint)
