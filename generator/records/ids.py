"""Names of records: the id is the file's name, and once written it stays."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from slugify import slugify

from generator.model.dates import PartialDate, parse_edtf
from generator.model.records import Event, Record
from generator.records.shape import Kind, kind_of

SUFFIXES = (".yml", ".yaml")
_LONGEST = 60
_RESERVED = "index"  # the page of a folder
_ID = re.compile(r"[^\W_A-Z]+(?:[-_.]+[^\W_A-Z]+)*")
_FLAGS = "~?%"
_UNSPOKEN = re.compile(r"['’‘`£¥]")  # signs of money too, as $ is: £5 would become "ps5"


def is_id(text: str) -> bool:
    """True for what can be the name of a record and of its page: small letters of any script, digits, hyphens."""
    return _ID.fullmatch(text) is not None and text != _RESERVED


def slug(text: str) -> str:
    """`text` in small Latin letters, digits and hyphens, at most 60 characters, ended at a word's end where there is one."""
    plain = _UNSPOKEN.sub("", text)
    return slugify(plain, max_length=_LONGEST, word_boundary=True, save_order=True) or "record"


def event_id(date: PartialDate, title: str) -> str:
    """`<date>-<slug of the title>`: `2025-02-12-…`, `by-2025-02-18-…`, `since-2022-02-24-…`, `2025-02-…`, `undated-…`."""
    return f"{_prefix(date)}-{slug(title)}"


def _prefix(date: PartialDate) -> str:
    if date.anchor is None:
        return "undated"
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return _named(date)
    if date.start is None:
        return f"by-{_named(parse_edtf(last))}"
    return _named(parse_edtf(first)) if date.end else f"since-{_named(parse_edtf(first))}"


def _named(date: PartialDate) -> str:
    """A date without a span: day, month and year as they are, `1990s`, and parts of a year by their year."""
    bare = date.edtf.rstrip(_FLAGS)
    if "X" in bare:
        return bare.replace("X", "0") + "s"
    return bare if date.precision in ("day", "month") else bare[:4]


def folder_of(record: Record) -> str:
    """The folder of a new record below `content/`, with a slash at its end."""
    if not isinstance(record, Event):
        return f"{kind_of(record).folder}/"
    return f"events/{record.date.anchor.year:04}/" if record.date.anchor else "events/undated/"


def existing(content: Path, kind: Kind, record_id: str) -> str:
    """Where a record of that id lies below `content/`, in whichever folder a person has put it; empty when nowhere."""
    for folder in _folders(content, kind):
        for suffix in SUFFIXES:
            if (content / folder / f"{record_id}{suffix}").is_file():
                return f"{folder}/{record_id}{suffix}"
    return ""


def _folders(content: Path, kind: Kind) -> Iterator[str]:
    yield kind.folder
    if kind.name == "event" and (content / kind.folder).is_dir():
        yield from sorted(f"{kind.folder}/{path.name}" for path in (content / kind.folder).iterdir() if path.is_dir())


def free_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """`wanted`, or with the first of -2, -3 … that is not taken."""
    number = 1
    while taken(wanted if number == 1 else f"{wanted}-{number}"):
        number += 1
    return wanted if number == 1 else f"{wanted}-{number}"
