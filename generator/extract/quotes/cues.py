"""Reporting verbs where they stand in a segment, each with the range of its subject."""

from collections.abc import Iterator

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.nouns import Range, phrase_after, subject_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.verbs import Reporting, reporting
from generator.extract.quotes.words import lists

_HEDGES = frozenset({"could", "may", "might", "would", "can", "should", "must", "'d"})


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
    hedged: bool = False
    infinitive: bool = False
    theme: Range | None = None

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
    hedged: bool = False


def _verb_group(segment: Segment, at: int, lemma: str, tags: frozenset[str]) -> _Group | None:
    """The verb group whose head is at `at`, or None where the word is no verb."""
    verb = segment.finite.get(at)
    if verb and verb.first == at and "VBZ" in tags and _after_plural(segment, at):
        return None
    if verb:
        return _Group(verb.first, finite=True, passive=verb.passive, hedged=verb.negated or verb.modal in _HEDGES)
    before = _word_before(segment, at)
    if "VBG" in tags and before in ("'s", "'re", "'m") and at > 1 and segment.words[at - 2] in lists().pronouns:
        return _Group(at - 1, finite=True)
    if "VBG" in tags and (before in lists().before_gerund or _has_own_subject(segment, at)):
        return _Group(at, finite=False)
    if "VB" in tags and before == "to":
        return _Group(at, finite=False)
    if not tags & {"VBD", "VBZ", "VB"} or before in classes().det | {"be", "been", "to"}:
        return None
    if "VBZ" in tags and _names_before(segment, at):
        return _Group(at, finite=True)
    if lemma in lists().sure and (tags & {"VBD", "VBZ"} or _plain_present(segment, at)):
        return _Group(at, finite=True)
    return _Group(at, finite=True) if tags & {"VBD", "VBZ"} and _after_quote(segment, at) else None


def _has_own_subject(segment: Segment, at: int) -> bool:
    """Whether a gerund follows a name that a preposition governs: "footage of Lind saying"."""
    name = _name_before(segment, at)
    return name < at and name > 0 and segment.words[name - 1] in ("of", "with")


def _name_before(segment: Segment, at: int) -> int:
    """Where the capitalised words right before `at` begin."""
    while at > 0 and segment.tokens[at - 1].text[0].isupper():
        at -= 1
    return at


def _after_plural(segment: Segment, at: int) -> bool:
    """Whether a plural noun stands before an "-s" form, which then is a noun too: "the emissions rules that"."""
    before = segment.words[at - 1] if at else ""
    lower = at > 0 and segment.tokens[at - 1].text[0].islower()
    return lower and before.endswith("s") and not before.endswith(("ss", "'s", "us", "is")) and form(before).noun and form(segment.words[at]).noun


def _names_before(segment: Segment, at: int) -> bool:
    """Whether an "-s" form that may be a noun stands between a name and what a verb takes: "The Post reports that"."""
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    takes = following in (classes().det | classes().subject | {"that", ",", FOLDED, "on", ":", "to"}) - {"'s", "such", "all", "no"}
    return at > 0 and segment.tokens[at - 1].text[0].isupper() and takes


def _plain_present(segment: Segment, at: int) -> bool:
    """Whether "say" or "tell" can be a present: behind a noun or a name, before what it reports."""
    before = segment.words[at - 1] if at else ""
    closed = classes().prep | classes().modal.keys() | classes().neg | classes().do.keys() | classes().coord
    return before[:1].isalpha() and before not in closed and (segment.words[at] == "say" or _before_complement(segment, at))


def _before_complement(segment: Segment, at: int) -> bool:
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    return following in (",", ":", FOLDED, "that", ".", "")


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
        own = (_name_before(segment, at), at) if _has_own_subject(segment, at) else None
        subject = own or _inherited(segment, at, earlier)
        yield Cue(group.first, last, lemma, verbs, subject, inherited=True, infinitive=segment.words[at - 1] == "to")
        return
    behind = _inverted_subject(segment, group.first, last, verbs)
    if behind:
        yield Cue(group.first, last, lemma, verbs, behind, inverted=True)
        return
    subject = subject_before(segment, group.first)
    if group.passive and segment.words[last + 1 : last + 2] == ("by",):
        agent = phrase_after(segment, last + 2)
        yield Cue(group.first, last, lemma, verbs, agent, passive=True, theme=subject if agent else None)
        return
    inherited = subject is None
    if inherited:
        subject = _inherited(segment, at, earlier) or phrase_after(segment, 0)
    yield Cue(group.first, last, lemma, verbs, subject, inherited=inherited, passive=group.passive, hedged=group.hedged)


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
    if before not in (FOLDED, ",", "") or first != last or any(verb.to_whom for verb in verbs):
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
    """The subject of the nearest earlier reporting verb of a main clause, else of the first finite verb of the segment."""
    for cue in reversed(earlier):
        verb = segment.finite.get(cue.last)
        if cue.subject and (cue.inherited or verb is None or not verb.marker):
            return cue.subject
    for verb in segment.verbs:
        if verb.index >= at:
            break
        subject = None if verb.marker else subject_before(segment, verb.first)
        if subject:
            return subject
    return next((cue.subject for cue in reversed(earlier) if cue.subject), None)
