"""What saving an article does at one path, and what it knows beside the article."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from generator.model.records import Event
from generator.records.base import BaseRecord
from generator.records.reconcile import Decision
from generator.records.trees import Path


class Step(NamedTuple):
    """What happens at the path `below` content/. `old` is what the base says of it, `entry` what it will say; `text` is what
    a write or a merge writes. `new`: the differences that are told for the first time; `why`: what made a merge impossible.
    `seen`: what the file said when this was decided, `None` without a file."""

    below: str
    decision: Decision
    old: BaseRecord | None
    entry: BaseRecord | None
    text: str = ""
    new: tuple[Path, ...] = ()
    why: str = ""
    seen: str | None = None


class Beside(NamedTuple):
    """What is known beside an article's drafts and base. `in_use`: ids that other articles' or people's records refer to.
    `citing`: the events in content/ that cite the article, by their paths below it. `text`: of the article as it is now."""

    in_use: AbstractSet[str] = frozenset()
    citing: Mapping[str, Event] = MappingProxyType({})
    text: str = ""
