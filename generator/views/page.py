"""A page before it is drawn: which template, and the plain data it is given."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec


class PageModel(msgspec.Struct, frozen=True):
    """One page to draw.

    `path`: where it stands below the docs folder, without ending (`events/x`, `timeline/index`). `template`: a file of
    site_templates (`pages/event.html`); it writes the whole body, its `h1` included, and marks with `data-pagefind-body`
    what search may find. `model`: the names the template is given, beside `page` (this), `settings`, `link(path)` and
    `edit_url(path)`. `meta`: front matter (`description`). `edit_path`: the record shown, from the project's root, or "".
    """

    path: str
    template: str
    title: str
    model: dict[str, Any] = {}
    meta: dict[str, Any] = {}
    edit_path: str = ""


class Plan(NamedTuple):
    """A page that the site has. `path`: where; `make`: what gathers its model, when somebody wants the page."""

    path: str
    make: Callable[[], PageModel]
