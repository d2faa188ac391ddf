"""Noun phrases without a tagger: walking left from where one ends, or right from where one begins."""

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists

Range = tuple[int, int]

BREAKS = frozenset(',;:()[]!?…"“”«»') | {"...", FOLDED}
_BRACKET = 12  # tokens of "(Liberal Democrat)" behind a name
KEPT_ADVERBS = frozenset({"here", "there", "all", "both"})


def is_day(word: str) -> bool:
    """Whether it names a weekday or a day seen from today."""
    return word in lists().days


def is_dash(segment: Segment, at: int) -> bool:
    """Whether the token is a dash between clauses, and not a hyphen inside a word or a range."""
    if segment.words[at] not in lists().dashes:
        return False
    tokens = segment.tokens
    joined = (
        0 < at < len(tokens) - 1 and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    )
    return not (joined and segment.words[at] in ("-", "–"))


def is_break(segment: Segment, at: int) -> bool:
    """Whether no noun phrase goes across the token."""
    return segment.words[at] in BREAKS or is_dash(segment, at)


def name_before(segment: Segment, end: int) -> int:
    """Where the capitalised words right before `end` begin; `end` without any."""
    while end > 0 and segment.tokens[end - 1].text[0].isupper():
        end -= 1
    return end


def phrase_before(segment: Segment, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends right before `end`; "(Ind)" behind it is passed over."""
    words = segment.words
    end = before_bracket(segment, end, floor)
    if end > floor and words[end - 1] in lists().alone and not (end - 2 >= floor and words[end - 2] in ("of", "'s")):
        return end - 1, end
    start = end
    while start > floor and _belongs(segment, start - 1, start, end, floor):
        start -= 1
        if words[start] in classes().det and words[start] != "'s" and not _embedded(segment, start, floor):
            break
    return _trimmed(segment, start, end)


def before_bracket(segment: Segment, end: int, floor: int) -> int:
    """The position of the bracket that opens what ")" right before `end` closes; `end` without one."""
    if end <= floor or segment.words[end - 1] != ")":
        return end
    near = range(end - 2, max(end - _BRACKET, floor), -1)
    return next((at for at in near if segment.words[at] == "("), end)


def _belongs(segment: Segment, at: int, start: int, end: int, floor: int) -> bool:
    """Whether the token at `at` can be part of the phrase [start, end) that stands right of it."""
    word, known = segment.words[at], classes()
    if word == ".":
        return at > floor and abbreviated(segment.words[at - 1])
    if is_break(segment, at):
        return False
    if word == "and":
        return start < end and _joins(segment, at, start, floor)
    if word in known.prep:
        joins = word in lists().joining and start < end and at > floor and not is_break(segment, at - 1)
        return joins or _is_in_name(segment, at)
    if word in known.coord or word in known.sub or word in known.rel:
        return False
    return not _is_verb(segment, at) and word not in lists().pronouns and not _is_object(segment, at)


def _is_in_name(segment: Segment, at: int) -> bool:
    """Whether a word is written with a capital between two others: "Doctors Without Borders"."""
    tokens = segment.tokens
    return 0 < at < len(tokens) - 1 and all(token.text[0].isupper() for token in tokens[at - 1 : at + 2])


def _is_object(segment: Segment, at: int) -> bool:
    """Whether it is a pronoun in the objective case, and not the country "US" nor part of "one of them"."""
    partitive = at > 1 and segment.words[at - 1] == "of" and segment.words[at - 2] in lists().alone
    return segment.words[at] in lists().objects and segment.tokens[at].text != "US" and not partitive


def abbreviated(word: str) -> bool:
    """Whether the full stop behind it is part of it."""
    return word in lists().abbreviations or len(word) == 1


def _is_verb(segment: Segment, at: int) -> bool:
    return at in segment.verbal


def _joins(segment: Segment, at: int, start: int, floor: int) -> bool:
    """Whether "and" joins two names or two nouns of one subject, and not two clauses."""
    if at <= floor or is_break(segment, at - 1):
        return False
    clause = max((here + 1 for here in range(floor, at) if is_break(segment, here)), default=floor)
    if any(clause <= verb.index < at for verb in segment.verbs):
        return False
    left, right = segment.tokens[at - 1].text[0], segment.tokens[start].text[0]
    return left.isupper() == right.isupper() or segment.words[at - 1] == "." or segment.words[start] in classes().det


def _embedded(segment: Segment, at: int, floor: int) -> bool:
    """Whether a determiner stands inside a larger phrase ("the head of the bank", "all the experts")."""
    if at <= floor:
        return False
    before = segment.words[at - 1]
    return before in lists().joining or before in ("and", "all", "both", "half")


def _trimmed(segment: Segment, start: int, end: int) -> Range | None:
    """Cut a leading adverbial ("On Tuesday Lind"), conjunctions and adverbs off the left side."""
    words, known = segment.words, classes()
    while start < end:
        word = words[start]
        if words[start : start + 2] == ("according", "to"):
            start += 2
        elif word in lists().joining:
            start = _after_adverbial(segment, start, end)
        elif (
            word in known.coord
            or word in known.adverb - KEPT_ADVERBS
            or is_adverb(word)
            or is_day(word)
            or word == "'s"
        ):
            start += 1
        else:
            break
    while end > start and (words[end - 1] in known.prep or words[end - 1] in ("and", "'s")):
        end -= 1
    end = _reduced_from(segment, start, end)
    return (start, end) if any(token.is_word for token in segment.tokens[start:end]) else None


def _reduced_from(segment: Segment, start: int, end: int) -> int:
    """Where a participle behind the noun begins: "a memo seen by the paper", "a report published"; `end` without one."""
    for at in range(start + 1, end):
        look = form(segment.words[at])
        participle = (
            "VBN" in look.tags and not look.noun and not look.adjective and segment.words[at] not in lists().tails
        )
        governs = at + 1 == end or segment.words[at + 1] in lists().joining
        if (
            participle
            and governs
            and segment.words[at - 1] not in classes().det
            and not is_adverb(segment.words[at - 1])
        ):
            return at
    return end


def _after_adverbial(segment: Segment, start: int, end: int) -> int:
    """Where the subject begins after a phrase such as "In a statement" or "On Tuesday" without a comma."""
    words = segment.words
    for at in range(start + 1, end):
        if is_day(words[at]) or (words[at] in lists().months and at + 1 < end):
            return at + 1
        name = segment.tokens[at].text[0].isupper() and segment.tokens[at - 1].text[0].islower()
        inside = words[at - 1] in lists().joining or words[at - 1] in classes().det
        if at > start + 1 and not inside and (name or words[at] in classes().det - {"'s"}):
            return at
    return end


def phrase_after(segment: Segment, start: int) -> Range | None:
    """The noun phrase that begins at `start`, "of" phrases included: the subject of an inverted "said"."""
    end, stop = start, min(segment.end, start + 40)
    while end < stop and not _ends_phrase(segment, start, end):
        end += 1
    return (start, end) if any(token.is_word for token in segment.tokens[start:end]) else None


def _ends_phrase(segment: Segment, start: int, at: int) -> bool:
    word, known = segment.words[at], classes()
    if word == ".":
        return not abbreviated(segment.words[at - 1])
    if word == "and":
        return not _and_goes_on(segment, at)
    if at > start and _goes_on(segment, start, at):
        return False
    if word in known.prep:
        return word not in ("of", "for", "at", "from") or at == start
    if is_break(segment, at) or word in known.sub | known.coord | known.rel | {"to"} or _is_period(segment, at):
        return True
    return _is_verb(segment, at) or is_day(word) or _is_object(segment, at)


def _goes_on(segment: Segment, start: int, at: int) -> bool:
    """Whether a word that else ends a phrase belongs to it: "a user called hexfox", "people familiar with the talks"."""
    word = segment.words[at]
    named = word in lists().christened and segment.words[start] in ("a", "an", "another", "one")
    tail = segment.words[at - 1] in lists().tails and word in ("with", "on", "to", "about", "in")
    return named or tail or _is_attributive(segment, at)


def _is_period(segment: Segment, at: int) -> bool:
    """Whether "last week" begins here."""
    which, period = segment.words[at], segment.words[at + 1 : at + 2]
    return which in lists().which and bool(period) and period[0] in lists().periods


def _is_attributive(segment: Segment, at: int) -> bool:
    """Whether a participle stands between an adjective and its noun: "the 68-year-old retired nurse"."""
    before, behind = segment.words[at - 1], segment.words[at + 1 : at + 2]
    if "VBN" not in form(segment.words[at]).tags or not behind or not behind[0].isalpha():
        return False
    described = before.endswith("-old") or (form(before).adjective and not form(before).noun)
    return described and form(behind[0]).noun and behind[0] not in classes().prep | classes().det | classes().obj


def _and_goes_on(segment: Segment, at: int) -> bool:
    if at + 1 >= len(segment.tokens) or at == 0:
        return False
    return segment.tokens[at + 1].text[0].isupper() == segment.tokens[at - 1].text[0].isupper()
