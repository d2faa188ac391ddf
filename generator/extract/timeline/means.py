"""All that means a thing or a body beside its whole name, and who else of its kind the article names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.actors.aliases import look_up
from generator.extract.actors.entities import Entity
from generator.extract.actors.organisations import descriptions
from generator.extract.actors.resolve import reading_of
from generator.extract.actors.words import fold
from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.timeline.described import Looks, called_in
from generator.extract.timeline.kinds import (
    Phrase,
    begins,
    heads_alone,
    is_type,
    kin_of,
    kinds_of,
    nouns_of,
    place_words,
)
from generator.extract.timeline.plain import plain_words
from generator.extract.timeline.short import short_spans
from generator.extract.timeline.things import meant
from generator.extract.tokens import tokenise
from generator.model.mentions import Mention

Span = tuple[int, int]
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}(?:-\w+)?|\d{3}-\d{1,4}\w*")
_CAPITALS = re.compile(r"(?: [A-Z][\w&]+){1,3}")
_BODIES = ("organisation", "state", "group", "media")


def means(
    reading: Reading, names: Sequence[str], full: set[Span], actors: Sequence[Mention], ids: set[str]
) -> set[Span]:
    """The spans beside `full` that mean what bears the names: short forms, descriptions, pronouns. `ids`: those of its actor
    records among `actors`, the mentions of the article."""
    named = {phrase for name in names for kind in kinds_of(name) for phrase in kind.named}
    within = _inside(full)
    others = [one for one in actors if one.value and one.value not in ids and one.start not in within]
    taken = frozenset(
        one.start
        for one in others
        if tuple(fold(word.text) for word in plain_words(one.text, 0)) not in named
        and (one.rule != "description" or one.actor_kind == "person")
    )
    body = any(one.value in ids and one.actor_kind == "organisation" for one in actors)
    short = short_spans(reading, names, full, taken, body=body)
    anchors = full | short
    entities = reading_of(reading.context).registry.by_id
    longer = (*names, *_longer(reading, full))
    nouns = nouns_of(longer) | _known_as(reading, names)
    nouns |= {tuple(each.split()) for one in ids if one in entities for each in entities[one].nouns}
    nouns |= kin_of(called_in(reading, anchors))
    states = {one.start for one in actors if one.actor_kind == "state"}
    numbered = [name.split() for name in names]
    looks = Looks(
        nouns,
        frozenset(words[0] for words in numbered if len(words) == 2 and words[1][0].isdigit()),
        frozenset(noun(words[-1].lower()) for words in numbered) - heads_alone(),
        is_type(names),
        place_words(names),
        frozenset(fold(word.text) for name in names for word in plain_words(name, 0)),
        taken - states,
        _rivals(reading, names, anchors, others, entities),
    )
    return short | meant(reading, anchors, looks)


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


def _inside(spans: set[Span]) -> set[int]:
    """The places inside spans, where another name is a part of the thing's: the maker's in "Boeing 314"."""
    return {place for start, end in spans for place in range(start, end)}


def _rivals(
    reading: Reading, names: Sequence[str], own: set[Span], others: Sequence[Mention], entities: dict[str, Entity]
) -> dict[int, list[tuple[int, frozenset[str]]]]:
    """Where others stand, by sentence, each with the nouns it may be called."""
    found: dict[int, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    starts = _inside(own)
    for one in others:
        if one.actor_kind in _BODIES and one.start not in starts:
            nouns = {each.split()[-1] for each in entities[one.value].nouns} if one.value in entities else set()
            nouns |= {phrase[-1] for phrase in nouns_of((one.name or one.text,))}
            found[reading.sentence_at(one.start)].append((one.start, frozenset(nouns)))
    for at, like in _others_of_kind(reading, names):
        if at not in starts:
            found[reading.sentence_at(at)].append((at, like))
    return found


def _others_of_kind(reading: Reading, names: Sequence[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Where names of the kind begin: "the Dow Jones" beside the FTSE, "Boeing 377" or "A410" beside the 314."""
    kinds = {kind.kind: kind for name in names for kind in kinds_of(name) if kind.named or kind.types}.values()
    for sentence in reading.context.sentences if kinds else ():
        words = plain_words(sentence.text, sentence.start)
        low = [fold(word.text) for word in words]
        for at, word in enumerate(words):
            for kind in kinds:
                size = begins(tuple(low[at : at + 6]), kind.makers)
                numbered = size and at + size < len(words) and words[at + size].text[0].isdigit()
                model = kind.types and _MODEL.fullmatch(word.text)
                if (word.text[0].isupper() and begins(tuple(low[at : at + 6]), kind.named)) or numbered or model:
                    yield word.start, frozenset(phrase[-1] for phrase in kind.called)
