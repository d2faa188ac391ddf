"""Who somebody is that is described: "the judge, Ruth Lind", "a user called pike_9", "the 18-year-old"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from slugify import slugify

from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.names import name_in
from generator.extract.quotes.nouns import Range, abbreviated
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.words import lists
from generator.model.mentions import Mention, Span

_APPOSITION = 8  # tokens of a name behind a comma
_OPENING = frozenset(("a", "an", "one", "another"))  # of the description of who gives a name
_SCREEN_NAME = 4  # tokens of "pike_9"


def described(segment: Segment, subject: Range, cast: Cast, chosen: Mention | None) -> Speaker:
    """By the name behind a comma or before one, by the name in the description, else by its words."""
    span = Span(segment.tokens[subject[0]].start, segment.tokens[subject[1] - 1].end)
    behind = apposed(segment, subject[1], cast)
    elsewhere = chosen or (behind and segment.words[subject[0]] in classes().det)
    name = "" if elsewhere else name_in(segment, subject, cast.full_names)
    aged = _known(segment.words[slice(*subject)], span.start, cast)
    giving = cast.giving(span, segment.tokens[-1].end) if segment.words[subject[0]] in _OPENING else ""
    ident = name or behind or aged or giving or (cast.called(chosen.span) if chosen else "")
    if ident:
        return Speaker(ident, span)
    own = _christened(segment, subject) or _screen_name(segment, subject[1])
    if own:
        return Speaker(slugify(segment.text[own.start : own.end]), own)
    return Speaker("", _given_name(segment, subject[1]) or span)


def _christened(segment: Segment, subject: Range) -> Span:
    """The name at the end of "a user called hexfox", "a man named Ola"."""
    words = segment.words[slice(*subject)]
    at = next((at for at, word in enumerate(words) if word in lists().christened), 0)
    if not 0 < at < len(words) - 1:
        return Span()
    return Span(segment.tokens[subject[0] + at + 1].start, segment.tokens[subject[1] - 1].end)


def _known(words: Sequence[str], start: int, cast: Cast) -> str:
    """Whom a description stands for that the article gives with a name elsewhere: by the age, by the noun; else the person
    named last ("the 18-year-old", "the mother-of-two")."""
    last = words[-1].split("-")
    if "year-old" in words[:-1] and words[0] == "the":
        age = next((word for word in words if word.isdigit()), "")
        found = cast.ages.get(age, "")
        if found or words[-1] != "year-old":
            return found
    parent = last[0] in lists().parents and "of" in last
    spaced = len(words) > 3 and words[1] in lists().parents and words[2] == "of"  # "the father of five"
    past = len(words) == 3 and words[1] in lists().past  # "the retired admiral"
    if words[0] == "the" and (last[-2:] == ["year", "old"] or parent or spaced or past):
        return cast.last_person(start)
    plain = words[0] in classes().det and lists().joining.isdisjoint(words)
    return cast.introduced.get(next(word for word in reversed(words) if word != "who"), "") if plain else ""


def apposed(segment: Segment, at: int, cast: Cast) -> str:
    """The id of the actor named right behind the comma at `at`: "the judge, Ruth Lind, told"."""
    if (
        segment.words[at : at + 1] != (",",)
        or at + 1 >= len(segment.tokens)
        or _opens_aside(segment, at + 1)
        or _is_told_of(segment, at + 1)
    ):
        return ""
    tokens = segment.tokens[at + 1 : at + 1 + _APPOSITION]
    stops = (token.start for before, token in pairwise((tokens[0], *tokens)) if _closes(before.lower, token.text))
    end = next(stops, tokens[-1].end)
    inside = [item for item in cast.inside(Span(tokens[0].start, end)) if item.head]
    placed = (item for item in inside if item.start == tokens[0].start and _is_placed(segment, item.end))
    named = (*(item for item in inside if item.end >= end), *placed)
    return next((item.value for item in named if item.actor_kind in ("", "person")), "")


def _is_placed(segment: Segment, end: int) -> bool:
    """Whether a name that ends at offset `end` goes on with where its bearer belongs: "Ana Lind of Leeds University"."""
    return segment.text[end : end + 4] in (" of ", " at ") or segment.text[end : end + 6] == " from "


def _is_told_of(segment: Segment, at: int) -> bool:
    """Whether the subject of what a source tells begins at `at`: "According to police, Lind, 41, was drunk"."""
    if ("according", "to") not in pairwise(segment.words[max(at - _APPOSITION, 0) : at]):
        return False
    main = next((verb.first for verb in segment.verbs if verb.first > at and not verb.marker), 0)
    subject = subject_before(segment, main) if main else None
    return subject is not None and subject[0] == at


def _opens_aside(segment: Segment, at: int) -> bool:
    """Whether a participle, a preposition or a relative opens what is no name: "the panel, chaired by Ruth Lind, found"; not
    "one of them, retired nurse Ruth Lind"."""
    word, known = segment.tokens[at].text, classes()
    look, behind = form(word), segment.words[at + 1 : at + 2]
    attributive = bool(behind) and form(behind[0]).noun and behind[0] not in known.prep | known.det | known.adverb
    participle = bool(look.tags & {"VBN", "VBG"}) and not look.noun and not attributive
    return participle or word in known.prep | known.rel | known.sub | known.coord


def _given_name(segment: Segment, at: int) -> Span:
    """Where one capitalised word stands between commas behind `at`: "the victim's brother, Sanjay, said"."""
    tokens, words = segment.tokens, segment.words
    alone = words[at : at + 1] == (",",) and words[at + 2 : at + 3] == (",",)
    if not alone or not tokens[at + 1].text[0].isupper() or not tokens[at + 1].text.isalpha():
        return Span()
    return Span(tokens[at + 1].start, tokens[at + 1].end)


def _screen_name(segment: Segment, at: int) -> Span:
    """The name of an account between commas behind `at`: "another user, pike_9, wrote"."""
    tokens, words = segment.tokens, segment.words
    end = next((here for here in range(at + 2, at + 2 + _SCREEN_NAME) if words[here : here + 1] == (",",)), 0)
    if words[at : at + 1] != (",",) or not end:
        return Span()
    span = Span(tokens[at + 1].start, tokens[end - 1].end)
    text = segment.text[span.start : span.end]
    return span if " " not in text and re.search(r"[_@\d]", text) and re.search(r"[^\W\d]", text) else Span()


def _closes(before: str, text: str) -> bool:
    """Whether an apposition ends at `text`; the full stop of "Col." ends none."""
    return text in (",", ";", ":", FOLDED) or (text == "." and not abbreviated(before))
