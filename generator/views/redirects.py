"""Earlier ids of events still lead to their pages."""

from collections.abc import Iterator
from urllib.parse import quote

from generator.views.catalogue import Catalogue
from generator.views.page import PageModel


def redirect_pages(catalogue: Catalogue) -> Iterator[PageModel]:
    """One page an alias that no event and no earlier alias has; `meta.redirect` is the address beside it."""
    taken = set(catalogue.corpus.events)
    for event in catalogue.events:
        for alias in event.aliases:
            if alias not in taken:
                taken.add(alias)
                meta = {"redirect": f"{quote(event.id)}.html"}
                yield PageModel(
                    f"events/{alias}", "pages/redirect.html", event.title, {"target": f"events/{event.id}"}, meta
                )
