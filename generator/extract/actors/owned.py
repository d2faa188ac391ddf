"""Somebody named only as another's: "his agent said", "Her husband said", "Dijkgraaf's predecessor, who"."""

from slugify import slugify

from generator.extract.actors.entities import Entity, surname
from generator.extract.actors.given import given_gender, is_given
from generator.extract.actors.persons import speaks
from generator.extract.actors.reading import Reading
from generator.extract.actors.titles import Title
from generator.extract.lexicon import rules


def note_kin(reading: Reading, at: int, owner: Entity) -> None:
    """Behind "his" or "'s" at `at`: whose wife is named is a husband himself."""
    title = _owned(reading, at)
    if title:
        inverse = rules("titles")["inverse"].get(title.role, {})
        owner.roles.update({inverse[gender] for gender in inverse if gender in (owner.gender, "any")})


def read_owned(reading: Reading, at: int, owner: Entity | None) -> int:
    """Write down whom "his agent" or "'s agent" at `at` means where he speaks: who bears the role, else somebody unnamed.
    Gives the index behind it, or `at` when there is nobody."""
    kin = _read_kin(reading, at, owner) if owner and _surely(reading, at, owner) else 0
    if kin:
        return kin
    title = _owned(reading, at)
    if not title or title.end in reading.segments or not _acts(reading, title.end):
        return at
    bearers = [
        one for one in reading.candidates() if title.role in one.roles and one is not owner and one.kind == "person"
    ]
    found = bearers[0] if len(bearers) == 1 else _unnamed(reading, at, title)
    start = owner.position if owner and reading.words.low[at] == "'s" else at
    found.name = found.name or reading.text(start, title.end)
    reading.write(start, title.end, found, "description" if found.id else "unnamed")
    return title.end


def _surely(reading: Reading, at: int, owner: Entity) -> bool:
    """Whose relative it is: named right before, or by a pronoun where nobody else is spoken of."""
    words = reading.words
    if words.low[at] == "'s":
        return True
    near = [trace.entity for trace in reading.traces[-12:] if trace.sentence >= words.sentence[at] - 2]
    return all(one is owner or one.kind != "person" or one.gender not in ("", owner.gender) for one in near)


def _read_kin(reading: Reading, at: int, owner: Entity) -> int:
    """As in "his wife, Ellen, said", "Ms Doyle's brother Peter": a relative by a given name alone goes by just that, unless the
    article names in full one who shares the surname; gives the index behind the name, 0 without one."""
    words, title = reading.words, _owned(reading, at)
    family = surname(owner.name) if owner.kind == "person" else ""
    if not title or title.role not in rules("titles")["relatives"] or not family:
        return 0
    start = title.end + (words.joined(at, title.end + 1) and words.text[title.end] == ",")
    segment = reading.segments.get(start)
    if not segment or not words.joined(at, start + 1) or segment.end != start + 1 or not is_given(words.low[start]):
        return 0
    last = " ".join(owner.name.split()[-len(family.split()) :])
    name, full = words.text[start], f"{words.text[start]} {last}"
    gender = rules("titles")["role_genders"].get(title.role, "") or given_gender(words.low[start])
    entity = reading.registry.full(full) or reading.registry.add(Entity(slugify(name), name, "person", gender=gender))
    entity.roles.add(title.role)
    reading.write(start, start + 1, entity, "name")
    entity.aliases.setdefault(name)
    return start + 1


def _owned(reading: Reading, at: int) -> Title | None:
    """The role right behind a possessive, "former" and the like passed over."""
    words, noun = reading.words, at + 1
    while words.joined(at, noun + 1) and words.low[noun] in rules("titles")["modifiers"] and noun not in reading.titles:
        noun += 1
    title = reading.titles.get(noun)
    return title if title and words.joined(at, title.end) and not words.capital[noun] else None


def _acts(reading: Reading, end: int) -> bool:
    words = reading.words
    if not words.joined(end - 1, end + 1):
        return False
    aside = words.text[end] == "," and words.joined(end, end + 2) and words.low[end + 1] in ("who", "whose")
    return aside or words.low[end] == "who" or speaks(words, end)


def _unnamed(reading: Reading, at: int, title: Title) -> Entity:
    genders = rules("titles")["role_genders"]
    gender = next((genders[low] for low in reading.words.low[at : title.end] if low in genders), "")
    return Entity("", "", "unnamed", gender=gender)
