"""One event told twice in an article: in the opening, and again with more detail."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from generator.extract.events.draft import EventDraft
from generator.model.records import Event, Role

_ALIKE = 0.34  # shared part of the titles' words from which two clauses of one verb and one day tell the same
_COMPARED = 40  # events of one verb and one day that a further one is compared with


def same_told_again(drafts: Sequence[EventDraft]) -> tuple[EventDraft, ...]:
    """The drafts, those of the same verb, type and day whose titles share words made one: the first, with what the later
    ones add."""
    groups: list[list[EventDraft]] = []
    alike: dict[tuple[str, str, str], list[tuple[set[str], list[EventDraft]]]] = defaultdict(list)
    for draft in drafts:
        words, near = _words(draft.event), alike[draft.rule, draft.event.date.edtf, draft.event.status]
        group = next((group for other, group in near if _are_alike(words, other)), None)
        if group is None or draft.event.date.precision != "day":
            group = []
            groups.append(group)
            near += [(words, group)] * (len(near) < _COMPARED)
        group.append(draft)
    return tuple(_as_one(group) for group in groups)


def _are_alike(words: set[str], other: set[str]) -> bool:
    return len(words & other) / (min(len(words), len(other)) or 1) >= _ALIKE


def _words(event: Event) -> set[str]:
    """The longer words of a title: the short ones are alike in all."""
    return {word.strip("“”.,").lower() for word in event.title.split() if len(word) > 3}


def _as_one(drafts: Sequence[EventDraft]) -> EventDraft:
    """The first draft with what the others add; where they differ, the first that says something is right."""
    if len(drafts) == 1:
        return drafts[0]
    events = [draft.event for draft in drafts]
    first = events[0]
    (article, citation) = next(iter(first.sources.items()))
    quoted = _once(sentence for event in events for sentence in event.sources[article].quote)
    event = msgspec.structs.replace(
        first,
        time=next((event.time for event in events if event.time), ""),
        actors=_roles(event.actors for event in events),
        unnamed=_roles(event.unnamed for event in events),
        places=_once(place for event in events for place in event.places),
        quotes=tuple(quote for event in events for quote in event.quotes),
        figures=tuple(figure for event in events for figure in event.figures),
        sources={article: msgspec.structs.replace(citation, quote=quoted)},
    )
    sentences = tuple(dict.fromkeys(index for draft in drafts for index in draft.sentences))
    return msgspec.structs.replace(drafts[0], event=event, sentences=sentences)


def _roles(maps: Iterable[dict[str, Role]]) -> dict[str, Role]:
    """All roles; who has several keeps the one told first."""
    result: dict[str, Role] = {}
    for roles in maps:
        for actor, role in roles.items():
            result.setdefault(actor, role)
    return result


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
