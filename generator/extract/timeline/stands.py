"""A name where it stands in a sentence, and whether it is the thing itself there or only owns or qualifies another."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.actors.organisations import word_set
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form, rules
from generator.extract.timeline.names import singular
from generator.extract.tokens import Token

_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
_MARKS_OF_OWNERS = frozenset(("'s", "’s", "'", "’"))


class Place(NamedTuple):
    """The tokens [first, last) of a sentence are the subject. `owner`: it only owns what follows ("her resignation");
    `modifier`: it only qualifies it ("the Ariane launch")."""

    first: int
    last: int
    owner: bool
    modifier: bool


def by_sentence(
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


def is_qualified(reading: Reading, end: int) -> bool:
    """Whether a capitalised word that is no part of a body's name stands behind the name that ends at `end` of the text:
    "Orbex Chairman Ada Lind", "the Orbex Delta unit"."""
    sentence = reading.sentence_at(end - 1)
    tokens = reading.context.tokens[sentence]
    at = end = bisect_right(tokens, end - 1, key=lambda token: token.start)
    while end < len(tokens) and tokens[end].text[0].isupper() and end < at + 4:
        end += 1
    dates = reading.mentions(sentence, "date")
    if end == at or any(one.start <= tokens[at].start < one.end for one in dates):
        return False
    return not {token.lower.strip(".") for token in tokens[at:end]} & (
        word_set("suffix") | frozenset(rules("organisations")["heads"]["company"])
    )
