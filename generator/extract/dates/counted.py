"""Dates counted in units: "three years ago", "two weeks from now", "a year earlier", "the day before"."""

from calendar import monthrange

from generator.extract.dates.anchors import (
    current_quarter,
    last_date,
    last_reading,
    lean,
    neighbours,
    part,
    relation,
    today,
)
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import NEVER, UNKNOWN, Moment, read, shift
from generator.extract.dates.numbers import VAGUE, number, year
from generator.extract.dates.reading import AnchorKind, Hit, Modifier, Reading, State
from generator.extract.lexicon import rules

PERIOD_REACH = 300  # tokens: how near a quarter must stand for "a year earlier" to mean that quarter
YEAR_REACH = 30  # tokens: how near a year must stand to be compared with instead
COMPARED = 7  # tokens: how far before "in two years" stands what it compares ("the first time in two years")
_TOO_FAR = 100_000
_DAYS = {"week": 7, "weekend": 7, "fortnight": 14}


def ago(hit: Hit, state: State) -> Reading | None:
    """`three years ago`: the unit that many units before publication. "A year ago" near a quarter is that quarter's."""
    return _counted(hit, state, -1, today(state), "publication")


def from_now(hit: Hit, state: State) -> Reading | None:
    """`two weeks from now`, "in two weeks' time"."""
    return _counted(hit, state, 1, today(state), "publication")


def ago_exactly(hit: Hit, state: State) -> Reading | None:
    """`ten years ago today`, `two years ago this month`, `the same day last year`: so many units away, as fine as the last
    word says."""
    published, named = today(state), year(hit.words("y"))
    direction = relation(hit.words("rel")) or -1
    count = number(hit.words("n")) if hit.words("n") else 1.0
    if not 0 < count < _TOO_FAR or count != int(count):
        return None
    unit = _unit(hit) if hit.words("n") else "year"
    if not hit.words("n") and not named:
        published = _of_this_year(hit, state)
    moved = _moved(published, unit, named - published.year if named else int(count) * direction)
    value = shift(moved, str(hit.value("x", "UNIT") or "day"), 0)
    return Reading(value, anchor="publication" if "X" not in value else "")


def _of_this_year(hit: Hit, state: State) -> Moment:
    """The day that "the same day last year" repeats: the last one told of the article's year, else the article's own."""
    this, fine = today(state), hit.word("x") == "month"
    told = last_date(
        hit, state, lambda moment: moment.year == this.year and moment.month > 0 and (fine or moment.day > 0)
    )
    return told if told != NEVER and "same" in hit.line.words[hit.start : hit.end] else this


def _moved(base: Moment, unit: str, count: int) -> Moment:
    """The day so many units away; the last of the month where it has no such day."""
    if unit in ("day", "week", "fortnight", "weekend") or not base.day:
        return read(shift(base, "week" if not base.day else "day", count * _DAYS.get(unit, 1)))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit, 12)
    there = read(shift(base, "month", count * months))
    if not there.year:
        return NEVER
    return Moment(there.year, there.month, min(base.day, monthrange(there.year, there.month)[1]))


def coming_days(hit: Hit, state: State) -> Reading | None:
    """`will reopen in two weeks`; not "the first time in two weeks", nor what took two weeks."""
    before = hit.line.words[max(0, hit.start - COMPARED) : hit.start]
    known = rules("dates")
    compared = any(
        word in known["compared"] or word in known["classes"]["ORDWORD"] or word.endswith("est") for word in before
    )
    return None if compared or lean(hit) <= 0 else from_now(hit, state)


def later(hit: Hit, state: State) -> Reading | None:
    """`two days later`, `a year earlier`, `three years on`, "the day before": from the latest date of the text."""
    way = hit.word("way")
    if way == "on" and neighbours(hit)[1] not in (",", ".", ";", "–", "—"):
        return None
    direction = -1 if way in ("earlier", "previously", "before") else 1
    unit = _unit(hit)
    base = last_date(hit, state, lambda moment: _is_base(hit, state, moment), compared=unit == "year" and direction > 0)
    anchor: AnchorKind = "context"
    if base == NEVER and direction > 0:
        return None if way == "on" else Reading(UNKNOWN[unit], anchor="")
    if base == NEVER:
        base, anchor = today(state), "publication"
    return _counted(hit, state, direction, base, anchor)


def _unit(hit: Hit) -> str:
    return str(hit.value("u", "UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS"))


def _is_base(hit: Hit, state: State, moment: Moment) -> bool:
    """Whether "three years on" and the like can be counted from a date: it is fine enough, and "on" does not lead past the
    article's day."""
    unit, count = _unit(hit), number(hit.words("n"))
    if not _fine_enough(moment, unit):
        return False
    return hit.word("way") != "on" or count <= 0 or _shifted(moment, unit, min(count, _TOO_FAR))[0] <= today(state).iso


def _fine_enough(moment: Moment, unit: str) -> bool:
    return (
        moment.day > 0
        if unit in ("day", "week", "fortnight", "weekend")
        else moment.month > 0
        if unit == "month"
        else True
    )


def _counted(hit: Hit, state: State, direction: int, base: Moment, anchor: AnchorKind) -> Reading | None:
    unit, count = _unit(hit), number(hit.words("n")) if hit.words("n") else 1.0
    count += 0.5 * bool(hit.words("half")) if count > 0 else 0
    if count == VAGUE:
        return Reading("PAST_REF", anchor="") if anchor == "publication" and not hit.words("way") else None
    if not 0 < count < _TOO_FAR:
        return None
    period = _period_before(hit, state) if unit == "year" and count == 1 else ""
    if period[:4].isdecimal():
        return Reading(f"{int(period[:4]) + direction:04}{period[4:]}", anchor="context")
    value, modifier = _shifted(base, unit, count * direction)
    return Reading(value, anchor=anchor if "X" not in value else "", modifier=part(hit) or modifier)


def _shifted(base: Moment, unit: str, count: float) -> tuple[str, Modifier]:
    """The value so many units away, and `APPROX` where the unit is coarser than the value. Hours leave the day as it is."""
    if unit in ("hour", "minute", "second"):
        return shift(base, "day", 0), ""
    if unit in ("decade", "century"):
        return shift(base, "year", int(count * (10 if unit == "decade" else 100))), "APPROX"
    if unit == "fortnight":
        return shift(base, "week", int(count) * 2), ""
    if unit == "year" and abs(count) < 1:
        return shift(base, "month", int(count * 12)), "APPROX"
    return shift(_half_moved(base, unit, count), unit, int(count)), ""


def _half_moved(base: Moment, unit: str, count: float) -> Moment:
    """The base moved by the half of "two and a half years"."""
    if unit != "year" or count == int(count) or not base.month:
        return base
    return first_moment(shift(base, "month", 6 if count > 0 else -6))


def _period_before(hit: Hit, state: State) -> str:
    """The quarter that "a year earlier" compares with: the one the report is about, unless a year was named last."""
    named = last_reading(
        hit, state, lambda reading: reading.anchor == "absolute" and reading.timex[:4].isdigit(), YEAR_REACH
    )
    if named and "-Q" not in named.timex:
        return ""
    return "" if months_last(hit, state) else current_quarter(hit, state, PERIOD_REACH)


def months_last(hit: Hit, state: State) -> bool:
    """Whether the period a report spoke of last is a number of months and no quarter ("In the nine months, net rose")."""
    latest = last_reading(hit, state, _is_period, YEAR_REACH)
    return latest is not None and latest.kind == "DURATION"


def _is_period(reading: Reading) -> bool:
    """A quarter, or a number of months that a report is about."""
    return "-Q" in reading.timex or (reading.kind == "DURATION" and reading.timex in ("P6M", "P9M", "P12M"))


MAKERS = {"ago": ago, "ago_exactly": ago_exactly, "from_now": from_now, "coming_days": coming_days, "later": later}
