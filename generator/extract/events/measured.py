"""Dates measured from another clause: "closed on 11 January, two weeks after floods cut 14 roads"."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import own_date
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.story import Story
from generator.extract.events.when import When, basis_of, inferred, own
from generator.model.dates import UNKNOWN, PartialDate, parse_edtf
from generator.model.mentions import Mention

if TYPE_CHECKING:
    from generator.model.records import DateBasis

LENGTH = re.compile(r"P(\d+)([DWMY])")
SAME_DAY = frozenset(("hours", "minutes", "moments", "shortly", "soon", "immediately", "hour"))
SIDES = {"after": -1, "before": 1}  # "two weeks after X": X was two weeks before


def measure_of(reading: Reading, clause: Clause) -> Mention | None:
    """The duration right before the word that subordinates the clause; `None` for one that is no number of days or more."""
    start = clause.words[0] if clause.words else 0
    if clause.marker not in SIDES or clause.lower(start) != clause.marker or start == 0:
        return None
    durations = (m for m in reading.mentions(clause.sentence, "date") if m.timex_type == "DURATION")
    return next(
        (m for m in durations if clause.position(m.end - 1) == start - 1 and LENGTH.fullmatch(m.timex or "")), None
    )


def measured(reading: Reading, telling: Telling, story: Story | None) -> When | None:
    """The date counted from that of the clause it hangs on, or from the story's where that clause only points at it ("The
    decision came eight days after ..."). Days give a day, weeks one given or taken, months a month, years a year; after a hedge
    ("nearly 40 days") it is `~`."""
    clause, measure = telling.clause, measure_of(reading, telling.clause)
    start = clause.words[0] if clause.words else 0
    hours = clause.marker in SIDES and clause.lower(start) == clause.marker and clause.lower(start - 1) in SAME_DAY
    if (measure is None and not hours) or clause.above < 0 or telling.date:
        return None
    base = _base(reading, reading.clauses[clause.sentence][clause.above], story)
    if base is None or base.date.precision != "day" or base.date.start is None:
        return None
    if measure is None:
        return When(base.date, inferred(reading), f"“{clause.lower(start - 1)} {clause.marker}” {base.date.edtf}")
    day = shifted(base.date.start, measure, SIDES[clause.marker], about=_is_hedged(clause, measure))
    basis: DateBasis = "inferred" if base.basis == "stated" and day.edtf.endswith("~") else base.basis
    return When(day, basis, f"“{measure.text} {clause.marker}” {base.date.edtf}") if day.edtf else None


def beside_measure(reading: Reading, telling: Telling, other: Telling) -> When | None:
    """The date of a clause counted from that of `other`, which hangs on it under "before" or "after" with a length of time:
    "have signed him 40 minutes before the window closed on Monday", "quit two days after the vote was lost on 3 May"."""
    under, when = other.clause, own(reading, other)
    start = under.words[0] if under.words else 0
    if telling.date or telling.is_statement or when is None or under.marker not in SIDES or start == 0:
        return None
    if when.date.precision != "day" or when.date.start is None or under.lower(start) != under.marker:
        return None
    if under.lower(start - 1) in SAME_DAY:
        return When(when.date, inferred(reading), f"“{under.lower(start - 1)} {under.marker}” {when.date.edtf}")
    measure = measure_of(reading, under)
    return counted(reading, telling.clause, measure, under.marker, when) if measure else None


def counted(reading: Reading, clause: Clause, measure: Mention, marker: str, base: When) -> When | None:
    """The date a length of time "after" or "before" that of `base`, which is a day."""
    if base.date.start is None:
        return None
    day = shifted(base.date.start, measure, -SIDES[marker], about=_is_hedged(clause, measure))
    return When(day, inferred(reading), f"“{measure.text} {marker}” {base.date.edtf}") if day.edtf else None


def _is_hedged(clause: Clause, measure: Mention) -> bool:
    """Spot "nearly 40 days" and "less than 40 days"."""
    before = clause.position(measure.start) - 1
    return not words().hedges.isdisjoint((clause.lower(before), clause.lower(before - 1)))


def _base(reading: Reading, above: Clause, story: Story | None) -> When | None:
    """The date of the clause counted from."""
    mention = own_date(reading, above, planned=False)
    if mention:
        return When(day_of(mention), basis_of(reading, mention))
    return story.when if story and above.verb.lemma in words().vague else None


def shifted(day: date, measure: Mention, side: int, *, about: bool) -> PartialDate:
    """The date so far from `day`; unknown outside the years 1 to 9999. A number of weeks is never meant to the day."""
    match = LENGTH.fullmatch(measure.timex or "")
    assert match  # noqa: S101 - measure_of gives no other
    number, unit = int(match[1]) * side, match[2]
    try:
        if unit == "Y":
            edtf = date(day.year + number, 1, 1).isoformat()[:4]
        elif unit == "M":
            months = day.year * 12 + day.month - 1 + number
            edtf = date(months // 12, months % 12 + 1, 1).isoformat()[:7]
        else:
            edtf = (day + timedelta(days=number * (7 if unit == "W" else 1))).isoformat()
    except (ValueError, OverflowError):
        return UNKNOWN
    return parse_edtf(f"{edtf}~" if about or unit == "W" else edtf)
