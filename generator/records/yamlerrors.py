"""The YAML parser's complaints in the words of somebody who edits a record, with a correct example.

Each rule looks at one kind of mistake; the first that knows the mistake speaks.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from generator.problems import Problem, Where
from generator.records.emit import quoted
from generator.records.yamlchecks import split_lines


class Complaint(NamedTuple):
    """What the parser said (`problem`, `context`), where (0-based `line`, `column`; `begun` is the line and column of what it
    was reading), and the text's `lines`."""

    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int]
    lines: list[str]

    def text(self, line: int) -> str:
        """The line of that number, empty beyond the end."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""


class Verdict(NamedTuple):
    """A problem's code, words and hint, at a 0-based line and column."""

    code: str
    message: str
    hint: str
    line: int
    column: int


_KEY = re.compile(r"(?P<key>\s*(?:- +)*[^\s:#'\"][^:]*: +)(?P<value>.*\S)")
_EXAMPLE = 60
_OPENING = "'\"[{@`%&*!|>"


def explain(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The problem that a parser's error stands for, in `shown`."""
    complaint = _complaint(error, split_lines(text))
    found = next((verdict for rule in RULES if (verdict := rule(complaint))), None) or _other(complaint)
    return Problem(Where(shown, found.line + 1, found.column + 1), "error", found.code, found.message, found.hint)


def _complaint(error: yaml.YAMLError, lines: list[str]) -> Complaint:
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Complaint(
        str(getattr(error, "problem", None) or error),
        str(getattr(error, "context", None) or ""),
        line,
        column,
        (begun.line, begun.column) if begun else (line, column),
        lines,
    )


def tab(said: Complaint) -> Verdict | None:
    """A tab where spaces are meant, on the line complained of or just above it."""
    for line in (said.line, said.line - 1):
        margin = re.match(r"\s*", said.text(line))
        column = margin.group().find("\t") if margin else -1
        if column >= 0:
            meant = said.text(line).expandtabs(2) if margin else ""
            hint = f"use two spaces for each step: {meant[:_EXAMPLE]!r}"
            return Verdict("yaml-tab", "expected spaces before the key, found a tab", hint, line, column)
    return None


def opening(said: Complaint) -> Verdict | None:
    """A value that begins with a character YAML keeps for itself: `@who`, `[AP] says`, `"Great" powers`."""
    line = said.begun[0] if said.context.startswith("while scanning a") else said.line
    found = _KEY.fullmatch(said.text(line)) or re.fullmatch(r"(?P<key>\s*- +)(?P<value>.*\S)", said.text(line))
    value = found["value"] if found else ""
    if not found or value[0] not in _OPENING or _unclosed(value):
        return None
    message = f"expected a value in quotes, because it begins with {value[0]}, found {_short(value)}"
    meant = value[1:-1] if len(value) > 2 and value[0] == value[-1] in "'\"" else value
    return Verdict("yaml-quotes", message, f"write {found['key'].lstrip()}{quoted(meant)}", line, len(found["key"]))


def _unclosed(value: str) -> bool:
    pair = {"[": "]", "{": "}"}.get(value[0], value[0])
    return value[0] in "'\"[{" and pair not in value[1:]


def colon(said: Complaint) -> Verdict | None:
    """A second colon inside a value: `title: Zelenskyy: US, Russia share opposition`."""
    found = _KEY.fullmatch(said.text(said.line))
    if "mapping values" not in said.problem or not found or said.column < len(found["key"]):
        return None
    message = "expected one value, found a second colon in it"
    hint = f"put the value in quotes: {found['key'].strip()} {quoted(found['value'])}"
    return Verdict("yaml-colon", message, hint, said.line, said.column)


def closing(said: Complaint) -> Verdict | None:
    """A quotation mark or bracket that is never closed."""
    names = {"quoted scalar": "quotation mark", "flow sequence": "bracket [", "flow mapping": "brace {"}
    name = next((name for words, name in names.items() if said.context.endswith(words)), "")
    if not name or "escape" in said.problem:
        return None
    return Verdict(
        "yaml-unclosed", f"the {name} that opens here is never closed", "close it, or delete it", *said.begun
    )


def space(said: Complaint) -> Verdict | None:
    """`title:What happened`, without a space after the colon, or a line that has no colon at all."""
    if "could not find expected ':'" not in said.problem:
        return None
    line, column = said.begun
    text = said.text(line).strip()
    found = re.match(r"(?:- +)?([A-Za-z_]+):(\S.*)", text)
    if found:
        hint = f"write {found[1]}: {found[2]}"
        return Verdict("yaml-space", f"expected a space after the colon of {found[1]!r}", hint, line, column)
    hint = "write key: value, or - value in a list, or put two more spaces before a line that continues a value"
    return Verdict("yaml-line", f"expected a key and a colon, found {_short(text)}", hint, line, column)


def escape(said: Complaint) -> Verdict | None:
    """A backslash in double quotes that stands for no character."""
    if "escape" not in said.problem:
        return None
    hint = "use single quotes, where a backslash is only a backslash"
    return Verdict(
        "yaml-escape", "in double quotes a backslash begins a code, found an unknown one", hint, said.line, said.column
    )


def alias(said: Complaint) -> Verdict | None:
    """A name after `&` or `*` that is given twice or not at all."""
    problem = said.problem if "alias" in said.problem else said.context
    if "undefined alias" not in problem and "duplicate anchor" not in problem:
        return None
    message = f"expected a name after & once and after * later, {problem.split(';')[0]}"
    return Verdict("yaml-alias", message, "put text that begins with & or * in quotes", said.line, said.column)


def documents(said: Complaint) -> Verdict | None:
    """A second record after `---`."""
    if "another document" not in said.problem:
        return None
    return Verdict(
        "yaml-two-records", "expected one record, found a second", "one record a file", said.line, said.column
    )


def margin(said: Complaint) -> Verdict | None:
    """A line that begins in a column of its own."""
    if "did not find expected" not in said.problem and "mapping values" not in said.problem:
        return None
    text = said.text(said.line)
    column = len(text) - len(text.lstrip())
    message = f"expected the column of its neighbours, found {_short(text.strip())} in column {column + 1}"
    hint = "keys of one map, and the dashes of one list, stand exactly below each other"
    return Verdict("yaml-margin", message, hint, said.line, column)


def _other(said: Complaint) -> Verdict:
    message = f"{said.context}: {said.problem}" if said.context else said.problem
    return Verdict("yaml-syntax", message, "compare it with an example in docs/records.md", said.line, said.column)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


RULES: tuple[Callable[[Complaint], Verdict | None], ...] = (
    tab,
    colon,
    escape,
    alias,
    opening,
    closing,
    space,
    documents,
    margin,
)
