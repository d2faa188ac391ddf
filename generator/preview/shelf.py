"""The records as they were last read: a file is read again when it has changed, and its last good record is kept."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.model.corpus import Corpus
from generator.model.records import Record
from generator.problems import Problem
from generator.records.load import load_corpus, read_record
from generator.records.shape import Kind
from generator.settings import Settings

Problems = tuple[Problem, ...]
_Look = tuple[int, int, int]


class _Kept(NamedTuple):
    look: _Look | None
    record: Record | None
    problems: Problems


class Shelf:
    """Every file of content/ by its path, with what came of it."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def copy(self) -> "Shelf":
        """Another that knows what this one knows, for another thread."""
        other = Shelf()
        other._kept = dict(self._kept)
        return other

    def load(self, settings: Settings) -> tuple[Corpus, Problems]:
        """All records, as `load_corpus` gives them; of a file with an error the last record that had none."""
        before, self._kept = self._kept, {}
        return load_corpus(settings, partial(self._read, before))

    def doubt(self, shown: str) -> None:
        """Read this file again, even if it looks the same: it was written within the clock's grain."""
        if kept := self._kept.get(shown):
            self._kept[shown] = kept._replace(look=None)

    def _read(self, before: dict[str, _Kept], path: Path, shown: str, kind: Kind) -> tuple[Record | None, Problems]:
        last, look = before.get(shown), _look(path)
        if last is None or look is None or last.look != look:
            record, problems = read_record(path, shown, kind)
            last = _Kept(look, record or (last.record if last else None), problems)
        self._kept[shown] = last
        return last.record, last.problems


def _look(path: Path) -> _Look | None:
    """What tells one state of a file from another."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
