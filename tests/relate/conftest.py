"""Short ways to write a corpus."""

from pathlib import Path

import pytest

from generator.model.corpus import Corpus
from generator.model.dates import parse_edtf
from generator.model.records import ArticleRecord, Citation, Event
from generator.problems import Where
from generator.settings import Settings


@pytest.fixture
def settings():
    return Settings(root=Path())


@pytest.fixture
def event():
    """An event by id, date and sources; a source is an article id or an (id, citation) pair."""

    def make(event_id, when="2025-02-18", sources=("a1",), **fields):
        cited = dict(source if isinstance(source, tuple) else (source, Citation()) for source in sources)
        fields = {"title": event_id, "date_basis": "stated", "where": Where(f"content/events/{event_id}.yml")} | fields
        return Event(event_id, date=parse_edtf(when), sources=cited, **fields)

    return make


@pytest.fixture
def article():
    def make(article_id, published="2025-02-18", **fields):
        fields = {"published_basis": "stated", "where": Where(f"content/articles/{article_id}.yml")} | fields
        return ArticleRecord(article_id, published=parse_edtf(published), **fields)

    return make


@pytest.fixture
def corpus():
    def make(*, events=(), articles=(), actors=(), outlets=(), places=(), **fields):
        kinds = {"events": events, "articles": articles, "actors": actors, "outlets": outlets, "places": places}
        return Corpus(**{name: {record.id: record for record in records} for name, records in kinds.items()}, **fields)

    return make
