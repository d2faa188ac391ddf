"""When each thing told happened, in the order of the telling."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import bounded_by
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.roles import subject_actors
from generator.model.dates import UNKNOWN, PartialDate, parse_edtf
from generator.model.mentions import Mention
from generator.model.records import DateBasis

_OPENING = 4  # sentences
_RECENT = 10  # days
_CLOCK = re.compile(r"T(\d\d:\d\d)")


class When(NamedTuple):
    """A date with its basis, a note on how it is known, and a time of day as HH:MM."""

    date: PartialDate
    basis: DateBasis
    note: str = ""
    time: str = ""


class _Last(NamedTuple):
    """The last thing told with a date of its own."""

    when: When
    telling: Telling
    actors: frozenset[str]


class _Story(NamedTuple):
    """What the article is about: the first thing with a day of its own that its opening tells."""

    when: When
    type: str


def chronology(reading: Reading, told: Sequence[Telling]) -> tuple[When, ...]:
    """The date of each telling; what has none of its own takes that of its sentence, of the story's last step where the text
    goes on from there, or of the story itself where it tells of the same, else the article's day as its latest."""
    result: list[When] = []
    last: _Last | None = None
    story = _story(reading, told)
    for telling in told:
        actors = frozenset(m.value for m in subject_actors(reading, telling.clause) if m.value)
        when = (
            _own(reading, telling)
            or _beside(telling, result, told)
            or _when(reading, telling, told, len(result))
            or _in_entry(reading, telling)
            or _carried(reading, telling, actors, last)
            or _of_story(reading, telling, story)
            or _bound(reading, telling)
        )
        if telling.date and telling.clause.link in ("main", "and", "content"):
            last = _Last(when, telling, actors)
        result.append(when)
    return tuple(result)


def _story(reading: Reading, told: Sequence[Telling]) -> _Story | None:
    published = reading.context.article.published
    for telling in told:
        if telling.clause.sentence >= _OPENING:
            return None
        own = _own(reading, telling)
        if own and own.date.precision == "day" and telling.polarity == "asserted" and not telling.is_statement:
            recent = (
                published.start is None or own.date.start is None or (published.start - own.date.start).days <= _RECENT
            )
            return _Story(own, telling.type.id) if recent else None
    return None


def _of_story(reading: Reading, telling: Telling, story: _Story | None) -> When | None:
    """The story's day for what is said at its occasion (a hearing, a match, an announcement), and for more of the same."""
    verb = telling.clause.verb
    if (
        story is None
        or verb.perfect
        or verb.tense != "past"
        or telling.polarity != "asserted"
        or _looks_back(reading, telling)
    ):
        return None
    if telling.clause.link not in ("main", "and"):
        return None
    same = story.type in words().occasion_types if telling.is_statement else telling.type.id == story.type
    if not same and not _clock(reading, telling):
        return None
    return When(story.when.date, _inferred(reading), f"the story's day, {story.when.note or story.when.date.edtf}")


def _in_entry(reading: Reading, telling: Telling) -> When | None:
    """In a live blog the entry's time, which stands at the head of its paragraph, is that of the article's day."""
    published = reading.context.article.published
    clock = reading.entry_clock(telling.clause.sentence)
    if not clock or published.precision != "day" or telling.polarity != "asserted" or telling.clause.link == "under":
        return None
    return When(
        parse_edtf(published.edtf.rstrip("~?%")), _inferred(reading), f"the entry of {clock} on the article's day"
    )


def _own(reading: Reading, telling: Telling) -> When | None:
    if telling.date is None:
        return None
    return When(day_of(telling.date), _basis(reading, telling.date), _note(telling.date), _clock(reading, telling))


def _basis(reading: Reading, mention: Mention) -> DateBasis:
    assumed = reading.context.article.published_basis == "assumed" and mention.anchor_kind != "absolute"
    if not mention.value or (day_of(mention).precision == "unknown" and "XXXX" not in mention.value):
        return "unknown"
    return "assumed" if assumed else "stated"


def _note(mention: Mention) -> str:
    return "" if mention.anchor_kind == "absolute" else f"“{mention.text}”"


def _clock(reading: Reading, telling: Telling) -> str:
    """The time of day among the clause's dates."""
    clause = telling.clause
    times = [
        m.timex for m in reading.mentions(clause.sentence, "date") if m.timex_type == "TIME" and clause.holds(m.start)
    ]
    match = _CLOCK.search(times[0]) if times else None
    return match[1] if match else ""


def _carried(reading: Reading, telling: Telling, actors: frozenset[str], last: _Last | None) -> When | None:
    """The day of the step told before, where the same one goes on in the same breath."""
    clause = telling.clause
    if last is None or telling.polarity != "asserted" or telling.is_statement or last.telling.is_statement:
        return None
    if clause.link not in ("main", "and", "content") or clause.verb.perfect or clause.verb.tense != "past":
        return None
    near = clause.sentence - last.telling.clause.sentence
    if last.when.date.precision not in ("day", "span") or not 0 <= near <= 1 or _looks_back(reading, telling):
        return None
    sentences = reading.context.sentences
    same = sentences[clause.sentence].paragraph == sentences[last.telling.clause.sentence].paragraph
    shared, taken_up = bool(actors & last.actors), _takes_up(reading, telling)
    if (same and (shared or taken_up)) or (shared and taken_up):
        return When(last.when.date, _inferred(reading), f"told in one go with {last.when.note or last.when.date.edtf}")
    return None


def _beside(telling: Telling, result: Sequence[When], told: Sequence[Telling]) -> When | None:
    """The date of the clause this one is joined to ("was convicted and sentenced"), or that holds "when" it."""
    clause = telling.clause
    for at in range(len(result) - 1, -1, -1):
        other, when = told[at], result[at]
        if other.clause.sentence != clause.sentence:
            return None
        joined = clause.link in ("and", other.clause.link) and other.clause.number in (clause.above, clause.number - 1)
        if (
            other.date
            and joined
            and clause.link not in ("under", "aside")
            and not clause.verb.perfect
            and other.is_statement == telling.is_statement
        ):
            return when
    return None


def _when(reading: Reading, telling: Telling, told: Sequence[Telling], number: int) -> When | None:
    """The date of the clause with "when" behind it: "12 people died when a bus crashed on Saturday"."""
    clause = telling.clause
    for other in told[number + 1 : number + 4]:
        if other.clause.sentence != clause.sentence:
            return None
        if other.date and other.clause.marker == "when" and _holds(reading, other.clause.above, clause):
            return _own(reading, other) if not clause.verb.perfect and not telling.is_statement else None
    return None


def _holds(reading: Reading, above: int, clause: Clause) -> bool:
    """Whether the clause numbered `above` is `clause` or one joined to it."""
    joined = reading.clauses[clause.sentence][above]
    return above == clause.number or (joined.link == "and" and joined.above == clause.number)


def _takes_up(reading: Reading, telling: Telling) -> bool:
    """Whether the subject takes up what was spoken of: a pronoun or "the ..."."""
    return next(iter(reading.subject_words(telling.clause)), "") in words().taking_up


def _looks_back(reading: Reading, telling: Telling) -> bool:
    return bool(reading.opens_with(telling.clause.sentence, words().bounded_openings))


def _bound(reading: Reading, telling: Telling) -> When:
    """Without a date: at the latest when it was published, or when the one who tells it said so."""
    published = reading.context.article.published
    if (
        telling.is_statement
        and published.precision == "day"
        and reading.opens_with(telling.clause.sentence, words().present_openings)
    ):
        opening = reading.opens_with(telling.clause.sentence, words().present_openings)
        return When(
            parse_edtf(f"{published.edtf.rstrip('~?%')}~"),
            _inferred(reading),
            f"“{opening.capitalize()}”: about the article's day",
        )
    return bound(reading, reading.opens_with(telling.clause.sentence, words().bounded_openings))


def bound(reading: Reading, opening: str = "") -> When:
    """At the latest the article's day; `opening` is a word like "earlier" that says as much."""
    published = reading.context.article.published
    limit = bounded_by(published)
    if not limit:
        return When(UNKNOWN, "unknown", "the article gives no date, and its own day is not known")
    said = f"“{opening.capitalize()}”: " if opening else "no date in the text: "
    return When(parse_edtf(limit), _inferred(reading), f"{said}at the latest the article's day")


def _inferred(reading: Reading) -> DateBasis:
    """What leans on the article's day is no surer than that day."""
    return "assumed" if reading.context.article.published_basis == "assumed" else "inferred"
