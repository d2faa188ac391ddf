"""Where a body and a person stand side by side in capitals, and bodies by one word: finer cuts of a capitalised span."""

from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import is_organisation, word_set
from generator.extract.actors.persons import speaks
from generator.extract.actors.words import Words, is_common
from generator.extract.lexicon import form, rules


def body_before_person(words: Words, start: int, stop: int) -> int:
    """Where the body ends in "Legislative Council Fergus Pell"; 0 when the words [start, stop) hold no such pair."""
    for at in range(max(start + 2, stop - 3), stop - 1):
        rest = words.low[at:stop]
        if words.low[at - 1] not in word_set("last") or not all(words.capital[at:stop]):
            continue
        named = is_given(rest[0]) and rest[-1] not in word_set("last")
        if (named or not any(map(is_common, rest))) and is_organisation(words, start, at, sport=False):
            return at
    return 0


def is_single(words: Words, at: int) -> bool:
    """As in "the Senate", "Parliament will sit": a body by one capitalised word."""
    low = words.low[at]
    if low not in rules("bodies")["singles"] or words.quoted[at] or words.sentence[at] in words.shouting:
        return False
    before = words.low[at - 1] if at and words.sentence[at - 1] == words.sentence[at] else ""
    if before in ("the", "state"):
        return True
    return low not in rules("bodies")["the"] and (not words.first[at] or _acts(words, at + 1))


def _acts(words: Words, at: int) -> bool:
    if not words.joined(at - 1, at + 1):
        return False
    look = form(words.low[at])
    return speaks(words, at, acts=True) or bool(look.tags & {"VBD"})
