"""What saving an article has to tell people: what of theirs it kept, what it could not do."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.problems import Problem, Where
from generator.records.differences import beside, shown
from generator.records.emit import flow
from generator.records.former import former_key
from generator.records.load import kind_at
from generator.records.match import Draft
from generator.records.shape import kind_of
from generator.records.step import Step
from generator.records.trees import Path
from generator.records.unsettled import Unsettled, unsettled
from generator.records.yamltext import locate
from generator.settings import Settings

_LONGEST = 60
_WIDEST = 240


def told(settings: Settings, step: Step) -> Iterator[Problem]:
    """What is new about one record: differences nobody knew of, a file that could not be merged, a missing alias."""
    one = unsettled(settings, "", step.below, step.entry) if step.new and step.entry else None
    if one:
        yield difference(settings, one, step.new)
    if step.why:
        yield left_whole(settings, step.below, step.why)
    if step.entry and step.decision not in ("deleted", "foreign"):
        yield from renamed_without_alias(settings, step.below, step.entry.was)


def difference(settings: Settings, one: Unsettled, paths: Iterable[Path]) -> Problem:
    """A person's record that extraction would now write differently at some paths, with both values of each."""
    where, paths = f"{settings.content}/{one.below}", tuple(paths)
    ident = PurePosixPath(one.below).stem
    if () in paths:
        message = "a person has edited this record, so it stays although extraction does not find it any more"
        hint = f"set status: dismissed if it is wrong, or let `dateline accept {ident}` delete it"
        return Problem(Where(where, 1), "info", "edited-kept", message, hint)
    both = "; ".join(
        f"{_short(path)}: yours is {mine}, extraction says {new}" for path, mine, new in _values(one, paths)
    )
    message = f"a person has edited this record, so it stays as it is where extraction now says something else: {both}"
    field = _quoted(shown(paths[0])) if len(paths) == 1 else "[FIELD]"
    hint = f"`dateline accept {ident} {field}` takes it, with --keep yours stays for good"
    at = locate(one.text, paths[0][:1], where) if one.text else Where(where, 1)
    return Problem(at, "info", "edited-kept", message, hint)


def _values(one: Unsettled, paths: Iterable[Path]) -> Iterator[tuple[Path, str, str]]:
    """What a person and what the machine says at each path, on one line."""
    for path in paths:
        mine, new = (
            "(nothing)" if value is None else cut(flow(value), _WIDEST) for value in beside(one.mine, one.theirs, path)
        )
        yield path, mine, new


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
    return shown(tuple(cut(part, _LONGEST) for part in path))


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _quoted(field: str) -> str:
    return field if field.replace(".", "").replace("-", "").replace("_", "").isalnum() else f"'{field}'"
