"""Days of the calendar: "18 February", "Feb. 18, 2025", "2025-02-18", "3/7/2023", "14–16 June"."""

import re
from datetime import date, timedelta

from generator.extract.dates.anchors import last_reading, lean, neighbours, part, relation, today, year_for
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import Moment, day_value, read, shift
from generator.extract.dates.numbers import number, year
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules

_DOTTED = re.compile(r"\d\d?\.\d\d?\.\d{4}|\d\d\.\d\d\.\d\d")  # 10.2.11 is a version
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d))?")

NEWS, SOON = 90, 45  # days


def written_day(hit: Hit, state: State) -> Reading | None:
    """`2025-02-18`, `3/7/2023`: a date written in digits alone."""
    return digits_day(hit.line.words[hit.start], state)


def digits_day(word: str, state: State) -> Reading | None:
    """The reading of one such word."""
    return _iso_date(word) if _ISO.match(word) else _numeric_date(word, state)


def _iso_date(word: str) -> Reading | None:
    """`2025-02-18`, with or without a time."""
    found = _ISO.match(word)
    value = found and day_value(int(found[1]), int(found[2]), int(found[3]))
    if not found or not value:
        return None
    return Reading(f"{value}T{found[4]}", "TIME", "absolute") if found[4] else Reading(value, anchor="absolute")


def _numeric_date(word: str, state: State) -> Reading | None:
    """`3/7/2023` in the order of the outlet's country; where only one order is a day, that one. Both readings are kept where
    the country does not say."""
    if "." in word and not _DOTTED.fullmatch(word):
        return None
    first, second, third = (int(part) for part in re.split(r"[/.-]", word))
    if first > 31:
        return _day_reading(day_value(first, second, third))
    full = third if third > 99 else third + (2000 if third < 70 else 1900)
    by_day, by_month = day_value(full, second, first), day_value(full, first, second)
    dotted = "." in word
    day_first = state.setting.day_first is not False or dotted
    value, other = (by_day, by_month) if day_first else (by_month, by_day)
    if not value or not other or value == other:
        return _day_reading(value or other)
    open_order = state.setting.day_first is None and not dotted
    return Reading(value, anchor="absolute", alternatives=(other,) if open_order else ())


def slash_day(hit: Hit, state: State) -> Reading | None:
    """`3/7` behind "on" or the like, in the order of the outlet's country."""
    first, second = (int(part) for part in hit.word("d").split("/"))
    day_first = state.setting.day_first is not False
    readings = [_near_day(state, month, day, hit) for day, month in ((first, second), (second, first))]
    value, other = readings if day_first else readings[::-1]
    if not value or not other or value == other:
        return Reading(value or other) if value or other else None
    return Reading(value, alternatives=(other,) if state.setting.day_first is None else ())


def _near_day(state: State, month: int, day: int, hit: Hit) -> str:
    return (
        day_value(year_for(state, month, day, lean(hit)), month, day)
        if 1 <= month <= 12 and day_value(2000, month, day)
        else ""
    )


def _day_reading(value: str) -> Reading | None:
    return Reading(value, anchor="absolute") if value else None


def calendar_day(hit: Hit, state: State) -> Reading | None:
    """A day of a month; without a year the one nearest to publication. A weekday that contradicts it gives the nearest such
    day as the other reading."""
    month, day, weekday = month_of(hit), int(day_number(hit, "d")), _weekday(hit)
    if not 1 <= day <= 31 or not day_value(0, month, day) or not day_value(2000, month, day):
        return None
    which, anchor = year_of(hit, state, month, day, weekday)
    value = day_value(which, month, day)
    if not value:
        return None
    others = _other_reading(value, weekday) if which and weekday else ()
    modifier = part(hit)
    return Reading(value, anchor=anchor, modifier=modifier if modifier == "APPROX" else "", alternatives=others)


def month_of(hit: Hit) -> int:
    """The month named in the match."""
    return hit.number("m", "MONTH", "MONTHABBR")


def day_of_month(hit: Hit, state: State) -> Reading | None:
    """`the 3rd of last month`: a day of the month before the article's, of its own or of the next."""
    month = read(shift(today(state), "month", relation(hit.words("rel"))))
    value = day_value(month.year, month.month, int(day_number(hit, "d"))) if month.month else ""
    return Reading(value) if value else None


def relative_day(hit: Hit, state: State) -> Reading | None:
    """`last December 3`: the latest before the article's day, or the first after it."""
    month, day, published = month_of(hit), int(day_number(hit, "d")), today(state)
    if not day_value(2000, month, day):
        return None
    ahead = neighbours(hit)[0] in ("next", "coming")
    here = day_value(published.year, month, day)
    over = here >= published.iso if not ahead else here <= published.iso
    value = day_value(published.year and published.year + over * (1 if ahead else -1), month, day)
    return Reading(value, anchor="publication" if published.year else "") if value else None


def _weekday(hit: Hit) -> int:
    return hit.number("w", "WEEKDAY", "WEEKDAYABBR")


def day_number(hit: Hit, name: str) -> float:
    """The number of a day in digits or as an ordinal in words."""
    word = hit.word(name)
    if word[:1].isdigit():
        return float(re.sub(r"\D", "", word))
    known = rules("dates")["classes"]["ORDWORD"]
    return sum(int(known.get(part, 0)) or number((part,)) for part in hit.words(name))


def _known_year(hit: Hit, state: State, month: int, day: int) -> int:
    """The year of a day that names an event of the past ("the Sept. 11 attacks"); 0 for none."""
    following, published = neighbours(hit)[1], today(state)
    named = (
        date.fromisoformat(str(known["day"])) for known in rules("dates")["known_days"] if following in known["before"]
    )
    return next(
        (known.year for known in named if (known.month, known.day) == (month, day) and published.iso > str(known)), 0
    )


def year_of(hit: Hit, state: State, month: int, day: int = 0, weekday: int = 0) -> tuple[int, AnchorKind]:
    """The year of the match and what it was taken from."""
    if hit.words("y"):
        return year(hit.words("y")), "absolute"
    known = _known_year(hit, state, month, day)
    if known:
        return known, "absolute"
    if hit.words("rel"):
        published = today(state).year
        return (published + relation(hit.words("rel")) if published else 0), "publication" if published else ""
    near = narrated_year(hit, state, month, day)
    if near:
        return near, "context"
    found = year_for(state, month, day, lean(hit), weekday)
    return found, "publication" if found else ""


def narrated_year(hit: Hit, state: State, month: int, day: int = 0) -> int:
    """The year of an earlier month or day just before, when the text tells of that year and not of the article's own. What
    falls in the weeks about publication is news, not that story."""
    seen = last_reading(hit, state, lambda reading: reading.kind == "DATE" and reading.timex[:4].isdigit(), reach=30)
    if seen is None or seen.anchor not in ("absolute", "context") or lean(hit) > 0:
        return 0
    told, published = first_moment(seen.timex), today(state)
    other_year = seen.timex[5:7].isdigit() and told.month <= month and abs(told.year - published.year) > 1
    return told.year if other_year and not _is_news(published, month, day) else 0


def _is_news(published: Moment, month: int, day: int) -> bool:
    """Whether such a day or month was within `NEWS` days before publication, or is within `SOON` days after it."""
    if not published.year or not published.month:
        return False
    now = date(published.year, published.month, published.day or 28)
    days = [
        date(year, month, day or 1)
        for year in (now.year - 1, now.year, now.year + 1)
        if year and day_value(year, month, day or 1)
    ]
    return any(-SOON <= (now - then).days <= NEWS for then in days)


def _other_reading(value: str, weekday: int) -> tuple[str, ...]:
    there = date.fromisoformat(value)
    if there.isoweekday() == weekday:
        return ()
    ahead = (weekday - there.isoweekday()) % 7
    try:
        return ((there + timedelta(days=ahead if ahead <= 3 else ahead - 7)).isoformat(),)
    except OverflowError:
        return ()


MAKERS = {
    "written_day": written_day,
    "slash_day": slash_day,
    "calendar_day": calendar_day,
    "day_of_month": day_of_month,
    "relative_day": relative_day,
}
