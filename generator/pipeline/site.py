"""The corpus to pages, files and a site."""

import traceback
from pathlib import Path

import jinja2

from generator.engine import Engine
from generator.engine import build as build_site
from generator.model.corpus import Corpus, Page
from generator.pipeline.listen import Listener
from generator.problems import Problem, Where
from generator.render.files import data_files
from generator.render.links import broken_links
from generator.render.pages import environment, render_page, robots, search_page
from generator.render.write import FolderNotOursError, asset_paths, write_pages
from generator.settings import Settings
from generator.views import page_models


def draw(corpus: Corpus, settings: Settings, listen: Listener) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page and file of the site, and the links among them that lead nowhere; no page where a template is wrong."""
    try:
        env = environment(settings)
        models = (*page_models(corpus, settings), search_page())
        listen.begins("Drawing pages", len(models))
        pages = []
        for model in models:
            pages.append(render_page(env, model))
            listen.step()
    except Exception as error:
        problem = template_problem(error, settings)
        if problem is None:
            raise
        return (), (problem,)
    everything = (*pages, *data_files(corpus, settings), robots(settings))
    return everything, broken_links(everything, asset_paths(settings))


def publish(
    settings: Settings, pages: tuple[Page, ...], engine: Engine | None, listen: Listener
) -> tuple[int, tuple[Problem, ...]]:
    """Write the pages and have the engine make the site; how many files were written or removed. No engine: pages only."""
    try:
        written, removed = write_pages(settings, pages)
    except FolderNotOursError as error:
        hint = "it is where generated pages go, so it must be a folder of its own"
        return 0, (Problem(Where("mkdocs.yml"), "error", "docs-folder", str(error), hint),)
    except OSError as error:
        where = Where(_relative(Path(str(error.filename or settings.docs_dir)), settings))
        return 0, (Problem(where, "error", "write-failed", f"cannot write: {error.strerror or error}"),)
    if engine is None:
        return len(written) + len(removed), ()
    listen.begins(f"Building the site with {'MkDocs' if engine == 'mkdocs' else 'Zensical'}", 0)
    return len(written) + len(removed), build_site(settings, engine)


def template_problem(error: Exception, settings: Settings) -> Problem | None:
    """The problem at the line of the template: the error's own, or that of the innermost template at work. `None` when none
    was, so that the program is to blame."""
    folder = settings.templates_dir
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    inside = [(name, line) for name, line in frames if Path(name).is_relative_to(folder)]
    if not inside and not isinstance(error, jinja2.TemplateError):
        return None
    name, line = inside[-1] if inside else (str(folder), 0)
    what = f"there is no template {error.name}" if isinstance(error, jinja2.TemplateNotFound) else str(error)
    message = f"the page cannot be drawn: {what or type(error).__name__}"
    return Problem(Where(_relative(Path(name), settings), line), "error", "template-error", message)


def _relative(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else path.as_posix()
