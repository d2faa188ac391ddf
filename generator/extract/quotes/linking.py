"""Which reporting verb a quotation belongs to: behind it, before it, around it, or carried on from the one before."""

import re
from collections.abc import Sequence

import msgspec

from generator.extract.grammar.classes import classes
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.nouns import Range, is_dash, phrase_after
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists
from generator.model.mentions import QuoteKind

_MARKS = "\"“”„‟«»'‘’`「」『』 "
_TITLED = frozenset(
    {"titled", "entitled", "headlined", "named", "nicknamed", "captioned", "so-called", "called", "dubbed"}
)


class Link(msgspec.Struct, frozen=True):
    """A quotation's attribution within one segment. `cue` None for "according to", whose words are `words`; `subject` the
    token range of the speaker."""

    kind: QuoteKind
    rule: str
    subject: Range | None
    words: Range
    cue: Cue | None = None


def inner(text: str) -> str:
    """A quotation without its marks."""
    return text.strip(_MARKS)


def is_sentence(text: str) -> bool:
    """Whether quoted words can stand as a sentence of their own: a capital first, and a final mark or several words."""
    words = inner(text)
    start = words.lstrip("[(…. ")
    return (
        bool(start)
        and (start[0].isupper() or start[0].isdigit() or words[0] in "[…")
        and (words[-1] in ".?!,…—–-" or len(words.split()) > 4)
    )


def link_behind(segment: Segment, at: int, cues: Sequence[Cue], text: str) -> Link | None:
    """The verb that follows the quotation at token `at`: `"…," Lind said` · `"…," said Lind` · `"…," according to Lind`."""
    words, position = segment.words, at + 1
    while position < len(words) and (words[position] == "," or is_dash(segment, position)):
        position += 1
    if leads(segment, at) and _is_title(segment, at, text):
        return None
    if position == at + 1 and inner_end(text) not in ",.?!…-—–":
        return None
    if words[position : position + 2] == ("according", "to"):
        phrase = phrase_after(segment, position + 2)
        return (
            Link(_kind_before(segment, at, text), "quote-according-to", phrase, (position, position + 2))
            if phrase
            else None
        )
    for cue in cues:
        starts = cue.first if cue.inverted else cue.subject[0] if cue.subject and not cue.inherited else -1
        if position <= starts <= position + 1 and (cue.takes("quote") or cue.takes("before")):
            return Link(_kind_before(segment, at, text), "quote-cue", cue.subject, (cue.first, cue.last + 1), cue)
    return _name_behind(segment, at, position) or _far_verb(segment, at, position, cues, text)


def _name_behind(segment: Segment, at: int, position: int) -> Link | None:
    """A name behind a dash that ends the paragraph's line: `"…" — Anna Lind`."""
    dash = at + 1 < len(segment.words) and is_dash(segment, at + 1)
    if not dash or segment.verbs or len(segment.tokens) > position + 16:
        return None
    phrase = phrase_after(segment, position)
    named = phrase is not None and segment.tokens[position].text[0].isupper()
    return Link("direct", "quote-dash-name", phrase, (at + 1, at + 2)) if named and not leads(segment, at) else None


def _far_verb(segment: Segment, at: int, position: int, cues: Sequence[Cue], text: str) -> Link | None:
    """A verb parted from its subject by a long apposition: `"…," Lind, the head of a school that closed in May, told us`."""
    if inner_end(text) != "," or leads(segment, at):
        return None
    phrase = phrase_after(segment, position)
    cue = next((cue for cue in cues if cue.first > position and cue.takes("quote")), None)
    if phrase is None or cue is None or phrase[1] >= len(segment.words) or segment.words[phrase[1]] not in (",", "(", "who"):
        return None
    return Link("direct", "quote-cue", phrase, (cue.first, cue.last + 1), cue)


def inner_end(text: str) -> str:
    """The last character inside the marks."""
    stripped = text.rstrip(_MARKS)
    return stripped[-1:] or " "


def _kind_before(segment: Segment, at: int, text: str) -> QuoteKind:
    """A quotation that begins its clause is direct, one that ends a clause of the article's own words is partial."""
    return "direct" if not leads(segment, at) or is_sentence(text) else "partial"


def leads(segment: Segment, at: int) -> bool:
    """Whether words of the article stand before the quotation at `at`, beyond a conjunction or an adverb."""
    for word in reversed(segment.words[:at]):
        if word in (FOLDED, ";", ":"):
            return False
        if word[:1].isalnum() and word not in classes().coord and word not in classes().adverb:
            return True
    return False


def link_across(segment: Segment, following: Segment, cues: Sequence[Cue], text: str) -> Link | None:
    """The verb of the next segment, where a splitter parted `"Why?"` from `Lind asked.`"""
    if following.paragraph != segment.paragraph or inner_end(text) not in ".?!…—–-" or following.quotes:
        return None
    for cue in cues[:1]:
        starts = cue.first if cue.inverted else cue.subject[0] if cue.subject else -1
        rest = [verb for verb in following.verbs if verb.index > cue.last]
        if starts == 0 and cue.takes("quote") and not rest and len(following.tokens) <= cue.last + 12:
            return Link("direct", "quote-cue", cue.subject, (cue.first, cue.last + 1), cue)
    return None


def link_ahead(segment: Segment, at: int, cues: Sequence[Cue], text: str) -> Link | None:
    """The verb before the quotation: `Lind said, "…"` · `Lind told the court: "…"` · `Lind called it "…"`."""
    for cue in reversed(cues):
        if cue.last >= at:
            continue
        if cue.inverted and cue.subject and cue.subject[1] > at:
            continue
        if not cue.takes("quote") and not cue.takes("naming"):
            return None
        start = cue.subject[1] if cue.inverted and cue.subject else cue.last + 1
        if any(start <= verb.index < at for verb in segment.verbs):
            return None
        return _ahead(segment, at, cue, start, text)
    return None


def _ahead(segment: Segment, at: int, cue: Cue, start: int, text: str) -> Link | None:
    words = segment.words
    before = words[at - 1]
    span = (cue.first, cue.last + 1)
    if ";" in words[start:at] or cue.passive:
        return None
    joined = before in classes().coord and words[start:at] == (",", before)
    if (before in (",", ":") or joined) and cue.takes("quote"):
        return Link("direct", "cue-quote", cue.subject, span, cue)
    if not is_sentence(text) and _is_title(segment, at, text):
        return None
    if start == at and cue.takes("quote"):
        return Link("direct" if is_sentence(text) else "partial", "cue-quote", cue.subject, span, cue)
    if before == "that" and cue.takes("quote"):
        return Link(
            "direct" if is_sentence(text) and at == start + 1 else "partial", "cue-quote", cue.subject, span, cue
        )
    if is_sentence(text) and inner_end(text) in ".?!," and cue.takes("quote") and _adjoins(words, start, at):
        return Link("direct", "cue-quote", cue.subject, span, cue)
    if cue.takes("naming") and not _is_title(segment, at, text):
        return Link("partial", "named", cue.subject, span, cue)
    return None


def _adjoins(words: tuple[str, ...], start: int, at: int) -> bool:
    """Whether little stands between a verb and the quotation, and nothing that governs it ("a clip of “Later”")."""
    return at - start < 8 and words[at - 1] not in classes().prep | classes().det


def is_title(segment: Segment, at: int, text: str) -> bool:
    """Whether the quotation at `at` is the title of a work or a scare quote, not words somebody spoke."""
    return _is_title(segment, at, text) or (at > 0 and segment.words[at - 1] in lists().titled)


def _is_title(segment: Segment, at: int, text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", inner(text))
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return len(words) > 1 and len(long) > 1 and capitals == len(long) and inner_end(text) not in "?!"
