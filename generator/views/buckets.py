"""Where the timeline files an event: under its month, or, when it is not known that well, its year, decade or nowhere."""

from datetime import date, timedelta

from generator.model.dates import PartialDate
from generator.views.words import MONTHS

UNDATED = "undated"
_WIDER = {"decade": 10, "century": 100}


def bucket(when: PartialDate) -> str:
    """`2025-02`, `2025`, `1990s`, `1900s-century` or `undated`. A span is filed under the month it begins in, `../2025-02-18`
    under the month of that day; a season or quarter only under its year."""
    anchor = when.anchor
    if anchor is None:
        return UNDATED
    if when.precision == "decade":
        return f"{anchor.year}s"
    if when.precision == "century":
        return f"{anchor.year}s-century"
    if when.precision in ("year", "season", "quarter", "half") or _coarse_end(when):
        return f"{anchor.year:04}"
    return f"{anchor.year:04}-{anchor.month:02}"


def _coarse_end(when: PartialDate) -> bool:
    """True for an open or spanning date whose named side is no narrower than a year: `../1998`, `2019/2021`."""
    if when.precision not in ("open", "span"):
        return False
    named = when.edtf.strip("./").partition("/")[0].rstrip("~?%")
    return "-" not in named or "X" in named or (len(named) == 7 and int(named[5:7]) > 12)


def label(key: str) -> str:
    """The heading of a bucket: `February 2025`, `2025`, `The 1990s`, `Date unknown`."""
    if key == UNDATED:
        return "Date unknown"
    if key.endswith("s-century"):
        return f"The century from {key[:4]}"
    if key.endswith("s"):
        return f"The {key}"
    return f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}" if is_month(key) else key


def is_month(key: str) -> bool:
    """True for the bucket of one month."""
    return len(key) == 7 and key[4] == "-"


def year_of(key: str) -> str:
    """The year a bucket belongs to; decades, centuries and the undated stand for themselves."""
    return key[:4] if is_month(key) else key


def day_key(when: PartialDate) -> str:
    """The day a month page lists an event under, ISO; empty when only the month is known."""
    if when.precision == "month" or (when.precision in ("open", "span") and not _names_day(when)):
        return ""
    anchor = when.anchor
    return anchor.isoformat() if anchor else ""


def _names_day(when: PartialDate) -> bool:
    named = when.edtf.strip("./").partition("/")[0].rstrip("~?%")
    return len(named) == 10


def days_between(first: date, last: date) -> list[date]:
    """Every day from `first` to `last`, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
