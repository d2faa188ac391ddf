"""The records an article gives: what extraction found, the article itself, its outlet."""

from collections.abc import Iterable, Iterator

import msgspec

from generator.extract.annotate import Annotations
from generator.extract.context import Known
from generator.model.records import ArticleRecord, Outlet
from generator.model.text import Article
from generator.pipeline.content import key_of
from generator.pipeline.seeds import Seed
from generator.read.outlets import known_outlets
from generator.records.base import Base
from generator.records.emit import emit
from generator.records.formats import FORMATS
from generator.records.load import kind_at, parse_record
from generator.records.match import Draft


def drafts_of(seed: Seed, found: Annotations | None, known: Known, base: Base | None) -> tuple[Draft, ...]:
    """All that is to be saved for a seed; `found` is `None` for a dismissed one. `base`: what its last extraction wrote."""
    own = tuple(Draft(record, sentences) for record, sentences in found.drafts) if found else ()
    outlet = new_outlet(seed.unaided, known)
    named = {mention.value for mention in found.mentions} if found else set()
    kept = still_named(base, named | {seed.article.outlet}, known) if base else ()
    return (*own, Draft(article_record(seed.unaided)), *((Draft(outlet),) if outlet else ()), *kept)


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


def still_named(base: Base, named: Iterable[str], known: Known) -> Iterator[Draft]:
    """Records of the last extraction that are known from elsewhere by now (a person has edited them, say) and that the article
    still names: as they were written, so that they do not count as lost."""
    names = set(named)
    for below, entry in base.records.items():
        kind, key = kind_at(below), key_of(below)
        if kind and key and key[1] in names and key[1] in getattr(known, key[0], ()):
            record, _ = parse_record(emit(entry.record), below, kind)
            if record:
                yield Draft(record, entry.sentences)


def _formed(form: str, text: str) -> str:
    return text if FORMATS[form].accepts(text) else ""
