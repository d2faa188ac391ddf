"""What saving an article will do, file by file, before anything is done."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import msgspec

from generator.model.records import Event
from generator.problems import Problem
from generator.records.base import Base, BaseRecord, text_digest
from generator.records.dump import dump, to_tree
from generator.records.files import as_found, read_text
from generator.records.follow import followed, renamed, told_by_people
from generator.records.former import former_ids, successors, with_former
from generator.records.ids import event_id, existing, folder_of, free_id, is_id
from generator.records.keeping import kept, texts
from generator.records.load import kind_at
from generator.records.match import Draft, match, quotes_of
from generator.records.reconcile import decide, reconcile
from generator.records.rekey import rekeyed_text
from generator.records.shape import BY_NAME, kind_of
from generator.records.step import Beside, Step
from generator.records.telling import bad_id, told
from generator.records.yamltext import compose, plain
from generator.settings import Settings


def make_plan(
    settings: Settings, article_id: str, drafts: Sequence[Draft], base: Base, beside: Beside
) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """A step for every draft and for every record of the base that no draft matches."""
    content = settings.content_dir
    base = followed(base, renamed(content, base, beside.citing, article_id))
    task = _Task(settings, article_id, drafts, base, match(drafts, base, article_id, beside.text), beside)
    steps, problems = _of_drafts(task)
    gone = _of_the_rest(task, steps.values())
    for index, ids in _inherited(task, steps, gone).items():
        steps[index] = _step(task, steps[index].below, drafts[index], steps[index].old, ids)
    every = (*steps.values(), *gone)
    return every, (*problems, *(problem for step in every for problem in told(settings, step)))


class _Task(NamedTuple):
    """What a plan is made from. `matched`: the path in `base` of each draft that was written before, by its index."""

    settings: Settings
    article: str
    drafts: Sequence[Draft]
    base: Base
    matched: Mapping[int, str]
    beside: Beside

    @property
    def earlier(self) -> dict[str, str]:
        """The earlier ids of the article, by which people's files may still name it, with the one of today."""
        kind = BY_NAME["article"]
        entries = (entry for path, entry in self.base.records.items() if kind_at(path) is kind)
        return {one: self.article for entry in entries for one in (*former_ids(kind, entry.record), *entry.was)}


def _of_drafts(task: _Task) -> tuple[dict[int, Step], tuple[Problem, ...]]:
    """A step for each draft, by its index, but for those that a person's record tells already."""
    content, claimed = task.settings.content_dir, set(task.base.records)
    by_people = told_by_people(task.drafts, task.base, task.beside, task.article)
    steps: dict[int, Step] = {}
    problems: list[Problem] = []
    for index, draft in enumerate(task.drafts):
        path = task.matched.get(index, "")
        old = task.base.records.get(path)
        below = _moved(content, path) if old else _place(content, draft, task.article, claimed)
        if not below:
            problems.append(bad_id(task.settings, draft))
        elif old or below not in claimed:
            step = _step(task, below, draft, old)
            if old or step.decision != "write" or index not in by_people:
                claimed.add(below)
                steps[index] = step
    return steps, tuple(problems)


def _of_the_rest(task: _Task, steps: Iterable[Step]) -> tuple[Step, ...]:
    """A step for each record of the base that no draft matches. What something that stays names is not removed."""
    content, records = task.settings.content_dir, task.base.records
    vanished = [_vanished(content, path, records[path]) for path in sorted(records.keys() - task.matched.values())]
    named = {text for draft in task.drafts for text in texts(to_tree(draft.record))}
    staying = (step for step in steps if step.decision in ("edited", "merge"))
    there = (step.text or _ours(content / step.below) or "" for step in staying)
    return tuple(kept(vanished, named | task.beside.in_use, there, content))


def _inherited(task: _Task, steps: Mapping[int, Step], gone: Iterable[Step]) -> dict[int, tuple[str, ...]]:
    """The earlier ids that records get from those that are taken back, by the draft's index."""
    removed = {step.below: step.old for step in gone if step.decision == "remove" and step.old}
    heirs = [index for index, step in steps.items() if step.decision in ("write", "same", "merge", "edited")]
    drafts = [task.drafts[index] for index in heirs]
    found: dict[int, tuple[str, ...]] = {}
    for below, number in sorted(successors(drafts, removed, task.article, task.beside.text).items()):
        kind, index = kind_at(below), heirs[number]
        earlier = former_ids(kind, removed[below].record) if kind else ()
        found[index] = (*found.get(index, ()), *earlier, PurePosixPath(below).stem)
    return found


def _step(task: _Task, below: str, draft: Draft, old: BaseRecord | None, further: Sequence[str] = ()) -> Step:
    """What becomes of a draft at a path. `further`: earlier ids of the record beside those that the base knows."""
    kind, path = kind_of(draft.record), task.settings.content_dir / below
    ids = (*former_ids(kind, old.record), *old.was, *further) if old else further
    record = with_former(draft.record, ids, PurePosixPath(below).stem)
    text, ours = dump(record, below), _ours(path)
    decision = decide(old, ours, text)
    fresh = BaseRecord(text_digest(text), draft.sentences, to_tree(record), born=old.born if old else "")
    if decision == "foreign":
        return Step(below, decision, old, None)
    if decision == "edited" and old and ours is not None:
        done = reconcile(kind, rekeyed_text(ours, task.earlier), old, fresh)
        if done.text != ours:
            return Step(below, "merge", old, done.entry, as_found(path, done.text, breaks=False), done.new, seen=ours)
        return Step(below, decision, old, done.entry, "", done.new, done.why)
    return Step(below, decision, old, fresh, as_found(path, text) if decision == "write" else "", seen=ours)


def _vanished(content: Path, path: str, old: BaseRecord) -> Step:
    """What becomes of a record that extraction does not find any more. One that a person has named stays."""
    below = _moved(content, path)
    ours = _ours(content / below)
    decision = decide(old, ours, None)
    decision = "edited" if decision == "remove" and old.born else decision
    is_open = decision == "edited"
    entry = msgspec.structs.replace(old, next="", merged="", open=((),) if is_open else ())
    new = is_open and () not in old.open
    return Step(below, decision, old, None if decision == "remove" else entry, "", ((),) if new else (), seen=ours)


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
