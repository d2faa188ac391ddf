"""One at a time: who writes content/ and the pages holds a lock, and who comes second waits, then says who holds it.

The lock is the operating system's own, on an open file, so it ends with the process that holds it, however that ends; a file
left behind locks nothing. What stands in the file only names the holder.
"""

import errno
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from generator.pipeline.listen import QUIET, Listener
from generator.problems import Problem, Where
from generator.settings import Settings

WAIT = 30.0  # seconds; a build of a thousand articles takes less
_STEP = 0.1
_BEHIND = 1 << 20  # Windows locks bytes against reading too, so it gets one behind those that name the holder
_held = threading.local()


class Holder(msgspec.Struct, frozen=True):
    """Who holds a lock: the process, its machine, and since when, as local time."""

    pid: int = 0
    host: str = "another machine"
    since: str = "a moment ago"

    def __str__(self) -> str:
        """In words."""
        return f"process {self.pid} on {self.host}, since {self.since}"


class LockError(OSError):
    """The lock cannot be had; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(errno.EBUSY, problem.message, problem.where.path)
        self.problem = problem


@contextmanager
def hold(settings: Settings, listen: Listener = QUIET) -> Iterator[None]:
    """Hold the project's lock; inside of it, once more costs nothing. Raises `LockError` where another process still has it
    after `WAIT` seconds, and where no lock can be made."""
    path = lock_path(settings)
    paths = vars(_held).setdefault("paths", set())
    if path in paths:
        yield
        return
    file = _open(path, settings)
    try:
        _wait(file, path, settings, listen)
        _sign(file)
        paths.add(path)
        yield
    finally:
        paths.discard(path)
        os.close(file)


def _open(path: Path, settings: Settings) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        where = Where(_shown(path, settings))
        raise LockError(Problem(where, "error", "write-failed", f"cannot write: {error.strerror}")) from error


def _shown(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else path.as_posix()


def lock_path(settings: Settings) -> Path:
    """The file of the lock, beside the docs folder."""
    return settings.docs_dir.with_name(".dateline.lock")


def _wait(file: int, path: Path, settings: Settings, listen: Listener) -> None:
    end, told = time.monotonic() + WAIT, False
    while not _take(file):
        holder = _holder(path)
        if time.monotonic() > end:
            message = f"another dateline is at work in this project: {holder}"
            hint = "wait until it is done, or end it, and try again"
            raise LockError(Problem(Where(_shown(path, settings)), "error", "project-busy", message, hint))
        if not told:
            listen.begins(f"Waiting for {holder}", 0)
            told = True
        time.sleep(_STEP)


def _take(file: int) -> bool:
    """Try to get the lock; closing the file gives it back."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - Windows only

            os.lseek(file, _BEHIND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True


def _sign(file: int) -> None:
    """Write who holds the lock, for others to read. On a full disk it stays unsigned."""
    holder = Holder(os.getpid(), socket.gethostname(), time.strftime("%Y-%m-%d %H:%M:%S"))
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, msgspec.json.encode(holder))


def _holder(path: Path) -> Holder:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return Holder()
