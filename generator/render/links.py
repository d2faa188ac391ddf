"""Do the links between pages lead somewhere? Bodies in front matter are out of the engine's sight, so we look."""

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from generator.model.corpus import Page
from generator.problems import Problem, Where

_LINK = re.compile(r"""\s(?:href|src)="([^"#?:]*)(?:\?[^"#]*)?(#[^"]*)?\"""")
_ANCHOR = re.compile(r"""\sid="([^"]+)\"""")


def broken_links(pages: Iterable[Page], files: Iterable[str] = ()) -> tuple[Problem, ...]:
    """A problem for each link to a page or an anchor that is not there. `files`: other paths of the site (assets)."""
    served = {_served(page.path): page for page in pages}
    known = {*served, *files}
    anchors = _Anchors(served)
    return tuple(
        Problem(
            Where(page.edit_path or page.path),
            "warning",
            "link-broken",
            f"{path} links to {target}, which is not there",
        )
        for path, page in served.items()
        for target in _targets(path, page.body)
        if not (target.partition("#")[0] in known and anchors.holds(target))
    )


class _Anchors:
    """The ids of a page, read only when a link names one."""

    def __init__(self, served: dict[str, Page]) -> None:
        self._ids = lru_cache(maxsize=None)(lambda path: frozenset(_ANCHOR.findall(served[path].body)))
        self._served = served

    def holds(self, target: str) -> bool:
        path, _, anchor = target.partition("#")
        return not anchor or path not in self._served or unquote(anchor) in self._ids(path)


def _targets(path: str, body: str) -> Iterable[str]:
    """Each place in the site the body links to, once."""
    if not path.endswith(".html"):
        return
    folder = posixpath.dirname(path)
    for href, anchor in dict.fromkeys(_LINK.findall(body)):
        if not href.startswith("//"):
            yield (_resolve(folder, href) if href else path) + anchor


@lru_cache(maxsize=65536)
def _resolve(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href)))


def _served(path: str) -> str:
    return f"{path[:-3]}.html" if path.endswith(".md") else path
