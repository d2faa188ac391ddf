"""One state of the records, and its pages, each drawn when somebody first asks for it."""

import threading
from collections.abc import Iterable

from jinja2 import Environment

from generator.model.corpus import Page
from generator.problems import Problem
from generator.render.files import data_files
from generator.render.links import broken_links
from generator.render.pages import render_page, robots, search_page
from generator.render.urls import html_path
from generator.views import page_plans
from generator.views.catalogue import Catalogue


class Edition:
    """Pages by their path without ending. Drawing raises what a template raises."""

    def __init__(self, catalogue: Catalogue, env: Environment) -> None:
        self.catalogue = catalogue
        self.env = env
        self._plans = {plan.path: plan.make for plan in page_plans(catalogue)} | {"search/index": search_page}
        self._drawn: dict[str, Page] = {}
        self._data: dict[str, Page] = {}
        self._drawing = threading.Lock()

    @property
    def paths(self) -> frozenset[str]:
        """Every page there is."""
        return frozenset(self._plans)

    def page(self, path: str) -> Page | None:
        """A page, or `None` when there is none of that path."""
        make = self._plans.get(path)
        if make is None:
            return None
        with self._drawing:
            if path not in self._drawn:
                self._drawn[path] = render_page(self.env, make())
            return self._drawn[path]

    def data(self, name: str) -> Page | None:
        """A file that is no page: `events.json`."""
        with self._drawing:
            if not self._data:
                catalogue = self.catalogue
                files = (*data_files(catalogue.corpus, catalogue.settings), robots(catalogue.settings))
                self._data = {file.path: file for file in files}
            return self._data.get(name)

    def links(self, page: Page, assets: Iterable[str]) -> tuple[Problem, ...]:
        """The links of a page to pages that are not there; anchors are looked for on the page itself only."""
        names = ("events.json", "events.csv", "timeline.json", "calendar.ics", "feed.xml")
        return broken_links((page,), {*assets, *names, *map(html_path, self._plans)})

    def samples(self) -> tuple[str, ...]:
        """Every index, and a page of each folder."""
        first = {path.rpartition("/")[0]: path for path in sorted(self._plans, reverse=True) if not _is_index(path)}
        return (*filter(_is_index, self._plans), *first.values())


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2] == "index"
