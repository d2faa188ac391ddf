"""Dates counted from an event told before and taken up by its noun: "He resigned two days after his arrest"."""

from collections.abc import Sequence

from generator.extract.events.judge import Telling
from generator.extract.events.knowledge import noun, topic_nouns
from generator.extract.events.measured import LENGTH, SIDES, counted
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import POSSESSIVE
from generator.extract.events.when import When
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.model.mentions import Mention

_FAR = 4  # sentences between an event and the noun that takes it up
_TAKING_UP = POSSESSIVE | {"the", "that"}


def since_told(reading: Reading, telling: Telling, told: Sequence[Telling], result: Sequence[When]) -> When | None:
    """The date counted from that of the last event of the noun's type; `told` and `result`: those before and their dates."""
    clause = telling.clause
    if telling.date or telling.polarity != "asserted":
        return None
    for measure in reading.mentions(clause.sentence, "date"):
        side = clause.position(measure.end - 1) + 1
        if measure.timex_type != "DURATION" or not clause.holds(measure.start) or clause.lower(side) not in SIDES:
            continue
        base = _told(telling, side + 1, told, result)
        if base and _is_days(measure):
            return counted(reading, clause, measure, clause.lower(side), base)
    return None


def _is_days(measure: Mention) -> bool:
    """Whether a length of time is a plain number of days or more."""
    return bool(LENGTH.fullmatch(measure.timex or ""))


def _told(telling: Telling, at: int, told: Sequence[Telling], result: Sequence[When]) -> When | None:
    """When that happened which "his arrest" or "the crash" at `at` takes up; `None` for a noun with more to it."""
    clause = telling.clause
    word, behind = noun(clause.lower(at + 1)), clause.lower(at + 2)
    if clause.lower(at) not in _TAKING_UP or (behind[:1].isalpha() and behind not in classes().prep | classes().coord):
        return None
    for other, when in zip(reversed(told), reversed(result), strict=True):
        if clause.sentence - other.clause.sentence > _FAR:
            return None
        same = _names(word, other) and other.clause.sentence < clause.sentence
        if (
            same
            and other.polarity == "asserted"
            and when.date.precision == "day"
            and not when.date.edtf.startswith("..")
        ):
            return when
    return None


def _names(word: str, other: Telling) -> bool:
    """Whether a noun names what was told: of its verb ("arrest" of "was arrested") or of the type of its event."""
    lemma = other.clause.verb.lemma
    return form(word).lemma == lemma or topic_nouns().get((word,)) == other.type.id
