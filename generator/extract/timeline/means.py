"""All that means a thing or a body beside its whole name."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.actors.aliases import look_up
from generator.extract.actors.organisations import descriptions
from generator.extract.actors.resolve import reading_of
from generator.extract.actors.words import fold
from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.timeline.described import Looks, called_in
from generator.extract.timeline.initials import acronyms
from generator.extract.timeline.kinds import Phrase, heads_alone, is_type, kin_of, kinds_of, nouns_of, place_words
from generator.extract.timeline.plain import inside, plain_words
from generator.extract.timeline.rivals import rivals
from generator.extract.timeline.short import short_spans
from generator.extract.timeline.things import meant
from generator.extract.tokens import tokenise
from generator.model.mentions import Mention

Span = tuple[int, int]
_CAPITALS = re.compile(r"(?: [A-Z][\w&]+){1,3}")


def means(
    reading: Reading, names: Sequence[str], full: set[Span], actors: Sequence[Mention], ids: set[str]
) -> set[Span]:
    """The spans beside `full` that mean what bears the names: short forms, descriptions, pronouns. `ids`: those of its actor
    records among `actors`, the mentions of the article."""
    ours = acronyms(reading, names, full)
    others = [one for one in _others(actors, ids, full) if not (one.text in ours and one.text == one.name)]
    taken = _taken(names, others)
    body = any(one.value in ids and one.actor_kind == "organisation" for one in actors)
    short = short_spans(reading, names, full, taken, body=body)
    nouns = _nouns(reading, names, full, ids) | kin_of(called_in(reading, full | short))
    words = frozenset(fold(word.text) for name in names for word in plain_words(name, 0))
    towns = place_words(names) | {(word,) for word in words}
    theirs = {(one.start, one.end) for one in others if _is_theirs(one, towns, nouns)}
    others = [one for one in others if (one.start, one.end) not in theirs]
    numbered = [name.split() for name in names]
    looks = Looks(
        nouns=nouns,
        short=frozenset(parts[0] for parts in numbered if len(parts) == 2 and parts[1][0].isdigit()),
        last=frozenset(noun(parts[-1].lower()) for parts in numbered) - heads_alone(),
        types=is_type(names),
        places=place_words(names),
        own=words,
        taken=taken - {one.start for one in actors if one.actor_kind == "state"},
        rivals=rivals(reading, names, full | short | theirs, others),
    )
    return short | theirs | meant(reading, full | short | theirs, looks)


def _others(actors: Sequence[Mention], ids: set[str], full: set[Span]) -> Iterator[Mention]:
    """The mentions of others; a name that is part of the thing's is none: the maker's in "Boeing 314"."""
    within = inside(full)
    return (one for one in actors if one.value and one.value not in ids and one.start not in within)


def _taken(names: Sequence[str], others: Sequence[Mention]) -> frozenset[int]:
    """Where mentions of others start, save descriptions of bodies, which may be wrong, and names that an index has, too."""
    named = {phrase for name in names for kind in kinds_of(name) for phrase in kind.named}
    return frozenset(
        one.start
        for one in others
        if tuple(fold(word.text) for word in plain_words(one.text, 0)) not in named
        and (one.rule != "description" or one.actor_kind == "person")
    )


def _nouns(reading: Reading, names: Sequence[str], full: set[Span], ids: set[str]) -> frozenset[Phrase]:
    """What it may be called by its names, as a body every reader of news knows, and as the actor it is."""
    entities = reading_of(reading.context).registry.by_id
    actor = {tuple(each.split()) for one in ids if one in entities for each in entities[one].nouns}
    return nouns_of((*names, *_longer(reading, full))) | _known_as(reading, names) | actor


def _longer(reading: Reading, full: set[Span]) -> Iterator[str]:
    """The names with the capitalised words behind them: "Ford Motor Company" for Ford."""
    for start, end in full:
        behind = _CAPITALS.match(reading.text, end)
        if behind:
            yield reading.text[start : behind.end()]


def _known_as(reading: Reading, names: Sequence[str]) -> frozenset[Phrase]:
    """What a body every reader of news knows is called."""
    known = reading.context.known
    found = (one for name in names for one in look_up(known, tuple(fold(token.text) for token in tokenise(name))))
    bodies = (one for one in found if one.kind == "organisation" and one.form == "name")
    return frozenset(tuple(noun.split()) for one in bodies for noun in descriptions(fold(one.name), one.descriptor))


def _is_theirs(one: Mention, towns: frozenset[Phrase], nouns: frozenset[Phrase]) -> bool:
    """As in "Japan's central bank" for the Bank of Japan."""
    first, *rest = [fold(word.text) for word in plain_words(one.text, 0)] or [""]
    return one.text[:1].isupper() and (first,) in towns and tuple(word for word in rest if word != "s") in nouns
