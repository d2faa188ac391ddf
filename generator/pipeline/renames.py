"""What people have given another name beside events: bases follow actors, places, outlets and articles to their files."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Actor, ArticleRecord, Outlet, Place, Record
from generator.pipeline.content import Content, Key, key_of
from generator.problems import Problem, Where
from generator.records.base import Base, BaseRecord, Glance, base_path, base_text, read_base, text_digest
from generator.records.dump import to_tree
from generator.records.files import read_text, write_atomic
from generator.records.follow import followed, renamed
from generator.records.former import Names, earlier_ids, with_former
from generator.records.ids import slug
from generator.records.load import kind_at
from generator.records.rekey import rekeyed

_NAMED = ("actors", "places", "outlets")


def follow_articles(content: Content) -> tuple[Problem, ...]:
    """Give the base of every article whose record a person has renamed the new name too. Its events are led to it when it is
    extracted, which is due then."""
    problems: list[Problem] = []
    for earlier in [one for one in content.bases if content.is_gone(("articles", one))]:
        base, _ = read_base(content.settings, earlier)
        entry = base.records.get(f"articles/{earlier}.yml") if base else None
        now = _renamed_article(content, earlier, entry) if entry else ""
        if base and now:
            try:
                _follow_article(content, earlier, now, base)
            except OSError as error:
                where = Where(base_path(content.settings, now))
                problems.append(Problem(where, "error", "write-failed", f"cannot write: {error.strerror}"))
    return tuple(problems)


def _renamed_article(content: Content, earlier: str, entry: BaseRecord) -> str:
    """The id of the one record that names the same seed, or has its digest, and that no extraction has written."""
    records = (one for one in content.records("articles") if isinstance(one, ArticleRecord))
    same = [
        one.id
        for one in records
        if (one.seed and one.seed == entry.record.get("seed"))
        or (one.digest and one.digest == entry.record.get("digest"))
    ]
    is_new = len(same) == 1 and (
        not content.is_written(("articles", same[0])) or _has_come_from(content, same[0], earlier)
    )
    return same[0] if is_new else ""


def _has_come_from(content: Content, article: str, earlier: str) -> bool:
    """True when the base was written under the new id already, and a killed run has left the earlier one."""
    return earlier in content.bases.get(article, Glance()).born.values()


def _follow_article(content: Content, earlier: str, now: str, base: Base) -> None:
    """Write the base under the new id, then take the earlier one away. Raises `OSError`."""
    settings = content.settings
    if not content.is_written(("articles", now)):
        moved = followed(base, {f"articles/{earlier}.yml": f"articles/{now}.yml"})
        records = {
            path: msgspec.structs.replace(
                entry, record=rekeyed(entry.record, {earlier: now}), said=rekeyed(entry.said, {earlier: now})
            )
            for path, entry in moved.records.items()
        }
        write_atomic(settings.root / base_path(settings, now), base_text(Base("", records)))
    (settings.root / base_path(settings, earlier)).unlink(missing_ok=True)
    content.enter(earlier)
    content.enter(now)


def with_renamed(content: Content, base: Base) -> Base:
    """The base of an article with the actors, places and outlets that people have renamed under their new paths. A file counts
    as the record renamed when it says so, is as it was or has one of its names, and when it is the only one."""
    pairs = [(path, new) for path, entry in base.records.items() if entry.sha256 for new in _now(content, path, entry)]
    old, new = [path for path, _ in pairs], [path for _, path in pairs]
    return followed(base, {path: to for path, to in pairs if old.count(path) == new.count(to) == 1})


def _now(content: Content, path: str, entry: BaseRecord) -> Iterator[str]:
    key, kind = key_of(path), kind_at(path)
    if kind and key and key[0] in _NAMED and content.is_gone(key):
        names = Names.of(entry.record).whole
        for record in content.unclaimed(key):
            if (
                key[1] in earlier_ids(record)
                or names & Names.of(to_tree(record)).whole
                or _is_as_it_was(content, record, entry)
            ):
                yield record.where.path.removeprefix(f"{content.settings.content}/")


def _is_as_it_was(content: Content, record: Record, entry: BaseRecord) -> bool:
    text, _ = read_text(content.settings.root / record.where.path, record.where.path)
    return text is not None and text_digest(text) == entry.sha256


def has_renamed(content: Content, article: str) -> bool:
    """True when a person has renamed a record of an article since it was extracted."""
    gone = tuple(_gone(content, article))
    if not gone:
        return False
    base, _ = read_base(content.settings, article)
    if base is None:
        return False
    citing = content.citing(article) if any(key[0] == "events" for key in gone) else {}
    return with_renamed(content, base) is not base or bool(renamed(content.settings.content_dir, base, citing, article))


def as_renamed(content: Content, corpus: Corpus) -> Corpus:
    """`corpus` as the next extraction will have it: records renamed with their earlier ids. Nothing is written."""
    records = {folder: {one.id: one for one in content.records(folder)} for folder in ("articles", *_NAMED)}
    for folder, earlier, now in _all_renamed(content):
        records[folder][now] = with_former(records[folder][now], (earlier,), now)
    return msgspec.structs.replace(corpus, **records)


def _all_renamed(content: Content) -> Iterator[tuple[str, str, str]]:
    """The folder, the earlier id and the one of today of what people have renamed and no extraction has followed yet."""
    for article in content.bases:
        is_gone = content.is_gone(("articles", article))
        base, _ = read_base(content.settings, article) if is_gone or any(_gone(content, article)) else (None, ())
        entry = base.records.get(f"articles/{article}.yml") if base else None
        now = _renamed_article(content, article, entry) if entry and is_gone else ""
        if now:
            yield "articles", article, now
        for path, entry in with_renamed(content, base).records.items() if base else ():
            key = key_of(path)
            if key and entry.was and key[0] in _NAMED:
                yield key[0], entry.was[-1], key[1]


def _gone(content: Content, article: str) -> Iterator[Key]:
    """The records of an article that are not where they were, as long as there is something that they might be now."""
    keys = [key for below in content.bases[article].written if (key := key_of(below)) and content.get(key) is None]
    cites_new = bool(keys) and any(
        not content.is_written(("events", one.id)) for one in content.citing(article).values()
    )
    for key in keys:
        near = key[0] in _NAMED and any(_may_be(key[1], record) for record in content.unclaimed(key))
        if (cites_new if key[0] == "events" else near) and content.is_gone(key):
            yield key


def _may_be(ident: str, record: Record) -> bool:
    """True when a record shares a word with an id, which was made from a name of the one that had it: a quick first look."""
    names = (record.name, *record.aliases) if isinstance(record, Actor | Place | Outlet) else ()
    words = {word for name in names for word in _words(name)}
    return ident in earlier_ids(record) or not words.isdisjoint(ident.split("-"))


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    return frozenset(slug(name).split("-"))
