"""`dateline annotate`."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.listing import listing, used_rules
from generator.cli.moments import moment_lines, moments_tree
from generator.cli.output import say, tell
from generator.cli.project import open_project
from generator.extract.annotate import Annotations, as_tree
from generator.model.dates import DateError, PartialDate, parse_edtf
from generator.pipeline import inspect
from generator.records.suggest import date_hint
from generator.settings import Settings


class Day(click.ParamType[PartialDate]):
    """An EDTF date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """The date; a usage error says what was expected."""
        if isinstance(value, PartialDate):
            return value
        try:
            return parse_edtf(str(value))
        except DateError as error:
            self.fail(f"{error} ({date_hint(str(value))})", param, ctx)


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project whose records are "
              "known.  [default: this folder, if it holds mkdocs.yml]")  # fmt: skip
@click.option("--published", type=Day(), metavar="DATE", help="The day of publication, where the file states none.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each file, on a line of its own.")
@click.option("--rules", is_flag=True, help="Name the rule behind each mention, and end with how often each was used.")
@click.option("--timeline", "subject", metavar="NAME", help="Show instead in which events somebody or something takes part, "
              "over all files, in the order of days; with --json, as a key of each object.")  # fmt: skip
def annotate(  # noqa: PLR0913 - one parameter for each option of the command
    files: tuple[Path, ...],
    root: Path | None,
    published: PartialDate | None,
    *,
    as_json: bool,
    rules: bool,
    subject: str | None,
) -> None:
    """Show what is found in articles.

    Writes nothing, and works outside of a project too. Ends with 1 when a file cannot be read."""
    settings = _project(root)
    unread, read = False, []
    for one in inspect([path.resolve() for path in files], settings, published):
        tell(one.problems, err=True)
        unread = unread or one.found is None
        if one.found is None:
            continue
        if as_json:
            say(_object(one.found, subject))
        elif not subject:
            _say_all(listing(one.found, rules=rules))
        if not as_json and (rules or subject):
            read.append(one.found)
    if read and subject:
        _say_all(moment_lines(read, subject))
    elif read:
        _say_all(used_rules(read))
    if unread:
        raise click.exceptions.Exit(1)


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _object(found: Annotations, subject: str | None) -> str:
    tree = as_tree(found) | ({"timeline": moments_tree(found, subject)} if subject else {})
    return json.dumps(tree, ensure_ascii=not _knows_all_letters())


def _project(root: Path | None) -> Settings | None:
    if root is None and not Path("mkdocs.yml").is_file():
        return None
    settings, problems = open_project(root or Path())
    tell(problems, err=True)
    return settings


def _knows_all_letters() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
