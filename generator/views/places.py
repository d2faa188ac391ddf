"""A page for every place, and their index."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.model.records import Place
from generator.views.actors import company
from generator.views.catalogue import Catalogue
from generator.views.jsonld import place_data, wikidata
from generator.views.names import section
from generator.views.page import PageModel, Plan
from generator.views.rows import Ref
from generator.views.timeline import grouped

_ZOOM = {"city": 11, "country": 5, "region": 7, "building": 16, "site": 14}


def place_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`places/index` and one page a place."""
    yield Plan("places/index", partial(_index, catalogue))
    for place in catalogue.places.values():
        yield Plan(f"places/{place.id}", partial(_page, catalogue, place))


def _index(catalogue: Catalogue) -> PageModel:
    refs = (
        Ref(place.id, place.name, f"places/{place.id}", place.kind, len(catalogue.by_place.get(place.id, ())))
        for place in catalogue.places.values()
    )
    model = {"section": section("places", "Places", refs)}
    return PageModel("places/index", "pages/places.html", "Places", model, {"description": "Where it happened."})


def _page(catalogue: Catalogue, place: Place) -> PageModel:
    count = len(catalogue.by_place.get(place.id, ()))
    model, meta = _model(catalogue, place), {"description": f"{count} events in {place.name}."}
    return PageModel(f"places/{place.id}", "pages/place.html", place.name, model, meta, place.where.path)


def _model(catalogue: Catalogue, place: Place) -> dict[str, Any]:
    events = catalogue.by_place.get(place.id, ())
    return {
        "place": place,
        "country": catalogue.actor(place.country) if place.country else None,
        "map": map_url(place),
        "wikidata": wikidata(place.wikidata),
        "groups": grouped(catalogue, events, newest_first=catalogue.settings.order == "newest"),
        "total": len(events),
        "company": company(catalogue, events),
        "jsonld": place_data(place),
    }


def map_url(place: Place) -> str:
    """The place on OpenStreetMap; nothing without sound coordinates."""
    try:
        latitude, longitude = float(place.latitude), float(place.longitude)
    except ValueError:
        return ""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return ""
    zoom = _ZOOM.get(place.kind, 9)
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map={zoom}/{latitude}/{longitude}"
