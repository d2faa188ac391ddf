"""Noun phrases beside a verb, without a tagger: walking left from it to its subject, or right from it to an inverted one."""

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.quotes.segments import FOLDED, Segment

Range = tuple[int, int]

_BREAKS = frozenset(
    {",", ";", ":", "—", "–", "--", "(", ")", "[", "]", FOLDED, "!", "?", "…", "...", '"', "“", "”", "-"}
)
_ABBREVIATED = frozenset(
    "mr mrs ms dr sen rep gov gen lt col maj capt sgt prof rev hon pres st jr sr messrs inc co corp ltd u.s u.k d r no".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday tomorrow "
    "tonight overnight earlier later recently afterwards afterward".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
_OBJECTS = frozenset({"me", "him", "them", "us", "himself", "herself", "itself", "themselves", "you"})
_SINGLE = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "who", "which", "that", "others", "some", "many", "one", "both"}
)
_INSIDE = frozenset({"of", "for", "in", "at", "from", "with", "to", "on", "by", "about", "near", "behind", "under"})


def is_day(word: str) -> bool:
    """Whether it names a weekday or a day seen from today."""
    return word in _DAYS


def subject_before(segment: Segment, at: int, floor: int = 0) -> Range | None:
    """The noun phrase whose verb group begins at `at`; words before `floor` are not part of it. An apposition or relative
    clause between commas is stepped over and not included."""
    words, end = segment.words, _skip_adverbs(segment, at, floor)
    if end > floor and words[end - 1] in (",", "—", "–", "--", ")"):
        opened = _opening(segment, end - 1, floor)
        if opened is None:
            return None
        end = opened
    if end > floor and words[end - 1] in ("who", "which", "that") and end - 1 > floor:
        outer = end - 2 if words[end - 2] == "," else end - 1
        found = phrase_before(segment, outer, floor)
        return (found[0], end) if found else (end - 1, end)
    return phrase_before(segment, end, floor)


def _skip_adverbs(segment: Segment, at: int, floor: int) -> int:
    words = segment.words
    while at > floor and segment.tokens[at - 1].is_word:
        word = words[at - 1]
        if not (is_adverb(word) or word in classes().adverb - {"here", "there", "all", "both"} or is_day(word)):
            break
        at -= 1
        if is_day(word) and at > floor and words[at - 1] in ("on", "late", "early"):
            at -= 1
    return at


def _opening(segment: Segment, closing: int, floor: int) -> int | None:
    """The position of the mark that opens the parenthesis which `closing` ends: the first of its kind in the clause whose
    left side is a noun phrase."""
    words, mark = segment.words, segment.words[closing]
    opener = "(" if mark == ")" else mark
    start = floor
    for at in range(floor, closing):
        if words[at] in (";", FOLDED) or (words[at] in classes().coord and words[at - 1 : at] == (",",)):
            start = at + 1
        if words[at] == opener and at > start:
            phrase = phrase_before(segment, at, start)
            if phrase and _heads_clause(segment, phrase, start):
                return at
            start = at + 1
    return None


def _heads_clause(segment: Segment, phrase: Range, start: int) -> bool:
    """Whether the phrase stands at the head of its clause and names somebody, so that a parenthesis may follow it."""
    first = phrase[0]
    before = segment.words[first - 1] if first > start else ""
    named = any(token.text[0].isupper() for token in segment.tokens[slice(*phrase)]) or (
        segment.words[first] in classes().det or segment.words[first] in _SINGLE
    )
    adverbial = segment.words[first] in _MONTHS or is_day(segment.words[first])
    return (
        named and not adverbial and (before in ("", "and", "but", "that", "while", "as", "because") or first == start)
    )


def phrase_before(segment: Segment, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends right before `end`."""
    words = segment.words
    if end > floor and words[end - 1] in _SINGLE and not (end - 2 >= floor and words[end - 2] in ("of", "'s")):
        return end - 1, end
    start = end
    while start > floor and _belongs(segment, start - 1, start, end, floor):
        start -= 1
        if words[start] in classes().det and words[start] != "'s" and not _embedded(segment, start, floor):
            break
    return _trimmed(segment, start, end)


def _belongs(segment: Segment, at: int, start: int, end: int, floor: int) -> bool:
    """Whether the token at `at` can be part of the phrase [start, end) that stands right of it."""
    word, known = segment.words[at], classes()
    if word == ".":
        return at > floor and (segment.words[at - 1] in _ABBREVIATED or len(segment.words[at - 1]) == 1)
    if word in _BREAKS or segment.tokens[at].text[0] in "“”„«»":
        return False
    if word == "and":
        return start < end and _joins(segment, at, start, floor)
    if word in known.prep:
        return word in _INSIDE and start < end and at > floor and segment.tokens[at - 1].text not in _BREAKS
    if word in known.coord or word in known.sub or word in ("which", "who", "that", "whose", "whom", "where"):
        return False
    return (
        not _is_verb(segment, at)
        and word not in _SINGLE - {"some", "many", "both", "one", "others"}
        and word not in _OBJECTS
    )


def _is_verb(segment: Segment, at: int) -> bool:
    return any(verb.first <= at <= verb.index for verb in segment.verbs)


def _joins(segment: Segment, at: int, start: int, floor: int) -> bool:
    """Whether "and" joins two names or two nouns of one subject."""
    if at <= floor or segment.words[at - 1] in _BREAKS:
        return False
    left, right = segment.tokens[at - 1].text[0], segment.tokens[start].text[0]
    return left.isupper() == right.isupper() or segment.words[at - 1] == "."


def _embedded(segment: Segment, at: int, floor: int) -> bool:
    """Whether a determiner stands inside a larger phrase ("the head of the bank", "all the experts")."""
    if at <= floor:
        return False
    before = segment.words[at - 1]
    return before in _INSIDE or before in ("and", "all", "both", "half")


def _trimmed(segment: Segment, start: int, end: int) -> Range | None:
    """Cut a leading adverbial ("On Tuesday Lind"), conjunctions and adverbs off the left side."""
    words, known = segment.words, classes()
    while start < end:
        word = words[start]
        if word in _INSIDE:
            start = _after_adverbial(segment, start, end)
        elif (
            word in known.coord or word in known.adverb or is_adverb(word) or is_day(word) or word == "'s"
        ) and word not in (
            "all",
            "both",
        ):
            start += 1
        else:
            break
    while (
        end > start and (words[end - 1] in known.prep or words[end - 1] in ("and", "'s", ".")) and words[end - 1] != "."
    ):
        end -= 1
    return (start, end) if end > start and any(token.is_word for token in segment.tokens[start:end]) else None


def _after_adverbial(segment: Segment, start: int, end: int) -> int:
    """Where the subject begins after a phrase such as "In a statement" or "On Tuesday" without a comma."""
    words = segment.words
    for at in range(start + 1, end):
        if is_day(words[at]) or (words[at] in _MONTHS and at + 1 < end):
            return at + 1
        capital_after_word = segment.tokens[at].text[0].isupper() and segment.tokens[at - 1].text[0].islower()
        if at > start + 1 and (capital_after_word or words[at] in classes().det) and words[at - 1] not in _INSIDE:
            if not (capital_after_word and words[at - 1] in classes().det):
                return at
    return end


def phrase_after(segment: Segment, start: int, limit: int | None = None) -> Range | None:
    """The noun phrase that begins at `start`, "of" phrases included: the subject of an inverted "said"."""
    words, known = segment.words, classes()
    stop = min(segment.end, start + 40) if limit is None else limit
    end = start
    while end < stop:
        word = words[end]
        if word == ".":
            if words[end - 1] not in _ABBREVIATED and len(words[end - 1]) != 1:
                break
        elif word in _BREAKS or (word in known.sub | known.coord and word != "and") or _is_verb(segment, end):
            break
        elif word in known.prep and not (word in ("of", "for", "at", "from") and end > start):
            break
        elif is_day(word) or word in _OBJECTS or word in ("who", "which", "that", "whose", "where", "to"):
            break
        elif word == "and" and not _and_goes_on(segment, end):
            break
        end += 1
    return (start, end) if end > start and any(token.is_word for token in segment.tokens[start:end]) else None


def _and_goes_on(segment: Segment, at: int) -> bool:
    if at + 1 >= len(segment.tokens) or at == 0:
        return False
    return segment.tokens[at + 1].text[0].isupper() == segment.tokens[at - 1].text[0].isupper()
