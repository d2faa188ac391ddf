"""Dates beside each other that say what the other is: weekdays of a list are in order, a date in brackets is its weekday's."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from generator.extract.dates.edtf import first_moment
from generator.extract.dates.grammar import Rule
from generator.extract.dates.reading import Hit, Reading

Read = tuple[Hit, Rule, Reading]
_JOINTS = frozenset((",", "and", "or", "on", "&"))
_DAY = len("2025-02-18")


def between(first: Read, second: Read) -> Sequence[str]:
    """The tokens between two readings."""
    return first[0].line.words[first[0].end : second[0].start]


def is_listed(first: Read, second: Read) -> bool:
    """Whether the second goes on with a list: "Tuesday and Thursday", "on Tuesday, on Thursday"."""
    words = between(first, second)
    alike = first[2].kind == second[2].kind == "DATE" and len(first[2].timex) == len(second[2].timex)
    return alike and 0 < len(words) <= 3 and _JOINTS.issuperset(words)


def ordered(found: Sequence[Read], published: date | None) -> tuple[Read, ...]:
    """The readings, where a weekday in brackets is of its date, two times are of one day, and weekdays of a list that would
    stand on both sides of publication ("Tuesday and Thursday" on a Wednesday) are of one week."""
    result = [
        _bracketed(
            _of_one_day(read, found[index + 1 : index + 2]),
            found[index + 1 : index + 2],
            found[max(0, index - 1) : index],
        )
        for index, read in enumerate(found)
    ]
    for index in range(len(result) - 1, 0, -1):
        result[index - 1] = _before(result[index - 1], result[index], published)
    for index in range(1, len(result)):
        result[index] = _behind(result[index - 1], result[index], published)
    return tuple(result)


def _of_one_day(read: Read, following: Sequence[Read]) -> Read:
    """A time without a day of its own before one that has: "between 2 a.m. and 4 a.m. on Sunday"."""
    if not following or read[1].make != "clock" or following[0][1].make != "clock" or _has_day(read[0]):
        return read
    joined = " ".join(between(read, following[0])) in ("and", "to", "or", "-", "–", "until")
    day, _, _time = following[0][2].timex.partition("T")
    hour = read[2].timex.partition("T")[2]
    return _moved(read, f"{day}T{hour}") if joined and _has_day(following[0][0]) else read


def _has_day(hit: Hit) -> bool:
    """Whether a day is named with a time."""
    return any(hit.words(name) for name in ("w", "t", "m", "n"))


def _bracketed(read: Read, following: Sequence[Read], before: Sequence[Read]) -> Read:
    """A weekday with the date behind or before it in brackets: that date, where it is of that weekday."""
    weekday = read[0].number("w", "WEEKDAY", "WEEKDAYABBR")
    beside = [other for other in following if between(read, other) == ["("]] + [
        other for other in before if between(other, read) == ["("]
    ]
    if read[1].id not in ("weekday", "part-of-day") or not weekday or not beside or beside[0][2].kind != "DATE":
        return read
    there = first_moment(beside[0][2].timex).date
    fits = there is not None and len(beside[0][2].timex) == _DAY and there.isoweekday() == weekday
    return _moved(read, f"{there}{read[2].timex[_DAY:]}") if fits else read


def _before(first: Read, second: Read, published: date | None) -> Read:
    """The first of two weekdays that are over."""
    days = _straddling(first, second, published)
    over = days and published and days[0] < published and days[1] < published
    return _moved(first, (days[0] - timedelta(weeks=1)).isoformat()) if days and over else first


def _behind(first: Read, second: Read, published: date | None) -> Read:
    """The second of two weekdays to come."""
    days = _straddling(first, second, published)
    ahead = days and published and days[0] > published and days[1] > published
    return _moved(second, (days[1] + timedelta(weeks=1)).isoformat()) if days and ahead else second


def _straddling(first: Read, second: Read, published: date | None) -> tuple[date, date] | None:
    """The days of two weekdays of a list that stand in the order of a week, but are read in the other."""
    if published is None or not first[1].id == second[1].id == "weekday" or not is_listed(first, second):
        return None
    left, right = first_moment(first[2].timex).date, first_moment(second[2].timex).date
    if not left or not right or left.isoweekday() >= right.isoweekday() or left < right:
        return None
    return left, right


def _moved(read: Read, timex: str) -> Read:
    return read[0], read[1], msgspec.structs.replace(read[2], timex=timex)
