"""Records that people have renamed, split or joined by hand, found by the sentences they quote from the article."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from generator.model.records import Event
from generator.records.base import Base
from generator.records.dump import to_tree
from generator.records.ids import existing
from generator.records.load import kind_at
from generator.records.match import is_alike, quotes_of
from generator.records.shape import BY_NAME

Events = Mapping[str, Event]  # by path below content/


def renamed(content: Path, base: Base, citing: Events, article_id: str) -> dict[str, str]:
    """The new path for each event of the base that a person has given another name: one file that the base does not know quotes
    all of its sentences and is alike. Where two events would be one file, or one two, a person has joined or split them."""
    taken = {PurePosixPath(path).stem for path in base.records}
    others = {path: to_tree(event) for path, event in citing.items() if event.id not in taken}
    found: list[tuple[str, str]] = []
    for path, entry in base.records.items() if others else ():
        quotes = quotes_of(entry.record, article_id)
        if quotes and entry.sha256 and _is_gone(content, path):
            found += [
                (path, other)
                for other, tree in others.items()
                if quotes <= quotes_of(tree, article_id) and is_alike(tree, entry.record)
            ]
    old, new = Counter(path for path, _ in found), Counter(path for _, path in found)
    return {path: other for path, other in found if old[path] == new[other] == 1}


def _is_gone(content: Path, path: str) -> bool:
    kind = BY_NAME["event"]
    return kind_at(path) is kind and not existing(content, kind, PurePosixPath(path).stem)


def is_told(tree: Mapping[str, Any], base: Base, citing: Events, article_id: str) -> bool:
    """True when people's records quote all sentences of a new event from the article already, or some of them in a record like
    it. What the machine itself quoted in a record does not count."""
    quotes = quotes_of(tree, article_id)
    quoted: set[str] = set()
    for path, event in citing.items():
        there = to_tree(event)
        entry = base.records.get(path)
        own = quotes_of(there, article_id) - (quotes_of(entry.record, article_id) if entry else set())
        if quotes & own and is_alike(tree, there):
            return True
        quoted |= own
    return bool(quotes) and quotes <= quoted
