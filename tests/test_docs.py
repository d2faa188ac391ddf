"""The documents say what is so: commands, links, paths, the list of modules, the examples of records."""

import re
import tomllib
import unicodedata
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement

from generator.cli.app import dateline
from generator.records.load import kind_at, parse_record

REPOSITORY = Path(__file__).parent.parent
README = REPOSITORY / "README.md"
PAGES = [README, *sorted((REPOSITORY / "docs").rglob("*.md"))]
ARCHITECTURE = REPOSITORY / "docs" / "architecture.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLANNED = {
    *("mkdocs", "mkdocs-material", "pyyaml", "jinja2", "dateparser", "trafilatura", "htmldate", "msgspec", "pagefind"),
    *("click", "rich", "python-slugify", "markdown-it-py"),
}
OURS = ("generator/", "tests/", "docs/", "benchmarks/", "site_templates/", ".github/", ".ci/")


def shown(path):
    """The path as people know it."""
    return path.relative_to(REPOSITORY).as_posix()


def read(path):
    """The text of a page."""
    return path.read_text(encoding="utf-8")


def code(path):
    """What stands in code: fenced blocks and words between backticks."""
    text = read(path)
    return [body for _, body in FENCE.findall(text)] + re.findall(r"`([^`\n]+)`", FENCE.sub("", text))


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_make_targets_exist(path):
    """`make site` and its like are targets of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", read(REPOSITORY / "Makefile"), re.MULTILINE))
    named = {name for piece in code(path) for name in re.findall(r"^make ([a-z]+)", piece, re.MULTILINE)}
    assert named <= targets


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_commands_exist(path):
    """`dateline build --strict` and its like are commands with these options."""
    lines = [line for piece in code(path) for line in re.findall(r"^(?:uv run )?dateline (.+)", piece, re.MULTILINE)]
    for line in lines:
        words = line.partition("#")[0].split()
        command = dateline
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            name = words.pop(0)
            assert name in command.commands, f"dateline {line}"
            command = command.commands[name]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        used = {word.strip("[]").partition("=")[0] for word in words if word.strip("[]").startswith("--")}
        assert used <= known, f"dateline {line}"


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_links_lead_somewhere(path):
    """A link to a file of the repository finds it, and its heading too."""
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", read(path))):
        name, _, anchor = target.partition("#")
        if "://" in name:
            continue
        page = (path.parent / name).resolve() if name else path
        assert page.exists(), target
        assert not anchor or anchor in anchors(page), target


def anchors(page):
    """The anchors GitHub gives to the headings of a page."""
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", FENCE.sub("", read(page)), re.MULTILINE)}


def slug(heading):
    """As GitHub makes it: small letters, blanks to hyphens, other marks left out."""
    kept = (mark for mark in heading.lower() if mark in " -_" or unicodedata.category(mark)[0] in "LN")
    return "".join(kept).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_paths_exist(path):
    """A path between backticks that begins with a folder of ours is there."""
    named = {word for piece in code(path) for word in re.findall(r"[\w.*/-]+", piece) if word.startswith(OURS)}
    assert [
        name for name in sorted(named) if not any(REPOSITORY.glob(name.strip("./") if name[0] != "." else name))
    ] == []


@pytest.mark.parametrize(
    ("path", "example"),
    [
        (path, body)
        for path in PAGES
        for kind, body in FENCE.findall(read(path))
        if kind == "yaml" and "# content/" in body
    ],
    ids=lambda value: value.splitlines()[0] if isinstance(value, str) else shown(value),
)
def test_examples_are_records(path, example):
    """An example of a record, under the path its first line gives, is read without a problem."""
    where = example.splitlines()[0].removeprefix("# ")
    record, problems = parse_record(example, where, kind_at(where.removeprefix("content/")))
    assert record, shown(path)
    assert problems == ()


def test_every_module_has_its_line():
    """The list in docs/architecture.md names each package, module and rules file, and nothing else."""
    package = REPOSITORY / "generator"
    there = {
        shown(path) + ("/" if path.is_dir() else "")
        for path in package.rglob("*")
        if path.suffix in (".py", ".yaml") or (path.is_dir() and path.name != "__pycache__")
    }
    there = {path for path in there if not path.endswith(("__init__.py", "__main__.py"))}
    listed = list(tree(next(body for kind, body in FENCE.findall(read(ARCHITECTURE)) if kind == "text")))
    assert [path for path in listed if listed.count(path) > 1] == []
    assert sorted(there - set(listed)) == [], "give each a line in docs/architecture.md"
    assert sorted(set(listed) - there - {"generator/"}) == [], "these are not there (any more)"


def tree(block):
    """The paths of an indented list: a line is a name, blanks, and what it is."""
    folders = {}
    for line in block.splitlines():
        depth, name = (len(line) - len(line.lstrip())) // 2, line.split()[0]
        path = folders.get(depth - 1, "") + name
        if name.endswith("/"):
            folders[depth] = path
        assert len(line.split()) > 1 or depth == 0, f"say what {name} is"
        yield path


def test_libraries_are_explained():
    """Each library beyond those that Dateline was planned with has a page in docs/decisions/ that says why."""
    project = tomllib.loads(read(REPOSITORY / "pyproject.toml"))["project"]
    said = " ".join(read(page) for page in (REPOSITORY / "docs" / "decisions").glob("*.md"))
    names = {Requirement(line).name for line in project["dependencies"]} - PLANNED
    assert [name for name in sorted(names) if name not in said] == []
