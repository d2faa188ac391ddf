"""Holidays by the rule for their date in rules/dates-holidays.yaml."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from generator.extract.dates.anchors import lean, neighbours, relation, today, year_for
from generator.extract.dates.moment import week_value
from generator.extract.dates.numbers import year
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules

_DATED = frozenset(("day", "nth", "easter", "orthodox"))


@cache
def _by_name() -> Mapping[str, Mapping[str, Any]]:
    return {name: holiday for holiday in rules("dates-holidays")["holidays"] for name in holiday["names"]}


def holiday(hit: Hit, state: State) -> Reading | None:
    """A holiday of the year named, or of the year that brings it nearest to publication."""
    first, last = hit.groups["name"]
    text = hit.line.text[hit.line.starts[first] : hit.line.ends[last - 1]]
    rule = _by_name().get(text.lower().replace("’", "'"))
    rule = _of_country(rule, _named_country(hit), state.setting.country) if rule and not text[0].islower() else None
    if rule is None or (text[0].isdigit() and not _is_day(hit)):
        return None
    which, anchor = _year(hit, state, rule)
    when = date_of(rule, which) if which else None
    if when is None:
        return Reading(f"XXXX-{rule['day']}" if "day" in rule else "XXXX-XX-XX", anchor="")
    if hit.word("u") in ("week", "weekend"):
        return Reading(week_value(when) + ("-WE" if hit.word("u") == "weekend" else ""), anchor=anchor)
    eve = "eve" in hit.line.words[hit.start : first]
    return Reading((when - timedelta(days=1)).isoformat() if eve else when.isoformat(), anchor=anchor)


def _is_day(hit: Hit) -> bool:
    """Whether "9/11" says when ("since 9/11", "the 9/11 attacks"), not of what ("9/11 families")."""
    before, following = neighbours(hit)
    known = rules("dates")
    return before in known["named_after"] or any(following in day["before"] for day in known["known_days"])


def _of_country(rule: Mapping[str, Any], named: str, outlets: str) -> Mapping[str, Any] | None:
    """The rule with the day of the country named beside it or of the outlet's, if that has its own; else the plain rule, unless
    its day is one country's and another is named."""
    days = rule.get("countries", {})
    own = days.get(named or outlets)
    if own:
        return {"nth": own} if isinstance(own, list) else {"day": own}
    foreign = named and rule.get("day") in days.values()
    return rule if rule.keys() & _DATED and not foreign else None


@cache
def _countries() -> Mapping[str, str]:
    """Names of states and their people, lower case, to ISO codes."""
    states = rules("countries")["states"]
    return {
        word.lower(): state["iso"]
        for state in states
        for word in (state["name"], *state.get("aliases", ()), *state.get("demonyms", ()))
    }


def _named_country(hit: Hit) -> str:
    """The country of "Ukraine's 34th Independence Day", "Indian Independence Day", "Independence Day of Ukraine"; empty for
    none."""
    words, at = hit.line.words, hit.start - 1
    while at > hit.start - 4 and at > 0 and (words[at] in ("'", "’", "s") or words[at][:1].isdigit()):
        at -= 1
    following = words[hit.end + 1 : hit.end + 3] if words[hit.end : hit.end + 1] == ["of"] else []
    near = [words[max(0, at - 1) : at + 1], words[max(0, at) : at + 1], following, following[:1]]
    known = _countries()
    return next((known[name] for name in map(" ".join, near) if name in known), "")


def _year(hit: Hit, state: State, rule: Mapping[str, Any]) -> tuple[int, AnchorKind]:
    """The year and what it was taken from; 0 when nothing says."""
    stated = str(rule["day"])[:4] if len(str(rule.get("day", ""))) == 10 else ""
    if stated or hit.words("y"):
        return year((stated,) if stated else hit.words("y")), "absolute"
    published = today(state)
    if not published.year:
        return 0, ""
    if hit.words("rel_year"):
        return published.year + relation(hit.words("rel_year")), "publication"
    about = date_of(rule, published.year)
    return _near_year(hit, state, about) if about and published.date else published.year, "publication"


def _near_year(hit: Hit, state: State, about: date) -> int:
    """`last` and `next` count from publication; alone, the nearest holiday as the tense has it."""
    published, offset = today(state).date or about, relation(hit.words("rel"))
    if not offset:
        return year_for(state, about.month, about.day, lean(hit))
    over = about >= published if offset < 0 else about <= published
    return published.year + offset * over


def date_of(rule: Mapping[str, Any], year: int) -> date | None:
    """The day of a holiday in a year; None outside the calendar."""
    try:
        if "day" in rule:
            month, day = str(rule["day"])[-5:].split("-")
            return date(year, int(month), int(day))
        if "nth" in rule:
            return nth_weekday(year, *rule["nth"]) + timedelta(days=rule.get("plus", 0))
        return easter(year) + timedelta(days=rule["easter"]) if "easter" in rule else orthodox_easter(year)
    except (ValueError, OverflowError):
        return None


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The `count`-th such weekday (1 to 7) of the month; -1 is the last."""
    if count < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter in the Gregorian calendar, by Meeus's Julian algorithm; right for 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


MAKERS = {"holiday": holiday}
