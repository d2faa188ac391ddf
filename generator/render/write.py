"""Pages to the docs folder: what changed is written, what is stale removed, and nothing else touched."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.model.corpus import Page
from generator.render.front_matter import as_text
from generator.settings import Settings

MARKER = ".dateline"
_MARKER_TEXT = (
    "Dateline wrote this folder and removes what it no longer writes. Edit content/ and site_templates/ instead.\n"
)


class FolderNotOursError(OSError):
    """The docs folder holds files Dateline did not write, which it would have to remove."""


def write_pages(settings: Settings, pages: Iterable[Page]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the docs folder hold the pages and `site_templates/assets/`, and return (written, removed) as paths below it.
    An unchanged file keeps its time. Raises `FolderNotOursError`, and `ValueError` for a path outside the folder or twice."""
    docs = settings.docs_dir
    _claim(docs)
    kept = {MARKER}
    written = []
    for path, data in _files(settings, pages):
        if path in kept or not _is_inside(path):
            raise ValueError(f"expected one page at a path below {settings.docs}, found {path!r} twice or outside it")
        kept.add(path)
        if _write(docs / path, data):
            written.append(path)
    return tuple(written), _remove_all_but(docs, kept)


def asset_paths(settings: Settings) -> tuple[str, ...]:
    """The style sheets, scripts and pictures that are copied as they are: `assets/theme.css`."""
    files = sorted((settings.templates_dir / "assets").rglob("*"))
    return tuple(file.relative_to(settings.templates_dir).as_posix() for file in files if file.is_file())


def _files(settings: Settings, pages: Iterable[Page]) -> Iterable[tuple[str, bytes]]:
    for page in pages:
        yield page.path, as_text(page).encode()
    for path in asset_paths(settings):
        yield path, (settings.templates_dir / path).read_bytes()


def _claim(docs: Path) -> None:
    """Mark an empty folder as ours; refuse one that is not."""
    docs.mkdir(parents=True, exist_ok=True)
    if (docs / MARKER).exists():
        return
    if any(docs.iterdir()):
        raise FolderNotOursError(
            f"{docs} has files that Dateline did not write; set docs_dir in mkdocs.yml to a folder of its own (build/docs)"
        )
    (docs / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path


def _write(file: Path, data: bytes) -> bool:
    """Write by way of a neighbour, so that a reader sees the old file or the new one. False when nothing changed."""
    try:
        if file.read_bytes() == data:
            return False
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(data)
    fresh.replace(file)
    return True


def _remove_all_but(docs: Path, kept: set[str]) -> tuple[str, ...]:
    """Remove other files and the folders they leave empty. Links are removed, never followed."""
    removed = []
    for folder, folders, files in os.walk(docs, topdown=False):
        base = Path(folder)
        links = [name for name in folders if (base / name).is_symlink()]
        for name in (*files, *links):
            path = (base / name).relative_to(docs).as_posix()
            if path not in kept:
                (base / name).unlink()
                removed.append(path)
        if base != docs and not any(base.iterdir()):
            base.rmdir()
    return tuple(sorted(removed))
