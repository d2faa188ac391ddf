"""`dateline serve` in a browser: an edit appears by itself, a broken one says why, and the pages are those of a whole build."""

import re
import threading

import pytest

from generator.pipeline import build, update
from generator.preview import Server, Shelf, Studio
from generator.settings import load_settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EVENT = "events/2025/2025-02-18-zelenskyy-erdogan-ankara.yml"
PAGE = "events/2025-02-18-zelenskyy-erdogan-ankara.html"


@pytest.fixture
def project(copy_sources):
    """The repository's own records."""
    return copy_sources()


@pytest.fixture
def studio(project):
    """The preview of them, without its watcher: the tests tell it what has changed."""
    settings, _ = load_settings(project)
    shelf = Shelf()
    made = Studio(settings, "mkdocs", shelf, update(settings, load=shelf.load))
    yield made
    made.close()


def _edit(project, pattern, new):
    path = project / "content" / EVENT
    path.write_text(re.sub(pattern, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    return path


def test_an_edit_appears_and_a_broken_one_says_why(project, studio, browser):
    """The open page shows the new title by itself; a broken file leaves it and its message stands in the page until mended."""
    server = Server("127.0.0.1", 0)
    server.studio = studio
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_context().new_page()
    try:
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{PAGE}")
        studio.refresh([_edit(project, "^title: .*", "title: A title from the test")])
        page.wait_for_selector("h1:has-text('A title from the test')", timeout=10_000)
        whole = (project / "content" / EVENT).read_text(encoding="utf-8")
        studio.refresh([_edit(project, "^date: .*", "date: 18.02.2025")])
        page.wait_for_selector("dateline-problems >> text=2025-02-18", timeout=10_000)
        assert page.inner_text("h1") == "A title from the test"
        (project / "content" / EVENT).write_text(whole, encoding="utf-8")
        studio.refresh([project / "content" / EVENT])
        page.wait_for_selector("dateline-problems", state="detached", timeout=10_000)
    finally:
        page.context.close()
        server.shutdown()
        server.server_close()


def test_pages_are_those_of_a_whole_build(project, studio):
    """After a title, a date that moves the event to another month, and an actor's name, every page asked for is as built."""
    actor = project / "content/actors/recep-tayyip-erdogan.yml"
    actor.write_text(actor.read_text(encoding="utf-8").replace("name: Recep", "name: R.", 1), encoding="utf-8")
    _edit(project, "^title: .*", "title: A title from the test")
    studio.refresh([actor, _edit(project, "^date: .*", "date: 2025-03-02")])
    settings, _ = load_settings(project)
    build(settings, "mkdocs")
    paths = [PAGE, "index.html", "timeline/2025-02.html", "timeline/2025-03.html", "actors/recep-tayyip-erdogan.html"]
    for path in paths:
        shown = studio.page(path.removesuffix(".html"))
        assert shown is not None
        assert shown.html == (settings.site_dir / path).read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (("theme:", "theme: ["), "yaml-syntax", "close every bracket"),
        (("name: material", "name: nothere"), "engine", "nothere"),
        (("plugins:", "plugins: {no-such-plugin: {}}\nx-plugins:"), "engine", "no-such-plugin"),
        (("custom_dir: site_templates/theme", "custom_dir: site_templates/gone"), "engine", "site_templates/gone"),
    ],
    ids=["no YAML", "an unknown theme", "an unknown plugin", "a folder that is not there"],
)
def test_a_broken_configuration_is_told_of_the_project(project, studio, change, code, words):
    """In its own words and place, not those of the folder that the preview works in; pages stay, and mended it is gone."""
    config = project / "mkdocs.yml"
    good = config.read_text(encoding="utf-8")
    assert change[0] in good
    before = studio.page("index").html
    config.write_text(good.replace(*change, 1), encoding="utf-8")
    told = studio.refresh([config]).problems
    assert (told[0].where.path, told[0].code) == ("mkdocs.yml", code)
    assert any(words in str(problem) for problem in told)
    assert not any("dateline-preview" in str(problem) or "is installed" in str(problem) for problem in told)
    assert studio.page("index").html == before
    config.write_text(good, encoding="utf-8")
    assert studio.refresh([config]).problems == ()
