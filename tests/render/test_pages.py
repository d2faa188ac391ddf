"""Templates and their environment."""

import jinja2
import pytest

from generator.model.corpus import Page
from generator.render.pages import environment, render_page, robots, search_page
from generator.settings import Settings
from generator.views.page import PageModel


@pytest.fixture
def settings(tmp_path):
    """A project with one template of each sort."""
    pages = tmp_path / "site_templates" / "pages"
    pages.mkdir(parents=True)
    (pages / "event.html").write_text(
        '<h1>{{ title }}</h1>\n{{ note | note }}<a href="{{ link("actors/nato") }}">{{ edit_url(page.edit_path) }}</a>\n',
        encoding="utf-8",
    )
    (pages / "feed.xml").write_text("<feed>{{ title }}</feed>", encoding="utf-8")
    (pages / "data.json").write_text("{{ title }}", encoding="utf-8")
    return Settings(root=tmp_path, repo_url="https://github.com/a/b")


def model(template="pages/event.html", **names):
    names = {"title": "A & <b>", "note": "*hm*"} | names
    return PageModel("events/x", template, "An event", names, {"description": "d"}, "content/events/x.yml")


def test_a_page(settings):
    """What a template prints is escaped, its links are relative, and front matter says where the record is edited."""
    url = "https://github.com/a/b/edit/main/content/events/x.yml"
    assert render_page(environment(settings), model()) == Page(
        "events/x.md",
        "An event",
        f'<h1>A &amp; &lt;b&gt;</h1>\n<p><em>hm</em></p>\n<a href="../actors/nato.html">{url}</a>',
        {"section": "timeline/index.html", "edit_url": url, "description": "d"},
        "content/events/x.yml",
    )


def test_files_that_are_no_pages(settings):
    """XML is escaped, JSON is not; both keep their path."""
    env = environment(settings)
    feed = PageModel("feed.xml", "pages/feed.xml", "", {"title": "A & <b>"})
    assert render_page(env, feed) == Page("feed.xml", "", "<feed>A &amp; &lt;b&gt;</feed>")
    data = PageModel("data.json", "pages/data.json", "", {"title": '"<b>"'})
    assert render_page(env, data).body == '"<b>"'


def test_a_missing_name_is_an_error(settings):
    """A template that asks for what its model has not is found out at once."""
    incomplete = PageModel("events/x", "pages/event.html", "An event", {"title": "x"})
    with pytest.raises(jinja2.UndefinedError):
        render_page(environment(settings), incomplete)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("index", "index.html"),
        ("events/x", "timeline/index.html"),
        ("timeline/2025-02", "timeline/index.html"),
        ("actors/nato", "actors/index.html"),
    ],
)
def test_section(settings, path, section):
    """The index page the header marks."""
    page = PageModel(path, "pages/event.html", "x", {"title": "", "note": ""})
    assert render_page(environment(settings), page).meta["section"] == section


def test_robots(tmp_path):
    """The sitemap is named where the site's address is known."""
    assert "Sitemap" not in robots(Settings(root=tmp_path)).body
    known = robots(Settings(root=tmp_path, site_url="https://x.org/s/"))
    assert "Sitemap: https://x.org/s/sitemap.xml\n" in known.body


def test_search_page_draws(request):
    """The repository's own search template fits its model."""
    env = environment(Settings(root=request.config.rootpath))
    assert "data-dl-find" in render_page(env, search_page()).body
