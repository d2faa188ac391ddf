"""The engines as programs: what they build, what they complain of, what they leave alone."""

import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
import pytest
from lxml import html

from generator.engine import build, preview
from generator.model.corpus import Page
from generator.render.write import write_pages
from generator.settings import load_settings

INDEXES = ("index", *(f"{name}/index" for name in (
    "timeline", "actors", "articles", "places", "outlets", "briefings", "review", "search",
)))  # fmt: skip
HOSTILE = 'A <script>alert(1)</script> & "quotes" {{ 7 * 7 }}'


def pages(events=2):
    """Index pages and events whose text would break a frame that did not escape it."""
    yield from (Page(f"{path}.md", path, f"<h1>{path}</h1>", {"section": f"{path}.html"}) for path in INDEXES)
    for n in range(events):
        body = f'<div data-pagefind-body><h1>Event {n}</h1>\n    <p>{{{{ page }}}} *a* <a href="../index.html">b</a></p></div>'
        yield Page(f"events/e{n}.md", HOSTILE, body, {"description": HOSTILE, "section": "timeline/index.html"})


@pytest.fixture(scope="module")
def small(copy_sources):
    """The repository's own configuration and frame around a few pages."""
    root = copy_sources(("mkdocs.yml", "site_templates"))
    settings, _ = load_settings(root)
    write_pages(settings, pages())
    return settings


def files(folder: Path):
    """The HTML pages of a site."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def contents(folder: Path):
    """Every file with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def broken(folder: Path):
    """Each link, style or script of a page that leads to a file or an anchor that is not in the site."""
    trees = {
        path: html.parse(str(folder / path), html.HTMLParser(encoding="utf-8")).getroot() for path in files(folder)
    }
    anchors = {path: {*tree.xpath("//@id"), *tree.xpath("//a/@name")} for path, tree in trees.items()}
    return [
        f"{path}: {target}"
        for path, tree in trees.items()
        if path != "404.html"  # its links are absolute, for wherever the site stands
        for target in {*tree.xpath("//a/@href | //link/@href"), *tree.xpath("//script/@src | //img/@src")}
        if not leads_somewhere(folder, path, target, anchors)
    ]


def leads_somewhere(folder, path, target, anchors):
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    found = (folder / path).parent / unquote(parts.path) if parts.path else folder / path
    if not found.is_file():
        return False
    name = found.resolve().relative_to(folder.resolve()).as_posix()
    return not parts.fragment or name not in anchors or unquote(parts.fragment) in anchors[name]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_body_arrives_as_it_is(small, engine):
    """Neither engine's Markdown or templates touch a body, and what stands in the head is escaped."""
    assert build(small, engine) == ()
    page = (small.site_dir / "events" / "e0.html").read_text(encoding="utf-8")
    assert '<h1>Event 0</h1>\n    <p>{{ page }} *a* <a href="../index.html">b</a></p>' in page
    assert "<script>alert" not in page
    assert "{{ 7 * 7 }}" in page
    assert "fonts.g" not in page
    assert html.fromstring(page).findtext(".//title") == f"{HOSTILE} – Dateline"
    assert (small.site_dir / "pagefind" / "pagefind.js").is_file()


@pytest.mark.slow
def test_an_unchanged_project_is_not_built_again(small):
    """The second build does nothing; a changed page or frame is noticed; the same input gives the same bytes."""
    build(small)
    first = contents(small.site_dir)
    marker = small.site_dir / "untouched"
    marker.touch()
    assert build(small) == ()
    assert marker.exists()
    write_pages(small, pages(3))
    assert build(small) == ()
    assert not marker.exists()
    assert (small.site_dir / "events" / "e2.html").exists()
    write_pages(small, pages())
    build(small)
    assert contents(small.site_dir).keys() == first.keys()
    assert {name for name, data in contents(small.site_dir).items() if first[name] != data} <= {".dateline-stamp"}


@pytest.mark.slow
def test_a_failed_build_keeps_the_last_site(small):
    """A page the navigation names and nobody wrote is a problem; the site stays as it was."""
    build(small)
    before = contents(small.site_dir)
    write_pages(small, (page for page in pages() if page.path != "review/index.md"))
    (problem, *_) = build(small)
    assert (problem.level, problem.code) == ("warning", "engine")
    assert "review/index.md" in problem.message
    assert contents(small.site_dir) == before
    assert [path.name for path in small.root.glob(".site*")] == []
    write_pages(small, pages())


@pytest.mark.slow
def test_a_page_outside_the_navigation_is_a_problem_at_its_file(small):
    """An index page nobody put into mkdocs.yml is told with its path."""
    write_pages(small, [*pages(), Page("topics/index.md", "Topics", "<h1>Topics</h1>")])
    (problem, *_) = build(small)
    assert "topics/index.md" in problem.message
    write_pages(small, pages())


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_broken_configuration_is_a_problem(small, tmp_path, engine):
    """What the engine says of its configuration is passed on."""
    root = tmp_path / "project"
    shutil.copytree(small.root, root, ignore=shutil.ignore_patterns("site", ".cache"))
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("site_templates/theme", "no/such"), encoding="utf-8")
    problems = build(msgspec.structs.replace(small, root=root), engine)
    assert [problem.where.path for problem in problems] == ["mkdocs.yml"]
    assert "no/such" in problems[0].message


def test_preview_is_bound_to_this_machine(small):
    """The preview listens on the loopback address only, on a free port when asked for none."""
    server = preview(small, port=0)
    host, port = server.server_address[:2]
    server.server_close()
    assert (host, port > 0) == ("127.0.0.1", True)


@pytest.mark.slow
def test_both_engines_build_the_same_pages(built_project, tmp_path):
    """Of the repository's own seeds and content, MkDocs and Zensical make the same pages, with the same bodies and with no
    broken link or anchor."""
    root = tmp_path / "project"
    shutil.copytree(built_project, root, ignore=shutil.ignore_patterns("site", ".cache"))
    settings, _ = load_settings(root)
    assert build(settings, "mkdocs") == ()
    by_mkdocs = settings.site_dir.rename(tmp_path / "mkdocs")
    assert build(settings, "zensical") == ()
    by_zensical = settings.site_dir
    assert files(by_mkdocs) == files(by_zensical)
    assert broken(by_mkdocs) == []
    assert broken(by_zensical) == []
    for path in sorted(files(by_mkdocs) - {"404.html"}):
        assert body(by_mkdocs / path) == body(by_zensical / path), path


def body(path):
    """The article element, but for the white space the engines put around a body."""
    text = path.read_text(encoding="utf-8")
    return text[text.index("<article") : text.index("</article>")].split()
