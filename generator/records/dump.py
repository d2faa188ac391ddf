"""A record -> the text of its file, in the order of fields.yaml, the same to the byte each time."""

import re
from typing import Any, assert_never, cast

from generator.model.records import Record
from generator.records.emit import Plain, Tree, emit
from generator.records.shape import Choice, Date, Group, Key, Listing, Mapping, Shape, Text, group, kind_of

_CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_DIGITS = ("number", "figure")


def dump(record: Record, below: str) -> str:
    """The text of the record's file at `below`, a path relative to `content/`."""
    tree = cast("dict[str, Tree]", marked(group(type(record)), to_tree(record)))
    return f"{modeline(kind_of(record).name, below)}\n{emit(tree)}"


def modeline(kind: str, below: str) -> str:
    """The first line of a file at `below`: where editors find the schema that completes and checks it."""
    return f"# yaml-language-server: $schema={'../' * below.count('/')}.schema/{kind}.json"


def to_tree(record: Record) -> dict[str, Any]:
    """The record as maps, lists and texts, as its file reads back: the keys with a value, and those that must be there."""
    return _group(group(type(record)), record)


def marked(shape: Shape, tree: Any) -> Tree:
    """A tree of text with its dates and numbers marked to stand plain."""
    match shape:
        case Text():
            return Plain(tree) if shape.format in _DIGITS and _CANONICAL.fullmatch(tree) else str(tree)
        case Choice():
            return Plain(tree) if tree.isdecimal() else str(tree)
        case Date():
            return Plain(tree)
        case Listing():
            return [marked(shape.item, item) for item in tree] if isinstance(tree, list) else marked(shape.item, tree)
        case Mapping():
            return {name: marked(shape.value, item) for name, item in tree.items()}
        case Group():
            shapes = {key.name: key.shape for key in shape.keys}
            return {name: marked(shapes[name], item) for name, item in tree.items()}
        case _:
            assert_never(shape)


def _group(shape: Group, value: Any) -> dict[str, Any]:
    trees = ((key, _key(key, value)) for key in shape.keys)
    return {key.name: tree for key, tree in trees if tree or key.needed}


def _key(key: Key, value: Any) -> Any:
    tree = _node(key.shape, getattr(value, key.field))
    if key.time:
        moment = getattr(value, key.time)
        return moment if tree and moment.startswith(tree) else tree
    return next(iter(tree)) if key.alone and len(tree) == 1 and all(tree) else tree


def _node(shape: Shape, value: Any) -> Any:
    match shape:
        case Date():
            return value.edtf
        case Listing():
            return [_node(shape.item, item) for item in value]
        case Mapping():
            return {name: _node(shape.value, item) for name, item in value.items()}
        case Group():
            return _group(shape, value)
        case Text() | Choice():
            return str(value)
        case _:
            assert_never(shape)
