"""A page for every event."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from generator.model.event_types import event_type
from generator.model.records import Event
from generator.views import words
from generator.views.buckets import bucket, day_key, label
from generator.views.catalogue import Catalogue
from generator.views.jsonld import event_data
from generator.views.page import PageModel, Plan
from generator.views.people import quotes_of, remarks_of, roles_of
from generator.views.rows import Ref, Row
from generator.views.sources import CREDIBILITY, Source, grade, sources_of

STATUS = {
    "extracted": "Extracted by machine, not yet reviewed",
    "reviewed": "Reviewed by a person",
    "planned": "Planned",
}
_SAME_DAY = 12
_MAIN = ("agent", "speaker", "counterpart", "target")


class Neighbours(msgspec.Struct, frozen=True):
    """The events before and after this one: of all (no `of`), or of one actor."""

    of: Ref | None
    before: Row | None
    after: Row | None


def event_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """One page an event; a dismissed one has none."""
    for event in catalogue.events:
        yield Plan(f"events/{event.id}", partial(_page, catalogue, event))


def _page(catalogue: Catalogue, event: Event) -> PageModel:
    model = _model(catalogue, event)
    meta = {"description": _description(catalogue, event)}
    return PageModel(f"events/{event.id}", "pages/event.html", event.title, model, meta, event.where.path)


def _model(catalogue: Catalogue, event: Event) -> dict[str, Any]:
    sources = sources_of(catalogue, event)
    day = day_key(event.date)
    others = [other for other in catalogue.by_day.get(day, ()) if other.id != event.id] if day else []
    return {
        "event": event,
        "row": catalogue.rows[event.id],
        "when": words.long_words(event.date),
        "basis": words.basis_words(event.date_basis, event.date_note),
        "status": STATUS[event.status],
        "credibility": grade(event.credibility, CREDIBILITY),
        "roles": roles_of(catalogue, event),
        "places": tuple(catalogue.place(place) for place in event.places),
        "quotes": quotes_of(catalogue, event),
        "remarks": remarks_of(catalogue, event),
        "sources": sources,
        "differ": sum(bool(source.says) for source in sources) > 0,
        "told_by": tuple(catalogue.outlet(outlet) for outlet in catalogue.corpus.told_by.get(event.id, ())),
        "neighbours": _neighbours(catalogue, event),
        "same_day": catalogue.rows_of(others[:_SAME_DAY]),
        "bucket": Ref(bucket(event.date), label(bucket(event.date)), f"timeline/{bucket(event.date)}"),
        "facets": _facets(catalogue, event, sources),
        "jsonld": event_data(catalogue, event, sources),
    }


def _neighbours(catalogue: Catalogue, event: Event) -> tuple[Neighbours, ...]:
    everything = _beside(catalogue, None, catalogue.events, catalogue.position[event.id])
    main = [actor for actor, role in event.actors.items() if role in _MAIN][:3]
    own = (_beside(catalogue, catalogue.actor(a), catalogue.by_actor[a], catalogue.place_of[a][event.id]) for a in main)
    seen = (everything.before, everything.after)
    return (everything, *(pair for pair in own if (pair.before, pair.after) not in (seen, (None, None))))


def _beside(catalogue: Catalogue, of: Ref | None, events: tuple[Event, ...], index: int) -> Neighbours:
    before = catalogue.rows[events[index - 1].id] if index else None
    after = catalogue.rows[events[index + 1].id] if index + 1 < len(events) else None
    return Neighbours(of, before, after)


def _facets(catalogue: Catalogue, event: Event, sources: tuple[Source, ...]) -> tuple[tuple[str, str], ...]:
    """What the search filters by: pairs of filter and value."""
    anchor = event.date.anchor
    return (
        *(("actor", catalogue.actor(actor).name) for actor in event.actors),
        *(("place", catalogue.place(place).name) for place in event.places),
        ("type", event_type(event.type).label),
        *(("outlet", name) for name in dict.fromkeys(source.outlet.name for source in sources)),
        *((("year", str(anchor.year)),) if anchor else ()),
    )


def _description(catalogue: Catalogue, event: Event) -> str:
    outlets = dict.fromkeys(catalogue.outlet(outlet).name for outlet in catalogue.outlets_of(event))
    told = f" Sources: {', '.join(outlets)}." if outlets else ""
    when = words.long_words(event.date)
    return f"{when[:1].upper()}{when[1:]}: {event.summary or event.title}.{told}".replace("..", ".")
