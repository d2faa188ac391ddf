"""What pages are made from at one moment, and how one moment follows from another."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.model.corpus import Corpus
from generator.pipeline.build import in_order
from generator.pipeline.site import template_problem
from generator.preview.edition import Edition
from generator.preview.frames import Frames
from generator.preview.shelf import Shelf
from generator.problems import Problem
from generator.relate import relate
from generator.render.pages import environment
from generator.render.write import asset_paths
from generator.settings import Settings, load_settings
from generator.views.catalogue import Catalogue

Problems = tuple[Problem, ...]
_CONFIG = "mkdocs.yml"


class State(NamedTuple):
    """`number` counts the states. `wrong`: problems by where they come from; `touched`: the files changed since the preview
    began; `assets`: a digest of the style sheets and scripts."""

    settings: Settings
    edition: Edition
    number: int = 0
    wrong: Mapping[str, Problems] = {}
    touched: frozenset[str] = frozenset()
    assets: str = ""

    @property
    def problems(self) -> Problems:
        """All of them."""
        return in_order(problem for problems in self.wrong.values() for problem in problems)

    @property
    def pressing(self) -> Problems:
        """Errors, and warnings in the files that a person is at work on: what a page tells beside itself."""
        return tuple(p for p in self.problems if p.level == "error" or (_warns(p) and p.where.path in self.touched))


class Keeper:
    """What lies behind the states: the records by file, the texts of the articles and the frames of the pages."""

    def __init__(self, frames: Frames, shelf: Shelf) -> None:
        self._frames = frames
        self._shelf = shelf
        self._texts: Mapping[str, str] = {}

    def first(self, settings: Settings, texts: Mapping[str, str], extraction: Problems) -> State:
        """The state to begin with. A template that is wrong raises nothing yet."""
        self._texts = texts
        corpus, wrong = self._read(settings)
        edition = Edition(Catalogue(corpus, settings), environment(settings))
        return State(settings, edition, 1, wrong | {"extraction": extraction}, assets=_look(settings))

    def after(self, state: State, paths: Iterable[Path]) -> State:
        """The next state, when these files have changed."""
        root, old = state.settings.root, state.settings
        shown = frozenset(path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root))
        for name in shown:
            self._shelf.doubt(name)
        state = _configured(state) if _CONFIG in shown else state
        settings = state.settings
        if settings != old or _any_in(settings.content, shown):
            state = self._reread(state)
        if settings != old or _any_in(settings.templates, shown):
            state = _drawn_anew(state)
        is_good = not any(problem.level == "error" for problem in state.wrong.get("settings", ()))
        if is_good and (_CONFIG in shown or _any_in(f"{settings.templates}/theme", shown)):
            self._frames.renew(settings)
        return state._replace(number=state.number + 1, touched=state.touched | shown, assets=_look(settings))

    def with_texts(self, state: State, texts: Mapping[str, str], extraction: Problems) -> State:
        """The next state, when the articles have been read again."""
        known, self._texts = self._texts, texts
        state = state if known == texts else self._reread(state)
        return state._replace(number=state.number + 1, wrong={**state.wrong, "extraction": extraction})

    def _read(self, settings: Settings) -> tuple[Corpus, dict[str, Problems]]:
        corpus, unread = self._shelf.load(settings)
        corpus = msgspec.structs.replace(corpus, texts=dict(self._texts))
        related, found = relate(corpus, settings)
        return related, {"content": unread, "relations": found}

    def _reread(self, state: State) -> State:
        corpus, wrong = self._read(state.settings)
        edition = Edition(Catalogue(corpus, state.settings), state.edition.env)
        return state._replace(edition=edition, wrong={**state.wrong, **wrong})


def _configured(state: State) -> State:
    """With the settings as they are now; with errors in them, those of before."""
    fresh, problems = load_settings(state.settings.root)
    failed = any(problem.level == "error" for problem in problems)
    return state._replace(settings=state.settings if failed else fresh, wrong={**state.wrong, "settings": problems})


def _drawn_anew(state: State) -> State:
    """With the templates as they are now, if a page of each kind can be drawn with them."""
    edition = Edition(state.edition.catalogue, environment(state.settings))
    try:
        for path in edition.samples():
            edition.page(path)
    except Exception as error:
        problem = template_problem(error, state.settings)
        if problem is None:
            raise
        return state._replace(wrong={**state.wrong, "templates": (problem,)})
    return state._replace(edition=edition, wrong={**state.wrong, "templates": ()})


def _any_in(folder: str, shown: Iterable[str]) -> bool:
    return any(f"{name}/".startswith(f"{folder}/") for name in shown)


def _warns(problem: Problem) -> bool:
    return problem.level == "warning"


def _look(settings: Settings) -> str:
    found = [(path, (settings.templates_dir / path).stat()) for path in asset_paths(settings)]
    return sha256(repr([(path, look.st_mtime_ns, look.st_size) for path, look in found]).encode()).hexdigest()
