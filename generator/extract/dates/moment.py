"""A TIMEX3 calendar value as its parts, and counting from it in calendar units."""

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)

_PARTS = (("month", 1), ("quarter", 3), ("half", 6))


class Moment(msgspec.Struct, frozen=True):
    """A date as far as it is known; 0 where it is not. A month stands for a quarter, half or season by its first month, a day
    for a week by its Monday."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """As ISO text, for comparing; `9` where nothing is known."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(part for part in parts if int(part)) or "9"

    @property
    def date(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.day and self.year and self.month else None


NEVER = Moment()


def is_plausible(year: int) -> bool:
    """Whether news can be dated in that year; counting from it never leaves the calendar."""
    return 1500 <= year <= 2500


def from_date(value: date) -> Moment:
    """The day."""
    return Moment(value.year, value.month, value.day)


def read(timex: str) -> Moment:
    """The first moment of a value such as `1998-02-06`, `1998-Q2`, `1998-W08`; `NEVER` for any other."""
    match = _VALUE.fullmatch(timex)
    if not match:
        return NEVER
    year = int(match["year"])
    if match["week"]:
        return _monday(year, int(match["week"]))
    if match["season"]:
        return Moment(year, SEASON_MONTH[match["season"]])
    part, size = next(((int(match[name]), size) for name, size in _PARTS if match[name]), (0, 1))
    return Moment(year, part * size - size + 1 if part else 0, int(match["day"] or 0))


def _monday(year: int, week: int) -> Moment:
    try:
        return from_date(date.fromisocalendar(year, week, 1))
    except ValueError:
        return NEVER


def day_value(year: int, month: int, day: int) -> str:
    """`1998-02-06`, or an empty text where the calendar has no such day. Year 0 is an unknown one."""
    if not 1 <= month <= 12 or not 1 <= day <= (monthrange(year, month)[1] if 1 <= year <= 9999 else 31):
        return ""
    return f"{_year(year)}-{month:02}-{day:02}" if 0 <= year <= 9999 else ""


def month_value(year: int, month: int) -> str:
    """`1998-02`; `XXXX-02` for year 0."""
    return f"{_year(year)}-{month:02}"


def _year(year: int) -> str:
    return f"{year:04}" if year else "XXXX"


def week_value(day: date) -> str:
    """The ISO week of the day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


UNKNOWN = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def shift(base: Moment, unit: str, count: int) -> str:
    """The value of the calendar `unit` that lies `count` units after the one of `base` (0: the one it is in). Where `base`
    does not say enough, or the calendar ends, the value with unknown digits."""
    try:
        return _shift(base, unit, count) or UNKNOWN[unit]
    except (OverflowError, ValueError):
        return UNKNOWN[unit]


def _shift(base: Moment, unit: str, count: int) -> str:
    if unit in _DAYS and base.date:
        moved = base.date + timedelta(days=_DAYS[unit] * count)
        return moved.isoformat() if unit == "day" else week_value(moved) + ("-WE" if unit == "weekend" else "")
    if unit in _MONTHS and base.year and base.month:
        size = _MONTHS[unit]
        year, rest = divmod(base.year * 12 + base.month - 1 + size * count, 12)
        part = {"month": f"{rest + 1:02}", "quarter": f"Q{rest // 3 + 1}", "half": f"H{rest // 6 + 1}"}[unit]
        return f"{year:04}-{part}" if 1 <= year <= 9999 else ""
    if unit in _YEARS and base.year:
        year = base.year + _YEARS[unit] * count
        return f"{year:04}"[: {"year": 4, "decade": 3, "century": 2}[unit]] if 1 <= year <= 9999 else ""
    return ""


def nearest_weekday(base: date, weekday: int, lean: int) -> date:
    """The weekday (1 to 7) at or before `base` for lean -1, at or after it for 1; for 0 the nearest, before if equal."""
    back = (base.isoweekday() - weekday) % 7
    if lean > 0 or (lean == 0 and back > 3):
        return base + timedelta(days=(-back) % 7)
    return base - timedelta(days=back)
