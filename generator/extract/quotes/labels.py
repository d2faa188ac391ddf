"""Who speaks behind a colon without a verb of speech: "Statement from the mayor: “…”", "She was blunt: “…”"."""

from generator.extract.grammar.classes import classes
from generator.extract.quotes.nouns import Range, name_before, phrase_after, phrase_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.words import lists

_LONGEST = 16  # tokens of a label without a verb


def introduced_by(segment: Segment, colon: int) -> Range | None:
    """The speaker whom the words before the colon at `colon` name; None where they name nobody."""
    start = _clause_start(segment, colon)
    if not segment.has_verb(start, colon):
        return _labelled(segment, start, colon) if colon - start <= _LONGEST else None
    verb = next((verb for verb in segment.verbs if verb.first >= start), None)
    subject = subject_before(segment, verb.first) if verb and verb.index < colon else None
    if subject is None:
        return None
    owners = (_owner(segment, subject[0], at + 1) for at in range(*subject) if segment.words[at] in lists().introducers)
    return next((owner for owner in owners if owner), subject)


def _clause_start(segment: Segment, end: int) -> int:
    """Behind the last quotation or semicolon before `end`, with the stop that follows it."""
    start = next((at + 1 for at in range(end - 1, -1, -1) if segment.words[at] in (FOLDED, ";")), 0)
    while start < end and not segment.tokens[start].is_word:
        start += 1
    return start


def _labelled(segment: Segment, start: int, colon: int) -> Range | None:
    """Whose statement it is: behind "from", before "'s", else the name that opens the label."""
    words = segment.words
    for at in range(start, colon - 1):
        noun = words[at] in lists().introducers
        if noun and (owner := _owner(segment, start, at + 1)):
            return owner
        if noun and (
            giver := next((here for here in range(at + 1, colon - 1) if words[here] in ("from", "by", "of")), 0)
        ):
            return phrase_after(segment, giver + 1)
    if words[colon - 1] in lists().introducers:
        return _owner(segment, start, colon)
    return phrase_after(segment, start) if segment.tokens[start].text[:1].isupper() else None


def _owner(segment: Segment, start: int, end: int) -> Range | None:
    """Whose the noun right before `end` is, where it is something said: "her answer", "the ministry's full statement"."""
    words = segment.words
    if words[end - 1] not in lists().introducers:
        return None
    for at in range(end - 2, start - 1, -1):
        if words[at] in lists().possessives:
            return at, at + 1
        if words[at] in ("'s", "'") and at > start:
            first = name_before(segment, at)
            return (first, at) if first < at else phrase_before(segment, at, start)
        if words[at] in classes().prep:
            break
    return None
