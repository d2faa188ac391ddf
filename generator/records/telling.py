"""What saving an article has to tell people: what of theirs it kept, what it could not do."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.problems import Problem, Where
from generator.records.differences import shown
from generator.records.files import read_text
from generator.records.former import former_key
from generator.records.load import kind_at
from generator.records.match import Draft
from generator.records.shape import kind_of
from generator.records.step import Step
from generator.records.trees import Path
from generator.records.yamltext import locate
from generator.settings import Settings

_LONGEST = 60


def told(settings: Settings, step: Step) -> Iterator[Problem]:
    """What is new about one record: differences nobody knew of, a file that could not be merged, a missing alias."""
    if step.new:
        yield difference(settings, step.below, step.new)
    if step.why:
        yield left_whole(settings, step.below, step.why)
    if step.entry and step.decision not in ("deleted", "foreign"):
        yield from renamed_without_alias(settings, step.below, step.entry.was)


def difference(settings: Settings, below: str, paths: Iterable[Path]) -> Problem:
    """A person's record that extraction would now write differently at some paths."""
    where, paths = f"{settings.content}/{below}", tuple(paths)
    ident = PurePosixPath(below).stem
    if () in paths:
        message = "a person has edited this record, so it stays although extraction does not find it any more"
        hint = f"set status: dismissed if it is wrong, or let `dateline accept {ident}` delete it"
        return Problem(Where(where, 1), "info", "edited-kept", message, hint)
    fields = ", ".join(_short(path) for path in paths)
    message = f"a person has edited this record, so its {fields} stays as it is; extraction now says something else"
    field = _quoted(shown(paths[0])) if len(paths) == 1 else "[FIELD]"
    hint = f"`dateline extract --dry-run` shows what, `dateline accept {ident} {field}` takes it"
    text, _ = read_text(settings.content_dir / below, where)
    at = locate(text, paths[0][:1], where) if text else Where(where, 1)
    return Problem(at, "info", "edited-kept", message, hint)


def left_whole(settings: Settings, below: str, why: str) -> Problem:
    """A person's record that could not be merged."""
    message = f"a person has edited this record and extraction has news for it, but {why}; it is left as it is"
    hint = f"`dateline accept {PurePosixPath(below).stem}` tells the news"
    return Problem(Where(f"{settings.content}/{below}", 1), "warning", "edited-left", message, hint)


def renamed_without_alias(settings: Settings, below: str, was: Iterable[str]) -> Iterator[Problem]:
    """A record whose earlier addresses lead nowhere."""
    listed = ", ".join(was)
    if listed:
        message = f"this record was called {listed}; links to its earlier page lead nowhere"
        where = Where(f"{settings.content}/{below}", 1)
        kind = kind_at(below)
        hint = f"write {former_key(kind)}: [{listed}]" if kind else ""
        yield Problem(where, "warning", "alias-missing", message, hint)


def bad_id(settings: Settings, draft: Draft) -> Problem:
    """An id that cannot be a file's name."""
    kind = kind_of(draft.record)
    message = f"expected an id of small letters, digits and hyphens, found {draft.record.id!r}"
    return Problem(Where(f"{settings.content}/{kind.folder}"), "error", "id-invalid", message, "it was not written")


def _short(path: Path) -> str:
    parts = (part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1]}…" for part in path)
    return shown(tuple(parts))


def _quoted(field: str) -> str:
    return field if field.replace(".", "").replace("-", "").replace("_", "").isalnum() else f"'{field}'"
