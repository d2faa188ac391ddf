"""`dateline new`."""

import sys
from pathlib import Path
from typing import Any, get_args

import click

from generator.cli.asking import Asked, ask
from generator.cli.given import given, unknown
from generator.cli.output import say
from generator.cli.project import open_project, root_option
from generator.model.dates import DateError
from generator.model.records import Role
from generator.records.files import ChangedError, cannot_write, write_seen
from generator.records.load import parse_record
from generator.records.new import new_record
from generator.records.schema import write_schemas
from generator.records.shape import BY_NAME, KINDS, KindName
from generator.records.suggest import date_hint
from generator.settings import Settings


@click.command()
@click.argument("kind", type=click.Choice([kind.name for kind in KINDS]))
@click.argument("title", default="")
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
@click.option("--open/--no-open", "open_", default=None, help="Open the new file in your editor (VISUAL or EDITOR).")
def new(kind: KindName, title: str, root: Path, date: str, *, open_: bool | None, **options: Any) -> None:
    """Start a record: an event, actor, place, outlet, briefing or article.

    Writes a file in content/ that names every key with an example, and prints its path. Never writes over a file. Without
    TITLE, on a terminal, it asks for what it needs, and offers the ids of actors and places that the title names."""
    settings, _ = open_project(root)
    wanted = Asked(kind, title, date, {name.rstrip("_"): value for name, value in options.items() if value})
    if not title:
        if not sys.stdin.isatty():
            raise click.UsageError("Missing argument 'TITLE'.", click.get_current_context())
        wanted = ask(settings, wanted)
    path = _write(settings, wanted)
    for note in unknown(settings, kind, wanted.options) if title else ():
        say(note, err=True)
    say(path.relative_to(settings.root).as_posix())
    if open_ or (open_ is None and not title and click.confirm("Open it in your editor?", default=True, err=True)):
        click.edit(filename=str(path))


def _write(settings: Settings, wanted: Asked) -> Path:
    """Write the record and the schemas that editors check it by; the file's path."""
    values = given(settings, wanted.kind, wanted.options)
    try:
        path, text = new_record(settings, wanted.kind, wanted.title, wanted.date, values)
    except DateError as error:
        raise click.BadParameter(f"{error} ({date_hint(wanted.date)})", param_hint="--date") from error
    except FileExistsError as error:
        raise click.ClickException(f"{error}; edit it, or choose another title") from error
    shown = path.relative_to(settings.root).as_posix()
    _, problems = parse_record(text, shown, BY_NAME[wanted.kind])
    if problems:
        raise click.ClickException(f"{problems[0].message} ({problems[0].hint})".replace(" ()", ""))
    try:
        write_schemas(settings)
        write_seen(path, None, text)
    except OSError as error:
        problem = cannot_write(error, settings.root, shown)
        raise click.ClickException(f"{problem.where}: {problem.message} ({problem.hint})") from error
    except ChangedError as error:
        raise click.ClickException(f"{shown} was made by somebody else just now; edit it") from error
    return path
