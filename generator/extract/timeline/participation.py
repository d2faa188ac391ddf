"""Whether a subject takes part in what an event word tells: as its doer, as what it is done to, or as its owner."""

from collections.abc import Mapping, Sequence
from functools import cache

from generator.extract.actors.persons import verbs
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.lexicon import form, rules
from generator.extract.timeline.doers import does, is_part, phrase_start
from generator.extract.timeline.stands import Place
from generator.extract.timeline.words import EventWord, home, owns

_STOPS = frozenset((";", ":", "(", "–", "—", "“", "”", '"', ",", "that", "who", "which", "while", "because"))
_REACH = 8  # words between an event word and what it is done to
_LINKS = frozenset(("of", "by", "from", "with", "against", "between", "to", "for"))
_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_KNOWN = frozenset(("the", "that", "these", "those"))
_PRONOUNS = frozenset(("his", "her", "its", "their", "my", "our", "your"))


def takes_part(reading: Reading, word: EventWord, places: Mapping[int, Sequence[Place]]) -> bool:
    """Whether the subject, which stands at `places`, takes part in `word`."""
    near = places.get(word.sentence, ())
    if not near:
        return False
    if word.kind == "noun":
        return _in_noun(reading, word, near)
    if word.kind == "participle":
        return _qualifies(word, near) or _is_object(reading, word, near)
    told = word.lower(word.at - 1) == "to" and any(place.last == word.at - 1 and not place.owner for place in near)
    return told or does(reading, word, near) or _is_object(reading, word, near)


def _is_object(reading: Reading, word: EventWord, near: Sequence[Place]) -> bool:
    """As what it is done to: behind it, before another clause or a mark, and not as a mere owner."""
    end = _end_of_object(reading, word)
    return any(
        word.at < place.first < end and not (place.owner or place.modifier or _is_of_another(word, place))
        for place in near
    )


def _is_of_another(word: EventWord, place: Place) -> bool:
    """Whether "of" ties it to a noun that is the object itself: "met managers of Orbex", "became head of the bank"."""
    of = next((at for at in (place.first - 1, place.first - 2) if word.lower(at) == "of"), 0)
    return of > word.at + 1 and not is_part(word.lower(of - 1)) and form(word.lower(of - 1)).noun


def _end_of_object(reading: Reading, word: EventWord) -> int:
    clause = home(reading, word.sentence, word.at)
    for at in range(word.at + 1, min(word.at + _REACH + 1, len(word.tokens))):
        if (clause and not owns(clause, at)) or word.lower(at) in _STOPS:
            return at
    return min(word.at + _REACH + 1, len(word.tokens))


def _qualifies(word: EventWord, near: Sequence[Place]) -> bool:
    """As the noun a participle stands beside: "goods sold in France", "the recently announced merger"."""
    before = word.at - 1
    while word.lower(before) == ",":
        before -= 1
    return any(place.last == before + 1 or (0 < place.first - word.at <= 1) for place in near)


def _in_noun(reading: Reading, word: EventWord, near: Sequence[Place]) -> bool:
    """As its owner, in the same phrase; tied to it by a preposition; or as the doer of the verb whose object it is."""
    start = phrase_start(word, word.at)
    if any(start <= place.first and place.last <= word.at + 1 for place in near) or _is_linked(word, near):
        return True
    clause = word.clause
    if clause is None or _is_owned(reading, word, start):
        return False
    if word.at < clause.verb.index:
        return _opens_with(word, start) and does(reading, word, near)
    if _is_known_one(word, start, form(clause.lower(clause.verb.index)).lemma):
        return False
    return does(reading, word, near)


def _is_known_one(word: EventWord, start: int, lemma: str) -> bool:
    """Whether "the" or "that" points back to what was told: "condemned the cuts", and not "the cuts of May" or "made the cuts",
    nor what the doer was part of: "wept at the hearing", "said after the talks"."""
    if word.lower(start) not in _KNOWN or word.at - start > 2 or word.lower(word.at - 1).endswith("est"):
        return False
    before = word.lower(start - 1)
    present = before in ("at", "in", "during") or (
        before in ("after", "before", "following") and lemma in verbs("speech")
    )
    occasion = present and word.lower(word.at) in _occasions()
    return not occasion and word.lower(word.at + 1) != "of" and lemma not in words().light_verbs


@cache
def _occasions() -> frozenset[str]:
    return frozenset(rules("taken_up")["occasions"])


def _opens_with(word: EventWord, start: int) -> bool:
    """Whether it is where the clause's doer is: "At a meeting in Leeds the union agreed"."""
    return word.lower(start) in ("a", "an") and word.lower(start - 1) in ("in", "at", "during", "on", "after")


def _is_owned(reading: Reading, word: EventWord, start: int) -> bool:
    """Whether it is somebody else's; "its" that nobody is known for may be the subject's."""
    known = {mention.start for mention in reading.mentions(word.sentence, "actor") if mention.value}
    return any(
        word.lower(at) in _APOSTROPHES or (word.lower(at) in _PRONOUNS and word.tokens[at].start in known)
        for at in range(start, word.at)
    )


def _is_linked(word: EventWord, near: Sequence[Place]) -> bool:
    """Behind it, tied by a preposition."""
    if word.lower(word.at + 1) not in _LINKS:
        return False
    return any(0 < place.first - word.at <= 4 and not place.owner and not place.modifier for place in near)
