"""Questions for a new record, on a terminal: one at a time, each answer looked at before the next."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

import click

from generator.cli.given import FOR, given, kinds_of, unknown
from generator.cli.output import say
from generator.model.dates import DateError, parse_edtf
from generator.model.event_types import event_types
from generator.model.records import Actor, Place, Role
from generator.records.load import load_corpus, parse_record
from generator.records.new import new_record
from generator.records.shape import BY_NAME, KindName
from generator.records.suggest import date_hint
from generator.settings import Settings

_DATED = {
    "event": "When it happened",
    "article": "When it was published",
    "briefing": "The last day it covers",
}
_DATE_FORMS = "2025-02-18, 2025-02, 2025-02-18~ for about, ../2025-02-18 for by then; empty if nobody knows"
_SEVERAL = ("actor", "place", "source")


class Asked(NamedTuple):
    """What a new record is to be made from: `options` by their names on the command line."""

    kind: KindName
    title: str
    date: str
    options: dict[str, Any]


def ask(settings: Settings, asked: Asked) -> Asked:
    """The same with what was asked for; an option that was given is not asked for again."""
    say(f"A new {asked.kind}. Enter takes what stands in brackets; Ctrl-C ends without writing anything.", err=True)
    name = "Name" if asked.kind in ("actor", "place", "outlet") else "Title"
    asked = asked._replace(title=_prompt(name, ""))
    while not asked.title:
        asked = asked._replace(title=_prompt(f"{name} (needed)", ""))
    if asked.kind in _DATED and not asked.date:
        asked = asked._replace(date=_date(_DATED[asked.kind]))
    for option, words, default in _questions(settings, asked):
        if option not in asked.options:
            asked = _option(settings, asked, option, words, default)
    return asked


def _questions(settings: Settings, asked: Asked) -> Iterator[tuple[str, str, str]]:
    """The options for this kind of record, each with its question and what is proposed."""
    actors, places = _named(settings, asked.title) if asked.kind == "event" else ([], [])
    roles = ("agent", *["counterpart"] * len(actors))
    words = {
        "type": (f"Type ({', '.join(event_types())})", "other"),
        "actor": (
            f"Who takes part, as id=role ({', '.join(get_args(Role))})",
            " ".join(map("=".join, zip(actors, roles, strict=False))),
        ),
        "place": ("Where, as ids of places", " ".join(places)),
        "source": ("Sources: addresses, or ids of articles", ""),
        "kind": (f"Kind ({', '.join(filter(None, kinds_of(asked.kind)))})", "person" if asked.kind == "actor" else ""),
        "outlet": ("Outlet, as an id", ""),
        "url": ("Address", ""),
    }
    yield from ((option, *words[option]) for option in words if asked.kind in FOR[option].split())


def _option(settings: Settings, asked: Asked, option: str, words: str, default: str) -> Asked:
    """Ask until the answer can stand in the record."""
    while True:
        answer = _prompt(words, default)
        value: Any = tuple(filter(None, re.split(r"[\s,]+", answer))) if option in _SEVERAL else answer
        tried = asked._replace(options={**asked.options, option: value} if value else asked.options)
        complaint = _complaint(settings, tried)
        if not complaint:
            for note in unknown(settings, asked.kind, {option: value} if value else {}):
                say(note, err=True)
            return tried
        say(complaint, err=True)


def _complaint(settings: Settings, asked: Asked) -> str:
    try:
        values = given(settings, asked.kind, asked.options)
        path, text = new_record(settings, asked.kind, asked.title, asked.date, values)
    except click.UsageError as error:
        return error.message
    except FileExistsError:
        return ""
    _, problems = parse_record(text, path.name, BY_NAME[asked.kind])
    return f"{problems[0].message} ({problems[0].hint})".replace(" ()", "") if problems else ""


def _date(words: str) -> str:
    while True:
        answer = _prompt(f"{words} ({_DATE_FORMS})", "")
        try:
            return parse_edtf(answer).edtf
        except DateError as error:
            say(f"{error} ({date_hint(answer)})", err=True)


def _prompt(words: str, default: str) -> str:
    answer: str = click.prompt(words, default=default, show_default=bool(default), err=True)
    return answer.strip()


def _named(settings: Settings, title: str) -> tuple[list[str], list[str]]:
    """The ids of the actors and places whose names the title has."""
    corpus, _ = load_corpus(settings)
    return _in_title(corpus.actors.values(), title), _in_title(corpus.places.values(), title)


def _in_title(records: Any, title: str) -> list[str]:
    found = {record.id: place for record in records if (place := _first(record, title)) is not None}
    return sorted(found, key=lambda ident: found[ident])


def _first(record: Actor | Place, title: str) -> int | None:
    """Where the title first names the record."""
    names = (name for name in (record.name, *record.aliases) if name in title)
    matches = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) for name in names)
    return min((match.start() for match in matches if match), default=None)
