"""One record: whose word counts, and what becomes of its file and of its entry in the base.

*Base* is what the machine said last, *ours* the file, *theirs* what extraction says now. A file nobody has touched is the
machine's to write; one that a person has touched is merged with theirs and changed only where theirs are better.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Literal, NamedTuple

import msgspec
import yaml

from generator.records.base import GONE, BaseRecord, text_digest
from generator.records.differences import still_open
from generator.records.dump import marked
from generator.records.former import former_ids
from generator.records.merge import merge3
from generator.records.patch import patch
from generator.records.shape import Kind, group
from generator.records.trees import Path, normal
from generator.records.yamltext import compose, plain

Decision = Literal["write", "same", "merge", "edited", "deleted", "foreign", "remove", "in use"]
_ROUNDS = 50  # each finds a value with a comment that the last one did not


def decide(base: BaseRecord | None, ours: str | None, theirs: str | None) -> Decision:
    """What becomes of a record as a whole. `ours` is `None` when there is no file, `theirs` when extraction does not find it.

    write: the file takes theirs. same: it has them already. edited: a person has changed it, so it stays or is merged. deleted:
    a person has removed it, so it stays away. foreign: a person made it. remove: the machine made it and takes it back, unless
    the plan finds it in use elsewhere.
    """
    if ours is None:
        return "deleted" if base and base.sha256 and base.next != GONE else _machine(theirs)
    digest = text_digest(ours)
    if theirs is not None and digest == text_digest(theirs):
        return "same"
    if base is None:
        return "foreign"
    return _machine(theirs) if digest in (base.sha256, base.next) else "edited"


def _machine(theirs: str | None) -> Decision:
    return "remove" if theirs is None else "write"


class Reconciled(NamedTuple):
    """`text`: the file merged, or as it was. `entry`: what the base says from now on. `new`: the differences that are told for
    the first time. `why`: what made it impossible to merge, in words."""

    text: str
    entry: BaseRecord
    new: tuple[Path, ...] = ()
    why: str = ""


def reconcile(kind: Kind, ours: str, old: BaseRecord, fresh: BaseRecord) -> Reconciled:
    """A person's file merged with what extraction says now. `fresh`: the entry of a file that is all the machine's."""
    left = msgspec.structs.replace(old, sentences=fresh.sentences, said=fresh.record, next="", merged="")
    tree = read_tree(ours)
    if tree is None:
        return Reconciled(ours, left, (), "it has an error that must be mended first")
    shape = group(kind.type)
    base = normal(shape, old.said if old.merged == text_digest(ours) else old.record)
    mine, theirs = normal(shape, tree), normal(shape, marked(shape, fresh.record))
    text, merged, new, why = _patched(kind, ours, base, mine, theirs)
    if why:
        return Reconciled(ours, left, (), why)
    waiting = still_open(merged, theirs, tuple(dict.fromkeys((*old.open, *new))))
    there = former_ids(kind, merged)
    was = tuple(one for one in old.was if one not in there)
    return Reconciled(text, msgspec.structs.replace(fresh, open=waiting, was=was), new)


def read_tree(text: str) -> dict[str, Any] | None:
    """What a record's text says; `None` where it has an error."""
    node, problems = compose(text, "")
    if not isinstance(node, yaml.MappingNode) or any(problem.level == "error" for problem in problems):
        return None
    try:
        tree = plain(node)
    except ValueError:
        return None
    return tree if isinstance(tree, dict) else None


def _patched(
    kind: Kind, ours: str, base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> tuple[str, dict[str, Any], tuple[Path, ...], str]:
    """The text, the tree it says, where the two differ newly, and why it could not be done. Values with comments count as a
    person's, so the merge is done again without them."""
    shape, kept = group(kind.type), frozenset[Path]()
    for _ in range(_ROUNDS):
        tree, differences = merge3(base, mine, theirs, kept)
        done = patch(ours, mine, tree, lambda tree: normal(shape, tree))
        if done.text is not None:
            return done.text, tree, tuple(one.path for one in differences), ""
        if not (more := frozenset(_unkept(done.commented, kept))):
            return ours, mine, (), f"it cannot be changed safely: {done.why or 'a comment stands there'}"
        kept |= more
    return ours, mine, (), "it holds too many comments to be changed safely"


def _unkept(commented: Iterable[Path], kept: AbstractSet[Path]) -> Iterator[Path]:
    """The values that hold a comment; of one that is kept already, in vain, what it is a part of."""
    for path in commented:
        wider = (path[:length] for length in range(len(path), 0, -1))
        yield from (one for one in [next((one for one in wider if one not in kept), None)] if one)
