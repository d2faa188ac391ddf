"""Scores actor timelines against SemEval-2015 Task 4 (TimeLine), Track B: event mentions are given, who takes part in which and
on which day is to be found.

The folder holds `corpus_trackB_CAT/*.xml` (tokens, the extents of event mentions, the creation time) and
`TimeLines_Gold_Standard/*.txt` (position, day, `document-sentence-words` of each mention; the first line names the target). The
task's data page offers the corpus with all event mentions or only those that can stand in a timeline; here it is the latter.
Sentence 0 is the headline and sentence 1 the date. How two timelines are compared: relations.py.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from generator.extract.annotate import annotate
from generator.extract.annotations import Annotations
from generator.extract.context import Known
from generator.extract.dates import day_of
from generator.extract.timeline import Subject, timeline
from generator.model.dates import PartialDate, parse_edtf
from generator.model.mentions import Span
from generator.model.text import Article
from scoring.counting import Count
from scoring.relations import Entry, Overlap, mentions, overlap, plain_day

_TIGHT_BEFORE = frozenset(
    (",", ".", ";", ":", "?", "!", ")", "%", "]", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...")
)
_TIGHT_AFTER = frozenset(("(", "$", "[", "£", "€"))


_DAY, _MONTH = 1, 31  # days


class Event(NamedTuple):
    """An event mention as the corpus names it, and where it stands in the article's text."""

    key: str
    span: Span


class Document(NamedTuple):
    """An article with its event mentions."""

    article: Article
    events: tuple[Event, ...]


class Found(NamedTuple):
    """An event mention of a target, with its day as EDTF or, unknown, empty."""

    key: str
    day: str


Finder = Callable[[Annotations, Sequence[Event], str], list[Found]]


class Row(NamedTuple):
    """What was found for one target."""

    target: str
    relations: Overlap
    mentions: Count
    dated: Count


def read_documents(folder: Path) -> tuple[Document, ...]:
    """Every article of Track B."""
    return tuple(_document(path) for path in sorted((folder / "corpus_trackB_CAT").glob("*.xml")))


def read_timelines(folder: Path, keys: Collection[str] | None = None) -> dict[str, list[Entry]]:
    """The gold timeline of each target, by its name, or the part of it that is about the events `keys`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "TimeLines_Gold_Standard").glob("*.txt"))]
    return {
        lines[0].strip(): [entry for line in lines[1:] if line.strip() and (entry := _entry(line, keys)).mentions]
        for lines in map(str.splitlines, texts)
    }


def _entry(line: str, keys: Collection[str] | None) -> Entry:
    position, day, *mentions = (part.strip() for part in line.split("\t"))
    known = (key.lower() for key in mentions if key)
    return Entry(int(position), day, tuple(key for key in known if keys is None or key in keys))


def _document(path: Path) -> Document:
    root = etree.parse(str(path)).getroot()
    number = root.get("doc_id")
    text, places, sentences, title = _text(root)
    anchors = [[each.get("t_id") for each in one.iter("token_anchor")] for one in root.iter("EVENT_MENTION")]
    words = {one.get("t_id"): one for one in root.iter("token")}
    events = []
    for ids in anchors:
        name = "_".join(words[each].text.lower() for each in ids)
        span = Span(places[ids[0]].start, places[ids[-1]].end)
        events.append(Event(f"{number}-{words[ids[0]].get('sentence')}-{name}", span))
    article = Article(
        id=f"article-{number}",
        text=text,
        paragraphs=sentences,
        title=title,
        language="en",
        published=parse_edtf(next(root.iter("TIMEX3")).get("value")),
        published_basis="stated",
    )
    return Document(article, tuple(sorted(events, key=lambda one: one.span)))


def _text(root: etree._Element) -> tuple[str, dict[str, Span], tuple[tuple[int, int], ...], str]:
    """The body with a place for each token, its sentences, each a paragraph, and the headline."""
    rows: dict[int, list[etree._Element]] = defaultdict(list)
    for token in root.iter("token"):
        rows[int(token.get("sentence"))].append(token)
    body, places, spans = "", {}, []
    for number, row in sorted(rows.items()):
        if number > 1:
            body += "\n" if body else ""
            start = len(body)
            body = _append(body, row, places)
            spans.append((start, len(body)))
    return body, places, tuple(spans), _append("", rows[0], {})


def _append(body: str, row: Sequence[etree._Element], places: dict[str, Span]) -> str:
    """Set tokens as print does: no space before a comma, within brackets or inside quotation marks."""
    opened, tight = False, True
    for token in row:
        word = token.text
        closing = (word == '"' and opened) or (word == "'" and body.endswith("s"))
        gap = "" if tight or closing or word in _TIGHT_BEFORE else " "
        start = len(body) + len(gap)
        body += gap + word
        places[token.get("t_id")] = Span(start, len(body))
        opened = opened ^ (word == '"')
        tight = word in _TIGHT_AFTER or (word == '"' and opened)
    return body


def by_participation(annotations: Annotations, events: Sequence[Event], target: str) -> list[Found]:
    """The events in which the target takes part, each on the day Dateline gives it."""
    keys = {one.span: one.key for one in events}
    found = timeline(annotations, Subject(target), tuple(keys))
    return [Found(keys[one.span], task_day(one.date)) for one in found]


def task_day(date: PartialDate) -> str:
    """A date as the task can write it: a day, a month or a year. A longer or a rough span is the month or the year it begins
    in, an open one its one end; empty for an unknown one."""
    if date.start is None or date.end is None:
        return date.edtf.strip("./~?")
    days = (date.end - date.start).days
    size = next((size for most, size in ((_DAY, "2000-01-01"), (_MONTH, "2000-01")) if days <= most), "2000")
    return date.start.isoformat()[: len(size)]


def by_sentence(annotations: Annotations, events: Sequence[Event], target: str) -> list[Found]:
    """The trivial way: every mention of a sentence that names the target, on the first date in it, else on the article's."""
    context = annotations.context
    dates = [
        one for one in annotations.mentions if one.kind == "date" and one.timex_type == "DATE" and day_of(one).edtf
    ]
    found = []
    for sentence in context.sentences:
        inside = [one for one in events if sentence.start <= one.span.start < sentence.end]
        if inside and re.search(rf"\b{re.escape(target)}\b", sentence.text, re.IGNORECASE):
            own = [one.value for one in dates if sentence.start <= one.start < sentence.end]
            found += [Found(one.key, own[0] if own else context.article.published.edtf) for one in inside]
    return found


def ordered(found: Sequence[Found]) -> list[Entry]:
    """A timeline: days in their order, the coarser before the finer; what has no day at position 0."""
    days = sorted({one.day for one in found if one.day}, key=_order)
    positions = {day: number for number, day in enumerate(days, 1)}
    return [Entry(positions.get(one.day, 0), one.day or "XXXX-XX-XX", (one.key,)) for one in found]


def _order(day: str) -> tuple[str, int]:
    date = parse_edtf(day)
    return date.start.isoformat() if date.start else "", -(date.end - date.start).days if date.start and date.end else 0


Read = Sequence[tuple[Annotations, tuple[Event, ...]]]


def annotated(documents: Sequence[Document]) -> Read:
    """What Dateline finds in each article."""
    return [(annotate(document.article, Known()), document.events) for document in documents]


def score(read: Read, gold: Mapping[str, Sequence[Entry]], find: Finder) -> list[Row]:
    """A row for each target."""
    rows = []
    for target, wanted in gold.items():
        found = ordered([one for annotations, events in read for one in find(annotations, events, target)])
        rows.append(
            Row(target, overlap(wanted, found), mentions(wanted, found), mentions(_dated(wanted), _dated(found)))
        )
    return rows


def _dated(timeline: Sequence[Entry]) -> list[Entry]:
    """Each mention with its day in its name."""
    return [
        entry._replace(mentions=tuple(f"{one} {plain_day(entry.day)}" for one in entry.mentions)) for entry in timeline
    ]


def total(rows: Sequence[Row]) -> Row:
    """All targets together."""
    relations, found, dated = Overlap(), Count(), Count()
    for row in rows:
        relations, found, dated = relations.plus(row.relations), found.plus(row.mentions), dated.plus(row.dated)
    return Row("all", relations, found, dated)


def table(rows: Sequence[Row], trivial: Sequence[Row]) -> str:
    """The rows as a Markdown table, with the F1 of the trivial way beside them."""
    head = (
        "| target | relations | precision | recall | F1 | trivial F1 | mentions F1 | with day F1 |\n" + "|---" * 8 + "|"
    )
    lines = [
        f"| {row.target} | {row.relations.gold} | {row.relations.precision:.1f} | {row.relations.recall:.1f} | "
        f"{row.relations.f1:.1f} | {other.relations.f1:.1f} | {100 * row.mentions.f1:.1f} | {100 * row.dated.f1:.1f} |"
        for row, other in zip([*rows, total(rows)], [*trivial, total(trivial)], strict=True)
    ]
    return "\n".join([head, *lines])


def errors(read: Read, gold: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    """A line for every mention missed, too many or on another day."""
    for target, entries in gold.items():
        wanted = {key: plain_day(entry.day) for entry in entries for key in entry.mentions}
        for annotations, events in read:
            found = {one.key: one.day for one in by_participation(annotations, events, target)}
            for event in events:
                kind = _kind(wanted.get(event.key), found.get(event.key))
                if kind:
                    said = annotations.context.article.text[max(event.span.start - 60, 0) : event.span.end + 40]
                    yield f"{target}\t{kind}\t{event.key}\t{wanted.get(event.key)}\t{found.get(event.key)}\t{said!r}"


def _kind(wanted: str | None, found: str | None) -> str:
    if wanted == found:
        return ""
    return "false" if wanted is None else "missed" if found is None else "other day"
