"""The date of one thing told: its own, or the article's day as the latest it can be."""

import re
from typing import NamedTuple

from generator.extract.dates import day_of
from generator.extract.events.dating import bounded_by
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.model.dates import UNKNOWN, PartialDate, parse_edtf
from generator.model.mentions import Mention
from generator.model.records import DateBasis

_APART = frozenset(("after", "before", "later", "earlier", "into", "ago"))  # "Two weeks after the fire, ..."
_CLOCK = re.compile(r"T(\d\d:\d\d)")


class When(NamedTuple):
    """A date with its basis, a note on how it is known, and a time of day as HH:MM."""

    date: PartialDate
    basis: DateBasis
    note: str = ""
    time: str = ""


def own(reading: Reading, telling: Telling) -> When | None:
    """The date its own clause states."""
    if telling.date is None:
        return None
    return When(
        day_of(telling.date), basis_of(reading, telling.date), note_of(telling.date), clock_of(reading, telling)
    )


def basis_of(reading: Reading, mention: Mention) -> DateBasis:
    """`stated`; `assumed` where the mention leans on a day of publication that is itself assumed."""
    assumed = reading.context.article.published_basis == "assumed" and mention.anchor_kind != "absolute"
    if not mention.value or (day_of(mention).precision == "unknown" and "XXXX" not in mention.value):
        return "unknown"
    return "assumed" if assumed else "stated"


def inferred(reading: Reading) -> DateBasis:
    """The basis of what leans on the article's day, which is no surer than that day."""
    return "assumed" if reading.context.article.published_basis == "assumed" else "inferred"


def note_of(mention: Mention) -> str:
    """The words of a date that does not say by itself which day it is."""
    return "" if mention.anchor_kind == "absolute" else f"“{mention.text}”"


def clock_of(reading: Reading, telling: Telling) -> str:
    """The time of day among the clause's dates; empty for none."""
    clause = telling.clause
    times = [
        m.timex for m in reading.mentions(clause.sentence, "date") if m.timex_type == "TIME" and clause.holds(m.start)
    ]
    match = _CLOCK.search(times[0]) if times else None
    return match[1] if match else ""


def looks_back(reading: Reading, telling: Telling) -> bool:
    """Whether the sentence sets what it tells apart from the rest in time: "Earlier, ...", "Two weeks after the fire, ...",
    "A similar storm ..."."""
    sentence = telling.clause.sentence
    if reading.opens_with(sentence, words().bounded_openings):
        return True
    if not words().other_times.isdisjoint(reading.subject_words(telling.clause)):
        return True
    clause = telling.clause
    lengths = (m for m in reading.mentions(sentence, "date") if m.timex_type == "DURATION" and clause.holds(m.start))
    ends = (clause.position(m.end - 1) for m in lengths)
    return any(at < clause.verb.first and clause.lower(at + 1) in _APART for at in ends)


def latest(reading: Reading, telling: Telling) -> When:
    """Without a date: at the latest when it was published, or when the one who tells it said so."""
    published, sentence = reading.context.article.published, telling.clause.sentence
    opening = reading.opens_with(sentence, words().present_openings)
    if telling.is_statement and published.precision == "day" and opening:
        day = parse_edtf(f"{published.edtf.rstrip('~?%')}~")
        return When(day, inferred(reading), f"“{opening.capitalize()}”: about the article's day")
    return bound(reading, reading.opens_with(sentence, words().bounded_openings))


def bound(reading: Reading, opening: str = "") -> When:
    """At the latest the article's day; `opening` is a word like "earlier" that says as much."""
    limit = bounded_by(reading.context.article.published)
    if not limit:
        return When(UNKNOWN, "unknown", "the article gives no date, and its own day is not known")
    said = f"“{opening.capitalize()}”: " if opening else "no date in the text: "
    return When(parse_edtf(limit), inferred(reading), f"{said}at the latest the article's day")
