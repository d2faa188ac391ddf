"""What the pipeline tells while it works; the command line draws it."""

from collections.abc import Callable
from typing import NamedTuple

from generator.problems import Problem
from generator.records.store import Saved


class Done(NamedTuple):
    """One article extracted. `seed`: its path; `new`: those of `saved.written` that were not there before. `failed`: nothing
    was done, and the problems say why."""

    article: str
    seed: str
    saved: Saved
    new: tuple[str, ...]
    problems: tuple[Problem, ...]
    failed: bool = False


class Listener(NamedTuple):
    """`begins`: a stage, in words, and how many steps it has (0: not known). `step`: one of them is done. `done`: an article
    is extracted."""

    begins: Callable[[str, int], None] = lambda _stage, _steps: None
    step: Callable[[], None] = lambda: None
    done: Callable[[Done], None] = lambda _done: None


QUIET = Listener()
