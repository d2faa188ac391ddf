"""Bytes to text: the encodings a newsroom has, line ends to newlines, control characters out; all else stays as it is."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from generator.problems import Level, Problem, Where

_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich-text document",
    b"bplist": "a web archive of Safari",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_RUN = re.compile(rb"[\x80-\xff]{3,}")  # words of another alphabet; accents and quotation marks stand alone
_STRAY = 8  # control characters an honest text may carry
_HEAD = 4096  # where a page declares its encoding
_SAMPLE = 65_536  # enough to guess an encoding by


class Decoded(NamedTuple):
    """The text, or None with the reason among the problems."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, where: Where, *, markup: bool = False) -> Decoded:
    """The text of `data`. `markup`: HTML, whose own declaration of its encoding is believed."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return _refuse(where, "seed-empty", "expected an article, found an empty file", "paste its text into the file")
    kind = next((name for magic, name in _MAGIC.items() if data.startswith(magic)), "")
    if kind:
        return _refuse(where, "seed-binary", f"expected text, found {kind}", "save the article as .txt, .md or .html")
    text, problems = _decoded(data, where, markup=markup)
    if text is None:
        return Decoded(None, problems)
    clean, removed = _CONTROLS.subn("", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
    if removed > _STRAY and removed * 20 > len(text):
        return _refuse(
            where, "seed-binary", "expected text, found binary data", "save the article as .txt, .md or .html"
        )
    if removed:
        note = _problem(where, "info", "seed-control-characters", f"{removed} control characters were left out")
        problems = (*problems, note)
    return Decoded(clean, problems)


def _decoded(data: bytes, where: Where, *, markup: bool) -> tuple[str | None, tuple[Problem, ...]]:
    declared = next((name for bom, name in _BOMS if data.startswith(bom)), "") or (_declared(data) if markup else "")
    for name in filter(None, (declared, "utf-8")):
        try:
            return data.decode(name), ()
        except UnicodeDecodeError:
            continue
    if _mostly_utf8(data):
        broken = _problem(
            where,
            "warning",
            "seed-damaged",
            "some bytes are not UTF-8 and are shown as \ufffd",
            "save it again as UTF-8",
        )
        return data.decode("utf-8", errors="replace"), (broken,)
    return _guessed(data, where)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name if match else ""
    except LookupError:
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else "" if name.startswith(("utf-16", "utf-32")) else name


def _mostly_utf8(data: bytes) -> bool:
    sample = data[:_SAMPLE].decode("utf-8", errors="replace")
    valid = sum(1 for mark in sample if mark > "\x7f" and mark != "\ufffd")
    return valid > 4 * sample.count("\ufffd")


def _guessed(data: bytes, where: Where) -> tuple[str | None, tuple[Problem, ...]]:
    sample = data[:_SAMPLE]
    if sum(len(run) for run in _RUN.findall(sample)) * 4 < sum(1 for byte in sample if byte > 0x7F):
        try:
            return data.decode("cp1252"), (
                _problem(where, "info", "seed-encoding", "read as Windows-1252", "save it as UTF-8"),
            )
        except UnicodeDecodeError:
            pass
    best = None if b"\x00" in sample else from_bytes(sample).best()
    if best is None:
        found = "expected text in UTF-8, found bytes of no known encoding"
        return None, (_problem(where, "error", "seed-binary", found, "save the article as UTF-8 text"),)
    guess = _problem(
        where, "warning", "seed-encoding", f"read as {best.encoding}, which is a guess", "save it as UTF-8"
    )
    return data.decode(best.encoding, errors="replace"), (guess,)


def _refuse(where: Where, code: str, message: str, hint: str) -> Decoded:
    return Decoded(None, (_problem(where, "error", code, message, hint),))


def _problem(where: Where, level: Level, code: str, message: str, hint: str = "") -> Problem:
    return Problem(where, level, code, message, hint)
