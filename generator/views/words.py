"""Dates in English words: as precise as the EDTF text and no more."""

from datetime import date, timedelta

from generator.model.dates import PartialDate, parse_edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_ORDINALS = ("first", "second", "third", "fourth")
_TURN = 180  # days: a shorter span over New Year is plain without its years
_THIRDS = {
    (1, 10): "early ",
    (11, 20): "mid-",
    (21, 31): "late ",
    (21, 30): "late ",
    (21, 29): "late ",
    (21, 28): "late ",
}
BASIS = {
    "stated": "as the source states it",
    "inferred": "inferred",
    "assumed": "assumed, not stated by any source",
    "unknown": "no source says when",
}


def date_words(when: PartialDate, *, year: bool = True) -> str:
    """`18 February 2025`, `about 18 February 2025`, `14–16 February 2025`, `by 18 February 2025`, `since …`, `spring 2014`,
    `date unknown`. Without `year` the short form for lists under a heading that names the year: `by 18 Feb`."""
    words = _unflagged(when, year=year)
    if when.approximate and not words.startswith(("early ", "mid-", "late ")):
        words = f"about {words}" if year else f"c. {words}"
    if when.uncertain:
        words += " (doubtful)" if year else "?"
    return words


def long_words(when: PartialDate) -> str:
    """The same at full length, for an event's own page: `on or before 18 February 2025`."""
    words = date_words(when)
    if when.precision == "open" and when.end and not when.start:
        return words.replace("by ", "on or before ", 1)
    return words[:1].upper() + words[1:] if when.precision == "unknown" else words


def basis_words(basis: str, note: str) -> str:
    """How the date is known: `inferred: the text says "Earlier"`."""
    words = BASIS.get(basis, basis)
    return f"{words}: {note.rstrip('.')}" if note else words


def machine_date(when: PartialDate) -> str:
    """The value of a `datetime` attribute, where HTML has one: an exact day, month or year; else empty."""
    exact = when.precision in ("day", "month", "year") and not when.approximate and not when.uncertain
    return when.edtf if exact else ""


def mark(when: PartialDate) -> str:
    """What kind of date it is, for the timeline's mark: exact, about, doubtful, by, since, span, coarse or unknown."""
    if when.uncertain:
        return "doubtful"
    if when.precision == "open":
        return "since" if when.start else "by"
    if when.approximate:
        return "about"
    if when.precision in ("day", "span", "unknown"):
        return {"day": "exact"}.get(when.precision, when.precision)
    return "coarse"


def day_words(value: date, *, year: bool = True) -> str:
    """`18 February 2025`, or `18 Feb` without the year."""
    return (
        f"{value.day} {MONTHS[value.month - 1]} {value.year}" if year else f"{value.day} {MONTHS[value.month - 1][:3]}"
    )


def month_words(value: date, *, year: bool = True) -> str:
    """`February 2025`, or `February`."""
    name = MONTHS[value.month - 1]
    return f"{name} {value.year}" if year else name


def _unflagged(when: PartialDate, *, year: bool) -> str:
    if when.precision == "unknown":
        return _unknown(when.edtf)
    first, last = when.start, when.end - timedelta(days=1) if when.end else None
    if when.precision == "day" and first:
        return day_words(first, year=year)
    if when.precision == "open":
        known = when.edtf.strip("./")
        inner = date_words(_plain(known), year=year) if known else "date unknown"
        return f"since {inner}" if first else f"by {inner}"
    if when.precision == "span":
        return _span(when, first, last, year=year)
    return _coarse(when, first, year=year)


def _plain(edtf: str) -> PartialDate:
    return parse_edtf(edtf.rstrip("~?%"))


def _unknown(edtf: str) -> str:
    """`XXXX-09-03` is "3 September, year unknown"."""
    parts = edtf.rstrip("~?%").split("-")
    if parts[0] != "XXXX":
        return "date unknown"
    month = MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month}, year unknown" if len(parts) > 2 else f"{month}, year unknown"


def _span(when: PartialDate, first: date | None, last: date | None, *, year: bool) -> str:
    left, _, right = when.edtf.partition("/")
    year = year or bool(first and last and first.year != last.year and (last - first).days > _TURN)
    if first is None or last is None or len(left.rstrip("~?%")) != 10 or len(right.rstrip("~?%")) != 10:
        return f"{date_words(_plain(left), year=year)} – {date_words(_plain(right), year=year)}"
    third = _THIRDS.get((first.day, last.day), "") if when.approximate else ""
    same_month = (first.year, first.month) == (last.year, last.month)
    if third and same_month:
        return f"{third}{month_words(first, year=year)}"
    if same_month:
        return f"{first.day}–{day_words(last, year=year)}"
    opening = (
        f"{first.day} {MONTHS[first.month - 1]}" if year and first.year == last.year else day_words(first, year=year)
    )
    return f"{opening} – {day_words(last, year=year)}"


def _coarse(when: PartialDate, first: date | None, *, year: bool) -> str:
    if first is None:
        return when.edtf
    if when.precision == "month":
        return month_words(first, year=year)
    if when.precision in ("year", "decade", "century"):
        whole = {"year": str(first.year), "decade": f"the {first.year}s"}
        return whole.get(when.precision, f"the {_ordinal(first.year // 100 + 1)} century")
    named = int(when.edtf[5:7])
    if when.precision == "season":
        return f"{_SEASONS[named]} {first.year}"
    part = f"{_ORDINALS[named - 33]} quarter" if when.precision == "quarter" else f"{_ORDINALS[named - 40]} half"
    return f"{part} of {first.year}"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
