"""Reading and writing one file of content/ whole."""

import codecs
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.problems import Problem, Where

MAX_BYTES = 4_000_000
HALF = ".dateline.tmp"  # ends the name of a file that is being written; it begins with a dot
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_AS_WINDOWS = "dateline-windows-1252"
_ENDS = re.compile(r"\r\n|\n|\r")


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, without a byte order mark; `None` when it is not UTF-8 or cannot be read. Problems are placed in
    `shown`, the path as people know it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, (Problem(Where(shown), "error", "file-unreadable", f"cannot read the file: {error.strerror}"),)
    if len(data) > MAX_BYTES:
        message = f"expected a record of at most {MAX_BYTES:,} bytes, found {len(data):,}"
        return None, (Problem(Where(shown), "error", "yaml-too-large", message),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, shown),)
    return text.removeprefix("\ufeff"), tuple(_oddities(text, shown))


def guessed_text(path: Path) -> str:
    """The text of a file in whatever encoding it is, to look for more mistakes in it; empty where it cannot be read."""
    try:
        data = path.read_bytes()[:MAX_BYTES]
    except OSError:
        return ""
    if data[:2] in _UTF_16:
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8", errors=_AS_WINDOWS).removeprefix("\ufeff")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What is no UTF-8 is most often Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)


def _oddities(text: str, shown: str) -> Iterator[Problem]:
    """What is read all the same. Windows line endings throughout are no oddity: git makes them."""
    if text.startswith("\ufeff"):
        message = "expected text from the first byte, found a byte order mark; it is read without it"
        yield Problem(Where(shown, 1, 1), "info", "yaml-bom", message, "save it as UTF-8 without BOM")
    ends = _ENDS.findall(text) if "\r" in text else []
    line = next((number for number, end in enumerate(ends, 1) if end != ends[0]), 0)
    if line:
        message = "expected one kind of line ending, found several; the file is read all the same"
        yield Problem(Where(shown, line, 1), "info", "line-endings", message, "save it with LF line endings")


def _not_utf8(data: bytes, start: int, shown: str) -> Problem:
    where, found, line = Where(shown, 1, 1), "UTF-16", ""
    if data[:2] not in _UTF_16:
        before = data[:start].decode("utf-8")
        where = Where(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        guess = data[start : start + 1].decode("cp1252", errors="replace")
        line = data[data.rfind(b"\n", 0, start) + 1 :].splitlines()[0].decode("cp1252", errors="replace").strip()
        found = f"the byte 0x{data[start]:02X}" + ("" if guess == "\ufffd" else f", in Windows-1252 {guess!r}")
    hint = "choose UTF-8 where your editor saves the file" + (f"; the line should read {line!r}" if line else "")
    return Problem(where, "error", "yaml-encoding", f"expected UTF-8, found {found}", hint)


def as_found(path: Path, text: str, *, breaks: bool = True) -> str:
    """`text` with the byte order mark of the file that it is going to replace, and, where `breaks`, with its line endings."""
    try:
        data = path.read_bytes()
    except OSError:
        return text
    windows = breaks and b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
    return ("\ufeff" if data.startswith(b"\xef\xbb\xbf") else "") + (text.replace("\n", "\r\n") if windows else text)


class ChangedError(Exception):
    """A file is not what it was when it was last looked at: somebody has saved it in the meantime."""


def write_atomic(path: Path, text: str) -> bool:
    """Make `text` the content of `path` at one stroke, with its folders; `False` when it is so already. A reader, or a
    process killed midway, meets the old file or the new one. Raises `OSError`, which names `path`."""
    return replace_whole(path, text.encode("utf-8"))


def write_seen(path: Path, seen: str | None, text: str | None) -> None:
    """The same, or with `None` the removal of the file, only where it still is what was `seen`: its text as `read_text` gives
    it, `None` for no file. Raises `ChangedError`, and then nothing has changed; raises `OSError`."""

    def look() -> None:
        if _seen(path) != seen:
            raise ChangedError(path.name)

    if text is not None:
        replace_whole(path, text.encode("utf-8"), look)
    else:
        look()
        path.unlink(missing_ok=True)


def _seen(path: Path) -> str | None:
    """What `seen` is made of: what cannot be read is somebody's work too, and like no text of ours."""
    return (read_text(path, path.name)[0] or "") if path.is_file() else None


def replace_whole(path: Path, data: bytes, look: Callable[[], None] = lambda: None) -> bool:
    """The same with bytes. `look` is called at the last moment. Permissions stay, and what a link leads to is replaced, not the
    link."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        if target.read_bytes() == data:
            return False
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}{HALF}")  # the same name each time, so that a killed run leaves no heap
    try:
        beside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, beside)
        look()
        beside.replace(target)
    except (OSError, ChangedError) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise
    return True


def cannot_write(error: OSError, root: Path, otherwise: str) -> Problem:
    """What has to be told of an error in writing. `otherwise`: the file below `root` where the error names none."""
    where = Where(str(error.filename or otherwise).removeprefix(f"{root}{os.sep}").replace(os.sep, "/"))
    hint = "look at the permissions of the file and its folder, and at the space on the disk"
    return Problem(where, "error", "write-failed", f"cannot write: {error.strerror or error}", hint)
