"""Known and new names where they stand: who or where each of them means."""

from slugify import slugify

from generator.extract.actors.aliases import Match
from generator.extract.actors.bearers import by_name
from generator.extract.actors.bodies import Body
from generator.extract.actors.entities import Entity
from generator.extract.actors.gazetteer import Entry, built_in_places
from generator.extract.actors.holders import office_after, read_known_office, read_office
from generator.extract.actors.introduced import gives_name
from generator.extract.actors.organisations import word_set
from generator.extract.actors.persons import role_after, speaks
from generator.extract.actors.reading import Reading
from generator.extract.actors.segments import Segment
from generator.extract.actors.states import is_modifier, read
from generator.extract.actors.titles import called, role_key
from generator.extract.actors.words import Words, fold
from generator.extract.lexicon import rules

_FORMS = {"name": 0, "capital": 1, "metonym": 2, "demonym": 3, "place": 4}
_RULES = {"name": "alias", "capital": "capital", "metonym": "metonym"}
_TOWARDS = frozenset(("in", "at", "near", "to", "from"))


def read_name(reading: Reading, segment: Segment) -> int:
    """Write down what an unknown name means, or keep it for places.py; gives the index behind it."""
    entity = by_name(reading, segment)
    if entity:
        rule = "name" if segment.kind == "name" or entity.kind == "person" else "organisation"
        write_name(reading, segment.start, segment.end, entity, rule)
    elif segment.kind in ("name", "place"):
        reading.unplaced.append(segment)
    return segment.end


def read_body(reading: Reading, body: Body) -> int:
    """Write down a body in lower case and, as a modifier, the state whose it is; gives the index behind it."""
    match = reading.known.get(body.start)
    if match and match.entries[0].kind == "state":
        rule = "demonym" if match.entries[0].form == "demonym" else "modifier"
        reading.write(body.start, match.end, reading.entity(match.entries[0]), rule, head=False)
    write_name(reading, body.start, body.end, reading.of_bodies[body.start], "body")
    return body.end


def read_known(reading: Reading, match: Match) -> int:
    """Write down what a known name means here; gives the index behind it."""
    if all(entry.form == "office" for entry in match.entries):
        return read_known_office(reading, match)
    entry = entry_meant(reading, match)
    if entry is None or _is_thing(reading.words, match, entry):
        return match.end
    bearer = _bearer(reading, match) or _team(reading, match, entry) if entry.kind in ("place", "state") else None
    if bearer:
        write_name(reading, match.start, match.end, bearer, "name")
    elif entry.kind == "place":
        reading.place(match.start, match.end, entry.id, "alias")
    elif entry.kind == "state" or (entry.kind == "organisation" and entry.form != "name"):
        return _read_state(reading, match, entry)
    elif not entry.careful or _surely(reading, match):
        title = reading.titles.get(match.start)
        start = title.end if title and title.end < match.end and entry.kind == "person" else match.start
        write_name(reading, start, match.end, reading.entity(entry, start), "alias")
    return match.end


def _is_thing(words: Words, match: Match, entry: Entry) -> bool:
    """The name of a house where it is a ticker, an index, a model or a site."""
    if entry.kind not in ("organisation", "media"):
        return False
    return _is_ticker(words, match) or _is_index(words, match) or _is_written_on(words, match)


def _is_index(words: Words, match: Match) -> bool:
    """As in "Nikkei 225", "Boeing 737", "the Dow Jones Industrial Average"."""
    end = match.end
    if not words.joined(match.start, end + 1):
        return False
    return words.text[end].isdigit() or (words.capital[end] and words.low[end] in word_set("indices"))


def _is_ticker(words: Words, match: Match) -> bool:
    """As in "(NYSE: ORV)": where a share is listed."""
    bracketed = match.start > 0 and words.text[match.start - 1] == "(" and words.joined(match.start, match.end + 1)
    return bracketed and words.text[match.end] == ":"


def _is_written_on(words: Words, match: Match) -> bool:
    """As in "said on Telegram", "via Facebook": where somebody writes."""
    start = match.start
    if words.low[start] not in word_set("platforms"):
        return False
    if words.joined(start, match.end + 1) and words.low[match.end] in word_set("written"):
        return True
    if start < 2 or not words.joined(start - 2, match.end):
        return False
    on = words.low[start - 1] in ("on", "via", "over") and words.low[start - 2] not in word_set("levied")
    return on and match.end == start + 1 and words.low[match.end : match.end + 1] != ["'s"]


def entry_meant(reading: Reading, match: Match) -> Entry | None:
    """The one entry meant by a known name, by who the article has spoken of already."""
    choices = [entry for entry in match.entries if entry.form != "office"]
    people = {entry.id: entry for entry in choices if entry.kind == "person"}
    if len(people) > 1:
        seen = [entry for ident, entry in people.items() if ident in reading.registry.by_id]
        return seen[0] if len(seen) == 1 else None
    return min(choices, key=lambda entry: (_FORMS.get(entry.form, 9), not entry.known), default=None)


def _surely(reading: Reading, match: Match) -> bool:
    """An ordinary word that is a company's name too ("Apple"): its place in the sentence must speak for the company."""
    words = reading.words
    return (
        not words.first[match.start]
        or speaks(words, match.end, acts=True)
        or words.low[match.end : match.end + 1] == ["'s"]
    )


def _bearer(reading: Reading, match: Match) -> Entity | None:
    """The person of the article whose surname is also a place ("Lima plans a visit")."""
    if match.end != match.start + 1 or match.entries[0].form == "demonym":
        return None
    bearers = [one for one in reading.registry.short(reading.words.text[match.start]) if one.kind == "person"]
    named = [one for one in bearers if one.position >= 0 or reading.title_before(match.start)]
    before = reading.words.low[match.start - 1] if match.start else ""
    return named[0] if len(named) == 1 and before not in _TOWARDS else None


def _team(reading: Reading, match: Match, entry: Entry) -> Entity | None:
    """In a report of sport, the team of a town: "Lyon beat Turin"."""
    words, name = reading.words, reading.text(match.start, match.end)
    before = words.low[match.start - 1] if match.start else ""
    if entry.form not in ("place", "capital") or before in _TOWARDS or fold(name) not in reading.teams:
        return None
    return reading.registry.add(Entity(slugify(f"{name} team"), name, "organisation"))


def _read_state(reading: Reading, match: Match, entry: Entry) -> int:
    if entry.form != "demonym":
        kind = entry.form if entry.form in ("capital", "metonym") else "name"
        if entry.careful and kind == "name" and reading.title_before(match.start):
            return match.end
        if read(reading.words, reading.known, reading.ends, (match.start, match.end), kind) == "place":
            value = (namesake_of(reading, entry.id) or entry.id) if kind == "name" else entry.place
            reading.place(match.start, match.end, value, "place-context")
            return match.end
    office = office_after(reading, match.end)
    if office:
        return read_office(reading, match.start, office, entry)
    if entry.form == "demonym":
        reading.write(match.start, match.end, reading.entity(entry), "demonym", head=False)
    else:
        write_name(reading, match.start, match.end, reading.entity(entry), _RULES[entry.form])
    return match.end


def namesake_of(reading: Reading, state: str) -> str:
    """The id of the region that bears the name of `state`, where the article is about that region's country; else nothing."""
    row = rules("places")["namesakes"].get(state)
    if not row:
        return ""
    entries = [match.entries[0] for match in reading.known.values()]
    if any(one.id == state and one.form in ("capital", "demonym") for one in entries):
        return ""
    places = (built_in_places().get(one.id) for one in entries if one.form == "place")
    return str(row["id"]) if any(one and one.country == row["country"] for one in places) else ""


def write_name(reading: Reading, start: int, end: int, entity: Entity, rule: str) -> None:
    """Write down a named mention, with the office before it."""
    office = _take_roles(reading, start, end, entity) if entity.kind == "person" else ""
    head = not is_modifier(reading.words, start, end) or (entity.kind == "organisation" and _has_kind(reading, end))
    if entity.kind == "person" and (gender := gives_name(reading.words, start)) is not None:
        rule, entity.gender = "introduced", entity.gender or gender
        reading.forget_unnamed(reading.words.sentence[start])
    reading.write(start, end, entity, rule, office=office, head=head)
    entity.age = entity.age or _age(reading.words, start, end)
    entity.aliases.setdefault(reading.text(start, end))


def _age(words: Words, start: int, end: int) -> str:
    """The age beside a name, in figures: "Tove Aas, 43,", "43-year-old Tove Aas"; "" without one."""
    if start > 2 and words.joined(start - 3, start + 1) and words.low[start - 2 : start] == ["-", "year-old"]:
        return words.low[start - 3]
    behind = words.joined(start, end + 3) and words.text[end] == "," and words.text[end + 2] in (",", ".")
    return words.text[end + 1] if behind and words.text[end + 1].isdigit() and len(words.text[end + 1]) <= 3 else ""


def _has_kind(reading: Reading, end: int) -> bool:
    """As in "the IF Metall union said": the word behind says only what it is."""
    words = reading.words
    if not words.joined(end - 1, end + 1) or words.low[end] not in word_set("behind"):
        return False
    return end + 1 >= len(words.low) or not is_modifier(words, end, end + 1)


def _take_roles(reading: Reading, start: int, end: int, entity: Entity) -> str:
    """Remember the titles and roles beside a person's name; gives the office as written."""
    titles = reading.titles_before(start)
    for title in titles:
        entity.roles.update(called(title.role) | called(fold(reading.text(title.start, title.end))))
        entity.gender = entity.gender or title.gender
    after = role_after(reading.words, end)
    if after is not None:
        entity.roles.update(called(role_key(reading.words.low[after])))
    if not entity.roles and reading.waiting and entity.position < 0:
        entity.roles.add(reading.waiting)
        reading.waiting = ""
    if not titles:
        return ""
    first = titles[-1].start
    state = reading.state_before(first)
    if state:
        entity.state = entity.state or state.entries[0].id
        first = state.start
    worthy = [
        title for title in titles if title.group != "honorifics" and title.role not in rules("titles")["relations"]
    ]
    return reading.text(first, worthy[0].end) if worthy else ""
