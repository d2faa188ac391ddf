"""The form of each record as a value, made from the model's types and the words of fields.yaml.

Reading, writing, the editors' schema and the templates of new records all follow it, so that they cannot disagree.
"""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
import yaml

from generator.model.dates import PartialDate
from generator.model.records import Actor, ArticleRecord, Briefing, Event, Outlet, Place, Record

KindName = Literal["event", "article", "actor", "place", "outlet", "briefing"]
_FIELDS = Path(__file__).with_name("fields.yaml")


class Text(msgspec.Struct, frozen=True):
    """A text; `format` names its form in formats.py, or is empty for any text."""

    format: str = ""


class Choice(msgspec.Struct, frozen=True):
    """One of `values`."""

    values: tuple[str, ...]


class Date(msgspec.Struct, frozen=True):
    """A `PartialDate`; `moment` when a time of day may follow the day."""

    moment: bool = False


class Listing(msgspec.Struct, frozen=True):
    """A list of `item`; one item may stand alone, without the list."""

    item: "Shape"


class Mapping(msgspec.Struct, frozen=True):
    """A map of free keys (ids, descriptions) to `value`."""

    value: "Shape"


class Group(msgspec.Struct, frozen=True):
    """A map with named keys that becomes a `type` of the model. `name`: its entry in fields.yaml."""

    name: str
    type: type
    keys: tuple["Key", ...]


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a group: `name` in YAML, `field` in the model, what it `says` to people, an `example` as a tree of text.
    `needed`: "key" must be there, "value" must not be empty. `time`: the field for a date's time of day. `alone`: a list of
    one is written without the list."""

    name: str
    field: str
    shape: "Shape"
    says: str
    example: Any
    needed: Literal["", "key", "value"] = ""
    time: str = ""
    alone: bool = False


Shape = Text | Choice | Date | Listing | Mapping | Group


class Kind(NamedTuple):
    """A kind of record: its `name`, its `folder` below content/ and its `type`."""

    name: KindName
    folder: str
    type: type[Record]


KINDS = (
    Kind("event", "events", Event),
    Kind("article", "articles", ArticleRecord),
    Kind("actor", "actors", Actor),
    Kind("place", "places", Place),
    Kind("outlet", "outlets", Outlet),
    Kind("briefing", "briefings", Briefing),
)
BY_NAME = MappingProxyType({kind.name: kind for kind in KINDS})
BY_FOLDER = MappingProxyType({kind.folder: kind for kind in KINDS})
_BY_TYPE = MappingProxyType({kind.type: kind for kind in KINDS})
_ENTRY = MappingProxyType({"ArticleRecord": "article", "RelatedLine": "related_line"})


def kind_of(record: Record) -> Kind:
    """The kind a record is of."""
    return _BY_TYPE[type(record)]


@cache
def group(type_: type) -> Group:
    """The shape of a struct of the model."""
    name = _ENTRY.get(type_.__name__, type_.__name__.lower())
    hints = get_type_hints(type_)
    fields = {field.encode_name: field.name for field in msgspec.structs.fields(type_)}
    keys = tuple(_key(key, fields[key], hints[fields[key]], entry) for key, entry in _words()[name].items())
    return Group(name, type_, keys)


@cache
def _words() -> Any:
    return yaml.load(_FIELDS.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text


def _key(name: str, field: str, hint: Any, entry: dict[str, Any]) -> Key:
    return Key(
        name=name,
        field=field,
        shape=_shape(hint, entry.get("format", "")),
        says=entry["says"],
        example=entry["example"],
        needed=entry.get("needed", ""),
        time=entry.get("time", ""),
        alone="alone" in entry,
    )


def _shape(hint: Any, form: str) -> Shape:
    if hint is PartialDate:
        return Date(form == "moment")
    if get_origin(hint) is Literal:
        return Choice(get_args(hint))
    if get_origin(hint) is tuple:
        return Listing(_shape(get_args(hint)[0], form))
    if get_origin(hint) is dict:
        return Mapping(_shape(get_args(hint)[1], form))
    return Text(form) if hint is str else group(hint)
