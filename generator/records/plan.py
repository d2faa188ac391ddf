"""What saving an article will do, file by file, before anything is done."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import msgspec

from generator.model.records import Event
from generator.problems import Problem, Where
from generator.records.base import Base, BaseRecord, text_digest
from generator.records.dump import dump, to_tree
from generator.records.files import read_text
from generator.records.ids import event_id, existing, folder_of, free_id, is_id
from generator.records.load import kind_at
from generator.records.match import Draft, match, quotes_of
from generator.records.merge import Decision, decide
from generator.records.shape import BY_NAME, kind_of
from generator.records.yamltext import compose, plain
from generator.settings import Settings


class Step(NamedTuple):
    """What happens at the path `below` content/. `old` is what the base says of it, `entry` what it will say; `text` is what
    a write writes."""

    below: str
    decision: Decision
    old: BaseRecord | None
    entry: BaseRecord | None
    text: str = ""


def make_plan(
    settings: Settings, article_id: str, drafts: Sequence[Draft], base: Base, in_use: AbstractSet[str]
) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """A step for every draft and for every record of the base that no draft matches."""
    steps: list[Step] = []
    problems: list[Problem] = []
    content = settings.content_dir
    matched = match(drafts, base, article_id)
    claimed = set(base.records)
    for index, draft in enumerate(drafts):
        old = base.records.get(matched.get(index, ""))
        below = _followed(content, matched[index]) if old else _place(content, draft, article_id, claimed)
        if not below:
            problems.append(_bad_id(settings, draft))
        elif old or below not in claimed:
            claimed.add(below)
            step = _step(content, below, draft, old)
            steps.append(step)
            problems += _kept(settings, step, to_tree(draft.record))
    mentioned = in_use | {text for draft in drafts for text in _texts(to_tree(draft.record))}
    for path in sorted(base.records.keys() - matched.values()):
        step = _vanished(content, path, base.records[path], mentioned)
        steps.append(step)
        problems += _kept(settings, step, None)
    return tuple(steps), tuple(problems)


def _step(content: Path, below: str, draft: Draft, old: BaseRecord | None) -> Step:
    text = dump(draft.record, below)
    decision = decide(old, _ours(content / below), text)
    if decision in ("write", "same"):
        return Step(below, decision, old, BaseRecord(text_digest(text), draft.sentences, to_tree(draft.record)), text)
    return Step(below, decision, old, msgspec.structs.replace(old, sentences=draft.sentences, next="") if old else None)


def _vanished(content: Path, path: str, old: BaseRecord, mentioned: AbstractSet[str]) -> Step:
    below = _followed(content, path)
    decision = decide(old, _ours(content / below), None)
    if decision == "remove" and kind_at(below) is not BY_NAME["event"] and PurePosixPath(below).stem in mentioned:
        decision = "in use"
    return Step(below, decision, old, None if decision == "remove" else msgspec.structs.replace(old, next=""))


def _ours(path: Path) -> str | None:
    """The text of a file, `None` without one. What cannot be read is somebody's work too, and like no text of ours."""
    if not path.is_file():
        return None
    text, _ = read_text(path, path.name)
    return text or ""


def _followed(content: Path, path: str) -> str:
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


def _kept(settings: Settings, step: Step, now: Mapping[str, Any] | None) -> Iterator[Problem]:
    """A word on a person's file that extraction would now write differently."""
    old = step.old
    if step.decision != "edited" or old is None or now == old.record:
        return
    where = Where(f"{settings.content}/{step.below}", 1)
    if now is None:
        message = "a person has edited this record, so it stays although extraction does not find it any more"
        yield Problem(
            where, "info", "edited-kept", message, "delete the file, or set status: dismissed, if it is wrong"
        )
        return
    names = [name for name in {**old.record, **now} if old.record.get(name) != now.get(name)]
    message = f"a person has edited this record, so it stays as it is; extraction now differs in {', '.join(names)}"
    yield Problem(where, "info", "edited-kept", message, "compare it with the article")


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


def _bad_id(settings: Settings, draft: Draft) -> Problem:
    kind = kind_of(draft.record)
    message = f"expected an id of small letters, digits and hyphens, found {draft.record.id!r}"
    return Problem(Where(f"{settings.content}/{kind.folder}"), "error", "id-invalid", message, "it was not written")
