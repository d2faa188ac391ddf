"""An article as read, and its sentences. Offsets are Unicode code points into `Article.text`."""

from typing import Literal

import msgspec

from generator.model.dates import UNKNOWN, PartialDate
from generator.problems import NOWHERE, Where

PublishedBasis = Literal["stated", "assumed", "unknown"]
PrefixKind = Literal["", "outlet", "speaker"]


class RelatedLine(msgspec.Struct, frozen=True):
    """A headline of a "Related" list. `prefix` is what stands before its colon (`WSJ`), `prefix_kind` whether that is who
    published or assessed it, or who speaks; `url` where the page gives one; `article` the id it resolves to."""

    headline: str
    prefix: str = ""
    prefix_kind: PrefixKind = ""
    url: str = ""
    article: str = ""


class Article(msgspec.Struct, frozen=True):
    """One article as read from a seed.

    `text` is the body, paragraphs joined by one newline, without boilerplate, related lines or source lists; `paragraphs`
    are the (start, end) offsets of each in it. `published` is a day; `published_time` the ISO date-time if one is known.
    `published_note` says how the date is known ("meta article:published_time"). `lede_place` is the dateline's town.
    `digest` is the sha256 of the seed's bytes. `sources` are addresses the article lists under "Sources:".
    """

    id: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    title: str = ""
    outlet: str = ""
    outlet_name: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: PartialDate = UNKNOWN
    published_time: str = ""
    published_basis: PublishedBasis = "unknown"
    published_note: str = ""
    related: tuple[RelatedLine, ...] = ()
    sources: tuple[str, ...] = ()
    digest: str = ""
    where: Where = NOWHERE


class Sentence(msgspec.Struct, frozen=True):
    """`text` is `article.text[start:end]`; `paragraph` is the index of its paragraph."""

    article: str
    index: int
    start: int
    end: int
    text: str
    paragraph: int = 0
