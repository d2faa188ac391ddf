"""Where an actor or a thing stands in an article: its names, what means it ("she", "the device"), "I" in its own words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from generator.extract.actors.entities import surname
from generator.extract.actors.given import is_given
from generator.extract.actors.words import fold
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.names import is_called, named, singular
from generator.extract.timeline.kinds import nicknames, nouns_of
from generator.extract.timeline.means import means
from generator.extract.timeline.short import without_tails
from generator.extract.tokens import Token, tokenise
from generator.model.mentions import Mention

_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
_FIRST_PERSON = frozenset(("i", "me", "my", "myself"))
_MARKS_OF_OWNERS = frozenset(("'s", "’s", "'", "’"))


class Subject(msgspec.Struct, frozen=True):
    """Whose timeline it is. `id` is that of an actor record; a thing (a product, a law, a ship) has a name alone."""

    name: str
    aliases: tuple[str, ...] = ()
    id: str = ""


class Place(NamedTuple):
    """The tokens [first, last) of a sentence are the subject. `owner`: it only owns what follows ("her resignation");
    `modifier`: it only qualifies it ("the Ariane launch")."""

    first: int
    last: int
    owner: bool
    modifier: bool


def places(reading: Reading, subject: Subject) -> dict[int, list[Place]]:
    """Where the subject stands, by sentence, in order."""
    names = without_tails((subject.name, *subject.aliases))
    actors = [one for index in range(len(reading.context.sentences)) for one in reading.mentions(index, "actor")]
    ids = {
        one.value for one in actors if one.value and (one.value == subject.id or is_called(one.name or one.text, names))
    }
    ids = ids or _by_surname(actors, names)
    if not ids and is_given(fold(subject.name.split()[0])):
        names = (*names, *(subject.name.split()[-1:]))
    by_name = set(named(reading.context.tokens, names))
    own = [one for one in actors if one.value in ids]
    if ids:
        by_name = {span for span in by_name if not _is_of_longer(actors, ids, span)}
    spans = {*by_name, *((one.start, one.end) for one in own), *_own_words(reading, ids)}
    if any(one.actor_kind == "person" for one in own):
        spans.update(_by_given_name(reading, actors, ids))
    else:
        spans.update(means(reading, names, spans, actors, ids))
    parts = {(one.start, one.end) for one in actors if not one.head}
    nouns = frozenset(phrase[-1] for phrase in nouns_of(names) | nicknames(names))
    return _by_sentence(reading, spans, parts, nouns)


def _by_sentence(
    reading: Reading, spans: set[tuple[int, int]], parts: set[tuple[int, int]], nouns: frozenset[str]
) -> dict[int, list[Place]]:
    """The spans as places, with what the thing is right behind its name ("the 314 airliner"), one of `nouns`; `parts` are those
    inside a larger mention ("a lawyer for Lind")."""
    found: dict[int, list[Place]] = defaultdict(list)
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        sentence = reading.sentence_at(start)
        tokens = reading.context.tokens[sentence]
        first = bisect_right(tokens, start, key=lambda token: token.start) - 1
        last = bisect_right(tokens, end - 1, key=lambda token: token.start)
        while last < len(tokens) and tokens[last].text.islower() and singular(tokens[last].lower) in nouns:
            last += 1
        if first >= 0 and not (found[sentence] and found[sentence][-1].last > first):
            found[sentence].append(_place(reading, sentence, first, last, part=(start, end) in parts))
    return found


def _place(reading: Reading, sentence: int, first: int, last: int, *, part: bool) -> Place:
    tokens = reading.context.tokens[sentence]
    after = tokens[last] if last < len(tokens) else None
    own_word = last == first + 1 and tokens[first].lower in _OWNERS
    owner = own_word or (after is not None and after.lower in _MARKS_OF_OWNERS)
    close = after is not None and not own_word and after.start == tokens[last - 1].end + 1
    modifier = close and (_is_common(tokens[last]) or _is_plural(reading, sentence, last) or _is_number(tokens, last))
    return Place(first, last, owner, modifier or part)


def _is_common(token: Token) -> bool:
    """A common noun. An adjective behind a name ("the Vega light rocket") makes the name more than a modifier."""
    known, low = classes(), token.lower
    closed = (
        low in known.det
        or low in known.prep
        or low in known.sub
        or low in known.rel
        or low in known.coord
        or known.is_auxiliary(low)
    )
    look = form(low)
    return (
        token.text.islower()
        and low.isalpha()
        and not closed
        and look.noun
        and not (look.tags or look.adjective or look.adverb)
    )


def _is_plural(reading: Reading, sentence: int, at: int) -> bool:
    """A plural that could be a verb and is none: "Orbex shares rose"."""
    token = reading.context.tokens[sentence][at]
    told = any(verb.first <= at <= verb.index for verb in reading.context.verbs[sentence])
    return not told and token.text.islower() and form(token.lower).noun and singular(token.lower) != token.lower


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """The number of a product behind its maker's name ("Orbex 314", "Orbex A314"); four digits are a year."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    lettered = token.text.isupper() and after.start == token.end and after.text[0].isdigit()
    return lettered or (token.text[0].isdigit() and len(token.text) != len("1999"))


def _own_words(reading: Reading, ids: set[str]) -> Iterator[tuple[int, int]]:
    """The "I" of its quotations."""
    quotes = [quote for index in range(len(reading.context.sentences)) for quote in reading.mentions(index, "quote")]
    for quote in quotes:
        if quote.speaker in ids and quote.quote_kind != "indirect":
            for token in tokenise(quote.text, quote.start):
                if token.lower in _FIRST_PERSON:
                    yield token.start, token.end


def _is_of_longer(actors: Sequence[Mention], ids: set[str], span: tuple[int, int]) -> bool:
    """Whether it is part of somebody else's name: "Orbex Acceptance Corp." beside Orbex."""
    return any(
        one.start <= span[0] and span[1] < one.end and one.value and one.value not in ids and one.actor_kind != "person"
        for one in actors
    )


def _by_surname(actors: Sequence[Mention], names: Sequence[str]) -> set[str]:
    """Somebody whom the article calls by the surname alone ("President Lind"), where it names nobody else who bears it."""
    surnames = {surname(name) for name in names if " " in name}
    bearers = {
        (one.value, one.name or one.text)
        for one in actors
        if one.actor_kind == "person" and surname(one.name or one.text) in surnames
    }
    alone = {value for value, name in bearers if not is_given(fold(name.split()[0]))}
    return alone if len(bearers) == 1 else set()


def _by_given_name(reading: Reading, actors: Sequence[Mention], ids: set[str]) -> Iterator[tuple[int, int]]:
    """A person called by the given name alone, where nobody else of the article bears it."""
    full = {
        (one.value, (one.name or one.text).split()[0]) for one in actors if one.actor_kind == "person" and one.value
    }
    own = {given for value, given in full if value in ids}
    own -= {given for value, given in full if value not in ids}
    taken = {place for one in actors if one.value for place in range(one.start, one.end)}
    for tokens in reading.context.tokens:
        for at, token in enumerate(tokens):
            alone = at + 1 == len(tokens) or not tokens[at + 1].text[0].isupper()
            if token.text in own and alone and token.start not in taken:
                yield token.start, token.end
