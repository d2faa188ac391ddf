"""Which project a command works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.output import tell
from generator.problems import Problem
from generator.settings import Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])


def root_option(command: F) -> F:
    """`--root DIR`."""
    option = click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        help="The project's folder, which holds mkdocs.yml.  [default: this folder]",
    )
    return option(command)


def open_project(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of the project at `root`, with what is wrong in them. Ends the command when they cannot be read."""
    settings, problems = load_settings(root.resolve())
    if any(problem.level == "error" for problem in problems):
        tell(problems, err=True)
        raise click.exceptions.Exit(1)
    return settings, problems


def failed(problems: tuple[Problem, ...], *, strict: bool) -> bool:
    """True when there is an error, or, strictly, a warning."""
    levels = {problem.level for problem in problems}
    return "error" in levels or (strict and "warning" in levels)
