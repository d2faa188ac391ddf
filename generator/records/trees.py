"""Records as trees of text that can be compared: what is absent, which item of a list is which.

A tree is a text, a list or a map; `None` stands for what is not there. Items of a list have no ids, so they are known by what
they say: a quotation by its words, a figure by what was written.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from generator.records.shape import Group, Listing, Mapping, Shape

Path = tuple[str, ...]

_TELLING = ("text", "headline", "as_written", "title", "name", "url", "value")
_WORD = re.compile(r"\w+")
_SENTENCE = 4  # words from which a bare text is known again by most of them
_MOST_PAIRS = 40_000


def normal(shape: Shape, tree: Any) -> Any:
    """A tree as two spellings of one record have it in common: a text alone where a list may stand is a list of one, a key
    without a value is not there, unless it must be, and the break that ends a block of text is none of it."""
    match shape:
        case Listing():
            items = tree if isinstance(tree, list) else [tree]
            return [normal(shape.item, item) for item in items if item != ""]
        case Mapping() if isinstance(tree, dict):
            return {name: normal(shape.value, item) for name, item in tree.items()}
        case Group() if isinstance(tree, dict):
            shapes = {key.name: key.shape for key in shape.keys}
            found = {name: normal(shapes[name], item) if name in shapes else item for name, item in tree.items()}
            needed = {key.name for key in shape.keys if key.needed}
            return {name: item for name, item in found.items() if item not in ("", [], {}) or name in needed}
        case Group() if tree == "":
            return {}
        case _:
            return tree.rstrip("\n") if isinstance(tree, str) and tree.endswith("\n") else tree


def identity(item: Any) -> str:
    """What an item of a list is known by."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        told = next((item[name] for name in _TELLING if isinstance(item.get(name), str) and item[name]), "")
        if told:
            return str(told)
    return _letters(item)


def names(items: Sequence[Any]) -> list[str]:
    """A name for each item, no two alike: what it is known by, with a number from the second on."""
    taken: set[str] = set()
    seen: Counter[str] = Counter()
    return [_free(identity(item), taken, seen) for item in items]


def _free(name: str, taken: set[str], seen: Counter[str]) -> str:
    """`name`, `name #2` … the first that is not taken, which it then is. `seen` spares the search its beginning."""
    while True:
        seen[name] += 1
        found = name if seen[name] == 1 else f"{name} #{seen[name]}"
        if found not in taken:
            taken.add(found)
            return found


def named(items: Sequence[Any]) -> dict[str, Any]:
    """The items by their names."""
    return dict(zip(names(items), items, strict=True))


def named_like(items: Sequence[Any], model: dict[str, Any]) -> dict[str, Any]:
    """The items by names that fit those of a model: of several that are known by the same, those that say most alike share a
    name, the first of them where that does not decide."""
    known: dict[str, list[str]] = defaultdict(list)
    for name, item in model.items():
        known[identity(item)].append(name)
    found: dict[int, str] = {}
    same: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        same[identity(item)].append(index)
    for called, indexes in same.items():
        found |= _likest_named(indexes, known[called], items, model)
    taken, seen = set(found.values()), Counter[str]()
    full = [found.get(index) or _free(identity(item), taken, seen) for index, item in enumerate(items)]
    return dict(zip(full, items, strict=True))


def _likest_named(
    indexes: Sequence[int], called: Sequence[str], items: Sequence[Any], model: dict[str, Any]
) -> dict[int, str]:
    """A name for each of the items, as far as there are names; those that share most entries first."""
    if len(indexes) * len(called) in range(2) or len(indexes) * len(called) > _MOST_PAIRS:
        return dict(zip(indexes, called, strict=False))
    pairs = (
        (items[index] != model[name], -_shared(items[index], model[name]), index, at)
        for index in indexes
        for at, name in enumerate(called)
    )
    found: dict[int, int] = {}
    for _, _, index, at in sorted(pairs):
        if index not in found and at not in found.values():
            found[index] = at
    return {index: called[at] for index, at in found.items()}


def _shared(first: Any, second: Any) -> int:
    """How many entries two maps share."""
    if not isinstance(first, dict) or not isinstance(second, dict):
        return 0
    return sum(second.get(name) == value for name, value in first.items())


def _letters(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def pair(first: Sequence[Any], second: Sequence[Any]) -> dict[int, int]:
    """For items of `second` the index of the same one in `first`: by name, then, of those left, the likest."""
    one = named(first)
    two = named_like(second, one)
    same = {name: name for name in two if name in one} | likest(
        {name: item for name, item in one.items() if name not in two},
        {name: item for name, item in two.items() if name not in one},
    )
    where = {name: index for index, name in enumerate(one)}
    return {index: where[same[name]] for index, name in enumerate(two) if name in same}


def likest(first: dict[str, Any], second: dict[str, Any]) -> dict[str, str]:
    """For names of `second` that of the item in `first` which says nearly the same; the likest pairs first."""
    if len(first) * len(second) > _MOST_PAIRS:
        return {}
    alike = ((-_likeness(one, two), new, old) for new, two in second.items() for old, one in first.items())
    found: dict[str, str] = {}
    for likeness, new, old in sorted(alike):
        if likeness and new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(first: Any, second: Any) -> float:
    """0 for two things, else the part of their words that they share, at least half."""
    if type(first) is not type(second):
        return 0.0
    one, other = set(_WORD.findall(identity(first).lower())), set(_WORD.findall(identity(second).lower()))
    if isinstance(first, str) and min(len(one), len(other)) < _SENTENCE:
        return 0.0
    shared = len(one & other) / (len(one | other) or 1)
    return shared if shared >= 0.5 else 0.0


def put(order: list[str], name: str, model: Sequence[str]) -> None:
    """Insert `name` into `order` behind what precedes it in `model`, or at the end."""
    before = model[: list(model).index(name)]
    at = next((order.index(one) for one in reversed(before) if one in order), len(order) - 1)
    order.insert(at + 1, name)
