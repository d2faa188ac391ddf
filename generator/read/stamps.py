"""Dates of publication as pages and papers write them. Only what is written counts: a stamp without a year has no date."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import dateparser

from generator.model.dates import DateError, PartialDate, parse_edtf
from generator.read.rules import alternatives, rules

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_GLUED = re.compile(r"(?<=[ /.-](?:19|20)\d\d)(?=\d{1,2}:\d\d)")  # pages lose the space: March 3, 20256:20 PM
_ABSOLUTE = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}


class Stamp(NamedTuple):
    """`date`: a day, month or year; `time`: the ISO date-time, with its offset where written; `rest`: the text around it."""

    date: PartialDate
    time: str = ""
    rest: str = ""


def month_number(name: str) -> int:
    """1 to 12 for an English month name or its abbreviation, with or without a full stop."""
    return _months()[name.rstrip(".").lower()]


@cache
def month_pattern() -> str:
    """A regular expression for a month name; its abbreviation may end in a full stop."""
    return rf"(?:{alternatives([name for names in rules('dates')['months'].values() for name in names])})\b\.?"


def parse_stamp(text: str, country: str = "") -> Stamp | None:
    """Read a whole value such as `2025-02-18T14:05:00Z`, `18 Feb 2025, 14:05`, an EDTF text. `country`: of the outlet (two
    letters), which settles whether `3/4/2025` is March or April; without it such a date is doubtful (`?`)."""
    text = text.strip()
    try:
        return Stamp(parse_edtf(text)) if text else None
    except DateError:
        pass
    if _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return Stamp(parse_edtf(moment.date().isoformat()), moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return find_stamp(text[:200], country) or _foreign(text)


def find_stamp(text: str, country: str = "") -> Stamp | None:
    """The first date that names its year in `text`, with the time beside it and what else stands in the text."""
    text = _GLUED.sub(" ", text)
    for pattern in _patterns():
        match = pattern.search(text)
        edtf = _edtf(match, country) if match else ""
        if match and edtf:
            rest = text[: match.start()] + " " + text[match.end() :]
            clock, rest = _clock(rest)
            date = parse_edtf(edtf)
            return Stamp(
                date, f"{date}T{clock}" if clock and date.precision == "day" and not date.uncertain else "", rest
            )
    return None


@cache
def _english_month() -> re.Pattern[str]:
    return re.compile(rf"\b{month_pattern()}", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    return {name.lower(): number for number, names in rules("dates")["months"].items() for name in names}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = month_pattern()
    written = (
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{month}),?[\s-]+(?P<year>\d{{4}})\b",
        rf"\b(?P<name>{month})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"(?<!\d\s)(?<!\d)\b(?P<name>{month}),?\s+(?P<year>\d{{4}})\b",
    )
    return (_ISO, *(re.compile(pattern, re.IGNORECASE) for pattern in written), _NUMERIC, _COMPACT)


def _edtf(match: re.Match[str], country: str) -> str:
    found, flag = match.groupdict(), ""
    if "first" in found:
        day, month, flag = _day_month(int(found["first"]), int(found["second"]), country)
    else:
        month = month_number(found["name"]) if "name" in found else int(found["month"])
        day = int(found["day"]) if "day" in found else None
    edtf = f"{found['year']}-{month:02}" + (f"-{day:02}{flag}" if day is not None else "")
    try:
        return str(parse_edtf(edtf))
    except DateError:
        return ""


def _day_month(first: int, second: int, country: str) -> tuple[int | None, int, str]:
    if first > 12 or second > 12:
        return (first, second, "") if second <= 12 else (second, first, "")
    if country in rules("dates")["month_first"]:
        return second, first, ""
    return first, second, "" if country or first == second else "?"


@cache
def _clock_pattern() -> re.Pattern[str]:
    zones = alternatives(list(rules("dates")["zones"]))
    return re.compile(
        r"(?<![\d:.])(?:at\s+|T)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
        rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>\(?(?:{zones})\b\)?)?(?P<offset>[+-]\d\d:?\d\d\b)?",
        re.IGNORECASE,
    )


def _clock(text: str) -> tuple[str, str]:
    for match in _clock_pattern().finditer(text):
        hour, half = int(match["hour"]), (match["half"] or "").lower()
        if not (match["minute"] or half) or hour > 23 or int(match["minute"] or 0) > 59 or (half and hour > 12):
            continue
        hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
        seconds = f":{match['second']}" if match["second"] else ""
        clock = f"{hour:02}:{match['minute'] or '00'}{seconds}{_offset(match)}"
        return clock, text[: match.start()] + " " + text[match.end() :]
    return "", text


def _offset(match: re.Match[str]) -> str:
    if match["offset"]:
        sign, digits = match["offset"][0], match["offset"][1:].replace(":", "")
        return f"{sign}{digits[:2]}:{digits[2:]}"
    return str(rules("dates")["zones"].get((match["zone"] or "").strip("()").upper(), ""))


def _foreign(text: str) -> Stamp | None:
    if len(text) > 60 or _english_month().search(text) or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
        return None
    moment = dateparser.parse(text, settings=_ABSOLUTE)
    return Stamp(parse_edtf(moment.date().isoformat())) if moment else None
