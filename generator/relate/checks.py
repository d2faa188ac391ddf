"""References between records: every id named must lead somewhere, every event needs a source, every quote its speaker."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.model.corpus import Corpus
from generator.model.event_types import event_types
from generator.model.records import Actor, ArticleRecord, Briefing, Citation, Event, Place
from generator.problems import Problem, Where
from generator.relate.names import Hints
from generator.settings import Settings


class _Known(msgspec.Struct, frozen=True):
    corpus: Corpus
    hints: dict[str, Hints]


def check_references(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Report ids without a record, events without a source and speakers who take no part. Nothing is taken away: a page
    shows a readable form of an unknown id."""
    known = _Known(corpus, _hints(corpus))
    found = tuple(_all(known))
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


def _all(known: _Known) -> Iterator[Problem]:
    corpus = known.corpus
    for event in corpus.events.values():
        yield from _event(known, event)
    for article in corpus.articles.values():
        yield from _article(known, article)
    for actor in corpus.actors.values():
        yield from _actor(known, actor)
    for place in corpus.places.values():
        yield from _country(known, place)
    for briefing in corpus.briefings.values():
        yield from _briefing(known, briefing)


def _event(known: _Known, event: Event) -> Iterator[Problem]:
    corpus, where = known.corpus, event.where
    yield from _unknown(known, where, "actor", event.actors, corpus.actors)
    yield from _unknown(known, where, "place", event.places, corpus.places)
    yield from _unknown(known, where, "type", (event.type,), event_types())
    yield from _unknown(known, where, "event", event.distinct_from, corpus.events)
    yield from _speakers(event)
    if not event.sources:
        hint = "add an article id under sources:, or any name with url, outlet and published"
        yield Problem(where, "warning", "source-missing", "the event names no source", hint)
    for article_id, citation in event.sources.items():
        yield from _citation(known, where, article_id, citation)


def _speakers(event: Event) -> Iterator[Problem]:
    present = {*event.actors, *event.unnamed, ""}
    speakers = (*(quote.speaker for quote in event.quotes), *(remark.speaker for remark in event.remarks))
    for speaker in dict.fromkeys(speakers):
        if speaker not in present:
            hint = f"add {speaker!r} under actors: or unnamed: with the role speaker"
            yield Problem(event.where, "warning", "speaker-absent", f"{speaker!r} is quoted but takes no part", hint)


def _citation(known: _Known, where: Where, article_id: str, citation: Citation) -> Iterator[Problem]:
    corpus = known.corpus
    if article_id not in corpus.articles and not citation.url:
        hint = known.hints["article"].hint(article_id) or "write the article's record, or give its url here"
        yield Problem(where, "warning", "article-unknown", f"no article {article_id!r}", hint)
    if citation.outlet:
        yield from _unknown(known, where, "outlet", (citation.outlet,), corpus.outlets)
    text = _plain(corpus.texts.get(article_id, ""))
    for sentence in citation.quote if text else ():
        if not all(part.strip() in text for part in _plain(sentence).split("…")):
            hint = "copy the sentence exactly as the article has it"
            yield Problem(where, "warning", "quote-not-found", f"{article_id} does not say {sentence[:60]!r}", hint)


def _article(known: _Known, article: ArticleRecord) -> Iterator[Problem]:
    if article.outlet:
        yield from _unknown(known, article.where, "outlet", (article.outlet,), known.corpus.outlets)
    resolved = (line.article for line in article.related if line.article)
    yield from _unknown(known, article.where, "article", resolved, known.corpus.articles)


def _actor(known: _Known, actor: Actor) -> Iterator[Problem]:
    yield from _country(known, actor)
    employers = (office.organisation for office in actor.offices if office.organisation)
    yield from _unknown(known, actor.where, "actor", employers, known.corpus.actors)
    for office in actor.offices:
        if office.from_.start and office.to.end and office.from_.start >= office.to.end:
            message = f"the office {office.title!r} ends ({office.to}) before it begins ({office.from_})"
            yield Problem(actor.where, "warning", "office-dates", message, "from: 2021-01-20 and to: 2025-01-20")


def _country(known: _Known, record: Actor | Place) -> Iterator[Problem]:
    if record.country:
        yield from _unknown(known, record.where, "actor", (record.country,), known.corpus.actors)


def _briefing(known: _Known, briefing: Briefing) -> Iterator[Problem]:
    yield from _unknown(known, briefing.where, "actor", briefing.actors, known.corpus.actors)
    yield from _unknown(known, briefing.where, "place", briefing.places, known.corpus.places)
    yield from _unknown(known, briefing.where, "type", briefing.types, event_types())


def _unknown(
    known: _Known, where: Where, kind: str, ids: Iterable[str], records: Mapping[str, object]
) -> Iterator[Problem]:
    for record_id in ids:
        if record_id not in records:
            yield Problem(
                where, "warning", f"{kind}-unknown", f"no {kind} {record_id!r}", known.hints[kind].hint(record_id)
            )


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())
