"""Which reporting verb a quotation belongs to: behind it, before it, or in the next segment."""

from collections.abc import Sequence

import msgspec

from generator.extract.grammar.classes import classes
from generator.extract.quotes.agents import agent
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.naming import is_reduced
from generator.extract.quotes.nominal import owned_words
from generator.extract.quotes.nouns import Range, is_dash, phrase_after
from generator.extract.quotes.quotation import Quotation
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.sources import source_at
from generator.model.mentions import QuoteKind

_HOW = (("is", "how"), ("was", "how"), ("is", "what"), ("was", "what"))  # "…" is how Lind put it
_ASIDE = 12  # tokens of a phrase between commas
_FINAL = ".?!…—–-"


class Link(msgspec.Struct, frozen=True):
    """A quotation's attribution: `words` the token range of the reporting words, `subject` that of the speaker."""

    kind: QuoteKind
    rule: str
    subject: Range | None
    words: Range


def _to(cue: Cue, kind: QuoteKind, rule: str, subject: Range | None = None) -> Link:
    return Link(kind, rule, subject or cue.subject, (cue.first, cue.last + 1))


def link_behind(quotation: Quotation, cues: Sequence[Cue]) -> Link | None:
    """The verb that follows: `"…," Lind said` · `"…," said Lind` · `"…," according to Lind` · `"…" — Lind`."""
    words, position = quotation.segment.words, quotation.at + 1
    while position < len(words) and (words[position] == "," or is_dash(quotation.segment, position)):
        position += 1
    if quotation.follows_words and quotation.is_title:
        return None
    if (
        position == quotation.at + 1
        and quotation.final not in _FINAL + ","
        and words[position : position + 1] not in (("is",), ("was",))
    ):
        return None
    # a quotation that begins its clause is direct, one that ends a clause of the article's own words is partial
    kind: QuoteKind = "direct" if not quotation.follows_words or quotation.is_sentence else "partial"
    if words[position : position + 2] == ("according", "to"):
        phrase = phrase_after(quotation.segment, position + 2)
        return Link(kind, "quote-according-to", phrase, (position, position + 2)) if phrase else None
    source = source_at(quotation.segment, position)
    if source:
        return Link(kind, "quote-source", source[1], source[0])
    for cue in cues:
        who = cue.teller or cue.subject
        starts = cue.first if cue.inverted else who[0] if who and not cue.inherited else -1
        how = words[position : position + 2] in _HOW
        says = cue.takes("quote") or cue.takes("before") or (how and cue.takes("naming"))
        if position <= starts <= position + 1 + how and says:
            return _to(cue, kind, "quote-cue")
    return _name_behind(quotation, position) or _far_verb(quotation, position, cues)


def link_source(quotation: Quotation, cues: Sequence[Cue]) -> Link | None:
    """By a noun or an opening: `Lind's promise of "peace"` · `In Lind's words, it was "over"` · `As Lind put it, "over"`."""
    owned = None if quotation.is_name else owned_words(quotation.segment, quotation.at)
    if owned:
        return Link("partial", "reporting-noun", owned[1], owned[0])
    words, source = quotation.segment.words, source_at(quotation.segment, 0)
    opening = next((cue for cue in cues if words[0] == "as" and cue.subject and cue.subject[0] == 1), None)
    if opening and opening.last < quotation.at:
        source = (opening.first, opening.last + 1), opening.subject or (0, 0)
    source = source or _aside_before(quotation)
    if source and any(source[0][1] <= cue.first and cue.last < quotation.at for cue in cues):
        return None  # somebody else speaks in between
    if source is None or quotation.is_name or words[source[0][1] : source[0][1] + 1] != (",",):
        return None
    return Link("partial", "source-quote", source[1], source[0])


def link_aside(quotation: Quotation) -> Link | None:
    """By such an aside right before the words, whoever tells of them: `calls it, in the words of a guest, "a barn"`."""
    source = None if quotation.is_name else _aside_before(quotation)
    words = quotation.segment.words
    aside = source and source[0][0] > 0 and words[source[0][0] - 1] == "," and source[1][1] - source[1][0] > 1
    return Link("partial", "source-quote", source[1], source[0]) if source and aside else None


def _aside_before(quotation: Quotation) -> tuple[Range, Range] | None:
    """Such a phrase between commas right before the words in marks: `who, in his own words, "cannot sing"`."""
    at = quotation.at
    found = (source_at(quotation.segment, here) for here in range(max(at - _ASIDE, 0), at))
    return next((source for source in found if source and source[0][1] == at - 1), None)


def _name_behind(quotation: Quotation, position: int) -> Link | None:
    """A name behind a dash that ends the line: `"…" — Anna Lind`."""
    segment, dash = quotation.segment, quotation.at + 1
    if dash >= len(segment.words) or not is_dash(segment, dash) or quotation.follows_words:
        return None
    if segment.verbs or not position < len(segment.tokens) <= position + 16:
        return None
    phrase = phrase_after(segment, position) if segment.tokens[position].text[0].isupper() else None
    return Link("direct", "quote-dash-name", phrase, (dash, dash + 1)) if phrase else None


def _far_verb(quotation: Quotation, position: int, cues: Sequence[Cue]) -> Link | None:
    """A verb parted from its subject by a long apposition: `"…," Lind, the head of a school that closed in May, told us`."""
    if quotation.final != "," or quotation.follows_words:
        return None
    words, phrase = quotation.segment.words, phrase_after(quotation.segment, position)
    cue = next((cue for cue in cues if cue.first > position and cue.takes("quote")), None)
    if cue is None or phrase is None or words[phrase[1] : phrase[1] + 1] not in ((",",), ("(",), ("who",)):
        return None
    return _to(cue, "direct", "quote-cue", phrase)


def link_across(quotation: Quotation, following: Segment, cues: Sequence[Cue]) -> Link | None:
    """The verb of the next segment, where a splitter parted `"Why?"` from `Lind asked.`"""
    if following.paragraph != quotation.segment.paragraph or quotation.final not in _FINAL or following.quotes:
        return None
    cue = next(iter(cues), None)
    if cue is None or not cue.takes("quote") or any(verb.index > cue.last for verb in following.verbs):
        return None
    starts = cue.first if cue.inverted else cue.subject[0] if cue.subject else -1
    return _to(cue, "direct", "quote-cue") if starts == 0 and len(following.tokens) <= cue.last + 12 else None


def link_agent(quotation: Quotation) -> Link | None:
    """Who names something in a passive: `hailed as "a miracle" by Lind`."""
    found = None if quotation.is_title else agent(quotation)
    return Link("partial", "agent", found[1], found[0]) if found else None


def link_ahead(quotation: Quotation, cues: Sequence[Cue]) -> Link | None:
    """The verb before the quotation: `Lind said, "…"` · `Lind told the court: "…"` · `Lind called it "…"`."""
    at = quotation.at
    before = [cue for cue in cues if cue.last < at and not (cue.inverted and cue.subject and cue.subject[1] > at)]
    if not before or before[-1].passive:
        return None
    cue = before[-1]
    start = cue.subject[1] if cue.inverted and cue.subject else cue.last + 1
    between = any(start <= verb.index < at for verb in quotation.segment.verbs)
    if ";" in quotation.segment.words[start:at] or (between and not _goes_on_behind_aside(quotation, cue, start)):
        return None
    if cue.takes("quote") and (kind := _said(quotation, start)) and not (cue.led and kind == "partial"):
        return _to(cue, kind, "cue-quote")
    if cue.takes("object") and start == at and not cue.hedged and not cue.inward and _is_object(quotation):
        return _to(cue, "partial", "object")
    as_what = cue.takes("as") and not {"as", "at"}.isdisjoint(quotation.segment.words[max(at - 2, start) : at])
    names = (cue.takes("naming") or as_what) and not quotation.is_title and not is_reduced(quotation, cue)
    return _to(cue, "partial", "named") if names else None


def _is_object(quotation: Quotation) -> bool:
    """Whether the words in marks are a whole object ("warned of “a long winter”"), no word before a noun, title or name."""
    words, at = quotation.segment.words, quotation.at
    following = words[at + 1] if at + 1 < len(words) else "."
    closes = not following[:1].isalnum() or following in classes().prep | classes().coord | classes().sub
    return closes and not quotation.is_name and not quotation.is_word


def _goes_on_behind_aside(quotation: Quotation, cue: Cue, start: int) -> bool:
    """Whether the second half of a split quote stands behind an aside: `"But," said Lind, who runs it, "…"` · `"But," he told
    us, after a match that ended late, "…"`."""
    words, at = quotation.segment.words, quotation.at
    head = cue.first if cue.inverted or cue.subject is None else cue.subject[0]
    split = FOLDED in words[max(head - 2, 0) : head] and words[at - 1] == ","
    if not split:
        return False
    if words[start : start + 1] == (",",) and words[start + 1] in ("who", "whose", "which", "where"):
        return True
    return "," in words[start : at - 1] and quotation.words[:1].islower()


def _said(quotation: Quotation, start: int) -> QuoteKind | None:
    """What kind of quotation follows a verb of saying that ends at `start`; None where something else governs it."""
    words, at = quotation.segment.words, quotation.at
    before = words[at - 1]
    if before in (",", ":") or words[start:at] in ((",", "and"), (",", "but")):
        return "direct"
    if quotation.is_title and not quotation.is_sentence:
        return None
    if start == at or (before == "that" and at == start + 1):
        return "direct" if quotation.is_sentence else "partial"
    if before == "that":
        return "partial"
    near = at - start < 8 and before not in classes().prep | classes().det
    return "direct" if near and quotation.is_sentence and quotation.final in ".?!," else None
