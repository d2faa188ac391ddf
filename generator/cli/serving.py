"""`dateline serve`."""

import threading
from pathlib import Path

import click

from generator.cli.building import tell_done
from generator.cli.output import listening, say, tally, tell
from generator.cli.project import open_project, root_option
from generator.engine import ENGINES, Engine
from generator.pipeline import Gathered, Listener, update
from generator.preview import Chores, Server, Shelf, Studio, changes, chores_after
from generator.problems import Problem
from generator.settings import Settings


@click.command()
@root_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", show_default=True, help="What makes the site."
)
def serve(root: Path, host: str, port: int, engine: Engine) -> None:
    """Show the site on this machine, and every change of a file at once in the page that is open.

    A record or a template with an error leaves what was shown last, and the page says why. The search shows what the last whole
    build has, which is made in the background when pages come or go. Ctrl-C ends it."""
    settings, wrong = open_project(root)
    tell(wrong)
    try:
        server = Server(host, port)
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another with --port"
        ) from error
    with server:
        shelf = Shelf()
        with listening(tell_done) as listen:
            gathered = update(settings, listen, load=shelf.load)
            listen.begins("Preparing pages", 0)
            server.studio = Studio(settings, engine, shelf, gathered)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(server.studio.state.problems)
        say(f"http://{host}:{server.server_address[1]}/ shows the site; Ctrl-C ends.", bold=True)
        try:
            _keep_up(settings, engine, server.studio, shelf)
        finally:
            server.shutdown()
            server.studio.close()


def _keep_up(settings: Settings, engine: Engine, studio: Studio, shelf: Shelf) -> None:
    """Take in every change, until Ctrl-C."""
    chores = Chores(settings, engine, shelf.copy, Listener(done=tell_done))
    chores.want(settings, "build")
    told = studio.state.problems
    try:
        for paths in changes(settings):
            before = studio.state
            if paths:
                studio.refresh(paths)
                chores.want(studio.state.settings, *chores_after(before, studio.state, paths))
            for result in chores.results():
                if isinstance(result, Gathered):
                    studio.take_in(result)
                else:
                    _tell_built(studio.state.settings, good=result.good, said=result.said)
            told = _tell_news(told, studio.state.problems, changed=bool(paths))
    finally:
        chores.stop()


def _tell_news(told: tuple[Problem, ...], problems: tuple[Problem, ...], *, changed: bool) -> tuple[Problem, ...]:
    """Say that a change is shown, with the problems that are new."""
    tell(problem for problem in problems if problem not in told)
    if changed:
        say(f"The preview is up to date: {tally(problems)}.")
    return problems


def _tell_built(settings: Settings, *, good: bool, said: str) -> None:
    if good:
        say(f"{settings.site}/ and its search are up to date.")
        return
    tail = "\n".join(line for line in said.splitlines() if ": error " in line) or said.strip()[-600:]
    say(f"{settings.site}/ and its search stay as they were:\n{tail}", err=True)
