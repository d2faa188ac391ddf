"""Earlier ids of records still lead to their pages."""

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import quote

from generator.model.records import Record
from generator.records.former import earlier_ids
from generator.records.ids import is_id
from generator.views.briefings import ordered
from generator.views.catalogue import Catalogue
from generator.views.page import PageModel, Plan


def redirect_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """One page an earlier id that no record of its kind has, and no other had; `meta.redirect` is the address beside it."""
    corpus = catalogue.corpus
    yield from _of("events", catalogue.events, corpus.events)
    yield from _of("articles", catalogue.articles, corpus.articles)
    yield from _of("actors", catalogue.actors.values(), corpus.actors)
    yield from _of("places", catalogue.places.values(), corpus.places)
    yield from _of("outlets", corpus.outlets.values(), corpus.outlets)
    yield from _of("briefings", ordered(catalogue), corpus.briefings)


def _of(folder: str, shown: Iterable[Record], there: Iterable[str]) -> Iterator[Plan]:
    taken = {*there}
    for record in shown:
        for earlier in earlier_ids(record):
            if earlier not in taken and is_id(earlier):
                taken.add(earlier)
                yield Plan(f"{folder}/{earlier}", partial(_page, folder, record, earlier))


def _page(folder: str, record: Record, earlier: str) -> PageModel:
    model, meta = {"target": f"{folder}/{record.id}"}, {"redirect": f"{quote(record.id)}.html"}
    title = record.title if hasattr(record, "title") else record.name
    return PageModel(f"{folder}/{earlier}", "pages/redirect.html", title or record.id, model, meta)
