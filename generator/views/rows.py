"""The small values that many pages show: one line for an event, a name that links, an article in a list.

`gc=False`: there are a million of them at 10,000 events, and none can be part of a cycle.
"""

import msgspec


class Ref(msgspec.Struct, frozen=True, gc=False):
    """A name and the page it leads to; `path` is empty when there is none. `kind` as the record has it."""

    id: str
    name: str
    path: str = ""
    kind: str = ""
    count: int = 0


class Row(msgspec.Struct, frozen=True, gc=False):
    """An event in a list. `when`: its date in words; `short` without the year; `datetime` for machines; `mark`: how exact;
    `day`: the day it is filed under, ISO or empty; `outlets`: how many independent outlets tell it;
    `facts`: type, places and outlets in one line."""

    id: str
    path: str
    title: str
    when: str
    short: str
    datetime: str
    mark: str
    day: str
    type: str
    icon: str
    group: str
    status: str
    sources: int
    outlets: int
    facts: str = ""


class ArticleRow(msgspec.Struct, frozen=True, gc=False):
    """An article in a list."""

    id: str
    path: str
    title: str
    outlet: Ref
    when: str
    datetime: str
    events: int = 0
    reason: str = ""


class Group(msgspec.Struct, frozen=True, gc=False):
    """Rows under one heading; `key` is its anchor, `path` a page of its own if there is one."""

    key: str
    label: str
    rows: tuple[Row, ...] = ()
    path: str = ""
    total: int = 0


class Link(msgspec.Struct, frozen=True, gc=False):
    """A page with a count: a month of the timeline, a letter of an index."""

    label: str
    path: str
    count: int = 0
