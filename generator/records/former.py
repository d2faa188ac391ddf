"""Ids that records had before: an address once published keeps leading to what it named."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from generator.model.records import Actor, Event, Outlet, Place, Record
from generator.records.base import BaseRecord
from generator.records.dump import to_tree
from generator.records.load import kind_at
from generator.records.match import Draft, drafted, told, wordings_of
from generator.records.shape import Kind, kind_of

Vanished = Mapping[str, BaseRecord]  # by path below content/


def former_key(kind: Kind) -> str:
    """The key of a record's earlier ids: `aliases` of an event; where aliases are names, `former_ids`."""
    return "aliases" if kind.type is Event else "former_ids"


def earlier_ids(record: Record) -> tuple[str, ...]:
    """The earlier ids of a record."""
    found: tuple[str, ...] = getattr(record, former_key(kind_of(record)))
    return found


def former_ids(kind: Kind, tree: Mapping[str, Any]) -> tuple[str, ...]:
    """The earlier ids in a record's tree."""
    found = tree.get(former_key(kind), ())
    return (found,) if isinstance(found, str) else tuple(found)


def with_former(record: Record, ids: Iterable[str], own: str) -> Record:
    """The record with further earlier ids, each once and none its `own`."""
    found = tuple(one for one in dict.fromkeys((*earlier_ids(record), *ids)) if one and one != own)
    return msgspec.structs.replace(record, **{former_key(kind_of(record)): found})


def successors(drafts: Sequence[Draft], vanished: Vanished, article_id: str, text: str = "") -> dict[str, int]:
    """For records that are taken back, by their path, the index of the one draft that tells the same from now on: an event that
    has most of their sentences; an actor, a place or an outlet of that name."""
    return _by_sentence(drafts, vanished, article_id, text) | _by_name(drafts, vanished)


def _by_sentence(drafts: Sequence[Draft], vanished: Vanished, article_id: str, text: str) -> dict[str, int]:
    new = drafted(drafts, article_id)
    old = {path: told(entry.record, article_id) for path, entry in vanished.items()}
    wordings = wordings_of(old.values(), new.values(), text)
    holders: dict[str, list[str]] = {}
    for path, there in old.items():
        for sentence in there.sentences:
            holders.setdefault(sentence, []).append(path)
    best: dict[str, tuple[float, int]] = {}
    for index, here in new.items():
        for path in {path for sentence in here.sentences for one in wordings.same(sentence) for path in holders[one]}:
            share = (wordings.overlap(old[path].sentences, here.sentences), -index)
            best[path] = max(share, best.get(path, share))
    return {path: -index for path, (_, index) in best.items()}


def _by_name(drafts: Sequence[Draft], vanished: Vanished) -> dict[str, int]:
    whole: dict[tuple[Kind, str], set[int]] = {}
    short: dict[tuple[Kind, str], set[int]] = {}
    for index, draft in enumerate(drafts):
        if isinstance(draft.record, Actor | Place | Outlet):
            names = Names.of(to_tree(draft.record))
            for name in names.whole:
                whole.setdefault((kind_of(draft.record), name), set()).add(index)
            for name in names.short:
                short.setdefault((kind_of(draft.record), name), set()).add(index)
    found: dict[str, int] = {}
    for path, entry in vanished.items():
        kind, names = kind_at(path), Names.of(entry.record)
        if kind and kind.type in (Actor, Place, Outlet):
            near = {one for name in names.whole for one in whole.get((kind, name), ())}
            near = near or {one for name in names.whole for one in short.get((kind, name), ())}
            near = near or {one for name in names.short for one in whole.get((kind, name), ())}
            found |= {path: near.pop()} if len(near) == 1 else {}
    return found


class Names(NamedTuple):
    """The names of an actor, a place or an outlet as they are compared, without case and marks. `short`: the last words of a
    person's, by which articles call people."""

    whole: frozenset[str]
    short: frozenset[str]

    @classmethod
    def of(cls, tree: Mapping[str, Any]) -> "Names":
        """The names in a record's tree."""
        aliases = tree.get("aliases", ())
        listed = (tree.get("name", ""), *((aliases,) if isinstance(aliases, str) else aliases))
        whole = {_folded(str(name)) for name in listed} - {""}
        short = {name.rpartition(" ")[2] for name in whole} if tree.get("kind", "person") == "person" else set()
        return cls(frozenset(whole), frozenset(short - whole))


def _folded(name: str) -> str:
    marked = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in marked if not unicodedata.combining(letter)).split())
