"""What has changed in the files a site is made from, as the operating system tells it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import watchfiles

from generator.settings import Settings, load_settings

_LOOK = 500  # milliseconds between two looks at mkdocs.yml
_STEP = 20  # milliseconds without a change after which a burst of them is over


def changes(settings: Settings) -> Iterator[frozenset[Path]]:
    """The files of each burst of changes, and none after a while without any; lasts until Ctrl-C. A folder stands for all its
    files: for those, too, that changed before watching began."""
    before, unseen = _looks(settings), {settings.content_dir}
    while True:
        watched = [path for path in _folders(settings) if path.is_dir()]
        keep = partial(_matters, settings.root)
        for found in watchfiles.watch(
            *watched, watch_filter=keep, step=_STEP, rust_timeout=_LOOK, yield_on_timeout=True
        ):
            now = _looks(settings)
            others = {path for path in now if now[path] != before[path]}
            yield frozenset({Path(path) for _, path in found} | others | unseen)
            unseen = set()
            if others:  # a folder may have come or gone, or have another name: watch those there are
                settings = _current(settings)
                before, unseen = _looks(settings) | now, {settings.content_dir, settings.seeds_dir}
                break


def _folders(settings: Settings) -> tuple[Path, ...]:
    return settings.content_dir, settings.seeds_dir, settings.templates_dir


def _looks(settings: Settings) -> dict[Path, int]:
    """What is looked at in place of being watched: editors replace a file, and folders may be missing."""
    config = settings.root / "mkdocs.yml"
    try:
        written = config.stat().st_mtime_ns
    except OSError:
        written = 0
    return {config: written} | {path: path.is_dir() for path in _folders(settings)}


def _matters(root: Path, _change: watchfiles.Change, path: str) -> bool:
    """False for what lies in hidden folders and for the half-written files of editors and of the program."""
    below = Path(path).relative_to(root)
    return not any(part.startswith(".") for part in below.parts) and not below.name.endswith(("~", ".tmp", ".swp"))


def _current(settings: Settings) -> Settings:
    fresh, problems = load_settings(settings.root)
    return settings if any(problem.level == "error" for problem in problems) else fresh
