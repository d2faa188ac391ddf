"""`dateline accept`, and the differences that a dry run shows."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

from generator.cli.output import counted, listed, say, tell
from generator.cli.project import open_project, root_option
from generator.pipeline import Done
from generator.pipeline.lock import LockError, hold
from generator.records.base import glance, read_base
from generator.records.differences import shown
from generator.records.files import cannot_write, read_text
from generator.records.settle import Settled, keep, with_theirs
from generator.records.settle import accept as take
from generator.records.unsettled import Unsettled, find, unsettled
from generator.settings import Settings

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command()
@click.argument("ident", metavar="ID")
@click.argument("field", required=False, default="")
@root_option
@click.option("--keep", "ours", is_flag=True, help="Settle it the other way: what the file says stays for good.")
def accept(ident: str, field: str, root: Path, *, ours: bool) -> None:
    """Take what extraction says in a record that you have edited.

    ID is the record's, as in its file name; FIELD is a key such as date or actors.russia, and without it all that is open is
    taken. A record that you have deleted comes back; one that extraction does not find any more is deleted."""
    settings, wrong = open_project(root)
    tell(wrong, err=True)
    try:
        with hold(settings):
            records = find(settings, ident)
            done = [(one, (keep if ours else take)(settings, one, field)) for one in records]
    except OSError as error:
        told = error.problem if isinstance(error, LockError) else cannot_write(error, settings.root, settings.content)
        tell((told,), err=True)
        raise click.exceptions.Exit(1) from error
    if not records:
        raise click.UsageError(f"no extraction has written a record called {ident!r}")
    for one, settled in done:
        _tell(settings, one, settled, ours=ours)
    if any(settled.left or (settled.why and not settled.taken) for _, settled in done):
        raise click.exceptions.Exit(1)


def _tell(settings: Settings, one: Unsettled, done: Settled, *, ours: bool) -> None:
    path = f"{settings.content}/{one.below}"
    for line in diff(done.before, done.after, path):
        _say(line)
    fields = listed(shown(field) or "the whole record" for field in done.taken)
    if done.before == done.after and not done.left:
        say(f"{path}: {f'settled as it is: {fields}' if ours and fields else 'nothing is open there'}.")
    for field in done.left:
        say(f"{path}: {shown(field)} is left, since {done.why}. Extraction says:", fg="yellow")
        say("".join(f"  {line}\n" for line in one.says(field).splitlines()).rstrip("\n"))


def diff(before: str, after: str, path: str) -> Iterator[str]:
    """The lines of a unified diff, as git shows it."""
    old, new = (f"a/{path}" if before else "/dev/null"), (f"b/{path}" if after else "/dev/null")
    return unified_diff(before.splitlines(), after.splitlines(), old, new, lineterm="")


def tell_changes(settings: Settings, rehearsed: Settings, done: Done) -> None:
    """What a rehearsal in a copy did to each file of an article."""
    for path in done.saved.written:
        say(f"  {'write' if path in done.new else 'improve'} {path}")
        if path not in done.new:
            _show(diff(_text(settings, path), _text(rehearsed, path), path))
    for path in done.saved.removed:
        say(f"  remove {path}")


def tell_open(rehearsed: Settings) -> None:
    """What extraction says otherwise in files that people have edited, and where it therefore leaves them as they are."""
    for path in sorted((rehearsed.content_dir / ".extracted").glob("*.yml")):
        base = read_base(rehearsed, path.stem)[0] if glance(rehearsed, path.stem).marked else None
        for below, entry in base.records.items() if base else ():
            one = unsettled(rehearsed, path.stem, below, entry)
            if one and one.text and one.open:
                _tell_open(one, f"{rehearsed.content}/{below}")


def _tell_open(one: Unsettled, path: str) -> None:
    say(f"{path}: {counted(len(one.open), 'difference')} not taken. As extraction would have it:")
    settled = with_theirs(one, tuple(path for path in one.open if path))
    _show(diff(settled.before, "" if () in one.open else settled.after, path))
    for field in settled.left:
        say(f"    {shown(field)}, which cannot be changed there, since {settled.why}:")
        _show(one.says(field).splitlines())


def _show(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        _say(line, "    ")


def _text(settings: Settings, path: str) -> str:
    return read_text(settings.root / path, path)[0] or ""


def _say(line: str, before: str = "") -> None:
    """A line of a diff, in its colour."""
    if line[:1] in _COLOURS:
        say(before + line, fg=_COLOURS[line[0]])
    else:
        say(before + line)
