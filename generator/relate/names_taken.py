"""Names claimed twice: an alias that is another event's id, a spelling that two actors or places share."""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Actor, Event, Outlet, Place
from generator.problems import Problem
from generator.settings import Settings


def check_names(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Report event aliases that lead nowhere certain, and names of two records of one kind."""
    found = (
        *_aliases(corpus.events),
        *_shared("actor", corpus.actors.values()),
        *_shared("place", corpus.places.values()),
        *_shared("outlet", corpus.outlets.values()),
    )
    return msgspec.structs.replace(corpus, review=(*corpus.review, *found)), found


def _aliases(events: dict[str, Event]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for event in events.values():
        for alias in event.aliases:
            holder = alias if alias in events else taken.setdefault(alias, event.id)
            if holder != event.id:
                message = f"the alias {alias!r} already leads to {holder}"
                yield Problem(event.where, "warning", "alias-taken", message, "keep it in one of the two records")


def _shared(kind: str, records: Iterable[Actor | Place | Outlet]) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for record in records:
        for name in dict.fromkeys((record.name, *record.aliases)):
            holder = holders.setdefault(name.casefold(), record.id)
            if holder != record.id:
                hint = "if they are one, merge the records; if not, keep the name where it is meant more often"
                message = f"{name!r} also names the {kind} {holder}"
                yield Problem(record.where, "info", "name-shared", message, hint)
