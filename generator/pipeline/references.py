"""Which ids the records name, so that no record is taken away that another one leads to."""

from collections import Counter
from collections.abc import Iterable

from generator.model.records import Actor, ArticleRecord, Briefing, Event, Outlet, Place, Record


def ids_named(record: Record) -> frozenset[str]:
    """The ids of actors, places, outlets and events that a record names (words that are no id among them do no harm)."""
    match record:
        case Event():
            return frozenset(_of_event(record)) - {""}
        case ArticleRecord():
            return frozenset((record.outlet,)) - {""}
        case Actor():
            return frozenset((record.country, *(office.organisation for office in record.offices))) - {""}
        case Place():
            return frozenset((record.country,)) - {""}
        case Briefing():
            return frozenset((*record.actors, *record.places))
        case Outlet():
            return frozenset()


def _of_event(event: Event) -> Iterable[str]:
    yield from event.actors
    yield from event.places
    yield from event.distinct_from
    for quote in event.quotes:
        yield from (quote.speaker, quote.to)
    for remark in event.remarks:
        yield remark.speaker
    for citation in event.sources.values():
        yield from (citation.according_to, citation.outlet)


class References:
    """How many records name each id."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._counts: Counter[str] = Counter()
        for record in records:
            self._counts.update(ids_named(record))

    def change(self, before: Record | None, after: Record | None) -> None:
        """Take one version of a record out and another in."""
        self._counts.subtract(ids_named(before) if before else ())
        self._counts.update(ids_named(after) if after else ())

    def named_beside(self, ids: Iterable[str], records: Iterable[Record]) -> frozenset[str]:
        """Those of `ids` that others than `records` name."""
        own: Counter[str] = Counter()
        for record in records:
            own.update(ids_named(record))
        return frozenset(ident for ident in ids if self._counts[ident] > own[ident])
