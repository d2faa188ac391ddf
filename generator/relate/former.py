"""Records are named by the ids they have now, also where a file still names them by an earlier one."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import Actor, ArticleRecord, Briefing, Event, Place, Record
from generator.problems import Problem
from generator.records.former import earlier_ids
from generator.settings import Settings

_Named = TypeVar("_Named", bound=msgspec.Struct)
Now = Mapping[str, str]  # earlier id to the one of today


class _Ids(msgspec.Struct, frozen=True):
    """Of each kind, today's ids by the earlier ones. `anybody`: of actors and outlets, who both may be a source."""

    events: Now
    articles: Now
    actors: Now
    places: Now
    outlets: Now
    anybody: Now


def follow_former(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus with every reference to an earlier id led to the record that had it. An id that a record has is its own."""
    del settings
    folders = ("events", "articles", "actors", "places", "outlets")
    now = {folder: _now(getattr(corpus, folder)) for folder in folders}
    if not any(now.values()):
        return corpus, ()
    ids = _Ids(**now, anybody={**now["outlets"], **now["actors"]})
    changed = {
        "events": {key: _event(event, ids) for key, event in corpus.events.items()},
        "articles": {key: _article(article, ids) for key, article in corpus.articles.items()},
        "actors": {key: _actor(actor, ids) for key, actor in corpus.actors.items()},
        "places": {key: _place(place, ids) for key, place in corpus.places.items()},
        "briefings": {key: _briefing(briefing, ids) for key, briefing in corpus.briefings.items()},
    }
    return msgspec.structs.replace(corpus, **changed), ()


def _now(records: Mapping[str, Record]) -> Now:
    found: dict[str, str] = {}
    for record in records.values():
        for earlier in earlier_ids(record):
            if earlier not in records:
                found.setdefault(earlier, record.id)
    return found


def _event(event: Event, ids: _Ids) -> Event:
    return _with(
        event,
        actors=_keys(event.actors, ids.actors),
        places=_listed(event.places, ids.places),
        quotes=tuple(
            _with(
                one,
                speaker=_id(one.speaker, ids.actors),
                to=_id(one.to, ids.actors),
                article=_id(one.article, ids.articles),
            )
            for one in event.quotes
        ),
        remarks=tuple(
            _with(one, speaker=_id(one.speaker, ids.actors), article=_id(one.article, ids.articles))
            for one in event.remarks
        ),
        sources={
            key: _with(one, according_to=_id(one.according_to, ids.anybody), outlet=_id(one.outlet, ids.outlets))
            for key, one in _keys(event.sources, ids.articles).items()
        },
        distinct_from=_listed(event.distinct_from, ids.events),
    )


def _article(article: ArticleRecord, ids: _Ids) -> ArticleRecord:
    related = tuple(_with(line, article=_id(line.article, ids.articles)) for line in article.related)
    return _with(article, outlet=_id(article.outlet, ids.outlets), related=related)


def _actor(actor: Actor, ids: _Ids) -> Actor:
    offices = tuple(_with(office, organisation=_id(office.organisation, ids.actors)) for office in actor.offices)
    return _with(actor, country=_id(actor.country, ids.actors), offices=offices)


def _place(place: Place, ids: _Ids) -> Place:
    return _with(place, country=_id(place.country, ids.actors))


def _briefing(briefing: Briefing, ids: _Ids) -> Briefing:
    return _with(briefing, actors=_listed(briefing.actors, ids.actors), places=_listed(briefing.places, ids.places))


def _with(one: _Named, **fields: Any) -> _Named:
    """The same object where nothing changes, so that what is kept for it stays good."""
    changed = {name: value for name, value in fields.items() if value != getattr(one, name)}
    return msgspec.structs.replace(one, **changed) if changed else one


def _id(named: str, now: Now) -> str:
    return now.get(named, named)


def _listed(named: Iterable[str], now: Now) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_id(one, now) for one in named))


def _keys(named: Mapping[str, Any], now: Now) -> dict[str, Any]:
    """In the order that was; where one id stands under two names, what stands under that of today counts."""
    return {_id(key, now): named.get(_id(key, now), value) for key, value in named.items()}
