"""What a person should settle: dates that are assumed, doubtful or contradicted, and sources that disagree."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from generator.model.corpus import Corpus
from generator.model.dates import UNKNOWN, DateError, PartialDate, parse_edtf
from generator.model.records import ArticleRecord, Citation, Event
from generator.problems import Level, Problem
from generator.relate.corroboration import publisher
from generator.relate.findings import Finding, placed
from generator.relate.names import source_name
from generator.settings import Settings


def find_conflicts(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Add the review items; an article whose day nobody has stated is also reported, since every date in it leans on it,
    unless its text is at hand: reading it has told that already."""
    unstated = {article.id: item for article in corpus.articles.values() if (item := _published(article))}
    published = placed((Finding(item, ("published",)) for item in unstated.values()), settings)
    untold = tuple(item for article_id, item in zip(unstated, published, strict=True) if article_id not in corpus.texts)
    as_of = last_day(corpus)
    events = tuple(item for event in corpus.events.values() for item in _event(corpus, event, as_of))
    return msgspec.structs.replace(corpus, review=(*corpus.review, *published, *events)), untold


def last_day(corpus: Corpus) -> date | None:
    """The newest day the records know of: the last publication or access. Pages count from it, never from the clock."""
    days = [article.published for article in corpus.articles.values()]
    days += [_access(article.accessed) for article in corpus.articles.values() if article.accessed]
    days += [citation.published for event in corpus.events.values() for citation in event.sources.values()]
    known = [value.start for value in days if value.start and value.precision == "day"]
    return max(known, default=None)


def _access(text: str) -> PartialDate:
    try:
        return parse_edtf(text[:10])
    except DateError:
        return UNKNOWN


def _published(article: ArticleRecord) -> Problem | None:
    if article.published_basis == "stated" or article.status == "dismissed":
        return None
    known = f"assumed to be {article.published}" if article.published.edtf else "unknown"
    note = f" ({article.published_note})" if article.published_note else ""
    hint = "look it up and write published: 2025-02-18 with published_basis: stated"
    return Problem(article.where, "info", "published-assumed", f"the day of publication is {known}{note}", hint)


def _event(corpus: Corpus, event: Event, as_of: date | None) -> Iterator[Problem]:
    if event.status == "dismissed":
        return
    if event.date_basis == "assumed":
        note = f": {event.date_note}" if event.date_note else ""
        yield _item(event, "date-assumed", f"the date {event.date} is assumed{note}", "confirm it: date_basis: stated")
    elif not event.date.edtf:
        yield _item(
            event, "date-unknown", "no source gives a date", "write date: 2025-02, or ../2025-02-18 for 'by then'"
        )
    elif event.date.uncertain:
        yield _item(event, "date-doubtful", f"the date {event.date} is doubtful", "drop the '?' once it is settled")
    yield from _disagreement(corpus, event)
    yield from _order(corpus, event, as_of)


def _disagreement(corpus: Corpus, event: Event) -> Iterator[Problem]:
    """A person who has reviewed the event and written a note has decided."""
    settled = event.status == "reviewed" and event.note
    versions = {source: citation for source, citation in event.sources.items() if citation.says}
    if versions and not settled:
        said = "; ".join(f"{_who(corpus, *version)}: {version[1].says.rstrip('.')}" for version in versions.items())
        others = f"; the record: {event.title}" if len(versions) == 1 else ""
        yield _item(event, "sources-disagree", f"{said}{others}", "decide which to follow and say why in note:")


def _who(corpus: Corpus, source: str, citation: Citation) -> str:
    outlet = publisher(corpus, source, citation)
    return source_name(corpus, outlet)


def _order(corpus: Corpus, event: Event, as_of: date | None) -> Iterator[Problem]:
    """An event is told after it happened; what is planned happens after it was told."""
    told = [_told(corpus, source, event) for source in event.sources]
    last_told = max((day for day in told if day), default=None)
    start, end = event.date.start, event.date.end
    if event.status == "planned":
        if end and as_of and end <= as_of:
            hint = "if it took place, set status: reviewed; if not, say so in note:"
            yield _item(event, "planned-passed", f"it was planned for {event.date}, which has passed", hint)
    elif (
        start and last_told and len([day for day in told if day]) == len(told) and start > last_told + timedelta(days=1)
    ):
        message = f"it is dated {event.date}, but its last source appeared on {last_told.isoformat()}"
        yield _item(event, "date-after-source", message, "correct the date, or set status: planned")


def _told(corpus: Corpus, source: str, event: Event) -> date | None:
    article = corpus.articles.get(source)
    published = (article.published if article else None) or event.sources[source].published
    return published.end - timedelta(days=1) if published.end else None


def _item(event: Event, code: str, message: str, hint: str, level: Level = "info") -> Problem:
    return Problem(event.where, level, code, message, hint)
