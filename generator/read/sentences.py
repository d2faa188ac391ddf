"""Sentences of news within paragraphs, with exact offsets. A quotation of several sentences gives several."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model.text import Article, Sentence
from generator.read.rules import rules

_STOP = re.compile(r"[.!?…。！？؟۔।]+[\"'”’»›)\]]*(?:\[\d{1,3}\])?")
_WORD_BEFORE = re.compile(r"[\w.'’&-]{1,30}\Z")
_NEXT = re.compile(r"[\"'“‘«‹„(\[¿¡—–•*-]*\s*(?P<word>[\w.’'-]*)")
_OPENING = "“‘«„"
_MARKS = " \t\"'“‘«„([.…"
_NO_SPACE = "。！？।"  # scripts that set no space after the stop
_SPEAKER_CUE = re.compile(
    r"(?:[A-Z][\w.’'-]*|the|of|de|van|von|al)(?:\s+(?:[A-Z][\w.’'-]*|the|of|de|van|von|al)){0,5}\s+(?P<cue>[a-z]+)"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
# KYIV. · NEW YORK, 18 February. · at the head of a paragraph: where a report was filed from, and no sentence
_DATELINE = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[ '-](?=[^\W\d_a-z])){2,20}(?:,\s(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s\d{1,2}))?"
)
_WINDOW = 80  # characters after a stop that can decide


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of `article` in order; `article.text[start:end] == text` for each."""
    spans = (
        (paragraph, start + first, start + last)
        for paragraph, (start, end) in enumerate(article.paragraphs)
        for first, last in sentence_spans(article.text[start:end])
    )
    return tuple(
        Sentence(article.id, index, start, end, article.text[start:end], paragraph)
        for index, (paragraph, start, end) in enumerate(spans)
    )


def sentence_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of one paragraph, without the white space around it."""
    start = 0
    for match in _STOP.finditer(paragraph):
        if match.end() < len(paragraph) and _ends(paragraph, start, match):
            yield from _trimmed(paragraph, start, match.end())
            start = match.end()
    yield from _trimmed(paragraph, start, len(paragraph))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(bare)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + _WINDOW]
    if not (after[0].isspace() or after[0] in _OPENING or match.group()[0] in _NO_SPACE):
        return False
    if match.start() - start <= 3 and not text[start : match.start()].strip(_MARKS):
        return False
    following = _NEXT.match(after.lstrip())
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    mark, before = match.group(), text[max(start, match.start() - 30) : match.start()]
    if mark[0] in "?!":
        return not _goes_on_after_question(before, mark, after.lstrip())
    if mark.rstrip(")]") != ".":
        return True
    dateline = start == 0 and match.start() < 45 and _DATELINE.fullmatch(text[: match.start()])
    return not (dateline or _is_abbreviation(before, word, after, numbering=match.start() - start <= 3))


def _goes_on_after_question(before: str, mark: str, after: str) -> bool:
    if any(f"{before}{mark[0]}".endswith(name) for name in rules("abbreviations")["marked_names"]):
        return True
    cue = _SPEAKER_CUE.match(after) if mark[-1] in "\"'”’»" else None
    return cue is not None and cue["cue"] in rules("abbreviations")["cues"]


def _is_abbreviation(before: str, word: str, after: str, *, numbering: bool) -> bool:
    match = _WORD_BEFORE.search(before)
    token = match.group().lstrip("'’&-") if match else ""
    if token in _set("before_names") or (numbering and token.isdigit()):
        return True
    if word[:1].isdigit():
        return token in _set("before_numbers")
    if token.lower() in ("a.m", "p.m"):
        return word.rstrip(".,") in _set("after_time")
    shortened = word.endswith(".") and (len(word) == 2 or word[:-1] in _set("before_numbers"))
    starts = word.rstrip(".'’-") in _set("starters") and not shortened
    initial = len(token) == 1 and token.isupper()
    dotted = token in _set("either") or bool(_DOTTED.fullmatch(token))
    return not starts and (initial or (dotted and after.lstrip()[:1] not in _OPENING))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(rules("abbreviations")[name])
