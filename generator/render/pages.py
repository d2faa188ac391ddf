"""A page model drawn with the project's own templates."""

from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from generator.model.corpus import Page
from generator.render.notes import note_html
from generator.render.urls import edit_url, html_path, link_to
from generator.settings import Settings
from generator.views.page import PageModel

_SECTIONS = {"events": "timeline"}


def environment(settings: Settings) -> Environment:
    """Jinja on `site_templates/`: HTML and XML are escaped, an unknown name is an error. A template is given its model's
    names and `page`, `settings`, `link(path)`, `edit_url(path)`; `text | note` renders people's Markdown."""
    env = Environment(
        loader=FileSystemLoader(settings.templates_dir),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html", "xml"), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["settings"] = settings
    env.globals["edit_url"] = partial(edit_url, settings.repo_url, settings.edit_branch)
    env.filters["note"] = _note
    return env


def render_page(env: Environment, model: PageModel) -> Page:
    """Draw one page. A template that ends in `.html` makes a page of the site; any other makes a file as it is (a feed).
    Raises `jinja2.TemplateError` where the template does not fit its model."""
    names = model.model | {"page": model, "link": partial(link_to, model.path)}
    body = env.get_template(model.template).render(names)
    if not model.template.endswith(".html"):
        return Page(model.path, model.title, body, model.meta, model.edit_path)
    edit: str = env.globals["edit_url"](model.edit_path)  # type: ignore[operator]  # set above
    meta = {"section": _section(model.path)} | ({"edit_url": edit} if edit else {}) | model.meta
    return Page(f"{model.path}.md", model.title, body.strip(), meta, model.edit_path)


def search_page() -> PageModel:
    """The page that searches the whole site."""
    description = "Search events, articles, actors and places, and narrow the results."
    return PageModel("search/index", "pages/search.html", "Search", meta={"description": description})


def robots(settings: Settings) -> Page:
    """Which tells crawlers they are welcome, and where the list of pages is."""
    site = settings.site_url.rstrip("/")
    sitemap = f"Sitemap: {site}/sitemap.xml\n" if site else ""
    return Page("robots.txt", "", f"User-agent: *\nAllow: /\n{sitemap}")


def _section(path: str) -> str:
    """The index page a page belongs to, which the header marks: `events/x` -> `timeline/index.html`."""
    folder, _, name = path.partition("/")
    return html_path(f"{_SECTIONS.get(folder, folder)}/index") if name else html_path(path)


@pass_context
def _note(context: Context, text: str) -> Markup:
    link: Any = context["link"]
    return note_html(str(text), link)
