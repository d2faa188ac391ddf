"""MkDocs, Zensical and Pagefind as the programs they are: called by name, and what they complain of made problems."""

import os
import re
import subprocess
import sys
from pathlib import Path

from generator.problems import Level, Problem, Where
from generator.settings import Settings

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_MKDOCS = re.compile(r"(WARNING|ERROR) +-  +(.+(?:\n[ \t]+.+)*)")
_PAGE = re.compile(r"['\s]([^'\s]+\.md)\b")
_LONGEST = 600  # characters of what a program said last that fit a message
_ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",  # the theme's end-of-life notice; docs/decisions/0002-two-engines.md answers it
    "SOURCE_DATE_EPOCH": "315532800",  # the same site from the same input: no build time in it, unless the caller sets one
    "PYTHONIOENCODING": "utf-8",
}


def mkdocs(settings: Settings, target: Path) -> tuple[Problem, ...]:
    """Build the docs folder into target; every warning is a problem. Never with `-q`, under which `--strict` passes."""
    code, said = _run(settings, "mkdocs", "build", "--strict", "--clean", "--site-dir", str(target))
    found = tuple(_problem(settings, level, message) for level, message in _MKDOCS.findall(said))
    return found or _failed("mkdocs", code, said)


def zensical(settings: Settings, target: Path) -> tuple[Problem, ...]:
    """The same with Zensical, which takes the folder from mkdocs.yml (`!ENV DATELINE_SITE_DIR`), below the root only."""
    code, said = _run(settings, "zensical", "build", "--strict", DATELINE_SITE_DIR=str(target))
    (target / "search.json").unlink(missing_ok=True)  # its own search is off, yet it writes an empty index
    return _failed("zensical", code, said)


def pagefind(settings: Settings, target: Path) -> tuple[Problem, ...]:
    """Index the built site in target. The headings inside a record ("Who spoke") say nothing of it, so they are left out."""
    code, said = _run(settings, "pagefind", "--site", str(target), "--quiet", "--exclude-selectors", "h2")
    return _failed("pagefind", code, said)


def _run(settings: Settings, *command: str, **variables: str) -> tuple[int, str]:
    """The exit code and all that was said, without colours."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=settings.root,
        env=_ENVIRONMENT | os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, _COLOUR.sub("", done.stdout)


def _problem(settings: Settings, level: str, message: str) -> Problem:
    page = _PAGE.search(message)
    kind: Level = "error" if level == "ERROR" else "warning"
    return Problem(
        Where(f"{settings.docs}/{page[1]}" if page else "mkdocs.yml"), kind, "engine", " ".join(message.split())
    )


def _failed(program: str, code: int, said: str) -> tuple[Problem, ...]:
    if code == 0:
        return ()
    last = " ".join(" ".join(said.splitlines()[-8:]).split())[-_LONGEST:] or "it said nothing"
    if "No module named" in said:
        hint = "install it with make, or pip install -r requirements.txt"
    else:
        hint = "mend what it names, in mkdocs.yml or site_templates/theme; the site stays as it was until then"
    return (Problem(Where("mkdocs.yml"), "error", "engine-failed", f"{program} ended with {code}: {last}", hint),)
