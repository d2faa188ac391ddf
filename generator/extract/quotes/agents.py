"""Who names something in a passive phrase: "hailed by the mayor as “a miracle”", "a plan branded “reckless” by the bank"."""

from generator.extract.grammar.classes import classes
from generator.extract.quotes.nouns import Range, is_break, phrase_after
from generator.extract.quotes.quotation import Quotation
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.verbs import reporting

_REACH = 14  # tokens from the participle to the words in marks


def agent(quotation: Quotation) -> tuple[Range, Range] | None:
    """(the participle, who stands behind its "by") where one governs the words in marks."""
    segment, at = quotation.segment, quotation.at
    verb = _participle(segment, at)
    if verb is None:
        return None
    behind = at + 1
    if segment.words[behind : behind + 1] == ("by",):
        who = phrase_after(segment, behind + 1)
    elif segment.words[verb + 1] == "by":
        who = phrase_after(segment, verb + 2)
        who = who if who and segment.words[who[1] : who[1] + 1] == ("as",) else None
    else:
        who = None
    return ((verb, verb + 1), who) if who else None


def _participle(segment: Segment, at: int) -> int | None:
    """The nearest past participle of a naming verb before the words in marks, with no break between."""
    for here in range(at - 1, max(at - _REACH, -1), -1):
        if is_break(segment, here):
            return None
        lemma, tags = reporting().forms.get(segment.words[here], ("", frozenset()))
        names = any("naming" in verb.takes for verb in reporting().verbs.get(lemma, ()))
        if names and "VBN" in tags:
            return here if segment.words[max(here - 1, 0)] not in classes().have else None
    return None
