"""Score date mentions against TimeML corpora the way TempEval-3 does: spans, then values of the spans that overlap."""

import re
import time
from collections.abc import Iterable, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

from generator.extract.context import Context, Known
from generator.extract.dates import find_dates
from generator.model.dates import day
from generator.model.mentions import Mention
from generator.model.text import Article
from scoring.trees import read_mentions

_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>|</TIMEX3>|<[^>]*>|&\w+;|&#\d+;")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


class Gold(NamedTuple):
    """An annotated expression: offsets into the text, its TIMEX3 type and value."""

    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    """A text with its creation day and its gold expressions."""

    name: str
    published: date | None
    text: str
    gold: tuple[Gold, ...]


class Score(NamedTuple):
    """Counts of one set; the figures follow from them. `notation`: values that are equal but for the way they are written."""

    gold: int
    found: int
    strict: int
    relaxed: int
    value: int
    notation: int

    def f1(self, hits: int) -> float:
        """F1 in per cent."""
        return 200 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def read_documents(folder: Path) -> tuple[Document, ...]:
    """Every TimeML file of the folder."""
    return tuple(_document(path) for path in sorted(folder.glob("*.tml")))


def _document(path: Path) -> Document:
    raw = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
    text, gold = _parse(body[1] if body else "")
    return Document(path.name, date.fromisoformat(created[1]) if created else None, text, gold)


def _parse(body: str) -> tuple[str, tuple[Gold, ...]]:
    parts: list[str] = []
    gold: list[Gold] = []
    opened: list[tuple[int, dict[str, str]]] = []
    position = length = 0
    for match in _TIMEX.finditer(body):
        parts.append(body[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match[0].startswith("&"):
            parts.append(unescape(match[0]))
            length += len(parts[-1])
        elif match[0].startswith("<TIMEX3"):
            opened.append((length, dict(_ATTRIBUTE.findall(match[1]))))
        elif match[0] == "</TIMEX3>" and opened:
            start, attributes = opened.pop()
            gold.append(Gold(start, length, attributes.get("type", ""), attributes.get("value", "")))
    parts.append(body[position:])
    return "".join(parts), tuple(sorted(gold))


def as_context(document: Document) -> Context:
    """The document as an article. The corpora wrap lines: a single line break is a space, an empty line ends a paragraph."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", document.text)
    published = day(document.published) if document.published else Article(id="", text="", paragraphs=()).published
    return Context(Article(id=document.name, text=text, paragraphs=((0, len(text)),), published=published), (), Known())


def matches(gold: Sequence[Gold], found: Sequence[Mention]) -> list[tuple[Gold, Mention]]:
    """Pairs that overlap, each expression in one pair at most; equal spans first."""
    pairs = sorted(
        ((one.start, one.end) != (other.start, other.end), index, at)
        for index, one in enumerate(gold)
        for at, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    result = []
    for _, index, at in pairs:
        if index not in used_gold and at not in used_found:
            used_gold.add(index)
            used_found.add(at)
            result.append((gold[index], found[at]))
    return result


def score(results: Iterable[tuple[Document, Sequence[Mention]]], kind: str) -> Score:
    """Counts over documents; `kind` filters gold and found alike, an empty one takes all."""
    totals = [0, 0, 0, 0, 0, 0]
    for document, mentions in results:
        gold = [one for one in document.gold if not kind or one.kind == kind]
        found = [one for one in mentions if not kind or one.timex_type == kind]
        pairs = matches(gold, found)
        totals[0] += len(gold)
        totals[1] += len(found)
        totals[2] += sum((one.start, one.end) == (other.start, other.end) for one, other in pairs)
        totals[3] += len(pairs)
        totals[4] += sum(one.value == other.timex for one, other in pairs)
        totals[5] += sum(plainly(one.value) == plainly(other.timex) for one, other in pairs)
    return Score(*totals)


def plainly(value: str) -> str:
    """A value in one notation: `1949` for `1949-XX`, `199` for `199X`, `2000-W07` for `2000-W7`."""
    value = re.sub(r"(-XX)+$", "", value)
    value = re.sub(r"^(\d\d\d?)X+$", r"\1", value)
    return re.sub(r"-W(\d)$", r"-W0\1", value)


def annotate(documents: Sequence[Document]) -> tuple[list[tuple[Document, tuple[Mention, ...]]], float]:
    """The dates of every document as `dateline annotate --json` gives them, and the CPU seconds that finding them alone takes;
    the rules are loaded before the clock starts."""
    contexts = [as_context(document) for document in documents]
    found = [tuple(one for one in read_mentions(context.article) if one.kind == "date") for context in contexts]
    started = time.process_time()
    for document in documents:
        find_dates(as_context(document))
    seconds = time.process_time() - started
    return list(zip(documents, found, strict=True)), seconds


def errors(results: Iterable[tuple[Document, Sequence[Mention]]], kind: str) -> Iterable[str]:
    """A line for every gold expression missed, every mention too many and every wrong span or value."""
    for document, mentions in results:
        gold = [one for one in document.gold if not kind or one.kind == kind]
        found = [one for one in mentions if not kind or one.timex_type == kind]
        pairs = matches(gold, found)
        for one, other in pairs:
            if one.value != other.timex:
                yield _line("value", document, one, f"{one.value} read as {other.timex} by {other.rule} ({other.text})")
            elif (one.start, one.end) != (other.start, other.end):
                yield _line("span", document, one, f"found as ({other.text}) by {other.rule}")
        for one in set(gold) - {pair[0] for pair in pairs}:
            yield _line("missed", document, one, one.value)
        for other in found:
            if not any(other is pair[1] for pair in pairs):
                yield _line("extra", document, Gold(other.start, other.end, "", ""), f"{other.timex} by {other.rule}")


def _line(label: str, document: Document, one: Gold, note: str) -> str:
    around = document.text[max(0, one.start - 60) : one.end + 50].replace("\n", " ")
    words = document.text[one.start : one.end].replace("\n", " ")
    return f"{label}\t{words}\t{note}\t{document.published}\t…{around}…\t{document.name}"
