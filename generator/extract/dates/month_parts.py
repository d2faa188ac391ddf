"""Days, weeks and spans within months: "the first Tuesday in May", "the last week of March", "14–16 June", "3 and 9 June"."""

from calendar import monthrange

import msgspec

from generator.extract.dates.anchors import neighbours
from generator.extract.dates.days import calendar_day, day_number, month_of, year_of
from generator.extract.dates.holidays import nth_weekday
from generator.extract.dates.moment import day_value, month_value, read, shift, week_value
from generator.extract.dates.reading import Hit, Reading, State

_SATURDAY = 6
_LONGEST = 31  # days of a month
_LIST = 9  # tokens: how far before a day of a list its month stands


def week_of(hit: Hit, state: State) -> Reading | None:
    """`the week of March 6`: the calendar week of that day; "the weekend of 14-15 June"."""
    day = calendar_day(hit, state)
    there = read(day.timex).date if day else None
    tail = "-WE" if hit.words("u") else ""
    return Reading(week_value(there) + tail, anchor=day.anchor) if day and there else None


def listed_day(hit: Hit, state: State) -> Reading | None:
    """The `9` of "June 3, 5 and 9": of the month before the list."""
    at = hit.start - 1
    while at > max(0, hit.start - _LIST) and (hit.line.words[at] in (",", "and", "or") or hit.line.words[at].isdigit()):
        at -= 1
    at -= hit.line.words[at] == "."
    if at < 0 or not hit.line.words[at + 1 + (hit.line.words[at + 1] == ".")].isdigit():
        return None
    if hit.line.codes[at] not in hit.lexicon.classes["MONTH"] + hit.lexicon.classes["MONTHABBR"]:
        return None
    day = calendar_day(msgspec.structs.replace(hit, groups={**hit.groups, "m": (at, at + 1)}), state)
    before = state.seen[-1].reading if state.seen and state.seen[-1].token >= at - 4 else None
    if not day or not before or hit.words("y") or before.timex[4:8] != day.timex[4:8]:
        return day
    return msgspec.structs.replace(day, timex=before.timex[:4] + day.timex[4:], anchor=before.anchor)


def nth_weekday_of(hit: Hit, state: State) -> Reading | None:
    """`the first Tuesday in May 2027`."""
    which, anchor = year_of(hit, state, month_of(hit))
    value = _nth(which, month_of(hit), hit.number("w", "WEEKDAY"), int(day_number(hit, "n")) or -1)
    return Reading(value, anchor=anchor) if value else None


def _nth(year: int, month: int, weekday: int, count: int) -> str:
    """The day; empty when the month has no such."""
    if not year or count > 5:
        return ""
    try:
        found = nth_weekday(year, month, weekday, count)
    except (ValueError, OverflowError):
        return ""
    return found.isoformat() if found.month == month else ""


def weekday_ordinal(hit: Hit, state: State) -> Reading | None:
    """`Wednesday 18th`: the nearest month, within half a year of publication, in which that day is that weekday."""
    published, day = state.setting.published.date, int(day_number(hit, "d"))
    if published is None:
        return Reading(f"XXXX-XX-{day:02}", anchor="") if day <= _LONGEST else None
    months = (
        read(shift(state.setting.published, "month", count)) for count in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)
    )
    values = (read(day_value(month.year, month.month, day)).date for month in months)
    near = [value for value in values if value and value.isoweekday() == hit.number("w", "WEEKDAY")]
    return Reading(min(near, key=lambda value: abs(value - published)).isoformat()) if near else None


def part_of_month(hit: Hit, state: State) -> Reading | None:
    """`the second week of January`: about its days 8 to 14; `the last day of March`, `the first weekend in May`."""
    month, unit, count = month_of(hit), hit.word("u"), hit.number("n", "QUARTERWORD")
    which, anchor = year_of(hit, state, month)
    value = month_value(which, month)
    if not which or (unit == "half" and count > 2):
        return Reading(value, anchor="")
    last = monthrange(which, month)[1]
    if unit == "day":
        return Reading(f"{value}-{count or last:02}", anchor=anchor)
    if unit == "weekend":
        saturday = read(_nth(which, month, _SATURDAY, count or -1)).date
        return Reading(week_value(saturday) + "-WE", anchor=anchor) if saturday else None
    first, final = _days(unit, count, last)
    return Reading(value, anchor=anchor, edtf=f"{value}-{first:02}~/{value}-{final:02}~")


def _days(unit: str, count: int, last: int) -> tuple[int, int]:
    """The first and last day of a week (seven days counted from the first or last) or half of a month."""
    if unit == "half":
        return (1, 15) if count == 1 else (16, last)
    first = count * 7 - 6 if count else last - 6
    return first, first + 6


def day_range(hit: Hit, state: State) -> Reading | None:
    """`14–16 June`, `28 December–3 January`: the value is the span, the TIMEX3 value its first day. "3 and 5 June" are no span
    unless "between" or "from" stands before."""
    first, last = _ends(hit)
    month, until = month_of(hit), hit.number("n", "MONTH", "MONTHABBR") or month_of(hit)
    joined = not {"and", "&"}.isdisjoint(hit.line.words[hit.start : hit.end]) and neighbours(hit)[0] not in (
        "between",
        "from",
    )
    listed = neighbours(hit)[0] == "," and hit.line.words[max(0, hit.start - 2)].isdigit()
    if (first >= last and month == until) or max(first, last) > 31 or (joined and (listed or last - first > 1)):
        return None
    which, anchor = year_of(hit, state, month, first)
    following = until < month
    if following and hit.words("y"):
        which -= 1
    start, end = day_value(which, month, first), day_value(which and which + following, until, last)
    if not start or not end:
        return None
    return Reading(start, anchor=anchor, edtf=f"{start}/{end}" if which else "")


def _ends(hit: Hit) -> tuple[int, int]:
    """The numbers of the two days; those of `14/15 June` only where one follows the other."""
    first, slash, last = hit.word("d").partition("/")
    if slash:
        return (int(first), int(last)) if int(last) == int(first) + 1 else (0, 0)
    return int(day_number(hit, "d")), int(day_number(hit, "e"))


MAKERS = {
    "week_of": week_of,
    "listed_day": listed_day,
    "weekday_ordinal": weekday_ordinal,
    "nth_weekday_of": nth_weekday_of,
    "part_of_month": part_of_month,
    "day_range": day_range,
}
