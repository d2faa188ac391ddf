"""What the files that stay name, so that no record is taken away that one of them leads to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from generator.records.files import read_text
from generator.records.step import Step
from generator.records.yamltext import compose, plain

_FORMER = ("aliases", "former_ids")  # names that lead here, not from here
_WORD = re.compile(r"[^\s\"',:\[\]{}#]+")


def kept(vanished: Iterable[Step], named: AbstractSet[str], texts: Iterable[str], content: Path) -> Iterator[Step]:
    """The steps of records that extraction does not find any more; one that would be removed is in use when its id is among
    `named` or when a file that stays names it. `texts`: of the other files that stay."""
    steps = tuple(vanished)
    waiting = {step.below: step for step in steps if step.decision == "remove"}
    staying = [step for step in steps if step.decision != "remove"]
    yield from staying
    names = set(named).union(*map(ids_in, texts), *(_in_file(content, step) for step in staying))
    while found := [below for below in waiting if PurePosixPath(below).stem in names]:
        for below in found:
            names |= _in_file(content, waiting[below])
            yield _in_use(waiting.pop(below))
    yield from waiting.values()


def _in_use(step: Step) -> Step:
    entry = msgspec.structs.replace(step.old, next="", merged="", open=()) if step.old else None
    return step._replace(decision="in use", entry=entry)


def _in_file(content: Path, step: Step) -> frozenset[str]:
    return ids_in(read_text(content / step.below, step.below)[0] or "")


def ids_in(text: str) -> frozenset[str]:
    """Every text that a record's file says, the keys of its maps too; of a file that cannot be read, every word."""
    node, problems = compose(text, "")
    if node is None or any(problem.level == "error" for problem in problems):
        return frozenset(_WORD.findall(text))
    try:
        tree = plain(node)
    except ValueError:
        return frozenset(_WORD.findall(text))
    return frozenset(texts(tree))


def texts(tree: Any) -> Iterator[str]:
    """Every text of a tree, the keys of its maps too; not what the record itself was called before."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping):
        yield from tree
        for name, value in tree.items():
            if name not in _FORMER:
                yield from texts(value)
    else:
        for item in tree:
            yield from texts(item)
