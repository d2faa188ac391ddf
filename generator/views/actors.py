"""A page for every actor, and the index of them all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from generator.model.records import Actor, ArticleRecord, Event, Office
from generator.views.catalogue import Catalogue
from generator.views.density import density
from generator.views.fragments import safe_url
from generator.views.jsonld import actor_data, wikidata
from generator.views.names import section
from generator.views.page import PageModel, Plan
from generator.views.people import Said, quotes_of
from generator.views.rows import Ref, Row
from generator.views.timeline import grouped
from generator.views.words import date_words

KINDS = {
    "person": "People",
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups",
    "media": "Media",
}
_COMPANY = 24


class Tenure(msgspec.Struct, frozen=True, gc=False):
    """An office with its dates in words; `organisation` is where."""

    title: str
    when: str
    organisation: Ref | None


class Spoken(msgspec.Struct, frozen=True, gc=False):
    """A quotation with the event it belongs to."""

    said: Said
    row: Row


def actor_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`actors/index` and one page an actor."""
    yield Plan("actors/index", partial(_index, catalogue))
    for actor in catalogue.actors.values():
        yield Plan(f"actors/{actor.id}", partial(_page, catalogue, actor))


def tenure(catalogue: Catalogue, office: Office) -> Tenure:
    """`since 20 January 2025`, `2012 – 2018`, or no dates."""
    begins, ends = (date_words(bound) if bound.edtf else "" for bound in (office.from_, office.to))
    when = f"{begins} – {ends}" if begins and ends else f"since {begins}" if begins else f"until {ends}" if ends else ""
    return Tenure(office.title, when, catalogue.actor(office.organisation) if office.organisation else None)


def _index(catalogue: Catalogue) -> PageModel:
    sections = tuple(
        section(kind, label, (_counted(catalogue, actor) for actor in catalogue.actors.values() if actor.kind == kind))
        for kind, label in KINDS.items()
    )
    model = {"sections": tuple(found for found in sections if found.total), "total": len(catalogue.actors)}
    return PageModel("actors/index", "pages/actors.html", "Actors", model, {"description": "Everyone the events name."})


def _counted(catalogue: Catalogue, actor: Actor) -> Ref:
    return Ref(actor.id, actor.name, f"actors/{actor.id}", actor.kind, len(catalogue.by_actor.get(actor.id, ())))


def _page(catalogue: Catalogue, actor: Actor) -> PageModel:
    model = _model(catalogue, actor)
    meta = {"description": actor.summary or f"{actor.name}: {len(catalogue.by_actor.get(actor.id, ()))} events."}
    return PageModel(f"actors/{actor.id}", "pages/actor.html", actor.name, model, meta, actor.where.path)


def _model(catalogue: Catalogue, actor: Actor) -> dict[str, Any]:
    events = catalogue.by_actor.get(actor.id, ())
    return {
        "actor": actor,
        "kind": KINDS[actor.kind],
        "country": catalogue.actor(actor.country) if actor.country else None,
        "wikidata": wikidata(actor.wikidata),
        "image": safe_url(actor.image),
        "offices": tuple(tenure(catalogue, office) for office in actor.offices),
        "groups": grouped(catalogue, events, newest_first=catalogue.settings.order == "newest"),
        "chart": density(events),
        "total": len(events),
        "quotes": _spoken(catalogue, actor, events),
        "company": company(catalogue, events, actor.id),
        "articles": tuple(catalogue.article_row(article) for article in _articles(catalogue, events)),
        "jsonld": actor_data(actor),
    }


def company(catalogue: Catalogue, events: Sequence[Event], without: str = "", most: int = _COMPANY) -> tuple[Ref, ...]:
    """Who takes part in these events, most often first, with counts."""
    counts = Counter(actor for event in events for actor in event.actors if actor != without)
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(msgspec.structs.replace(catalogue.actor(actor), count=count) for actor, count in best)


def _spoken(catalogue: Catalogue, actor: Actor, events: tuple[Event, ...]) -> tuple[Spoken, ...]:
    """The newest first."""
    speaking = [event for event in reversed(events) if any(quote.speaker == actor.id for quote in event.quotes)]
    return tuple(
        Spoken(said, catalogue.rows[event.id])
        for event in speaking
        for said in quotes_of(catalogue, event)
        if said.speaker.id == actor.id
    )


def _articles(catalogue: Catalogue, events: tuple[Event, ...]) -> list[ArticleRecord]:
    """Articles that tell these events, newest first."""
    ids = {source for event in events for source in event.sources}
    shown = [catalogue.corpus.articles[key] for key in ids if key in catalogue.article_order]
    return sorted(shown, key=lambda article: catalogue.article_order[article.id])
