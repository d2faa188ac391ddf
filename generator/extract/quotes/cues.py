"""Reporting verbs where they stand in a segment, each with the range of its subject."""

from collections.abc import Sequence

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.quotes.groups import Group, own_subject, verb_group
from generator.extract.quotes.nouns import Range, is_break, is_day, phrase_after, phrase_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.verbs import Reporting, reporting
from generator.extract.quotes.words import lists

_OCCASIONS = (("in",), ("on",), ("at",), ("during",))  # "warned on Monday of"
_REACH = 9  # tokens from a verb to its particle


class Cue(msgspec.Struct, frozen=True):
    """`first` to `last`: the token positions of the verb group, particle included; `head` that of the verb. `verbs`: what the
    verb can be. `subject`: the token range of who says it; `inverted` when it stands behind the verb; `inherited` when it is
    the subject of an earlier verb ("…, adding that"). `passive`: "was told"; `hedged`: negated or with a modal verb;
    `infinitive`: "to admit". `theme`: what "was rejected by" speaks of; the subject is then who stands behind "by".
    `teller`: who quotes the subject ("Tass quoted the captain as saying")."""

    first: int
    last: int
    head: int
    lemma: str
    verbs: tuple[Reporting, ...]
    subject: Range | None
    inverted: bool = False
    inherited: bool = False
    passive: bool = False
    hedged: bool = False
    infinitive: bool = False
    theme: Range | None = None
    teller: Range | None = None

    def takes(self, complement: str) -> bool:
        """Whether some reading of the verb takes it."""
        return any(complement in verb.takes for verb in self.verbs)

    @property
    def inward(self) -> bool:
        """Whether it tells what is thought or meant, not said."""
        return all(verb.inward for verb in self.verbs)

    @property
    def led(self) -> bool:
        """Whether words in marks need a comma or a colon behind it."""
        return all(verb.led for verb in self.verbs if "quote" in verb.takes)


def find_cues(segment: Segment) -> tuple[Cue, ...]:
    """Every reporting verb of the segment, outside quotations, in order."""
    known = reporting().forms
    if known.keys().isdisjoint(segment.words):
        return ()
    cues: list[Cue] = []
    for at, word in enumerate(segment.words):
        if word not in known:
            continue
        lemma, tags = known[word]
        if at == 0 and "VB" in tags:
            continue  # "Read more"
        group = verb_group(segment, at, lemma, tags)
        verbs, last = _reading(segment, at, lemma)
        if group and verbs:
            bare = Cue(group.first, last, at, lemma, verbs, None, passive=group.passive, hedged=group.hedged)
            cues.append(_with_subject(segment, bare, group, cues))
    return tuple(cues)


def _reading(segment: Segment, at: int, lemma: str) -> tuple[tuple[Reporting, ...], int]:
    """The readings of the verb with the particle that stands behind it, or those without one."""
    entries = reporting().verbs[lemma]
    for entry in entries:
        last = _particle_end(segment, at, entry.particle) if entry.particle else 0
        if last:
            return tuple(other for other in entries if other.particle == entry.particle), last
    return tuple(entry for entry in entries if not entry.particle), at


def _particle_end(segment: Segment, at: int, particle: tuple[str, ...]) -> int:
    """Where the particle of the verb at `at` ends, right behind it or, before words in marks, behind where it was said
    ("warned in a statement of “…”"); 0 without one. "on" before a day is no particle."""
    words, size = segment.words, len(particle)
    behind = words[at + 1 + size : at + 2 + size]
    if words[at + 1 : at + 1 + size] == particle:
        dated = particle[-1] == "on" and behind and (is_day(behind[0]) or behind[0] in lists().months)
        return 0 if dated else at + size
    if words[at + 1 : at + 2] not in _OCCASIONS or size > 1:
        return 0
    near = range(at + 3, min(at + _REACH, len(words) - 1))
    last = next((here for here in near if words[here] == particle[0] and words[here + 1] == FOLDED), 0)
    return last if last and not any(is_break(segment, here) for here in range(at + 1, last)) else 0


def _with_subject(segment: Segment, cue: Cue, group: Group, earlier: Sequence[Cue]) -> Cue:
    if not group.finite:
        infinitive = segment.words[cue.head - 1] == "to"
        habit = infinitive and segment.words[cue.head - 2] == "used" and segment.finite.get(cue.head - 2)
        own = subject_before(segment, habit.first) if habit else own_subject(segment, cue.head)
        own = own or (_recalled(segment, cue.head, earlier[-1]) if earlier else None)
        subject = own or _inherited(segment, cue.head, earlier) or _outside(segment, cue.head)
        return msgspec.structs.replace(cue, subject=subject, inherited=True, infinitive=infinitive)
    behind = _inverted(segment, cue)
    if behind:
        return msgspec.structs.replace(cue, subject=behind, inverted=True)
    subject = subject_before(segment, cue.first)
    if cue.passive and segment.words[cue.last + 1 : cue.last + 2] == ("by",):
        agent = phrase_after(segment, cue.last + 2)
        return msgspec.structs.replace(cue, subject=agent, theme=subject if agent else None)
    if subject is None:
        subject = _inherited(segment, cue.head, earlier)
        reduced = cue.takes("naming") and not _is_joined(segment, cue.first)
        subject = None if reduced else subject or (None if cue.takes("naming") else phrase_after(segment, 0))
        return msgspec.structs.replace(cue, subject=subject, inherited=True)
    return msgspec.structs.replace(cue, subject=subject)


def _inverted(segment: Segment, cue: Cue) -> Range | None:
    """The subject behind the verb, where a quotation, or a clause and a comma, stands right before it."""
    before = segment.words[cue.first - 1] if cue.first else ""
    addressed = any(verb.to_whom for verb in cue.verbs) and (before != FOLDED or cue.lemma == "tell")
    if cue.first != cue.last or before not in (FOLDED, ",", "", "so", "thus") or addressed:
        return None
    if before == "," and not _clause_before(segment, cue) and not _cuts_in(segment, cue):
        return None
    following = segment.words[cue.last + 1] if cue.last + 1 < len(segment.words) else ""
    if following in classes().obj or following in ("that", "to", "whether", "if"):
        return None
    phrase = phrase_after(segment, cue.last + 1)
    if phrase is None or all(is_adverb(word) for word in segment.words[slice(*phrase)]):
        return None
    behind = segment.words[phrase[1] : phrase[1] + 1]
    own_verb = any(verb.first == phrase[1] for verb in segment.verbs)
    leads = before != FOLDED and behind == (FOLDED,)
    urged = behind == ("to",) and cue.takes("object-to") and not cue.takes("before")
    return None if own_verb or leads or urged else phrase


def _is_joined(segment: Segment, at: int) -> bool:
    """Whether the verb at `at` goes on behind a comma or a conjunction, and is no participle: "a chapter called “Ash”"."""
    before = segment.words[at - 1] if at else ","
    return not before[:1].isalnum() or before in classes().coord | classes().rel | classes().sub or is_adverb(before)


def _clause_before(segment: Segment, cue: Cue) -> bool:
    """Whether a quotation or a reported clause stands before the comma in front of the verb; not so the verb's own subject
    inside a clause with "that": "said that his wife, Ana, knew nothing"."""
    if cue.first > 1 and segment.words[cue.first - 2] == FOLDED:
        return True
    verb = segment.finite.get(cue.head)
    if verb and verb.marker == "that":
        return False
    return cue.takes("before") and any(verb.index < cue.first for verb in segment.verbs)


def _cuts_in(segment: Segment, cue: Cue) -> bool:
    """Whether the verb and who speaks stand between a subject and its verb: "The film, says Lind, is about love"."""
    phrase = phrase_after(segment, cue.last + 1) if cue.takes("before") else None
    closed = phrase is not None and segment.words[phrase[1] : phrase[1] + 1] == (",",)
    return phrase is not None and closed and any(verb.first == phrase[1] + 1 for verb in segment.verbs)


def _recalled(segment: Segment, at: int, before: Cue) -> Range | None:
    """Who stands between a verb and a gerund at `at`: "recalled her father saying"."""
    who = phrase_before(segment, at, before.last + 1) if at - before.last < _REACH else None
    return who if who and who[0] == before.last + 1 and who[1] == at else None


def _outside(segment: Segment, at: int) -> Range | None:
    """The subject of an aside at `at`: before its comma ("Stone, branding it a farce, left"), else behind it ("After saying it
    was over, Stone left")."""
    if at > 1 and segment.words[at - 1] == ",":
        return phrase_before(segment, at - 1)
    mains = (verb for verb in segment.verbs if verb.first > at and not verb.marker)
    found = (subject for verb in mains if (subject := subject_before(segment, verb.first)))
    return next((subject for subject in found if segment.words[subject[0] - 1] == ","), None)


def _inherited(segment: Segment, at: int, earlier: Sequence[Cue]) -> Range | None:
    """The subject of the nearest earlier reporting verb of a main clause, of one of speech before one of thought ("said they
    want peace, but threatened"), else of the first finite verb of the segment."""
    for cue in sorted(earlier, key=lambda cue: (cue.inward, -cue.head)):
        verb = segment.finite.get(cue.head)
        if cue.subject and (cue.inherited or verb is None or not verb.marker):
            return cue.subject
    mains = (verb for verb in segment.verbs if verb.index < at and not verb.marker)
    subject = next((found for verb in mains if (found := subject_before(segment, verb.first))), None)
    return subject or next((cue.subject for cue in reversed(earlier) if cue.subject), None)
