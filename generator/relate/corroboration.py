"""By how many independent outlets an event is told: several articles of one outlet, and relays of one agency, count once."""

from urllib.parse import urlsplit

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Citation, Event
from generator.problems import Problem
from generator.settings import Settings


def count_outlets(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Fill in `Corpus.told_by`."""
    told_by = {event.id: independent_outlets(corpus, event) for event in corpus.events.values()}
    return msgspec.structs.replace(corpus, told_by=told_by), ()


def independent_outlets(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """Where the telling comes from, sorted: a source that relays another outlet ("according to UNIAN") counts as that
    one, as far back as the event's own sources say."""
    relays = {
        publisher(corpus, source, citation): citation.according_to
        for source, citation in event.sources.items()
        if is_outlet(corpus, citation.according_to)
    }
    return tuple(sorted({_origin(relays, publisher(corpus, *source)) for source in event.sources.items()}))


def publisher(corpus: Corpus, source: str, citation: Citation) -> str:
    """The outlet's id; where none is given the host of the address, else the source's own name."""
    article = corpus.articles.get(source)
    outlet = (article.outlet if article else "") or citation.outlet
    url = (article.url if article else "") or citation.url
    return outlet or urlsplit(url).netloc.removeprefix("www.") or source


def is_outlet(corpus: Corpus, name: str) -> bool:
    """True when `name` is the id of who publishes, not of who is merely quoted."""
    actor = corpus.actors.get(name)
    return name in corpus.outlets or (actor is not None and actor.kind == "media")


def _origin(relays: dict[str, str], outlet: str) -> str:
    seen = {outlet}
    while (further := relays.get(outlet)) and further not in seen:
        outlet = further
        seen.add(outlet)
    return outlet
