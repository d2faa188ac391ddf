"""Somebody whom another one cites: "Tass quoted the captain as saying", "Lind was quoted by the paper as saying"."""

from collections.abc import Sequence

import msgspec

from generator.extract.quotes.cues import Cue
from generator.extract.quotes.nouns import phrase_after
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.verbs import reporting
from generator.extract.quotes.words import lists

_REACH = 30  # tokens between "quoted" and "as saying"


def with_cited(segment: Segment, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """`cues`, those of quoting with "as saying" behind made into what the one quoted says."""
    saying = [at for at in range(1, len(segment.words)) if _is_saying(segment, at)]
    if not saying:
        return tuple(cues)
    return tuple(_cited(segment, cue, saying) for cue in cues if cue.head not in saying)


def _is_saying(segment: Segment, at: int) -> bool:
    lemma, tags = reporting().forms.get(segment.words[at], ("", frozenset()))
    return segment.words[at - 1] == "as" and "VBG" in tags and lemma in lists().sayings


def _cited(segment: Segment, cue: Cue, saying: Sequence[int]) -> Cue:
    """A verb of quoting whose object, or in the passive whose subject, says what follows."""
    at = next((at for at in saying if cue.head < at <= cue.head + _REACH), None)
    if at is None or cue.lemma not in lists().quoting:
        return cue
    who = cue.theme or subject_before(segment, cue.first) if cue.passive else phrase_after(segment, cue.head + 1)
    if who is None:
        return cue
    verbs = reporting().verbs["say"]
    return msgspec.structs.replace(
        cue, last=at, verbs=verbs, subject=who, teller=cue.subject, passive=False, theme=None, inverted=False
    )
