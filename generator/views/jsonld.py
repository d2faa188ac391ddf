"""Structured data for search engines, as schema.org defines it: no more than the record says.

An event is a schema.org Event; a start date is given only where the day, month or year is exactly known, and what tells of
it are NewsArticles under `subjectOf`. Templates print it with Jinja's `tojson`, which cannot end the script.
"""

from typing import Any

from generator.model.records import Actor, Event, Place
from generator.views.catalogue import Catalogue
from generator.views.sources import Source
from generator.views.words import machine_date

_CONTEXT = "https://schema.org"
_KINDS = {"person": "Person", "state": "Country", "media": "NewsMediaOrganization"}


def event_data(catalogue: Catalogue, event: Event, sources: tuple[Source, ...]) -> dict[str, Any]:
    """The event with its date, places, participants and sources."""
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "location": [{"@type": "Place", "name": catalogue.place(place).name} for place in event.places],
        "about": [_thing(catalogue, actor) for actor in event.actors],
        "subjectOf": [_article(source) for source in sources],
    }
    if machine_date(event.date):
        found["startDate"] = event.date.edtf
    if event.status == "planned":
        found["eventStatus"] = f"{_CONTEXT}/EventScheduled"
    return {key: value for key, value in found.items() if value}


def actor_data(actor: Actor) -> dict[str, Any]:
    """A person, a country or an organisation."""
    found = {
        "@context": _CONTEXT,
        "@type": _KINDS.get(actor.kind, "Organization"),
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "description": actor.summary,
        "sameAs": wikidata(actor.wikidata),
    }
    return {key: value for key, value in found.items() if value}


def place_data(place: Place) -> dict[str, Any]:
    """A place with its coordinates where they are known."""
    found: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "Place",
        "name": place.name,
        "sameAs": wikidata(place.wikidata),
    }
    if place.latitude and place.longitude:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return {key: value for key, value in found.items() if value}


def wikidata(item: str) -> str:
    """The address of a Wikidata item; nothing for what is no item number."""
    return f"https://www.wikidata.org/wiki/{item}" if item[:1] == "Q" and item[1:].isdecimal() else ""


def _thing(catalogue: Catalogue, actor_id: str) -> dict[str, str]:
    ref = catalogue.actor(actor_id)
    return {"@type": _KINDS.get(ref.kind, "Organization" if ref.kind else "Thing"), "name": ref.name}


def _article(source: Source) -> dict[str, Any]:
    found = {
        "@type": "NewsArticle",
        "headline": source.title,
        "url": source.href,
        "datePublished": source.datetime,
        "publisher": {"@type": "NewsMediaOrganization", "name": source.outlet.name},
    }
    return {key: value for key, value in found.items() if value}
