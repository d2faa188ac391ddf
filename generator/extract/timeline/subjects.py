"""Where an actor or a thing stands in an article: its names, what means it ("she", "the device"), "I" in its own words."""

from collections.abc import Sequence

import msgspec

from generator.extract.actors.given import is_given
from generator.extract.actors.words import fold
from generator.extract.events.reading import Reading
from generator.extract.timeline.kinds import nicknames, nouns_of
from generator.extract.timeline.means import means
from generator.extract.timeline.names import is_called, named
from generator.extract.timeline.persons import by_given_name, by_surname, has_bearers, own_words
from generator.extract.timeline.plain import plain_words
from generator.extract.timeline.short import without_tails
from generator.extract.timeline.stands import Place, by_sentence, is_qualified
from generator.model.mentions import Mention


class Subject(msgspec.Struct, frozen=True):
    """Whose timeline it is. `id` is that of an actor record; a thing (a product, a law, a ship) has a name alone."""

    name: str
    aliases: tuple[str, ...] = ()
    id: str = ""


def places(reading: Reading, subject: Subject) -> dict[int, list[Place]]:
    """Where the subject stands, by sentence, in order."""
    names = without_tails([name for name in (subject.name, *subject.aliases) if plain_words(name, 0)])
    if not names:
        return {}
    actors = [one for index in range(len(reading.context.sentences)) for one in reading.mentions(index, "actor")]
    called = {one.name or one.text: one.value for one in actors if one.value}
    ids = {value for name, value in called.items() if any(is_called(form, names) for form in without_tails((name,)))}
    ids |= {one.value for one in actors if one.value and one.value == subject.id}
    ids = ids or by_surname(actors, names)
    if not ids and is_given(fold(names[0].split()[0])) and not has_bearers(actors, names[0]):
        names = (*names, names[0].split()[-1])
    by_name = set(named(reading.context.tokens, names))
    own = [one for one in actors if one.value in ids]
    if ids:
        longer = _longer(actors, ids)
        by_name = {(start, end) for start, end in by_name if longer.get(start, 0) <= end}
    spans = {*by_name, *((one.start, one.end) for one in own), *own_words(reading, ids)}
    if any(one.actor_kind == "person" for one in own):
        spans.update(by_given_name(reading, actors, ids))
    else:
        spans.update(means(reading, names, spans, actors, ids))
    parts = {(one.start, one.end) for one in actors if not one.head}
    if any(one.actor_kind == "organisation" for one in own):
        parts |= {span for span in spans if is_qualified(reading, span[1])}
    nouns = frozenset(phrase[-1] for phrase in nouns_of(names) | nicknames(names))
    return by_sentence(reading, spans, parts, nouns)


def _longer(actors: Sequence[Mention], ids: set[str]) -> dict[int, int]:
    """Where names of other bodies end, by every place inside: "Orbex Acceptance Corp." beside Orbex."""
    others = [one for one in actors if one.value and one.value not in ids and one.actor_kind != "person"]
    return {place: one.end for one in others for place in range(one.start, one.end)}
