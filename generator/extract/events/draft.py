"""An event as extraction gives it, before it has an id."""

import msgspec

from generator.model.mentions import Polarity, Span
from generator.model.records import Event


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """`event`: without id; its only source is the article under work. `sentences`: indexes of those it was made from, the one
    that tells it first. `trigger`: where the words stand that made it an event. `rule`: what decided."""

    event: Event
    sentences: tuple[int, ...]
    trigger: Span
    polarity: Polarity = "asserted"
    rule: str
