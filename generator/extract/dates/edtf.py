"""From TIMEX3 values to EDTF, as docs/records.md has it."""

from datetime import timedelta

from generator.extract.dates.moment import Moment, read
from generator.extract.dates.reading import Modifier, Reading, Setting
from generator.model.dates import DateError, PartialDate, parse_edtf

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def to_edtf(reading: Reading, setting: Setting) -> str:
    """The EDTF text of a reading; empty for what is no calendar date. A date counted from a doubtful publication day is
    doubtful too."""
    try:
        text = reading.edtf if reading.edtf is not None else _from_timex(reading, setting)
        if reading.anchor == "publication" and setting.flag:
            text = flagged(text, setting.flag)
        return parse_edtf(text).edtf
    except (DateError, OverflowError):
        return ""


def _from_timex(reading: Reading, setting: Setting) -> str:
    if reading.kind in ("DURATION", "SET"):
        return ""
    text = plain(reading.timex)
    return modified(text, reading.modifier, setting) if text else ""


def plain(timex: str) -> str:
    """The value without modifier. Times give their day."""
    timex = timex.partition("T")[0] if timex[:1].isdigit() or timex.startswith("XXXX-") else timex
    head, _, tail = timex.partition("-")
    if head == "XXXX":
        return timex if tail.replace("-", "").isdigit() else ""
    if timex.isdigit() and len(timex) in (2, 3):
        return timex.ljust(4, "X")
    if not head.isdigit():
        return ""
    return _part_of_year(head, tail) if tail[:1].isalpha() else timex


def _part_of_year(year: str, part: str) -> str:
    if part in _SEASONS:
        return f"{year}-{_SEASONS[part]}"
    if part[0] == "W":
        return _week(f"{year}-{part}")
    first = {"Q": 32, "H": 39}[part[0]]
    return f"{year}-{first + int(part[1])}" if part[1:].isdigit() else ""


def _week(timex: str) -> str:
    monday = read(timex).date
    if monday is None:
        return ""
    first = 5 if timex.endswith("-WE") else 0
    return f"{monday + timedelta(days=first)}/{monday + timedelta(days=6)}"


def flagged(text: str, flag: str) -> str:
    """Each side of the text with the flag, joined with the one it has."""
    return "/".join(side if side in ("", "..") else _flag(side, flag) for side in text.split("/")) if text else ""


def _flag(side: str, flag: str) -> str:
    have = side[-1] if side[-1] in "~?%" else ""
    return side.rstrip("~?%") + (flag if have in ("", flag) else "%")


def modified(text: str, modifier: Modifier, setting: Setting) -> str:
    """The part of the date that is meant."""
    if not modifier:
        return text
    if modifier == "APPROX":
        return flagged(text, "~")
    when = parse_edtf(text)
    if when.start is None or when.end is None or when.precision == "day":
        return text
    if modifier in ("SO_FAR", "REST"):
        return _against_publication(when, modifier, setting) or text
    return _third(when, modifier)


def _against_publication(when: PartialDate, modifier: Modifier, setting: Setting) -> str:
    published = setting.published.date
    last = when.end - timedelta(days=1) if when.end else None
    if published is None or when.start is None or when.end is None or last is None or not when.contains(published):
        return ""
    first, last = (when.start, published) if modifier == "SO_FAR" else (published, last)
    if first == last:
        return str(first)
    return "" if (first, last) == (when.start, when.end - timedelta(days=1)) else f"{first}/{last}"


def _third(when: PartialDate, modifier: Modifier) -> str:
    """Early, middle or late: days 1 to 10, 11 to 20 and 21 to the last of a month; four months of a year; else a third."""
    if when.start is None or when.end is None:
        return when.edtf
    index = {"FIRST": 0, "START": 0, "MID": 1, "END": 2, "LAST": 2}[modifier]
    if modifier in ("FIRST", "LAST") and when.precision in ("year", "century"):
        return _very_end(when.start.year, modifier, when.precision)
    if when.precision == "month":
        cuts = [when.start, when.start.replace(day=11), when.start.replace(day=21), when.end]
    elif when.precision in ("year", "decade", "century"):
        return _years_third(when, index)
    else:
        days = (when.end - when.start).days
        cuts = [when.start + timedelta(days=round(days * part / 3)) for part in range(4)]
    first, last = cuts[index], cuts[index + 1] - timedelta(days=1)
    return f"{first}~/{last}~" if first < last else f"{first}~"


def _very_end(year: int, modifier: Modifier, precision: str) -> str:
    """The first or last month of a year, or decade of a century."""
    if precision == "year":
        return f"{year:04}-{1 if modifier == 'FIRST' else 12:02}~"
    first = year if modifier == "FIRST" else year + 90
    return f"{first:04}~/{first + 9:04}~"


def _years_third(when: PartialDate, index: int) -> str:
    year = when.start.year if when.start else 1
    if when.precision == "year":
        return f"{year:04}-{index * 4 + 1:02}~/{year:04}-{index * 4 + 4:02}~"
    cuts = (0, 4, 7, 10) if when.precision == "decade" else (0, 34, 67, 100)
    return f"{year + cuts[index]:04}~/{year + cuts[index + 1] - 1:04}~"


def bound(text: str, side: str) -> str:
    """`since`: the text as the start of an open span; `until`: as its end."""
    if not text or text.startswith("XXXX"):
        return text
    first, _, last = text.partition("/")
    if ".." in (first, last):
        return text
    return f"{first}/.." if side == "since" else f"../{last or first}"


def first_moment(timex: str) -> Moment:
    """The first moment of a value, also of decades."""
    if timex.isdigit() and len(timex) in (2, 3):
        return Moment(int(timex.ljust(4, "0")))
    return read(timex)
