"""Names claimed twice: an earlier id that another record has, a spelling that two actors or places share."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Actor, Outlet, Place, Record
from generator.problems import Problem
from generator.records.former import earlier_ids, former_key
from generator.records.shape import KINDS, kind_of
from generator.relate.findings import Finding, Keys, placed
from generator.settings import Settings

T = TypeVar("T", bound=Record)


def check_names(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Report earlier ids that lead nowhere certain, and names of two records of one kind; those with errors count."""
    findings = (
        *(
            one
            for kind in KINDS
            for one in _earlier(kind.name, _every(corpus, getattr(corpus, kind.folder), kind.type))
        ),
        *_shared("actor", _every(corpus, corpus.actors, Actor)),
        *_shared("place", _every(corpus, corpus.places, Place)),
        *_shared("outlet", _every(corpus, corpus.outlets, Outlet)),
    )
    found = placed(findings, settings)
    return msgspec.structs.replace(corpus, review=(*corpus.review, *found)), found


def _every(corpus: Corpus, records: Mapping[str, T], kind: type[T]) -> list[T]:
    """All records of a kind, each file once, as it is now."""
    broken: list[T] = [one.record for one in corpus.broken if isinstance(one.record, kind)]
    told = {one.where.path for one in broken}
    return [*(one for one in records.values() if one.where.path not in told), *broken]


def _earlier(kind: str, records: list[Record]) -> Iterator[Finding]:
    ids = {record.id for record in records}
    taken: dict[str, str] = {}
    for record in records:
        for number, earlier in enumerate(earlier_ids(record)):
            holder = earlier if earlier in ids else taken.setdefault(earlier, record.id)
            if holder != record.id:
                message = (
                    f"expected an earlier id of this {kind} only, found {earlier!r}, which leads to {holder} already"
                )
                problem = Problem(record.where, "warning", "alias-taken", message, "keep it in one of the two records")
                yield Finding(problem, (former_key(kind_of(record)), number))


def _shared(kind: str, records: Iterable[Actor | Place | Outlet]) -> Iterator[Finding]:
    holders: dict[str, str] = {}
    for record in records:
        for name, keys in _names(record):
            holder = holders.setdefault(name.casefold(), record.id)
            if name and holder != record.id:
                hint = "if they are one, merge the records; if not, keep the name where it is meant more often"
                message = f"expected a name of one {kind}, found {name!r}, which also names {holder}"
                yield Finding(Problem(record.where, "info", "name-shared", message, hint), keys)


def _names(record: Actor | Place | Outlet) -> Iterator[tuple[str, Keys]]:
    yield record.name, ("name",)
    yield from ((alias, ("aliases", number)) for number, alias in enumerate(record.aliases) if alias != record.name)
