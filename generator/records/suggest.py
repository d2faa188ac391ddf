"""What somebody probably meant: the nearest of the words allowed, and the EDTF form of a date written otherwise."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator
from datetime import timedelta
from difflib import get_close_matches

from generator.model.dates import DateError, parse_edtf
from generator.records.formats import FORMATS

_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_NAMED = re.compile(
    r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<m>[A-Za-z]{3,9})\.?,?\s+(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<y>\d{4})"
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./ ]?(?P<m>\d{1,2})[-./ ]?(?P<d>\d{1,2})(?P<flag>[~?%]?)(?:[Tt ]\d.*)?")
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})[-./ ](?P<b>\d{1,2})[-./ ](?P<y>\d{4})")
_SPAN = re.compile(r"(?P<a>.{4,}?)\s*(?:/|–|—|--|\s-\s|\bto\b|\buntil\b)\s*(?P<b>.{4,})")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/|$)")
_BEFORE = ("by ", "before ", "until ", "not later than ")
_SINCE = ("since ", "from ", "after ")
_ABOUT = ("about ", "around ", "circa ", "ca. ", "c. ", "approx. ")


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word most like `word`, however it is spelled or written; empty when none is near."""
    folded = {_fold(name): name for name in allowed}
    close = get_close_matches(_fold(word), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The same as a question, or empty."""
    name = nearest(word, allowed)
    return f"did you mean {name!r}?" if name else ""


def date_hint(text: str) -> str:
    """The EDTF forms that `text` may mean, as a question; an example of a date where it means none."""
    found = " or ".join(dict.fromkeys(_readings(text.strip())))
    if found:
        return f"did you mean {found}?"
    month = next(_valid([text.strip()[:7]]), "")
    if month:
        return f"did you mean {_last_day(month)}? Write {month} when the day is not known"
    return "write, for example, 2025-02-18, 2025-02, 2025-02-18~ or ../2025-02-18"


def format_hint(form: str, text: str) -> str:
    """A text that has the form and that `text` may mean, as a question, or empty."""
    bare = text.strip()
    tries = (
        f"https://{bare}" if _HOST.match(bare) else "",
        bare.replace(",", "."),
        bare.upper(),
        bare.lower(),
        f"0{bare}",
        f"Q{bare}",
    )
    found = next((one for one in tries if FORMATS[form].accepts(one)), "")
    return f"did you mean {found}?" if found else ""


def _last_day(month: str) -> str:
    """The last day of a month: who writes 30 February has counted too far."""
    after = parse_edtf(month).end
    return (after - timedelta(days=1)).isoformat() if after else f"{month}-31"


def _fold(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")


def _readings(text: str) -> Iterator[str]:
    yield from _single(text)
    for words, form in ((_BEFORE, "../{}"), (_SINCE, "{}/.."), (_ABOUT, "{}~")):
        for word in words:
            if text.lower().startswith(word):
                yield from (form.format(one) for one in _single(text[len(word) :].strip()))
    span = _SPAN.fullmatch(text)
    if span:
        yield from _valid("/".join(sorted((a, b))) for a in _single(span["a"]) for b in _single(span["b"]))


def _single(text: str) -> Iterator[str]:
    yield from _valid([text])
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        flag = found["flag"]
        yield from _valid(
            [f"{year:04}-{month:02}-{day:02}{flag}", f"{year:04}-{day:02}-{month:02}{flag}"][: 1 + (month > 12)]
        )
    if found := _YEAR_LAST.fullmatch(text):
        year, first, second = int(found["y"]), int(found["a"]), int(found["b"])
        yield from _valid([f"{year:04}-{second:02}-{first:02}", f"{year:04}-{first:02}-{second:02}"])
    if (found := _NAMED.fullmatch(text)) and found["m"].lower() in _MONTHS:
        stem, number = f"{found['y']}-{_MONTHS[found['m'].lower()]:02}", found["d"] or found["d2"]
        yield from _valid([f"{stem}-{int(number):02}" if number else stem])


def _valid(dates: Iterable[str]) -> Iterator[str]:
    for text in dates:
        try:
            parse_edtf(text)
        except DateError:
            continue
        yield text
