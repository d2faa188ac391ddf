"""What is known by name: the records of `content/` and, beside them, the states, organisations and places of rules/."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import msgspec
from slugify import slugify

from generator.extract.context import Known
from generator.extract.lexicon import rules
from generator.model.records import Actor, ActorKind, Office, Outlet, Place

Form = Literal["name", "demonym", "capital", "metonym", "place", "office"]


class Entry(msgspec.Struct, frozen=True):
    """One name of one thing. `form`: how it stands for it (`capital`: a seat of government, place or state by context; `place`:
    the id is a place's). `descriptor`: what "the ..." may call it (`company`). `careful`: also an ordinary word."""

    id: str
    kind: Literal["person", "state", "organisation", "group", "media", "place"]
    alias: str
    name: str
    form: Form = "name"
    gender: str = ""
    descriptor: str = ""
    known: bool = False
    careful: bool = False
    office: Office | None = None
    place: str = ""


def entries(known: Known) -> Iterator[Entry]:
    """Every name, those of `content/` first."""
    for actor in known.actors.values():
        yield from _of_actor(actor)
    for outlet in known.outlets.values():
        yield from _of_outlet(outlet)
    for place in known.places.values():
        yield from _of_place(place)
    yield from _built_in()


def _of_actor(actor: Actor) -> Iterator[Entry]:
    def entry(alias: str, form: Form = "name", office: Office | None = None) -> Entry:
        return Entry(actor.id, actor.kind, alias, actor.name, form, actor.gender, known=True, office=office)

    yield from (entry(alias) for alias in (actor.name, *actor.aliases))
    yield from (entry(alias, "metonym") for alias in actor.metonyms)
    yield from (entry(alias, "demonym") for alias in actor.demonyms)
    for office in actor.offices:
        yield from (entry(title, "office", office) for title in (office.title, *office.aliases))


def _of_outlet(outlet: Outlet) -> Iterator[Entry]:
    for alias in (outlet.name, *outlet.aliases):
        yield Entry(outlet.id, "media", alias, outlet.name, known=True)


def _of_place(place: Place) -> Iterator[Entry]:
    if place.kind != "country":
        for alias in (place.name, *place.aliases):
            yield Entry(place.id, "place", alias, place.name, "place", known=True)


@cache
def _built_in() -> tuple[Entry, ...]:
    return (*_states(), *_organisations(), *_places())


def _states() -> Iterator[Entry]:
    ambiguous = frozenset(rules("countries")["ambiguous"])
    for state in rules("countries")["states"]:
        ident, name = state["id"], state["name"]
        for alias in (name, *state.get("aliases", ())):
            yield Entry(ident, "state", alias, name, careful=alias.lower() in ambiguous)
        for alias in state.get("demonyms", ()):
            yield Entry(ident, "state", alias, name, "demonym")
        for alias in state.get("metonyms", ()):
            yield Entry(ident, "state", alias, name, "metonym", place=slugify(alias))
        if "capital" in state:
            place = slugify(state["capital"][0])
            for alias in (state["capital"][0], *state.get("also", ())):
                form: Form = "place" if state.get("silent") else "capital"
                seat = Entry(ident, "state", alias, name, form, careful=alias.lower() in ambiguous, place=place)
                yield msgspec.structs.replace(seat, id=place, kind="place") if form == "place" else seat


def _organisations() -> Iterator[Entry]:
    for one in rules("organisations")["known"]:
        for alias in (one["name"], *one.get("aliases", ())):
            careful = one.get("careful", False) or alias in one.get("ordinary", ())
            yield Entry(one["id"], "organisation", alias, one["name"], descriptor=one["is"], careful=careful)
        for alias in one.get("metonyms", ()):
            yield Entry(
                one["id"], "organisation", alias, one["name"], "capital", descriptor=one["is"], place=slugify(alias)
            )
    for name in rules("organisations")["teams"]:
        yield Entry(slugify(name), "organisation", name, name, descriptor="club")
    for one in rules("organisations")["media"]:
        for alias in (one["name"], *one.get("aliases", ())):
            yield Entry(one["id"], "media", alias, one["name"])


def _places() -> Iterator[Entry]:
    data = rules("places")
    for towns in data["cities"].values():
        for name, _latitude, _longitude, *others in towns:
            for alias in (name, *others):
                yield Entry(slugify(name), "place", alias, name, "place", place=slugify(name))
    for regions in data["regions"].values():
        for name in regions:
            yield Entry(slugify(name), "place", name, name, "place", place=slugify(name))
    for region, shorts in data["abbreviations"].items():
        for short in shorts:
            yield Entry(region, "place", short, short, "place", place=region)


@cache
def built_in_actors() -> dict[str, Actor]:
    """The states and organisations of rules/ as records, by id."""
    found = {}
    for state in rules("countries")["states"]:
        seats = (state["capital"][0], *state.get("also", ())) if "capital" in state and not state.get("silent") else ()
        found[state["id"]] = _record(state, "state", (*seats, *state.get("metonyms", ())))
    for one in rules("organisations")["known"]:
        found[one["id"]] = _record(one, "organisation", tuple(one.get("metonyms", ())))
    for name in rules("organisations")["teams"]:
        found[slugify(name)] = Actor(slugify(name), name, "organisation")
    for one in rules("organisations")["media"]:
        found[one["id"]] = _record(one, "media", ())
    return found


@cache
def demonyms(state: str) -> tuple[str, ...]:
    """The adjectives of a state, in lower case."""
    return tuple(word.lower() for word in built_in_actors()[state].demonyms) if state in built_in_actors() else ()


def _record(row: dict[str, Any], kind: ActorKind, metonyms: tuple[str, ...]) -> Actor:
    aliases, demonyms = tuple(row.get("aliases", ())), tuple(row.get("demonyms", ()))
    return Actor(row["id"], row["name"], kind, aliases, metonyms, demonyms)


@cache
def built_in_places() -> dict[str, Place]:
    """The capitals, cities, regions and countries of rules/ as records, by id."""
    found = {}
    for state in rules("countries")["states"]:
        ident = state["id"]
        found[ident] = Place(ident, state["name"], "country", tuple(state.get("aliases", ())), ident)
        for seat in state.get("metonyms", ()):
            found[slugify(seat)] = Place(slugify(seat), seat, "building", (), ident)
    for state in rules("countries")["states"]:
        if "capital" in state:
            name, latitude, longitude = state["capital"]
            found[slugify(name)] = _city(name, latitude, longitude, tuple(state.get("also", ())), state["id"])
    for country, towns in rules("places")["cities"].items():
        for name, latitude, longitude, *others in towns:
            found.setdefault(slugify(name), _city(name, latitude, longitude, tuple(others), country))
    for one in rules("places")["namesakes"].values():
        found[one["id"]] = Place(one["id"], one["name"], "region", (), one["country"])
    for country, regions in rules("places")["regions"].items():
        for name in regions:
            found.setdefault(
                slugify(name), Place(slugify(name), name, "region", (), "" if country == "none" else country)
            )
    return found


def _city(name: str, latitude: float, longitude: float, aliases: tuple[str, ...], country: str) -> Place:
    return Place(slugify(name), name, "city", aliases, country, f"{latitude:.2f}", f"{longitude:.2f}")
