"""What a verb of naming gives as a name, which is nobody's speech: "which locals call “Bubbles”", "a user called hexfox"."""

from collections.abc import Sequence

from generator.extract.grammar.classes import classes
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.nouns import is_break
from generator.extract.quotes.quotation import Quotation
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists


def is_nickname(quotation: Quotation, cues: Sequence[Cue]) -> bool:
    """Whether a verb of naming gives the words in marks as a name, not as what it is like: "which locals call “Bubbles”"."""
    if not quotation.is_proper:
        return False
    segment, at = quotation.segment, quotation.at
    cue = next((cue for cue in reversed(cues) if cue.last < at), None)
    near = cue is not None and cue.takes("naming") and not any(is_break(segment, here) for here in range(cue.last, at))
    return near and cue is not None and not segment.has_verb(cue.last + 1, at)


def is_reduced(quotation: Quotation, cue: Cue) -> bool:
    """Whether the verb is a participle of what is named, nothing standing between: "a ship nicknamed “Old Grey” sank"."""
    words, subject = quotation.segment.words, cue.subject
    if cue.takes("object") or subject is None or cue.last + 1 != quotation.at or cue.first != subject[1]:
        return False
    opens = subject[0] == 0 or not words[subject[0] - 1][:1].isalnum()
    return opens and quotation.segment.tokens[subject[1] - 1].text[0].islower() and words[subject[0]] in classes().det


def is_christened(segment: Segment, cue: Cue, start: int) -> bool:
    """Whether a participle gives "a user", "a town" its name: "a user called hexfox"."""
    words, subject = segment.words, cue.subject
    if words[cue.head] not in lists().christened or subject is None or subject[1] != cue.first or cue.first != cue.last:
        return False
    described = words[start] in classes().det | classes().obj | {FOLDED} or "as" in words[start:]
    return words[subject[0]] in ("a", "an", "another", "one") and not described
