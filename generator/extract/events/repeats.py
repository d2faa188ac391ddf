"""One event told twice in an article: in the opening, and again with more detail."""

from collections.abc import Sequence

import msgspec

from generator.extract.events.draft import EventDraft
from generator.model.records import Event, Role

_ALIKE = 0.34  # shared part of the titles' words from which two clauses of one verb and one day tell the same


def same_told_again(drafts: Sequence[EventDraft]) -> tuple[EventDraft, ...]:
    """The drafts, those of the same verb, type and day whose titles share words made one: the first, with what the later
    ones add."""
    kept: list[EventDraft] = []
    for draft in drafts:
        at = next((at for at, one in enumerate(kept) if _is_same(one, draft)), -1)
        if at < 0:
            kept.append(draft)
        else:
            kept[at] = _both(kept[at], draft)
    return tuple(kept)


def _is_same(first: EventDraft, second: EventDraft) -> bool:
    one, other = first.event, second.event
    if first.rule != second.rule or one.date != other.date or one.date.precision != "day" or one.status != other.status:
        return False
    words, more = _words(one), _words(other)
    return len(words & more) / (min(len(words), len(more)) or 1) >= _ALIKE


def _words(event: Event) -> set[str]:
    """The longer words of a title: the short ones are alike in all."""
    return {word.strip("“”.,").lower() for word in event.title.split() if len(word) > 3}


def _both(first: EventDraft, second: EventDraft) -> EventDraft:
    one, other = first.event, second.event
    actors: dict[str, Role] = {**other.actors, **one.actors}
    event = msgspec.structs.replace(
        one,
        time=one.time or other.time,
        actors=actors,
        unnamed={**other.unnamed, **one.unnamed},
        places=tuple(dict.fromkeys((*one.places, *other.places))),
        quotes=(*one.quotes, *other.quotes),
        figures=(*one.figures, *other.figures),
        sources={
            article: msgspec.structs.replace(
                citation, quote=tuple(dict.fromkeys((*citation.quote, *other.sources[article].quote)))
            )
            for article, citation in one.sources.items()
        },
    )
    return msgspec.structs.replace(
        first, event=event, sentences=tuple(dict.fromkeys((*first.sentences, *second.sentences)))
    )
