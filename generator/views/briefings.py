"""Briefings: what happened in a span of days, from records; and what only a person can add."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

import msgspec

from generator.model.dates import PartialDate, day, parse_edtf
from generator.model.records import Briefing, Event
from generator.views.actors import company
from generator.views.catalogue import Catalogue
from generator.views.page import PageModel, Plan
from generator.views.rows import Group, Link, Ref
from generator.views.timeline import by_day
from generator.views.words import date_words, long_words

_NAMES = 12
_A_DAY = 12
"""Events shown of one day on the home page; the rest is a link away."""


class Digest(msgspec.Struct, frozen=True):
    """A span of days in events: `when` in words, `days` newest first, who takes part, who reports it."""

    when: str
    days: tuple[Group, ...]
    total: int
    actors: tuple[Ref, ...]
    outlets: tuple[Ref, ...]
    written: Briefing | None = None
    path: str = ""
    cut_off: str = ""


def briefing_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`briefings/index` and one page a briefing, the newest first."""
    written = ordered(catalogue)
    yield Plan("briefings/index", partial(_index, catalogue, written))
    for briefing in written:
        yield Plan(f"briefings/{briefing.id}", partial(_page, catalogue, briefing))


def _index(catalogue: Catalogue, written: list[Briefing]) -> PageModel:
    links = tuple(
        (Link(b.title, f"briefings/{b.id}", len(chosen(catalogue, b))), date_words(interval(b))) for b in written
    )
    description = {"description": "What happened, by span of days."}
    return PageModel("briefings/index", "pages/briefings.html", "Briefings", {"briefings": links}, description)


def _page(catalogue: Catalogue, briefing: Briefing) -> PageModel:
    model = {"digest": of_briefing(catalogue, briefing)}
    meta = {"description": briefing.bottom_line or briefing.title}
    path = f"briefings/{briefing.id}"
    return PageModel(path, "pages/briefing.html", briefing.title, model, meta, briefing.where.path)


def ordered(catalogue: Catalogue) -> list[Briefing]:
    """Every briefing that is shown, the one that reaches furthest first."""
    shown = [briefing for briefing in catalogue.corpus.briefings.values() if briefing.status != "dismissed"]
    return sorted(shown, key=lambda b: (interval(b).end or date.min, b.id), reverse=True)


def interval(briefing: Briefing) -> PartialDate:
    """From the first day to the last."""
    first, last = briefing.from_, briefing.to
    if first.edtf and last.edtf and first.edtf != last.edtf:
        return parse_edtf(f"{first.edtf}/{last.edtf}") if _in_order(first, last) else last
    return last if last.edtf else first


def _in_order(first: PartialDate, last: PartialDate) -> bool:
    plain = "/" not in first.edtf + last.edtf
    return plain and first.start is not None and last.end is not None and first.start < last.end


def chosen(catalogue: Catalogue, briefing: Briefing) -> tuple[Event, ...]:
    """The events of the span that pass the filter: of each kind of name given, one at least must match."""
    span = interval(briefing)
    filters = (briefing.actors, briefing.places, briefing.tags, briefing.types)
    return tuple(
        event
        for event in catalogue.events
        if event.date.anchor
        and span.contains(event.date.anchor)
        and all(
            not wanted or not set(wanted).isdisjoint(names)
            for wanted, names in zip(filters, (event.actors, event.places, event.tags, (event.type,)), strict=True)
        )
    )


def of_briefing(catalogue: Catalogue, briefing: Briefing) -> Digest:
    """A written briefing with its events, oldest day first, as it is read."""
    events = chosen(catalogue, briefing)
    digest = _digest(catalogue, date_words(interval(briefing)), events, by_day(catalogue, events))
    cut_off = long_words(briefing.cut_off) if briefing.cut_off.edtf else ""
    return msgspec.structs.replace(digest, written=briefing, path=f"briefings/{briefing.id}", cut_off=cut_off)


def newest(catalogue: Catalogue) -> Digest:
    """The last days that have events: a written briefing where one reaches the newest day, else computed."""
    last = newest_day(catalogue)
    if last is None:
        return _digest(catalogue, "", (), ())
    for briefing in ordered(catalogue):
        if briefing.to.edtf and interval(briefing).contains(last):
            return of_briefing(catalogue, briefing)
    first = last - timedelta(days=catalogue.settings.home_days - 1)
    span = [first + timedelta(days=n) for n in range(catalogue.settings.home_days)]
    events = tuple(e for value in span for e in catalogue.by_day.get(value.isoformat(), ()) if e.status != "planned")
    when = date_words(parse_edtf(f"{first}/{last}")) if first < last else date_words(day(last))
    days = tuple(_shortened(group) for group in by_day(catalogue, events, newest_first=True))
    return _digest(catalogue, when, events, days)


def newest_day(catalogue: Catalogue) -> date | None:
    """The newest day on which something happened that was not merely planned."""
    happened = (
        e.date.anchor for e in catalogue.events if e.status != "planned" and e.date.precision in ("day", "span", "open")
    )
    until = catalogue.as_of or date.max
    return max((value for value in happened if value and value <= until), default=None)


def _shortened(group: Group) -> Group:
    """The events told by most outlets, in the day's order, when a day has too many."""
    if group.total <= _A_DAY:
        return group
    best = sorted(group.rows, key=lambda row: (-row.outlets, row.id))[:_A_DAY]
    kept = {row.id for row in best}
    rows = tuple(row for row in group.rows if row.id in kept)
    return msgspec.structs.replace(group, rows=rows, path=f"timeline/{group.key[1:8]}#{group.key}")


def _digest(catalogue: Catalogue, when: str, events: Sequence[Event], days: tuple[Group, ...]) -> Digest:
    counts = Counter(outlet for event in events for outlet in set(catalogue.outlets_of(event)))
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]
    outlets = tuple(msgspec.structs.replace(catalogue.outlet(outlet), count=count) for outlet, count in best)
    return Digest(when, days, len(events), company(catalogue, events, most=_NAMES), outlets)
