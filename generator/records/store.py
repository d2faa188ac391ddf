"""What extraction found -> files in content/, never over a person's work.

Each file is written at one stroke. The base is written before, to say what is about to change, and last, to say that it has:
a run that is killed leaves every file whole, and the next one knows its own words in them and completes it. Save articles
one after the other in the order of their ids: then the same input gives the same ids at any number of workers.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from generator.problems import Problem, Where
from generator.records.base import GONE, Base, BaseRecord, base_path, base_text
from generator.records.files import write_atomic
from generator.records.match import Draft
from generator.records.merge import Decision
from generator.records.plan import Step, make_plan
from generator.settings import Settings

__all__ = ["Draft", "Saved", "save"]


class Saved(msgspec.Struct, frozen=True):
    """Paths from the root: `written` anew or improved; `unchanged`; `edited` by a person and left so; `deleted` by a person
    and left so; `removed`, because extraction does not find them any more."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


_FIELD_OF: dict[Decision, str] = {
    "write": "written",
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
    in_use: AbstractSet[str] = frozenset(),
) -> tuple[Saved, tuple[Problem, ...]]:
    """Bring the records of one article to what `drafts` say. `base` is what `read_base` gave, `key` what `extraction_key`
    gives now. `in_use`: ids that other articles' or people's records refer to; an actor, place or outlet among them stays
    although this article's drafts no longer hold it. Nothing is written when nothing has changed."""
    shown = base_path(settings, article_id)
    if base is None and (settings.root / shown).exists():
        return Saved(), (_lost_base(shown),)
    steps, problems = make_plan(settings, article_id, drafts, base or Base(), in_use)
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
    if not any(step.decision in ("write", "remove") for step in steps):
        return None
    return Base("", {step.below: entry for step in steps if (entry := _announced(step))})


def _announced(step: Step) -> BaseRecord | None:
    if step.decision == "write" and step.entry:
        before = step.old or msgspec.structs.replace(step.entry, sha256="")
        return msgspec.structs.replace(before, next=step.entry.sha256)
    if step.decision == "remove" and step.old:
        return msgspec.structs.replace(step.old, next=GONE)
    return step.entry


def _carry_out(settings: Settings, steps: Sequence[Step]) -> Saved:
    """Writes before removals. Raises `OSError`."""
    done: dict[str, list[str]] = {name: [] for name in Saved.__struct_fields__}
    for step in sorted(steps, key=lambda step: step.decision == "remove"):
        path = settings.content_dir / step.below
        if step.decision == "write":
            write_atomic(path, step.text)
        elif step.decision == "remove":
            path.unlink(missing_ok=True)
        done[_FIELD_OF[step.decision]].append(f"{settings.content}/{step.below}")
    return Saved(**{name: tuple(sorted(paths)) for name, paths in done.items()})


def _lost_base(shown: str) -> Problem:
    hint = "bring it back with git, or delete it to extract afresh"
    return Problem(
        Where(shown), "error", "base-unreadable", "expected to read this file before saving the article", hint
    )
