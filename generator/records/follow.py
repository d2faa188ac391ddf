"""Records that people have renamed, split or joined by hand, found by the sentences they quote from the article."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from generator.model.records import Event
from generator.records.base import Base, BaseRecord
from generator.records.dump import to_tree
from generator.records.ids import existing
from generator.records.load import kind_at
from generator.records.match import (
    NEARLY,
    Draft,
    Told,
    drafted,
    is_alike,
    is_same,
    quotes_of,
    told,
    wordings_of,
    written,
)
from generator.records.sentences import Wordings
from generator.records.shape import BY_NAME
from generator.records.step import Beside

Events = Mapping[str, Event]  # by path below content/
_STATED = ("title", "date", "date_basis", "date_note", "type", "sources", "status")
_HALF = 0.5


def renamed(content: Path, base: Base, citing: Events, article_id: str) -> dict[str, str]:
    """The new path for each event of the base that a person has given another name: one file that the base does not know quotes
    all of its sentences and is alike; failing that, one that alone quotes them and says most of the rest. Where two events
    would be one file, or one two, a person has joined or split them."""
    taken = {PurePosixPath(path).stem for path in base.records}
    others = {path: to_tree(event) for path, event in citing.items() if event.id not in taken}
    near: list[tuple[str, str]] = []
    far: list[tuple[str, str]] = []
    for path, entry in base.records.items() if others else ():
        quotes = quotes_of(entry.record, article_id)
        if quotes and entry.sha256 and _is_gone(content, path):
            quoting = {other: tree for other, tree in others.items() if quotes <= quotes_of(tree, article_id)}
            near += [(path, other) for other, tree in quoting.items() if is_alike(tree, entry.record)]
            far += [(path, other) for other, tree in quoting.items() if _is_rest_kept(entry.record, tree)]
    told_near = {one for pair in near for one in pair}
    return _alone(near) | _alone(pair for pair in far if told_near.isdisjoint(pair))


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Those of the pairs whose both sides stand in no other."""
    found = tuple(dict.fromkeys(pairs))
    old, new = Counter(path for path, _ in found), Counter(path for _, path in found)
    return {path: other for path, other in found if old[path] == new[other] == 1}


def _is_rest_kept(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """True when a file has most of what the machine wrote beside what an event is told apart by."""
    rest = [name for name in before if name not in _STATED]
    return len([name for name in rest if before[name] == now.get(name)]) >= len(rest) * _HALF


def _is_gone(content: Path, path: str) -> bool:
    kind = BY_NAME["event"]
    return kind_at(path) is kind and not existing(content, kind, PurePosixPath(path).stem)


def followed(base: Base, new_paths: Mapping[str, str]) -> Base:
    """The base with records at the paths that people have given them; it remembers their earlier ids."""
    records = {
        new_paths.get(path, path): _moved(path, entry, path in new_paths) for path, entry in base.records.items()
    }
    return Base(base.key, records) if new_paths else base


def _moved(path: str, entry: BaseRecord, is_renamed: bool) -> BaseRecord:  # noqa: FBT001 - of this module only
    stem = PurePosixPath(path).stem
    return msgspec.structs.replace(entry, was=(*entry.was, stem), born=entry.born or stem) if is_renamed else entry


def told_by_people(drafts: Sequence[Draft], base: Base, beside: Beside, article_id: str) -> frozenset[int]:
    """The drafts of events, by their index, that people's records tell already: all sentences quoted, or some of them in a
    record like it. What the machine itself quoted in a record does not count."""
    new, own = drafted(drafts, article_id), written(base, article_id)
    there = [_beyond(told(to_tree(event), article_id), own.get(path)) for path, event in beside.citing.items()]
    holders: dict[str, list[Told]] = {}
    for one in there:
        for quote in one.quotes:
            holders.setdefault(quote, []).append(one)
    wordings = wordings_of(there, new.values(), beside.text)
    return frozenset(index for index, draft in new.items() if _is_told(draft, holders, wordings))


def _is_told(draft: Told, holders: Mapping[str, Sequence[Told]], wordings: Wordings) -> bool:
    near = [wordings.same(quote) for quote in draft.quotes]
    if any(
        is_same(draft, one, like) for same in near for quote, like in same.items() for one in holders.get(quote, ())
    ):
        return True
    sure = (max((like for quote, like in same.items() if quote in holders), default=0.0) for same in near)
    return bool(near) and all(like >= NEARLY for like in sure)


def _beyond(here: Told, own: Told | None) -> Told:
    return (
        here if own is None else here._replace(quotes=here.quotes - own.quotes, sentences=here.sentences - own.quotes)
    )
