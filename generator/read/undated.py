"""A source beside a headline without its day, and a headline without the day or note behind it."""

import re
from functools import cache

from generator.read.rules import rules
from generator.read.stamps import find_stamp

_NOTE = re.compile(
    r"(?:[$£€¥]+|\$*\s*(?:paywall(?:ed)?|subscription(?: required)?|subscribers?(?: only)?|free|video|audio|podcast|pdf|in \w+|"
    r"\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)(?: (?:ago|read))?|yesterday|today|updated|exclusive))",
    re.IGNORECASE,
)


def undated(text: str) -> str:
    """`text` without what is only a day or a note at its end: `– 2 hours ago`, `• 3 May`."""
    match = re.fullmatch(r"(.*\S)\s+(?:[|–—·•/-]\s*([^|–—·•()]{2,40})|\(([^()]{2,40})\))", text, re.DOTALL)
    tail = (match[2] or match[3]).strip() if match else ""
    bare = re.sub(r"^(?:published|posted|updated)\s+", "", tail, flags=re.IGNORECASE)
    return match[1] if match and (_NOTE.fullmatch(bare) or _is_day(bare)) else text


def dateless(text: str) -> str:
    """`The Guardian` of `– The Guardian, 3 May 2025` and of `(The Guardian)`; empty when nothing but a date is left."""
    text = text.strip(" ,;:–—-|»›·•*_()[]")
    parts = [part.strip() for part in re.split(r",\s+|\s+[|·•–—]\s+|\s*\(|\)", text) if part.strip()]
    return ", ".join(part for part in parts if not _is_day(part) and not _NOTE.fullmatch(part))


def _is_day(text: str) -> bool:
    return bool(find_stamp(text)) or all(word[0].isdigit() or word.strip(".") in _months() for word in text.split())


@cache
def _months() -> frozenset[str]:
    names = (name for months in rules("dates")["months"].values() for name in months)
    return frozenset((*names, *rules("dates")["weekdays"]))
