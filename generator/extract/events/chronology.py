"""When each thing told happened, in the order of the telling."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.measured import beside_measure, measured
from generator.extract.events.reading import Reading
from generator.extract.events.since import since_told
from generator.extract.events.story import deals_with_past, of_story, story_of
from generator.extract.events.subjects import subject_actors
from generator.extract.events.when import When, basis_of, inferred, latest, looks_back, note_of, own
from generator.model.dates import parse_edtf

_SEQUEL = 4  # sentences over which "afterwards" reaches


class _Last(NamedTuple):
    """The last thing told with a date of its own."""

    when: When
    telling: Telling
    actors: frozenset[str]


def chronology(reading: Reading, told: Sequence[Telling]) -> tuple[When, ...]:
    """The date of each telling; what has none of its own takes that of its sentence, of its entry in a chronicle, of the
    story's last step where the text goes on from there, or of the story itself where it tells of the same, else the article's
    day as its latest."""
    result: list[When] = []
    last: _Last | None = None
    story = story_of(reading, told)
    headed: set[int] = set()
    for telling in told:
        actors = frozenset(m.value for m in subject_actors(reading, telling.clause) if m.value)
        when = (
            _same_day(telling, last)
            or own(reading, telling)
            or measured(reading, telling, story)
            or since_told(reading, telling, told[: len(result)], result)
            or _beside(telling, result, told)
            or _when(reading, telling, told, len(result))
            or _in_entry(reading, telling, headed)
            or _sequel(reading, telling, last)
            or _carried(reading, telling, actors, last)
            or of_story(reading, telling, story)
            or latest(reading, telling)
        )
        if telling.date and telling.clause.link in ("main", "and", "content"):
            last = _Last(when, telling, actors)
        result.append(when)
    return tuple(result)


def _in_entry(reading: Reading, telling: Telling, headed: set[int]) -> When | None:
    """The date that heads the entry of a chronicle, stated of the first thing it tells; in a live blog the article's
    day. `headed`: the starts of the entries that have told something, which grows."""
    entry, published = reading.entry(telling.clause.sentence), reading.context.article.published
    before = telling.clause.verb.perfect and telling.clause.verb.tense == "past"
    if not entry or telling.polarity != "asserted" or telling.clause.link == "under" or (entry.date and before):
        return None
    if entry.date:
        basis = inferred(reading) if entry.start in headed else basis_of(reading, entry.date)
        headed.add(entry.start)
        return When(day_of(entry.date), basis, note_of(entry.date) or f"the entry of {entry.date.text}")
    if published.precision != "day":
        return None
    day = parse_edtf(published.edtf.rstrip("~?%"))
    return When(day, inferred(reading), f"the entry of {entry.clock} on the article's day")


def _same_day(telling: Telling, last: _Last | None) -> When | None:
    """The day of what was told before, where the clause's only date is "earlier in the day"."""
    if telling.date is None or last is None or telling.clause.sentence - last.telling.clause.sentence > _SEQUEL:
        return None
    if telling.date.text.lower() not in words().same_day or last.when.date.precision != "day":
        return None
    return When(last.when.date, last.when.basis, f"“{telling.date.text}”: {last.when.note or last.when.date.edtf}")


def _sequel(reading: Reading, telling: Telling, last: _Last | None) -> When | None:
    """The day of what was told just before, where the clause says that it goes on: "afterwards", "at the time"."""
    if last is None or telling.polarity != "asserted" or last.when.date.precision not in ("day", "span"):
        return None
    if telling.clause.sentence - last.telling.clause.sentence > _SEQUEL:
        return None
    spoken = f" {' '.join(telling.clause.lower(at) for at in telling.clause.words)} "
    phrase = next((phrase for phrase in words().sequels if f" {phrase} " in spoken), "")
    if not phrase:
        return None
    return When(last.when.date, inferred(reading), f"“{phrase}”: {last.when.note or last.when.date.edtf}")


def _carried(reading: Reading, telling: Telling, actors: frozenset[str], last: _Last | None) -> When | None:
    """The day of the step told before, where the same one goes on in the same breath."""
    clause = telling.clause
    if last is None or telling.polarity != "asserted" or telling.is_statement or last.telling.is_statement:
        return None
    if clause.link not in ("main", "and", "content") or clause.verb.perfect or clause.verb.tense != "past":
        return None
    if _is_behind(reading, telling, last.telling):
        return None
    near = clause.sentence - last.telling.clause.sentence
    if last.when.date.precision not in ("day", "span") or not 0 <= near <= 1 or looks_back(reading, telling):
        return None
    sentences = reading.context.sentences
    same = sentences[clause.sentence].paragraph == sentences[last.telling.clause.sentence].paragraph
    shared, taken_up = bool(actors & last.actors), _takes_up(reading, telling)
    if (same and (shared or taken_up)) or (shared and taken_up):
        return When(last.when.date, inferred(reading), f"told in one go with {last.when.note or last.when.date.edtf}")
    return None


def _is_behind(reading: Reading, telling: Telling, last: Telling) -> bool:
    """Spot "The victim was killed" behind "A court issued a warrant": what a trial is about came before it."""
    return deals_with_past(reading, last) and telling.type.id in ("death", *words().consequences["death"])


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
            and (clause.link not in ("under", "aside") or clause.marker in ("as", "while"))
            and not clause.verb.perfect
            and (other.is_statement == telling.is_statement or clause.marker in ("as", "while"))
        ):
            return when
    return None


def _when(reading: Reading, telling: Telling, told: Sequence[Telling], number: int) -> When | None:
    """The date of the clause with "when" behind it: "12 people died when a bus crashed on Saturday"."""
    clause = telling.clause
    for other in told[number + 1 : number + 4]:
        if other.clause.sentence != clause.sentence:
            return None
        if other.date and other.clause.above == clause.number and (when := beside_measure(reading, telling, other)):
            return when
        if other.date and other.clause.marker == "when" and _holds(reading, other.clause.above, clause):
            return own(reading, other) if not clause.verb.perfect and not telling.is_statement else None
    return None


def _holds(reading: Reading, above: int, clause: Clause) -> bool:
    """Whether the clause numbered `above` is `clause` or one joined to it."""
    joined = reading.clauses[clause.sentence][above]
    return above == clause.number or (joined.link == "and" and joined.above == clause.number)


def _takes_up(reading: Reading, telling: Telling) -> bool:
    """Whether the subject takes up what was spoken of: a pronoun or "the ..."."""
    return next(iter(reading.subject_words(telling.clause)), "") in words().taking_up
