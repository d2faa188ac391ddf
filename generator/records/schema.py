"""JSON Schema of each kind of record, for editors that complete and check YAML while somebody types.

Made from the same shapes that reading follows. Where reading is generous (one item without its list, a number where text is
meant), the schema is too; what reading calls a problem, the editor underlines. Beside the standard's words it uses two that
editors show: `patternErrorMessage` in place of a regular expression, and `enumDescriptions`.
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
_DATE_SAYS = "Expected a date such as 2025-02-18, 2025-02, 2025-02-18~, 2025-02-14/2025-02-16 or ../2025-02-18."
_CLOCK = r"[Tt ][0-9]{2}:[0-9]{2}.*"

Schema = dict[str, Any]
_OWN_KEYS: Schema = {"^x-": {}}


def schema(kind: Kind) -> Schema:
    """The JSON Schema (draft 7) of a kind of record."""
    head = {"$schema": _DRAFT, "title": f"Dateline: {kind.name}", "description": f"A record in content/{kind.folder}/."}
    return head | _group(group(kind.type))


def schema_text(kind: Kind) -> str:
    """The text of `content/.schema/<kind>.json`."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def write_schemas(settings: Settings) -> tuple[str, ...]:
    """Write `content/.schema/<kind>.json` for every kind; the paths from the root of those that changed."""
    written = []
    for kind in KINDS:
        below = f"{settings.content}/.schema/{kind.name}.json"
        if write_atomic(settings.root / below, schema_text(kind)):
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
    value = _value(key.shape)
    if isinstance(key.shape, Mapping):  # an id of the person's own has no words; those of the map say what it is for
        value["additionalProperties"] = {"description": key.says} | value["additionalProperties"]
    return {"description": key.says, "examples": [key.example]} | value


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
        labels = [kind.label for kind in event_types().values()]
        return _choice(tuple(event_types())) | {"enumDescriptions": [*labels, "not said"]}
    if shape.format not in FORMATS:
        return {"type": _SCALAR}
    form = FORMATS[shape.format]
    return {"type": _SCALAR, "pattern": f"^({form.pattern})?$", "patternErrorMessage": f"Expected {form.says}."}


def _choice(values: tuple[str, ...]) -> Schema:
    digits = [int(value) for value in values if value.isdecimal()]
    return {"enum": [*filter(None, values), *digits, None]}


def _date(*, moment: bool) -> Schema:
    clock = f"({_CLOCK})?" if moment else ""
    pattern = f"^({EDTF_PATTERN}{clock})?$"
    return {"type": ["string", "integer", "null"], "pattern": pattern, "patternErrorMessage": _DATE_SAYS}
