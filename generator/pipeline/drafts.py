"""The records an article gives: what extraction found, the article itself, its outlet."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from generator.extract.annotate import Annotations
from generator.extract.context import Known
from generator.model.records import ArticleRecord, Outlet, Record
from generator.model.text import Article
from generator.pipeline.content import Key, key_of
from generator.pipeline.seeds import Seed
from generator.read.outlets import known_outlets
from generator.records.base import Base
from generator.records.emit import emit
from generator.records.formats import FORMATS
from generator.records.load import kind_at, parse_record
from generator.records.match import Draft
from generator.records.shape import kind_of


def drafts_of(
    seed: Seed, found: Annotations | None, known: Known, base: Base | None, anew: Iterable[Record] = ()
) -> tuple[Draft, ...]:
    """All that is to be saved for a seed; `found` is `None` for a dismissed one. `base`: what its last extraction wrote.
    `anew`: what extraction says now of records that people have edited."""
    own = tuple(Draft(record, sentences) for record, sentences in found.drafts) if found else ()
    outlet = new_outlet(seed.unaided, known)
    named = {mention.value for mention in found.mentions} if found else set()
    fresh = tuple(Draft(record) for record in anew)
    drafted = {(kind_of(draft.record).folder, draft.record.id) for draft in fresh}
    kept = still_named(base, named | {seed.article.outlet}, known, drafted) if base else ()
    return (*own, Draft(article_record(seed.unaided)), *((Draft(outlet),) if outlet else ()), *fresh, *kept)


def drafted_anew(seed: Seed, found: Annotations | None, bare: Known, edited: Mapping[Key, str]) -> Iterator[Record]:
    """What extraction says now of records that people have edited, each under the id it has in content/. `found`: all that was
    found without knowing them, with `bare` known. `edited`: of each the id that extraction gives it."""
    outlet = new_outlet(seed.unaided, bare)
    records: tuple[Record, ...] = (*(found.actors if found else ()), *(found.places if found else ()))
    drafted = {(kind_of(one).folder, one.id): one for one in (*records, *((outlet,) if outlet else ()))}
    for key, born in edited.items():
        record = drafted.get((key[0], born))
        if record:
            yield msgspec.structs.replace(record, id=key[1])


def article_record(article: Article) -> ArticleRecord:
    """What is known of an article beside its text. An address or a language that no record could hold is left out."""
    return ArticleRecord(
        article.id,
        title=article.title,
        seed=article.where.path,
        digest=article.digest,
        outlet=article.outlet,
        author=article.author,
        url=_formed("url", article.url),
        published=article.published,
        published_time=article.published_time,
        published_basis=article.published_basis,
        published_note=article.published_note,
        language=_formed("language", article.language),
        related=tuple(
            msgspec.structs.replace(line, url=_formed("url", line.url)) for line in article.related if line.headline
        ),
        sources=tuple(filter(None, (_formed("address", address) for address in article.sources))),
    )


def new_outlet(article: Article, known: Known) -> Outlet | None:
    """The outlet of an article, when content/ does not hold it."""
    if not article.outlet or article.outlet in known.outlets:
        return None
    name = article.outlet_name or article.outlet
    built_in = next((one for one in known_outlets() if one.id == article.outlet), None)
    if built_in is None:
        return Outlet(article.outlet, name)
    return Outlet(built_in.id, built_in.name, built_in.aliases, built_in.country, kind=built_in.kind)  # type: ignore[arg-type]  # the kinds of the list are those of the model


def still_named(base: Base, named: Iterable[str], known: Known, drafted: AbstractSet[Key]) -> Iterator[Draft]:
    """Records of the last extraction that are known from elsewhere by now (an earlier article gives them, say), not `drafted`
    anew, and that the article still names: as they were written, so that they do not count as lost."""
    names = set(named)
    for below, entry in base.records.items():
        kind, key = kind_at(below), key_of(below)
        if kind and key and key not in drafted and key[1] in names and key[1] in getattr(known, key[0], ()):
            record, _ = parse_record(emit(entry.record), below, kind)
            if record:
                yield Draft(record, entry.sentences)


def _formed(form: str, text: str) -> str:
    return text if FORMATS[form].accepts(text) else ""
