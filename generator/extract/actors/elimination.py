"""Descriptions that tell something new of the one person who can be meant: "“…,” smiled the baker", "the retired joiner"."""

import sys
from functools import cache

from generator.extract.actors.entities import Entity
from generator.extract.actors.reading import Reading
from generator.extract.actors.states import is_closed
from generator.extract.actors.titles import Title
from generator.extract.actors.topics import is_topic
from generator.extract.actors.words import Words
from generator.extract.lexicon import form, rules

_CLOSING = frozenset("”\"’'»“")
_PAST = frozenset(("former", "retired", "ex", "one-time", "onetime"))
_NEAR = 3  # sentences back to the one who is described
_FAR = 8  # sentences back to the only one of that sex
_AHEAD = 30  # words to the pronoun that tells the sex
_BACK = 300  # words in which somebody else may have been introduced by the noun
_ARTICLES = frozenset(("a", "an", "another", "one"))


def described_anew(reading: Reading, at: int, title: Title, *, aged: bool = False) -> Entity | None:
    """Whom "the ..." at `at` means, a role the article has given to nobody: the person named last, where nobody else was; of
    somebody retired, the last of that sex. `aged`: an age stands in it, which nobody of the article has."""
    words, noun = reading.words, title.role
    past = not _PAST.isdisjoint(words.low[at + 1 : title.start])
    told = aged or past or described_where_named(reading, at, title)
    if not told or title.group != "roles" or noun in _never() or _is_introduced(reading, at, words.low[title.end - 1]):
        return None
    sex = title.gender or _sex(words, title.end)
    found = [one for one in _last_named(reading, words.sentence[at]) if not sex or one.gender in ("", sex)]
    if len(found) != 1 and sex and past:
        found = [one for one in _people(reading, words.sentence[at] - _FAR) if one.gender == sex]
    one = found[0] if len(found) == 1 else None
    return (
        one
        if one
        and (past or noun in rules("titles")["by_fame"] or one.roles.isdisjoint(_professions()))
        and not (aged and one.age)
        else None
    )


def described_where_named(reading: Reading, at: int, title: Title) -> bool:
    """Whether "the ..." at `at` stands where somebody just named is told more of: as who says the words before, or at the head
    of the next sentence of the paragraph."""
    return _is_speaker(reading.words, at, title.end) or _goes_on(reading, at, title)


def tells_more(words: Words, at: int) -> bool:
    """Whether the word at `at` is an adjective that tells two people of one role from each other in no way: not "other"."""
    look = form(words.low[at])
    plain = look.adjective and not words.capital[at] and not is_closed(words.low[at])
    return plain and words.low[at] not in rules("titles")["contrasts"]


@cache
def _never() -> frozenset[str]:
    """Roles somebody has by what happened, or in a house: another person than the one named last has them."""
    return frozenset(rules("titles")["by_occasion"]) | frozenset(rules("titles")["relations"])


@cache
def _professions() -> frozenset[str]:
    data = rules("titles")
    return frozenset(role for group in ("offices", "ranks", "judicial", "roles") for role in data[group])


def _is_speaker(words: Words, at: int, end: int) -> bool:
    """As in "“…,” smiled the baker" and "“…,” the baker said"."""
    mark = at - 2 - (words.text[max(at - 2, 0)] == ",")
    if mark > 0 and words.joined(mark, at + 1) and (words.text[mark] in _CLOSING or words.text[at - 2] in _CLOSING):
        return "VBD" in form(words.low[at - 1]).tags or "VBZ" in form(words.low[at - 1]).tags
    return at > 0 and words.text[at - 1] in _CLOSING and end < len(words.low) and "VBD" in form(words.low[end]).tags


def _goes_on(reading: Reading, at: int, title: Title) -> bool:
    """As in "The reclusive composer lives alone", "The septuagenarian said" right behind a sentence about him."""
    words, lines = reading.words, reading.context.sentences
    here = words.sentence[at]
    opens = at == 0 or words.sentence[at - 1] != here
    famed = title.start == at + 1 and title.role in rules("titles")["by_fame"]
    adjective = famed or (title.start == at + 2 and tells_more(words, at + 1))
    acts = words.joined(at, title.end + 1) and bool(form(words.low[title.end]).tags & {"VBD", "VBZ"})
    if not (opens and adjective and acts and here and lines[here - 1].paragraph == lines[here].paragraph):
        return False
    before = [one for one in reading.traces[-20:] if one.sentence == here - 1]
    return any(one.subject and one.entity.kind == "person" for one in before)


def _is_introduced(reading: Reading, at: int, noun: str) -> bool:
    """Somebody else came in by the noun before: "a baker"."""
    words, start = reading.words, max(at - _BACK, 0)
    return any(
        words.low[here] == noun and not _ARTICLES.isdisjoint(words.low[max(here - 3, 0) : here])
        for here in range(start, at)
    )


def _last_named(reading: Reading, sentence: int) -> list[Entity]:
    """The persons of the nearest sentence before that has any, within reach."""
    near = (_people(reading, back, back + 1) for back in range(sentence, sentence - _NEAR - 1, -1))
    return next((people for people in near if people), [])


def _people(reading: Reading, first: int, end: int = sys.maxsize) -> list[Entity]:
    """The persons spoken of in the sentences [first, end), outside quotations; with somebody unnamed who may be meant."""
    near = [one for one in reading.traces[-40:] if first <= one.sentence < end and not one.quoted]
    told = (one for one in near if not one.modifier or is_topic(reading.words, one.at, one.entity.gender or "she"))
    people = [
        one.entity for one in told if one.entity.kind == "person" or (one.entity.kind == "unnamed" and one.subject)
    ]
    return list({id(one): one for one in people}.values())


def _sex(words: Words, end: int) -> str:
    """The pronoun that soon follows, before anybody is named."""
    for at in range(end, min(end + _AHEAD, len(words.low))):
        if words.low[at] in ("he", "she") and not words.quoted[at]:
            return words.low[at]
        if words.capital[at] and not words.first[at] and not words.quoted[at]:
            return ""
    return ""
