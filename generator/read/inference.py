"""The day of publication where nothing states it: from the address, from the text's full dates, from a year others can tell.

None of this is certain, so each result is marked doubtful (`2025-02-18?`) unless the address carries the day itself."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.model.dates import DateError, PartialDate, parse_edtf
from generator.read.rules import alternatives, rules
from generator.read.stamps import month_number, month_pattern

YearHint = Callable[[str], tuple[int, str] | None]
_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_.-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\da-z])(?P<year2>(?:19|20)\d\d)(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])(?![\da-z])",
    re.IGNORECASE,
)
_ADDRESS_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")
_LEDE = 3  # paragraphs
_BEFORE = 60  # characters in which a sentence may have said that a date is to come
_DECEMBER_TO_JANUARY = 6  # months apart, beyond which two days of one report lie in two years


class Inferred(NamedTuple):
    """A date and, in words, what it was taken from."""

    date: PartialDate
    note: str


class _Day(NamedTuple):
    """A day of the text; `year` is 0 where it names none, `weekday` 0 to 6 or -1."""

    year: int
    month: int
    day: int
    weekday: int


def from_address(address: str, what: str) -> Inferred | None:
    """The day, or else the month, that an address or a file name carries: `/2025/02/18/`, `2025-02-18-title`, `20250218`."""
    for match in _ADDRESS.finditer(address):
        year, month, day = (match[name] or match[f"{name}2"] for name in ("year", "month", "day"))
        number = int(month) if month.isdigit() else _month(month)
        found = _edtf(f"{year}-{number:02}-{int(day):02}")
        if found:
            return Inferred(found, f"date in the {what}")
    month_only = _ADDRESS_MONTH.search(address)
    found = _edtf(f"{month_only['year']}-{month_only['month']}") if month_only else None
    return Inferred(found, f"month in the {what}") if found else None


def from_text(text: str, paragraphs: tuple[tuple[int, int], ...], year_hint: YearHint | None) -> Inferred | None:
    """The day the text points to: a full date of its lede; else the latest day of the lede in the year that `year_hint` tells
    from what `text` says, or that the text's latest full date bounds; else that year alone."""
    lede_end = paragraphs[min(_LEDE, len(paragraphs)) - 1][1] if paragraphs else 0
    lede = list(_days(text[:lede_end]))
    stated = [day for day in lede if day.year]
    if stated:
        latest = max(stated)
        return _doubtful(date(latest.year, latest.month, latest.day), "the latest full date of the first paragraphs")
    hint = year_hint(text) if year_hint else None
    if hint:
        return _in_year(hint[0], lede, hint[1])
    full = max((day for day in _days(text) if day.year), default=None)
    return _after(full, lede) if full else None


def _in_year(year: int, lede: list[_Day], note: str) -> Inferred:
    newest = _newest(lede)
    day = _valid(year, newest.month, newest.day) if newest else None
    if day is None or newest is None:
        return Inferred(parse_edtf(f"{year:04}?"), f"year from {note}")
    wrong = newest.weekday >= 0 and day.weekday() != newest.weekday
    return (
        Inferred(parse_edtf(f"{year:04}?"), f"year from {note}; the weekday of the text does not fit its day")
        if wrong
        else _doubtful(day, f"latest day of the first paragraphs, year from {note}")
    )


def _after(full: _Day, lede: list[_Day]) -> Inferred | None:
    bound = date(full.year, full.month, full.day)
    newest = _newest(lede)
    if newest is None:
        return _doubtful(bound, "the latest full date of the text")
    days = (_valid(year, newest.month, newest.day) for year in (full.year, full.year + 1))
    day = next((day for day in days if day and day >= bound), None)
    if day is None or (newest.weekday >= 0 and day.weekday() != newest.weekday):
        return None
    return _doubtful(
        day, f"latest day of the first paragraphs, first after the text's latest full date, {bound.isoformat()}"
    )


def _newest(days: list[_Day]) -> _Day | None:
    """The latest of days without a year; when they lie more than half a year apart, autumn belongs to the year before."""
    months = [day.month for day in days]
    turn = bool(months) and max(months) - min(months) > _DECEMBER_TO_JANUARY
    early = [day for day in days if not turn or day.month <= _DECEMBER_TO_JANUARY]
    return max(early, key=lambda day: (day.month, day.day), default=None)


def _days(text: str) -> Iterator[_Day]:
    """The days of `text` that may be about the report's own time; those the text looks back on or ahead to are left out."""
    weekdays = [name.lower()[:3] for name in rules("dates")["weekdays"][:7]]
    for match in _day_pattern().finditer(text):
        if match["before"] or _is_ahead(text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        number = month_number(match["month"] or match["month2"])
        day, year = int(match["day"] or match["day2"]), int(match["year"] or match["year2"] or 0)
        weekday = weekdays.index(match["weekday"].lower()[:3]) if match["weekday"] else -1
        if _valid(year or 2000, number, day):
            yield _Day(year, number, day, weekday)


def _is_ahead(before: str) -> bool:
    """True when the sentence has said, shortly before, that what it tells of is still to come."""
    return bool(_ahead_pattern().search(re.split(r"[.!?]\s", before)[-1]))


@cache
def _ahead_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(rules('dates')['ahead'])})\b", re.IGNORECASE)


@cache
def _day_pattern() -> re.Pattern[str]:
    month, year = month_pattern(), r"(?:,?\s+(?P<{0}>(?:19|20)\d\d)\b)?"
    before, weekdays = alternatives(rules("dates")["background"]), alternatives(rules("dates")["weekdays"])
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+)?(?:the\s+)?(?:\b(?P<weekday>{weekdays})\b\.?,?\s+)?"
        rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{month}){year.format('year')}"
        rf"|\b(?P<month2>{month})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]?\d){year.format('year2')})",
        re.IGNORECASE,
    )


def _month(name: str) -> int:
    try:
        return month_number(name)
    except KeyError:
        return 0


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _edtf(text: str) -> PartialDate | None:
    try:
        return parse_edtf(text)
    except DateError:
        return None


def _doubtful(day: date, note: str) -> Inferred:
    return Inferred(parse_edtf(f"{day.isoformat()}?"), note)
