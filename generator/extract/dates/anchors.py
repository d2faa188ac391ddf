"""What the rules share: which part of a date is meant, what relative words count from, which year a bare date is of."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import takewhile

from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import NEVER, Moment, shift
from generator.extract.dates.reading import Hit, Modifier, Reading, State
from generator.extract.lexicon import rules
from generator.extract.tense import lean as tense_of

AGAINST = 250  # days: what it costs a day to lie on the other side than the tense says
MONTH_AGAINST = 300  # the same for a month
REACH = 400  # tokens: how far back a date of the text is still spoken of

_GRAINS = {
    "day": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "weekend": ("day", 7),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


def part(hit: Hit) -> Modifier:
    """The modifier that the words before a date say."""
    known = rules("dates")["parts"]
    words = (*hit.words("part"), *hit.words("about"))
    return next((known[word] for word in words if word in known), "")


def lean(hit: Hit) -> int:
    """Whether the words about the match look back (-1) or ahead (1); -2 behind "since", which surely looks back."""
    if neighbours(hit)[0] in rules("dates")["bounds"]["since"]:
        return -2
    return tense_of(hit.line.words, hit.start, hit.end)


def relation(words: Iterable[str]) -> int:
    """-1 for "last", 1 for "next", 0 for "this": the last word that says."""
    known = rules("dates")["relations"]
    found = [known[word] for word in words if word in known and word != "the"]
    return found[-1] if found else 0


def is_textual(words: Iterable[str]) -> bool:
    """Whether the relation counts from a date of the text ("the following day")."""
    return any(word in rules("dates")["textual"] for word in words)


def last_date(hit: Hit, state: State, accepts: Callable[[Moment], bool], *, compared: bool = True) -> Moment:
    """The moment of the latest date before the match that `accepts`; `NEVER` when there is none. Without `compared`, dates
    that were themselves counted from another are passed over."""
    for seen in reversed(state.seen):
        if hit.start - seen.token > REACH:
            break
        if not compared and seen.reading.anchor == "context":
            continue
        moment = first_moment(seen.reading.timex) if seen.reading.kind in ("DATE", "TIME") else NEVER
        if moment.year and accepts(moment):
            return moment
    return NEVER


def last_reading(hit: Hit, state: State, accepts: Callable[[Reading], bool], reach: int = REACH) -> Reading | None:
    """The latest reading before the match, no more than `reach` tokens back, that `accepts`."""
    for seen in reversed(state.seen):
        if hit.start - seen.token > reach:
            break
        if accepts(seen.reading):
            return seen.reading
    return None


def current_quarter(hit: Hit, state: State, reach: int = REACH) -> str:
    """The quarter a report is about: the latest one named so far that was over, or had begun, by publication; empty for
    none."""
    near = takewhile(lambda seen: hit.start - seen.token <= reach, reversed(state.seen))
    named = [
        seen.reading.timex for seen in near if seen.reading.anchor != "context" and _is_quarter(seen.reading.timex)
    ]
    current, full = (shift(state.setting.published, "quarter", back) for back in (0, -1))
    over = [timex for timex in named if timex <= full]
    return max(over or [timex for timex in named if timex <= current], default="")


def _is_quarter(timex: str) -> bool:
    return timex[4:6] == "-Q" and timex[6:].isdigit()


def year_for(state: State, month: int, day: int, leaning: int, weekday: int = 0) -> int:
    """The year of a month (day 0) or day without one: the nearest to publication, where the side against the tense counts as
    farther, by `leaning` times as much; one whose weekday is as written goes first among near ones. 0 when the article's year
    is not known."""
    published = state.setting.published
    if not published.year:
        return 0
    if not published.month:
        return published.year
    base = date(published.year, published.month, published.day or 15)
    ranked = sorted(_candidates(base, month, day, leaning), key=lambda pair: pair[0])
    fitting = [
        year for cost, year in ranked if weekday and cost < 300 and date(year, month, day).isoweekday() == weekday
    ]
    return next(iter(fitting), ranked[0][1] if ranked else 0)


def _candidates(base: date, month: int, day: int, leaning: int) -> list[tuple[int, int]]:
    found = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            there = date(year, month, day or 15)
        except ValueError:
            continue
        distance = (there - base).days
        same_month = not day and (year, month) == (base.year, base.month)
        against = distance * leaning < 0 and not same_month
        cost = (AGAINST if day else MONTH_AGAINST) * abs(leaning) * against
        found.append((0 if same_month else abs(distance) + cost, year))
    return found


def today(state: State) -> Moment:
    """The article's day."""
    return state.setting.published


def span_from(base: Moment, unit: str, count: float) -> str:
    """The EDTF span of about `count` units up to the month or day of `base`, or from it on (a positive count); empty where
    that is not known or the count is no whole number."""
    if count != int(count) or not 0 < abs(count) < 10_000 or unit in ("hour", "minute", "second"):
        return ""
    grain, size = _GRAINS.get(unit, ("year", 10 if unit == "decade" else 100))
    here, there = shift(base, grain, 0), shift(base, grain, int(count) * size)
    if "X" in here or "X" in there:
        return ""
    return f"{here}~/{there}~" if count > 0 else f"{there}~/{here}~"


def neighbours(hit: Hit) -> tuple[str, str]:
    """The tokens before and after the match, lower case; empty at the ends of the text."""
    words: Sequence[str] = hit.line.words
    return (words[hit.start - 1] if hit.start else ""), (words[hit.end] if hit.end < len(words) else "")


def is_owned(hit: Hit) -> bool:
    """Whether "last" or "next" says which of somebody's, and not when: "her last year in office", "the last night"."""
    words, at = hit.line.words, hit.groups["rel"][0] if "rel" in hit.groups else hit.start
    return words[at] in ("last", "next") and at > 0 and words[at - 1] in rules("dates")["owners"]


def is_name(hit: Hit) -> bool:
    """Whether capitals make the match a name: "USA Today", "This Week". Words all in capitals are a headline's."""
    last, before = written(hit, hit.end - 1), written(hit, hit.start - 1)
    if last.isupper() or not last[:1].isupper():
        return False
    return hit.end - hit.start > 1 or (before.isalpha() and before[:1].isupper())


def written(hit: Hit, at: int) -> str:
    """Token `at` as it stands in the text; empty outside."""
    if not 0 <= at < len(hit.line.words):
        return ""
    return hit.line.text[hit.line.starts[at] : hit.line.ends[at]]
