"""The values of a new record's keys, from what was given on the command line or in answer to questions."""

import re
from collections.abc import Iterator
from typing import Any, get_args
from urllib.parse import urlsplit

import click

from generator.model.event_types import event_types
from generator.model.records import Role
from generator.read.outlets import host_of, outlet_for
from generator.records.ids import existing, slug
from generator.records.shape import BY_NAME, Choice, KindName, group
from generator.records.suggest import did_you_mean
from generator.settings import Settings

FOR = {"type": "event", "actor": "event", "place": "event", "source": "event", "outlet": "article", "url": "article outlet",
       "kind": "actor place outlet"}  # fmt: skip
"""Which kinds of record an option is for."""


def given(settings: Settings, kind: KindName, options: dict[str, Any]) -> dict[str, Any]:
    """The values of the record's keys. Raises a usage error for what cannot stand there."""
    for name in options:
        if kind not in FOR[name].split():
            raise click.UsageError(f"--{name} is for {FOR[name].replace(' ', ', ')} records, not for {kind}")
    keys: dict[str, Any] = {
        "actors": dict(_actor(one) for one in options.get("actor", ())),
        "places": list(options.get("place", ())),
        "sources": dict(_source(settings, one) for one in options.get("source", ())),
        "type": _chosen("type", options.get("type", ""), tuple(event_types())),
        "kind": _chosen("kind", options.get("kind", ""), kinds_of(kind)),
        "outlet": options.get("outlet", ""),
        "url": options.get("url", ""),
    }
    return {name: value for name, value in keys.items() if value}


def unknown(settings: Settings, kind: KindName, options: dict[str, Any]) -> Iterator[str]:
    """A note for each id that has no record yet."""
    values = given(settings, kind, options)
    named: dict[KindName, list[str]] = {
        "actor": list(values.get("actors", ())),
        "place": values.get("places", []),
        "article": [key for key, citation in values.get("sources", {}).items() if not citation],
        "outlet": [values["outlet"]] if "outlet" in values else [],
    }
    for what, idents in named.items():
        for ident in idents:
            if not existing(settings.content_dir, BY_NAME[what], ident):
                folder = settings.content_dir / BY_NAME[what].folder
                near = did_you_mean(ident, sorted(path.stem for path in folder.glob("*.y*ml")))
                yield f"note: there is no {what} {ident!r} yet ({near or f'dateline new {what} …'})"


def _actor(text: str) -> tuple[str, str]:
    ident, _, role = text.partition("=")
    if not role:
        raise click.BadParameter(
            f"expected ID=ROLE such as {ident or 'nato'}=speaker, found {text!r}", param_hint="--actor"
        )
    return ident, _chosen("actor", role, get_args(Role))


def _chosen(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value and value not in allowed:
        hint = did_you_mean(value, allowed) or f"one of {', '.join(filter(None, allowed))}"
        raise click.BadParameter(f"{value!r} is not known; {hint}", param_hint=f"--{option}")
    return value


def kinds_of(kind: KindName) -> tuple[str, ...]:
    """What the key `kind` of such a record may hold; nothing where it has no such key."""
    shape = next((key.shape for key in group(BY_NAME[kind].type).keys if key.name == "kind"), None)
    return shape.values if isinstance(shape, Choice) else ()


def _source(settings: Settings, text: str) -> tuple[str, dict[str, str]]:
    """A citation under the article's id, or, for an address, under a name made from it."""
    if not re.match(r"https?://", text, re.IGNORECASE):
        return text, {}
    outlet = outlet_for(text)
    known = {"outlet": outlet.id} if outlet and existing(settings.content_dir, BY_NAME["outlet"], outlet.id) else {}
    last = urlsplit(text).path.rstrip("/").rpartition("/")[2]
    return slug(f"{outlet.id if outlet else host_of(text)} {last}"), {"url": text} | known
