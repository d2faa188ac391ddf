"""Reads the blind timelines of tests/golden/timelines/ (its README says how they are written) for scoring/timelines.py."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.model.dates import parse_edtf
from generator.model.mentions import Span
from generator.model.text import Article
from scoring.relations import Entry
from scoring.timelines import Document, Event

_UNKNOWN = "XXXX-XX-XX"


class Group(NamedTuple):
    """Articles of one subject, and the gold timeline of each target over all of them."""

    name: str
    documents: tuple[Document, ...]
    gold: dict[str, list[Entry]]


def read_groups(folder: Path, half: int | None) -> tuple[Group, ...]:
    """Every group; `half`: 1 takes the articles of odd numbers only, 0 those of even ones."""
    groups = yaml.safe_load((folder / "groups.yaml").read_text(encoding="utf-8"))
    return tuple(
        _group(name, [folder / one for one in row["articles"] if half in (None, int(one[:2]) % 2)], row["targets"])
        for name, row in groups.items()
    )


def _group(name: str, paths: Sequence[Path], targets: Sequence[str]) -> Group:
    days: dict[str, dict[str, list[str]]] = {target: defaultdict(list) for target in targets}
    documents = []
    for path in paths:
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        document = _document(path.stem, row)
        documents.append(document)
        for event, marked in zip(document.events, row["events"], strict=True):
            for target in marked["targets"]:
                days[target][marked["day"]].append(event.key)
    return Group(name, tuple(documents), {target: _timeline(one) for target, one in days.items()})


def _document(name: str, row: Mapping[str, Any]) -> Document:
    text = "\n".join(row["sentences"])
    starts = [0]
    for sentence in row["sentences"]:
        starts.append(starts[-1] + len(sentence) + 1)
    article = Article(
        id=name,
        text=text,
        paragraphs=tuple((at, at + len(words)) for at, words in zip(starts, row["sentences"], strict=False)),
        title=row["title"],
        language="en",
        published=parse_edtf(row["published"]),
        published_basis="stated",
    )
    return Document(article, tuple(_event(name, number, one, row, starts) for number, one in enumerate(row["events"])))


def _event(name: str, number: int, marked: Mapping[str, Any], row: Mapping[str, Any], starts: Sequence[int]) -> Event:
    """An event word; of two words ("took off") the first."""
    word = marked["word"].split()[0]
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", row["sentences"][marked["sentence"]]))
    match, start = found[marked["nth"] - 1], starts[marked["sentence"]]
    return Event(f"{name}-{number}-{word.lower()}", Span(start + match.start(), start + match.end()))


def _timeline(days: Mapping[str, Sequence[str]]) -> list[Entry]:
    """Days in their order; what has none at position 0."""
    known = [day for day in sorted(days) if day != _UNKNOWN]
    order = {_UNKNOWN: 0} | {day: position for position, day in enumerate(known, 1)}
    return [Entry(order[day], day, (key,)) for day, keys in days.items() for key in keys]
