"""What the last build was made from and had to say, so that one with nothing changed can be left out whole.

Beside the docs folder, in a file that may be deleted at any time: it saves work and holds nothing else.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.pipeline.listen import Done
from generator.problems import Problem
from generator.records.files import write_atomic
from generator.settings import Settings

Files = Mapping[str, tuple[int, int]]
_PROGRAM = Path(__file__).parent.parent


class Memory(msgspec.Struct, frozen=True):
    """`stamp`: a digest of all that was read. `problems`: all that were told; `extraction`: those of them that extraction told
    of each article, which is not asked again while the article stays the same. `counts`: of the records and pages."""

    stamp: str = ""
    problems: tuple[Problem, ...] = ()
    extraction: dict[str, tuple[Problem, ...]] = {}
    counts: dict[str, int] = {}


def recall(settings: Settings) -> Memory:
    """What was remembered; nothing when there is no file or another version wrote it."""
    try:
        return msgspec.json.decode(_file(settings).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return Memory()


def remember(settings: Settings, memory: Memory) -> None:
    """Keep it for the next time; where that is not possible the next build takes longer."""
    try:
        write_atomic(_file(settings), msgspec.json.encode(memory).decode())
    except OSError:
        return


def files_read(settings: Settings) -> Files:
    """Size and time of every file a build reads, by path from the root; the program's own by their names in it."""
    folders = (settings.content_dir, settings.seeds_dir, settings.templates_dir)
    found = {path.relative_to(settings.root).as_posix(): path for folder in folders for path in folder.rglob("*")}
    found |= {f"generator:{path.relative_to(_PROGRAM)}": path for path in _PROGRAM.rglob("*.[py]*") if _is_source(path)}
    found["mkdocs.yml"] = settings.root / "mkdocs.yml"
    stats = ((name, path.stat()) for name, path in sorted(found.items()) if path.is_file() and path.suffix != ".tmp")
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in stats}


def stamp(settings: Settings, files: Files) -> str:
    """The digest of the files, and of the settings as the variables of the moment make them."""
    known = msgspec.structs.asdict(settings) | {"root": ""}
    return hashlib.sha256(msgspec.json.encode([known, sorted(files.items())])).hexdigest()


def is_only_ours(before: Files, after: Files, settings: Settings, done: tuple[Done, ...]) -> bool:
    """True when nothing but the extraction's own writing lies between two looks at the files."""
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    ours = {path for one in done for path in (*one.saved.written, *one.saved.removed)}
    own_folders = tuple(f"{settings.content}/{name}/" for name in (".extracted", ".schema"))
    return all(name in ours or name.startswith(own_folders) for name in changed)


def _is_source(path: Path) -> bool:
    return path.suffix in (".py", ".yaml")


def _file(settings: Settings) -> Path:
    return settings.docs_dir.with_name(f".{settings.docs_dir.name}-state.json")
