"""A page for every outlet: how far it is relied on, what of it was read, which events it is a source of."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.model.records import Outlet
from generator.views.catalogue import Catalogue
from generator.views.fragments import safe_url
from generator.views.names import section
from generator.views.page import PageModel, Plan
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


def outlet_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`outlets/index` and one page an outlet."""
    outlets = [outlet for outlet in catalogue.corpus.outlets.values() if outlet.status != "dismissed"]
    yield Plan("outlets/index", partial(_index, catalogue, outlets))
    for outlet in outlets:
        yield Plan(f"outlets/{outlet.id}", partial(_page, catalogue, outlet))


def _index(catalogue: Catalogue, outlets: list[Outlet]) -> PageModel:
    refs = (Ref(o.id, o.name, f"outlets/{o.id}", KINDS.get(o.kind, ""), catalogue.outlet_events[o.id]) for o in outlets)
    model = {
        "section": section("outlets", "Outlets", refs),
        "grades": {outlet.id: grade(outlet.reliability, RELIABILITY) for outlet in outlets if outlet.reliability},
    }
    return PageModel("outlets/index", "pages/outlets.html", "Outlets", model, {"description": "Who reports."})


def _page(catalogue: Catalogue, outlet: Outlet) -> PageModel:
    meta = {"description": f"{outlet.name}: {catalogue.outlet_events[outlet.id]} events it reports."}
    model = _model(catalogue, outlet)
    return PageModel(f"outlets/{outlet.id}", "pages/outlet.html", outlet.name, model, meta, outlet.where.path)


def _model(catalogue: Catalogue, outlet: Outlet) -> dict[str, Any]:
    events = catalogue.by_publisher.get(outlet.id, ())
    return {
        "outlet": outlet,
        "kind": KINDS.get(outlet.kind, ""),
        "reliability": grade(outlet.reliability, RELIABILITY),
        "href": safe_url(outlet.url),
        "articles": tuple(catalogue.article_row(article) for article in catalogue.by_outlet.get(outlet.id, ())),
        "groups": grouped(catalogue, events, newest_first=catalogue.settings.order == "newest"),
        "total": len(events),
    }
