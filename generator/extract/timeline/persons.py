"""How a person is called beside the full name: by the given name, the surname, and "I" in the person's own words."""

from collections.abc import Iterator, Sequence

from generator.extract.actors.entities import surname
from generator.extract.actors.given import is_given
from generator.extract.actors.words import fold
from generator.extract.events.reading import Reading
from generator.extract.tokens import tokenise
from generator.model.mentions import Mention

_FIRST_PERSON = frozenset(("i", "me", "my", "myself"))


def by_surname(actors: Sequence[Mention], names: Sequence[str]) -> set[str]:
    """Somebody whom the article calls by the surname alone ("President Lind"), where it names nobody else who bears it."""
    surnames = {surname(name) for name in names if " " in name}
    bearers = {
        (one.value, one.name or one.text)
        for one in actors
        if one.actor_kind == "person" and surname(one.name or one.text) in surnames
    }
    alone = {value for value, name in bearers if not is_given(fold(name.split()[0]))}
    return alone if len(bearers) == 1 else set()


def has_bearers(actors: Sequence[Mention], name: str) -> bool:
    """Whether the article names somebody with the surname of `name`."""
    return any(one.actor_kind == "person" and surname(one.name or one.text) == surname(name) for one in actors)


def by_given_name(reading: Reading, actors: Sequence[Mention], ids: set[str]) -> Iterator[tuple[int, int]]:
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


def own_words(reading: Reading, ids: set[str]) -> Iterator[tuple[int, int]]:
    """The "I" of its quotations."""
    quotes = [quote for index in range(len(reading.context.sentences)) for quote in reading.mentions(index, "quote")]
    for quote in quotes:
        if quote.speaker in ids and quote.quote_kind != "indirect":
            for token in tokenise(quote.text, quote.start):
                if token.lower in _FIRST_PERSON:
                    yield token.start, token.end
