"""Nouns that tell again of what a verb before them told: "the sale" behind "sold", by rules/taken_up.yaml."""

from functools import cache

from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form, rules
from generator.extract.timeline.kinds import things
from generator.extract.timeline.words import EventWord, word_at
from generator.model.mentions import Span

_DEFINITE = frozenset(("the", "that", "this", "these", "those"))
_REACH = 5  # sentences
_STEM = 4  # letters a noun shares with its verb at least
_ENDINGS = ("ing", "ings", "ment", "ion", "al", "ance", "ence", "ure", "ery", "age", "sis", "th")


def taken_up(reading: Reading, word: EventWord) -> EventWord | None:
    """The verb that a definite noun takes up, the nearest before it; `None` where it is no such noun or is somebody's."""
    if word.kind != "noun" or not _is_bare(word) or _is_dated(reading, word):
        return None
    what = noun(word.lower(word.at))
    for sentence in range(word.sentence, max(word.sentence - _REACH, 0) - 1, -1):
        tokens = reading.tokens[sentence]
        end = word.at - 1 if sentence == word.sentence else len(tokens)
        for at in range(end - 1, -1, -1):
            if _tells(reading, sentence, at) and _is_made_of(what, form(tokens[at].lower).lemma):
                return word_at(reading, Span(tokens[at].start, tokens[at].end))
    return None


def _tells(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a verb stands there: a finite one, or an infinitive behind another."""
    tokens = reading.tokens[sentence]
    if any(verb.index == at for verb in reading.context.verbs[sentence]):
        return True
    return at > 0 and tokens[at - 1].lower == "to" and "VB" in form(tokens[at].lower).tags


def _is_dated(reading: Reading, word: EventWord) -> bool:
    """Whether a date of its own stands right behind: "the election in May"."""
    behind = word.tokens[word.at + 1 : word.at + 4]
    starts = {token.start for token in behind[1:]} if behind and behind[0].lower in ("in", "of") else set()
    return any(one.start in starts for one in reading.mentions(word.sentence, "date"))


def _is_bare(word: EventWord) -> bool:
    """Whether "the" stands right before it, an adjective or two between them at most, and no "of" behind."""
    if word.lower(word.at + 1) in ("of", "by"):
        return False
    at = word.at - 1
    while at >= 0 and word.at - at <= 2 and form(word.lower(at)).adjective and word.lower(at) not in classes().det:
        if word.lower(at) in things("others"):
            return False
        at -= 1
    return word.lower(at) in _DEFINITE


def _is_made_of(what: str, lemma: str) -> bool:
    """Whether a noun is made of a verb, or may take it up."""
    if what == lemma or lemma in _verbs().get(what, ()) or (what.endswith("ing") and form(what).lemma == lemma):
        return True
    shared = next(
        (at for at, (one, two) in enumerate(zip(what, lemma, strict=False)) if one != two), min(len(what), len(lemma))
    )
    return shared >= max(_STEM, len(lemma) - 2) and what.endswith(_ENDINGS)


@cache
def _verbs() -> dict[str, frozenset[str]]:
    return {one: frozenset(verbs) for one, verbs in rules("taken_up")["nouns"].items()}
