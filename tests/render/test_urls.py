"""Addresses inside the site and at the forge."""

import posixpath
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.urls import edit_url, html_path, link_to

PATHS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True), min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("events/x", "actors/nato", "../actors/nato.html"),
        ("events/x", "events/y", "y.html"),
        ("index", "timeline/index#y2025", "timeline/index.html#y2025"),
        ("events/x", "", "../index.html"),
        ("events/x", "#sources", "#sources"),
        ("search/index", "search/index?q=a#b", "index.html?q=a#b"),
        ("a/b/c", "feed.xml", "../../feed.xml"),
        ("events/x", "assets/find.js", "../assets/find.js"),
        ("events/x", "actors/node.js", "../actors/node.js.html"),
        ("index", "actors/зеленський", "actors/%D0%B7%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D1%8C%D0%BA%D0%B8%D0%B9.html"),
    ],
)
def test_link_to(page, target, href):
    """Hrefs are relative to the page, whatever stands after the path is kept."""
    assert link_to(page, target) == href


@given(PATHS, PATHS)
def test_a_link_leads_to_its_target(page, target):
    """Followed from the page, the href arrives at the file of the target."""
    arrived = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), urlsplit(link_to(page, target)).path))
    assert arrived == f"/{html_path(target)}"


@pytest.mark.parametrize(
    ("repository", "path", "url"),
    [
        ("https://github.com/a/b", "content/x.yml", "https://github.com/a/b/edit/main/content/x.yml"),
        ("https://github.com/a/b.git", "content/é.yml", "https://github.com/a/b/edit/main/content/%C3%A9.yml"),
        ("https://gitlab.com/a/b/", "x.yml", "https://gitlab.com/a/b/-/edit/main/x.yml"),
        ("", "x.yml", ""),
        ("https://github.com/a/b", "", ""),
    ],
)
def test_edit_url(repository, path, url):
    """The forge's editor for the record, or nothing where there is no forge or no record."""
    assert edit_url(repository, "main", path) == url
