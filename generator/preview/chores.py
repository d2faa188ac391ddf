"""What no page waits for: extraction of new articles, and the whole build that the search rests on, one after the other."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from generator.engine import Engine
from generator.pipeline import Gathered, Listener, update
from generator.preview.shelf import Shelf
from generator.preview.state import State
from generator.settings import Settings

Chore = Literal["extract", "build"]
_QUIET: dict[Chore, float] = {"extract": 0.5, "build": 3.0}  # seconds without a change before it begins
_POLL = 0.1


class Built(NamedTuple):
    """How a whole build ended: what the command said, and whether there is a site."""

    good: bool
    said: str


class Chores:
    """A thread that does what is wanted once nothing has changed for a while. `shelf` gives it the records known so far."""

    def __init__(self, settings: Settings, engine: Engine, shelf: Callable[[], Shelf], listen: Listener) -> None:
        self._settings, self._engine, self._shelf, self._listen = settings, engine, shelf, listen
        self._results: queue.SimpleQueue[Gathered | Built] = queue.SimpleQueue()
        self._due: dict[Chore, float] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def want(self, settings: Settings, *chores: Chore) -> None:
        """Something has changed: do these, and what was wanted before, when it has been quiet for a while."""
        now = time.monotonic()
        self._settings = settings
        self._due = {chore: now + _QUIET[chore] for chore in (*self._due, *chores)}

    def results(self) -> Iterator[Gathered | Built]:
        """What has come of them since the last look."""
        while not self._results.empty():
            yield self._results.get()

    def stop(self) -> None:
        """End what is under way."""
        self._stopped.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._stopped.wait(_POLL):
            if self._take("extract"):
                self._results.put(update(self._settings, self._listen, load=self._shelf().load))
            elif not self._due.get("extract") and self._take("build"):
                self._build()

    def _take(self, chore: Chore) -> bool:
        """True when it is time for it, which it then no longer is."""
        due = self._due.get(chore)
        if due is None or due > time.monotonic():
            return False
        self._due = {other: at for other, at in self._due.items() if other != chore}
        return True

    def _build(self) -> None:
        """In a process of its own, so that pages are drawn meanwhile; given up when articles have to be extracted first."""
        command = ("build", "--root", str(self._settings.root), "--engine", self._engine)
        with _start(sys.executable, "-m", "generator.cli", *command) as process:
            while process.poll() is None:
                if self._stopped.wait(_POLL) or "extract" in self._due:
                    _end(process)
                    self._due = {"build": time.monotonic() + _QUIET["build"], **self._due}
                    return
            said = process.stdout.read() if process.stdout else ""
        self._results.put(Built(process.returncode == 0, said))


def chores_after(before: State, after: State, paths: Iterable[Path]) -> Iterator[Chore]:
    """What has to follow a change: extraction of an article that may be read differently now, a build when the search would
    miss a page, name one that is gone, or look different."""
    settings = after.settings
    told_by = [settings.seeds_dir, *(settings.content_dir / name for name in ("actors", "articles", "outlets"))]
    changed = {part for path in paths for part in (path, *path.parents)}
    if not changed.isdisjoint(told_by):
        yield "extract"
    frame = {settings.root / "mkdocs.yml", settings.templates_dir}
    if before.edition.paths != after.edition.paths or not changed.isdisjoint(frame):
        yield "build"


def _start(*command: str) -> subprocess.Popen[str]:
    """A process that gives way to others, with a group of its own: Ctrl-C is for us, and we end it with its children."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        creationflags=flags,
        start_new_session=True,
    )
    if sys.platform != "win32":
        os.setpriority(os.PRIO_PROCESS, process.pid, 10)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()
