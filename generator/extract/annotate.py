"""The whole of extraction for one article: recognisers in their order, then events."""

from collections.abc import Callable
from typing import NamedTuple

from generator.extract.actors import find_actors, new_actors
from generator.extract.annotations import Annotations
from generator.extract.attribution import find_attributions
from generator.extract.context import Context, Found, Known
from generator.extract.dates import date_problems, find_dates
from generator.extract.events import draft_events
from generator.extract.figures import find_figures
from generator.extract.places import find_places, new_places
from generator.extract.quotes import find_quotes
from generator.extract.tree import as_tree
from generator.model.mentions import Mention
from generator.model.text import Article
from generator.read.sentences import split

__all__ = ["RECOGNISERS", "VERSION", "Annotations", "annotate", "as_tree"]

VERSION = "4"  # raise it when extraction gives other records for the same article


class Recognisers(NamedTuple):
    """In the order they run; each is given the mentions of those before."""

    dates: Callable[[Context, Found], Found]
    figures: Callable[[Context, Found], Found]
    actors: Callable[[Context, Found], Found]
    places: Callable[[Context, Found], Found]
    quotes: Callable[[Context, Found], Found]
    attributions: Callable[[Context, Found], Found]


RECOGNISERS = Recognisers(
    dates=lambda context, _: find_dates(context),
    figures=find_figures,
    actors=find_actors,
    places=find_places,
    quotes=find_quotes,
    attributions=find_attributions,
)


def annotate(article: Article, known: Known) -> Annotations:
    """Extract everything from `article`; `known` is what `content/` holds without this article's own drafts."""
    context = Context(article, split(article), known)
    found: Found = ()
    for recognise in RECOGNISERS:
        found += tuple(recognise(context, found))
    mentions = tuple(sorted(found, key=_in_order))
    events = draft_events(context, mentions)
    acting = {actor for draft in events for actor in draft.event.actors}
    actors, places = new_actors(context, mentions, acting), new_places(context, mentions)
    problems = date_problems(mentions, article.where.path)
    return Annotations(context, mentions, events, actors, places, problems)


def _in_order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.kind
