"""Offices that stand for their holder: "the Ukrainian president", "Polish FM", "the crown prince"."""

from generator.extract.actors.aliases import Match
from generator.extract.actors.entities import Entity
from generator.extract.actors.gazetteer import Entry
from generator.extract.actors.offices import Holding, holder, on_day
from generator.extract.actors.reading import Reading
from generator.extract.actors.titles import Title
from generator.model.records import Actor

_BETWEEN = frozenset(("new", "current", "hardline", "veteran", "late", "own"))


def office_after(reading: Reading, end: int) -> Title | None:
    """The office named behind a state that ends at `end` ("Britain's", "French"), when no name follows it."""
    words, at = reading.words, end
    while at < len(words.low) and (words.low[at] in _BETWEEN or (at == end and words.low[at] in ("'s", "'"))):
        at += 1
    title = reading.titles.get(at)
    if not title or title.group != "offices" or not words.joined(end - 1, title.end):
        return None
    follows = reading.segments.get(title.end)
    named = follows is not None and words.joined(at, title.end + 1) and follows.kind in ("name", "known", "title")
    return None if named else title


def read_office(reading: Reading, start: int, title: Title, entry: Entry) -> int:
    """Write down a state as a modifier and, if it is known, who held its office that day; gives the index behind both."""
    rule = "demonym" if entry.form == "demonym" else "modifier"
    reading.write(start, reading.known[start].end, reading.entity(entry), rule, head=False)
    actor = holder(reading.context.known, entry.id, title.role, reading.day)
    if actor:
        _write_holder(reading, start, title.end, _entity(reading, actor))
        return title.end
    named = [one for one in reading.candidates() if title.role in one.roles and one.state == entry.id]
    if len(named) == 1:
        _write_holder(reading, start, title.end, named[0])
    return title.end


def read_known_office(reading: Reading, match: Match) -> int:
    """The same for an office as a record of `content/` writes it ("Kremlin chief"); before a name it is a title."""
    states = reading.states_in(match)
    for state in states:
        rule = "demonym" if state.entries[0].form == "demonym" else "modifier"
        reading.write(state.start, state.end, reading.entity(state.entries[0]), rule, head=False)
    follows = reading.segments.get(match.end)
    if follows and reading.words.joined(match.start, match.end + 1) and follows.kind in ("name", "known"):
        return match.end
    inside = (reading.titles[at] for at in range(match.start, match.end) if at in reading.titles)
    title = next((title for title in inside if title.end == match.end), None)
    actor = (
        holder(reading.context.known, states[0].entries[0].id, title.role, reading.day) if states and title else None
    )
    actor = actor or on_day(_holdings(reading, match), reading.day)
    if actor:
        _write_holder(reading, match.start, match.end, _entity(reading, actor))
    return match.end


def read_lower_office(reading: Reading, at: int) -> int:
    """An office in lower case ("the crown prince") of somebody the article has named."""
    match = reading.known[at]
    actor = on_day(_holdings(reading, match), reading.day)
    if actor and actor.id in reading.registry.by_id:
        _write_holder(reading, match.start, match.end, reading.registry.by_id[actor.id])
        return match.end
    return at + 1


def _holdings(reading: Reading, match: Match) -> tuple[Holding, ...]:
    actors = reading.context.known.actors
    return tuple((actors[entry.id], entry.office) for entry in match.entries if entry.office)


def _entity(reading: Reading, actor: Actor) -> Entity:
    return reading.entity(Entry(actor.id, actor.kind, actor.name, actor.name, gender=actor.gender, known=True))


def _write_holder(reading: Reading, start: int, end: int, entity: Entity) -> None:
    reading.write(start, end, entity, "office", office=reading.text(start, end))
