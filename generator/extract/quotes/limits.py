"""Where the content of a reporting verb ends."""

from collections.abc import Sequence

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.nouns import is_dash, is_day
from generator.extract.quotes.reports import reporting_nouns
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.words import lists

_CONTRAST = frozenset({"but", "while", "though", "although"})
_OCCASION = 6  # tokens of "in a late-night letter"
_ASIDE = 20  # tokens of "when asked why" before a subject
_TENSED = frozenset({"be", "been", "being", "have", "get"})  # a participle may follow
_INFINITIVES = frozenset({"to-clause", "object-to-clause"})
_CLAUSES = frozenset({"that-clause", "bare-clause", "wh-clause", "around-cue"})


def limit_of(segment: Segment, number: int, cues: Sequence[Cue]) -> int:
    """The furthest token that cue `number` can report: before the next verb of the same speaker, before a verb that looks
    back ("…, sources said"), "according to" or a semicolon; in a subordinate clause before its comma."""
    cue, words = cues[number], segment.words
    start = cue.last + 1
    limit = min(segment.end, _next_verb(segment, cue, cues[number + 1 :]))
    if cue.subject and not cue.inverted and cue.subject[0] > start:
        limit = min(limit, cue.subject[0] - 1)  # "After saying it was over, she left"
    for at in range(start, limit):
        source = words[at] == "according" and words[at + 1 : at + 2] == ("to",)
        if words[at] == ";" or source or _ends_aside(segment, cue, at):
            limit = at
            break
        if at > start and closes_speech(segment, at) and words[at] not in classes().coord:
            limit = at
            break
    while limit > start and words[limit - 1] in (",", "and", "but", ":"):
        limit -= 1
    return limit


def _next_verb(segment: Segment, cue: Cue, later: Sequence[Cue]) -> int:
    words, start = segment.words, cue.last + 1
    after_that = cue.takes("that") and "that" in words[cue.last : cue.last + 3]
    for other in later:
        joint = _joint_of_another(segment, cue, other)
        if joint:
            return joint
        before = words[other.first - 1]
        own = (
            other.inherited and before in (",", "and", "but") and other.first > start and _reports_again(segment, other)
        )
        deed = other.inward or other.lemma in lists().deeds
        inner = after_that or (deed and segment.has_verb(start, other.first - 1))  # "said he fled and refused to stop"
        if own and (before == "," or other.takes("before") or not inner):
            return other.first - 1
        head = other.first if other.inverted else other.subject[0] if other.subject else 0
        trailing = words[head - 1] == "," and other.first >= segment.end - 3 and not other.inherited
        if head > start and (trailing or closes_speech(segment, head)) and other.takes("before"):
            return head
    return segment.end


def _reports_again(segment: Segment, other: Cue) -> bool:
    """Whether a verb that shares its subject goes on reporting: not "…, but would add $84 million", ", beginning in May"."""
    verb = segment.finite.get(other.head)
    only_marks = all(reading.takes == {"quote"} for reading in other.verbs)
    return not (verb and verb.modal) and not (only_marks and FOLDED not in segment.words[other.last :])


def _joint_of_another(segment: Segment, cue: Cue, other: Cue) -> int:
    """Where the comma stands before "and" or "but" and somebody else speaks ("…, and Lind said it was"); else 0."""
    if other.inherited or other.inverted or other.hedged or other.inward or other.subject is None:
        return 0
    verb, head = segment.finite.get(other.head), other.subject[0]
    own = (
        verb is not None and not verb.marker and (segment.words[head] not in lists().pronouns or other.takes("before"))
    )
    opens = _behind_aside(segment, head) or head - 2
    joined = opens > cue.last + 1 and segment.words[opens + 1] in ("and", "but") and segment.words[opens] == ","
    return opens if own and joined else 0


def _behind_aside(segment: Segment, head: int) -> int:
    """The comma of "…, and when asked why, the mayor said": a clause between "and" and the subject at `head`; else 0."""
    words = segment.words
    if words[head - 1] != ",":
        return 0
    near = range(head - 2, max(head - _ASIDE, 1), -1)
    opener = next((at for at in near if words[at] in classes().sub and words[at - 1] in ("and", "but")), 0)
    return opener - 2 if opener and words[opener - 2] == "," else 0


def _ends_aside(segment: Segment, cue: Cue, at: int) -> bool:
    """Whether the comma at `at` closes the subordinate clause that holds the verb: "Though she called it a farce, she"."""
    verb = segment.finite.get(cue.head)
    if segment.words[at] != "," or verb is None or verb.marker not in classes().sub | {"who", "which", "whose", "whom"}:
        return False
    complete = "that" not in segment.words[cue.last + 1 : at] or segment.has_verb(cue.last + 1, at)
    return at > cue.last + 2 and complete


def closes_speech(segment: Segment, at: int) -> bool:
    """Whether a quotation that ends in a comma or a full stop stands right before token `at`."""
    listed = segment.words[at : at + 1] in (("a",), ("an",), (FOLDED,))
    return at - 1 in segment.quotes and segment.final(at - 1) in ",." and not listed


def clipped(segment: Segment, first: int, end: int, rule: str) -> int:
    """The end of a content without a clause of the article's own behind a comma (", which", ", a", ", but she") and without
    what its speaker did next."""
    clause = rule in _CLAUSES
    end = _deed_start(segment, first, _dash_end(segment, first, end, clause=clause), rule)
    joining = _CONTRAST if clause else classes().coord | _CONTRAST | {"so", "as"}
    for at in range(first + 1, end - 1):
        following = segment.words[at + 1]
        if segment.words[at] != ",":
            continue
        if not clause and (following in lists().asides or _is_participle(following)):
            return at
        if not clause and following in classes().coord and any(verb.first == at + 2 for verb in segment.verbs):
            return at
        again = segment.words[first] in lists().pronouns and segment.words[first] in segment.words[at + 2 : at + 3]
        if following in joining and not (again and following in _CONTRAST) and _new_clause(segment, at + 2, end):
            return at
    return end


def _dash_end(segment: Segment, first: int, end: int, *, clause: bool) -> int:
    """The dash that ends a content. A clause goes on over a pair of them before its verb ("said the top tenth -- those with
    yachts -- would pay"), and over one with words that are no clause and no comment of the article's own."""
    dashes = [at for at in range(first + 1, end) if is_dash(segment, at)]
    if not dashes or not clause:
        return dashes[0] if dashes else end
    if len(dashes) > 1 and not segment.has_verb(first + 1, dashes[0]) and segment.has_verb(dashes[1], end):
        dashes = dashes[2:]
    if not dashes:
        return end
    tail = dashes[0] + 1
    opening = classes().sub | classes().rel | {"that"}
    told = any(
        tail <= verb.first < end and opening.isdisjoint(segment.words[tail : verb.first]) for verb in segment.verbs
    )
    comment = not reporting_nouns().keys().isdisjoint(segment.words[tail : tail + 3])
    return dashes[0] if told or comment else end


def _deed_start(segment: Segment, first: int, end: int, rule: str) -> int:
    """Where a past verb without a subject is joined that goes on neither from "would reopen" nor from "to reopen", so that it
    is the speaker's ("said the road would reopen and left"); `end` without one."""
    inside = [verb for verb in segment.verbs if first <= verb.first < end]
    for at, verb in enumerate(inside):
        joint = _joint(segment, verb.first)
        if joint <= first or verb.first != verb.index or not _is_plain_past(segment.words[verb.index]):
            continue
        before = inside[at - 1] if at else None
        start, ahead = (before.first, bool(before.modal)) if before else (first, rule in _INFINITIVES)
        if (
            ahead
            and _TENSED.isdisjoint(segment.words[start:joint])
            and "VBN" not in form(segment.words[joint - 1]).tags
        ):
            return joint
    return end


def _joint(segment: Segment, at: int) -> int:
    """Where ", and", "and" or ", then" stands right before the verb at `at`; 0 without one."""
    words = segment.words
    while at > 1 and (is_adverb(words[at - 1]) or words[at - 1] == "then"):
        at -= 1
        if words[at] == "then" and words[at - 1] == ",":
            return at - 1
    joined = at > 1 and words[at - 1] in ("and", "but")
    return at - 1 - (words[at - 2] == ",") if joined else 0


def _is_plain_past(word: str) -> bool:
    tags = form(word).tags
    return "VBD" in tags and "VB" not in tags


def _is_participle(word: str) -> bool:
    return "VBG" in form(word).tags and not form(word).noun and word not in classes().prep


def _new_clause(segment: Segment, at: int, end: int) -> bool:
    """Whether a subject and its verb follow."""
    verb = next((verb for verb in segment.verbs if verb.first >= at), None)
    if verb is None or verb.first > end:
        return False
    subject = subject_before(segment, verb.first)
    return subject is not None and at <= subject[0] <= at + 1


def object_end(segment: Segment, start: int, limit: int) -> int:
    """An object ends before a time or an occasion ("the plan on Monday", "the plan in a letter") and before another verb of
    its subject ("the plan and left")."""
    end = next((at for at in range(start + 1, limit - 1) if _ends_object(segment, start, at, limit)), limit)
    return end - (segment.words[end - 1] == ",")


def _ends_object(segment: Segment, start: int, at: int, limit: int) -> bool:
    word, following = segment.words[at], segment.words[at + 1]
    if word in lists().object_tails or (word == "on" and is_day(following)):
        return True
    if word in ("and", "but"):
        verb = next((verb.first for verb in segment.verbs if verb.first > at), limit)
        again = verb == at + 1 or (verb == at + 2 and is_adverb(following))
        return again and not segment.has_verb(start, at)
    if word in ("in", "at", "on"):
        near = segment.words[at + 1 : min(at + _OCCASION, limit)]
        return not lists().statements.isdisjoint(near) and not any(other in classes().prep for other in near[:-1])
    return word == "as" and segment.words[at - 1] != "such" and following in classes().sub | classes().subject
