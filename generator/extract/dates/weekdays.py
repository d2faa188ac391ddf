"""Weekdays: which one is meant, by tense and by what stands beside it."""

from datetime import date, timedelta

import msgspec

from generator.extract.dates.anchors import is_textual, last_date, lean, neighbours, part, relation, today, written
from generator.extract.dates.moment import is_plausible, nearest_weekday
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules
from generator.extract.tense import ends_sentence

_LIST = 12  # tokens: how long a list of weekdays is
_SAID = 4  # tokens: how far before "Monday to Friday" stands what is so then
_TO = frozenset(("to", "through", "-", "–"))
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
        return 1 if is_awaited(hit) or (_is_fixture(hit) and lean(hit) > 0) else -1
    ahead = (
        before in rules("dates")["bounds"]["until"]
        or before == "than"
        or (before == "from" and (hit.start < 2 or ends_sentence(words, hit.start - 2)))
        or is_awaited(hit)
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


def is_awaited(hit: Hit) -> bool:
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


MAKERS = {
    "weekday": weekday,
    "relative_weekday": relative_weekday,
    "weekday_week": weekday_week,
}
