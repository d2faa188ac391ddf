"""Who bears a name: in full, by a surname that several share, by a given name, by a word that is a title or an ordinary one."""

from generator.extract.actors.entities import Entity
from generator.extract.actors.organisations import without_form, word_set
from generator.extract.actors.persons import speaks
from generator.extract.actors.reading import Reading
from generator.extract.actors.segments import Segment
from generator.extract.actors.states import is_modifier
from generator.extract.actors.words import fold, is_plural

_OFTEN = 2  # times called by a surname, by which it is this person's in the article, whoever else bears it


def by_name(reading: Reading, segment: Segment) -> Entity | None:
    """The entity a name stands for: in full, or the one bearer of a short name, by the title and by who was named lately."""
    owner = reading.owner(segment)
    if owner:
        return reading.registry.full(f"{owner} {reading.text(segment.start, segment.end)}")
    name = reading.text(segment.start, segment.end)
    title = reading.title_before(segment.start)
    found = reading.registry.full(name)
    if found and title and {found.gender, title.gender} == {"he", "she"}:
        return reading.registry.full(reading.text(title.start, segment.end))
    if found or segment.kind not in ("name", "organisation"):
        return found or _ordinary(reading, segment)
    if _is_of_faction(reading, segment):
        return None
    bearers = reading.registry.short(name) or _by_given_name(reading, name)
    if title and title.gender:
        other = reading.registry.full(reading.text(title.start, segment.end))
        bearers = [other] if other else bearers
        bearers = [one for one in bearers if one.gender in ("", title.gender)]
    if len(bearers) > 1:
        bearers = [one for one in bearers if without_form(one.name) == fold(name)] or bearers
        bearers = [one for one in bearers if not _goes_by_given_name(reading, one)] or bearers
        before = [one for one in bearers if one.called.get(fold(name), 0) >= _OFTEN]
        bearers = before if len(before) == 1 else _recent(reading, bearers, segment)
    found = bearers[0] if len(bearers) == 1 else _most_named(bearers)
    if found:
        found.called[fold(name)] += 1
    return found


def _recent(reading: Reading, bearers: list[Entity], segment: Segment) -> list[Entity]:
    """Those of `bearers` who were named within two sentences, or all where nobody was."""
    sentence = reading.words.sentence
    return [
        one for one in bearers if one.position >= 0 and sentence[segment.start] - sentence[one.position] <= 2
    ] or bearers


def _ordinary(reading: Reading, segment: Segment) -> Entity | None:
    """A name that is a title or another word of its own: "Mrs Baker", "Rally's shares"."""
    if segment.kind == "title" or reading.words.low[segment.end - 1] in word_set("never_surnames"):
        return by_surname(reading, segment)
    start = segment.start
    if segment.kind != "other" or (start and reading.words.low[start - 1] == "the"):
        return None
    houses = [
        one
        for one in reading.registry.short(reading.text(start, segment.end))
        if one.kind == "organisation" and one.position >= 0
    ]
    return houses[0] if len(houses) == 1 else None


def by_surname(reading: Reading, segment: Segment) -> Entity | None:
    """The person of the article whose surname is also a title: "Baker smiled"."""
    words, start = reading.words, segment.start
    if segment.end > start + 1 or (start and words.low[start - 1] in ("the", "a", "an")):
        return None
    bearers = [one for one in reading.registry.short(words.text[start]) if one.kind == "person" and one.position >= 0]
    return bearers[0] if len(bearers) == 1 else None


def _is_of_faction(reading: Reading, segment: Segment) -> bool:
    """As in "White voters", "Green councillors": no surname."""
    words, end = reading.words, segment.end
    alone = end == segment.start + 1 and words.low[segment.start] in word_set("faction_surnames")
    if not alone or not words.joined(segment.start, end + 1) or words.low[end] in ("'s", "'"):
        return False
    told = words.joined(end, end + 2) and speaks(words, end + 1, acts=True)
    return is_modifier(words, segment.start, end) or (is_plural(words.low[end]) and told)


def _by_given_name(reading: Reading, name: str) -> list[Entity]:
    """As in "said Sir Roland": somebody the article has named in full."""
    return [one for one in reading.registry.given(name) if one.position >= 0]


def _goes_by_given_name(reading: Reading, entity: Entity) -> bool:
    """The article calls this person by the given name alone, so that the surname is left to another of the family."""
    first, _, rest = fold(entity.name).partition(" ")
    return bool(rest) and first in reading.alone


def _most_named(bearers: list[Entity]) -> Entity | None:
    """The one of several bearers of a name whom the article is about: named four times as often as any other."""
    most = sorted(bearers, key=lambda one: -one.count)
    return most[0] if len(most) > 1 and most[0].count >= max(4 * most[1].count, 4) else None
