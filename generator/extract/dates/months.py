"""Months: "March 1998", "October last year", "October"."""

from generator.extract.dates.anchors import last_reading, lean, neighbours, part, relation, today, written, year_for
from generator.extract.dates.days import day_number, month_of, narrated_year
from generator.extract.dates.edtf import first_moment
from generator.extract.dates.moment import day_value, month_value
from generator.extract.dates.numbers import year
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.lexicon import rules


def month_year(hit: Hit, state: State) -> Reading | None:
    """`March 1998`, "October last year", "May of that year"."""
    number, which = month_of(hit), year(hit.words("y"))
    anchor: AnchorKind = "absolute"
    if hit.words("rel"):
        published = today(state).year
        which, anchor = published + relation(hit.words("rel")) if published else 0, "publication"
    elif not which:
        which, anchor = _told_year(hit, state), "context"
    if not 0 <= which <= 9999:
        return None
    return Reading(month_value(which, number), anchor=anchor if which else "", modifier=part(hit))


def _told_year(hit: Hit, state: State) -> int:
    """The year of "May of that year", "of the following year"; 0 when none was named."""
    told = last_reading(hit, state, lambda reading: first_moment(reading.timex).year > 0)
    return first_moment(told.timex).year + relation(hit.line.words[hit.start : hit.end]) if told else 0


def before_year(hit: Hit, state: State) -> Reading | None:
    """The first of two dates whose year stands behind the second: that year, or the one before for "28 December to 3 January
    2019"."""
    number, published = month_of(hit), today(state).year
    anchor: AnchorKind = "publication" if hit.words("rel") else "absolute"
    which = published and published + relation(hit.words("rel")) if hit.words("rel") else year(hit.words("y"))
    which -= which > 0 and number > (hit.number("n", "MONTH", "MONTHABBR") or 12)
    value = day_value(which, number, int(day_number(hit, "d"))) if hit.words("d") else month_value(which, number)
    return Reading(value, anchor=anchor if which else "", modifier=part(hit)) if value else None


def month(hit: Hit, state: State) -> Reading | None:
    """A month alone. One that is also a word or a name needs a sign that it is a month."""
    if not _is_month(hit):
        return None
    number_of = month_of(hit)
    which: int
    which, anchor = narrated_year(hit, state, number_of), "context"
    if not which:
        ahead = neighbours(hit)[0] in rules("dates")["bounds"]["until"]
        which, anchor = year_for(state, number_of, 0, lean(hit) or int(ahead)), "publication"
    kind: AnchorKind = ("context" if anchor == "context" else "publication") if which else ""
    return Reading(month_value(which, number_of), anchor=kind, modifier=part(hit))


def _is_month(hit: Hit) -> bool:
    at = hit.groups["m"][0]
    word, previous, following = hit.line.words[at], written(hit, hit.start - 1), written(hit, hit.end)
    before, after = neighbours(hit)
    cues = rules("dates")["month_cues"]
    if word in hit.lexicon.values["MONTHABBR"] and hit.line.words[hit.end - 1] != ".":
        return False
    named = following[:1].isupper() and following.lower() not in hit.lexicon.values["WEEKDAY"]
    if (named and before not in cues["before_name"]) or following.lower() in cues["ways"]:
        return False
    surname = previous[:1].isupper() and previous.isalpha() and len(previous) > 1 and before not in cues["before"]
    if word in hit.lexicon.values["NAMEMONTH"] and not hit.words("part"):
        modifies = before in ("a", "the", "its") and following[:1].islower() and after not in cues["marches"]
        return before in cues["before"] or modifies or (after in cues["after"] and not surname)
    return not (surname and hit.start > 1 and written(hit, hit.start - 2) != ".")


MAKERS = {"month_year": month_year, "before_year": before_year, "month": month}
