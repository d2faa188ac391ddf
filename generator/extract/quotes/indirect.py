"""What a reporting verb attributes in the article's own words: what follows it, what stands before it, or both."""

from collections.abc import Iterator, Sequence

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.complements import Content, complement
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.limits import clipped, limit_of
from generator.extract.quotes.nouns import is_day
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import is_gerund
from generator.extract.quotes.verbs import reporting
from generator.extract.quotes.words import lists

_ASIDE = 15  # tokens of "put it in a statement to the paper in July"
_OPENING = 4  # tokens of "Yet, as she"
_ADJUNCT = 12  # tokens of "told reporters in Oslo on Friday"


def contents(segment: Segment, number: int, cues: Sequence[Cue]) -> Iterator[Content]:
    """(first token, token after the last, rule) of each stretch that cue `number` attributes."""
    cue = cues[number]
    if cue.theme:
        yield *cue.theme, "passive"
    if cue.passive or cue.subject is None:
        return
    if _looks_across(segment, cue):
        yield from _as_said(segment, cue)
        return
    limit = limit_of(segment, number, cues)
    start = cue.subject[1] if cue.inverted else cue.last + 1
    found = None if cue.inverted or _free_relative(segment, cue) else complement(segment, cue, start, limit)
    if found:
        first, end, rule = found
        yield first, clipped(segment, first, end, rule), rule
    elif cue.takes("before"):
        yield from _before(segment, cue, start, limit)


def _looks_across(segment: Segment, cue: Cue) -> bool:
    """Whether "as" opens the verb's clause, so that what is reported stands beside it: "As Lind put it, the road is closed"."""
    head = cue.subject[0] if cue.subject else 0
    alone = head > 0 and segment.words[head - 1] == "as" and (head == 1 or segment.words[head - 2] == ",")
    return alone and not cue.inverted and (cue.takes("before") or cue.lemma == "put")


def _as_said(segment: Segment, cue: Cue) -> Iterator[Content]:
    """The clause behind the comma after the verb, else the one before "as"."""
    words, head = segment.words, cue.subject[0] if cue.subject else 0
    near = range(cue.last + 1, min(cue.last + _ASIDE, segment.end))
    comma = next((at for at in near if words[at] == ","), 0)
    if segment.has_verb(cue.last + 1, comma or segment.end):
        return
    if head < _OPENING and comma and segment.has_verb(comma + 1, segment.end):
        yield comma + 1, segment.end, "as-cue"
    elif head > _OPENING and not comma and segment.has_verb(0, head - 2):
        yield clause_start(segment, head - 2), head - 2, "as-cue"


def _free_relative(segment: Segment, cue: Cue) -> bool:
    """Whether the verb is that of "what Lind called", whose content is named by its object alone."""
    return cue.takes("naming") and cue.subject is not None and segment.words[max(cue.subject[0] - 1, 0)] == "what"


def _before(segment: Segment, cue: Cue, start: int, limit: int) -> Iterator[Content]:
    """A clause before the verb, and what goes on behind it: "Prices, he said, will fall"."""
    words = segment.words
    head = cue.first if cue.inverted else cue.subject[0] if cue.subject else 0
    if cue.inherited or head < 2 or words[head - 1] not in (",", FOLDED):
        return
    if _takes_object(segment, cue, start, limit):
        return
    start = _behind_adjunct(segment, cue, start, limit)
    end = head - 1 if words[head - 1] == "," else head
    first = clause_start(segment, end)
    goes_on = _goes_on(segment, start, limit, inverted=cue.inverted)
    if words[first] == FOLDED and segment.final(first) in ",.?!":
        return
    if words[first] in classes().sub and not goes_on and "," not in words[first:end]:
        return
    if is_gerund(segment, first) and not any(first <= verb.first < end and not verb.marker for verb in segment.verbs):
        return  # "Asked if he would go, Lind said"
    ends = start >= limit and words[first] not in classes().prep and not segment.quotes
    own_words = segment.has_verb(first, end) or _holds_quote(segment, first, end) or ends
    if own_words or goes_on:
        yield first, end, "before-cue"
        left_open = classes().is_auxiliary(words[end - 1])  # "The cut would, its backers say, save lives"
        if goes_on and (left_open or segment.has_verb(start + 1, limit)):
            yield start + 1, clipped(segment, start + 1, limit, "around-cue"), "around-cue"


def _takes_object(segment: Segment, cue: Cue, start: int, limit: int) -> bool:
    """Whether what follows the verb is an object of its own: "When the money ran out, the town said enough"."""
    if start >= limit or cue.inverted or any(verb.to_whom for verb in cue.verbs):
        return False
    word = segment.words[start]
    adjunct = word in lists().adjuncts | lists().object_tails or is_day(word) or is_adverb(word)
    return word[:1].isalnum() and not adjunct and word not in classes().prep | classes().sub | classes().coord


def _behind_adjunct(segment: Segment, cue: Cue, start: int, limit: int) -> int:
    """The comma behind an addressee, a time or a place: "The road, she told us on Friday, is closed"; else `start`."""
    words = segment.words
    comma = next((at for at in range(start, min(limit, start + _ADJUNCT)) if words[at] == ","), 0)
    if not comma or comma == start or FOLDED in words[start:comma] or segment.has_verb(start, comma):
        return start
    addressed = any(verb.to_whom for verb in cue.verbs)
    return (
        comma
        if addressed or words[start] in lists().adjuncts or is_day(words[start]) or is_adverb(words[start])
        else start
    )


def _goes_on(segment: Segment, start: int, limit: int, *, inverted: bool) -> bool:
    """Whether the reported clause continues behind a comma after the verb; not ", said Lind, a baker", ", he said, adding"."""
    words = segment.words
    if start + 1 >= limit or words[start] != "," or words[start + 1] == FOLDED:
        return False
    following = words[start + 1]
    if following in ("who", "which", "whose", "and", "but", "while", "as"):
        return False
    mains = [verb for verb in segment.verbs if start < verb.first < limit and not verb.marker]
    gerund = "VBG" in form(following).tags
    return bool(mains) and following not in reporting().forms if gerund or inverted else True


def _holds_quote(segment: Segment, first: int, end: int) -> bool:
    """Whether a clause is words of the article's own together with quoted ones."""
    words = segment.words[first:end]
    return FOLDED in words and sum(word[:1].isalnum() for word in words) > 1


def clause_start(segment: Segment, end: int) -> int:
    """The start of the segment, or what follows a semicolon."""
    return next((at + 1 for at in range(end - 1, -1, -1) if segment.words[at] == ";"), 0)
