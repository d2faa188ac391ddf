"""Phrases that say whose words something is, without a verb: "in the words of Lind", "in her view", "per the complaint",
"according to the notice"."""

from generator.extract.lexicon import form
from generator.extract.quotes.nouns import Range, is_break, phrase_after
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.words import lists

_REACH = 8  # tokens from "in" to "words"


def source_at(segment: Segment, at: int) -> tuple[Range, Range] | None:
    """(the phrase, who) where such a phrase begins at `at`."""
    words = segment.words
    if words[at : at + 1] == ("per",):
        who = phrase_after(segment, at + 1)
        return ((at, who[1]), who) if who else None
    if words[at : at + 2] == ("according", "to"):
        who = phrase_after(segment, at + 2)
        return ((at, _aside_end(segment, who[1])), who) if who else None
    if words[at : at + 1] not in (("in",), ("to",)):
        return None
    stop = next((here for here in range(at + 1, len(words)) if is_break(segment, here)), len(words))
    noun = next((here for here in range(at + 1, min(at + _REACH, stop)) if words[here] in lists().wordings), None)
    if noun is None:
        return None
    of = words[noun + 1 : noun + 2] == ("of",)
    who = phrase_after(segment, noun + 2) if of else _owner(segment, at + 1, noun)
    return ((at, max(noun + 1, who[1])), who) if who else None


def _aside_end(segment: Segment, at: int) -> int:
    """Where a phrase ends that a participle goes on: "the note nailed to a gate,"."""
    participle = at < len(segment.words) and "VBN" in form(segment.words[at]).tags
    near = range(at, min(at + _REACH, len(segment.words)))
    return next((here for here in near if is_break(segment, here)), at) if participle else at


def _owner(segment: Segment, start: int, noun: int) -> Range | None:
    """Whose words: "in her words", "in the bishop's own words"."""
    words = segment.words
    if words[start] in lists().possessives:
        return start, start + 1
    end = next((here for here in range(start + 1, noun) if words[here] in ("'s", "'")), None)
    return (start, end) if end else None
