"""Three versions of a record -> one, field by field. Git's own idea, on trees in place of lines.

*Base* is what the machine said last, *ours* what stands in the file, *theirs* what extraction says now. Where ours is no longer
base, a person has decided, and deciding includes deleting; where only theirs changed, the improvement flows in; where both
did, ours stays and the difference is noted. Maps are merged by key, lists by item.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from generator.records.trees import Path, likest, named, named_like, put

STATEMENTS = (  # fields that say one thing together: whoever changes one of them answers for all
    ("date", "date_basis", "date_note"),
    ("published", "published_basis", "published_note"),
)


class Difference(NamedTuple):
    """Where a person and the machine have both decided, each in a way of their own. `None`: not there."""

    path: Path
    ours: Any
    theirs: Any


class Merged(NamedTuple):
    """`tree`: the record. `differences`: where it holds ours and not what theirs newly says."""

    tree: Any
    differences: tuple[Difference, ...]


class _Run:
    """`kept`: paths that are ours whatever base says. `above`: all that lie on the way to one."""

    def __init__(self, kept: AbstractSet[Path]) -> None:
        self.kept = kept
        self.above = {path[:length] for path in kept for length in range(len(path))}
        self.found: list[Difference] = []

    def ours(self, path: Path, ours: Any, theirs: Any) -> Any:
        self.found.append(Difference(path, ours, theirs))
        return ours


def merge3(base: Any, ours: Any, theirs: Any, kept: Iterable[Path] = ()) -> Merged:
    """The merge of three trees (see trees.py). `kept`: paths that count as a person's although ours is what base says."""
    run = _Run(frozenset(kept))
    tree = _value(base, ours, theirs, (), run)
    return Merged(tree, tuple(run.found))


def _value(base: Any, ours: Any, theirs: Any, path: Path, run: _Run) -> Any:
    if theirs in (ours, base):
        return ours
    if path in run.kept:
        return run.ours(path, ours, theirs)
    if ours == base and path not in run.above:
        return theirs
    is_field = len(path) == 1  # where a whole field is gone from theirs, its parts may still be a person's
    if isinstance(ours, dict) and (isinstance(theirs, dict) or (theirs is None and is_field)):
        return _map(base if isinstance(base, dict) else {}, ours, theirs or {}, path, run) or (None if is_field else {})
    if isinstance(ours, list) and (isinstance(theirs, list) or (theirs is None and is_field)):
        return _list(base if isinstance(base, list) else [], ours, theirs or [], path, run) or None
    return run.ours(path, ours, theirs)


def _map(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], path: Path, run: _Run) -> dict[str, Any]:
    order = list(ours)
    for name in theirs:
        if name not in ours:
            put(order, name, list(theirs))
    decided = _decided(base, ours, run.kept) if not path else frozenset()
    found: dict[str, Any] = {}
    for name in order:
        values = base.get(name), ours.get(name), theirs.get(name)
        if name in decided and values[2] not in values[:2]:
            run.ours((name,), *values[1:])
        found[name] = values[1] if name in decided else _value(*values, (*path, name), run)
    return {name: value for name, value in found.items() if value is not None}


def _decided(base: dict[str, Any], ours: dict[str, Any], kept: AbstractSet[Path]) -> frozenset[str]:
    """The fields of every statement in which a person has changed one, or one is kept."""
    changed = {name for name in {*base, *ours} if base.get(name) != ours.get(name) or (name,) in kept}
    return frozenset(statements(changed))


def statements(names: Iterable[str]) -> Iterator[str]:
    """The fields of every statement that one of these fields belongs to."""
    changed = {*names}
    return (name for fields in STATEMENTS if not changed.isdisjoint(fields) for name in fields)


def _list(base: list[Any], ours: list[Any], theirs: list[Any], path: Path, run: _Run) -> list[Any]:
    """Ours in its order; what theirs adds comes behind what precedes it there."""
    before, mine, new = _aligned(base, ours, theirs)
    order = list(mine)
    for name in new:
        if name not in mine:
            put(order, name, list(new))
    merged = (_value(before.get(name), mine.get(name), new.get(name), (*path, name), run) for name in order)
    return [item for item in merged if item is not None]


def _aligned(base: list[Any], ours: list[Any], theirs: list[Any]) -> tuple[dict[str, Any], ...]:
    """The items of each by name, where one name means one item: that of ours, else of theirs. What was reworded on one side is
    found by its likeness to base."""
    mine = named(ours)
    before = named_like(base, mine)
    new = named_like(theirs, before | mine)
    reworded = likest(_without(before, mine), _without(mine, before, new))
    now = {old: name for name, old in reworded.items()}
    bettered = likest(_without(before, new), _without(new, before, mine))
    called = {name: now.get(old, old if old in mine else name) for name, old in bettered.items()}
    now = {old: name for name, old in bettered.items() if old not in mine} | now
    return (
        {now.get(name, name): item for name, item in before.items()},
        mine,
        {called.get(name, now.get(name, name)): item for name, item in new.items()},
    )


def _without(items: dict[str, Any], *others: dict[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in items.items() if not any(name in other for other in others)}
