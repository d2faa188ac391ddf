"""Names claimed twice: an alias that is another event's id, a spelling that two actors or places share."""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Actor, Event, Outlet, Place
from generator.problems import Problem
from generator.relate.findings import Finding, Keys, placed
from generator.settings import Settings


def check_names(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Report event aliases that lead nowhere certain, and names of two records of one kind."""
    findings = (
        *_aliases(corpus.events),
        *_shared("actor", corpus.actors.values()),
        *_shared("place", corpus.places.values()),
        *_shared("outlet", corpus.outlets.values()),
    )
    found = placed(findings, settings)
    return msgspec.structs.replace(corpus, review=(*corpus.review, *found)), found


def _aliases(events: dict[str, Event]) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for event in events.values():
        for number, alias in enumerate(event.aliases):
            holder = alias if alias in events else taken.setdefault(alias, event.id)
            if holder != event.id:
                message = f"expected an earlier id of this event only, found {alias!r}, which leads to {holder} already"
                problem = Problem(event.where, "warning", "alias-taken", message, "keep it in one of the two records")
                yield Finding(problem, ("aliases", number))


def _shared(kind: str, records: Iterable[Actor | Place | Outlet]) -> Iterator[Finding]:
    holders: dict[str, str] = {}
    for record in records:
        for name, keys in _names(record):
            holder = holders.setdefault(name.casefold(), record.id)
            if holder != record.id:
                hint = "if they are one, merge the records; if not, keep the name where it is meant more often"
                message = f"expected a name of one {kind}, found {name!r}, which also names {holder}"
                yield Finding(Problem(record.where, "info", "name-shared", message, hint), keys)


def _names(record: Actor | Place | Outlet) -> Iterator[tuple[str, Keys]]:
    yield record.name, ("name",)
    yield from ((alias, ("aliases", number)) for number, alias in enumerate(record.aliases) if alias != record.name)
