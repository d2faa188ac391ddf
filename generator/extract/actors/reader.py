"""Read an article from left to right and write down who and where is spoken of."""

from collections.abc import Iterator

from generator.extract.actors.aliases import Match, look_up
from generator.extract.actors.bearers import by_name, by_surname
from generator.extract.actors.bodies import find_bodies, register_bodies
from generator.extract.actors.called import clubs
from generator.extract.actors.classify import Named, register
from generator.extract.actors.coreference import pronouns
from generator.extract.actors.entities import Entity
from generator.extract.actors.gazetteer import demonyms
from generator.extract.actors.holders import read_lower_office
from generator.extract.actors.mentions import entry_meant, read_body, read_known, read_name
from generator.extract.actors.names import runs
from generator.extract.actors.nobles import read_noble
from generator.extract.actors.organisations import is_sport
from generator.extract.actors.reading import Reading
from generator.extract.actors.references import (
    read_description,
    read_genitive,
    read_indefinite,
    read_pronoun,
    read_role,
)
from generator.extract.actors.segments import Cutter, Segment
from generator.extract.actors.unnamed import find_unnamed, heads, roles
from generator.extract.actors.words import fold, is_latin, pairs_inside
from generator.extract.context import Context
from generator.extract.lexicon import rules


def read_article(context: Context) -> Reading:
    """The finished reading of `context`: capitalised spans are cut, unknown names classified, then all is read in order."""
    reading = Reading(context)
    reading.segments = {segment.start: segment for segment in _segments(reading)}
    found = list(find_bodies(reading.words, reading.segments))
    reading.bodies = {body.start: body for body in found}
    named = [one for one in reading.segments.values() if one.kind in ("name", "organisation")]
    register(
        reading.words,
        reading.source,
        [_named(reading, one) for one in named if one.start not in reading.bodies],
        reading.registry,
    )
    reading.of_bodies = register_bodies(reading.words, reading.source, found, reading.registry)
    reading.alone = frozenset(
        reading.words.low[one.start] for one in named if one.kind == "name" and one.end == one.start + 1
    )
    towns = (
        one for one in reading.segments.values() if one.match and one.match.entries[0].form in ("place", "capital")
    )
    reading.teams = clubs(reading.words, [(one.start, one.end) for one in towns])
    crowds = _crowds(reading)
    at = 0
    while at < len(reading.words.text):
        at = max(at + 1, _read(reading, at, crowds))
    return reading


def _segments(reading: Reading) -> Iterator[Segment]:
    words, known = reading.words, reading.known
    cutter = Cutter(words, known, reading.titles, reading.title_ends, is_sport(words), pairs_inside(words))
    for start, end in runs(words, known, reading.titles):
        if words.sentence[start] in words.shouting or not is_latin(words.text[start]):
            matches = (known[at] for at in range(start, end) if at in known)
            yield from (Segment(match.start, match.end, "known", match) for match in matches)
        else:
            yield from (_of_state(reading, _without_initials(reading, segment)) for segment in cutter.cut(start, end))


def _without_initials(reading: Reading, segment: Segment) -> Segment:
    """A known person under a name with a middle initial more ("Donald J. Trump")."""
    start, end = segment.start, segment.end
    low = reading.words.low
    if segment.kind != "name" or end - start < 3 or not all(len(word) == 1 for word in low[start + 1 : end - 1]):
        return segment
    people = tuple(
        entry for entry in look_up(reading.context.known, (low[start], low[end - 1])) if entry.kind == "person"
    )
    return Segment(start, end, "known", Match(start, end, people)) if people else segment


def _of_state(reading: Reading, segment: Segment) -> Segment:
    """A known organisation under its state's genitive: "Ukraine's Air Force" for the Ukrainian Air Force."""
    start, end = segment.start, segment.end
    state = reading.states.get(start - 1) if start and reading.words.low[start - 1] == "'s" else None
    if segment.kind not in ("name", "organisation") or not state or not reading.words.joined(state.start, end):
        return segment
    for demonym in demonyms(state.entries[0].id):
        found = look_up(reading.context.known, (demonym, *reading.words.low[start:end]))
        actors = tuple(entry for entry in found if entry.kind in ("organisation", "group"))
        if actors:
            return Segment(start, end, "known", Match(start, end, actors))
    return segment


def _named(reading: Reading, segment: Segment) -> Named:
    match = reading.known.get(segment.start)
    behind_state = match.end if match and match.entries[0].kind == "state" and match.end + 1 < segment.end else 0
    name, title = reading.text(segment.start, segment.end), reading.title_before(segment.start)
    return Named(
        segment,
        name,
        title,
        behind_state,
        of_place=match is not None,
        owner=reading.owner(segment),
        of_body=_is_body(reading, segment.start),
    )


def _is_body(reading: Reading, end: int) -> bool:
    """An organisation ends right before: "Speaker of the State Assembly Kavita Rao"."""
    before = [one for at in range(max(end - 6, 0), end) if (one := reading.segments.get(at)) and one.end == end]
    return any(one.kind == "organisation" for one in before) and reading.words.joined(end - 1, end + 1)


def _crowds(reading: Reading) -> dict[int, int]:
    nouns = heads() | roles()
    spots = (find_unnamed(reading.words, at) for at, low in enumerate(reading.words.low) if low in nouns)
    return {span[0]: span[1] for span in spots if span}


def _read(reading: Reading, at: int, crowds: dict[int, int]) -> int:
    """Take what stands at word `at`; gives the index of the next word to read."""
    low = reading.words.low[at]
    if at in reading.bodies:
        return read_body(reading, reading.bodies[at])
    if at in crowds:
        return _read_crowd(reading, at, crowds[at])
    if at in reading.segments:
        return _read_segment(reading, reading.segments[at])
    if at in reading.known and not reading.words.capital[at]:
        return read_lower_office(reading, at)
    return _read_lower(reading, at, low)


def _read_lower(reading: Reading, at: int, low: str) -> int:
    """Take the word `low` that is no name: what it refers to, if anything."""
    if low in pronouns():
        return read_pronoun(reading, at)
    if low == "'s":
        return read_genitive(reading, at)
    if low == "the":
        return read_description(reading, at)
    if low in ("a", "an"):
        read_indefinite(reading, at)
    elif "-" in low:
        _read_compound(reading, at)
    return at + 1


def _read_segment(reading: Reading, segment: Segment) -> int:
    if segment.kind == "known" and segment.match:
        return read_known(reading, segment.match)
    if segment.kind != "title" or segment.title is None:
        return read_name(reading, segment)
    if segment.end in reading.segments:
        return segment.end
    if by_surname(reading, segment):
        return read_name(reading, segment)
    stop = read_noble(reading, segment)
    if stop:
        return stop
    return read_role(reading, segment.start, segment.end, segment.title.role)


def _read_crowd(reading: Reading, start: int, end: int) -> int:
    """People without a name, and the names inside their description."""
    for at in range(start, end):
        if at in reading.segments:
            _read_inner(reading, reading.segments[at])
    text = reading.text(start, end)
    entity = Entity("", text, "unnamed")
    several = not {"people", "men", "women", "staff", "few", "dozen"}.isdisjoint(reading.words.low[start:end])
    entity.plural = several or not fold(text).startswith(("a ", "an ", "one ", "another "))
    genders = rules("titles")["role_genders"]
    entity.gender = next((genders[low] for low in reading.words.low[start:end] if low in genders), "")
    reading.write(start, end, entity, "unnamed")
    return end


def _read_inner(reading: Reading, segment: Segment) -> None:
    """A name inside a larger phrase: a modifier."""
    if segment.match is None:
        entity = by_name(reading, segment)
        if entity:
            reading.write(segment.start, segment.end, entity, "modifier", head=False)
        return
    entry = entry_meant(reading, segment.match)
    if entry and entry.kind != "place":
        rule = "demonym" if entry.form == "demonym" else "modifier"
        reading.write(segment.start, segment.end, reading.entity(entry), rule, head=False)


def _read_compound(reading: Reading, at: int) -> None:
    """The states in "US-backed", "Franco-German", "Russia-Ukraine"."""
    offset = 0
    for part in reading.words.text[at].split("-"):
        found = look_up(reading.context.known, (fold(part),)) if part[:1].isupper() else ()
        states = [
            entry
            for entry in found
            if entry.kind == "state" and entry.form in ("name", "demonym") and (len(part) > 3 or entry.alias == part)
        ]
        if states:
            reading.write_part(at, offset, part, reading.entity(states[0]))
        offset += len(part) + 1
