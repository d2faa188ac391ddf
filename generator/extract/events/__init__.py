"""Which clauses tell of something that happened, was said or is planned."""

from generator.extract.context import Context, Found
from generator.extract.events.draft import EventDraft

__all__ = ["EventDraft", "draft_events"]


def draft_events(context: Context, found: Found) -> tuple[EventDraft, ...]:
    """The events of an article, in the order it tells them. `found`: the mentions of all recognisers."""
    del context, found
    return ()
