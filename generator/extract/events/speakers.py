"""Who says what a clause of speech reports."""

import re

import msgspec

from generator.extract.events.classify import type_of
from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.grammar.classes import classes
from generator.model.mentions import Mention, Span


class Speaker(msgspec.Struct, frozen=True):
    """`id`: the actor, empty for an unnamed one, whom `name` describes; `cue`: the reporting verb's span. `is_pronoun`: an
    unnamed speaker taken up again ("they added")."""

    id: str
    name: str
    is_media: bool = False
    is_pronoun: bool = False

    @property
    def is_unresolved(self) -> bool:
        """A pronoun that stands for nobody known."""
        return self.is_pronoun and not self.id

    @property
    def is_thing(self) -> bool:
        """An "it" that stands for nobody known."""
        return self.is_unresolved and self.name.lower() == "it"

    @property
    def is_generic(self) -> bool:
        """A crowd rather than a source: "critics", "many analysts"."""
        first, *rest = self.name.lower().split() or [""]
        if _HOUSE.search(self.name):  # "analysts at Peel Hartley"
            return False
        return first not in _COUNTED and any(word in words().generic_speakers for word in (first, *rest))

    @property
    def is_source(self) -> bool:
        """Whose word hands an event on rather than being one: media, police, officials, a document."""
        return self.is_media or (
            not self.id and any(word in words().official_words for word in self.name.lower().split())
        )


def speaker_of(reading: Reading, clause: Clause) -> Speaker | None:
    """The speaker of a clause whose verb reports speech; `None` when it does not, or nobody is seen to speak."""
    verb = Span(clause.tokens[clause.verb.first].start, clause.tokens[clause.verb.index].end)
    cued = [quote for quote in reading.mentions(clause.sentence, "quote") if quote.cue_span.overlaps(verb)]
    kind = type_of(clause, reading.subject_words(clause))
    says = clause.verb.lemma in words().speaks_that and _tells_that(reading, clause)
    if (kind and kind.id != "statement" and not says) or clause.verb.lemma in words().hearsay:
        return None
    quoted = any(quote.quote_kind != "indirect" for quote in cued)
    if not quoted and clause.verb.lemma in words().speaks_with_content and not _has_content(reading, clause):
        return None
    if not quoted and clause.verb.lemma in words().does_with_to and clause.lower(clause.verb.index + 1) == "to":
        return None  # "planned to sell" tells of a plan, not of words
    if cued:
        return _of_quote(reading, clause, cued[0])
    if kind is None:
        return None
    return _of_subject(subject_actors(reading, clause)) if not clause.verb.passive else None


def _has_content(reading: Reading, clause: Clause) -> bool:
    """Whether another clause tells what was said, or a phrase ("reported on", "wrote to") of what or to whom."""
    others = reading.clauses[clause.sentence]
    if any(other.link == "content" and other.above == clause.number for other in others):
        return True
    behind = clause.lower(clause.verb.index + 1)
    return behind in classes().prep and behind != "from"  # "Ada Lind reported from Oslo" is a credit


def _tells_that(reading: Reading, clause: Clause) -> bool:
    """Spot "agreed that the roof leaked"."""
    others = reading.clauses[clause.sentence]
    return any(other.link == "content" and other.above == clause.number and other.marker == "that" for other in others)


def _of_quote(reading: Reading, clause: Clause, quote: Mention) -> Speaker | None:
    span = quote.speaker_span
    actors = [m for m in reading.mentions(clause.sentence, "actor") if span and m.span.overlaps(span)]
    if quote.speaker:
        media = any(m.value == quote.speaker and m.actor_kind == "media" for m in actors)
        return Speaker(quote.speaker, reading.name_of(quote.speaker, reading.text[span.start : span.end]), media)
    text = reading.text[span.start : span.end] if span else ""
    subject = _of_subject(subject_actors(reading, clause))
    if not text or (subject and subject.id):
        return _of_subject(subject_actors(reading, clause))
    return Speaker(
        "", text, is_pronoun=any(m.rule == "pronoun" for m in actors) or (" " not in text and text.lower() in _PRONOUNS)
    )


_HOUSE = re.compile(r" (?:at|from|with) (?:the )?[A-Z]")
_COUNTED = frozenset(("a", "an", "one", "two", "three", "four", "five", "six", "several", "the"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))


def _of_subject(actors: tuple[Mention, ...]) -> Speaker | None:
    for mention in actors:
        if not mention.value:
            return None
        return Speaker(
            mention.value, mention.name or mention.text, mention.actor_kind == "media", mention.rule == "pronoun"
        )
    return None
