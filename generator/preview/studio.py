"""The preview as one thing: its state of the moment, changed by one thread and read by many, and the answers it gives."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.engine import Engine
from generator.model.corpus import Page
from generator.pipeline import Gathered
from generator.pipeline.site import template_problem
from generator.preview.frames import Frames
from generator.preview.shelf import Shelf
from generator.preview.state import Keeper, Problems, State
from generator.render.write import asset_paths
from generator.settings import Settings

_REMEMBERED = 64  # pages kept as they were last drawn well


class Shown(NamedTuple):
    """A page as it is shown. `digest` tells one state of it, and of the style sheets, from another; `problems` are those to
    tell beside it."""

    html: str
    digest: str
    problems: Problems


class Studio:
    """`state`: what pages are made from now. `changed` is notified when another takes its place."""

    def __init__(self, settings: Settings, engine: Engine, shelf: Shelf, gathered: Gathered) -> None:
        self.changed = threading.Condition()
        self._frames = Frames(settings, engine)
        self._keeper = Keeper(self._frames, shelf)
        self._good: OrderedDict[str, str] = OrderedDict()
        self.state = self._keeper.first(settings, gathered.corpus.texts, gathered.problems)
        self._prepare()

    def close(self) -> None:
        """Remove what was made for it."""
        self._frames.close()

    def refresh(self, paths: Iterable[Path]) -> State:
        """Take in what has changed in these files, and tell whoever waits."""
        return self._become(self._keeper.after(self.state, paths))

    def take_in(self, gathered: Gathered) -> State:
        """Know the texts of the articles, and what their extraction said."""
        return self._become(self._keeper.with_texts(self.state, gathered.corpus.texts, gathered.problems))

    def wait(self, number: int, seconds: float) -> State:
        """The state after that of this number, or the same when none came in time."""
        with self.changed:
            self.changed.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def page(self, path: str) -> Shown | None:
        """A page, or `None` when there is none of that path. What cannot be drawn is shown as it was."""
        state = self.state
        try:
            page = state.edition.page(path)
            if page is None:
                return None
            html, problems = self._frames.dress(page), state.edition.links(page, asset_paths(state.settings))
            self._keep(path, html)
        except Exception as error:
            problem = template_problem(error, state.settings)
            if problem is None:
                raise
            html = self._good.get(path) or self._frames.dress(Page(f"{path}.md", path, ""))
            problems = (problem,)
        digest = sha256(f"{state.assets}{html}".encode()).hexdigest()[:16]
        return Shown(html, digest, tuple(dict.fromkeys((*problems, *state.pressing))))

    def missing(self) -> Shown:
        """What is shown for an address that is not there."""
        file = self._frames.file("404.html")
        html = file.read_text(encoding="utf-8") if file else "<!doctype html>\n<body>There is no such page.</body>\n"
        return Shown(html, "missing", self.state.pressing)

    def file(self, path: str) -> Path | str | None:
        """A file that is no page: where it lies, or its text. The search is as the last whole build left it."""
        settings = self.state.settings
        if path.startswith("assets/") and (settings.templates_dir / path).is_file():
            return settings.templates_dir / path
        if (made := self.state.edition.data(path)) is not None:
            return made.body
        built = settings.site_dir / path if path.startswith("pagefind/") or path == "sitemap.xml" else None
        return built if built and built.is_file() else self._frames.file(path)

    def _prepare(self) -> None:
        """Have a frame for each kind of page before anybody asks for one."""
        edition = self.state.edition
        wrong: Problems = ()
        pages: list[Page] = []
        for path in edition.samples():
            try:
                pages += [page] if (page := edition.page(path)) else []
            except Exception as error:
                problem = template_problem(error, self.state.settings)
                if problem is None:
                    raise
                wrong = (*wrong, problem)
        self._frames.prepare(pages)
        self.state = self._complete(self.state, templates=wrong)

    def _become(self, state: State) -> State:
        with self.changed:
            self.state = self._complete(state)
            self.changed.notify_all()
        return self.state

    def _complete(self, state: State, **wrong: Problems) -> State:
        return state._replace(wrong={**state.wrong, **wrong, "engine": self._frames.problems})

    def _keep(self, path: str, html: str) -> None:
        self._good[path] = html
        self._good.move_to_end(path)
        while len(self._good) > _REMEMBERED:
            self._good.popitem(last=False)
