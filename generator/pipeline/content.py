"""content/ while articles are extracted one after the other: the truth that grows, and who wrote which record of it.

An article is read with what people wrote and with what the articles before it in the order gave, without its own records and
without those of later articles. So a second extraction of everything finds what the first one found, and writes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from generator.extract.context import Known
from generator.model.corpus import Corpus
from generator.model.records import Event, Record
from generator.pipeline.references import References
from generator.problems import Problem
from generator.records.base import Base, Glance, glance, text_digest
from generator.records.files import read_text
from generator.records.former import earlier_ids
from generator.records.ids import existing
from generator.records.load import kind_at, read_record
from generator.records.shape import KINDS, kind_of
from generator.records.step import Beside
from generator.records.store import Saved
from generator.settings import Settings

Key = tuple[str, str]  # the folder below content/ and the id
_NAMED = ("actors", "places", "outlets")


class Content:
    """`bases`: what the last extraction of each article wrote, in a few words. A record counts as a person's when no base
    holds it or when its file has changed since."""

    def __init__(self, settings: Settings, corpus: Corpus, *, with_bases: bool = True) -> None:
        self.settings = settings
        self.bases: dict[str, Glance] = {}
        self._records = {kind.folder: dict(getattr(corpus, kind.folder)) for kind in KINDS}
        self._makers: dict[Key, set[str]] = {}
        self._deleted: dict[Key, set[str]] = {}
        self._known = Known()
        self._references: References | None = None
        self._cited: defaultdict[str, set[str]] | None = None
        self._writers: defaultdict[Key, set[str]] = defaultdict(set)
        self._unedited = Known()
        bases = (settings.content_dir / ".extracted").glob("*.yml") if with_bases else ()
        for path in sorted(bases):
            self.enter(path.stem)

    def corpus(self) -> Corpus:
        """All records as they are now, in the order of their paths."""
        return Corpus(
            **{  # type: ignore[arg-type]  # each folder's name is a field of the corpus
                folder: dict(sorted(records.items(), key=lambda item: item[1].where.path))
                for folder, records in self._records.items()
            }
        )

    def get(self, key: Key) -> Record | None:
        """A record by its folder and id."""
        return self._records[key[0]].get(key[1])

    def records(self, folder: str) -> Iterable[Record]:
        """Every record of a kind."""
        return self._records[folder].values()

    def is_written(self, key: Key) -> bool:
        """True for a record that an extraction has written, edited since or not."""
        return bool(self._writers.get(key))

    def is_gone(self, key: Key) -> bool:
        """True when there is no file of that kind and id."""
        return self.get(key) is None and not self._file_of(key)

    def unclaimed(self, key: Key) -> Iterator[Record]:
        """What one that is gone might be by now: records of its kind that no extraction has written, or of that earlier id."""
        for ident, record in self._records[key[0]].items():
            if not self.is_written((key[0], ident)) or key[1] in earlier_ids(record):
                yield record

    def by_people(self) -> Known:
        """The actors, places and outlets that are no article's own."""
        return self._where(lambda key: key not in self._makers)

    def known_to(self, article: str, position: Mapping[str, int]) -> Known:
        """What an article is read with. `position`: of each article in the order; one without a seed comes before all."""
        here = position[article]
        known = self._where(
            lambda key: key not in self._makers or any(position.get(one, -1) < here for one in self._makers[key])
        )
        if known != self._known:  # what is made from it is kept for as long as it is the same object
            self._known = known
        return self._known

    def without_edited(
        self, article: str, position: Mapping[str, int], base: Base | None
    ) -> tuple[Known, dict[Key, str]]:
        """What an article would be read with if people had changed nothing in the actors, places and outlets of its `base` that
        it was the first to give; and these records, each with the id that extraction gives it. None of them: they have not."""
        edited = {key: born for key, born in self._edited(base or Base()) if self._is_first(article, key, position)}
        known = self.known_to(article, position) if edited else Known()
        bare = Known(
            *(
                {ident: one for ident, one in getattr(known, folder).items() if (folder, ident) not in edited}
                for folder in _NAMED
            )
        )
        if bare != self._unedited:
            self._unedited = bare
        return self._unedited, edited

    def _edited(self, base: Base) -> Iterator[tuple[Key, str]]:
        for below, entry in base.records.items():
            key = key_of(below)
            if key and key[0] in _NAMED and key not in self._makers and self.get(key):
                yield key, entry.born or key[1]

    def _is_first(self, article: str, key: Key, position: Mapping[str, int]) -> bool:
        return not any(position.get(one, -1) < position[article] for one in self._writers[key] - {article})

    def in_use(self, article: str) -> frozenset[str]:
        """The ids of an article's records that other articles wrote too, or that other records name. What its own records name
        is for the plan of saving it to see."""
        keys = [key for below in self.bases.get(article, Glance()).written if (key := key_of(below))]
        own = [record for key in keys if (record := self.get(key))]
        shared = frozenset(ident for folder, ident in keys if self._makers.get((folder, ident), set()) - {article})
        return shared | self.named_beside((ident for _, ident in keys), own) if keys else shared

    def beside(self, article: str, text: str = "") -> Beside:
        """What saving an article has to know of the rest. `text`: of the article."""
        return Beside(self.in_use(article), self.citing(article), text)

    def citing(self, article: str) -> dict[str, Event]:
        """The events that cite an article, by their paths below content/."""
        if self._cited is None:
            self._cited = defaultdict(set)
            for record in self._records["events"].values():
                self._cite(record, record.id)
        record = self.get(("articles", article))
        born = self.bases.get(article, Glance()).born.get(f"articles/{article}.yml", "")
        names = (article, *(earlier_ids(record) if record else ()), *((born,) if born else ()))
        cited = {ident for name in names for ident in self._cited[name]}
        events = (_citing(self._records["events"][ident], names) for ident in sorted(cited))
        folder = f"{self.settings.content}/"
        return {event.where.path.removeprefix(folder): event for event in events}

    def was_deleted(self, article: str, record: Record) -> bool:
        """True for an actor, place or outlet that a person has removed after another article had given it."""
        return bool(self._deleted.get((kind_of(record).folder, record.id), set()) - {article})

    def take_in(self, article: str, saved: Saved) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Follow what saving an article has done to the files; the paths that were not there before."""
        new: list[str] = []
        problems: list[Problem] = []
        for path in (*saved.removed, *saved.written):
            below = path.removeprefix(f"{self.settings.content}/")
            kind, key = kind_at(below), key_of(below)
            if kind and key:
                gone = path in saved.removed
                record, found = (None, ()) if gone else read_record(self.settings.root / path, path, kind)
                new += [path] if not gone and self.get(key) is None else []
                self._change(key, record)
                problems += found
        self.enter(article)
        return tuple(new), tuple(problems)

    def is_unedited(self, record: Record, digest: str) -> bool:
        """True when the file of a record is what `digest` is the sha256 of."""
        text, _ = read_text(self.settings.root / record.where.path, record.where.path)
        return text is not None and text_digest(text) == digest

    def named_beside(self, ids: Iterable[str], own: Iterable[Record]) -> frozenset[str]:
        """Those of `ids` that other records than `own` name."""
        if self._references is None:
            self._references = References(record for records in self._records.values() for record in records.values())
        return self._references.named_beside(ids, own)

    def _where(self, fits: Callable[[Key], bool]) -> Known:
        return Known(
            *(
                {ident: one for ident, one in self._records[folder].items() if fits((folder, ident))}
                for folder in _NAMED
            )
        )

    def _cite(self, event: Event, ident: str) -> None:
        """Enter an event among those of the articles it cites, or take it out."""
        if self._cited is not None:
            for article in event.sources:
                self._cited[article] ^= {ident}

    def _change(self, key: Key, record: Record | None) -> None:
        records = self._records[key[0]]
        for one in (records.get(key[1]), record):
            if isinstance(one, Event):
                self._cite(one, key[1])
        if self._references:
            self._references.change(records.get(key[1]), record)
        if record:
            records[key[1]] = record
        else:
            records.pop(key[1], None)

    def enter(self, article: str) -> None:
        """Note what the base of an article says, in place of what it said before."""
        for owners in (self._makers, self._deleted):
            for before in self._keys(article):
                articles = owners.pop(before, set()) - {article}
                if articles:
                    owners[before] = articles
        for before in self._keys(article):
            self._writers[before].discard(article)
        self.bases[article] = glance(self.settings, article)
        for now in self._keys(article):
            self._writers[now].add(article)
        for below, digest in self.bases[article].written.items():
            key = key_of(below)
            if key and key[0] in _NAMED and below not in self.bases[article].born:
                self._attribute(article, key, digest)

    def _attribute(self, article: str, key: Key, digest: str) -> None:
        record = self.get(key)
        if record and self.is_unedited(record, digest):
            self._makers.setdefault(key, set()).add(article)
        elif not record and not self._file_of(key):
            self._deleted.setdefault(key, set()).add(article)

    def _keys(self, article: str) -> Iterator[Key]:
        return (key for below in self.bases.get(article, Glance()).written if (key := key_of(below)))

    def _file_of(self, key: Key) -> str:
        kind = next(kind for kind in KINDS if kind.folder == key[0])
        return existing(self.settings.content_dir, kind, key[1])


def _citing(event: Event, names: tuple[str, ...]) -> Event:
    """An event that names an article by its first name."""
    first = next(name for name in names if name in event.sources)
    return event if first == names[0] else replace(event, sources={**event.sources, names[0]: event.sources[first]})


def key_of(below: str) -> Key | None:
    """The folder and the id of the record at a path below content/."""
    kind = kind_at(below)
    return (kind.folder, PurePosixPath(below).stem) if kind else None
