"""What a reporting verb attributes in the article's own words: clauses with and without "that", questions, infinitives, objects,
and clauses that stand before the verb."""

from collections.abc import Iterator, Sequence

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.nouns import Range, is_day, phrase_after, phrase_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists

_REACH = 16
_CONTRAST = frozenset({"but", "while"})

Content = tuple[int, int, str]


def contents(segment: Segment, number: int, cues: Sequence[Cue]) -> Iterator[Content]:
    """(first token, token after the last, rule) of each stretch that cue `number` attributes."""
    cue = cues[number]
    if cue.theme:
        yield *cue.theme, "passive"
    if cue.passive or cue.subject is None:
        return
    limit = _limit(segment, number, cues)
    start = cue.subject[1] if cue.inverted else cue.last + 1
    found = None if cue.inverted or _free_relative(segment, cue) else _behind(segment, cue, start, limit)
    if found:
        first, end, rule = found
        yield first, _clipped(segment, first, end, rule), rule
    elif cue.takes("before"):
        yield from _before(segment, cue, start, limit)


def _limit(segment: Segment, number: int, cues: Sequence[Cue]) -> int:
    """Where the content must end: before the next verb of the same speaker, a verb that looks back on a quotation, "according
    to", a dash or a semicolon; in a subordinate clause before a comma."""
    cue, words = cues[number], segment.words
    limit = segment.end
    for other in cues[number + 1 :]:
        joined = words[other.first - 1] == "," or other.takes("before") or not (cue.takes("that") and "that" in words[cue.last : cue.last + 3])
        if other.inherited and other.first > cue.last + 1 and words[other.first - 1] in (",", "and", "but") and joined:
            limit = min(limit, other.first - 1)
            break
        head = other.first if other.inverted else other.subject[0] if other.subject else 0
        trailing = words[head - 1] == "," and other.first >= segment.end - 3 and not other.inherited
        if head > cue.last + 1 and (trailing or _closes_speech(segment, head)) and other.takes("before"):
            limit = min(limit, head)
            break
    verb = segment.finite.get(cue.last)
    aside = verb is not None and verb.marker in classes().sub | {"who", "which"}
    for at in range(cue.last + 1, limit):
        if words[at] == ";" or words[at] in lists().dashes or (words[at] == "according" and words[at + 1 : at + 2] == ("to",)):
            limit = at
            break
        if aside and words[at] == "," and at > cue.last + 2:
            limit = at
            break
        if _closes_speech(segment, at) and words[at] not in classes().coord and at > cue.last + 1:
            limit = at
            break
    while limit > cue.last + 1 and words[limit - 1] in (",", "and", "but", ":"):
        limit -= 1
    return limit


def _free_relative(segment: Segment, cue: Cue) -> bool:
    """Whether the verb is that of "what Lind called", whose content is named by its object alone."""
    return cue.takes("naming") and cue.subject is not None and segment.words[max(cue.subject[0] - 1, 0)] == "what"


def _closes_speech(segment: Segment, at: int) -> bool:
    """Whether a quotation that ends in a comma or a full stop stands right before token `at`."""
    listed = segment.words[at : at + 1] in (("a",), ("an",), (FOLDED,))
    return at - 1 in segment.quotes and segment.final(at - 1) in ",." and not listed


def _behind(segment: Segment, cue: Cue, start: int, limit: int) -> Content | None:
    words = segment.words
    if start >= limit or words[start] in (",", ":") and (start + 1 >= limit or words[start + 1] == FOLDED):
        return None
    for kind, finder in (("that", _that), ("wh", _question), ("to", _infinitive), ("object-to", _object_to)):
        if cue.takes(kind):
            first = finder(segment, cue, start, limit)
            if first is not None:
                return first, limit, f"{kind}-clause"
    if cue.takes("bare"):
        first = _bare(segment, cue, start, limit)
        if first is not None:
            return first, limit, "bare-clause"
    return _object(segment, cue, start, limit)


def _that(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """The position of "that", with an addressee or an adjunct before it."""
    if segment.words[start] != "that" and not any(item.to_whom for item in cue.verbs) and not _is_adjunct(segment, start):
        return None
    stop = min([limit, start + _REACH] + [verb.first for verb in segment.verbs if verb.first >= start])
    for at in range(start, min(stop + 1, limit)):
        if segment.words[at] == "that" and (at == start or at < stop):
            return at
        if segment.words[at] == ":":
            break
    return None


def _is_adjunct(segment: Segment, at: int) -> bool:
    """Whether a time, a place or an addressee begins here, not an object."""
    word = segment.words[at]
    return word in lists().adjuncts or is_day(word) or is_adverb(word) or word in lists().objects or word == ","


def _question(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    stop = min(limit, start + (6 if any(verb.to_whom for verb in cue.verbs) else 3))
    for at in range(start, stop):
        if segment.words[at] in lists().questions:
            return at
        if segment.words[at] in (",", FOLDED, ":"):
            break
    return None


def _infinitive(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    at = start
    while at < limit and (is_adverb(segment.words[at]) or is_day(segment.words[at])):
        at += 1
    return at if segment.words[at : at + 1] == ("to",) and _is_base(segment, at + 1, limit) else None


def _is_base(segment: Segment, at: int, limit: int) -> bool:
    while at < limit and is_adverb(segment.words[at]):
        at += 1
    return at < limit and ("VB" in form(segment.words[at]).tags or segment.words[at] in ("be", "have", "do", FOLDED))


def _object_to(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """Somebody and an infinitive; after "told" and "asked" the infinitive alone is the content."""
    for at in range(start + 1, min(limit, start + _REACH)):
        if segment.words[at] in (",", ":", FOLDED, "that") or at in segment.finite:
            return None
        if segment.words[at] == "to" and _is_base(segment, at + 1, limit):
            return at if any(verb.to_whom for verb in cue.verbs) else start
    return None


def _bare(segment: Segment, cue: Cue, start: int, limit: int) -> int | None:
    """Where a clause without "that" begins: its verb must follow; adjuncts and an addressee are stepped over."""
    verb = next((verb for verb in segment.verbs if start < verb.first < limit), None)
    words = segment.words
    if words[start] in (",", ":") or (words[start] == FOLDED and not _begins_clause(segment, start, limit)):
        return None
    if verb is None:
        return start if _holds_fragment(segment, start, limit) and not cue.takes("object") else None
    addressed = any(item.to_whom for item in cue.verbs)
    counted = words[start] == "about" and words[start + 1 : start + 2] and words[start + 1][0].isdigit()
    if counted or not (words[start] in lists().adjuncts or is_day(words[start]) or addressed or words[start] in classes().obj):
        return start
    subject = phrase_before(segment, verb.first, start)
    return subject[0] if subject else None


def _begins_clause(segment: Segment, at: int, limit: int) -> bool:
    """Whether a quotation is the subject of a clause: "said “reforms” would pay for it"."""
    quote = segment.quotes[at]
    following = segment.words[at + 1] if at + 1 < limit else ""
    lower = segment.text[quote.start + 1 : quote.start + 2].islower()
    return lower and segment.final(at) not in ",." and following not in classes().sub | {"", ","}


def _holds_fragment(segment: Segment, start: int, limit: int) -> bool:
    """Whether words of the article lead into a quoted predicate: "said the road “will never reopen”"."""
    folded = next((at for at in range(start, limit) if segment.words[at] == FOLDED), None)
    return folded is not None and segment.words[folded - 1] not in (",", ":") and segment.words[start] not in lists().adjuncts


def _object(segment: Segment, cue: Cue, start: int, limit: int) -> Content | None:
    words = segment.words
    if cue.takes("naming") and words[start] not in (",", ":"):
        complement = (
            FOLDED in words[start:limit] or "as" in words[start:limit] or cue.lemma in ("call", "label", "dub", "brand")
        )
        if complement:
            return start, limit, "naming"
    if not cue.takes("object") or cue.hedged or cue.infinitive:
        return None
    if cue.takes("ing") and "VBG" in form(words[start]).tags:
        return start, limit, "object"
    if words[start] in lists().adjuncts or words[start] in classes().prep or not _opens_object(segment, start):
        return None
    return start, _object_end(segment, start, limit), "object"


def _opens_object(segment: Segment, at: int) -> bool:
    word = segment.words[at]
    if word == FOLDED:
        return True
    return segment.tokens[at].text[0].isalnum() and word not in classes().sub | classes().coord and not is_day(word)


def _object_end(segment: Segment, start: int, limit: int) -> int:
    """An object ends before a time or an occasion: "the plan on Monday", "the plan during a rally"."""
    for at in range(start + 1, limit - 1):
        word, following = segment.words[at], segment.words[at + 1]
        if word in lists().object_tails and word != "as":
            return at
        if word == "on" and is_day(following):
            return at
    return limit


def _clipped(segment: Segment, first: int, end: int, rule: str) -> int:
    """The content without a clause of the article's own behind a comma: ", which", ", a", ", saying", ", but she"."""
    clause = rule in ("that-clause", "bare-clause", "wh-clause")
    for at in range(first + 2, end - 1):
        if segment.words[at] != ",":
            continue
        following = segment.words[at + 1]
        if following in lists().asides and not (clause and following in ("a", "an", "another")):
            return at
        if "VBG" in form(following).tags and not form(following).noun:
            return at
        if following in (_CONTRAST if clause else classes().coord | _CONTRAST | {"so", "as"}) and _new_clause(segment, at + 2, end):
            return at
    return end


def _new_clause(segment: Segment, at: int, end: int) -> bool:
    """Whether a subject and its verb follow."""
    verb = next((verb for verb in segment.verbs if verb.first >= at), None)
    if verb is None or verb.first >= end + 1:
        return False
    subject = phrase_before(segment, verb.first, at)
    return subject is not None and subject[0] <= at + 1


def _before(segment: Segment, cue: Cue, start: int, limit: int) -> Iterator[Content]:
    """A clause before the verb, and what goes on behind it: "Prices, he said, will fall"."""
    words = segment.words
    head = cue.first if cue.inverted else cue.subject[0] if cue.subject else 0
    if cue.inherited or head < 2 or not (words[head - 1] == "," or words[head - 1] == FOLDED):
        return
    end = head - 1 if words[head - 1] == "," else head
    first = _clause_start(segment, end)
    if words[first] == FOLDED and segment.final(first) in ",.?!":
        return
    own_words = any(first <= verb.index < end for verb in segment.verbs) or _holds_quote(segment, first, end)
    goes_on = start < limit and words[start] == "," and start + 1 < limit and words[start + 1] != FOLDED
    relative = goes_on and (
        words[start + 1] in ("who", "which", "whose", "and", "but", "while", "as")
        or "VBG" in form(words[start + 1]).tags
    )
    goes_on = goes_on and not relative
    if segment.words[first] in classes().sub and not goes_on:
        return
    if (own_words or goes_on) and not (end - first == 1 and words[first] == FOLDED):
        yield first, end, "before-cue"
        if goes_on and any(start < verb.index < limit for verb in segment.verbs):
            yield start + 1, limit, "around-cue"


def _holds_quote(segment: Segment, first: int, end: int) -> bool:
    """Whether a clause is words of the article's own together with quoted ones."""
    inside = range(first, end)
    quotes = [at for at in inside if segment.words[at] == FOLDED]
    return bool(quotes) and sum(segment.words[at][:1].isalnum() for at in inside) > 1


def _clause_start(segment: Segment, end: int) -> int:
    """The start of the segment, or what follows a semicolon."""
    for at in range(end - 1, -1, -1):
        if segment.words[at] in (";",):
            return at + 1
    return 0


def according_to(segment: Segment) -> Iterator[tuple[Range, Range, Content]]:
    """(the words "according to", who, the content) for each place they stand in the segment."""
    words = segment.words
    for at in range(len(words) - 2):
        if words[at] != "according" or words[at + 1] != "to":
            continue
        who = phrase_after(segment, at + 2)
        if who is None:
            continue
        if at == 0 or (at < 3 and segment.words[at - 1] not in (",",)):
            first = next((here + 1 for here in range(who[1], segment.end) if words[here] == ","), None)
            if first is not None and first < segment.end:
                yield (at, at + 2), who, (first, segment.end, "according-to")
        else:
            end = at - 1 if words[at - 1] == "," else at
            if end > 0 and not (end == 1 and words[0] == FOLDED):
                yield (at, at + 2), who, (_clause_start(segment, end), end, "according-to")
