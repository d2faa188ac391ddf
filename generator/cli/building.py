"""`dateline build`, `dateline extract`, `dateline check`."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from generator.cli.accepting import tell_changes, tell_open
from generator.cli.output import FORMS, counted, listed, listening, say, tally, tell
from generator.cli.project import failed, open_project, root_option
from generator.engine import ENGINES, Engine
from generator.pipeline import Done, Outcome
from generator.pipeline import build as run_build
from generator.pipeline import check as run_check
from generator.pipeline import extract_all as run_extract
from generator.pipeline.build import in_order
from generator.problems import Problem
from generator.settings import Settings

_KINDS = ("events", "actors", "places", "outlets", "articles")


@click.command()
@root_option
@click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", show_default=True, help="What makes the site."
)
@click.option("--strict", is_flag=True, help="End with 1 when there is any error or warning.")
@click.option("--no-site", is_flag=True, help="Write the pages, and leave the site as it is.")
def build(root: Path, engine: Engine, *, strict: bool, no_site: bool) -> None:
    """Extract new and changed articles, and build the site.

    Records with errors are left out and told; the rest is built. Ends with 0 when the site is built, with 1 when it is not,
    or, with --strict, when there is any error or warning."""
    settings, wrong = open_project(root)
    with listening(tell_done) as listen:
        outcome = run_build(settings, None if no_site else engine, listen)
    problems = in_order((*wrong, *outcome.problems))
    tell(problems)
    _summarise(settings, outcome, site=not no_site)
    say(f"{tally(problems)}.{_left_out(settings, problems)}")
    if not outcome.built or (strict and failed(problems, strict=True)):
        raise click.exceptions.Exit(1)


@click.command()
@root_option
@click.option("--all", "every", is_flag=True, help="Every article again, those that have not changed too.")
@click.option("--dry-run", is_flag=True, help="Show which files would be written, and write none.")
@click.option("--strict", is_flag=True, help="End with 1 when there is any error or warning.")
def extract(root: Path, *, every: bool, dry_run: bool, strict: bool) -> None:
    """Extract new and changed articles into content/, without building the site.

    What a person has edited or deleted stays so. Ends with 0, or, with --strict, with 1 when there is any error or warning."""
    settings, wrong = open_project(root)
    if dry_run:
        outcome = _rehearse(settings, every=every)
    else:
        with listening(tell_done) as listen:
            outcome = run_extract(settings, listen, every=every)
    problems = in_order((*wrong, *outcome.problems))
    tell(problems)
    say(_extracted(outcome, dry_run=dry_run))
    say(f"{tally(problems)}.")
    if strict and failed(problems, strict=True):
        raise click.exceptions.Exit(1)


@click.command()
@root_option
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
              help="github: annotations of the lines in a pull request; json, sarif: one document for programs.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def check(root: Path, form: str, *, strict: bool) -> None:
    """Validate content/ and seeds/, and write nothing. Ends with 1 when there is an error.

    Every problem is told at its file, line and column, with what was expected, what was found and how to mend it;
    docs/editing.md explains the codes."""
    settings, wrong = open_project(root)
    with listening() as listen:
        outcome = run_check(settings, listen)
    problems = in_order((*wrong, *outcome.problems))
    tell(problems, form)
    say(f"{_records(outcome)}: {tally(problems)}.", err=form != "text")
    if failed(problems, strict=strict):
        raise click.exceptions.Exit(1)


def tell_done(done: Done) -> None:
    """One line on an article: what is new, improved, gone, and what people's edits kept as it was."""
    saved = done.saved
    improved = [path for path in saved.written if path not in done.new]
    parts = (
        f"new: {_by_kind(done.new)}" if done.new else "",
        f"improved: {_by_kind(improved)}" if improved else "",
        f"your edits kept in: {_by_kind(saved.merged)}" if saved.merged else "",
        f"gone: {_by_kind(saved.removed)}" if saved.removed else "",
        f"kept as edited: {_by_kind(saved.edited)}" if saved.edited else "",
        f"left deleted (status: dismissed keeps why): {_by_kind(saved.deleted)}" if saved.deleted else "",
    )
    nothing = "failed, and left as it was" if done.failed else "nothing new"
    say(f"{done.seed}: {'; '.join(filter(None, parts)) or nothing}")


def _by_kind(paths: Sequence[str]) -> str:
    """`3 events and 1 place`."""
    folders = [path.split("/")[1] if "/" in path else path for path in paths]
    return listed(counted(folders.count(kind), kind[:-1]) for kind in _KINDS if kind in folders)


def _extracted(outcome: Outcome, *, dry_run: bool = False) -> str:
    failed = sum(done.failed for done in outcome.done)
    parts = (
        f"{counted(len(outcome.done) - failed, 'article')} {'would be extracted' if dry_run else 'extracted'}",
        f"{failed:,} failed" if failed else "",
        f"{outcome.skipped:,} unchanged" if outcome.skipped else "",
    )
    return f"{listed(parts)}."


def _records(outcome: Outcome) -> str:
    return listed(counted(outcome.counts[kind], kind[:-1]) for kind in _KINDS) if outcome.counts else "no records"


def _summarise(settings: Settings, outcome: Outcome, *, site: bool) -> None:
    say(_extracted(outcome))
    if not outcome.built:
        say("The site was not built; the last one stays as it was.", fg="red")
        return
    what = f"{settings.site}/" if site else f"{settings.docs}/"
    pages = counted(outcome.counts.get("pages", 0), "page")
    say(f"{what}: {pages} of {_records(outcome)}; {counted(outcome.files, 'file')} changed.")


def _left_out(settings: Settings, problems: Sequence[Problem]) -> str:
    """` 2 records with errors are not on the site.`"""
    wrong = {one.where.path for one in problems if one.level == "error"}
    number = sum(path.startswith(f"{settings.content}/") for path in wrong)
    return (
        f" {counted(number, 'record')} with errors {'is' if number == 1 else 'are'} not on the site." if number else ""
    )


def _rehearse(settings: Settings, *, every: bool) -> Outcome:
    """Extract in a copy, and list what would happen to each file."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        copy = msgspec.structs.replace(settings, root=Path(folder).resolve())
        for source, target in ((settings.content_dir, copy.content_dir), (settings.seeds_dir, copy.seeds_dir)):
            if source.is_dir():
                shutil.copytree(source, target)
        with listening(lambda done: _tell_rehearsed(settings, copy, done)) as listen:
            outcome = run_extract(copy, listen, every=every)
        tell_open(copy)
        return outcome


def _tell_rehearsed(settings: Settings, copy: Settings, done: Done) -> None:
    tell_done(done)
    tell_changes(settings, copy, done)
