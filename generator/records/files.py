"""Reading and writing one file of content/ whole."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Problem, Where

MAX_BYTES = 4_000_000
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
    where, found = Where(shown, 1, 1), "UTF-16"
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        before = data[:start].decode("utf-8")
        where = Where(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        guess = data[start : start + 1].decode("cp1252", errors="replace")
        found = f"the byte 0x{data[start]:02X}" + ("" if guess == "\ufffd" else f", in Windows-1252 {guess!r}")
    return Problem(where, "error", "yaml-encoding", f"expected UTF-8, found {found}", "save the file as UTF-8")


def as_found(path: Path, text: str, *, breaks: bool = True) -> str:
    """`text` with the byte order mark of the file that it is going to replace, and, where `breaks`, with its line endings."""
    try:
        data = path.read_bytes()
    except OSError:
        return text
    windows = breaks and b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
    return ("\ufeff" if data.startswith(b"\xef\xbb\xbf") else "") + (text.replace("\n", "\r\n") if windows else text)


def write_atomic(path: Path, text: str) -> bool:
    """Make `text` the content of `path` at one stroke, with its folders; `False` when it is so already. A reader, or a
    process killed midway, meets the old file or the new one. Raises `OSError`."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")  # the same name each time, so that a killed run leaves no heap of them
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return True
