"""JSON Schema of each kind of record, for editors that complete and check YAML while somebody types.

Made from the same shapes that reading follows. Where reading is generous (one item without its list, a number where text is
meant), the schema is too; what reading calls a problem, the editor underlines.
"""

import json
from typing import Any, assert_never

from generator.model.event_types import event_types
from generator.records.files import write_atomic
from generator.records.formats import EDTF_PATTERN, FORMATS
from generator.records.shape import KINDS, Choice, Date, Group, Key, Kind, Listing, Mapping, Shape, Text, group
from generator.settings import Settings

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALAR = ["string", "number", "boolean", "null"]  # editors give `5` and `yes` a type; to us they are text
_CLOCK = r"[Tt ][0-9]{2}:[0-9]{2}.*"

Schema = dict[str, Any]
_OWN_KEYS: Schema = {"^x-": {}}


def schema(kind: Kind) -> Schema:
    """The JSON Schema (draft 7) of a kind of record."""
    head = {"$schema": _DRAFT, "title": f"Dateline: {kind.name}", "description": f"A record in content/{kind.folder}/."}
    return head | _group(group(kind.type))


def write_schemas(settings: Settings) -> tuple[str, ...]:
    """Write `content/.schema/<kind>.json` for every kind; the paths from the root of those that changed."""
    written = []
    for kind in KINDS:
        below = f"{settings.content}/.schema/{kind.name}.json"
        text = json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
        if write_atomic(settings.root / below, text):
            written.append(below)
    return tuple(written)


def _group(shape: Group) -> Schema:
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in shape.keys},
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
    } | ({"required": needed} if (needed := [key.name for key in shape.keys if key.needed]) else {})


def _key(key: Key) -> Schema:
    return {"description": key.says, "examples": [key.example]} | _value(key.shape)


def _value(shape: Shape) -> Schema:
    match shape:
        case Text():
            return _text(shape)
        case Choice():
            return _choice(shape.values)
        case Date():
            return _date(moment=shape.moment)
        case Listing():
            item = _value(shape.item)
            return {"anyOf": [{"type": "array", "items": item}, item, {"type": "null"}]}
        case Mapping():
            return {"type": ["object", "null"], "additionalProperties": _value(shape.value)}
        case Group():
            return _group(shape) | {"type": ["object", "null"]}
        case _:
            assert_never(shape)


def _text(shape: Text) -> Schema:
    if shape.format == "event-type":
        return _choice(tuple(event_types()))
    if shape.format not in FORMATS:
        return {"type": _SCALAR}
    return {"type": _SCALAR, "pattern": f"^({FORMATS[shape.format].pattern})?$"}


def _choice(values: tuple[str, ...]) -> Schema:
    digits = [int(value) for value in values if value.isdecimal()]
    return {"enum": [*filter(None, values), *digits, None]}


def _date(*, moment: bool) -> Schema:
    clock = f"({_CLOCK})?" if moment else ""
    pattern = f"^({EDTF_PATTERN}{clock})?$"
    return {"type": ["string", "integer", "null"], "pattern": pattern}
