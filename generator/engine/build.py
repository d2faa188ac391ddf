"""One build: into a folder of its own, searched, then put in the place of the last site."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from generator.engine.programs import mkdocs, pagefind, zensical
from generator.problems import Problem
from generator.settings import Settings

Engine = Literal["mkdocs", "zensical"]
ENGINES: dict[Engine, Callable[[Settings, Path], tuple[Problem, ...]]] = {"mkdocs": mkdocs, "zensical": zensical}
_STAMP = ".dateline-stamp"


def build(settings: Settings, engine: Engine = "mkdocs") -> tuple[Problem, ...]:
    """Make the site from the docs folder. With nothing changed since the last build it does nothing. When an engine has a
    problem to tell, it is returned and the last good site stays as it is."""
    stamp = _stamp(settings, engine)
    if _read_stamp(settings.site_dir) == stamp:
        return ()
    fresh = settings.site_dir.with_name(f".{settings.site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        problems = ENGINES[engine](settings, fresh) or pagefind(settings, fresh)
        if not problems:
            (fresh / _STAMP).write_text(stamp, encoding="ascii")
            _swap(fresh, settings.site_dir)
        return problems
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def is_current(settings: Settings, engine: Engine = "mkdocs") -> bool:
    """True when the site was made by this engine from the docs folder as it is."""
    return _read_stamp(settings.site_dir) == _stamp(settings, engine)


def _swap(fresh: Path, site: Path) -> None:
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _read_stamp(site: Path) -> str:
    try:
        return (site / _STAMP).read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return ""


def _stamp(settings: Settings, engine: str) -> str:
    """A digest of all the site is made from: the sizes and times of the pages, what stands in the configuration and the
    frame, the programs, and the variables the configuration may read."""
    config = (settings.root / "mkdocs.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(json.dumps([engine, config, _versions(), _variables(config)]).encode())
    for path in _files(settings.templates_dir / "theme"):
        digest.update(path.relative_to(settings.root).as_posix().encode() + b"\0" + path.read_bytes())
    for path in _files(settings.docs_dir):
        found = path.stat()
        digest.update(f"{path.relative_to(settings.docs_dir)}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


@cache
def _versions() -> list[str]:
    """Of the programs, and how this package calls them."""
    calls = Path(__file__).with_name("programs.py").read_text(encoding="utf-8")
    return [calls, *(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "pagefind"))]


def _variables(config: str) -> list[str]:
    named = re.findall(r"[A-Z][A-Z0-9_]+", " ".join(re.findall("!ENV(.*)", config)))
    return [f"{name}={os.environ.get(name, '')}" for name in named]
