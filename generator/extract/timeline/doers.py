"""Whether a subject is the doer of what a verb tells: the subject of its clause, or what a relative clause qualifies."""

from bisect import bisect_right
from collections.abc import Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import office_span
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.numerals import units
from generator.extract.timeline.kinds import things
from generator.extract.timeline.stands import Place
from generator.extract.timeline.words import EventWord

_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_NOMINATIVE = frozenset(("i", "he", "she", "they", "we"))


def does(reading: Reading, word: EventWord, near: Sequence[Place]) -> bool:
    """As the subject of its clause."""
    clause = word.clause
    if clause is None:
        return False
    if clause.link == "aside" and clause.subject[0] == clause.subject[1]:
        end = _antecedent_end(reading, clause)
        start = phrase_start(word, end)
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
    if opening in _NOMINATIVE or nominative or opening in known.det:
        return opening in known.det and _is_behind_preposition(word, place.first, first)
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
    return before in classes().prep and not (before == "of" and is_part(word.lower(at - 2)))


def _title_start(reading: Reading, word: EventWord, place: Place) -> int:
    """Where the title before a name begins; the name itself without one."""
    start = word.tokens[place.first].start
    titled = next((one for one in reading.mentions(word.sentence, "actor") if one.start == start and one.office), None)
    before = office_span(reading.text, titled) if titled else None
    return bisect_right(word.tokens, before.start, key=lambda token: token.start) - 1 if before else place.first


def phrase_start(word: EventWord, end: int) -> int:
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


def is_part(low: str) -> bool:
    """Whether "of" behind the word ties to it what is meant: "some of the ships", "twenty of them"."""
    return low in things("parts") or low in units()["words"]
