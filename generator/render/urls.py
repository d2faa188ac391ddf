"""Addresses inside the site, always relative, so that it works under any sub-path and from a folder on disk."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_FILES = (".xml", ".json", ".ics", ".csv", ".txt", ".svg")  # ids may hold a dot, so not every ending counts


def link_to(page: str, target: str) -> str:
    """The href from page to target, both paths below the docs folder without ending (`actors/nato`); a target may be a
    file with its ending (`feed.xml`) and may carry a `#fragment` or a `?query`."""
    path = re.split("[#?]", target, maxsplit=1)[0]
    rest = target[len(path) :]
    return (_relative(posixpath.dirname(page), path) if path or not rest else "") + rest


def html_path(path: str) -> str:
    """The file a path without ending is served as: `actors/nato` -> `actors/nato.html`, the empty one -> `index.html`."""
    if path.startswith("assets/") or path.endswith(_FILES):
        return path
    return f"{path}index.html" if not path or path.endswith("/") else f"{path}.html"


def edit_url(repo_url: str, branch: str, path: str) -> str:
    """Where the forge edits the file at path, below the project's root; empty without a repository or a path."""
    if not repo_url or not path:
        return ""
    forge = "/-" if (urlsplit(repo_url).hostname or "").startswith("gitlab.") else ""
    return f"{repo_url.rstrip('/').removesuffix('.git')}{forge}/edit/{quote(branch)}/{quote(path)}"


@lru_cache(maxsize=65536)
def _relative(folder: str, path: str) -> str:
    return quote(posixpath.relpath("/" + html_path(path), "/" + folder))
