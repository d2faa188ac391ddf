"""Parts of years: quarters, halves, fiscal years, seasons and year ends."""

from generator.extract.dates.anchors import (
    last_date,
    current_quarter,
    is_textual,
    lean,
    neighbours,
    part,
    relation,
    today,
    written,
    year_for,
)
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import NEVER, SEASON_MONTH, Moment, shift
from generator.extract.dates.numbers import year
from generator.extract.dates.years import pair_of
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State

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
    near = current_quarter(hit, state, _NEAR)
    latest = hit.word("rel") == "latest"
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
        return Reading(decade[:3], anchor="absolute", modifier="END" if second else "START")
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


def season(hit: Hit, state: State) -> Reading | None:
    """`the spring of 2014`, `last summer`, `the winter`. "Spring" and "fall" alone are other words too."""
    name = str(hit.value("s", "SEASON"))
    anchor: AnchorKind = "absolute"
    which, published = year(hit.words("y")), today(state)
    if not which:
        if not hit.words("rel") and not _is_season(hit):
            return None
        which, anchor = _season_year(hit, state, SEASON_MONTH[name], published), "publication"
    if not which:
        return Reading(f"XXXX-{name}", anchor="")
    return Reading(f"{which:04}-{name}", anchor=anchor, modifier=part(hit))


def _is_season(hit: Hit) -> bool:
    at = hit.groups["s"][0]
    word, before = hit.line.words[at], hit.line.words[at - 1] if at else ""
    if written(hit, at)[:1].isupper() and not written(hit, at + 1)[:1].islower():
        return False
    if word in ("summer", "winter", "autumn"):
        return before in (
            "in",
            "the",
            "by",
            "since",
            "until",
            "for",
            "early",
            "late",
            "mid",
            "of",
            "during",
            "from",
            "through",
            "over",
            "-",
        )
    return (
        before in ("early", "mid", "late")
        or (before == "the" and neighbours(hit)[0] in ("in", "by", "since", "until", "during", "of", "for"))
        or (
            before in ("in", "by", "until", "since")
            and written(hit, at + 1) in (",", ".", ";", "and", "or", "when", "but")
        )
    )


def _season_year(hit: Hit, state: State, month: int, published: Moment) -> int:
    words = hit.words("rel")
    if not published.year or not published.month:
        return published.year
    if is_textual(words):
        return last_date(hit, state, lambda moment: moment.year > 0).year or published.year
    offset = relation(words)
    if words and words[-1] == "year":
        return published.year + offset
    if not words:
        return year_for(state, month, 0, lean(hit))
    if offset < 0 or "past" in words:
        begun_last_year = month == 12 and published.month <= 2
        return (
            published.year
            - (published.month < month + 3 or begun_last_year)
            - (begun_last_year and "past" not in words)
        )
    if offset > 0 and "this" not in words:
        return published.year + (published.month >= month)
    return published.year - (month == 12 and published.month <= 2)


def year_end(hit: Hit, state: State) -> Reading | None:
    """`year-end`, "year's end": the last day or month of the article's year, or of the year before when the words look back in its first half."""
    published = today(state)
    if not published.year:
        return Reading("XXXX-12-31", anchor="", edtf="XXXX-12-31")
    which = published.year - (lean(hit) < 0 and 0 < published.month < 7)
    if not hit.words("h"):
        return Reading(f"{which:04}", modifier="LAST")
    return Reading(f"{which:04}-12-31", modifier=part(hit))


MAKERS = {
    "quarter": quarter,
    "known_quarter": known_quarter,
    "half": half,
    "fiscal_year": fiscal_year,
    "season": season,
    "year_end": year_end,
}
