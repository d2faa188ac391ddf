"""Nouns that report: "the bishop's claim that …", "their refusal to …", "its support for …"."""

from collections.abc import Iterator

from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.quotes.complements import Content
from generator.extract.quotes.limits import object_end
from generator.extract.quotes.nouns import Range, is_dash, name_before
from generator.extract.quotes.reports import reporting_nouns
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.words import lists

_ADJECTIVES = 2  # between the possessive and the noun


def nominal(segment: Segment) -> Iterator[tuple[Range, Range, Content]]:
    """(the noun, whose it is, the content) for each reporting noun with its owner."""
    words = segment.words
    for at in range(1, len(words) - 2):
        noun = words[at] if words[at] in reporting_nouns() else words[at].removesuffix("s")
        if noun not in reporting_nouns() or words[at + 1] not in reporting_nouns()[noun]:
            continue
        owner, start = _owner(segment, at), _start(segment, at)
        end = _end(segment, at, start)
        if owner and end - start > 1:
            yield (at, at + 1), owner, (start, end, "reporting-noun")


def owned_words(segment: Segment, at: int) -> tuple[Range, Range] | None:
    """(the noun, whose it is) where the quotation at `at` is what a reporting noun is of: "his promise of “a clean break”"."""
    words, noun = segment.words, at - 2
    if noun < 1 or words[at - 1] not in reporting_nouns().get(
        words[noun], reporting_nouns().get(words[noun].removesuffix("s"), frozenset())
    ):
        return None
    owner = _owner(segment, noun)
    return ((noun, noun + 1), owner) if owner else None


def _owner(segment: Segment, at: int) -> Range | None:
    """The name before "'s", or the possessive pronoun, with up to two adjectives between it and the noun."""
    for before in range(at - 1, max(at - 2 - _ADJECTIVES, -1), -1):
        word = segment.words[before]
        if word in lists().possessives:
            return before, before + 1
        if word in ("'s", "'"):
            return None if before == 0 else _name(segment, before)
        if not form(word).adjective:
            return None
    return None


def _name(segment: Segment, end: int) -> Range:
    """Who ends right before `end`: a capitalised name, or a noun back to its determiner."""
    first = name_before(segment, end)
    if first < end:
        return first, end
    near = range(end - 1, max(end - 5, -1), -1)
    return next((at for at in near if segment.words[at] in classes().det), end - 1), end


def _start(segment: Segment, at: int) -> int:
    """The content begins with "that" or an infinitive's "to", else behind the preposition."""
    infinitive = (
        segment.words[at + 1] == "to"
        and "VB" in form(segment.words[at + 2]).tags
        and segment.words[at + 2] not in classes().det
    )
    return at + 1 if segment.words[at + 1] == "that" or infinitive else at + 2


def _end(segment: Segment, at: int, start: int) -> int:
    """The end of the clause or phrase: the segment's, or where the verb begins whose subject the noun is."""
    stop = next(
        (
            here
            for here in range(start, segment.end)
            if segment.words[here] in (",", ";", ":") or is_dash(segment, here)
        ),
        segment.end,
    )
    later = [here for here in segment.predicates if start <= here < stop]
    if segment.words[start] == "that":
        later = later[1:]
    subject = not any(here < at for here in segment.predicates)
    return later[0] if subject and later else object_end(segment, start, stop)
