"""Writing the docs folder."""

import pytest

from generator.model.corpus import Page
from generator.render.write import MARKER, FolderNotOursError, asset_paths, write_pages
from generator.settings import Settings

PAGES = [
    Page("index.md", "Home", "<h1>Home</h1>"),
    Page("events/x.md", "X", "<h1>X</h1>"),
    Page("feed.xml", "", "<f/>"),
]


@pytest.fixture
def settings(tmp_path):
    """A project with one asset."""
    assets = tmp_path / "site_templates" / "assets"
    assets.mkdir(parents=True)
    (assets / "a.css").write_text("a{}", encoding="utf-8")
    return Settings(root=tmp_path)


def times(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_first_and_second_run(settings):
    """The first run writes all, the second nothing: every file keeps its time."""
    assert asset_paths(settings) == ("assets/a.css",)
    assert write_pages(settings, PAGES) == (("index.md", "events/x.md", "feed.xml", "assets/a.css"), ())
    before = times(settings.docs_dir)
    assert write_pages(settings, iter(PAGES)) == ((), ())
    assert times(settings.docs_dir) == before


def test_only_what_changed_is_written(settings):
    """A changed page is written, a page no longer made is removed with its folder, the others stay."""
    write_pages(settings, PAGES)
    before = times(settings.docs_dir)
    changed = [Page("index.md", "Home", "<h1>New</h1>"), PAGES[2]]
    assert write_pages(settings, changed) == (("index.md",), ("events/x.md",))
    assert not (settings.docs_dir / "events").exists()
    after = times(settings.docs_dir)
    assert {path.name for path, time in after.items() if before[path] != time} == {"index.md"}


def test_a_folder_of_someone_else_is_refused(settings):
    """Files Dateline did not write are never removed."""
    settings.docs_dir.mkdir(parents=True)
    mine = settings.docs_dir / "handbook.md"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotOursError, match="docs_dir"):
        write_pages(settings, PAGES)
    assert [path.name for path in settings.docs_dir.iterdir()] == ["handbook.md"]


def test_links_are_removed_not_followed(settings, tmp_path):
    """A link in the docs folder goes; what it leads to stays."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="utf-8")
    write_pages(settings, PAGES)
    (settings.docs_dir / "out").symlink_to(outside, target_is_directory=True)
    assert write_pages(settings, PAGES) == ((), ("out",))
    assert (outside / "kept.txt").exists()


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "", "index.md", MARKER, "a\\..\\x.md"])
def test_paths_outside_or_twice_are_refused(settings, path):
    """One page a path, and only below the docs folder."""
    with pytest.raises(ValueError, match="one page at a path"):
        write_pages(settings, [PAGES[0], Page(path, "", "")])


def test_a_failing_view_removes_nothing(settings):
    """When making pages stops midway, the pages of the last run stay."""

    def broken():
        yield PAGES[0]
        raise RuntimeError

    write_pages(settings, PAGES)
    with pytest.raises(RuntimeError):
        write_pages(settings, broken())
    assert (settings.docs_dir / "events" / "x.md").exists()
