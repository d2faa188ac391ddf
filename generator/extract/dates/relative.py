"""Dates against the article's day or a date of the text: "Tuesday", "yesterday", "last week", "the following year"."""

from datetime import date, timedelta

import msgspec

from generator.extract.dates.anchors import (
    is_name,
    is_owned,
    is_textual,
    last_date,
    last_reading,
    lean,
    neighbours,
    part,
    relation,
    span_from,
    today,
    written,
)
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import NEVER, UNKNOWN, Moment, is_plausible, month_value, nearest_weekday, shift
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules
from generator.extract.tense import ends_sentence

_LIST = 12  # tokens: how long a list of weekdays is
_SAID = 4  # tokens: how far before "Monday to Friday" stands what is so then
_TO = frozenset(("to", "through", "-", "–"))
NEAR = 60  # tokens: how far back "then" is said of a date
_AS_SOON = (["as", "soon", "as"], ["as", "early", "as"])


def weekday(hit: Hit, state: State) -> Reading | None:
    """A weekday: the article's own day if it is that weekday; else the last one, or the next when the words look ahead."""
    number = hit.number("w", "WEEKDAY", "WEEKDAYABBR")
    named = rules("dates")["named_days"]
    before, after = written(hit, hit.start - 1), written(hit, hit.end)
    if (before[:1].isupper() and before.lower() in named["before"]) or (
        after[:1].isupper() and after.lower() in named["after"]
    ):
        return None
    if hit.number("w", "WEEKDAYABBR") and neighbours(hit)[0] not in named["abbreviated"]:
        return None
    return _weekday_reading(number, weekday_lean(hit), hit, state)


def weekday_lean(hit: Hit) -> int:
    """Back, unless the words look ahead. "Friday's vote" is past but for "ahead of", "before" and the like."""
    words, before = hit.line.words, neighbours(hit)[0]
    if tuple(words[hit.end : hit.end + 2]) in (("'", "s"), ("’", "s")):
        return 1 if _is_awaited(hit) or (_is_fixture(hit) and lean(hit) > 0) else -1
    ahead = (
        before in rules("dates")["bounds"]["until"]
        or before == "than"
        or (before == "from" and (hit.start < 2 or ends_sentence(words, hit.start - 2)))
        or _is_awaited(hit)
        or words[max(0, hit.start - 3) : hit.start] in _AS_SOON
    )
    return lean(_of_list(hit)) or (1 if ahead else -1)


def _of_list(hit: Hit) -> Hit:
    """The match from the first weekday of its list on: "for Thursday, Friday and Monday"."""
    words, first = hit.line.words, hit.start
    for at in range(hit.start - 1, max(hit.start - _LIST, -1), -1):
        if words[at] in hit.lexicon.values["WEEKDAY"]:
            first = at
        elif words[at] not in (",", "and", "or", "on"):
            break
    return msgspec.structs.replace(hit, start=first)


def _is_fixture(hit: Hit) -> bool:
    """Whether what is of the day is known long before: "Sunday's general election will", but not "Sunday's fire will", nor
    "Sunday's election might", which may be over."""
    near, known = hit.line.words[hit.end + 2 : hit.end + 4], rules("dates")
    behind = hit.line.words[hit.end + 2 : hit.end + 6]
    return not set(near).isdisjoint(known["fixtures"]) and set(behind).isdisjoint(known["weak_modals"])


def _is_awaited(hit: Hit) -> bool:
    """Whether "before", "ahead of" or the like stands before the match."""
    awaiting, words = rules("dates")["awaiting"], hit.line.words
    return neighbours(hit)[0] in awaiting or " ".join(words[max(0, hit.start - 2) : hit.start]) in awaiting


def _weekday_reading(number: int, leaning: int, hit: Hit, state: State) -> Reading:
    base = today(state).date
    if base is None or _is_any(hit):
        return Reading(f"XXXX-WXX-{number}", anchor="")
    return Reading(nearest_weekday(base, number, leaning).isoformat(), modifier=part(hit))


def _is_any(hit: Hit) -> bool:
    """Whether the text speaks of some such weekday, not of one ("fell on a Friday", but not "a Friday vote")."""
    before, after = neighbours(hit)
    return before in ("any", "another") or (before == "a" and not after[:1].isalpha()) or _is_habit(hit)


def _is_habit(hit: Hit) -> bool:
    """Whether the weekday is of a range that comes again: "is open Monday to Friday", but not "from Monday to Friday"."""
    words, days = hit.line.words, hit.lexicon.values["WEEKDAY"]
    if words[hit.end : hit.end + 3] == ["-", "to", "-"] or words[max(0, hit.start - 3) : hit.start] == ["-", "to", "-"]:
        return True
    head = hit.start - 2 if words[hit.start - 1 : hit.start] and words[hit.start - 1] in _TO else hit.start
    tail = words[head + 1 : head + 3]
    if head < 1 or words[head] not in days or len(tail) < 2 or tail[0] not in _TO or tail[1] not in days:
        return False
    present = words[max(0, head - _SAID) : head]
    return words[head - 1] not in ("from", "between", "on") and not set(present).isdisjoint(rules("dates")["habits"])


def relative_weekday(hit: Hit, state: State) -> Reading | None:
    """`last Tuesday` lies before the article's day, `next Tuesday` after it; "the following Tuesday" counts from the text."""
    number, words = hit.number("w", "WEEKDAY"), hit.words("rel")
    base = _textual_day(hit, state) if is_textual(words) else today(state).date
    if base is None:
        return Reading(f"XXXX-WXX-{number}", anchor="")
    offset = relation(words)
    if "week" in hit.line.words[hit.start : hit.end]:
        found = base - timedelta(days=base.isoweekday() - number) + timedelta(weeks=offset)
    elif offset:
        found = nearest_weekday(base + timedelta(days=offset), number, offset)
    elif "this" in words:
        found = nearest_weekday(base, number, -1 if "past" in words else 1 if "coming" in words else lean(hit) or 1)
    else:
        found = nearest_weekday(base, number, -1)
    anchor: AnchorKind = "context" if is_textual(words) else "publication"
    return Reading(found.isoformat(), anchor=anchor, modifier=part(hit))


def weekday_week(hit: Hit, state: State) -> Reading | None:
    """`Saturday week`: a week after the next Saturday."""
    number, base = hit.number("w", "WEEKDAY"), today(state).date
    if base is None:
        return Reading(f"XXXX-WXX-{number}", anchor="")
    return Reading((nearest_weekday(base, number, 1) + timedelta(weeks=1)).isoformat())


def _textual_day(hit: Hit, state: State) -> date | None:
    return last_date(hit, state, lambda moment: moment.day > 0 and is_plausible(moment.year)).date or today(state).date


def day_word(hit: Hit, state: State) -> Reading | None:
    """`yesterday`, `today`, `tomorrow`, "the day before yesterday". "Today's youth" is of no day."""
    programme = neighbours(hit)[1] in rules("dates")["programmes"] and written(hit, hit.end - 1)[:1].isupper()
    if is_name(hit) or _is_age(hit) or programme:
        return None
    offset = hit.number("t", "TODAY")
    if "day" in hit.line.words[hit.start : hit.end]:
        offset *= 2
    return _publication(shift(today(state), "day", offset), hit)


def _is_age(hit: Hit) -> bool:
    """Whether "today" or "tomorrow" stands for an age: "today's youth", "the leaders of tomorrow"."""
    words, at, ages = hit.line.words, hit.end, rules("dates")["ages"]
    if hit.word("t") == "yesterday":
        return False
    owned = words[at + 2 : at + 4] if tuple(words[at : at + 2]) in (("'", "s"), ("’", "s")) else []
    named = bool(owned) and (owned[0] in ages or (owned[-1] in ages and owned[0] in rules("dates")["of_ages"]))
    return named or (neighbours(hit)[0] == "of" and hit.start > 1 and words[hit.start - 2] in ages)


def _publication(value: str, hit: Hit) -> Reading:
    return Reading(value, anchor="publication" if "X" not in value else "", modifier=part(hit))


def relative_unit(hit: Hit, state: State) -> Reading | None:
    """`last week`, `this year`, "the following day". "That year" and the like count from the text."""
    unit, words = str(hit.value("u", "UNIT")), hit.words("rel")
    if is_name(hit) or neighbours(hit)[1] == "-" or is_owned(hit):
        return None
    offset = relation(words)
    if (words[-1] in ("past", "last") and unit == "day") or (words[-1] == "past" and unit in ("decade", "century")):
        return None
    if not is_textual(words) and not (unit == "day" and words[-1] in ("next", "same")):
        span = span_from(today(state), unit, -1) if words[-1] == "past" and not hit.words("part") else ""
        reading = _publication(shift(today(state), unit, offset), hit)
        return msgspec.structs.replace(reading, edtf=span or None)
    latest = today(state).iso if lean(hit) < 0 else ""
    base = last_date(hit, state, lambda moment: _fits(moment, unit) and not (latest and moment.iso > latest))
    if base == NEVER:
        if words[0] in ("that", "the") and offset == 0 and words[-1] in ("that", "same"):
            return None
        if offset > 0:
            return Reading(UNKNOWN[unit], anchor="")
        base = today(state)
    value = shift(base, unit, offset)
    return Reading(value, anchor="context" if "X" not in value else "", modifier=part(hit))


def _fits(moment: Moment, unit: str) -> bool:
    """Whether a moment is fine enough to count units of that size from it."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return moment.day > 0
    return moment.month > 0 if unit in ("month", "quarter") else True


def whole_unit(hit: Hit, state: State) -> Reading | None:
    """`the end of the year`, `the weekend`: the article's own; a weekend the last one, or the next when the words look
    ahead."""
    unit, base = str(hit.value("u", "UNIT")), today(state).date
    if unit == "quarter":
        near = last_reading(hit, state, lambda reading: _is_value_of(reading, unit), reach=60)
        if near and near.anchor in ("absolute", "context"):
            return Reading(near.timex, anchor="context", modifier=part(hit))
    coming = lean(hit) > 0 or _is_awaited(hit)
    ended = unit == "weekend" and base is not None and not coming and base.isoweekday() < 6
    return _publication(shift(today(state), unit, -1 if ended else 0), hit)


def _is_value_of(reading: Reading, unit: str) -> bool:
    return unit == "quarter" and "-Q" in reading.timex and first_moment(reading.timex) != NEVER


def before_last(hit: Hit, state: State) -> Reading | None:
    """`the week before last`, "the week after next", "the Saturday before last"."""
    offset, number, base = relation(hit.words("rel")), hit.number("w", "WEEKDAY"), today(state).date
    if not number:
        return _publication(shift(today(state), str(hit.value("u", "UNIT")), 2 * offset), hit)
    if base is None:
        return Reading(f"XXXX-WXX-{number}", anchor="")
    near = nearest_weekday(base + timedelta(days=offset), number, offset)
    return Reading((near + timedelta(weeks=offset)).isoformat())


def that_time(hit: Hit, state: State) -> Reading | None:
    """The `then` of "until then": the last date told near by."""
    told = last_reading(
        hit, state, lambda reading: reading.kind == "DATE" and first_moment(reading.timex) != NEVER, NEAR
    )
    return Reading(told.timex, anchor="context", modifier=told.modifier) if told else None


def relative_month(hit: Hit, state: State) -> Reading | None:
    """`last August`: the one before the article's month, or this year's when the text says "this". The month just over is
    "last month", so "last January" in February is the year before's."""
    month, words, published = hit.number("m", "MONTH"), hit.words("rel"), today(state)
    base = last_date(hit, state, lambda moment: moment.month > 0) if is_textual(words) else published
    if not base.year or not base.month:
        return Reading(month_value(0, month), anchor="")
    offset = relation(words)
    year = base.year
    if offset < 0 or "past" in words:
        year -= month >= base.month - 1 if "last" in words and base.month > 1 else month >= base.month
    elif offset > 0:
        year += month <= base.month
    anchor: AnchorKind = "context" if is_textual(words) else "publication"
    return Reading(month_value(year, month), anchor=anchor, modifier=part(hit))


MAKERS = {
    "weekday": weekday,
    "relative_weekday": relative_weekday,
    "weekday_week": weekday_week,
    "today": day_word,
    "relative_unit": relative_unit,
    "whole_unit": whole_unit,
    "before_last": before_last,
    "that_time": that_time,
    "relative_month": relative_month,
}
