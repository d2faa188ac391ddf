"""The gold of tests/golden/articles/ laid onto the text that was read: what it names by words becomes spans."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.model.dates import parse_edtf

Span = tuple[int, int]
_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}


class GoldEvent(NamedTuple):
    """`span`: where its sentence begins; `spans`: that and the beginnings of the other sentences that tell of it. `date`: as a
    person gives it; `dates`, `types`: all that are right."""

    name: str
    span: Span
    spans: tuple[Span, ...]
    date: str
    dates: frozenset[str]
    types: frozenset[str]
    actors: Mapping[str, str]
    title_words: tuple[str, ...]


class GoldQuote(NamedTuple):
    """The words inside the marks and who says them: a name, or a description of an unnamed one."""

    span: Span
    speaker: str


def read_gold(path: Path) -> dict[str, Any]:
    """The YAML of one article."""
    gold: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return gold


def overlaps(one: Span, other: Span) -> bool:
    """True when the two share a character."""
    return one[0] < other[1] and other[0] < one[1]


def same_time(one: str, other: str) -> bool:
    """True when two EDTF texts mean the same interval: `2019-09` and `2019-09-01/2019-09-30`, with `~` or without."""
    left, right = parse_edtf(one), parse_edtf(other)
    return (left.start, left.end) == (right.start, right.end) and bool(left.start or left.end or one == other)


def find(text: str, words: str) -> Span | None:
    """Where `words` stand in `text`, whatever the white space between them; None when the reader left them out."""
    match = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    return match.span() if match else None


def events(text: str, gold: Iterable[Mapping[str, Any]]) -> tuple[GoldEvent, ...]:
    """The events of the gold; one whose sentence is not in `text` keeps an empty span and can only be missed."""
    return tuple(_event(text, one) for one in gold)


def _event(text: str, one: Mapping[str, Any]) -> GoldEvent:
    span = find(text, one["sentence"]) or (0, 0)
    others = (find(text, words) for words in one.get("also", ()))
    return GoldEvent(
        one["sentence"],
        span,
        (span, *(other for other in others if other)),
        one["date"],
        frozenset((one["date"], *one.get("or_date", ()))),
        frozenset((one["type"], *one.get("or_type", ()))),
        one.get("actors", {}),
        tuple(one.get("title_words", ())),
    )


def quotes(text: str, gold: Iterable[Mapping[str, Any]]) -> tuple[GoldQuote, ...]:
    """The quotes of the gold, each up to its closing mark or the end of its paragraph."""
    return tuple(GoldQuote(_quoted(text, one["text"]), one["speaker"]) for one in gold)


def _quoted(text: str, words: str) -> Span:
    found = find(text, words)
    if found is None:
        return 0, 0
    start, end = found
    closing = _CLOSING.get(text[start - 1 : start], "")
    if not closing or text[end - 1] == closing:
        return bare(text, found)
    line = text.find("\n", end)
    limit = line if line >= 0 else len(text)
    close = text.find(closing, end, limit)
    return bare(text, (start, close if close >= 0 else limit))


def bare(text: str, span: Span) -> Span:
    """`span` without marks, stops and white space at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
