"""The event types a reader sees: id, labels, icon, PLOVER code and group, from event_types.yaml.

What words trigger a type is extraction's business and stands in its own rules; this list is what pages, filters and
exports need. PLOVER is the event ontology of the Political Event Data community (2018), sixteen root codes.
"""

from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec
import yaml

_LIST = Path(__file__).with_name("event_types.yaml")


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`label`, `plural`: how pages name one and several. `icon`: a drawing of site_templates/macros/icons.html. `plover`:
    the root code, or empty where the ontology has none. `group`: the family that types of kindred meaning share."""

    id: str
    label: str
    plural: str
    icon: str
    group: str
    plover: str = ""


@cache
def event_types() -> MappingProxyType[str, EventType]:
    """Every type by id, in the order of the file."""
    listed = yaml.load(_LIST.read_text(encoding="utf-8"), yaml.CSafeLoader)
    types = msgspec.convert(listed, tuple[EventType, ...])
    return MappingProxyType({kind.id: kind for kind in types})


def event_type(type_id: str) -> EventType:
    """The type of that id; an unknown one keeps its own name and the look of `other`."""
    known = event_types()
    if type_id in known:
        return known[type_id]
    label = type_id.replace("-", " ").replace("_", " ").strip().capitalize() or known["other"].label
    return EventType(type_id, label, label, known["other"].icon, known["other"].group)
