"""What went wrong, where, and how to mend it: the values every stage returns beside its result."""

from typing import Literal

import msgspec

Level = Literal["error", "warning", "info"]


class Where(msgspec.Struct, frozen=True, order=True):
    """A place in a file. Lines and columns count from 1; 0 means the whole file or line."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path:line:column`, without the parts that are 0."""
        parts = [self.path or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Where()


class Problem(msgspec.Struct, frozen=True):
    """One thing to tell a person. `code` is stable (`date-invalid`), `message` says expected and found,
    `hint` shows a correct example or a "did you mean"."""

    where: Where
    level: Level
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`path:line:column: level code message (hint)`, on one line."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {self.level} {self.code} {self.message}{hint}".replace("\n", " ")


def as_tree(problem: Problem) -> dict[str, str | int]:
    """The same as plain values, for programs."""
    where = problem.where
    return {
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "level": problem.level,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_github(problem: Problem) -> str:
    """The same as a GitHub Actions workflow command, which annotates the line in a pull request."""
    kind = "notice" if problem.level == "info" else problem.level
    place = f"file={_property(problem.where.path)}"
    if problem.where.line:
        place += f",line={problem.where.line},col={problem.where.column or 1}"
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"::{kind} {place},title={problem.code}::{_data(problem.message + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
