"""How records are called, and which known id an unknown one may have meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from slugify import slugify

from generator.model.corpus import Corpus
from generator.model.records import Actor, Outlet, Place

Named = Actor | Place | Outlet
_CANDIDATES = 200
"""Ids compared letter by letter for one hint, so that a thousand unknown ids stay cheap."""


def readable(slug: str) -> str:
    """A name to show for an id without a record: `pete-hegseth` gives "Pete Hegseth"; other words stay as they are."""
    if not slug or not all(part.isalnum() for part in slug.split("-")) or slug != slug.lower():
        return slug
    return " ".join(part.capitalize() for part in slug.split("-"))


def source_name(corpus: Corpus, words: str) -> str:
    """An outlet's or actor's name when `words` is its id, else the words as written."""
    record = corpus.outlets.get(words) or corpus.actors.get(words)
    return record.name if record else words


class Hints:
    """Finds "did you mean" among the ids of one kind of record, by alias first, then by likeness."""

    def __init__(self, records: Mapping[str, object], named: Iterable[Named] = ()) -> None:
        self._by_alias = {slugify(alias): record.id for record in named for alias in (record.name, *record.aliases)}
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for record_id in records:
            for part in {*record_id.split("-"), record_id[:3], record_id[-3:]}:
                self._by_part[part].append(record_id)

    def hint(self, wrong: str) -> str:
        """`did you mean ...?`, or nothing when no id is near."""
        near = self.nearest(wrong)
        return f"did you mean {near}?" if near else ""

    def nearest(self, wrong: str) -> str:
        """The id that was probably meant, or nothing."""
        alias = self._by_alias.get(slugify(wrong))
        return alias or next(iter(get_close_matches(wrong, self._near(wrong), n=1, cutoff=0.6)), "")

    def _near(self, wrong: str) -> list[str]:
        parts = sorted({*wrong.split("-"), wrong[:3], wrong[-3:]}, key=lambda part: len(self._by_part.get(part, ())))
        found = dict.fromkeys(name for part in parts for name in self._by_part.get(part, ())[:_CANDIDATES])
        return list(found)[:_CANDIDATES]
