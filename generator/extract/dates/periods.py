"""Parts of years: quarters, halves, fiscal years and year ends."""

from generator.extract.dates.anchors import (
    current_quarter,
    lean,
    neighbours,
    part,
    relation,
    today,
)
from generator.extract.dates.counted import months_last
from generator.extract.dates.days import calendar_day
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import NEVER, Moment, read, shift
from generator.extract.dates.numbers import year
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.dates.years import decade_of, pair_of

_NAMED = 60  # tokens: how far back a quarter is the one whose end a report tells
_NEAR = 300  # tokens: how far back a quarter is still the one spoken of


def quarter(hit: Hit, state: State) -> Reading | None:
    """`the third quarter of 2024`; without a year the last such quarter, or the next when the words look ahead."""
    index = hit.number("q", "QUARTERWORD", "QNUM") or 4
    which, anchor = _stated_year(hit, state)
    if not which:
        which, anchor = _quarter_year(index, lean(hit), today(state)), "publication"
    if not which:
        return Reading(f"XXXX-Q{index}", anchor="")
    return Reading(f"{which:04}-Q{index}", anchor=anchor, modifier=part(hit))


def _stated_year(hit: Hit, state: State) -> tuple[int, AnchorKind]:
    if hit.words("y"):
        return year(hit.words("y")), "absolute"
    published = today(state).year
    if hit.words("rel") and published:
        return published + relation(hit.words("rel")), "publication"
    return 0, ""


def _quarter_year(index: int, leaning: int, published: Moment) -> int:
    """The year whose quarter is the current or latest one. Looking ahead, one long over is next year's; a quarter that
    begins within a month counts as this year's."""
    if not published.year or not published.month:
        return published.year
    current = (published.month + 2) // 3
    if leaning > 0 and current - index >= 2:
        return published.year + 1
    return published.year - (index > current and not (index == current + 1 and published.month % 3 == 0))


def known_quarter(hit: Hit, state: State) -> Reading | None:
    """`the quarter`, `the latest period`: the one the report is about, else the last full one; "year-earlier": a year before
    it; "the 1988 quarter": that year's."""
    if neighbours(hit)[1] == "-":
        return None
    near = (
        "" if months_last(hit, state) and (hit.words("y") or not hit.words("k")) else current_quarter(hit, state, _NEAR)
    )
    latest = hit.word("rel") == "latest"
    if not near and hit.words("y") and hit.word("k") == "period":
        return Reading(f"{year(hit.words('y')):04}", anchor="absolute")
    if hit.word("k") == "period" and not near and not latest and hit.word("rel") not in ("year", "a"):
        return None
    year_before = hit.word("rel") in ("year", "a", "last") or hit.line.words[hit.start] == "last"
    if not near and year_before and not hit.words("k"):
        return _year_before(state)
    full = shift(today(state), "quarter", -1)
    base = min(near, full) if near and latest and full[:1].isdigit() else near or full
    first = first_moment(base)
    if first == NEVER:
        return Reading("XXXX-QX", anchor="")
    which = year(hit.words("y")) or first.year - year_before
    tail = f"-Q{hit.number('q', 'QUARTERWORD')}" if hit.words("q") else base[4:]
    return Reading(f"{which:04}{tail}", anchor="context" if near else "publication")


def ended_quarter(hit: Hit, state: State) -> Reading | None:
    """`the quarter ended July 31`: the one named just before, which may be of a fiscal year; else the quarter that has most of
    the months up to that day."""
    named = current_quarter(hit, state, _NAMED)
    if named:
        return Reading(named, anchor="context")
    end = calendar_day(hit, state)
    there = read(end.timex) if end else NEVER
    if end is None or not there.year:
        return Reading("XXXX-QX", anchor="")
    middle = shift(there, "month", -1 if there.day > 15 else -2)
    return Reading(shift(read(middle), "quarter", 0), anchor=end.anchor)


def _year_before(state: State) -> Reading:
    """`year-earlier` alone, where no quarter is spoken of."""
    published = today(state).year
    return Reading(f"{published - 1:04}" if published else "XXXX", anchor="publication" if published else "")


def half(hit: Hit, state: State) -> Reading | None:
    """`the first half of 2024`; "the last half of the 1980s" is a part of a decade."""
    words = hit.words("h")
    second = words[0] in ("second", "last", "latter", "2nd", "h2")
    decade = next((word for word in hit.words("y") if word[0].isdigit() and word.endswith("s")), "")
    if decade:
        return Reading(decade_of(decade, hit, state), anchor="absolute", modifier="END" if second else "START")
    which, anchor = _stated_year(hit, state)
    if not which:
        which, anchor = today(state).year, "publication"
    return Reading(f"{which:04}-H{1 + second}" if which else "XXXX-HX", anchor=anchor if which else "")


def fiscal_year(hit: Hit, state: State) -> Reading | None:
    """`fiscal 2024`, `the current fiscal year`: about the year of that name."""
    if hit.words("pair") or hit.words("z"):
        first, last = pair_of(hit)
        return Reading(f"{first:04}", anchor="absolute", edtf=f"{first:04}~/{last:04}~") if first else None
    if hit.words("y"):
        return Reading(f"{year(hit.words('y')):04}", anchor="absolute", modifier=part(hit) or "APPROX")
    published = today(state).year
    if not published:
        return Reading("XXXX", anchor="")
    return Reading(f"{published + relation(hit.words('rel')):04}", modifier=part(hit) or "APPROX")


def year_end(hit: Hit, state: State) -> Reading | None:
    """`year-end`, "year's end": the last day or month of the article's year; of the year before when the words look back in
    its first half, or behind "since"."""
    published = today(state)
    if not published.year:
        return Reading("XXXX-12-31", anchor="", edtf="XXXX-12-31")
    over = neighbours(hit)[0] == "since" or (lean(hit) < 0 and 0 < published.month < 7)
    which = published.year - over
    if not hit.words("h"):
        return Reading(f"{which:04}", modifier="LAST")
    return Reading(f"{which:04}-12-31", modifier=part(hit))


def new_year(hit: Hit, state: State) -> Reading | None:
    """`the new year`: the beginning of the next year; of the article's own in its first half, unless the words look ahead."""
    published = today(state)
    if not published.year:
        return Reading("XXXX", anchor="")
    own = 0 < published.month < 7 and lean(hit) <= 0
    return Reading(f"{published.year + (not own):04}", modifier="FIRST")


MAKERS = {
    "quarter": quarter,
    "known_quarter": known_quarter,
    "ended_quarter": ended_quarter,
    "half": half,
    "fiscal_year": fiscal_year,
    "year_end": year_end,
    "new_year": new_year,
}
