"""What the engine puts around a page's body, made once for each form of page and then filled in without the engine.

The engine is given a page with marks in place of the title, the description, the body and its own name; what it makes of
that is the frame of every page of the same folder that has the same front matter.
"""

import re
import shutil
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec
from markupsafe import escape

from generator.engine import ENGINES, Engine
from generator.model.corpus import Page
from generator.problems import Problem, Where
from generator.render.front_matter import as_read
from generator.render.write import write_pages
from generator.settings import Settings

_FREE = ("title", "description", "redirect", "edit_url")  # the theme prints them and decides nothing by them
_MARK = re.compile(r"dateline-frame-([a-z_]+)\d*")
_BARE = ("<!doctype html>\n<title>", "title", "</title>\n<body>", "body", "</body>\n")


class _Form(NamedTuple):
    """What a frame depends on. `path`: of the page itself where the navigation may name it, else its folder; `fixed`: front
    matter as it is, in JSON; `free`: the names of what is filled in."""

    path: str
    fixed: str
    free: tuple[str, ...]


class Frames:
    """The frames of one configuration and theme. `problems`: what the engine complained of when it last made them."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._settings, self._engine = settings, engine
        self._config = _config(settings)
        self._home = Path(tempfile.mkdtemp(prefix="dateline-preview-"))
        self._frames: dict[_Form, tuple[str, ...]] = {}
        self._wanted: dict[str, _Form] = {}
        self._making = threading.Lock()

    def close(self) -> None:
        """Remove what was made."""
        shutil.rmtree(self._home, ignore_errors=True)

    def renew(self, settings: Settings) -> None:
        """Make all frames again, after the configuration or the theme has changed; with problems in them, keep the old."""
        with self._making:
            self._settings, self._config = settings, _config(settings)
            self._make(dict(self._wanted))

    def prepare(self, pages: Iterable[Page]) -> None:
        """Have frames for pages like these at hand."""
        forms = [self._form(as_read(page)) for page in pages]
        bare = [form._replace(free=tuple(name for name in form.free if name != "description")) for form in forms]
        with self._making:
            self._make({**{_key(form): form for form in (*bare, *forms)}, **self._wanted})

    def dress(self, page: Page) -> str:
        """The page's HTML, as a build makes it."""
        found = as_read(page)
        form = self._form(found)
        with self._making:
            if form not in self._frames:
                self._make({**self._wanted, _key(form): form})
            frame = self._frames.get(form, _BARE)
        values = {name: str(escape(value)) for name, value in found.meta.items() if name in _FREE}
        values |= {"body": found.body, "name": quote(_name(found.path))}
        return "".join(values[part] if index % 2 else part for index, part in enumerate(frame))

    def file(self, path: str) -> Path | None:
        """A style sheet, a script, the page for what is not there: whatever the engine adds."""
        found = self._home / "site" / path
        return found if found.is_file() else None

    def _form(self, page: Page) -> _Form:
        path = page.path.removesuffix(".md")
        own = _name(path) == "index" or page.path in self._config
        fixed = {key: value for key, value in page.meta.items() if key not in _FREE}
        free = tuple(name for name in _FREE if name in page.meta)
        return _Form(path if own else f"{path.rpartition('/')[0]}/", msgspec.json.encode(fixed).decode(), free)

    def _make(self, wanted: dict[str, _Form]) -> None:
        project, site = self._home / "project", self._home / "project" / ".made"
        shutil.rmtree(project, ignore_errors=True)
        settings = msgspec.structs.replace(self._settings, root=project)
        self._wanted = wanted
        found = _lay_out(self._settings, project, _blanks(wanted)) or ENGINES[self._engine](settings, site)
        self.problems = tuple(_of_the_project(problem, project) for problem in found)
        if self.problems:
            return
        self._frames = {
            form: tuple(_MARK.split((site / f"{path}.html").read_text(encoding="utf-8")))
            for path, form in _places(wanted)
        }
        shutil.rmtree(self._home / "site", ignore_errors=True)
        site.rename(self._home / "site")


def _of_the_project(problem: Problem, project: Path) -> Problem:
    """What was said of the copy, said of the project."""
    message = re.sub(rf"{re.escape(str(project))}(?:/\.made)?/?", "", problem.message)
    return msgspec.structs.replace(problem, message=message)


def _key(form: _Form) -> str:
    """A page that stands for itself has one form at a time."""
    return form.path if not form.path.endswith("/") else " ".join((form.path, form.fixed, *form.free))


def _name(path: str) -> str:
    return path.removesuffix(".md").rpartition("/")[2]


def _places(wanted: dict[str, _Form]) -> list[tuple[str, _Form]]:
    """The page that is built for each form."""
    return [
        (f"{form.path}dateline-frame-name{n}" if form.path.endswith("/") else form.path, form)
        for n, form in enumerate(wanted.values())
    ]


def _blanks(wanted: dict[str, _Form]) -> list[Page]:
    return [_blank(path, form) for path, form in _places(wanted)]


def _blank(path: str, form: _Form) -> Page:
    fixed: dict[str, Any] = msgspec.json.decode(form.fixed)
    free = {name: f"dateline-frame-{name}" for name in form.free if name != "title"}
    return Page(f"{path}.md", "dateline-frame-title", "dateline-frame-body", fixed | free)


def _config(settings: Settings) -> str:
    return (settings.root / "mkdocs.yml").read_text(encoding="utf-8")


def _lay_out(settings: Settings, project: Path, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A project of its own with the same configuration, whatever the configuration names, and these pages."""
    copy = msgspec.structs.replace(settings, root=project)
    if not copy.docs_dir.resolve().is_relative_to(project.resolve()):
        message = f"expected docs_dir inside the project's folder, found {settings.docs!r}"
        return (Problem(Where("mkdocs.yml"), "error", "docs-folder", message, "docs_dir: build/docs"),)
    project.mkdir(parents=True)
    config = _config(settings)
    others = {Path(path).parts[0] for path in (settings.content, settings.seeds, settings.docs, settings.site)}
    for path in settings.root.iterdir():
        if path.name in config and path.name not in others and not path.name.startswith("."):
            copier = shutil.copytree if path.is_dir() else shutil.copy
            copier(path, project / path.name)
    shutil.copy(settings.root / "mkdocs.yml", project)
    write_pages(copy, pages)
    return ()
