"""A page for every outlet: how far it is relied on, what of it was read, which events it is a source of."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.model.records import Event, Outlet
from generator.views.catalogue import Catalogue
from generator.views.fragments import safe_url
from generator.views.names import section
from generator.views.page import PageModel
from generator.views.rows import Ref
from generator.views.sources import RELIABILITY, grade
from generator.views.timeline import grouped

KINDS = {
    "agency": "News agency",
    "newspaper": "Newspaper",
    "broadcaster": "Broadcaster",
    "online": "Online outlet",
    "official": "Official source",
    "aggregator": "Aggregator",
}


def outlet_pages(catalogue: Catalogue) -> Iterator[PageModel]:
    """`outlets/index` and one page an outlet."""
    outlets = [outlet for outlet in catalogue.corpus.outlets.values() if outlet.status != "dismissed"]
    refs = (Ref(o.id, o.name, f"outlets/{o.id}", KINDS.get(o.kind, ""), catalogue.outlet_events[o.id]) for o in outlets)
    model = {
        "section": section("outlets", "Outlets", refs),
        "grades": {outlet.id: grade(outlet.reliability, RELIABILITY) for outlet in outlets if outlet.reliability},
    }
    yield PageModel("outlets/index", "pages/outlets.html", "Outlets", model, {"description": "Who reports."})
    events = _events(catalogue)
    for outlet in outlets:
        meta = {"description": f"{outlet.name}: {catalogue.outlet_events[outlet.id]} events it reports."}
        found = _model(catalogue, outlet, tuple(events.get(outlet.id, ())))
        yield PageModel(f"outlets/{outlet.id}", "pages/outlet.html", outlet.name, found, meta, outlet.where.path)


def _events(catalogue: Catalogue) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in catalogue.events:
        for outlet in dict.fromkeys(catalogue.outlets_of(event)):
            found[outlet].append(event)
    return found


def _model(catalogue: Catalogue, outlet: Outlet, events: tuple[Event, ...]) -> dict[str, Any]:
    return {
        "outlet": outlet,
        "kind": KINDS.get(outlet.kind, ""),
        "reliability": grade(outlet.reliability, RELIABILITY),
        "href": safe_url(outlet.url),
        "articles": tuple(catalogue.article_row(article) for article in catalogue.by_outlet.get(outlet.id, ())),
        "groups": grouped(catalogue, events, newest_first=catalogue.settings.order == "newest"),
        "total": len(events),
    }
