"""One subject's timeline at the level of words: the event words of an article in which an actor or a thing takes part, each
with its day.

subjects.py finds where the subject stands in the text, words.py what kind of event word stands at a place, participation.py
who takes part in it, days.py when it happened.
"""

from collections.abc import Iterator, Sequence

import msgspec

from generator.extract.annotations import Annotations
from generator.extract.events.reading import Reading
from generator.extract.timeline.again import taken_up
from generator.extract.timeline.days import Dated, Days
from generator.extract.timeline.participation import takes_part
from generator.extract.timeline.subjects import Subject, places
from generator.extract.timeline.words import EventWord, word_at, words_of
from generator.model.dates import PartialDate
from generator.model.mentions import Span
from generator.model.records import DateBasis

__all__ = ["Moment", "Subject", "timeline"]


class Moment(msgspec.Struct, frozen=True):
    """An event word in which the subject takes part. `basis`: `stated` where the text dates it, `inferred` where the day is
    carried from what was told before, `assumed` where only the article's own day is left, `unknown` without a date."""

    span: Span
    date: PartialDate
    basis: DateBasis


def timeline(annotations: Annotations, subject: Subject, events: Sequence[Span] | None = None) -> tuple[Moment, ...]:
    """The moments of `subject` in one article, by date, then by their place in the text. `events`: the event words to judge;
    without them the finite verbs of the article and its nouns of events."""
    reading = Reading(annotations.context, annotations.mentions)
    where = places(reading, subject)
    days = Days(reading)
    found = []
    for word in _words(reading, events):
        told = taken_up(reading, word) or word
        if takes_part(reading, told, where) or takes_part(reading, word, where):
            date, basis = days.of(told)
            told_so = _drafted(annotations, told) if basis != "stated" else None
            found.append(Moment(word.span, *(told_so or (date, basis))))
    return tuple(sorted(found, key=lambda moment: (moment.date.sort_key, moment.span)))


def _words(reading: Reading, events: Sequence[Span] | None) -> Iterator[EventWord]:
    if events is None:
        yield from words_of(reading)
    else:
        for span in events:
            yield word_at(reading, span)


def _drafted(annotations: Annotations, word: EventWord) -> Dated | None:
    """The day of the event whose trigger the word is, or of the statement among whose remarks it stands: one happening has
    one day wherever it is shown."""
    near = [one for one in annotations.events if word.sentence in one.sentences and one.event.date.start]
    for draft in near:
        date, basis = draft.event.date, draft.event.date_basis
        if draft.trigger.start <= word.span.start < draft.trigger.end:
            return date, basis
        remark = (
            draft.event.type == "statement" and word.clause and word.clause.link == "main" and word.kind == "finite"
        )
        if remark and len(near) == 1 and len(draft.sentences) > 1:
            return date, "inferred" if basis == "stated" else basis
    return None
