"""Nodes of a file -> a frozen record, with every problem of the file and not only the first.

For each key a reader is made once: `(node, notes) -> value`. What cannot be read is noted, and `UNREAD` stands in its place. A
record with an error is left out; what could be read of it is only looked at for more errors.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, assert_never, cast

import msgspec
import yaml

from generator.model.corpus import Broken
from generator.model.dates import UNKNOWN, DateError, parse_edtf
from generator.model.records import Record
from generator.problems import Problem, Where
from generator.records.formats import FORMATS, parse_moment
from generator.records.notes import Notes, example, expected, found
from generator.records.shape import Choice, Date, Group, Key, Kind, Listing, Mapping, Shape, Text, group
from generator.records.suggest import date_hint, did_you_mean, format_hint
from generator.records.yamltext import is_null, scalar

Reader = Callable[[yaml.Node, Notes], Any]
_SPAN = "a date such as 2025-02-18 or a span such as 2025-02-14/2025-02-16"
UNREAD = object()  # in place of a value that could not be read


def decode(node: yaml.Node, kind: Kind, record_id: str, path: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record of `kind` that `node` holds, or `None` where it has an error; `path` is where problems are placed."""
    notes = Notes(path)
    values = _fields(group(kind.type), node, notes)
    if notes.problems:
        return None, tuple(notes.problems)
    return cast("Record", _made(kind.type, values, id=record_id, where=Where(path, 1))), ()


def decode_partly(node: yaml.Node, kind: Kind, record_id: str, path: str) -> Broken:
    """The same of a record with errors, as far as it can be read."""
    values = _fields(group(kind.type), node, Notes(path))
    unread = frozenset(name for name, value in values.items() if value is UNREAD)
    return Broken(_made(kind.type, values, id=record_id, where=Where(path, 1)), unread)


def _made(type_: type, values: dict[str, Any], **more: Any) -> Any:
    """A struct of what could be read; a text that must be there and is not is empty."""
    read = {name: value for name, value in values.items() if value is not UNREAD} | more
    return type_(**{name: "" for name in _required(type_) if name not in read}, **read)


@cache
def _required(type_: type) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(type_) if field.required)


def _or_blank(value: Any, shape: Shape) -> Any:
    """An item of a list or map that stays in its place although it could not be read."""
    if value is not UNREAD:
        return value
    return _made(shape.type, {}) if isinstance(shape, Group) else UNKNOWN if isinstance(shape, Date) else ""


def _fields(shape: Group, node: yaml.Node, notes: Notes) -> dict[str, Any]:
    """The model's fields that a map gives, `UNREAD` those that cannot be read; the others are left to their defaults."""
    readers = _readers(shape.type)
    values: dict[str, Any] = {}
    there: dict[str, yaml.Node] = {}
    if isinstance(node, yaml.MappingNode):
        for key_node, name, child in _pairs(node, notes):
            there[name] = key_node
            if name not in readers:
                _unknown_key(key_node, name, shape, notes)
            elif not is_null(child):
                key, read = readers[name]
                values[key.field] = read(child, notes)
                if key.time:
                    values[key.time] = _time(child)
    _check_needed(shape, node, there, values, notes)
    return values


def _pairs(node: yaml.MappingNode, notes: Notes) -> Iterator[tuple[yaml.Node, str, yaml.Node]]:
    """Each key with its name and value; a key that is no text or stands twice is noted."""
    lines: dict[str, int] = {}
    for key, child in notes.children(node):
        name = scalar(key) if isinstance(key, yaml.ScalarNode) else ""
        if not name:
            notes.add(key, "key-invalid", f"expected a name before the colon, found {found(key)}")
        elif name in lines:
            notes.add(
                key, "key-twice", f"expected {name!r} once, found it in line {lines[name]} too", "keep one of the two"
            )
        else:
            lines[name] = key.start_mark.line + 1
            yield key, name, child


def _unknown_key(node: yaml.Node, name: str, shape: Group, notes: Notes) -> None:
    if name.startswith("x-"):
        return
    names = tuple(key.name for key in shape.keys)
    hint = "the file's name is the id" if name == "id" else did_you_mean(name, names)
    hint = hint or f"known: {', '.join(names)}; keys of your own begin with x-"
    notes.add(node, "key-unknown", f"expected a key of {_article(shape)}, found {name!r}", hint)


def _check_needed(
    shape: Group, node: yaml.Node, there: dict[str, yaml.Node], values: dict[str, Any], notes: Notes
) -> None:
    for key in shape.keys:
        value = values.get(key.field, "")
        absent = key.needed == "value" and isinstance(value, str) and not value.strip()
        if absent or (key.needed == "key" and key.name not in there):
            hint = example(key) + ("; leave it empty if nobody knows" if key.needed == "key" else "")
            place = there.get(key.name) or (node if node.start_mark and node.start_mark.column else None)
            notes.add(place, "key-missing", f"{_article(shape)} needs {key.name!r}", hint)


def _article(shape: Group) -> str:
    name = shape.name.replace("_", " ")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _time(node: yaml.Node) -> str:
    try:
        return parse_moment(str(node.value))[1]
    except DateError:
        return ""  # the date's own reader has noted it


@cache
def _readers(type_: type) -> dict[str, tuple[Key, Reader]]:
    return {key.name: (key, _reader(key.shape, key)) for key in group(type_).keys}


def _reader(shape: Shape, key: Key) -> Reader:
    match shape:
        case Text():
            return _text_reader(shape, key)
        case Choice():
            return _choice_reader(shape, key)
        case Date():
            return _date_reader(shape, key)
        case Listing():
            return _list_reader(shape, key)
        case Mapping():
            return _map_reader(shape, key)
        case Group():
            return _group_reader(shape, key)
        case _:
            assert_never(shape)


def _text(node: yaml.Node, shape: Shape, key: Key, notes: Notes) -> Any:
    """The text of a scalar, else `UNREAD`. The break that ends folded lines is none of it."""
    if isinstance(node, yaml.ScalarNode):
        text = scalar(node)
        return text.rstrip("\n") if node.style == ">" or not isinstance(shape, Text) else text
    return _wrong_shape(node, shape, key, notes)


def _wrong_shape(node: yaml.Node, shape: Shape, key: Key, notes: Notes) -> Any:
    notes.add(node, "value-shape", f"expected in {key.name} {expected(shape)}, found {found(node)}", example(key))
    return UNREAD


def _text_reader(shape: Text, key: Key) -> Reader:
    form = FORMATS.get(shape.format)

    def read(node: yaml.Node, notes: Notes) -> Any:
        text = _text(node, shape, key, notes)
        if form and text and text is not UNREAD and not form.accepts(text):
            hint = format_hint(shape.format, text) or example(key)
            notes.add(node, f"{shape.format}-invalid", f"expected {form.says}, found {text!r}", hint)
        return text

    return read


def _choice_reader(shape: Choice, key: Key) -> Reader:
    allowed = frozenset(shape.values)

    def read(node: yaml.Node, notes: Notes) -> Any:
        text = _text(node, shape, key, notes)
        if text is UNREAD or text in allowed:
            return text
        hint = did_you_mean(text, shape.values) or example(key)
        notes.add(node, "value-unknown", f"expected {expected(shape)}, found {found(node)}", hint)
        return UNREAD

    return read


def _date_reader(shape: Date, key: Key) -> Reader:
    def read(node: yaml.Node, notes: Notes) -> Any:
        text = _text(node, shape, key, notes)
        if text is UNREAD:
            return UNREAD
        try:
            return parse_moment(text)[0] if shape.moment else parse_edtf(text)
        except DateError as error:
            message = str(error) if repr(text) in str(error) else f"expected {_SPAN}, found {text!r}"
            notes.add(node, "date-invalid", message, date_hint(text))
            return UNREAD

    return read


def _list_reader(shape: Listing, key: Key) -> Reader:
    """A list; a value that stands alone counts as a list of one."""
    item = _reader(shape.item, key)

    def read(node: yaml.Node, notes: Notes) -> Any:
        if isinstance(node, yaml.SequenceNode):
            children = (child for child in notes.children(node) if not is_null(child))
            return tuple(_or_blank(item(child, notes), shape.item) for child in children)
        value = item(node, notes)
        return UNREAD if value is UNREAD else (value,)

    return read


def _map_reader(shape: Mapping, key: Key) -> Reader:
    value = _reader(shape.value, key)

    def read(node: yaml.Node, notes: Notes) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {name: _or_blank(value(child, notes), shape.value) for _, name, child in _pairs(node, notes)}
        return _wrong_shape(node, shape, key, notes)

    return read


def _group_reader(shape: Group, key: Key) -> Reader:
    def read(node: yaml.Node, notes: Notes) -> Any:
        if not isinstance(node, yaml.MappingNode) and not is_null(node):
            return _wrong_shape(node, shape, key, notes)
        return _made(shape.type, _fields(shape, node, notes))

    return read
