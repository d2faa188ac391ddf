"""The whole road: seeds to a site, nothing done twice, nothing lost when something is wrong."""

import shutil

import pytest

from generator.pipeline import build
from generator.settings import load_settings

pytestmark = pytest.mark.slow


def state(root):
    """Every file with the time of its last change."""
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


def contents(folder):
    """Every file with its bytes, but for the stamp of times and the search index, which Pagefind orders by chance."""
    own = (path for path in folder.rglob("*") if "pagefind" not in path.parts)
    files = (path for path in own if path.is_file() and path.name != ".dateline-stamp")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def fresh(copy_sources):
    """A function that makes a project of two of the repository's seeds, with its frame and without its records."""

    def make():
        root = copy_sources(("mkdocs.yml", "site_templates", "seeds"))
        for path in sorted((root / "seeds").iterdir())[2:]:
            path.unlink()
        return load_settings(root)[0]

    return make


@pytest.fixture(scope="module")
def built(fresh):
    """One that is built."""
    settings = fresh()
    outcome = build(settings)
    assert outcome.built
    assert len(outcome.done) == 2
    return settings


def test_a_second_build_writes_no_file(built):
    """Not one, and it tells the same problems and counts."""
    first = build(built)
    before = state(built.root)
    second = build(built)
    assert state(built.root) == before
    assert (second.problems, second.counts, second.done) == (first.problems, first.counts, ())
    assert second.skipped == 2


def test_the_same_input_gives_the_same_site(built, fresh):
    """Byte for byte: records, pages and site."""
    other = fresh()
    build(other)
    for folder in ("content", "build/docs", "site"):
        assert contents(built.root / folder) == contents(other.root / folder), folder


def test_without_its_memory_a_build_still_writes_nothing_new(built):
    """The file beside the docs folder may be deleted at any time."""
    (memory,) = (built.root / "build").glob("*.json")
    own = {"build/.dateline.lock", memory.relative_to(built.root).as_posix()}
    before = state(built.root)
    memory.unlink()
    assert build(built).files == 0
    after = state(built.root)
    assert {name for name in before if before[name] != after[name]} <= own


def test_what_is_missing_is_made_again(built):
    """A page of the docs folder, or the whole site, that somebody has deleted."""
    before = contents(built.docs_dir)
    next(built.docs_dir.glob("events/*.md")).unlink()
    assert build(built).files == 1
    assert contents(built.docs_dir) == before
    shutil.rmtree(built.site_dir)
    assert build(built).built
    assert (built.site_dir / "index.html").is_file()


def test_a_broken_template_keeps_the_last_site(built):
    """The problem stands at its line; mended, the site is built again."""
    template = built.templates_dir / "pages" / "event.html"
    text = template.read_text(encoding="utf-8")
    before = contents(built.site_dir)
    for wrong in ("{{ no_such_name }}", "{% if %}", "{{ 1 + 'a' }}"):
        template.write_text(f"{text}\n{wrong}\n", encoding="utf-8")
        outcome = build(built)
        assert not outcome.built
        (told,) = (problem for problem in outcome.problems if problem.code == "template-error")
        assert told.where.path == "site_templates/pages/event.html"
        assert told.where.line == len(text.splitlines()) + 2
        assert contents(built.site_dir) == before
    template.write_text(text, encoding="utf-8")
    assert build(built).built


def test_a_folder_of_somebody_elses_files_is_left_alone(fresh):
    """A docs folder that holds other files is not written into."""
    settings = fresh()
    settings.docs_dir.mkdir(parents=True)
    (settings.docs_dir / "mine.md").write_text("mine", encoding="utf-8")
    outcome = build(settings)
    assert not outcome.built
    assert "docs-folder" in {problem.code for problem in outcome.problems}
    assert [path.name for path in settings.docs_dir.iterdir()] == ["mine.md"]


def test_pages_without_a_site(fresh):
    """No engine: the pages are written, and a site is not."""
    settings = fresh()
    outcome = build(settings, engine=None)
    assert outcome.built
    assert (settings.docs_dir / "index.md").is_file()
    assert not settings.site_dir.exists()


def test_a_file_edited_while_it_builds_is_noticed_the_next_time(built):
    """What is not the build's own writing makes the next one look again."""
    from generator.pipeline.listen import QUIET

    event = next(built.content_dir.glob("events/*/*.yml"))
    text = event.read_text(encoding="utf-8")

    def edit(stage, _steps):
        if stage == "Extracting":
            event.write_text(text.replace("title: ", "title: Corrected ", 1), encoding="utf-8")

    (built.templates_dir / "macros" / "none.html").write_text("", encoding="utf-8")
    build(built, listen=QUIET._replace(begins=edit))
    assert build(built).files > 0
    assert "Corrected" in (built.docs_dir / "events" / f"{event.stem}.md").read_text(encoding="utf-8")
