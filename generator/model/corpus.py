"""All records, with what the relating stages add, and the page they become."""

from typing import Any

import msgspec

from generator.model.records import Actor, ArticleRecord, Briefing, Event, Outlet, Place, Record
from generator.problems import Problem


class RelatedArticle(msgspec.Struct, frozen=True):
    """An article related to another by what the records share; `reason` says what, in words."""

    article: str
    reason: str
    score: float


class Broken(msgspec.Struct, frozen=True):
    """A record with an error, as far as it could be read. `unread`: its fields that could not."""

    record: Record
    unread: frozenset[str] = frozenset()


class Corpus(msgspec.Struct, frozen=True):
    """Every record by id. `related`: computed related articles by article id. `told_by`: the independent outlets that tell an
    event, by event id. `review`: what needs a person. `texts`: article id to its text, where it was read; it gives events
    their order in the article and lets quotes be checked, and is shown only where the settings allow it. `broken`: the records
    with an error, which are looked at for more of them and shown nowhere."""

    events: dict[str, Event] = {}
    articles: dict[str, ArticleRecord] = {}
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    outlets: dict[str, Outlet] = {}
    briefings: dict[str, Briefing] = {}
    related: dict[str, tuple[RelatedArticle, ...]] = {}
    told_by: dict[str, tuple[str, ...]] = {}
    review: tuple[Problem, ...] = ()
    texts: dict[str, str] = {}
    broken: tuple[Broken, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """One generated page. `path`: below the docs folder (`events/x.md`); `meta`: front matter; `body`: the HTML of the
    page; `edit_path`: the record it shows, below the project's root, or empty."""

    path: str
    title: str
    body: str
    meta: dict[str, Any] = {}
    edit_path: str = ""
