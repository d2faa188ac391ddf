"""The whole of extraction for one article: recognisers in their order, then events, and what `dateline annotate` prints."""

from collections.abc import Callable
from typing import Any, NamedTuple

from generator.extract.actors import find_actors, new_actors
from generator.extract.attribution import find_attributions
from generator.extract.context import Context, Found, Known
from generator.extract.dates import date_problems, find_dates
from generator.extract.events import EventDraft, draft_events
from generator.extract.figures import find_figures
from generator.extract.places import find_places, new_places
from generator.extract.quotes import find_quotes
from generator.model.mentions import Mention
from generator.model.records import Actor, Event, Place
from generator.model.text import Article
from generator.problems import Problem
from generator.read.sentences import split

VERSION = "1"  # raise it when extraction gives other records for the same article


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


class Annotations(NamedTuple):
    """`mentions` by their start; `events` in the order the article tells them; `actors` and `places` it met that `content/`
    does not hold."""

    context: Context
    mentions: Found
    events: tuple[EventDraft, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    problems: tuple[Problem, ...]

    @property
    def drafts(self) -> tuple[tuple[Event | Actor | Place, tuple[int, ...]], ...]:
        """The records to save, each with the indexes of the sentences it was made from."""
        named = tuple((record, ()) for record in (*self.actors, *self.places))
        return (*((draft.event, draft.sentences) for draft in self.events), *named)


def annotate(article: Article, known: Known) -> Annotations:
    """Extract everything from `article`; `known` is what `content/` holds without this article's own drafts."""
    context = Context(article, split(article), known)
    found: Found = ()
    for recognise in RECOGNISERS:
        found += tuple(recognise(context, found))
    mentions = tuple(sorted(found, key=_in_order))
    events = draft_events(context, mentions)
    actors, places = new_actors(context, mentions), new_places(context, mentions)
    problems = date_problems(mentions, article.where.path)
    return Annotations(context, mentions, events, actors, places, problems)


def _in_order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.kind


def as_tree(annotations: Annotations) -> dict[str, Any]:
    """The JSON object of `dateline annotate --json`; offsets are Unicode code points into `article.text`."""
    raise NotImplementedError
