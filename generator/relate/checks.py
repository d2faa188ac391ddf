"""References between records: every id named must lead somewhere, every event needs a source, every quote its speaker."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from generator.extract.actors.gazetteer import built_in_actors
from generator.model.corpus import Corpus
from generator.model.event_types import event_types
from generator.model.records import Actor, ArticleRecord, Briefing, Citation, Event, Place, Record
from generator.problems import Problem, Where
from generator.records.ids import existing
from generator.records.shape import BY_NAME
from generator.relate.findings import Finding, Keys, placed
from generator.relate.names import Hints, readable
from generator.relate.office_days import wrong_offices
from generator.relate.quotations import absent_speakers, missing_quotes
from generator.settings import Settings

_SOURCE = "reuters-2025-02-18-talks: {url: https://news.example.org/talks, outlet: reuters, published: 2025-02-18}"


class _At(NamedTuple):
    """The file of a record and the keys of the id in it; see `Finding`."""

    where: Where
    keys: Keys
    at_key: bool = False


class _Known(msgspec.Struct, frozen=True):
    corpus: Corpus
    hints: dict[str, Hints]
    settings: Settings


def check_references(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Report ids without a record, events without a source, speakers who take no part, words that no article has, and offices
    named on days when they were not held. Nothing is taken away: a page shows a readable form of an unknown id. A record that
    is there and has an error of its own is not called missing, and what could be read of it is looked at too."""
    known = _Known(corpus, _hints(corpus), settings)
    found = placed(_all(known), settings)
    return msgspec.structs.replace(corpus, review=(*corpus.review, *found)), found


def _hints(corpus: Corpus) -> dict[str, Hints]:
    return {
        "actor": Hints(corpus.actors, corpus.actors.values()),
        "place": Hints(corpus.places, corpus.places.values()),
        "outlet": Hints(corpus.outlets, corpus.outlets.values()),
        "article": Hints(corpus.articles),
        "event": Hints(corpus.events),
        "type": Hints(event_types()),
    }


def _all(known: _Known) -> Iterator[Finding]:
    corpus = known.corpus
    told = {one.record.where.path for one in corpus.broken}
    for records in (corpus.events, corpus.articles, corpus.actors, corpus.places, corpus.briefings):
        for record in records.values():
            if record.where.path not in told:
                yield from _of(known, record, frozenset())
    for one in corpus.broken:
        yield from _of(known, one.record, one.unread)


def _of(known: _Known, record: Record, unread: AbstractSet[str]) -> Iterator[Finding]:
    """What is wrong in one record. `unread`: fields that could not be read, so that nothing is missing for want of them."""
    match record:
        case Event():
            yield from _event(known, record, unread)
        case ArticleRecord():
            yield from _article(known, record)
        case Actor():
            yield from _actor(known, record)
        case Place():
            yield from _country(known, record)
        case Briefing():
            yield from _briefing(known, record)


def _event(known: _Known, event: Event, unread: AbstractSet[str]) -> Iterator[Finding]:
    corpus, where = known.corpus, event.where
    for actor in event.actors:
        yield from _unknown(known, _At(where, ("actors", actor), at_key=True), "actor", actor)
    yield from _listed(known, where, "place", event.places, "places")
    yield from _unknown(known, _At(where, ("type",)), "type", event.type)
    yield from _listed(known, where, "event", event.distinct_from, "distinct_from")
    if unread.isdisjoint(("actors", "unnamed")):
        yield from absent_speakers(corpus, event, known.hints["actor"])
    if not event.sources and "sources" not in unread:
        hint = f"write under sources: the id of an article here, or {_SOURCE}"
        problem = Problem(where, "warning", "source-missing", "expected a source, found none", hint)
        yield Finding(problem, ("sources",), at_key=True)
    for article_id, citation in event.sources.items():
        yield from _citation(known, where, article_id, citation)
    yield from missing_quotes(corpus, event)
    yield from wrong_offices(corpus, event)


def _citation(known: _Known, where: Where, article_id: str, citation: Citation) -> Iterator[Finding]:
    if not citation.url:
        yield from _unknown(known, _At(where, ("sources", article_id), at_key=True), "article", article_id)
    if citation.outlet:
        yield from _unknown(known, _At(where, ("sources", article_id, "outlet")), "outlet", citation.outlet)


def _article(known: _Known, article: ArticleRecord) -> Iterator[Finding]:
    if article.outlet:
        yield from _unknown(known, _At(article.where, ("outlet",)), "outlet", article.outlet)
    for number, line in enumerate(article.related):
        if line.article:
            yield from _unknown(known, _At(article.where, ("related", number, "article")), "article", line.article)


def _actor(known: _Known, actor: Actor) -> Iterator[Finding]:
    yield from _country(known, actor)
    for number, office in enumerate(actor.offices):
        if office.organisation:
            yield from _unknown(
                known, _At(actor.where, ("offices", number, "organisation")), "actor", office.organisation
            )
        if office.from_.start and office.to.end and office.from_.start >= office.to.end:
            message = f"expected the end of {office.title!r} after its beginning, found {office.from_} to {office.to}"
            hint = "write, for example, from: 2021-01-20 and to: 2025-01-20"
            yield Finding(
                Problem(actor.where, "warning", "office-dates", message, hint), ("offices", number, "to"), at_key=True
            )


def _country(known: _Known, record: Actor | Place) -> Iterator[Finding]:
    """A state that every reader of news knows needs no record of its own before the story turns to it."""
    if record.country and record.country not in built_in_actors():
        yield from _unknown(known, _At(record.where, ("country",)), "actor", record.country)


def _briefing(known: _Known, briefing: Briefing) -> Iterator[Finding]:
    yield from _listed(known, briefing.where, "actor", briefing.actors, "actors")
    yield from _listed(known, briefing.where, "place", briefing.places, "places")
    yield from _listed(known, briefing.where, "type", briefing.types, "types")


def _listed(known: _Known, where: Where, kind: str, ids: Iterable[str], key: str) -> Iterator[Finding]:
    for number, ident in enumerate(ids):
        if ident:
            yield from _unknown(known, _At(where, (key, number)), kind, ident)


def _unknown(known: _Known, at: _At, kind: str, ident: str) -> Iterator[Finding]:
    if ident in _records(known, kind) or _is_broken(known, kind, ident):
        return
    message = f"expected {_expected(known, kind)}, found {ident!r}"
    hint = known.hints[kind].hint(ident) or _otherwise(kind, ident)
    yield Finding(Problem(at.where, "warning", f"{kind}-unknown", message, hint), at.keys, at.at_key)


def _records(known: _Known, kind: str) -> Mapping[str, object]:
    return event_types() if kind == "type" else getattr(known.corpus, f"{kind}s")


def _is_broken(known: _Known, kind: str, ident: str) -> bool:
    """True when there is a file of that id: it was left out because of errors that are told at their own lines."""
    record_kind = BY_NAME.get(kind)  # type: ignore[call-overload]  # "type" is none
    return bool(record_kind and existing(known.settings.content_dir, record_kind, ident))


def _expected(known: _Known, kind: str) -> str:
    if kind == "type":
        return "an event type"
    a = "an" if kind[0] in "aeiou" else "a"
    beside = ", or a url: beside it" if kind == "article" else ""
    return f"{a} {kind} of {known.settings.content}/{kind}s/{beside}"


def _otherwise(kind: str, ident: str) -> str:
    """What to do where no known id is near."""
    if kind == "type":
        return "write, for example, type: announcement, or other where none fits"
    if kind == "article":
        return f"write, for example, {_SOURCE}"
    if kind == "event":
        return "an event's id is the name of its file without .yml"
    return f'correct it, or write its record: dateline new {kind} "{readable(ident)}"'
