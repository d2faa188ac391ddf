"""`dateline new`."""

import re
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import click

from generator.cli.output import say
from generator.cli.project import open_project, root_option
from generator.model.dates import DateError
from generator.model.event_types import event_types
from generator.model.records import Role
from generator.read.outlets import host_of, outlet_for
from generator.records.files import write_atomic
from generator.records.ids import existing, slug
from generator.records.load import parse_record
from generator.records.new import new_record
from generator.records.schema import write_schemas
from generator.records.shape import BY_NAME, KINDS, Choice, KindName, group
from generator.records.suggest import date_hint, did_you_mean
from generator.settings import Settings

_FOR = {"type": "event", "actor": "event", "place": "event", "source": "event", "outlet": "article", "url": "article outlet",
        "kind": "actor place outlet"}  # fmt: skip


@click.command()
@click.argument("kind", type=click.Choice([kind.name for kind in KINDS]))
@click.argument("title")
@root_option
@click.option(
    "--date", default="", metavar="DATE", help="The day: 2025-02-18, 2025-02, 2025-02-18~ (about), ../2025-02-18 (by)."
)
@click.option("--type", "type_", metavar="TYPE", help="Of an event: statement, meeting, talks …")
@click.option(
    "--actor", multiple=True, metavar="ID=ROLE", help=f"Of an event, repeatable; roles: {', '.join(get_args(Role))}."
)
@click.option("--place", multiple=True, metavar="ID", help="Of an event, repeatable.")
@click.option(
    "--source", multiple=True, metavar="URL|ARTICLE", help="Of an event, repeatable: an address, or an article's id."
)
@click.option("--outlet", metavar="ID", help="Of an article: who published it.")
@click.option("--url", metavar="URL", help="Of an article or an outlet.")
@click.option("--kind", "kind_", metavar="KIND", help="Of an actor, a place or an outlet: person, city, agency …")
@click.option("--open", "open_", is_flag=True, help="Open the new file in your editor.")
def new(kind: KindName, title: str, root: Path, date: str, *, open_: bool, **options: Any) -> None:
    """Start a record: an event, actor, place, outlet, briefing or article.

    Writes a file in content/ that names every key with an example, and prints its path. Never writes over a file."""
    settings, _ = open_project(root)
    given = _given(settings, kind, {name.rstrip("_"): value for name, value in options.items() if value})
    try:
        path, text = new_record(settings, kind, title, date, given)
    except DateError as error:
        raise click.BadParameter(f"{error} ({date_hint(date)})", param_hint="--date") from error
    except FileExistsError as error:
        raise click.ClickException(f"{error}; edit it, or choose another title") from error
    shown = path.relative_to(settings.root).as_posix()
    _, problems = parse_record(text, shown, BY_NAME[kind])
    if problems:
        raise click.ClickException(f"{problems[0].message} ({problems[0].hint})".replace(" ()", ""))
    try:
        write_schemas(settings)
        write_atomic(path, text)
    except OSError as error:
        raise click.ClickException(f"cannot write {shown}: {error.strerror}") from error
    say(shown)
    if open_:
        click.edit(filename=str(path))


def _given(settings: Settings, kind: KindName, options: dict[str, Any]) -> dict[str, Any]:
    """The values of the record's keys."""
    for name in options:
        if kind not in _FOR[name].split():
            raise click.UsageError(f"--{name} is for {_FOR[name].replace(' ', ', ')} records, not for {kind}")
    keys = {
        "actors": dict(_actor(settings, one) for one in options.get("actor", ())),
        "places": [_known(settings, "place", one) for one in options.get("place", ())],
        "sources": dict(_source(settings, one) for one in options.get("source", ())),
        "type": _chosen("type", options.get("type", ""), tuple(event_types())),
        "kind": _chosen("kind", options.get("kind", ""), _kinds(kind)),
        "outlet": _known(settings, "outlet", options.get("outlet", "")),
        "url": options.get("url", ""),
    }
    return {name: value for name, value in keys.items() if value}


def _actor(settings: Settings, text: str) -> tuple[str, str]:
    ident, _, role = text.partition("=")
    if not role:
        raise click.BadParameter(
            f"expected ID=ROLE such as {ident or 'nato'}=speaker, found {text!r}", param_hint="--actor"
        )
    return _known(settings, "actor", ident), _chosen("actor", role, get_args(Role))


def _chosen(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value and value not in allowed:
        hint = did_you_mean(value, allowed) or f"one of {', '.join(filter(None, allowed))}"
        raise click.BadParameter(f"{value!r} is not known; {hint}", param_hint=f"--{option}")
    return value


def _kinds(kind: KindName) -> tuple[str, ...]:
    shape = next((key.shape for key in group(BY_NAME[kind].type).keys if key.name == "kind"), None)
    return shape.values if isinstance(shape, Choice) else ()


def _known(settings: Settings, kind: KindName, ident: str) -> str:
    """The id; a word on standard error when there is no such record yet."""
    folder = settings.content_dir / BY_NAME[kind].folder
    if ident and not existing(settings.content_dir, BY_NAME[kind], ident):
        hint = did_you_mean(ident, sorted(path.stem for path in folder.glob("*.y*ml"))) or f"dateline new {kind} …"
        say(f"note: there is no {kind} {ident!r} yet ({hint})", err=True)
    return ident


def _source(settings: Settings, text: str) -> tuple[str, dict[str, str]]:
    """A citation under the article's id, or, for an address, under a name made from it."""
    if not re.match(r"https?://", text, re.IGNORECASE):
        return _known(settings, "article", text), {}
    outlet = outlet_for(text)
    known = {"outlet": outlet.id} if outlet and existing(settings.content_dir, BY_NAME["outlet"], outlet.id) else {}
    last = urlsplit(text).path.rstrip("/").rpartition("/")[2]
    return slug(f"{outlet.id if outlet else host_of(text)} {last}"), {"url": text} | known
