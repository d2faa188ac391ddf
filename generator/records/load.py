"""content/ -> corpus. A file that is wrong is a problem with its line, and only that record is left out.

References between records are not looked at here; `relate` does that.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.model.corpus import Broken, Corpus
from generator.model.records import Record
from generator.problems import Problem, Where
from generator.records.decode import decode, decode_partly
from generator.records.dump import marked
from generator.records.emit import emit
from generator.records.files import guessed_text, read_text
from generator.records.ids import SUFFIXES, is_id
from generator.records.rescue import further_problems, readable
from generator.records.shape import BY_FOLDER, KINDS, Kind, group
from generator.records.suggest import did_you_mean
from generator.records.yamltext import compose, scalar
from generator.settings import Settings

Problems = tuple[Problem, ...]
Reader = Callable[[Path, str, Kind], tuple[Record | None, Problems]]


def load_corpus(settings: Settings, read: Reader | None = None) -> tuple[Corpus, Problems]:
    """Every record below `content/`, in the order of their paths, with `where` the file below the root. Hidden files and
    folders (`.schema`, `.extracted`) are no records. `read` takes the place of `read_record`."""
    problems: list[Problem] = []
    broken: list[Broken] = []
    records: dict[str, dict[str, Any]] = {kind.folder: {} for kind in KINDS}
    for below in record_paths(settings.content_dir):
        shown, kind = f"{settings.content}/{below}", kind_at(below)
        if kind is None:
            problems.append(_misplaced(below, shown))
            continue
        record, wrong = (read or read_record)(settings.content_dir / below, shown, kind)
        problems += wrong
        if record:
            first = records[kind.folder].setdefault(record.id, record)
            problems += () if first is record else (_twice(record, first),)
            broken += () if first is record else (Broken(record),)
        if any(problem.level == "error" for problem in wrong):
            broken += read_partly(settings.content_dir / below, shown, kind)
    return Corpus(**records, broken=tuple(broken)), tuple(problems)  # type: ignore[arg-type]  # each folder's name is a field


def record_paths(content: Path) -> list[str]:
    """The YAML files below `content`, hidden ones left out, as sorted paths relative to it with forward slashes."""
    paths = []
    for folder, folders, files in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(folder, content).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        paths += [prefix + name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
    return sorted(paths)


def kind_at(below: str) -> Kind | None:
    """The kind of record whose file lies at a path relative to `content/`; events may lie in folders of their own."""
    folder, _, rest = below.partition("/")
    kind = BY_FOLDER.get(folder)
    return kind if kind and rest and (kind.name == "event" or "/" not in rest) else None


def read_record(path: Path, shown: str, kind: Kind) -> tuple[Record | None, Problems]:
    """The record in one file, or `None` with the reason."""
    text, problems = read_text(path, shown)
    if text is None:
        guessed = guessed_text(path) if problems[-1].code == "yaml-encoding" else ""
        return None, (*problems, *(parse_record(guessed, shown, kind)[1] if guessed else ()))
    record, wrong = parse_record(text, shown, kind)
    return record, problems + wrong


def parse_record(text: str, shown: str, kind: Kind) -> tuple[Record | None, Problems]:
    """The record in the text of the file `shown`, whose name without the suffix is the id, or `None` with every reason."""
    record_id = PurePosixPath(shown).stem
    if not is_id(record_id):
        _, problems = parse_record(text, str(PurePosixPath(shown).with_name("x.yml")), kind)
        return None, (_bad_id(record_id, shown), *(_at(problem, shown) for problem in problems))
    node, problems = compose(text, shown)
    if node is None and problems:
        return None, (*problems, *further_problems(text, shown, kind, problems[-1]))
    if not isinstance(node, yaml.MappingNode):
        return None, (*problems, _no_record(node, shown, kind))
    record, wrong = decode(node, kind, record_id, shown)
    is_broken = any(problem.level == "error" for problem in problems)
    return None if is_broken else record, problems + wrong


def read_partly(path: Path, shown: str, kind: Kind) -> tuple[Broken, ...]:
    """The record of a file with errors, as far as it can be read; none where nothing can."""
    text = guessed_text(path)
    rest = readable(text, shown)
    node, _ = compose(rest, shown)
    if not isinstance(node, yaml.MappingNode):
        return ()
    found = decode_partly(node, kind, PurePosixPath(shown).stem, shown)
    if rest == text:
        return (found,)
    there = {key.value for key, _ in node.value}  # the others may stand in the lines that could not be read
    missing = {key.field for key in group(kind.type).keys if key.name not in there}
    return (Broken(found.record, found.unread | missing),)


def _at(problem: Problem, shown: str) -> Problem:
    where = Where(shown, problem.where.line, problem.where.column)
    return Problem(where, problem.level, problem.code, problem.message, problem.hint)


def _bad_id(record_id: str, shown: str) -> Problem:
    message = f"expected a file name of small letters, digits and hyphens, found {record_id!r}"
    better = re.sub(r"[\W_]+", "-", record_id.lower()).strip("-")
    hint = f"rename it to {better}.yml" if is_id(better) else "give it another name"
    return Problem(Where(shown, 1, 1), "error", "id-invalid", message, hint)


def _no_record(node: yaml.Node | None, shown: str, kind: Kind) -> Problem:
    if node is None:
        needed = {key.name: marked(key.shape, key.example) for key in group(kind.type).keys if key.needed}
        lines = ", ".join(emit({name: value}).strip() for name, value in needed.items() if isinstance(value, str))
        hint = f"write, for example, {lines or 'title: Talks'}, each on a line; or delete the file"
        return Problem(Where(shown, 1, 1), "error", "record-empty", "expected a record, found an empty file", hint)
    where = Where(shown, node.start_mark.line + 1, node.start_mark.column + 1)
    text = scalar(node) if isinstance(node, yaml.ScalarNode) else ""
    what = f"the text {text[:40]!r}" if text else "a list"
    hint = f"a space is missing after the colon: {text.replace(':', ': ', 1)}" if ":" in text else "write title: …"
    return Problem(where, "error", "record-shape", f"expected keys with values, found {what}", hint)


def _twice(second: Record, first: Record) -> Problem:
    message = f"expected an id of its own, found {second.id!r} at {first.where.path} already"
    return Problem(Where(second.where.path, 1, 1), "error", "id-twice", message, "rename one of the two files")


def _misplaced(below: str, shown: str) -> Problem:
    folder = below.split("/", 1)[0]
    expected = ", ".join(f"{name}/" for name in BY_FOLDER)
    message = f"expected a record in one of {expected}; found {below!r}, which is not read"
    return Problem(Where(shown, 1, 1), "warning", "record-misplaced", message, did_you_mean(folder, BY_FOLDER))
