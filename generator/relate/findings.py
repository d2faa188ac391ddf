"""What a check of several records finds, and where in the file it stands.

A record knows its file, not its lines; a file is read again only when something in it is to be told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from generator.problems import Problem
from generator.records.files import guessed_text
from generator.records.rescue import readable
from generator.records.yamltext import locate
from generator.settings import Settings

Keys = tuple[str | int, ...]


class Finding(NamedTuple):
    """A problem of a record, and the keys (names of maps, indexes of lists) of the value it is about. `at_key`: it is the last
    key that is wrong, not its value."""

    problem: Problem
    keys: Keys
    at_key: bool = False


def placed(findings: Iterable[Finding], settings: Settings) -> tuple[Problem, ...]:
    """The problems in their order, each at line and column; those of a file that cannot be read stay where they are."""
    found = tuple(findings)
    of_file: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        of_file[finding.problem.where.path].append(number)
    problems = {
        number: problem
        for path, numbers in of_file.items()
        for number, problem in zip(
            numbers, _in_file([found[number] for number in numbers], path, settings), strict=True
        )
    }
    return tuple(problems[number] for number in range(len(found)))


def _in_file(findings: list[Finding], path: str, settings: Settings) -> Iterator[Problem]:
    text = readable(guessed_text(settings.root / path), path)
    for finding in findings:
        where = locate(text, finding.keys, path, value=not finding.at_key)
        yield msgspec.structs.replace(finding.problem, where=where) if where.line else finding.problem
