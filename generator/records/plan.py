"""What saving an article will do, file by file, before anything is done."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from generator.model.records import Event
from generator.problems import Problem
from generator.records.base import Base, BaseRecord, text_digest
from generator.records.dump import dump, to_tree
from generator.records.files import as_found, read_text
from generator.records.follow import is_told, renamed
from generator.records.ids import event_id, existing, folder_of, free_id, is_id
from generator.records.load import kind_at
from generator.records.match import Draft, match, quotes_of
from generator.records.reconcile import decide, reconcile
from generator.records.shape import BY_NAME, kind_of
from generator.records.step import Beside, Step
from generator.records.telling import bad_id, told
from generator.records.yamltext import compose, plain
from generator.settings import Settings


def make_plan(
    settings: Settings, article_id: str, drafts: Sequence[Draft], base: Base, beside: Beside
) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """A step for every draft and for every record of the base that no draft matches."""
    steps: list[Step] = []
    problems: list[Problem] = []
    content = settings.content_dir
    base = _follow(base, renamed(content, base, beside.citing, article_id))
    matched = match(drafts, base, article_id)
    claimed = set(base.records)
    for index, draft in enumerate(drafts):
        old = base.records.get(matched.get(index, ""))
        below = _moved(content, matched[index]) if old else _place(content, draft, article_id, claimed)
        if not below:
            problems.append(bad_id(settings, draft))
        elif old or below not in claimed:
            step = _step(content, below, draft, old)
            if old or step.decision != "write" or not is_told(to_tree(draft.record), base, beside.citing, article_id):
                claimed.add(below)
                steps.append(step)
    mentioned = beside.in_use | {text for draft in drafts for text in _texts(to_tree(draft.record))}
    vanished = sorted(base.records.keys() - matched.values())
    steps += [_vanished(content, path, base.records[path], mentioned) for path in vanished]
    return tuple(steps), (*problems, *(problem for step in steps for problem in told(settings, step)))


def _follow(base: Base, new_paths: Mapping[str, str]) -> Base:
    """The base with records at the paths that people have given them; it remembers their earlier ids."""
    records = {
        new_paths.get(path, path): msgspec.structs.replace(entry, was=(*entry.was, PurePosixPath(path).stem))
        if path in new_paths
        else entry
        for path, entry in base.records.items()
    }
    return Base(base.key, records) if new_paths else base


def _step(content: Path, below: str, draft: Draft, old: BaseRecord | None) -> Step:
    text, path = dump(draft.record, below), content / below
    ours = _ours(path)
    decision = decide(old, ours, text)
    fresh = BaseRecord(text_digest(text), draft.sentences, to_tree(draft.record), was=old.was if old else ())
    if decision == "foreign":
        return Step(below, decision, old, None)
    if decision == "edited" and old and ours is not None:
        done = reconcile(kind_of(draft.record), ours, old, fresh)
        if done.text != ours:
            return Step(below, "merge", old, done.entry, as_found(path, done.text, breaks=False), done.new)
        return Step(below, decision, old, done.entry, "", done.new, done.why)
    return Step(below, decision, old, fresh, as_found(path, text) if decision == "write" else "")


def _vanished(content: Path, path: str, old: BaseRecord, mentioned: AbstractSet[str]) -> Step:
    below = _moved(content, path)
    decision = decide(old, _ours(content / below), None)
    if decision == "remove" and kind_at(below) is not BY_NAME["event"] and PurePosixPath(below).stem in mentioned:
        decision = "in use"
    is_open = decision == "edited"
    entry = msgspec.structs.replace(old, next="", merged="", open=((),) if is_open else ())
    new = is_open and () not in old.open
    return Step(below, decision, old, None if decision == "remove" else entry, "", ((),) if new else ())


def _ours(path: Path) -> str | None:
    """The text of a file, `None` without one. What cannot be read is somebody's work too, and like no text of ours."""
    if not path.is_file():
        return None
    text, _ = read_text(path, path.name)
    return text or ""


def _moved(content: Path, path: str) -> str:
    """Where a record lies now: at `path`, or where a person has moved it under the same name."""
    kind = kind_at(path)
    moved = "" if kind is None or (content / path).is_file() else existing(content, kind, PurePosixPath(path).stem)
    return moved or path


def _place(content: Path, draft: Draft, article_id: str, claimed: AbstractSet[str]) -> str:
    """The path of a record that the base does not know; empty for an id that cannot be a file's name."""
    record, kind = draft.record, kind_of(draft.record)
    if not isinstance(record, Event):
        return (existing(content, kind, record.id) or f"{folder_of(record)}{record.id}.yml") if is_id(record.id) else ""
    tree, folder = to_tree(record), folder_of(record)
    names = {PurePosixPath(path).stem for path in claimed if kind_at(path) is kind}

    def taken(name: str) -> bool:
        there = existing(content, kind, name)
        return name in names or (bool(there) and not _same_event(content / there, tree, article_id))

    name = free_id(event_id(record.date, record.title), taken)
    return existing(content, kind, name) or f"{folder}{name}.yml"


def _same_event(path: Path, tree: Mapping[str, Any], article_id: str) -> bool:
    """True when a file outside the base tells of the same: a run was killed before its base, or the base was lost."""
    node, _ = compose(_ours(path) or "", path.name)
    try:
        there = plain(node) if node else {}
    except ValueError:
        return False
    quotes = quotes_of(tree, article_id)
    return isinstance(there, dict) and (bool(quotes & quotes_of(there, article_id)) or there == tree)


def _texts(tree: Any) -> Iterator[str]:
    """Every text of a tree, the keys of its maps too."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping):
        yield from tree
        for value in tree.values():
            yield from _texts(value)
    else:
        for item in tree:
            yield from _texts(item)
