"""Which files of the inbox are articles."""

from pathlib import Path

from generator.problems import Problem, Where
from generator.settings import Settings

SUFFIXES = frozenset((".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"))


def list_seeds(settings: Settings) -> tuple[Path, ...]:
    """The articles below the seeds folder, sorted by path. Hidden files, a README and the `…_files` folders that browsers save
    beside a page are no articles."""
    return tuple(path for path in _files(settings) if path.suffix.lower() in SUFFIXES)


def seed_problems(settings: Settings) -> tuple[Problem, ...]:
    """A note for each file of the seeds folder that no reader takes."""
    known = ", ".join(sorted(SUFFIXES))
    return tuple(
        Problem(
            Where(path.relative_to(settings.root).as_posix()),
            "info",
            "seed-suffix",
            f"{path.suffix or 'a file without a suffix'} is not read",
            f"articles are {known}",
        )
        for path in _files(settings)
        if path.suffix.lower() not in SUFFIXES
    )


def _files(settings: Settings) -> list[Path]:
    folder = settings.seeds_dir
    found = (path for path in folder.rglob("*") if path.is_file() and not _is_skipped(path.relative_to(folder)))
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _is_skipped(path: Path) -> bool:
    hidden = any(part.startswith((".", "~")) for part in path.parts)
    beside = any(part.endswith(("_files", ".files")) for part in path.parts[:-1])
    return hidden or beside or path.stem.upper() == "README"
