"""What the places where an unknown name stands say for an organisation: what it has, who works for it, what it does."""

import itertools
from collections import Counter
from collections.abc import Iterable
from functools import cache

from generator.extract.actors.bodies import is_acronym, phrase_end
from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import word_set
from generator.extract.actors.persons import he_follows, speaks, verbs
from generator.extract.actors.segments import Segment
from generator.extract.actors.words import Words, fold, is_common
from generator.extract.lexicon import form, rules

ENOUGH = 3
_SURE, _HALF = 3, 2
_AUXILIARIES = frozenset(
    ("will", "would", "has", "had", "have", "did", "does", "is", "was", "are", "were", "have", "not", "also", "never")
)


def evident(words: Words, source: str, named: Iterable[Segment]) -> set[str]:
    """The names (folded) among `named` that their places in the text show to be organisations."""
    segments = list(named)
    names = {one.start: fold(words.slice(source, one.start, one.end)) for one in segments}
    scores: Counter[str] = Counter()
    for one in segments:
        scores[names[one.start]] += _score(words, one.start, one.end)
    for first, second in itertools.pairwise(segments):
        if _listed_together(words, first.end, second.start):
            left, right = names[first.start], names[second.start]
            best = max(scores[left], scores[right])
            if best >= ENOUGH and min(scores[left], scores[right]) >= 0:
                scores[left] = scores[right] = best
    return {name for name, score in scores.items() if score >= ENOUGH}


def _listed_together(words: Words, end: int, start: int) -> bool:
    """As in "Zentrax and Melior"."""
    return start == end + 1 and words.joined(end - 1, start + 1) and words.low[end] in ("and", "or")


def _score(words: Words, start: int, end: int) -> int:
    """How surely the name at [start, end) is an organisation here; below 0 for a place."""
    before = words.low[start - 1] if start and words.sentence[start - 1] == words.sentence[start] else ""
    deals = _deals(words, start, before)
    if before in rules("places")["place_before"] and not deals:
        return -_SURE
    if words.joined(start, end + 1) and words.low[end] in word_set("camps"):
        return -_SURE
    if _sends(words, end):
        return _SURE
    ordinary = end == start + 1 and is_common(words.low[start])
    if ordinary and (words.first[start] or before not in ("at", "for", "in")):
        return 0
    return (
        _SURE * _owns(words, end)
        - _SURE * (end == start + 1 and he_follows(words, end))
        + _SURE * deals
        + _SURE * (before.endswith(("-based", "-listed", "-headquartered", "-owned")))
        + _SURE * (is_acronym(words, start, end) and phrase_end(words, end) > 0)
        + _SURE * (before == "the" and is_acronym(words, start, end) and _is_body(words, start, end))
        + _SURE * _employs(words, start, end)
        + _HALF * _is_which(words, end)
        + (_is_which(words, end) and _does(words, end + 2))
        + _HALF * _is_held(words, end)
        + _SURE * _has_party(words, start, end)
        + _HALF * (before == "an" and words.text[start - 1] == "An" and not words.first[start - 1])
        + _acts(words, start, end)
    )


@cache
def _possessions() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(noun.split()) for noun in rules("organisations")["has"])


def _owns(words: Words, end: int) -> bool:
    """As in "Tindra's chief executive", "Tindra shares"."""
    if not words.joined(end - 1, end + 2) or words.low[end] not in ("'s", "'"):
        return False
    behind = words.low[end + 1 : end + 4]
    return any(tuple(behind[at : at + size]) in _possessions() for at in (0, 1) for size in (1, 2))


def _deals(words: Words, start: int, before: str) -> bool:
    """As in "the chief executive of Bauwerk", "shares in Orvane", "owned by Halden"."""
    if start < 2 or not words.joined(start - 2, start + 1):
        return False
    works = before in ("at", "with") and words.low[start - 2] in word_set("employed")
    return works or words.low[start - 2] in rules("organisations")["by_word"].get(before, ())


def _is_body(words: Words, start: int, end: int) -> bool:
    """As in "the UCI's tribunal", "told the FMA.": an acronym with an article, which owns something or is spoken to."""
    if words.low[start] in word_set("things") or not words.joined(start - 1, end + 1):
        return False
    spoken_to = (
        start > 1 and words.low[start - 2] in ("told", "by", "to", "from") and words.text[end] in (",", ".", ";")
    )
    return words.low[end] == "'s" or spoken_to


def _employs(words: Words, start: int, end: int) -> bool:
    """As in "UNRWA chief Nils Ferro": an acronym before who works for it, named or speaking."""
    thing = words.low[start] in word_set("things") or not is_acronym(words, start, end) or end == start
    if thing or not words.joined(start, end + 2) or words.low[end] not in word_set("employed"):
        return False
    return words.capital[end + 1] or speaks(words, end + 1)


def _has_party(words: Words, start: int, end: int) -> bool:
    """As in "his Nova Lista colleagues": two words, one of them odd."""
    odd = not all(map(is_common, words.low[start:end]))
    return end - start > 1 and odd and words.joined(start, end + 1) and words.low[end] in word_set("of_parties")


def _is_which(words: Words, end: int) -> bool:
    """As in "Veldkamp, which" or "Veldkamp, in which"."""
    if not words.joined(end - 1, end + 3) or words.text[end] != ",":
        return False
    return words.low[end + 1] == "which" or words.low[end + 1 : end + 3] == ["in", "which"]


def _does(words: Words, at: int) -> bool:
    """A verb of houses at `at`: "Milieuforum, which brought the case"."""
    look = form(words.low[at])
    return bool(look.tags & {"VBD", "VBZ"}) and look.lemma in verbs("bodies") | word_set("does") | word_set(
        "which_does"
    )


def _sends(words: Words, end: int) -> bool:
    """As in "Unison's Ewan Baird said"."""
    if not words.joined(end - 1, end + 4) or words.low[end] != "'s" or not is_given(words.low[end + 1]):
        return False
    return words.capital[end + 2] and (speaks(words, end + 3) or words.text[end + 3] == ",")


def _is_held(words: Words, end: int) -> bool:
    """As in "Veldkamp, in which the state holds a third"."""
    inside = words.low[end + 1 : end + 3] == ["in", "which"]
    return inside and not {"hold", "holds", "held", "own", "owns", "owned", "stake"}.isdisjoint(
        words.low[end : end + 14]
    )


def _acts(words: Words, start: int, end: int) -> int:
    """As in "Skylend declined", "Skylend has not said", "Enerco will merge"; not in a list of people."""
    at = end
    while words.joined(start, at + 1) and at < end + 4 and words.low[at] in _AUXILIARIES:
        at += 1
    if not words.joined(start, at + 1):
        return 0
    look = form(words.low[at])
    finite = bool(look.tags & {"VBD", "VBZ"}) if at == end else bool(look.tags)
    if not finite or (look.noun and at == end and "VBD" not in look.tags and not speaks(words, at)):
        return 0
    said = look.lemma in verbs("speech")
    return _SURE if said else _HALF * (look.lemma in word_set("does"))
