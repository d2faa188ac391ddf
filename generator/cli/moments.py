"""The timeline of one actor or thing over several articles, for `dateline annotate --timeline`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import click

from generator.cli.listing import COLOURS
from generator.extract.annotate import Annotations
from generator.extract.timeline import Moment, Subject, timeline


def moments_tree(found: Annotations, subject: str) -> list[dict[str, Any]]:
    """The moments of one article as JSON has them: `start` and `end` of the event word in `article.text`, its `text`, `date`
    and `date_basis`."""
    return [
        {
            "start": one.span.start,
            "end": one.span.end,
            "text": found.context.article.text[one.span.start : one.span.end],
            "date": one.date.edtf,
            "date_basis": one.basis,
        }
        for one in timeline(found, _subject(found, subject))
    ]


def moment_lines(articles: Sequence[Annotations], subject: str) -> Iterator[str]:
    """A line for each event word in which the subject takes part, in the order of days: day, basis, the sentence with the word
    marked, the article."""
    told = [(one, found) for found in articles for one in timeline(found, _subject(found, subject))]
    if not told:
        yield f"{subject}: takes part in nothing that was found"
    for one, found in sorted(
        told, key=lambda pair: pair[0].date.sort_key
    ):  # a stable sort: articles as given, then places
        date = click.style(one.date.edtf or "-", fg=COLOURS["date"])
        yield f"{date} ({one.basis}) {_marked(found, one)}  [{found.context.article.id}]"


def _marked(found: Annotations, one: Moment) -> str:
    """The sentence of a moment with its word between marks that show without colours too."""
    context, (start, end) = found.context, (one.span.start, one.span.end)
    sentence = context.sentences[max(bisect_right(context.starts, start) - 1, 0)]
    text, word = context.article.text, click.style(context.article.text[start:end], bold=True)
    return " ".join(f"{text[sentence.start : start]}*{word}*{text[end : sentence.end]}".split())


def _subject(found: Annotations, given: str) -> Subject:
    """Whom a name means, or the id of an actor as listings print it: then the longest form of the actor's name."""
    names = (one.name for one in found.mentions if one.kind == "actor" and one.value == given)
    return Subject(max(names, key=len, default="") or given)
