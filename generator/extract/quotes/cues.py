"""Reporting verbs where they stand in a segment, each with the range of its subject."""

from collections.abc import Iterator

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.quotes.nouns import Range, phrase_after, subject_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.verbs import Reporting, reporting

_SURE = frozenset({"say", "tell", "add"})
_BEFORE_GERUND = frozenset(
    {",", "and", "by", "before", "after", "while", "for", "of", "in", "without", "—", "–", "from", "when", "(", "or"}
)


class Cue(msgspec.Struct, frozen=True):
    """`first` to `last`: the token positions of the verb group, particle included. `verbs`: what the verb can be.
    `subject`: the token range of who says it; `inverted` when it stands after the verb; `inherited` when it is the subject
    of an earlier verb ("..., adding that"). `passive`: "was told"."""

    first: int
    last: int
    lemma: str
    verbs: tuple[Reporting, ...]
    subject: Range | None
    inverted: bool = False
    inherited: bool = False
    passive: bool = False

    def takes(self, complement: str) -> bool:
        """Whether some reading of the verb takes it."""
        return any(complement in verb.takes for verb in self.verbs)


def find_cues(segment: Segment) -> tuple[Cue, ...]:
    """Every reporting verb of the segment, outside quotations, in order."""
    known = reporting().forms
    if known.keys().isdisjoint(segment.words):
        return ()
    cues: list[Cue] = []
    for at, word in enumerate(segment.words):
        if word in known and (group := _verb_group(segment, at, *known[word])):
            cues += _cue(segment, at, known[word][0], group, cues)
    return tuple(cues)


class _Group(msgspec.Struct, frozen=True):
    first: int
    finite: bool
    passive: bool = False


def _verb_group(segment: Segment, at: int, lemma: str, tags: frozenset[str]) -> _Group | None:
    """The verb group whose head is at `at`, or None where the word is no verb."""
    verb = segment.finite.get(at)
    if verb:
        return _Group(verb.first, finite=True, passive=verb.passive)
    before = _word_before(segment, at)
    if "VBG" in tags and before in _BEFORE_GERUND:
        return _Group(at, finite=False)
    if "VB" in tags and before == "to":
        return _Group(at, finite=False)
    if (
        tags & {"VBD", "VBZ"}
        and (lemma in _SURE or before in (FOLDED, ","))
        and before not in classes().det | {"be", "been"}
    ):
        return _Group(at, finite=True) if lemma in _SURE or _after_quote(segment, at) else None
    return None


def _word_before(segment: Segment, at: int) -> str:
    while at > 0 and is_adverb(segment.words[at - 1]):
        at -= 1
    return segment.words[at - 1] if at else ""


def _after_quote(segment: Segment, at: int) -> bool:
    return FOLDED in segment.words[max(at - 2, 0) : at]


def _cue(segment: Segment, at: int, lemma: str, group: _Group, earlier: list[Cue]) -> Iterator[Cue]:
    verbs, last = _reading(segment, at, lemma)
    if not verbs:
        return
    if not group.finite:
        yield Cue(
            group.first, last, lemma, verbs, _inherited(segment, at, earlier), inherited=True, passive=group.passive
        )
        return
    behind = _inverted_subject(segment, group.first, last, verbs)
    if behind:
        yield Cue(group.first, last, lemma, verbs, behind, inverted=True)
        return
    subject = subject_before(segment, group.first)
    inherited = subject is None
    if inherited:
        subject = _inherited(segment, at, earlier)
    yield Cue(group.first, last, lemma, verbs, subject, inherited=inherited, passive=group.passive)


def _reading(segment: Segment, at: int, lemma: str) -> tuple[tuple[Reporting, ...], int]:
    """The readings of the verb with the particle that stands behind it, or those without one."""
    entries = reporting().verbs[lemma]
    for entry in entries:
        size = len(entry.particle)
        if size and segment.words[at + 1 : at + 1 + size] == entry.particle:
            same = tuple(other for other in entries if other.particle == entry.particle)
            return same, at + size
    return tuple(entry for entry in entries if not entry.particle), at


def _inverted_subject(segment: Segment, first: int, last: int, verbs: tuple[Reporting, ...]) -> Range | None:
    """The subject behind the verb, where a quotation or a clause and a comma stand right before it."""
    before = segment.words[first - 1] if first else ""
    if (
        before == ","
        and first > 1
        and segment.words[first - 2] != FOLDED
        and not any("before" in verb.takes for verb in verbs)
    ):
        return None
    if before not in (FOLDED, ",", "") or first != last:
        return None
    if before == "," and segment.words[first - 2] != FOLDED and not any(verb.index < first for verb in segment.verbs):
        return None
    following = segment.words[last + 1] if last + 1 < len(segment.words) else ""
    if following in classes().obj | {"that", "to", "whether", "if"} or (before == "" and last):
        return None
    phrase = phrase_after(segment, last + 1)
    if phrase is None or any(verb.first == phrase[1] for verb in segment.verbs):
        return None
    return phrase


def _inherited(segment: Segment, at: int, earlier: list[Cue]) -> Range | None:
    """The subject of the nearest earlier reporting verb, else of the first finite verb of the segment."""
    for cue in reversed(earlier):
        if cue.subject:
            return cue.subject
    for verb in segment.verbs:
        if verb.index >= at:
            break
        subject = subject_before(segment, verb.first)
        if subject:
            return subject
    return None
