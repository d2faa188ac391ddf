"""A wire dateline at the head of the text: KYIV, Feb 18 (Reuters) - … It stays there, and is evidence of outlet and day."""

import re
from functools import cache
from itertools import islice

import msgspec

from generator.read.blocks import Copy, DateEvidence
from generator.read.outlets import OutletIndex
from generator.read.rules import alternatives, rules
from generator.read.stamps import find_stamp

_LONGEST = 120
_FIRST = 3  # paragraphs in which it stands, below a standfirst and the points of a summary


def with_lede(copy: Copy, outlets: OutletIndex) -> Copy:
    """`copy` with what the dateline of its first paragraphs says, where nothing else says it: the agency in brackets as outlet,
    a day with its year as date."""
    first = islice((block.text for block in copy.blocks if block.kind != "item"), _FIRST)
    matches = (_dateline().match(text[:_LONGEST]) for text in first)
    match = next((one for one in matches if one and (_agency(one, outlets) or find_stamp(one.group()))), None)
    if not match:
        return copy
    outlet = copy.outlet or _agency(match, outlets)
    stamp = find_stamp(match.group())
    stated = bool(stamp) and not any(date.basis == "stated" for date in copy.dates)
    dates = (*copy.dates, DateEvidence(match.group().strip(" -–—"), "dateline of the text")) if stated else copy.dates
    return msgspec.structs.replace(copy, outlet=outlet, dates=dates)


def _agency(match: re.Match[str], outlets: OutletIndex) -> str:
    name = match["agency"] or match["wire"] or ""
    return name if outlets.find(name) else ""


def dateline_end(text: str) -> int:
    """Where the article proper begins, behind its dateline; 0 without one."""
    match = _dateline().match(text[:_LONGEST])
    return match.end() if match else 0


@cache
def _dateline() -> re.Pattern[str]:
    months = alternatives([name for names in rules("dates")["months"].values() for name in names])
    place = r"[^\W\d_][\w.'’/-]*(?:[ ,]{1,2}[A-Z][\w.'’-]*){0,4}"
    written = rf"\(?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{months})\.?|(?:{months})\.?\s+\d{{1,2}})(?:,?\s+\d{{4}})?\)?"
    day = rf"(?:{written}|\d{{4}}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{{4}})"
    agency = r"(?:,?\s*/?\((?P<agency>[A-Z][\w .-]{1,30})\))?"
    slashed = rf"{place}(?:,?\s*{day})?[.,]?\s*/(?P<wire>[A-Z][\w .-]{{1,30}})/[.,]?\s*(?:--|[-–—])?\s*(?=\S)"
    shouted = rf"[A-ZÀ-Þ]{{3,}}(?:[ -][A-ZÀ-Þ]{{2,}}){{0,3}}(?:, {day})?\.\s+(?=\S)"
    return re.compile(
        rf"{slashed}|{shouted}|(?:{place})?(?:,?\s*{day})?{agency}(?:,?\s*{day})?\s*(?:--|[-–—:_])(?:\s+(?=\S)|\Z)"
    )
