"""What an article is about, and what else belongs to the day of it: the hearing's speakers, the match's goals."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.events.classify import subject_lemmas, type_of
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.events.when import When, clock_of, inferred, looks_back, own

_OPENING = 7  # sentences; newsletters greet first
_RECENT = 10  # days before publication: a story so old is no news
_FRESH = 3  # days: so long "told reporters" is of the story's day


class Story(NamedTuple):
    """The first thing with a day of its own that the opening tells: when, the types of event that its sentence names, whether
    what follows from such events is of its day, who acts in it, and how many days before publication it was."""

    when: When
    types: frozenset[str]
    spreads: bool
    agents: frozenset[str]
    age: int


def story_of(reading: Reading, told: Sequence[Telling]) -> Story | None:
    """The story of an article; `None` when its opening tells nothing of a recent day."""
    for telling in told:
        if telling.clause.sentence >= _OPENING:
            return None
        when = own(reading, telling)
        if when and when.date.precision in ("day", "span") and telling.polarity == "asserted":
            return _story(reading, telling, when)
    return None


def _story(reading: Reading, telling: Telling, when: When) -> Story | None:
    published, start = reading.context.article.published, when.date.start
    age = (published.start - start).days if published.start and start else 0
    agents = frozenset(m.value for m in subject_actors(reading, telling.clause) if m.value)
    types, spreads = _types(reading, telling), not deals_with_past(reading, telling)
    return Story(when, types, spreads, agents, age) if age <= _RECENT else None


def deals_with_past(reading: Reading, telling: Telling) -> bool:
    """Whether the story is of what came after: a trial, an arrest, "a warrant for murder"."""
    kind, _, noun = telling.type.rule.partition(":")
    named = kind == "noun" and noun.split("-")[0] not in subject_lemmas(reading.subject_words(telling.clause))
    return named or telling.type.id in words().past_stories


def _types(reading: Reading, telling: Telling) -> frozenset[str]:
    """The types that the clauses of the story's sentence name, asides and what is said left out."""
    if telling.type.id in words().past_stories:
        return frozenset((telling.type.id,))
    told = (one for one in reading.clauses[telling.clause.sentence] if one.link not in ("aside", "content"))
    named = (type_of(clause, reading.subject_words(clause)) for clause in told)
    return frozenset({telling.type.id, *(kind.id for kind in named if kind)})


def of_story(reading: Reading, telling: Telling, story: Story | None) -> When | None:
    """The story's day for what is said at its occasion (a hearing, a match, an announcement) or by who acts in it, and for
    more of the same."""
    verb = telling.clause.verb
    if (
        story is None
        or verb.perfect
        or verb.tense != "past"
        or telling.polarity != "asserted"
        or not _stands_free(telling)
        or looks_back(reading, telling)
    ):
        return None
    if not (_is_said_there(telling, story) if telling.is_statement else _is_more_of_it(reading, telling, story)):
        return None
    return When(story.when.date, inferred(reading), f"the story's day, {story.when.note or story.when.date.edtf}")


def _stands_free(telling: Telling) -> bool:
    """Main clauses, what somebody vouches for, and asides in which somebody speaks ("the mover, who told the meeting that")."""
    link = telling.clause.link
    vouched = link == "content" and not telling.is_statement and telling.clause.number < telling.clause.above
    return (
        link in ("main", "and")
        or vouched
        or (link == "aside" and telling.is_statement and telling.clause.marker == "who")
    )


def _is_said_there(telling: Telling, story: Story) -> bool:
    if not story.types.isdisjoint(words().occasion_types):
        return True
    if telling.speaker and telling.speaker.id in story.agents:
        return True
    clause = telling.clause
    outside = {clause.lower(at) for at in clause.words if not clause.subject[0] <= at < clause.subject[1]}
    return story.age <= _FRESH and not outside.isdisjoint(words().occasions)


def _is_more_of_it(reading: Reading, telling: Telling, story: Story) -> bool:
    follows = words().consequences.get(telling.type.id, ()) if story.spreads else ()
    kinds = {telling.type.id, *follows} - {"other", "statement"}
    return not kinds.isdisjoint(story.types) or bool(clock_of(reading, telling))
