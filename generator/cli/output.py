"""Lines for people and for programs: plain, one thing a line; colours and a progress bar on a terminal only."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from generator.cli.sarif import as_sarif
from generator.pipeline import Done, Listener
from generator.problems import Problem, as_github, as_tree

FORMS = ("text", "github", "json", "sarif")
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def make_printable() -> None:
    """Let a console that knows few letters show `?` for the others in place of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(line: str, *, err: bool = False, **style: bool | str) -> None:
    """One line; the style shows on a terminal only."""
    click.echo(click.style(line, **style) if style else line, err=err)  # type: ignore[arg-type]  # styles by name


def tell(problems: Iterable[Problem], form: str = "text", *, err: bool = False) -> None:
    """Each problem on a line, as text or as a GitHub workflow command; or all of them as one document, JSON or SARIF."""
    if form == "json":
        say(_document([as_tree(problem) for problem in problems]), err=err)
    elif form == "sarif":
        say(_document(as_sarif(problems)), err=err)
    elif form == "github":
        for problem in problems:
            say(as_github(problem), err=err)
    else:
        for problem in problems:
            _tell_people(problem, err=err)


def _tell_people(problem: Problem, *, err: bool) -> None:
    head, _, rest = str(problem).partition(f": {problem.level} ")
    level = click.style(problem.level, fg=_COLOURS[problem.level], bold=True)
    say(f"{head}: {level} {rest}", err=err)


def _document(tree: object) -> str:
    """JSON in ASCII, whatever the console can show."""
    return json.dumps(tree, indent=2)


def counted(number: int, one: str, several: str = "") -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def listed(parts: Iterable[str]) -> str:
    """`a, b and c`, without the empty ones."""
    *most, last = list(filter(None, parts)) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def tally(problems: Iterable[Problem]) -> str:
    """`1 error and 2 warnings`, `no problems`."""
    levels = [problem.level for problem in problems]
    words = (("error", "error", "errors"), ("warning", "warning", "warnings"), ("info", "note", "notes"))
    return listed(counted(levels.count(key), *names) for key, *names in words if key in levels) or "no problems"


@contextmanager
def listening(done: Callable[[Done], None] = lambda _done: None) -> Iterator[Listener]:
    """A listener that draws a bar for the stage under way, on a terminal; `done` is called for each article."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown, redirect_stdout=_is_terminal()) as bar:
        task = bar.add_task("", visible=False)

        def begins(stage: str, steps: int) -> None:
            bar.reset(task, description=stage, total=steps or None, visible=True)

        yield Listener(begins, lambda: bar.advance(task), done)


def _is_terminal() -> bool:
    return sys.stdout.isatty()
