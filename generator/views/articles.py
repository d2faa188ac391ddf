"""A page for every article: what it tells, in its order, and what it has to do with others."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from generator.model.records import ArticleRecord, Event
from generator.model.text import PublishedBasis, RelatedLine
from generator.views import words
from generator.views.actors import company
from generator.views.buckets import bucket, label
from generator.views.catalogue import Catalogue
from generator.views.fragments import safe_url, text_fragment
from generator.views.page import PageModel, Plan
from generator.views.rows import ArticleRow, Row
from generator.views.sources import Evidence

PUBLISHED = {"stated": "", "assumed": "assumed, not stated in the article", "unknown": "not known"}
_PREFIX = {"outlet": "published or assessed by", "speaker": "said by"}
_WHOLE = 1500


class Told(msgspec.Struct, frozen=True, gc=False):
    """An event with the article's own sentences for it."""

    row: Row
    sentences: tuple[Evidence, ...]


class RelatedView(msgspec.Struct, frozen=True, gc=False):
    """A line of the article's own list: `path` a page here, else `href` an address, else neither."""

    headline: str
    prefix: str
    prefix_words: str
    path: str
    href: str


class Month(msgspec.Struct, frozen=True, gc=False):
    """Articles of one month; only counted when there are too many to list."""

    label: str
    path: str
    rows: tuple[ArticleRow, ...]
    total: int


def article_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`articles/index` and one page an article."""
    yield Plan("articles/index", partial(_index, catalogue))
    for article in catalogue.articles:
        yield Plan(f"articles/{article.id}", partial(_page, catalogue, article))


def _index(catalogue: Catalogue) -> PageModel:
    found: dict[str, list[ArticleRecord]] = defaultdict(list)
    for article in catalogue.articles:
        found[bucket(article.published)].append(article)
    whole = len(catalogue.articles) <= _WHOLE
    months = tuple(
        Month(
            label(key),
            f"timeline/{key}",
            tuple(catalogue.article_row(article) for article in articles) if whole else (),
            len(articles),
        )
        for key, articles in found.items()
    )
    model = {"months": months, "total": len(catalogue.articles)}
    return PageModel("articles/index", "pages/articles.html", "Articles", model, {"description": "Every article read."})


def _page(catalogue: Catalogue, article: ArticleRecord) -> PageModel:
    title = article.title or catalogue.article_row(article).title
    outlet = catalogue.outlet(article.outlet).name
    description = f"{outlet or 'Article'}, {words.date_words(article.published)}: what it reports, event by event."
    model, meta = _model(catalogue, article), {"description": description}
    return PageModel(f"articles/{article.id}", "pages/article.html", title, model, meta, article.where.path)


def _how_known(article: ArticleRecord) -> PublishedBasis:
    """A day that somebody wrote beside a basis of `unknown` is stated, as extraction takes it."""
    return "stated" if article.published_basis == "unknown" and article.published.start else article.published_basis


def _model(catalogue: Catalogue, article: ArticleRecord) -> dict[str, Any]:
    events = catalogue.by_article.get(article.id, ())
    text = catalogue.corpus.texts.get(article.id, "")
    return {
        "article": article,
        "outlet": catalogue.outlet(article.outlet),
        "published": words.long_words(article.published),
        "datetime": words.machine_date(article.published),
        "basis": ": ".join(part for part in (PUBLISHED[_how_known(article)], article.published_note) if part).rstrip(
            "."
        ),
        "href": safe_url(article.url),
        "archive": safe_url(article.archive_url),
        "told": tuple(_told(catalogue, article, event) for event in in_order(article.id, events, text)),
        "in_text_order": bool(text),
        "company": company(catalogue, events),
        "related": tuple(_related(catalogue, line) for line in article.related),
        "computed": tuple(
            catalogue.article_row(catalogue.corpus.articles[found.article], found.reason)
            for found in catalogue.corpus.related.get(article.id, ())
        ),
        "sources": tuple(href for source in article.sources if (href := safe_url(source))),
        "paragraphs": tuple(text.split("\n")) if catalogue.settings.full_text and text else (),
    }


def in_order(article_id: str, events: tuple[Event, ...], text: str) -> list[Event]:
    """The events as the text tells them, by the first of their sentences; without the text, by date."""

    def position(event: Event) -> int:
        found = [at for sentence in event.sources[article_id].quote if (at := text.find(sentence)) >= 0]
        return min(found, default=len(text))

    return sorted(events, key=position)


def _told(catalogue: Catalogue, article: ArticleRecord, event: Event) -> Told:
    sentences = (Evidence(quote, text_fragment(article.url, quote)) for quote in event.sources[article.id].quote)
    return Told(catalogue.rows[event.id], tuple(sentences))


def _related(catalogue: Catalogue, line: RelatedLine) -> RelatedView:
    path = f"articles/{line.article}" if line.article in catalogue.article_order else ""
    return RelatedView(line.headline, line.prefix, _PREFIX.get(line.prefix_kind, ""), path, safe_url(line.url))
