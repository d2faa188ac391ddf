"""All that was found in one article."""

from typing import NamedTuple

from generator.extract.context import Context, Found
from generator.extract.events import EventDraft
from generator.model.records import Actor, Event, Place
from generator.problems import Problem


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
        met: tuple[Actor | Place, ...] = (*self.actors, *self.places)
        named: tuple[tuple[Actor | Place, tuple[int, ...]], ...] = tuple((record, ()) for record in met)
        return (*((draft.event, draft.sentences) for draft in self.events), *named)
