"""Noun phrases beside a verb, without a tagger: walking left from it to its subject, or right from it to an inverted one."""

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists

Range = tuple[int, int]

BREAKS = frozenset(',;:()[]!?…"“”«»') | {"...", FOLDED}
_BRACKET = 12  # tokens of "(Liberal Democrat)" behind a name
_PARENTHESIS = 80  # tokens between a subject and its verb
_KEPT_ADVERBS = frozenset({"here", "there", "all", "both"})


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
    if end > 1 and words[end - 1] in ("who", "which", "that"):
        outer = end - 2 if words[end - 2] == "," else end - 1
        found = phrase_before(segment, outer)
        first = found[0] if found else name_before(segment, _before_bracket(segment, outer, 0))
        return (first if first < outer else end - 1, end)
    return phrase_before(segment, end)


def name_before(segment: Segment, end: int) -> int:
    """Where the capitalised words right before `end` begin; `end` without any."""
    while end > 0 and segment.tokens[end - 1].text[0].isupper():
        end -= 1
    return end


def _skip_adverbs(segment: Segment, at: int) -> int:
    words = segment.words
    while at > 0 and segment.tokens[at - 1].is_word:
        word = words[at - 1]
        if word in lists().periods and at > 1 and words[at - 2] in lists().which:
            at -= 2
            continue
        if not (is_adverb(word) or word in classes().adverb - _KEPT_ADVERBS or is_day(word)):
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
        if words[at] == opener and at > start:
            phrase = phrase_before(segment, at, start)
            if phrase and _heads_clause(segment, phrase, start):
                return at
            start = at + 1
    return None


def _heads_clause(segment: Segment, phrase: Range, start: int) -> bool:
    """Whether the phrase stands at the head of its clause and names somebody, so that a parenthesis may follow it."""
    first, words = phrase[0], segment.words
    before = words[first - 1] if first > start else ""
    named = any(token.text[0].isupper() for token in segment.tokens[slice(*phrase)])
    named = named or words[first] in classes().det or words[first] in lists().alone
    last = words[phrase[1] - 1]
    adverbial = words[first] in lists().months or is_day(words[first]) or is_day(last) or _is_gerund(segment, first)
    return (
        named
        and not adverbial
        and (first == start or before in classes().coord | classes().sub | classes().rel | {"that", ","})
    )


def _is_gerund(segment: Segment, at: int) -> bool:
    """Whether a gerund or a participle heads the phrase: "Speaking to reporters in Oslo", "Asked about the gap"."""
    look, known = form(segment.words[at]), classes()
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    governs = following in known.prep | known.det | known.obj | known.sub | {"to"} and following != "of"
    participle = "VBG" in look.tags and (not look.noun or governs)
    opens = at == 0 and "VBN" in look.tags and governs
    return (participle or opens) and segment.words[at] not in known.prep


def phrase_before(segment: Segment, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends right before `end`; "(Ind)" behind it is passed over."""
    words = segment.words
    end = _before_bracket(segment, end, floor)
    if end > floor and words[end - 1] in lists().alone and not (end - 2 >= floor and words[end - 2] in ("of", "'s")):
        return end - 1, end
    start = end
    while start > floor and _belongs(segment, start - 1, start, end, floor):
        start -= 1
        if words[start] in classes().det and words[start] != "'s" and not _embedded(segment, start, floor):
            break
    return _trimmed(segment, start, end)


def _before_bracket(segment: Segment, end: int, floor: int) -> int:
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
        return word in lists().joining and start < end and at > floor and not is_break(segment, at - 1)
    if word in known.coord or word in known.sub or word in known.rel:
        return False
    return not _is_verb(segment, at) and word not in lists().pronouns and not _is_object(segment, at)


def _is_object(segment: Segment, at: int) -> bool:
    """Whether it is a pronoun in the objective case, and not the country "US"."""
    return segment.words[at] in lists().objects and segment.tokens[at].text != "US"


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
        if word in lists().joining:
            start = _after_adverbial(segment, start, end)
        elif (
            word in known.coord
            or word in known.adverb - _KEPT_ADVERBS
            or is_adverb(word)
            or is_day(word)
            or word == "'s"
        ):
            start += 1
        else:
            break
    while end > start and (words[end - 1] in known.prep or words[end - 1] in ("and", "'s")):
        end -= 1
    return (start, end) if any(token.is_word for token in segment.tokens[start:end]) else None


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
    if segment.words[at - 1] in lists().tails and at > start and word in ("with", "on", "to", "about", "in"):
        return False
    if word in known.prep:
        return word not in ("of", "for", "at", "from") or at == start
    if is_break(segment, at) or word in known.sub or word in known.coord or word in known.rel or word == "to":
        return True
    return _is_verb(segment, at) or is_day(word) or _is_object(segment, at)


def _and_goes_on(segment: Segment, at: int) -> bool:
    if at + 1 >= len(segment.tokens) or at == 0:
        return False
    return segment.tokens[at + 1].text[0].isupper() == segment.tokens[at - 1].text[0].isupper()
