"""Definite descriptions: "the new device", "That ship", "Tokyo's main index"."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.kinds import Phrase, all_called, things
from generator.extract.timeline.names import singular
from generator.extract.tokens import Token

_DEFINITE = frozenset(("the", "this"))
_MODIFIERS = 4  # words between "the" and the noun


class Looks(msgspec.Struct, frozen=True):
    """What tells that a description means the thing. `nouns`: what its kind is called; `short`: the first words of names like
    "Vega 3"; `last`: last words of names; `types`: the plural means it, too; `places`: adjectives and towns that tell it from
    others of its kind; `own`: the words of its names; `taken`: where mentions of other actors start; `rivals`: where others
    stand, by sentence, each with what it is called."""

    nouns: frozenset[Phrase]
    short: frozenset[str]
    last: frozenset[str]
    types: bool
    places: frozenset[Phrase]
    own: frozenset[str]
    taken: frozenset[int]
    rivals: Mapping[int, Sequence[tuple[int, frozenset[str]]]]


def called_in(reading: Reading, by_name: set[tuple[int, int]]) -> Iterator[str]:
    """The nouns the text itself calls it: "its Vega rocket", "Vega, a light rocket", "the rocket Vega"."""
    for start, end in by_name:
        tokens = reading.context.tokens[reading.sentence_at(start)]
        before = bisect_right(tokens, start - 1, key=lambda token: token.start) - 1
        if (
            before >= 0
            and tokens[before].text.islower()
            and tokens[before].end < start
            and (tokens[before].lower,) in all_called()
        ):
            yield tokens[before].lower
        at = bisect_right(tokens, end - 1, key=lambda token: token.start)
        if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in ("a", "an", "the"):
            at += 2
        head, at = _head(tokens, at)
        if head and at < len(tokens) and tokens[at].lower in ("'s", "’s"):  # "Orbex, the nation's largest shipbuilder"
            head, at = _head(tokens, at + 1)
        if head:
            yield head


def _head(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The last of the common nouns and adjectives from `at` on, empty for none, and where they end."""
    known, head = classes(), ""
    while at < len(tokens) and tokens[at].text.islower() and tokens[at].is_word:
        low = tokens[at].lower
        look = form(low)
        if low in known.prep or low in known.coord or low in known.rel or known.is_auxiliary(low):
            break
        if not (look.noun or look.adjective) or (look.tags & {"VBD", "VBZ"} and not look.noun):
            break
        head = noun(low) if look.noun else head
        at += 1
    return head, at


def described(tokens: Sequence[Token], at: int, called: frozenset[str], looks: Looks) -> int:
    """The position of the noun of "the new device" that begins at `at`; 0 for none."""
    if not (_is_definite(tokens, at) or _is_of_place(tokens, at, looks)):
        return 0
    noun_seen = False
    for end in range(at + 1, min(at + _MODIFIERS + 2, len(tokens))):
        size = _fits(tokens, at + 1, end, called, looks)
        if size:
            return end + size - 1
        whose = _is_whose(tokens, end)
        bare = not whose and _is_bare_noun(tokens[end])
        if not (whose or bare or (not noun_seen and _is_modifier(tokens[end], looks))):
            return 0
        noun_seen = noun_seen or bare
    return 0


def _is_bare_noun(token: Token) -> bool:
    """A noun that may qualify another one and is no past form: "the military transport aircraft", not "the crew left ship"."""
    look = form(token.lower)
    common = token.text.islower() and token.is_word and look.noun and not look.tags & {"VBD", "VBN", "VBZ"}
    return common and token.lower not in closed_words() and token.lower not in things("others")


@cache
def closed_words() -> frozenset[str]:
    """Words of closed classes, that end a noun phrase."""
    known = classes()
    return frozenset((*known.prep, *known.coord, *known.rel, *known.det, *known.sub))


def _is_definite(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _DEFINITE or (tokens[at].text == "That" and at + 2 < len(tokens))


def _is_of_place(tokens: Sequence[Token], at: int, looks: Looks) -> bool:
    """As in "Tokyo's main index", "Japan's central bank", "Europe's largest bank": the genitive's mark behind a place."""
    if at == 0 or tokens[at].lower not in ("'s", "’s") or not tokens[at - 1].text[0].isupper():
        return False
    known = (tokens[at - 1].lower,) in looks.places or tokens[at - 1].lower in looks.own
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return known or (after.endswith("est") and form(after).adjective) or after in ("leading", "top")


def _fits(tokens: Sequence[Token], first: int, at: int, called: frozenset[str], looks: Looks) -> int:
    """How many words at `at` are a noun the thing is called; 0 for none. What a plain list of its kind would hold has any words
    before it, what the text calls it adjectives alone."""
    if tokens[at].text in looks.short:
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return 0 if after[:1].isdigit() else 1
    if not tokens[at].text.islower():
        return 0
    for size in (2, 1):
        words = [token.lower for token in tokens[at : at + size]]
        one = singular(words[-1]) if words else ""
        plural = bool(words) and one != words[-1]
        if len(words) == size and (*words[:-1], one) in looks.nouns and (looks.types or not plural):
            return size
    plain = all(form(token.lower).adjective and not form(token.lower).noun for token in tokens[first:at])
    return int(plain and noun(tokens[at].lower) in called)


def _is_whose(tokens: Sequence[Token], at: int) -> bool:
    """As in "the world's largest airline", at either word of the genitive."""
    marks = ("'s", "’s")
    owner = (
        at if at + 1 < len(tokens) and tokens[at + 1].lower in marks else at - 1 if tokens[at].lower in marks else -1
    )
    return owner >= 0 and tokens[owner].lower in things("whose")


def _is_modifier(token: Token, looks: Looks) -> bool:
    """Whether a word may stand between "the" and the noun: an adjective, a participle, a town; none that means another one."""
    low = token.lower
    if low in things("others") or not (token.text[0].isalnum() or token.text == "-"):
        return False
    look = form(low)
    if token.text[0].isupper():
        return token.start not in looks.taken or (low,) in looks.places or low in looks.own
    known = classes()
    closed = low in known.prep or low in known.coord or low in known.rel or known.is_auxiliary(low) or low in known.det
    return not closed and (look.adjective or "VBN" in look.tags or "VBG" in look.tags or "-" in low)
