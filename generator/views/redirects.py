"""Earlier ids of events still lead to their pages."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from generator.model.records import Event
from generator.views.catalogue import Catalogue
from generator.views.page import PageModel, Plan


def redirect_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """One page an alias that no event and no earlier alias has; `meta.redirect` is the address beside it."""
    taken = set(catalogue.corpus.events)
    for event in catalogue.events:
        for alias in event.aliases:
            if alias not in taken:
                taken.add(alias)
                yield Plan(f"events/{alias}", partial(_page, event, alias))


def _page(event: Event, alias: str) -> PageModel:
    model, meta = {"target": f"events/{event.id}"}, {"redirect": f"{quote(event.id)}.html"}
    return PageModel(f"events/{alias}", "pages/redirect.html", event.title, model, meta)
