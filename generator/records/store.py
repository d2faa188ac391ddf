"""What extraction found -> files in content/, never over a person's work.

Each file is written at one stroke. The base is written before, to say what is about to change, and last, to say that it has:
a run that is killed leaves every file whole, and the next one knows its own words in them and completes it. Save articles
one after the other in the order of their ids: then the same input gives the same ids at any number of workers.
"""

from collections.abc import Sequence

import msgspec

from generator.problems import Problem, Where
from generator.records.base import GONE, Base, BaseRecord, base_path, base_text, text_digest
from generator.records.files import write_atomic
from generator.records.match import Draft
from generator.records.plan import make_plan
from generator.records.reconcile import Decision
from generator.records.step import Beside, Step
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
    steps, problems = make_plan(settings, article_id, drafts, base or Base(), beside)
    try:
        if base_under_way := _under_way(steps):
            write_atomic(settings.root / shown, base_text(base_under_way))
        saved = _carry_out(settings, steps)
        entries = {step.below: step.entry for step in steps if step.entry}
        write_atomic(settings.root / shown, base_text(Base(key, entries)))
    except OSError as error:
        where = Where(str(error.filename or shown).removeprefix(f"{settings.root}/"))
        return Saved(), (*problems, Problem(where, "error", "write-failed", f"cannot write: {error.strerror}"))
    return saved, problems


def _under_way(steps: Sequence[Step]) -> Base | None:
    """The base while files change, without a key, so that a killed save is done again; `None` when none will change."""
    if not any(step.decision in ("write", "merge", "remove") for step in steps):
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


def _carry_out(settings: Settings, steps: Sequence[Step]) -> Saved:
    """Writes before removals. Raises `OSError`."""
    done: dict[str, list[str]] = {name: [] for name in Saved.__struct_fields__}
    for step in sorted(steps, key=lambda step: step.decision == "remove"):
        path = settings.content_dir / step.below
        if step.decision in ("write", "merge"):
            write_atomic(path, step.text)
            done["merged"] += [f"{settings.content}/{step.below}"] if step.decision == "merge" else []
        elif step.decision == "remove":
            path.unlink(missing_ok=True)
        done[_FIELD_OF[step.decision]].append(f"{settings.content}/{step.below}")
    return Saved(**{name: tuple(sorted(paths)) for name, paths in done.items()})


def _lost_base(shown: str) -> Problem:
    hint = "bring it back with git, or delete it to extract afresh"
    return Problem(
        Where(shown), "error", "base-unreadable", "expected to read this file before saving the article", hint
    )
