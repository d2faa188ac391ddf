"""Who held which office on the day of an event. Lookups only: nothing is filled in."""

from datetime import date
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.records import Actor, Office


class Held(NamedTuple):
    """An office; `certain` is False when the dates known allow, but do not settle, that it was held on the day."""

    office: Office
    certain: bool


def office_on(actor: Actor, when: PartialDate) -> tuple[Held, ...]:
    """The offices the actor held, or may have held, at `when`, in the order of the record. An open date such as
    `../2025-02-18` counts by the day it names; at an unknown date nobody holds anything."""
    first, last = _days(when)
    if first is None or last is None:
        return ()
    return tuple(held for office in actor.offices if (held := _held(office, first, last)))


def _days(when: PartialDate) -> tuple[date | None, date | None]:
    if when.start and when.end:
        return when.start, when.end
    anchor = when.anchor
    return (anchor, date.fromordinal(anchor.toordinal() + 1)) if anchor and anchor < date.max else (None, None)


def _held(office: Office, first: date, last: date) -> Held | None:
    """An unknown bound of the office is an open one; a coarse bound ("2025-01") may fall on either side of the day."""
    begins, begun = office.from_.start, office.from_.end
    ends, ended = office.to.start, office.to.end
    if (begins and last <= begins) or (ended and ended <= first):
        return None
    surely_begun = not begun or begun <= date.fromordinal(first.toordinal() + 1)
    surely_lasting = not ends or last <= date.fromordinal(ends.toordinal() + 1)
    return Held(office, certain=surely_begun and surely_lasting)
