"""`dateline serve`."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
import watchfiles

from generator.cli.building import tell_done
from generator.cli.output import listening, say, tally, tell
from generator.cli.project import open_project, root_option
from generator.engine import ENGINES, Engine, preview
from generator.pipeline import Outcome
from generator.pipeline import build as run_build
from generator.settings import Settings, load_settings

_LOOK = 1000  # milliseconds between two looks at mkdocs.yml


@click.command()
@root_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", show_default=True, help="What makes the site."
)
def serve(root: Path, host: str, port: int, engine: Engine) -> None:
    """Build, show the site on this machine, and build again whenever a file changes.

    A build that fails leaves the last good site where it is and says why. Ctrl-C ends it."""
    settings, wrong = open_project(root)
    tell(wrong)
    try:
        server = preview(settings, host, port)
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another with --port"
        ) from error
    last = _rebuild(settings, engine, None)
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"http://{host}:{server.server_address[1]}/ shows the site; Ctrl-C ends.", bold=True)
        try:
            for _ in changes(settings):
                settings = _reload(settings)
                last = _rebuild(settings, engine, last)
        finally:
            server.shutdown()


def _rebuild(settings: Settings, engine: Engine, last: Outcome | None) -> Outcome:
    """Build, and say what came of it, when anything did."""
    with listening(tell_done) as listen:
        outcome = run_build(settings, engine, listen)
    same = last and (last.built, last.problems) == (outcome.built, outcome.problems)
    if outcome.files or outcome.done or not same:
        tell(outcome.problems)
        state = "The site is up to date" if outcome.built else "The site was not built; the last one stays as it was"
        say(f"{state}: {tally(outcome.problems)}.")
    return outcome


def changes(settings: Settings) -> Iterator[None]:
    """Yields after something that a site is made from has changed, and lasts until Ctrl-C."""
    before = _state(settings)
    while True:
        folders = [path for path in _folders(settings) if path.is_dir()]
        matters = partial(_matters, settings.root)
        for found in watchfiles.watch(*folders, watch_filter=matters, yield_on_timeout=True, rust_timeout=_LOOK):
            now = _state(settings)
            if found or now != before:
                yield
            if now != before:  # a folder may have come or gone: watch those there are
                before = now
                break


def _folders(settings: Settings) -> tuple[Path, ...]:
    return settings.content_dir, settings.seeds_dir, settings.templates_dir


def _state(settings: Settings) -> tuple[int, ...]:
    """What is looked at in place of being watched: editors replace a file, and folders may be missing."""
    config = settings.root / "mkdocs.yml"
    return (config.stat().st_mtime_ns if config.exists() else 0, *(path.is_dir() for path in _folders(settings)))


def _matters(root: Path, _change: watchfiles.Change, path: str) -> bool:
    """False for what lies in hidden folders and for the half-written files of editors and of the program."""
    below = Path(path).relative_to(root)
    return not any(part.startswith(".") for part in below.parts) and not below.name.endswith(("~", ".tmp", ".swp"))


def _reload(settings: Settings) -> Settings:
    """The settings as they are now; with errors in them, those of before."""
    fresh, problems = load_settings(settings.root)
    tell(problems)
    return settings if any(problem.level == "error" for problem in problems) else fresh
