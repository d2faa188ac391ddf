"""Whether a subject takes part in what an event word tells: as its doer, as what it is done to, or as its owner."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import office_span
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form, rules
from generator.extract.timeline.subjects import Place
from generator.extract.timeline.words import EventWord, home, owns

_STOPS = frozenset((";", ":", "(", "–", "—", "“", "”", '"', ",", "that", "who", "which", "while", "because"))
_REACH = 8  # words between an event word and what it is done to
_LINKS = frozenset(("of", "by", "from", "with", "against", "between", "to", "for"))
_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_NOMINATIVE = frozenset(("i", "he", "she", "they", "we"))
_PARTS = frozenset(rules("pronouns")["numbers"]) | frozenset(
    (
        "cent",
        "percent",
        "%",
        "majority",
        "rest",
        "all",
        "both",
        "each",
        "half",
        "many",
        "most",
        "much",
        "none",
        "one",
        "part",
        "parts",
        "several",
        "some",
    )
)
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
    return told or _does(reading, word, near) or _is_object(reading, word, near)


def _does(reading: Reading, word: EventWord, near: Sequence[Place]) -> bool:
    """As the subject of its clause."""
    clause = word.clause
    if clause is None:
        return False
    if clause.link == "aside" and clause.subject[0] == clause.subject[1]:
        end = _antecedent_end(reading, clause)
        start = _phrase_start(word, end)
        return any(start <= place.first and place.last <= end and not (place.owner or place.modifier) for place in near)
    first, last = _subject_range(reading, clause)
    return any(
        first <= place.first < last
        and not place.owner
        and not place.modifier
        and not _is_governed(reading, word, place, first)
        for place in near
    )


def _antecedent_end(reading: Reading, clause: Clause) -> int:
    """Where the words end that a relative clause qualifies; of one joined by "and" to another, those of the other."""
    siblings = reading.clauses[clause.sentence]
    while clause.number and clause.words and clause.lower(clause.words[0]) in classes().coord:
        clause = siblings[clause.number - 1]
    end = clause.words[0] if clause.words else 0
    while end > 0 and clause.lower(end - 1) == ",":
        end -= 1
    return end


def _subject_range(reading: Reading, clause: Clause) -> tuple[int, int]:
    """Where the subject stands; from the clause's beginning where an aside between commas parts it from the verb."""
    first, last = reading.subject_of(clause)
    seen = 0
    while (
        clause.link == "and"
        and clause.above >= 0
        and seen < 5
        and all(is_adverb(clause.lower(at)) or clause.lower(at) == "more" for at in range(first, last))
    ):
        clause, seen = reading.clauses[clause.sentence][clause.above], seen + 1
        first, last = reading.subject_of(clause)
    if (
        first < last and clause.lower(last - 1) in classes().coord and clause.above >= 0
    ):  # "as a shop and bought a mill"
        return reading.subject_of(reading.clauses[clause.sentence][clause.above])
    if last and clause.lower(last - 1) == "," and clause.words:
        own = [at for at in clause.words if at < last]
        return (own[0], last) if own else (first, last)
    return first, last


def _is_governed(reading: Reading, word: EventWord, place: Place, first: int) -> bool:
    """Whether a preposition or another verb stands before its phrase. A date or a common noun that is no title ends another
    phrase: "In May Lind said", "During the trial Lind said"."""
    known = classes()
    opening = word.lower(place.first)
    nominative = opening == "it" and word.clause is not None and place.last == word.clause.verb.first
    if opening in _NOMINATIVE or nominative:
        return False
    if opening in known.det:
        return _is_behind_preposition(word, place.first, first)
    dates = reading.mentions(word.sentence, "date")
    for at in range(_title_start(reading, word, place) - 1, first - 1, -1):
        low, token = word.lower(at), word.tokens[at]
        if low in known.prep or "VBG" in form(low).tags:
            return True
        if low in known.det:
            return _is_behind_preposition(word, at, first)
        if not low[0].isalpha() or any(date.start <= token.start < date.end for date in dates):
            return False
        if word.tokens[place.first].text[0].isupper() and token.text.islower() and form(low).noun:
            return False
    return False


def _is_behind_preposition(word: EventWord, at: int, first: int) -> bool:
    """Whether a preposition stands before the phrase that begins at `at`; "much of" and the like are no such."""
    before = word.lower(at - 1) if at > first else ""
    return before in classes().prep and not (before == "of" and word.lower(at - 2) in _PARTS)


def _title_start(reading: Reading, word: EventWord, place: Place) -> int:
    """Where the title before a name begins; the name itself without one."""
    start = word.tokens[place.first].start
    titled = next((one for one in reading.mentions(word.sentence, "actor") if one.start == start and one.office), None)
    before = office_span(reading.text, titled) if titled else None
    return bisect_right(word.tokens, before.start, key=lambda token: token.start) - 1 if before else place.first


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
    return of > word.at + 1 and word.lower(of - 1) not in _PARTS and form(word.lower(of - 1)).noun


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
    start = _phrase_start(word, word.at)
    if any(start <= place.first and place.last <= word.at + 1 for place in near) or _is_linked(word, near):
        return True
    clause = word.clause
    if clause is None or _is_owned(reading, word, start):
        return False
    if word.at < clause.verb.index:
        return _opens_with(word, start) and _does(reading, word, near)
    if _is_known_one(word, start) and form(clause.lower(clause.verb.index)).lemma not in words().light_verbs:
        return False
    return _does(reading, word, near)


def _is_known_one(word: EventWord, start: int) -> bool:
    """Whether "the" or "that" points back to what was told: "condemned the cuts", and not "the cuts of May", "after the talks"."""
    short = word.at - start <= 2 and not word.lower(word.at - 1).endswith("est")
    occasion = (word.lower(word.at),) in _occasions() and word.lower(start - 1) in classes().prep
    return (
        short
        and word.lower(start) in ("the", "that", "these", "those")
        and word.lower(word.at + 1) != "of"
        and not occasion
    )


@cache
def _occasions() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(one.split()) for one in words().occasions)


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


def _phrase_start(word: EventWord, end: int) -> int:
    """Where the noun phrase begins that ends before `end`."""
    known = classes()
    at = end - 1
    while at >= 0:
        low = word.lower(at)
        if low in known.det and low not in _APOSTROPHES:
            return at
        closed = (
            (low in known.prep and low != "of") or low in known.coord or low in known.sub or known.is_auxiliary(low)
        )
        if closed or not (low[:1].isalnum() or low in _APOSTROPHES) or ("VBD" in form(low).tags and not form(low).noun):
            return at + 1
        at -= 1
    return 0


def _is_linked(word: EventWord, near: Sequence[Place]) -> bool:
    """Behind it, tied by a preposition."""
    if word.lower(word.at + 1) not in _LINKS:
        return False
    return any(0 < place.first - word.at <= 4 and not place.owner and not place.modifier for place in near)
