"""Entries of a chronicle or a live blog: the date or the time of day that heads them is that of what they tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.extract.context import Context
from generator.extract.dates import day_of
from generator.model.mentions import Mention

_CLOCK = re.compile(
    r"((?:[01]?\d|2[0-3])[:.][0-5]\d(?i: ?[ap]\.?m\b\.?)?|\d{1,2}(?i: ?[ap]\.?m\b\.?))(?=\s*(?:$|[-–—:|,“\"A-ZÀ-Þ]))",
    re.MULTILINE,
)  # "3.15 million people watched" heads nothing
_LABEL_END = re.compile(r"\s*(?:$|[:.–—|]|-\s)")
_CLOCKS, _DATES = 3, 2  # with fewer such paragraphs it is no live blog, no chronicle
_HEADING = 40  # characters: a paragraph without a stop up to this long ends the entry before it


class Entry(NamedTuple):
    """Text offsets [start, end) of an entry; what heads it: a date, or a time of day of the article's day."""

    start: int
    end: int
    date: Mention | None = None
    clock: str = ""


def entries_of(context: Context, dates: Sequence[Mention]) -> tuple[Entry, ...]:
    """The entries of an article, in order; none when it is neither a live blog nor a chronicle. `dates`: its mentions."""
    clocks = tuple(_clock_entries(context))
    return clocks if len(clocks) >= _CLOCKS else _dated(context, dates)


def entry_at(entries: Sequence[Entry], offset: int) -> Entry | None:
    """The entry that holds `offset`."""
    at = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    return entries[at] if at >= 0 and offset < entries[at].end else None


def _clock_entries(context: Context) -> Iterator[Entry]:
    text, paragraphs = context.article.text, context.article.paragraphs
    heads = [(start, match[1]) for start, _ in paragraphs if (match := _CLOCK.match(text[start : start + 24]))]
    for at, (start, clock) in enumerate(heads):
        yield Entry(start, heads[at + 1][0] if at + 1 < len(heads) else len(text), None, clock)


def _dated(context: Context, dates: Sequence[Mention]) -> tuple[Entry, ...]:
    text, by_start = context.article.text, {mention.start: mention for mention in dates if mention.value}
    found: list[Entry] = []
    alone: Mention | None = None
    for start, end in context.article.paragraphs:
        label = _label(text, by_start.get(start), end)
        if label:
            found.append(Entry(start, end, label))
            alone = label if _is_alone(text, label, end) else None
        elif alone and not _is_heading(text[start:end]):
            found.append(Entry(start, end, alone))
        else:
            alone = None
    labels = {entry.date.start for entry in found if entry.date}
    return tuple(found) if len(labels) >= _DATES else ()


def _label(text: str, mention: Mention | None, end: int) -> Mention | None:
    """The mention when it heads the paragraph that ends at `end`: "6 May.", "March 3 – ", "Monday:"."""
    if mention is None or mention.timex_type != "DATE" or day_of(mention).precision == "unknown":
        return None
    return mention if _LABEL_END.match(text[mention.end : end]) else None


def _is_alone(text: str, mention: Mention, end: int) -> bool:
    return not text[mention.end : end].strip(" .:–—|-")


def _is_heading(paragraph: str) -> bool:
    return len(paragraph) <= _HEADING and not paragraph.rstrip().endswith((".", "!", "?", "”", '"'))
