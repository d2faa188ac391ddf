"""A record -> the text of its file, in the order of fields.yaml, the same to the byte each time."""

import re
from typing import Any, assert_never

from generator.model.records import Record
from generator.records.emit import Plain, Tree, emit
from generator.records.shape import Choice, Date, Group, Key, Listing, Mapping, Shape, Text, group, kind_of

_CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_DIGITS = ("number", "figure")


def dump(record: Record, below: str) -> str:
    """The text of the record's file at `below`, a path relative to `content/`."""
    return f"{modeline(kind_of(record).name, below)}\n{emit(to_tree(record))}"


def modeline(kind: str, below: str) -> str:
    """The first line of a file at `below`: where editors find the schema that completes and checks it."""
    return f"# yaml-language-server: $schema={'../' * below.count('/')}.schema/{kind}.json"


def to_tree(record: Record) -> dict[str, Tree]:
    """The record as maps, lists and texts: the keys that have a value, and those that must be there."""
    return _group(group(type(record)), record)


def _group(shape: Group, value: Any) -> dict[str, Tree]:
    trees = ((key, _key(key, value)) for key in shape.keys)
    return {key.name: tree for key, tree in trees if tree or key.needed}


def _key(key: Key, value: Any) -> Tree:
    tree = _node(key.shape, getattr(value, key.field))
    if key.time:
        moment = getattr(value, key.time)
        return Plain(moment) if tree and moment.startswith(tree) else tree
    return next(iter(tree)) if key.alone and len(tree) == 1 and all(tree) else tree


def _node(shape: Shape, value: Any) -> Tree:
    match shape:
        case Text():
            return Plain(value) if shape.format in _DIGITS and _CANONICAL.fullmatch(value) else str(value)
        case Choice():
            return Plain(value) if value.isdecimal() else str(value)
        case Date():
            return Plain(value.edtf)
        case Listing():
            return [_node(shape.item, item) for item in value]
        case Mapping():
            return {name: _node(shape.value, item) for name, item in value.items()}
        case Group():
            return _group(shape, value)
        case _:
            assert_never(shape)
