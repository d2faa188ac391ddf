"""CPU seconds of a whole build at several sizes, beside plain MkDocs on Markdown bodies of the same events, in one run.

    python benchmarks/site.py --sizes 1000 10000

For each size a synthetic project is written to a folder of its own and built by `dateline build`: cold, with nothing changed,
and after one edit of one record. Then each engine runs alone on the pages that were written, Pagefind alone on the site, and
MkDocs on the same events as Markdown.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html
from synthetic import REPOSITORY, write, write_project


class Cost(NamedTuple):
    """What a command took: user and system time of it and its children, and time on the clock."""

    cpu: float
    clock: float


def main() -> None:
    """Measure and print one table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory(prefix="dateline-site-") as folder:
            rows = measure(size, Path(folder))
        print(f"\n{size:,} events\n{'':44}{'pages':>8}{'CPU s':>9}{'clock s':>9}{'ms CPU a page':>15}")
        for label, pages, cost in rows:
            print(
                f"{label:44}{pages:>8,}{cost.cpu:>9.1f}{cost.clock:>9.1f}{1000 * cost.cpu / pages:>15.2f}", flush=True
            )


def measure(size: int, root: Path) -> Iterator[tuple[str, int, Cost]]:
    """Label, pages and cost of each step; the steps run as they are asked for."""
    project, plain = root / "project", root / "plain"
    edited = write_project(project, size)
    command = (sys.executable, "-m", "generator.cli", "build", "--root", str(project))
    cold = run(command, REPOSITORY)
    pages = count(project / "site")
    yield "dateline build, cold", pages, cold
    yield "dateline build, nothing changed", pages, run(command, REPOSITORY)
    edited.write_text(edited.read_text(encoding="utf-8").replace("title: ", "title: Corrected "), encoding="utf-8")
    yield "dateline build, one record edited", pages, run(command, REPOSITORY)
    yield (
        "  of which MkDocs, bodies in front matter",
        pages,
        run(engine("mkdocs", "--site-dir", str(root / "a")), project),
    )
    yield (
        "  of which Pagefind",
        pages,
        run((sys.executable, "-m", "pagefind", "--site", str(root / "a"), "--quiet"), project),
    )
    yield "  in its place Zensical, no cache", pages, run(engine("zensical", "--clean"), project)
    write_plain(project, plain)
    alone = run(engine("mkdocs", "--site-dir", str(root / "b")), plain)
    yield "plain MkDocs on Markdown bodies", count(root / "b"), alone


def run(command: tuple[str, ...], folder: Path) -> Cost:
    """Run to the end; stop the benchmark when it fails."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    clock, after = time.perf_counter() - start, os.times()
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}")
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    return Cost(spent, clock)


def engine(name: str, *options: str) -> tuple[str, ...]:
    """The engine's own command."""
    return (sys.executable, "-m", name, "build", "--strict", *options)


def count(site: Path) -> int:
    """Pages of a built site."""
    return sum(1 for _ in site.rglob("*.html"))


def write_plain(project: Path, root: Path) -> None:
    """The pages of the project as a plain MkDocs site: the same headings, words and links, written as Markdown."""
    docs = project / "build" / "docs"
    for page in docs.rglob("*.md"):
        title, _, body = page.read_text(encoding="utf-8").removesuffix("\n---\n").partition("\nbody: |1-\n")
        tree = html.fragment_fromstring(body, create_parent="div")
        write(
            root / "docs" / page.relative_to(docs), f"# {title.split('title: ')[1].splitlines()[0]}\n\n{markdown(tree)}"
        )
    write(
        root / "mkdocs.yml",
        "site_name: Plain\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: []\n"
        "nav: [index.md]\nnot_in_nav: '*'\n",
    )


def markdown(tree: html.HtmlElement) -> str:
    """Headings, paragraphs, list items and links of an HTML tree."""
    lines = []
    for element in tree.iter("h2", "h3", "p", "li"):
        text = " ".join(element.text_content().split()).replace("[", "(").replace("]", ")")
        links = [
            f"[{' '.join(a.text_content().split()) or 'link'}]({a.get('href').replace('.html', '.md')})"
            for a in element.iter("a")
            if a.get("href", "#").endswith(".html")
        ]
        mark = {"h2": "## ", "h3": "### ", "li": "- "}.get(element.tag, "")
        lines.append(f"{mark}{text} {' '.join(links)}".strip())
    return "\n\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
