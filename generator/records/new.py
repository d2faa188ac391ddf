"""The text a person starts a record from: every key with what it holds and an example, the id made from date and title."""

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.dates import parse_edtf
from generator.records.dump import marked, modeline
from generator.records.emit import Plain, Tree, emit
from generator.records.ids import event_id, existing, slug
from generator.records.shape import BY_NAME, Choice, Group, Key, KindName, Listing, Shape, group
from generator.records.shape import Mapping as MapShape
from generator.settings import Settings

_WIDTH = 118
_BY_PERSON = "reviewed"
_NOTHING: Mapping[str, Tree] = {}


def new_record(
    settings: Settings, kind: KindName, title: str, date: str = "", given: Mapping[str, Tree] = _NOTHING
) -> tuple[Path, str]:
    """The path and the text of a new record. `title` is its title or name; `date` (EDTF) the day of an event, of an
    article's publication or of a briefing's end; `given` the values of other keys. Nothing is written. Raises `DateError`
    for a date that is none, `FileExistsError` where there is a record of that id."""
    shape = group(BY_NAME[kind].type)
    below = _path(kind, title, date, given)
    there = existing(settings.content_dir, BY_NAME[kind], Path(below).stem)
    if there:
        raise FileExistsError(f"there is a record of that id already: {settings.content}/{there}")
    values = {**_filled(kind, shape, title, date), **given}
    lines = [
        modeline(kind, below),
        "# A line that begins with # is a comment. A key without a value counts as not written.",
    ]
    for key in shape.keys:
        lines += ["", *_comment(key), *emit({key.name: values.get(key.name, Plain())}).splitlines()]
    return settings.content_dir / below, "\n".join(lines) + "\n"


def _path(kind: KindName, title: str, date: str, given: Mapping[str, Tree]) -> str:
    day = parse_edtf(date)
    if kind == "event":
        folder = f"{day.anchor.year:04}" if day.anchor else "undated"
        return f"events/{folder}/{event_id(day, title)}.yml"
    parts = [date] if kind == "briefing" else [str(given.get("outlet", "")), date] if kind == "article" else []
    name = "-".join([*(slug(part) for part in parts if part), slug(title)])
    return f"{BY_NAME[kind].folder}/{name}.yml"


def _filled(kind: KindName, shape: Group, title: str, date: str) -> dict[str, Tree]:
    """What is known of a new record without asking."""
    day, basis = Plain(date), "stated" if date else "unknown"
    dated: dict[str, dict[str, Tree]] = {
        "event": {"date": day, "date_basis": basis},
        "article": {"published": day, "published_basis": basis},
        "briefing": {"to": day, "cut_off": day},
    }
    names = {key.name for key in shape.keys}
    head: dict[str, Tree] = {"name" if "name" in names else "title": title, "status": _BY_PERSON}
    return head | dated.get(kind, {})


def _comment(key: Key) -> Iterator[str]:
    choices = _choices(key.shape)
    says = key.says if all(choice in key.says for choice in choices) else f"{key.says} One of {', '.join(choices)}."
    example = emit({key.name: marked(key.shape, key.example)}).splitlines()
    for line in (*textwrap.wrap(says, _WIDTH, break_long_words=False), "Example:", *example):
        yield f"# {line}"


def _choices(shape: Shape) -> tuple[str, ...]:
    if isinstance(shape, Listing):
        return _choices(shape.item)
    if isinstance(shape, MapShape):
        return _choices(shape.value)
    return tuple(filter(None, shape.values)) if isinstance(shape, Choice) else ()
