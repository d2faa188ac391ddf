"""A difference between a person's file and the machine, settled: theirs taken, or ours kept for good."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from generator.records.base import Base, base_path, base_text, read_base
from generator.records.differences import take
from generator.records.dump import dump
from generator.records.emit import emit
from generator.records.files import ChangedError, as_found, write_atomic, write_seen
from generator.records.load import parse_record
from generator.records.merge import statements
from generator.records.patch import patch
from generator.records.trees import Path, normal
from generator.records.unsettled import Unsettled, unsettled
from generator.settings import Settings

_ROUNDS = 5


class Settled(NamedTuple):
    """The text of a file `before` and `after`, empty where there is none; the paths `taken`, those `left` because of a comment
    or a risk, and `why`."""

    before: str
    after: str
    taken: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    why: str = ""


def with_theirs(one: Unsettled, paths: tuple[Path, ...]) -> Settled:
    """The file with what the machine says at some paths; nothing is written. Of a statement all is taken or nothing."""
    if one.mine is None:
        return Settled(one.text, one.text, (), paths, "it has an error that must be mended first")
    done = Settled(one.text, one.text)
    tree = one.mine
    for together in reversed([*_together(paths)]):  # the number of an item counts those before it
        wanted = tree
        for path in together:
            wanted = take(wanted, one.theirs, path)
        changed = patch(done.after, tree, wanted, lambda found: normal(one.shape, found))
        if changed.text is None:
            why = done.why or f"it cannot be changed safely: {changed.why or 'a comment stands there'}"
            done = done._replace(left=(*together, *done.left), why=why)
        else:
            tree = wanted
            done = done._replace(after=changed.text, taken=(*together, *done.taken))
    return done


def _together(paths: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    """The paths one by one, but for those of one statement."""
    rest = list(paths)
    while rest:
        fields = {*statements(rest[0][:1])} if len(rest[0]) == 1 else set()
        yield (found := tuple(path for path in rest if path == rest[0] or (len(path) == 1 and path[0] in fields)))
        rest = [path for path in rest if path not in found]


def accept(settings: Settings, one: Unsettled, field: str = "") -> Settled:
    """Take what the machine says in a record, at a field or wherever it is open. Without a file it is brought back; where
    extraction does not find the record any more, it is deleted. A file that was saved since `one` was read is read again.
    Raises `OSError`."""
    file = settings.content_dir / one.below
    for _ in range(_ROUNDS):
        done = _decided(one, field)
        try:
            if done.after != done.before or one.is_gone:
                after = as_found(file, done.after, breaks=False) if done.after else None
                write_seen(file, None if one.is_gone else one.text, after)
        except ChangedError:
            one = unsettled(settings, one.article, one.below, one.entry) or one
        else:
            _note(settings, one, done.taken, gone=not done.after)
            return done
    return Settled(one.text, one.text, (), one.chosen(field), "somebody is saving it again and again")


def _decided(one: Unsettled, field: str) -> Settled:
    paths = one.chosen(field)
    if one.is_gone:
        return Settled("", _whole(one))
    return Settled(one.text, "", ((),)) if () in paths else with_theirs(one, paths)


def keep(settings: Settings, one: Unsettled, field: str = "") -> Settled:
    """Settle the differences at a field, or all, with what the file says. Raises `OSError`."""
    done = Settled(one.text, one.text, one.chosen(field))
    _note(settings, one, done.taken, gone=False)
    return done


def _whole(one: Unsettled) -> str:
    record, _ = parse_record(emit(one.entry.said or one.entry.record), one.below, one.kind)
    return dump(record, one.below) if record else ""


def _note(settings: Settings, one: Unsettled, paths: tuple[Path, ...], *, gone: bool) -> None:
    """Write into the base that nothing is open at these paths any more."""
    base, _ = read_base(settings, one.article)
    if base is None or not paths:
        return
    waiting = tuple(path for path in one.open if path not in paths)
    entry = msgspec.structs.replace(one.entry, open=waiting, record=one.entry.said or one.entry.record, said={})
    records = {below: entry if below == one.below else other for below, other in base.records.items()}
    if gone:
        del records[one.below]
    write_atomic(settings.root / base_path(settings, one.article), base_text(Base(base.key, records)))
