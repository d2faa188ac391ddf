"""Scores quotes against the PolNeAR development set.

Its folder holds `text/*.txt` and `attributions/*.ann` (brat stand-off). Gold contents fall in three groups: marks at both ends
(direct), a quoted part inside (mixed), no marks (indirect). The parts of one split quote, in gold and in the prediction, are
one content. A content is found when token F1 is 0.8 or more. Partial quotes inside an indirect mention are part of that one's
content and not counted as predictions of their own. Of a document annotated several times, the first annotation counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model.mentions import Mention
from generator.model.text import Article
from scoring.trees import read_mentions

GROUPS = ("direct", "mixed", "indirect")
ENOUGH = 0.8
_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARKS = "\"“”„«»'‘’`"

Range = tuple[int, int]
Reader = Callable[[str], Sequence[Mention]]


class Content(NamedTuple):
    """Attributed text: its parts, its tokens, its group and where the speaker is named (`speaker`: the id predicted)."""

    parts: tuple[Range, ...]
    tokens: frozenset[int]
    group: str
    source: tuple[Range, ...]
    speaker: str = ""


class Row(NamedTuple):
    """The figures of one group, in per cent. `speakers`: right ones among the contents found; `both`: contents found with the
    right speaker, of all gold contents."""

    group: str
    gold: int
    predicted: int
    precision: float
    recall: float
    f1: float
    exact_f1: float
    speakers: float
    both: float


class Count:
    """What is summed over documents for one group."""

    def __init__(self) -> None:
        self.gold = self.predicted = self.right = self.found = self.exact_right = self.exact_found = self.speakers = 0

    def row(self, group: str) -> Row:
        """The figures."""
        precision, recall = _share(self.right, self.predicted), _share(self.found, self.gold)
        exact = _f1(_share(self.exact_right, self.predicted), _share(self.exact_found, self.gold))
        right = _share(self.speakers, self.found)
        both = _share(self.speakers, self.gold)
        return Row(group, self.gold, self.predicted, precision, recall, _f1(precision, recall), exact, right, both)


def score_quotes(data_dir: Path, read: Reader | None = None, part: slice = slice(None)) -> list[Row]:
    """Score every document of `data_dir` (or those of `part`). `read` gives the mentions of a text."""
    counts = {group: Count() for group in GROUPS}
    for path in sorted((data_dir / "text").glob("*.txt"))[part]:
        text = path.read_bytes().decode("utf-8")
        gold = list(gold_contents(data_dir / "attributions", path.stem, text))
        mentions = (read or annotate)(text)
        score_document(gold, list(predicted_contents(text, mentions)), mentions, counts)
    return [count.row(group) for group, count in counts.items()]


def annotate(text: str) -> Sequence[Mention]:
    """The actors and quotes of a text, as `dateline annotate --json` gives them."""
    paragraphs = tuple((found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", text))
    found = read_mentions(Article(id="benchmark", text=text, paragraphs=paragraphs))
    return [one for one in found if one.kind in ("actor", "quote")]


def score_document(
    gold: Sequence[Content], predicted: Sequence[Content], mentions: Sequence[Mention], counts: dict[str, Count]
) -> None:
    """Add one document's matches to `counts`."""
    pairs = match(gold, predicted)
    back = {index: gold_index for gold_index, index in pairs.items()}
    for index, content in enumerate(gold):
        count = counts[content.group]
        count.gold += 1
        if index in pairs:
            guess = predicted[pairs[index]]
            count.found += 1
            count.exact_found += guess.tokens == content.tokens
            count.speakers += same_speaker(content, guess, mentions)
    for index, content in enumerate(predicted):
        count = counts[content.group]
        count.predicted += 1
        count.right += index in back
        count.exact_right += index in back and gold[back[index]].tokens == content.tokens


def match(gold: Sequence[Content], predicted: Sequence[Content]) -> dict[int, int]:
    """Gold index to predicted index, best token F1 first, each used once."""
    scored = []
    for first, content in enumerate(gold):
        for second, guess in enumerate(predicted):
            common = len(content.tokens & guess.tokens)
            if common and (f1 := 2 * common / (len(content.tokens) + len(guess.tokens))) >= ENOUGH:
                scored.append((-f1, first, second))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, first, second in sorted(scored):
        if first not in pairs and second not in used:
            pairs[first] = second
            used.add(second)
    return pairs


def same_speaker(gold: Content, guess: Content, mentions: Sequence[Mention]) -> bool:
    """Whether the spans overlap, or both resolve to one actor."""
    if not gold.source:
        return not guess.source
    if any(_overlap(one, other) for one in gold.source for other in guess.source):
        return True
    return bool(guess.speaker) and any(
        item.kind == "actor"
        and item.value == guess.speaker
        and any(_overlap((item.start, item.end), one) for one in gold.source)
        for item in mentions
    )


def predicted_contents(text: str, mentions: Sequence[Mention]) -> Iterator[Content]:
    """The contents of quote mentions: the parts that share a cue and a paragraph are one."""
    quotes = [item for item in mentions if item.kind == "quote"]
    indirect = [item for item in quotes if item.quote_kind == "indirect"]
    joined: dict[tuple[int, int, bool], list[Mention]] = {}
    for item in quotes:
        inside = any(other.start <= item.start and item.end <= other.end for other in indirect if other is not item)
        if item.quote_kind != "indirect" and inside:
            continue
        key = (item.cue_span.start, text.count("\n", 0, item.start), item.quote_kind == "indirect")
        joined.setdefault(key, []).append(item)
    for items in joined.values():
        parts = tuple((item.start, item.end) for item in items)
        source = tuple((item.speaker_span.start, item.speaker_span.end) for item in items if item.speaker_span)
        yield content(text, parts, source, items[0].speaker)


def gold_contents(folder: Path, stem: str, text: str) -> Iterator[Content]:
    """The annotated contents of a document."""
    files = sorted(folder.glob(f"{stem}_*.ann"))
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[list[list[str]]] = []
    for line in files[0].read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        body = rest.split("\t")[0]
        if key.startswith("T"):
            offsets = body.partition(" ")[2]
            spans[key] = tuple((int(a), int(b)) for a, b in (part.split() for part in offsets.split(";")))
        elif key.startswith("E"):
            events.append([item.split(":", 1) for item in body.split()])
    for event in events:
        parts = tuple(part for role, key in event if role.startswith("Content") for part in spans[key])
        source = tuple(part for role, key in event if role.startswith("Source") for part in spans[key])
        if parts:
            yield content(text, tuple(sorted(parts)), source)


def content(text: str, parts: tuple[Range, ...], source: tuple[Range, ...], speaker: str = "") -> Content:
    """A content with its tokens and group."""
    tokens = frozenset(found.start() for start, end in parts for found in _TOKEN.finditer(text, start, end))
    words = " ".join(text[start:end] for start, end in parts)
    return Content(parts, tokens, group_of(words), source, speaker)


def group_of(words: str) -> str:
    """Direct, mixed or indirect, by the quotation marks in a content."""
    stripped = words.strip()
    if len(stripped) > 2 and stripped[0] in _MARKS and stripped.rstrip(".,;:")[-1:] in tuple(_MARKS):
        return "direct"
    return "mixed" if re.search(r"[\"“”„«»]|''|(?<!\w)['‘]\w", stripped) else "indirect"


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    head = (
        "| group | gold | predicted | precision | recall | F1 | exact F1 | speaker of found | found with speaker |\n"
        + "|---" * 9
        + "|"
    )
    lines = [
        f"| {row[0]} | {row[1]} | {row[2]} | " + " | ".join(f"{figure:.1f}" for figure in row[3:]) + " |"
        for row in rows
    ]
    return "\n".join([head, *lines])
