"""What the YAML parser does not say, or not in time: conflict markers, invisible characters, nesting that would crash it,
and text cut short by a `#`."""

import re
from collections.abc import Iterator

import yaml

from generator.problems import Problem, Where
from generator.records.emit import quoted

MAX_DEPTH = 2_000  # the parser recurses in C and crashes at some ten thousand
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_CUT = re.compile(r"[ \t]+#[^\W_].*")
_LOST = re.compile(r"(?:^|[:-]) +[!&][^\s]", re.MULTILINE)
_INVISIBLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile(r"\r\n|[\n\r]")


def split_lines(text: str) -> list[str]:
    """The lines of a text as the YAML parser counts them."""
    return _BREAK.split(text)


def check_before(text: str, shown: str) -> Problem | None:
    """The first thing that makes `text` unfit for the parser."""
    return conflict(text, shown) or _invisible(text, shown) or _too_deep(text, shown)


def conflict(text: str, shown: str) -> Problem | None:
    """The first of git's markers between two versions."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if not found:
        return None
    message = f"expected one version, found git's marker {found.group()!r} between two"
    hint = "keep the lines that are right and delete those of <<<<<<<, ======= and >>>>>>>"
    return Problem(_where(text, found.start(), shown), "error", "yaml-conflict", message, hint)


def _invisible(text: str, shown: str) -> Problem | None:
    found = _INVISIBLE.search(text)
    if not found:
        return None
    message = f"expected text, found an invisible character (U+{ord(found.group()):04X})"
    hint = "delete it; such characters come with text copied from elsewhere"
    return Problem(_where(text, found.start(), shown), "error", "yaml-invisible", message, hint)


def _where(text: str, offset: int, shown: str) -> Where:
    before = split_lines(text[:offset])
    return Where(shown, len(before), len(before[-1]) + 1)


def _too_deep(text: str, shown: str) -> Problem | None:
    """What opens fewer lists and maps than `MAX_DEPTH` cannot be deeper, which spares nearly every file the count."""
    if sum(map(text.count, "[{-?:")) < MAX_DEPTH:
        return None
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH and event.start_mark:
                where = Where(shown, event.start_mark.line + 1, event.start_mark.column + 1)
                message = f"expected a record, found lists and maps {MAX_DEPTH:,} deep"
                return Problem(where, "error", "yaml-too-deep", message)
    except yaml.YAMLError:
        return None  # composing meets the same error and explains it
    return None


def check_after(root: yaml.Node, text: str, shown: str) -> Iterator[Problem]:
    """Words that YAML takes for something else than text, so that they are lost without a complaint."""
    if any(mark in text for mark in (" #", "\t#", " !", " &")) and (_CUT.search(text) or _LOST.search(text)):
        lines = split_lines(text)
        for node in _scalars(root):
            yield from _cut_short(node, lines, shown)
            yield from _lost(node, lines, text, shown)


def _cut_short(node: yaml.ScalarNode, lines: list[str], shown: str) -> Iterator[Problem]:
    """A value that stops at a ` #1`: a comment to YAML."""
    mark = node.end_mark
    rest = _CUT.match(lines[mark.line], mark.column) if mark.line < len(lines) else None
    if rest and node.value and not node.style:
        where = Where(shown, mark.line + 1, rest.end() - len(rest.group().lstrip()) + 1)
        message = f"expected text to the line's end, but YAML takes {rest.group().strip()!r} for a comment"
        hint = f"write {quoted(node.value + rest.group())}, or a space after the # of a comment"
        yield Problem(where, "warning", "yaml-comment", message, hint)


def _lost(node: yaml.ScalarNode, lines: list[str], text: str, shown: str) -> Iterator[Problem]:
    """A value whose first word begins with `!` or `&`: a tag or an anchor to YAML."""
    line, column = node.start_mark.line, node.start_mark.column
    word = lines[line][column:].split(" ", 1)[0] if line < len(lines) else ""
    if word[:1] in ("!", "&") and not word.startswith("!!") and f"*{word[1:]}" not in text:
        message = f"expected text, but YAML takes {word!r} for a mark of its own and drops it"
        hint = f"write {quoted(f'{word} {node.value}')}"
        yield Problem(Where(shown, line + 1, column + 1), "error", "yaml-dropped", message, hint)


def _scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every scalar value below `root`, each list and map visited once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif id(node) not in seen:
            seen.add(id(node))
            waiting += [pair[1] for pair in node.value] if isinstance(node, yaml.MappingNode) else node.value
