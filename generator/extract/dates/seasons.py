"""Seasons: "the spring of 2014", "last summer"."""

from generator.extract.dates.anchors import (
    is_owned,
    is_textual,
    last_date,
    lean,
    neighbours,
    part,
    relation,
    today,
    written,
    year_for,
)
from generator.extract.dates.moment import SEASON_MONTH, Moment
from generator.extract.dates.numbers import year
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules


def season(hit: Hit, state: State) -> Reading | None:
    """`the spring of 2014`, `last summer`, `the winter`. "Spring" and "fall" alone are other words too."""
    name = str(hit.value("s", "SEASON"))
    anchor: AnchorKind = "absolute"
    which, published = year(hit.words("y")), today(state)
    if not which:
        if is_owned(hit) or (not hit.words("rel") and not _is_season(hit)):
            return None
        which, anchor = _season_year(hit, state, SEASON_MONTH[name], published), "publication"
    if not which:
        return Reading(f"XXXX-{name}", anchor="")
    return Reading(f"{which:04}-{name}", anchor=anchor, modifier=part(hit))


def _is_season(hit: Hit) -> bool:
    at = hit.groups["s"][0]
    cues, word, before = rules("dates")["season_cues"], hit.line.words[at], hit.line.words[at - 1] if at else ""
    if written(hit, at)[:1].isupper() and not written(hit, at + 1)[:1].islower():
        return False
    if word in ("summer", "winter", "autumn"):
        return before in cues["before"]
    if before in cues["part"]:
        return True
    if before == "the":
        return neighbours(hit)[0] in cues["of_the"]
    return before in cues["bare"] and written(hit, at + 1) in cues["after"]


def _season_year(hit: Hit, state: State, month: int, published: Moment) -> int:
    """The year in which the season meant begins; 0 when the article's month is not known."""
    words = hit.words("rel")
    if not published.year or not published.month:
        return published.year
    if is_textual(words):
        return last_date(hit, state, lambda moment: moment.year > 0).year or published.year
    if not words:
        return year_for(state, month, 0, lean(hit))
    if "year" in hit.line.words[hit.start : hit.end]:
        return published.year + relation(words)
    return published.year + _offset(words, month, published.month)


def _offset(words: tuple[str, ...], month: int, now: int) -> int:
    """Years from the article's to the season's: the last one over, the next one, or the one of this year. A winter begins the
    year before in January and February."""
    in_winter = month == 12 and now <= 2
    if relation(words) < 0 or "past" in words:
        return -int(now < month + 3) - int(in_winter and "past" not in words)
    if relation(words) > 0 and "this" not in words:
        return int(now >= month)
    return -int(in_winter)


MAKERS = {"season": season}
