"""Which draft of a new extraction is which record of the last one, so that ids stay when dates, titles and types change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from generator.model.records import Event, Record
from generator.records.base import Base
from generator.records.dump import to_tree
from generator.records.load import kind_at
from generator.records.sentences import Wordings
from generator.records.shape import BY_NAME, kind_of

_HALF = 0.5
NEARLY = 0.7  # the likeness of sentences that says enough where nothing else agrees
_REMARK = 0.5  # what a further sentence of an occasion counts beside the one that is quoted
_PLACE = 0.01  # what the place in the article counts: it tells apart what nothing else does


class Draft(msgspec.Struct, frozen=True):
    """A record as extraction gives it, and the indexes of the article's sentences it was made from. An event needs no id."""

    record: Record
    sentences: tuple[int, ...] = ()


class Told(NamedTuple):
    """An event as far as matching looks at it: its tree, the sentences it quotes, all that it tells, and their indexes."""

    tree: Mapping[str, Any]
    quotes: frozenset[str]
    sentences: frozenset[str]
    indexes: frozenset[int] = frozenset()


def match(drafts: Sequence[Draft], base: Base, article_id: str, text: str = "") -> dict[int, str]:
    """The path in `base` for each draft (by its index) that was written before. Events are the same when they share a sentence,
    word for word or corrected, and type, date or title; the likest pairs first. Then, when they alone share it. Other records
    go by id. `text`: of the article as it is now."""
    found = dict(_by_id(drafts, base))
    new, old = drafted(drafts, article_id), written(base, article_id)
    wordings = wordings_of(old.values(), new.values(), text)
    pairs = tuple(_pairs(new, old, wordings))
    taken = {*found.values()}
    for _, index, path in sorted((-likeness, index, path) for likeness, index, path, alike in pairs if alike):
        if index not in found and path not in taken:
            found[index] = path
            taken.add(path)
    rest = [(index, path) for _, index, path, _ in pairs if index not in found and path not in taken]
    by_draft, by_path = Counter(index for index, _ in rest), Counter(path for _, path in rest)
    return found | {index: path for index, path in rest if by_draft[index] == by_path[path] == 1}


def drafted(drafts: Sequence[Draft], article_id: str) -> dict[int, Told]:
    """The events among drafts, by their index."""
    events = ((index, draft) for index, draft in enumerate(drafts) if isinstance(draft.record, Event))
    return {index: told(to_tree(draft.record), article_id, draft.sentences) for index, draft in events}


def written(base: Base, article_id: str) -> dict[str, Told]:
    """The events of a base, by their path."""
    entries = ((path, entry) for path, entry in base.records.items() if kind_at(path) is BY_NAME["event"])
    return {path: told(entry.record, article_id, entry.sentences) for path, entry in entries}


def told(tree: Mapping[str, Any], article_id: str, indexes: Iterable[int] = ()) -> Told:
    """What matching looks at in an event's tree."""
    quotes = quotes_of(tree, article_id)
    remarks = tree.get("remarks")
    listed = remarks if isinstance(remarks, list) else []
    further = {str(one.get("text", "")) for one in listed if isinstance(one, Mapping)} - {""}
    return Told(tree, frozenset(quotes), frozenset(quotes | further), frozenset(indexes))


def wordings_of(before: Iterable[Told], after: Iterable[Told], text: str = "") -> Wordings:
    """Which sentences of some events are those of others."""
    return Wordings(
        (sentence for one in before for sentence in sorted(one.sentences)),
        (sentence for one in after for sentence in sorted(one.sentences)),
        text,
    )


def _by_id(drafts: Sequence[Draft], base: Base) -> Iterator[tuple[int, str]]:
    paths = {(kind_at(path), path.rpartition("/")[2].rpartition(".")[0]): path for path in base.records}
    for index, draft in enumerate(drafts):
        path = paths.get((kind_of(draft.record), draft.record.id))
        if path and not isinstance(draft.record, Event):
            yield index, path


def _pairs(
    new: Mapping[int, Told], old: Mapping[str, Told], wordings: Wordings
) -> Iterator[tuple[float, int, str, bool]]:
    """Likeness, draft's index and path of all that may be the same, and whether they are alike beside the sentence."""
    holders: dict[str, list[str]] = {}
    for path, there in old.items():
        for sentence in there.sentences:
            holders.setdefault(sentence, []).append(path)
    for index, here in new.items():
        near = (path for sentence in here.sentences for one in wordings.same(sentence) for path in holders[one])
        for path in sorted({*near}):
            there = old[path]
            alike = is_same(here, there, wordings.best(there.sentences, here.sentences))
            if alike or wordings.best(there.quotes, here.quotes) >= NEARLY:
                yield _likeness(here, there, wordings), index, path, alike


def _likeness(here: Told, there: Told, wordings: Wordings) -> float:
    """How much two events share, of their sentences first."""
    quoted = wordings.overlap(there.quotes, here.quotes)
    told = _REMARK * wordings.overlap(there.sentences, here.sentences)
    return quoted + told + _resemblance(here.tree, there.tree) + _PLACE * _overlap(here.indexes, there.indexes)


def is_same(first: Told, second: Told, shared: float) -> bool:
    """True for two alike that share a sentence; with other actors only when it is nearly word for word. `shared`: how like it
    is."""
    is_near = shared >= NEARLY or (shared > 0 and not _others(first.tree, second.tree))
    return is_near and is_alike(first.tree, second.tree)


def _others(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """True when two events have actors and none in common."""
    one, two = ({*tree["actors"]} if isinstance(tree.get("actors"), Mapping) else set() for tree in (first, second))
    return bool(one and two) and one.isdisjoint(two)


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


def _overlap(first: Iterable[Any], second: Iterable[Any]) -> float:
    """Shared part of both sets together, 0 to 1."""
    one, two = {*first}, {*second}
    return len(one & two) / (len(one | two) or 1)
