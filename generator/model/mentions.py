"""What a recogniser found in a text, and by which rule."""

from typing import Literal

import msgspec

MentionKind = Literal["date", "actor", "place", "quote", "figure", "attribution"]
QuoteKind = Literal["direct", "partial", "indirect"]
Tense = Literal["", "past", "present", "future"]
Polarity = Literal["asserted", "denied", "planned", "hypothetical"]


class Span(msgspec.Struct, frozen=True, order=True):
    """Offsets [start, end) into the article's text; (0, 0) means none."""

    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        """False for the empty span."""
        return self.end > self.start

    def overlaps(self, other: "Span") -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of the text with its meaning; `rule` names the rule that made it. Fields beside the first five are for the
    kinds named.

    `value`: EDTF of a date; id (slug) of an actor or place, "" for an unnamed one; number of a figure; id of the source of
    an attribution.
    date: `timex`, `timex_type` the TIMEX3 reading; `alternatives` other readings (EDTF) where the text contradicts itself;
    `anchor_kind`: `absolute` (names its year), `publication` (resolved against the article's day), `context` (against
    another date of the text), "" (cannot be resolved).
    actor: `name` the fullest name in the article; `actor_kind` person, state, organisation, group, media or unnamed;
    `office` the office named with it; `head` False for a mention inside a larger one or as mere modifier ("Russian army").
    quote: `quote_kind`, `speaker` (id), `speaker_span`, `cue`, `cue_span`; `paragraph_continues` for a part of a split quote.
    figure: `unit`, `modifier`. attribution: `name` the source in words, `relays` the id it passes on.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    value: str = ""
    rule: str
    timex: str = ""
    timex_type: Literal["", "DATE", "TIME", "DURATION", "SET"] = ""
    alternatives: tuple[str, ...] = ()
    anchor_kind: Literal["", "absolute", "publication", "context"] = ""
    name: str = ""
    actor_kind: str = ""
    office: str = ""
    head: bool = True
    quote_kind: Literal["", "direct", "partial", "indirect"] = ""
    speaker: str = ""
    speaker_span: Span = Span()
    cue: str = ""
    cue_span: Span = Span()
    unit: str = ""
    modifier: str = ""
    relays: str = ""

    @property
    def span(self) -> Span:
        """Its offsets."""
        return Span(self.start, self.end)
