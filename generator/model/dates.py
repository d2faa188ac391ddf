"""A date as precise as its source and no more: an EDTF text that is an interval of days.

EDTF is ISO 8601-2:2019 as the Library of Congress describes it, in the subset of docs/records.md: days, months, years,
decades (`199X`), centuries (`19XX`), seasons (`2014-21` to `-24`), quarters (`-33` to `-36`), halves (`-40`, `-41`), spans
`a/b`, open spans `../b` and `a/..`, an unknown year (`XXXX-09-03`), `~` about, `?` doubtful, `%` both.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import msgspec

Precision = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "span", "open", "unknown"]

_ATOM = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<sub>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<flag>[~?%]?)"
    r"|(?P<decade>[0-9]{3})X(?P<dflag>[~?%]?)|(?P<century>[0-9]{2})XX(?P<cflag>[~?%]?)"
    r"|XXXX-(?P<umonth>[0-9]{2})(?:-(?P<uday>[0-9]{2}))?(?P<uflag>[~?%]?)"
)
_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


class DateError(ValueError):
    """The text is not a date of the subset; the message says what was expected."""


class PartialDate(msgspec.Struct, frozen=True):
    """`edtf`: the text as written. `start`, `end`: the first day and the day after the last one (half-open), `None` where
    the date is open or unknown on that side. `precision`: the size of the smallest named unit; `span` and `open` for `a/b`
    and `../b`, `a/..`; `unknown` for an empty text or an unknown year."""

    edtf: str
    precision: Precision
    start: date | None
    end: date | None
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        """The EDTF text."""
        return self.edtf

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Earliest day first; an upper bound alone sorts by its last day; unknown dates come last."""
        first = self.start or (self.end - timedelta(days=1) if self.end else date.max)
        return (first, self.end or date.max, self.edtf)

    @property
    def anchor(self) -> date | None:
        """The day a timeline files it under: the first day, or the last possible one of `../b`."""
        if self.start:
            return self.start
        return self.end - timedelta(days=1) if self.end else None

    def contains(self, day: date) -> bool:
        """True when `day` may be the day meant."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "PartialDate") -> bool:
        """True when some day satisfies both; an unknown date overlaps all."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )


UNKNOWN = PartialDate("", "unknown", None, None)


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> PartialDate:
    """Read an EDTF text; an empty one is `UNKNOWN`. Raises `DateError` on anything else, `2025-02-30` included."""
    text = text.strip()
    if not text:
        return UNKNOWN
    if "/" not in text:
        return _atom(text)
    left, _, right = text.partition("/")
    first = _atom(left) if left not in ("..", "") else None
    last = _atom(right) if right not in ("..", "") else None
    if first is None and last is None:
        raise DateError(f"expected a date on one side of the slash, found {text!r}")
    start, end = (first.start if first else None), (last.end if last else None)
    if start and end and start >= end:
        raise DateError(f"expected the earlier date first, found {text!r}")
    flags = [part for part in (first, last) if part]
    return PartialDate(
        text,
        "span" if first and last else "open",
        start,
        end,
        any(part.approximate for part in flags),
        any(part.uncertain for part in flags),
    )


def day(value: date) -> PartialDate:
    """The one day `value`."""
    return PartialDate(value.isoformat(), "day", value, value + timedelta(days=1))


def _atom(text: str) -> PartialDate:
    match = _ATOM.fullmatch(text)
    if not match:
        raise DateError(f"expected a date such as 2025-02-18, 2025-02 or 2025, found {text!r}")
    found = match.groupdict()
    flag = found["flag"] or found["dflag"] or found["cflag"] or found["uflag"] or ""
    precision, start, end = _bounds(found, text)
    return PartialDate(text, precision, start, end, flag in ("~", "%"), flag in ("?", "%"))


def _bounds(found: dict[str, str | None], text: str) -> tuple[Precision, date | None, date | None]:
    if found["umonth"]:
        _check_unknown_year(int(found["umonth"]), found["uday"], text)
        return "unknown", None, None
    if found["decade"]:
        year = int(found["decade"]) * 10
        return "decade", _day(year, 1, 1, text), _first_of_year(year + 10)
    if found["century"]:
        year = int(found["century"]) * 100
        return "century", _day(max(year, 1), 1, 1, text), _first_of_year(year + 100)
    year = int(found["year"] or 0)
    if found["sub"] is None:
        return "year", _day(year, 1, 1, text), _first_of_year(year + 1)
    sub = int(found["sub"])
    if found["day"] is not None:
        first = _day(year, sub, int(found["day"]), text)
        return "day", first, first + timedelta(days=1) if first < date.max else None
    return _part_of_year(year, sub, text)


def _part_of_year(year: int, sub: int, text: str) -> tuple[Precision, date, date | None]:
    if 1 <= sub <= 12:
        return "month", _day(year, sub, 1, text), _plus_months(year, sub, 1)
    if sub in _SEASON_MONTH:
        month = _SEASON_MONTH[sub]
        return "season", _day(year, month, 1, text), _plus_months(year, month, 3)
    if 33 <= sub <= 36:
        month = (sub - 33) * 3 + 1
        return "quarter", _day(year, month, 1, text), _plus_months(year, month, 3)
    if sub in (40, 41):
        month = (sub - 40) * 6 + 1
        return "half", _day(year, month, 1, text), _plus_months(year, month, 6)
    raise DateError(
        f"expected a month 01 to 12, a season 21 to 24, a quarter 33 to 36 or a half 40 or 41, found {text!r}"
    )


def _check_unknown_year(month: int, day_text: str | None, text: str) -> None:
    _day(2000, month, int(day_text or "1"), text)


def _day(year: int, month: int, day_number: int, text: str) -> date:
    try:
        return date(year, month, day_number)
    except ValueError as error:
        last = f"; {year}-{month:02} has {monthrange(year, month)[1]} days" if 1 <= month <= 12 and year else ""
        raise DateError(f"expected a day of the calendar, found {text!r}{last}") from error


def _first_of_year(year: int) -> date | None:
    return date(year, 1, 1) if year <= date.max.year else None


def _plus_months(year: int, month: int, months: int) -> date | None:
    index = year * 12 + (month - 1) + months
    return date(index // 12, index % 12 + 1, 1) if index // 12 <= date.max.year else None
