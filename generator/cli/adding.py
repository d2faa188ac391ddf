"""`dateline add`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
import msgspec

from generator.cli.listing import listing
from generator.cli.newcomers import AddError, from_file, from_web, is_address, name_for, refuse_known, save, tried
from generator.cli.output import counted, say, tell
from generator.cli.project import open_project, root_option
from generator.problems import Problem
from generator.read.fetch import Fetched, FetchError, fetch
from generator.settings import Settings

Fetch = Callable[[str], Fetched]


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL...")
@root_option
@click.option("--yes", is_flag=True, help="Ask nothing.")
def add(sources: tuple[str, ...], root: Path, *, yes: bool) -> None:
    """Put articles into seeds/: files of yours, or pages of the web by their address.

    Shows what would be extracted from each and asks before anything is written. A page is fetched once, as it is; many pages
    give programs less than they give a browser, and then it is better to save the page there and add the file. Ends with 1 when
    one of the articles was not added for another reason than your no."""
    settings, _ = open_project(root)
    added = refused = 0
    for source in sources:
        try:
            added += add_one(settings, source, fetch, ask=not yes)
        except FetchError as error:
            refused += 1
            say(f"Error: {error} ({error.hint})", err=True)
        except AddError as error:
            refused += 1
            say(f"Error: {error}", err=True)
    if added:
        say(f"{counted(added, 'article')} added; `dateline build` extracts what was shown.")
    if refused:
        raise click.exceptions.Exit(1)


def add_one(settings: Settings, source: str, get: Fetch, *, ask: bool) -> bool:
    """Put one article into the inbox; `False` when the person said no. `get` fetches a page. Raises `FetchError` and
    `AddError`."""
    newcomer = from_web(get(source)) if is_address(source) else from_file(Path(source))
    refuse_known(settings, newcomer)
    inspected = tried(settings, newcomer)
    if inspected.found is None:
        tell(inspected.problems, err=True)
        raise AddError(f"no article was found in {newcomer.source}; save its text as a .txt file and add that")
    path = f"{settings.seeds}/{name_for(settings, newcomer, inspected.found.context.article)}"
    for line in listing(inspected.found, rules=False):
        say(line)
    tell(_at(inspected.problems, path), err=True)
    if ask and not _agreed(path):
        say(f"{newcomer.source} was not added.")
        return False
    save(settings, newcomer, path)
    say(path)
    return True


def _at(problems: tuple[Problem, ...], path: str) -> Iterator[Problem]:
    """What is wrong with the article, under the name it will have."""
    for problem in problems:
        yield msgspec.structs.replace(problem, where=msgspec.structs.replace(problem.where, path=path))


def _agreed(path: str) -> bool:
    """The person's answer. Raises `AddError` where nobody gives one."""
    try:
        return click.confirm(f"Write it to {path}?", default=True)
    except click.Abort as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise
        raise AddError(f"nobody answered, so {path} was not written; with --yes nothing is asked") from error
