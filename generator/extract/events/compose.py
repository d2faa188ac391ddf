"""Drafts of what happened or is planned: who, where, figures, words, source, title."""

from collections.abc import Iterator, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.draft import EventDraft
from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.roles import actors_of
from generator.extract.events.shared import content_of, figures_of, inside, quotes_of, sources_of, trigger_of
from generator.extract.events.subjects import in_titles, subject_actors
from generator.extract.events.titles import clause_title
from generator.extract.events.when import When
from generator.model.mentions import Mention
from generator.model.records import Event, Role


def happening(reading: Reading, telling: Telling, when: When, quotes: Sequence[Mention]) -> EventDraft:
    """The draft of something that happened or is planned. `quotes`: those its sentence gives."""
    clause = telling.clause
    named, unnamed = _actors(reading, telling, quotes)
    event = Event(
        id="",
        title=clause_title(
            reading, clause, _told_by(reading, clause), by=telling.source.name if telling.source else ""
        ),
        date=when.date,
        date_basis=when.basis,
        date_note=when.note,
        time=when.time,
        type=telling.type.id,
        actors=named,
        unnamed=unnamed,
        places=_places(reading, clause),
        quotes=quotes_of(reading, quotes, ""),
        figures=figures_of(reading, clause.sentence, clause.spans),
        sources=sources_of(reading, (clause.sentence,), telling.source),
        status="planned" if telling.polarity == "planned" else "extracted",
    )
    trigger = trigger_of(clause)
    return EventDraft(
        event=event, sentences=(clause.sentence,), trigger=trigger, polarity=telling.polarity, rule=telling.type.rule
    )


def _actors(reading: Reading, telling: Telling, quotes: Sequence[Mention]) -> tuple[dict[str, Role], dict[str, Role]]:
    """Roles by id of the named, and by description of the unnamed, those of what is quoted and told among them."""
    clause, kind = telling.clause, telling.type.id
    named, unnamed = actors_of(reading, clause, "speaker" if _speaks(reading, telling) else "agent", kind)
    if telling.part:
        subjects = frozenset(mention.value for mention in subject_actors(reading, clause))
        named |= _of_part(reading, telling.part, kind, subjects)
    for quote in quotes:
        if quote.speaker:
            named.setdefault(quote.speaker, "speaker")
    for actor in _spoken_of(reading, clause):
        named.setdefault(actor, "spoken_of")
    return named, unnamed


def _of_part(reading: Reading, part: Clause, kind: str, taken: frozenset[str]) -> dict[str, Role]:
    """The roles in another clause of the same event, of whom the main one does not name as its subject."""
    named, _ = actors_of(reading, part, "agent", kind)
    return {actor: role for actor, role in named.items() if actor not in taken and role != "spoken_of"}


def _spoken_of(reading: Reading, clause: Clause) -> Iterator[str]:
    """The actors named only in what is told, ordered or ruled: "decided that Lind should go"."""
    titles = in_titles(reading, clause.sentence)
    told = {clause.tokens[at].start for at in _told_by(reading, clause)}
    for mention in reading.mentions(clause.sentence, "actor"):
        named = mention.value and mention.actor_kind != "media"
        if named and mention.start in told and not any(mention.span.overlaps(title) for title in titles):
            yield mention.value


def _speaks(reading: Reading, telling: Telling) -> bool:
    """Whether what happens is that somebody speaks: announces that, testifies, gives evidence."""
    clause, rule = telling.clause, telling.type.rule
    if telling.type.id == "announcement" and _told_by(reading, clause):
        return True
    return not clause.verb.passive and (clause.verb.lemma in words().speaks_there or rule == "pair:give-evidence")


def _told_by(reading: Reading, clause: Clause) -> list[int]:
    """Positions of what a happening tells in a clause of content: "the court ruled that the law was void"."""
    if any(other.link == "content" and other.above == clause.number for other in reading.clauses[clause.sentence]):
        return content_of(reading, clause)
    return []


def _places(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Where it happened: the places of the clause outside of what it says was said."""
    cued = [quote for quote in reading.mentions(clause.sentence, "quote") if clause.holds(quote.cue_span.start)]
    said = [(quote.start, quote.end) for quote in cued]
    found = (
        m.value
        for m in reading.mentions(clause.sentence, "place")
        if inside(m, clause.spans) and not inside(m, said) and not reading.is_quoted(m.start)
    )
    return tuple(dict.fromkeys(place for place in found if place))
