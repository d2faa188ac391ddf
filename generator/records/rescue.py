"""What else is wrong in a file that YAML cannot read: its broken lines are left out, and the rest is looked at.

So a person who has made three mistakes is told of three, not of the first, then of the second. Nothing read here is used.
"""

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from generator.problems import Problem
from generator.records.decode import decode
from generator.records.shape import Kind
from generator.records.yamlchecks import split_lines
from generator.records.yamltext import compose

_MOST = 20  # broken lines that are told of one file
_LONGEST = 200_000  # characters of a file worth reading again and again
_WHOLE = ("yaml-too-deep", "yaml-too-large")  # no line to leave out
_OPEN, _MIDDLE, _CLOSE = "<<<<<<<", "=======", ">>>>>>>"


class Rescued(NamedTuple):
    """`text`: what can be read, every line at its number; empty where nothing can be. `problems`: those beyond the first."""

    text: str
    problems: tuple[Problem, ...] = ()


def rescue(text: str, shown: str, first: Problem) -> Rescued:
    """A file without its broken lines. `first`: the problem that kept it from being read."""
    lines, problem = split_lines(text), first
    told: list[Problem] = []
    for _ in range(_MOST):
        if problem.code in _WHOLE or len(text) > _LONGEST or not _leave_out(lines, problem):
            break
        node, found = compose("\n".join(lines), shown)
        told += found
        if node is not None:
            return Rescued("\n".join(lines), tuple(told))
        if not found:
            break
        problem = found[-1]
    return Rescued("", tuple(told))


def readable(text: str, shown: str) -> str:
    """The text, or, where it cannot be read, what can be of it."""
    node, problems = compose(text, shown)
    return rescue(text, shown, problems[-1]).text if node is None and problems else text


def further_problems(text: str, shown: str, kind: Kind, first: Problem) -> Iterator[Problem]:
    """The problems beyond `first`, which kept `text` from being read. Keys are not called missing: they may stand in the lines
    left out."""
    found = rescue(text, shown, first)
    yield from found.problems
    node, _ = compose(found.text, shown)
    if isinstance(node, yaml.MappingNode):
        _, problems = decode(node, kind, "", shown)
        yield from (problem for problem in problems if problem.code != "key-missing")


def _leave_out(lines: list[str], problem: Problem) -> bool:
    """Empty the lines a problem is about; `False` when they are empty already."""
    first = problem.where.line - 1
    if not 0 <= first < len(lines) or not lines[first].strip():
        return False
    for number in range(first, _end(lines, first, problem.code)):
        lines[number] = ""
    if problem.code == "yaml-conflict":
        _leave_out_theirs(lines, first)
    return True


def _end(lines: list[str], first: int, code: str) -> int:
    """The line after those that are left out: the broken one and what hangs on it by being further in."""
    if code == "yaml-two-records":
        return len(lines)
    margin = _margin(lines[first])
    end = first + 1
    while code != "yaml-conflict" and end < len(lines) and lines[end].strip() and _margin(lines[end]) > margin:
        end += 1
    return end


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _leave_out_theirs(lines: list[str], first: int) -> None:
    """Of two versions between git's markers the upper one stays."""
    inside = False
    for number in range(first, len(lines)):
        mark = lines[number][:7]
        if mark == _OPEN:
            return
        inside = inside or mark == _MIDDLE
        if inside:
            lines[number] = ""
        if mark == _CLOSE:
            return
