"""`dateline annotate`."""

import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.output import listed, say, tell
from generator.cli.project import open_project
from generator.extract.annotate import Annotations, as_tree
from generator.extract.events import EventDraft
from generator.model.dates import DateError, PartialDate, parse_edtf
from generator.model.mentions import Mention
from generator.pipeline import inspect
from generator.records.suggest import date_hint
from generator.settings import Settings

_LONGEST = 100  # characters of a mention on its line


class Day(click.ParamType[PartialDate]):
    """An EDTF date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """The date; a usage error says what was expected."""
        if isinstance(value, PartialDate):
            return value
        try:
            return parse_edtf(str(value))
        except DateError as error:
            self.fail(f"{error} ({date_hint(str(value))})", param, ctx)


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project whose records are "
              "known.  [default: this folder, if it holds mkdocs.yml]")  # fmt: skip
@click.option("--published", type=Day(), metavar="DATE", help="The day of publication, where the file states none.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each file, on a line of its own.")
@click.option("--rules", is_flag=True, help="End with how often each rule was used.")
def annotate(
    files: tuple[Path, ...], root: Path | None, published: PartialDate | None, *, as_json: bool, rules: bool
) -> None:
    """Show what is found in articles, and by which rule.

    Writes nothing, and works outside of a project too. Ends with 1 when a file cannot be read."""
    settings = _project(root)
    unread, used = False, Counter[tuple[str, str]]()
    for one in inspect([path.resolve() for path in files], settings, published):
        tell(one.problems, err=True)
        unread = unread or one.found is None
        if one.found is None:
            continue
        if as_json:
            say(json.dumps(as_tree(one.found), ensure_ascii=not _knows_all_letters()))
        else:
            for line in listing(one.found):
                say(line)
        used.update((mention.kind, mention.rule) for mention in one.found.mentions)
        used.update(("event", draft.rule) for draft in one.found.events)
    if rules and not as_json:
        say("Rules", bold=True)
        for (kind, rule), times in sorted(used.items()):
            say(f"  {kind} {rule}: {times}")
    if unread:
        raise click.exceptions.Exit(1)


def listing(found: Annotations) -> Iterator[str]:
    """Every sentence with what was found in it, then the events."""
    article, context = found.context.article, found.context
    yield article.title or article.id
    yield f"  id {article.id}"
    how = ": ".join(filter(None, (article.published_basis, article.published_note)))
    yield f"  published {article.published.edtf or '-'} ({how})"
    yield from (
        f"  {name} {value}" for name in ("outlet", "author", "url", "language") if (value := getattr(article, name))
    )
    inside: dict[int, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        inside[max(bisect_right(context.starts, mention.start) - 1, 0)].append(mention)
    for sentence in context.sentences:
        yield ""
        yield f"{sentence.index}  {sentence.text}"
        yield from (f"     {_mention(mention)}" for mention in inside[sentence.index])
    yield ""
    yield f"Events: {len(found.events) or 'none'}"
    for draft in found.events:
        yield from _event(draft)
    yield from _lines("Related", [f"{line.prefix}: {line.headline}".removeprefix(": ") for line in article.related])
    actors = [f"actor {actor.id} ({actor.kind})" for actor in found.actors]
    yield from _lines("New records", [*actors, *(f"place {place.id} ({place.kind})" for place in found.places)])


def _mention(mention: Mention) -> str:
    """`date 2025-02-18 “18 February” by day-month`."""
    text = mention.text if len(mention.text) <= _LONGEST else f"{mention.text[: _LONGEST - 1]}…"
    what = " ".join(filter(None, (mention.kind, mention.quote_kind, *_value(mention))))
    return f"{what} “{' '.join(text.split())}” by {mention.rule}"


def _value(mention: Mention) -> tuple[str, ...]:
    if mention.kind == "quote":
        return (mention.speaker or "unnamed", f"({mention.cue})" if mention.cue else "")
    if mention.kind == "figure":
        return (mention.modifier, mention.value, mention.unit)
    if mention.kind == "date":
        return (mention.value or mention.timex or "-",)
    return (mention.value or "unnamed",)


def _event(draft: EventDraft) -> Iterator[str]:
    event = draft.event
    yield f"  {event.date.edtf or '-'} ({event.date_basis}) {event.type}: {event.title}"
    who = (f"{name} {role}" for name, role in (*event.actors.items(), *event.unnamed.items()))
    parts = (
        f"{draft.polarity}, sentences {listed(map(str, draft.sentences))}",
        ", ".join(who),
        f"at {listed(event.places)}" if event.places else "",
        f"according to {source}" if (source := next((c.according_to for c in event.sources.values()), "")) else "",
        f"by {draft.rule}",
    )
    yield f"     {'; '.join(filter(None, parts))}"


def _lines(head: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{head}:"
        yield from (f"  {line}" for line in lines)


def _project(root: Path | None) -> Settings | None:
    if root is None and not Path("mkdocs.yml").is_file():
        return None
    settings, problems = open_project(root or Path())
    tell(problems, err=True)
    return settings


def _knows_all_letters() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
