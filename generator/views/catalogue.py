"""What the pages look things up in: every list and name they need, made once for a corpus, never page by page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

import msgspec

from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.event_types import event_type
from generator.model.records import Actor, ArticleRecord, Event, Place, Record
from generator.relate.conflicts import last_day
from generator.relate.corroboration import publisher
from generator.relate.names import readable
from generator.settings import Settings
from generator.views import words
from generator.views.buckets import bucket, day_key, year_of
from generator.views.rows import ArticleRow, Ref, Row

Index = dict[str, tuple[Event, ...]]


class Catalogue:
    """A corpus with its indexes. Immutable by habit; each index is made when it is first asked for. Dismissed records are
    left out of all of them."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self.corpus = corpus
        self.settings = settings

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event that is shown, oldest first, the undated last."""
        shown = (event for event in self.corpus.events.values() if event.status != "dismissed")
        return tuple(sorted(shown, key=lambda event: (event.date.sort_key, event.time, event.id)))

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each event stands in `events`."""
        return {event.id: index for index, event in enumerate(self.events)}

    @cached_property
    def articles(self) -> tuple[ArticleRecord, ...]:
        """Every article that is shown, newest first, the undated last."""
        shown = [article for article in self.corpus.articles.values() if article.status != "dismissed"]
        return tuple(sorted(shown, key=lambda a: (-_ordinal(a.published), a.published_time, a.id)))

    @cached_property
    def article_order(self) -> dict[str, int]:
        """Where each article stands in `articles`."""
        return {article.id: index for index, article in enumerate(self.articles)}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every actor that is shown, by id."""
        return {key: actor for key, actor in self.corpus.actors.items() if actor.status != "dismissed"}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every place that is shown, by id."""
        return {key: place for key, place in self.corpus.places.items() if place.status != "dismissed"}

    @cached_property
    def by_actor(self) -> Index:
        """Events each actor takes part in or speaks in, oldest first."""
        return _grouped(self.events, lambda event: (*event.actors, *(quote.speaker for quote in event.quotes)))

    @cached_property
    def place_of(self) -> dict[str, dict[str, int]]:
        """Where each event stands in `by_actor`, by actor."""
        return {actor: {event.id: n for n, event in enumerate(events)} for actor, events in self.by_actor.items()}

    @cached_property
    def by_place(self) -> Index:
        """Events at each place."""
        return _grouped(self.events, lambda event: event.places)

    @cached_property
    def by_article(self) -> Index:
        """Events each article tells."""
        return _grouped(self.events, lambda event: event.sources)

    @cached_property
    def by_bucket(self) -> Index:
        """Events of each month, year or wider heading of the timeline."""
        return _grouped(self.events, lambda event: (bucket(event.date),))

    @cached_property
    def buckets(self) -> tuple[str, ...]:
        """Every heading of the timeline that has events or articles, in time's order, `undated` last; each year has one."""
        found = {*self.by_bucket, *(bucket(article.published) for article in self.articles)}
        return tuple(sorted(found | {year_of(key) for key in found}))

    @cached_property
    def by_day(self) -> Index:
        """Events filed under each day."""
        return _grouped(self.events, lambda event: (day_key(event.date),))

    @cached_property
    def by_outlet(self) -> dict[str, tuple[ArticleRecord, ...]]:
        """Articles of each outlet, newest first."""
        found: dict[str, list[ArticleRecord]] = defaultdict(list)
        for article in self.articles:
            found[article.outlet].append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    @cached_property
    def by_publisher(self) -> Index:
        """Events each outlet is a source of, linked articles included."""
        return _grouped(self.events, self.outlets_of)

    @cached_property
    def outlet_events(self) -> Counter[str]:
        """How many of them."""
        return Counter({outlet: len(events) for outlet, events in self.by_publisher.items()})

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The one-line form of every event."""
        return {event.id: self._row(event) for event in self.events}

    @cached_property
    def page_of(self) -> dict[str, str]:
        """The page of the record in each file."""
        shown: tuple[tuple[str, Record], ...] = (
            *(("events", event) for event in self.events),
            *(("articles", article) for article in self.articles),
            *(("actors", actor) for actor in self.actors.values()),
            *(("places", place) for place in self.places.values()),
            *(("outlets", outlet) for outlet in self.corpus.outlets.values()),
        )
        return {record.where.path: f"{folder}/{record.id}" for folder, record in shown if record.where.path}

    @cached_property
    def as_of(self) -> date | None:
        """The newest day the records know of; failing that, the newest dated event that is not merely planned."""
        happened = (event.date.anchor for event in self.events if event.status != "planned")
        return last_day(self.corpus) or max((day for day in happened if day), default=None)

    def outlets_of(self, event: Event) -> tuple[str, ...]:
        """The outlet of each of its sources, in their order."""
        return tuple(publisher(self.corpus, source, citation) for source, citation in event.sources.items())

    def actor(self, actor_id: str) -> Ref:
        """An actor's name and page; without a record, a readable form of the id and no page."""
        return self._actor_refs.get(actor_id) or Ref(actor_id, readable(actor_id))

    @cached_property
    def _actor_refs(self) -> dict[str, Ref]:
        return {
            key: Ref(key, record.name, f"actors/{key}" if key in self.actors else "", record.kind)
            for key, record in self.corpus.actors.items()
        }

    def place(self, place_id: str) -> Ref:
        """A place's name and page."""
        record = self.corpus.places.get(place_id)
        path = f"places/{place_id}" if place_id in self.places else ""
        return Ref(place_id, record.name if record else readable(place_id), path, record.kind if record else "")

    def outlet(self, outlet_id: str) -> Ref:
        """An outlet's name and page. An article that names none stands for its own."""
        record = self.corpus.outlets.get(outlet_id)
        if record is None and outlet_id in self.corpus.articles:
            return Ref("", "unknown outlet")
        path = f"outlets/{outlet_id}" if record else ""
        return Ref(outlet_id, record.name if record else readable(outlet_id), path, record.kind if record else "")

    def source(self, words_or_id: str) -> Ref:
        """Whom an article names as its own source: an outlet, an actor, or just words."""
        if words_or_id in self.corpus.outlets:
            return self.outlet(words_or_id)
        return self.actor(words_or_id) if words_or_id in self.corpus.actors else Ref("", words_or_id)

    def rows_of(self, events: Iterable[Event]) -> tuple[Row, ...]:
        """The one-line forms of events."""
        return tuple(self.rows[event.id] for event in events)

    def article_row(self, article: ArticleRecord, reason: str = "") -> ArticleRow:
        """The one-line form of an article."""
        row = self._article_rows[article.id]
        return msgspec.structs.replace(row, reason=reason) if reason else row

    @cached_property
    def _article_rows(self) -> dict[str, ArticleRow]:
        return {article.id: self._article_row(article) for article in self.articles}

    def _article_row(self, article: ArticleRecord) -> ArticleRow:
        return ArticleRow(
            article.id,
            f"articles/{article.id}",
            article.title or readable(article.id),
            self.outlet(article.outlet),
            words.date_words(article.published),
            words.machine_date(article.published),
            len(self.by_article.get(article.id, ())),
        )

    def _row(self, event: Event) -> Row:
        kind, when = event_type(event.type), event.date
        outlets = self.corpus.told_by.get(event.id) or tuple(set(self.outlets_of(event)))
        told = (f"{len(outlets)} outlets",) if len(outlets) > 1 else ()
        return Row(
            event.id,
            f"events/{event.id}",
            event.title,
            words.date_words(when),
            words.date_words(when, year=False),
            words.machine_date(when),
            words.mark(when),
            day_key(when),
            kind.label,
            kind.icon,
            kind.group,
            event.status,
            len(event.sources),
            len(outlets),
            " · ".join((kind.label, *(self.place(place).name for place in event.places[:2]), *told)),
        )


def _grouped(events: tuple[Event, ...], keys: Callable[[Event], Iterable[str]]) -> Index:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in dict.fromkeys(keys(event)):
            found[key].append(event)
    return {key: tuple(listed) for key, listed in found.items()}


def _ordinal(when: PartialDate) -> int:
    return when.anchor.toordinal() if when.anchor else 0
