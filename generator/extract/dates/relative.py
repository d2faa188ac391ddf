"""Dates against the article's day or a date of the text: "yesterday", "last week", "the following year"."""

from datetime import timedelta

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
from generator.extract.dates.moment import NEVER, UNKNOWN, Moment, month_value, nearest_weekday, shift
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.dates.weekdays import is_awaited
from generator.extract.lexicon import rules

NEAR = 60  # tokens: how far back "then" is said of a date


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
    coming = lean(hit) > 0 or is_awaited(hit)
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
    "today": day_word,
    "relative_unit": relative_unit,
    "whole_unit": whole_unit,
    "before_last": before_last,
    "that_time": that_time,
    "relative_month": relative_month,
}
