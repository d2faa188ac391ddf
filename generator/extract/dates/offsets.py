"""A length of time and the date it is counted from are one date: "two days after Christmas", "the Friday before 3 May"."""

from collections.abc import Iterable
from datetime import timedelta

import msgspec

from generator.extract.dates.edtf import first_moment
from generator.extract.dates.grammar import Rule, grammar
from generator.extract.dates.moment import nearest_weekday, shift
from generator.extract.dates.numbers import VAGUE, number
from generator.extract.dates.reading import Hit, Reading, State
from generator.extract.lexicon import rules

RULE = "from-date"
_WAYS = {"before": -1, "after": 1, "following": 1}
_MOST = 1000  # units

Read = tuple[Hit, Rule, Reading]


def lone_unit(hit: Hit, _state: State) -> Reading:
    """`the day` of "the day after Christmas", which is no date by itself."""
    return Reading("P1" + str(hit.value("u", "UNIT"))[0].upper(), "DURATION", "")


def counted_from(found: Iterable[Read]) -> tuple[Read, ...]:
    """The readings, where a length or weekday, "before" or "after" and a date are one; lone units without a date are left
    out."""
    result: list[Read] = []
    for read in found:
        merged = _merged(result[-1], read) if result else None
        if merged or (result and result[-1][1].id == RULE and result[-1][2].kind == "DURATION"):
            result.pop()
        result.append(merged or read)
    return tuple(read for read in result if read[1].id != RULE or read[2].kind != "DURATION")


def _merged(first: Read, second: Read) -> Read | None:
    direction = _direction(first[0], second[0])
    if not direction or second[2].kind != "DATE" or not second[2].timex[:4].isdigit():
        return None
    value = _weekday(first, second[2], direction) or _counted(first, second[2], direction)
    if not value or "X" in value:
        return None
    start = first[0].start
    start -= first[1].id == "weekday" and start > 0 and first[0].line.words[start - 1] == "the"
    hit = msgspec.structs.replace(first[0], start=start, end=second[0].end)
    rule = next(rule for rule in grammar().rules if rule.id == RULE)
    return hit, rule, Reading(value, anchor=second[2].anchor)


def _direction(first: Hit, second: Hit) -> int:
    """-1 for "before", 1 for "after" between the two; 0 where something else stands there."""
    between = first.line.words[first.end : second.start]
    if not 1 <= len(between) <= 2 or between[1:] not in ([], ["the"]):
        return 0
    return _WAYS.get(between[0], 0)


def _weekday(first: Read, date: Reading, direction: int) -> str:
    """The weekday before or after a day."""
    base = first_moment(date.timex).date
    number_of = first[0].number("w", "WEEKDAY")
    if first[1].id != "weekday" or base is None or not number_of or len(date.timex) != len("2025-02-18"):
        return ""
    return nearest_weekday(base + timedelta(days=direction), number_of, direction).isoformat()


def _counted(first: Read, date: Reading, direction: int) -> str:
    """So many units before or after a date that is as fine as they are; not what lasted so long ("held for two days
    before")."""
    hit, base = first[0], first_moment(date.timex)
    known = rules("dates")["offsets"]
    words = hit.line.words[hit.start : hit.end]
    before = hit.line.words[hit.start - 1] if hit.start else ""
    counted = first[1].make == "duration" and before not in known["lasting"] and not set(words) & {*known["bounding"]}
    if not (counted or first[1].id == RULE):
        return ""
    unit = str(hit.value("u", "UNIT", "UNITS") or "")
    count = number(hit.words("n")) if hit.words("n") else 1.0
    fine = (
        base.day
        if unit in ("day", "week", "fortnight")
        else base.month
        if unit == "month"
        else unit == "year" and base.year
    )
    if (
        count == VAGUE
        or not 0 < count < _MOST
        or count != int(count)
        or hit.words("half")
        or hit.words("k")
        or not fine
    ):
        return ""
    return shift(base, "week" if unit == "fortnight" else unit, direction * int(count) * (1 + (unit == "fortnight")))


MAKERS = {"lone_unit": lone_unit}
