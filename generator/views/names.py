"""Lists of names long enough to need headings: by kind, and by letter when a kind has many."""

import unicodedata
from collections.abc import Iterable

import msgspec

from generator.views.rows import Ref

_MANY = 60


class Section(msgspec.Struct, frozen=True, gc=False):
    """Names under one heading; `letters` are (letter, names), with an empty letter where there are too few to divide."""

    key: str
    label: str
    letters: tuple[tuple[str, tuple[Ref, ...]], ...]
    total: int


def section(key: str, label: str, refs: Iterable[Ref]) -> Section:
    """The names in alphabetical order, under their letters when they are many."""
    ordered = sorted(refs, key=lambda ref: (sort_name(ref.name), ref.id))
    if len(ordered) <= _MANY:
        return Section(key, label, (("", tuple(ordered)),) if ordered else (), len(ordered))
    letters: dict[str, list[Ref]] = {}
    for ref in ordered:
        letters.setdefault(_letter(ref.name), []).append(ref)
    return Section(key, label, tuple((letter, tuple(names)) for letter, names in letters.items()), len(ordered))


def sort_name(name: str) -> str:
    """The name without accents and case, as an index orders it."""
    bare = unicodedata.normalize("NFKD", name)
    return "".join(char for char in bare if not unicodedata.combining(char)).casefold()


def _letter(name: str) -> str:
    first = sort_name(name)[:1].upper()
    return first if first.isalpha() else "0–9"
