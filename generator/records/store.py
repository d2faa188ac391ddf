"""What extraction found -> files in content/, never over a person's work.

Each file is written at one stroke. The base is written before, to say what is about to change, and last, to say that it has:
a run that is killed leaves every file whole, and the next one knows its own words in them and completes it. A file that a
person saves in the meantime is looked at again. Save articles one after the other in the order of their ids: then the same
input gives the same ids at any number of workers.
"""

from collections.abc import Sequence

import msgspec

from generator.problems import Problem, Where
from generator.records.base import GONE, Base, BaseRecord, base_path, base_text, restore, text_digest
from generator.records.files import ChangedError, cannot_write, write_atomic, write_seen
from generator.records.match import Draft
from generator.records.plan import make_plan
from generator.records.reconcile import Decision
from generator.records.step import Beside, Step
from generator.records.telling import told
from generator.settings import Settings

__all__ = ["Beside", "Draft", "Saved", "save"]


class Saved(msgspec.Struct, frozen=True):
    """Paths from the root: `written` anew or improved; of these, `merged` with what a person has edited; `unchanged`; `edited`
    by a person and left so; `deleted` by a person and left so; `removed`, as extraction does not find them any more."""

    written: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


_FIELD_OF: dict[Decision, str] = {
    "write": "written",
    "merge": "written",
    "same": "unchanged",
    "edited": "edited",
    "deleted": "deleted",
    "foreign": "unchanged",
    "remove": "removed",
    "in use": "unchanged",
}
_CHANGES = ("write", "merge", "remove")
_ROUNDS = 5  # somebody who saves a file at every stroke of a key is left in peace


def save(  # noqa: PLR0913 - the last two by name only
    settings: Settings,
    article_id: str,
    drafts: Sequence[Draft],
    base: Base | None,
    *,
    key: str = "",
    beside: Beside = Beside(),  # noqa: B008 - immutable
) -> tuple[Saved, tuple[Problem, ...]]:
    """Bring the records of one article to what `drafts` say. `base` is what `read_base` gave, `key` what `extraction_key`
    gives now. An actor, place or outlet that is in use `beside` the article stays although its drafts no longer hold it.
    Nothing is written when nothing has changed."""
    shown = base_path(settings, article_id)
    if base is None and (settings.root / shown).exists():
        return Saved(), (_lost_base(shown),)
    run = _Run(settings, article_id, beside, base or Base())
    try:
        for _ in range(_ROUNDS):
            if run.carry_out(drafts):
                write_atomic(settings.root / shown, base_text(Base(key, run.entries())))
                return run.saved(), run.problems()
    except OSError as error:
        return Saved(), (*run.problems(), cannot_write(error, settings.root, shown))
    return run.saved(), (*run.problems(), _restless(settings, run.changed))


class _Run:
    """One save. What is done stays done, and the rest is planned anew, where somebody has saved a file since it was read."""

    def __init__(self, settings: Settings, article_id: str, beside: Beside, base: Base) -> None:
        self.settings, self.article_id, self.beside, self.base = settings, article_id, beside, base
        self.steps: tuple[Step, ...] = ()
        self.found: tuple[Problem, ...] = ()
        self.before: list[Step] = []
        self.done: list[Step] = []
        self.changed = ""

    def carry_out(self, drafts: Sequence[Draft]) -> bool:
        """Plan, and do it, writes before removals; `False` where a file has changed since. Raises `OSError`."""
        settings = self.settings
        self.steps, self.found = make_plan(settings, self.article_id, drafts, self.base, self.beside)
        if under_way := _under_way(self.steps):
            write_atomic(settings.root / base_path(settings, self.article_id), base_text(under_way))
        self.done = []
        for step in sorted(self.steps, key=lambda step: step.decision == "remove"):
            try:
                _do(settings, step)
            except ChangedError:
                self._take_stock(step)
                return False
            self.done.append(step)
        return True

    def _take_stock(self, changed: Step) -> None:
        """The base as it is by now: with what was written and without what was removed."""
        done = {step.below: step for step in self.done if step.decision in _CHANGES}
        entries = {step.below: step.entry if step.below in done else step.old for step in self.steps}
        self.base = Base("", {below: entry for below, entry in entries.items() if entry})
        self.before += done.values()
        self.changed = changed.below

    def entries(self) -> dict[str, BaseRecord]:
        """What the base says in the end."""
        return {step.below: step.entry for step in self.steps if step.entry}

    def saved(self) -> Saved:
        """What became of every file, each told once."""
        content = self.settings.content
        fields: dict[str, set[str]] = {name: set() for name in Saved.__struct_fields__}
        first = {step.below: step for step in reversed((*self.before, *self.done))}
        for step in first.values():
            fields[_FIELD_OF[step.decision]].add(f"{content}/{step.below}")
            fields["merged"] |= {f"{content}/{step.below}"} if step.decision == "merge" else set()
        return Saved(**{name: tuple(sorted(paths)) for name, paths in fields.items()})

    def problems(self) -> tuple[Problem, ...]:
        """What has to be told."""
        earlier = (problem for step in self.before for problem in told(self.settings, step))
        return tuple(dict.fromkeys((*earlier, *self.found)))


def _under_way(steps: Sequence[Step]) -> Base | None:
    """The base while files change, without a key, so that a killed save is done again; `None` when none will change."""
    if not any(step.decision in _CHANGES for step in steps):
        return None
    return Base("", {step.below: entry for step in steps if (entry := _announced(step))})


def _announced(step: Step) -> BaseRecord | None:
    if step.decision == "write" and step.entry:
        before = step.old or msgspec.structs.replace(step.entry, sha256="")
        return msgspec.structs.replace(before, next=step.entry.sha256)
    if step.decision == "merge" and step.entry and step.old:
        merged, waiting = text_digest(step.text.removeprefix("\ufeff")), step.entry.open
        return msgspec.structs.replace(step.old, merged=merged, said=step.entry.record, open=waiting)
    if step.decision == "remove" and step.old:
        return msgspec.structs.replace(step.old, next=GONE)
    return step.entry


def _do(settings: Settings, step: Step) -> None:
    """Change the file of a step. Raises `ChangedError` where it is not any more what the plan was made for, and `OSError`."""
    if step.decision in ("write", "merge"):
        write_seen(settings.content_dir / step.below, step.seen, step.text)
    elif step.decision == "remove":
        write_seen(settings.content_dir / step.below, step.seen, None)


def _restless(settings: Settings, below: str) -> Problem:
    message = f"this file was saved {_ROUNDS} times while extraction was about to write it; it is left as it is"
    where = Where(f"{settings.content}/{below}", 1)
    return Problem(where, "warning", "edited-left", message, "nothing is lost; the next build tries again")


def _lost_base(shown: str) -> Problem:
    message = "expected to read this file before saving the article"
    return Problem(Where(shown), "error", "base-unreadable", message, restore(shown))
