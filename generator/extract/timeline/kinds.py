"""What kind of thing a name is, by rules/things.yaml, and what it may be called for that."""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from generator.extract.actors.organisations import description_nouns, descriptions, word_set
from generator.extract.actors.words import fold
from generator.extract.lexicon import rules
from generator.extract.timeline.names import singular
from generator.extract.timeline.plain import plain_words

Phrase = tuple[str, ...]


class Kind(msgspec.Struct, frozen=True):
    """One kind of rules/things.yaml; its lists are explained there. Phrases are tuples of folded words."""

    kind: str
    called: frozenset[Phrase]
    makers: frozenset[Phrase] = frozenset()
    heads: frozenset[str] = frozenset()
    named: frozenset[Phrase] = frozenset()
    names: frozenset[Phrase] = frozenset()
    types: bool = False
    places: dict[str, frozenset[Phrase]] = {}


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds in their order."""
    return tuple(
        Kind(
            one["kind"],
            _phrases(one["called"]),
            _phrases(one.get("makers", ())),
            frozenset(one.get("heads", ())),
            _phrases(one.get("named", ())),
            _phrases(one.get("names", ())),
            one.get("types", False),
            {key: _phrases(words) for key, words in one.get("places", {}).items()},
        )
        for one in rules("things")["kinds"]
    )


def _phrases(texts: Sequence[str]) -> frozenset[Phrase]:
    return frozenset(tuple(text.split()) for text in texts)


@cache
def things(key: str) -> frozenset[str]:
    """One list of rules/things.yaml as a set."""
    return frozenset(rules("things")[key])


@cache
def kinds_of(name: str) -> tuple[Kind, ...]:
    """The kinds a name shows; none where it shows nothing."""
    words = tuple(fold(word.text) for word in plain_words(name, 0))
    return tuple(kind for kind in kinds() if _shows(words, kind))


def _shows(words: Phrase, kind: Kind) -> bool:
    if not words:
        return False
    last = singular(words[-1])
    house = last in word_set("last") or last in word_set("suffix")
    return (
        (len(words) > 1 and (words[-1] in kind.heads or last in kind.heads))
        or words in kind.names
        or begins(words, kind.named) > 0
        or (not house and 0 < begins(words, kind.makers) < len(words))
    )


def begins(words: Phrase, phrases: frozenset[Phrase]) -> int:
    """How many words the longest of the phrases has that `words` begin with; 0 for none."""
    return max((size for size in range(1, min(len(words), 6) + 1) if words[:size] in phrases), default=0)


def nouns_of(names: Sequence[str]) -> frozenset[Phrase]:
    """What "the ..." may call what bears these names."""
    called = (kind.called for name in names for kind in kinds_of(name))
    bodies = ({(noun,) for noun in descriptions(fold(name))} for name in names)
    return frozenset().union(*called, *bodies)


@cache
def heads_alone() -> frozenset[str]:
    """Last words of names that call nothing by themselves: "the air" is not Alder Air."""
    heads = {head for kind in kinds() for head in kind.heads if (head,) not in kind.called}
    return frozenset((heads | set(rules("organisations")["heads"]["company"])) - description_nouns())


def kin_of(called: Iterable[str]) -> frozenset[Phrase]:
    """What else is called what bears one of these nouns, where only one kind of thing does: a ferry is a ship."""
    several = ([kind for kind in kinds() if (one,) in kind.called] for one in set(called))
    return frozenset().union(*(found[0].called for found in several if len(found) == 1))


@cache
def all_called() -> frozenset[Phrase]:
    """What things of any kind are called."""
    return frozenset().union(*(kind.called for kind in kinds()))


def is_type(names: Sequence[str]) -> bool:
    """Whether it is a type ("Boeing 314") rather than one thing."""
    return any(kind.types for name in names for kind in kinds_of(name))


def nicknames(names: Sequence[str]) -> frozenset[Phrase]:
    """What everybody calls it."""
    known = rules("things")["nicknames"]
    words = {fold(word.text) for name in names for word in plain_words(name, 0)}
    return frozenset(tuple(nick.split()) for word in words if word in known for nick in known[word])


def place_words(names: Sequence[str]) -> frozenset[Phrase]:
    """The adjectives and towns that tell it from others of its kind."""
    words = [fold(word.text) for name in names for word in plain_words(name, 0)[:1]]
    found = (kind.places.get(word, frozenset()) for word in words for kind in kinds())
    return frozenset().union(*found)
