"""The subject of a verb: the noun phrase left of it, over adverbs, appositions, relative clauses and brackets."""

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.nouns import (
    KEPT_ADVERBS,
    Range,
    before_bracket,
    is_break,
    is_dash,
    is_day,
    name_before,
    phrase_before,
)
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists

_REDUCED = 8  # tokens from such a participle to the verb
_SHORTEST = 4  # tokens of "reports read in court"
_PARENTHESIS = 80  # tokens between a subject and its verb


def subject_before(segment: Segment, at: int) -> Range | None:
    """The noun phrase whose verb group begins at `at`. An apposition or relative clause between commas is stepped over and
    not included."""
    if at not in segment.subjects:
        segment.subjects[at] = _subject_before(segment, at)
    return segment.subjects[at]


def _subject_before(segment: Segment, at: int) -> Range | None:
    words, end = segment.words, _skip_adverbs(segment, at)
    if end and (words[end - 1] in (",", ")") or is_dash(segment, end - 1)):
        opened = _opening(segment, end - 1)
        if opened is None:
            return None
        end = opened
    reduced = _reduced_head(segment, end)
    if reduced:
        return reduced
    if end > 1 and words[end - 1] in ("who", "which", "that"):
        outer = end - 2 if words[end - 2] == "," else end - 1
        found = phrase_before(segment, outer)
        first = found[0] if found else _antecedent(segment, before_bracket(segment, outer, 0))
        return (first if first < outer else end - 1, end)
    return phrase_before(segment, end) or _before_participle(segment, end)


def _reduced_head(segment: Segment, end: int) -> Range | None:
    """The noun before a participle that looks finite, and the phrase behind it: "a letter read out in church blamed"."""
    words = segment.words
    if end < _SHORTEST:
        return None
    at = next(
        (at for at in range(end - 2, max(end - _REDUCED, 0), -1) if at in segment.verbal or is_break(segment, at)), 0
    )
    governs = words[at + 1] in classes().prep | {"to", "out", "aloud"}
    if at not in segment.finite or not governs or segment.finite[at].first != at:
        return None
    joined = {*words[at:end]} & (classes().sub | classes().rel | classes().coord | {"that"})
    head = None if joined or "VBN" not in form(words[at]).tags else phrase_before(segment, at)
    return None if head is None or words[head[1] - 1] in lists().pronouns else head


def _before_participle(segment: Segment, end: int) -> Range | None:
    """The noun before a participle with phrases behind it: "a letter read out in church"."""
    for at in range(end - 2, max(end - _REDUCED, 0), -1):
        if is_break(segment, at) or at in segment.verbal:
            return None
        governs = segment.words[at + 1] in classes().prep | {"to"} and segment.words[at - 1] not in classes().prep
        if "VBN" in form(segment.words[at]).tags and governs:
            return phrase_before(segment, at)
    return None


def _antecedent(segment: Segment, end: int) -> int:
    """Where the name or the noun with its determiner begins that ends at `end` and is governed: "listened to a cook who"."""
    first = name_before(segment, end)
    near = range(end - 1, max(end - 5, -1), -1)
    return first if first < end else next((at for at in near if segment.words[at] in classes().det), end)


def _skip_adverbs(segment: Segment, at: int) -> int:
    words = segment.words
    while at > 0 and segment.tokens[at - 1].is_word:
        word = words[at - 1]
        if word in lists().periods and at > 1 and words[at - 2] in lists().which:
            at -= 2
            continue
        if word == "long" and at > 1 and words[at - 2] in classes().have:
            at -= 2  # "has long held"
            continue
        if not (is_adverb(word) or word in classes().adverb - KEPT_ADVERBS or is_day(word)):
            break
        at -= 1
        if is_day(word) and at > 0 and words[at - 1] in ("on", "late", "early"):
            at -= 1
    return at


def _opening(segment: Segment, closing: int) -> int | None:
    """The position of the mark that opens the parenthesis which `closing` ends: the first of its kind in the clause whose
    left side is a noun phrase."""
    words, mark = segment.words, segment.words[closing]
    opener, start = "(" if mark == ")" else mark, max(closing - _PARENTHESIS, 0)
    for at in range(start, closing):
        if words[at] in (";", ":", FOLDED) or (words[at] in classes().coord and words[at - 1 : at] == (",",)):
            start = at + 1
        if words[at] == opener and at > start and not is_gerund(segment, start):
            phrase = phrase_before(segment, at, start)
            if phrase and _heads_clause(segment, phrase, start):
                return at
            start = at + 1
        elif words[at] == opener:
            start = at + 1
    return None


def _heads_clause(segment: Segment, phrase: Range, start: int) -> bool:
    """Whether the phrase stands at the head of its clause and names somebody, so that a parenthesis may follow it."""
    first, words = phrase[0], segment.words
    before = words[first - 1] if first > start else ""
    named = any(token.text[0].isupper() for token in segment.tokens[slice(*phrase)])
    named = named or words[first] in classes().det or words[first] in lists().alone
    last = words[phrase[1] - 1]
    adverbial = words[first] in lists().months or is_day(words[first]) or is_day(last) or is_gerund(segment, first)
    return (
        named
        and not adverbial
        and (first == start or before in classes().coord | classes().sub | classes().rel | {"that", ","})
    )


def is_gerund(segment: Segment, at: int) -> bool:
    """Whether a gerund or a participle heads the phrase: "Speaking to reporters in Oslo", "Asked about the gap"."""
    look, known = form(segment.words[at]), classes()
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    governs = following in known.prep | known.det | known.obj | known.sub | {"to"} and following != "of"
    participle = "VBG" in look.tags and (not look.noun or governs)
    opens = (at == 0 or segment.words[at - 1] == ",") and "VBN" in look.tags and governs
    return (participle or opens) and segment.words[at] not in known.prep
