"""Which draft of a new extraction is which record of the last one, so that ids stay when dates, titles and types change."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.model.records import Event, Record
from generator.records.base import Base, BaseRecord
from generator.records.dump import to_tree
from generator.records.load import kind_at
from generator.records.shape import kind_of

_HALF = 0.5


class Draft(msgspec.Struct, frozen=True):
    """A record as extraction gives it, and the indexes of the article's sentences it was made from. An event needs no id."""

    record: Record
    sentences: tuple[int, ...] = ()


def match(drafts: Sequence[Draft], base: Base, article_id: str) -> dict[int, str]:
    """The path in `base` for each draft (by its index) that was written before. Events are the same when they share a
    sentence, by index or by quotation, and type, date or title; the likest pairs first. Other records go by id."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for _, index, path in sorted(_pairs(drafts, base, article_id)):
        if index not in found and path not in taken:
            found[index] = path
            taken.add(path)
    return found


def _pairs(drafts: Sequence[Draft], base: Base, article_id: str) -> Iterator[tuple[float, int, str]]:
    """Unlikeness, draft's index and path of all that may be the same."""
    for index, draft in enumerate(drafts):
        kind = kind_of(draft.record)
        tree = to_tree(draft.record)
        for path, entry in base.records.items():
            if kind_at(path) is not kind:
                continue
            if isinstance(draft.record, Event):
                likeness = _likeness(draft, tree, entry, article_id)
            else:
                likeness = float(path.rpartition("/")[2].rpartition(".")[0] == draft.record.id)
            if likeness:
                yield -likeness, index, path


def _likeness(draft: Draft, tree: Mapping[str, Any], entry: BaseRecord, article_id: str) -> float:
    """0 for another event, else higher the more the two share."""
    quotes, before = quotes_of(tree, article_id), quotes_of(entry.record, article_id)
    shared = max(_overlap({*draft.sentences}, {*entry.sentences}), _overlap(quotes, before))
    return shared + _resemblance(tree, entry.record) if shared and is_alike(tree, entry.record) else 0.0


def is_alike(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """True for two events of one type or date, or with titles that share half of their words."""
    return any(first.get(name) == second.get(name) for name in ("type", "date")) or _title(first, second) >= _HALF


def _resemblance(first: Mapping[str, Any], second: Mapping[str, Any]) -> float:
    return sum(float(first.get(name) == second.get(name)) for name in ("type", "date")) + _title(first, second)


def _title(first: Mapping[str, Any], second: Mapping[str, Any]) -> float:
    return _overlap(_words(first), _words(second))


def quotes_of(tree: Mapping[str, Any], article_id: str) -> set[str]:
    """The sentences an event's tree quotes from an article."""
    sources = tree.get("sources")
    citation = sources.get(article_id) if isinstance(sources, Mapping) else None
    quote = citation.get("quote", []) if isinstance(citation, Mapping) else []
    return {quote} if isinstance(quote, str) else {str(one) for one in quote}


def _words(tree: Mapping[str, Any]) -> set[str]:
    return set(str(tree.get("title", "")).lower().split())


def _overlap(first: set[Any], second: set[Any]) -> float:
    """Shared part of both sets together, 0 to 1."""
    return len(first & second) / (len(first | second) or 1)
