"""What stands at a place of the text that tells an event: a finite verb, another verb form or a noun, and its clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun, triggers
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.tokens import Token
from generator.model.mentions import Span

Kind = Literal["finite", "bare", "participle", "noun"]


class EventWord(msgspec.Struct, frozen=True):
    """`at` is its position among the `tokens` of its sentence. `kind`: a `finite` verb, a `bare` one (infinitive, -ing) whose
    doer is that of its clause, a `participle` that qualifies a noun, or a `noun`. `clause`: the one it stands in."""

    span: Span
    sentence: int
    at: int
    kind: Kind
    tokens: tuple[Token, ...]
    clause: Clause | None

    def lower(self, at: int) -> str:
        """The word at a position, in lower case; empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""


def word_at(reading: Reading, span: Span) -> EventWord:
    """The event word at a span of the text."""
    sentence = reading.sentence_at(span.start)
    tokens = reading.context.tokens[sentence]
    at = max(bisect_right(tokens, span.start, key=lambda token: token.start) - 1, 0)
    clause = _clause(reading, sentence, at)
    return EventWord(span, sentence, at, _kind(tokens, at, clause), tokens, clause)


def words_of(reading: Reading) -> Iterator[EventWord]:
    """The finite verbs and the nouns of events of an article, in order."""
    nouns = {phrase[0] for trigger in triggers() for phrase in trigger.nouns if len(phrase) == 1}
    for sentence, tokens in enumerate(reading.context.tokens):
        heads = {verb.index for verb in reading.context.verbs[sentence]}
        for at, token in enumerate(tokens):
            if at in heads or (token.is_word and noun(token.lower) in nouns):
                yield word_at(reading, Span(token.start, token.end))


def _clause(reading: Reading, sentence: int, at: int) -> Clause | None:
    """The clause whose verb stands there, else that which owns the word; for an -ing form before the subject of a clause that
    hangs on another ("..., saying the club has lost") that other one."""
    found = reading.clauses[sentence]
    own = next((clause for clause in found if clause.verb.first <= at <= clause.verb.index), None)
    holding = own or home(reading, sentence, at)
    if own or holding is None or holding.above < 0 or "VBG" not in form(holding.lower(at)).tags:
        return holding
    above = found[holding.above]
    return above if at < holding.verb.first and above.verb.quoted == holding.verb.quoted else holding


def home(reading: Reading, sentence: int, at: int) -> Clause | None:
    """The clause that owns the word at a position."""
    return next((clause for clause in reading.clauses[sentence] if owns(clause, at)), None)


def owns(clause: Clause, at: int) -> bool:
    """Whether the word at a position is one of the clause's."""
    found = bisect_left(clause.words, at)
    return found < len(clause.words) and clause.words[found] == at


def _kind(tokens: tuple[Token, ...], at: int, clause: Clause | None) -> Kind:
    if clause and clause.verb.first <= at <= clause.verb.index:
        return "finite"
    known, look = classes(), form(tokens[at].lower)
    before = at - 1
    while before >= 0 and is_adverb(tokens[before].lower):
        before -= 1
    left = tokens[before].lower if before >= 0 else ""
    right = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if "VBG" in look.tags and left not in known.det and left != "of":
        return "bare"
    if "VB" in look.tags and (left == "to" or left in known.modal):
        return "bare"
    if left in known.have or left in known.be:
        return "bare" if look.tags & {"VBN", "VBG"} else "noun"
    if "VBN" in look.tags and not look.tags & {"VB"} and (left not in known.det or right not in known.prep):
        return "participle"
    return "noun" if look.noun or not look.tags else "bare"
