"""Who says so: each source of an event, with its exact sentences and the links that open it there."""

import msgspec

from generator.model.records import Citation, Event
from generator.relate.corroboration import is_outlet
from generator.relate.names import readable
from generator.views import words
from generator.views.catalogue import Catalogue
from generator.views.fragments import safe_url, shown_url, text_fragment
from generator.views.rows import Ref

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """One exact sentence and the address that opens the original at it (empty when it has none)."""

    text: str
    href: str


class Source(msgspec.Struct, frozen=True, gc=False):
    """One source as the event's page shows it. `chain`: whom it relays, nearest first; `says`: its own version."""

    article: str
    path: str
    title: str
    outlet: Ref
    reliability: str
    published: str
    datetime: str
    href: str
    archive: str
    chain: tuple[Ref, ...]
    says: str
    sentences: tuple[Evidence, ...]


def sources_of(catalogue: Catalogue, event: Event) -> tuple[Source, ...]:
    """Every source in the order of the record."""
    relays = _relays(catalogue, event)
    return tuple(_source(catalogue, event, key, relays) for key in event.sources)


def _source(catalogue: Catalogue, event: Event, key: str, relays: dict[str, str]) -> Source:
    citation = event.sources[key]
    article = catalogue.corpus.articles.get(key)
    outlet = catalogue.outlets_of(event)[tuple(event.sources).index(key)]
    url = (article.url if article else "") or citation.url
    published = article.published if article else citation.published
    record = catalogue.corpus.outlets.get(outlet)
    return Source(
        article=key,
        path=f"articles/{key}" if article and article.status != "dismissed" else "",
        title=(article.title if article else "") or citation.title or shown_url(url) or readable(key),
        outlet=catalogue.outlet(outlet),
        reliability=grade(record.reliability if record else "", RELIABILITY),
        published=words.date_words(published) if published.edtf else "",
        datetime=words.machine_date(published),
        href=safe_url(url),
        archive=safe_url(citation.archive_url or (article.archive_url if article else "")),
        chain=_chain(catalogue, citation, relays),
        says=citation.says,
        sentences=tuple(Evidence(sentence, text_fragment(url, sentence)) for sentence in citation.quote),
    )


def grade(letter: str, meanings: dict[str, str]) -> str:
    """`B, usually reliable`; empty for no grade."""
    return f"{letter}, {meanings[letter]}" if letter in meanings else ""


def _relays(catalogue: Catalogue, event: Event) -> dict[str, str]:
    """Which outlet has it from which, as far as this event's sources say."""
    outlets = catalogue.outlets_of(event)
    cited = zip(outlets, event.sources.values(), strict=True)
    return {outlet: citation.according_to for outlet, citation in cited if citation.according_to}


def _chain(catalogue: Catalogue, citation: Citation, relays: dict[str, str]) -> tuple[Ref, ...]:
    chain: dict[str, Ref] = {}
    further = citation.according_to
    while further and further not in chain:
        chain[further] = catalogue.source(further)
        further = relays.get(further, "") if is_outlet(catalogue.corpus, further) else ""
    return tuple(chain.values())
