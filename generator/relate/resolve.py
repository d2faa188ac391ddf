"""Related lines of an article, resolved to the articles of this corpus by address or by headline."""

import re
from urllib.parse import urlsplit

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import ArticleRecord
from generator.model.text import RelatedLine
from generator.problems import Problem
from generator.settings import Settings

_NOT_A_LETTER = re.compile(r"[\W_]+")


def resolve_related(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Fill in `RelatedLine.article` where an article of that address or headline exists; a line with neither article nor
    address goes to the review page."""
    by_url = {key: a.id for a in corpus.articles.values() if (key := same_url(a.url))}
    by_title = {key: a.id for a in corpus.articles.values() if (key := same_headline(a.title))}
    articles = {key: _resolved(article, by_url, by_title) for key, article in corpus.articles.items()}
    review = tuple(
        _unresolved(article, line)
        for article in articles.values()
        for line in article.related
        if not line.article and not line.url
    )
    return msgspec.structs.replace(corpus, articles=articles, review=(*corpus.review, *review)), ()


def same_url(url: str) -> str:
    """The part of an address that names the page: host without `www.`, path without its last slash."""
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.").partition(":")[0]
    return f"{host}{parts.path.rstrip('/')}" if host else ""


def same_headline(headline: str) -> str:
    """The words of a headline, whatever its case, quotation marks and punctuation."""
    return _NOT_A_LETTER.sub(" ", headline.casefold().replace("’", "'").replace("'", "")).strip()


def _resolved(article: ArticleRecord, by_url: dict[str, str], by_title: dict[str, str]) -> ArticleRecord:
    lines = tuple(_line(article, line, by_url, by_title) for line in article.related)
    return msgspec.structs.replace(article, related=lines) if lines != article.related else article


def _line(article: ArticleRecord, line: RelatedLine, by_url: dict[str, str], by_title: dict[str, str]) -> RelatedLine:
    if line.article:
        return line
    found = (
        by_url.get(same_url(line.url))
        or by_title.get(same_headline(line.headline))
        or by_title.get(same_headline(f"{line.prefix} {line.headline}"))
    )
    return msgspec.structs.replace(line, article=found) if found and found != article.id else line


def _unresolved(article: ArticleRecord, line: RelatedLine) -> Problem:
    headline = f"{line.prefix}: {line.headline}" if line.prefix else line.headline
    hint = "give the line its url:, or the article: id if it is in this corpus"
    return Problem(
        article.where, "info", "related-unresolved", f"no address for the related article {headline!r}", hint
    )
