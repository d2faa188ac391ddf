"""Whether a clause is told as fact, as planned, or not as fact at all."""

from typing import Literal

from generator.extract.events.classify import head_noun
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import is_due, own_date
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.events.unreal import is_unreal
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.model.mentions import Mention, Polarity

AHEAD = frozenset(("will", "'ll", "shall", "wo"))


def polarity_of(reading: Reading, clause: Clause) -> Polarity | Literal[""]:
    """`asserted` or `planned`; empty for what the clause does not tell as fact: quoted, negated, hypothetical, habitual."""
    verb = clause.verb
    offset = clause.tokens[verb.index].start
    if (
        verb.quoted
        or reading.is_quoted(offset)
        or verb.negated
        or _shares_negation(reading, clause)
        or _is_of_nobody(reading, clause)
        or _is_of_reader(reading, clause)
        or _is_no_comment(clause)
        or is_unreal(reading, clause)
        or _is_habit(reading, clause)
        or _is_fronted_do(clause)
        or _is_hearsay(clause)
    ):
        return ""
    if verb.tense == "past" and verb.modal.endswith(" to"):  # "was due to open on Monday"
        if verb.perfect:  # "was to have opened"
            return ""
        return "planned" if own_date(reading, clause, planned=True) else ""
    if verb.passive and verb.tense == "past" and not verb.modal and verb.lemma in words().awaited:
        return "planned" if own_date(reading, clause, planned=True) else ""  # "had been expected on Monday"
    if not verb.modal:
        scheduled = (
            verb.passive and verb.lemma in words().appointed and (verb.tense == "present" or _awaits(reading, clause))
        )
        return "planned" if scheduled or _goes_on_ahead(reading, clause) else "asserted"
    ahead = verb.modal in AHEAD or verb.modal.endswith(" to") or _was_ahead(reading, clause)
    return "planned" if ahead and verb.tense != "past" else ""


def _was_ahead(reading: Reading, clause: Clause) -> bool:
    """Spot "said it would open"; what "had said it would open on Friday" may have come and gone."""
    if clause.verb.modal != "would" or clause.link != "content" or clause.above < 0:
        return False
    above = reading.clauses[clause.sentence][clause.above].verb
    return not (above.perfect and above.tense == "past")


def _awaits(reading: Reading, clause: Clause) -> bool:
    """Spot "A hearing has been set for 10 April"; what "had been set" may have been put off."""
    return (
        clause.verb.perfect
        and clause.lower(clause.verb.first) in ("has", "have")
        and own_date(reading, clause, planned=True) is not None
    )


def _shares_negation(reading: Reading, clause: Clause) -> bool:
    """Spot "or dismissed" of "has not hired or dismissed"."""
    joined = clause.link == "and" and clause.above >= 0 and clause.subject[0] == clause.subject[1]
    first = clause.lower(clause.words[0]) if clause.words else ""
    return joined and first in ("or", "nor") and reading.clauses[clause.sentence][clause.above].verb.negated


def _is_no_comment(clause: Clause) -> bool:
    """Spot "declined to comment"."""
    at = clause.verb.index
    return clause.verb.lemma in words().declining and clause.lower(at + 2) in words().comment


def _is_of_nobody(reading: Reading, clause: Clause) -> bool:
    """Spot "No charges were filed" and "No one was hurt"; "no fewer than 300 workers" is somebody."""
    first, *rest = reading.subject_words(clause)[:2] or ("",)
    return first in words().negative_subjects and not (rest and rest[0] in words().not_negative)


def _is_of_reader(reading: Reading, clause: Clause) -> bool:
    """Spot "Your subscription was renewed on 3 March": what a page tells its reader is no news."""
    second = clause.tokens[reading.subject_of(clause)[0] + 1 :][:1]
    titled = bool(second) and second[0].text[:1].isupper()  # "Your Party elected a leader"
    return reading.subject_words(clause)[:1] in (("you",), ("your",)) and not titled


def _is_hearsay(clause: Clause) -> bool:
    """Spot "was rumoured to have left" and "was thought to be dead"."""
    at, told = clause.verb.index, classes().clause | words().unsure | {"rumour", "rumor", "consider", "suppose"}
    infinitive = clause.lower(at + 1) == "to" and clause.lower(at + 2) in ("have", "be")
    return clause.verb.passive and infinitive and clause.verb.lemma in told and not clause.verb.modal


def _is_fronted_do(clause: Clause) -> bool:
    """Spot "did" of "Only on Monday did the firm tell customers", whose verb and subject stand behind it."""
    verb, behind = clause.verb, clause.lower(clause.verb.index + 1)
    opening = ("only", "not", "never", "nor", "neither", "so", "rarely", "seldom", "little")
    fronted = clause.lower(0) in opening or clause.lower(1) == "no"  # "At no point did"
    return verb.lemma == "do" and verb.first == verb.index and fronted and behind[:1].isalpha()


def _is_habit(reading: Reading, clause: Clause) -> bool:
    near = range(max(clause.verb.first - 2, 0), clause.verb.index + 2)
    sets = (m for m in reading.mentions(clause.sentence, "date") if m.timex_type == "SET" and clause.holds(m.start))
    often = any(clause.lower(at) in words().habitual for at in near)
    return often or any(not _is_attribute(clause, mention) for mention in sets)


def _is_attribute(clause: Clause, mention: Mention) -> bool:
    """Spot "the weekly meeting" and "a once-weekly drug": of the noun behind, not of the verb."""
    last = clause.position(mention.end - 1)
    behind = clause.lower(last + 1)
    return " " not in mention.text and behind[:1].isalpha() and form(behind).noun and behind not in classes().prep


def _is_of_anyone(reading: Reading, clause: Clause) -> bool:
    """Spot "A protester holds a flag on Sunday", as captions tell: nobody plans that."""
    first, posed = "".join(reading.subject_words(clause)[:1]), clause.verb.lemma in words().posing
    if not posed or clause.lower(clause.verb.index + 1) == "trial":
        return False
    anyone = any(mention.actor_kind == "unnamed" for mention in subject_actors(reading, clause))
    return first in ("a", "an", "two", "three", "people") and (
        anyone or head_noun(reading.subject_words(clause)) in words().people
    )


def _goes_on_ahead(reading: Reading, clause: Clause) -> bool:
    """The timetable's present: "the festival opens on Friday", "the verdict is due on Friday", "the vote is on 4 August"."""
    verb = clause.verb
    if is_due(clause):
        return own_date(reading, clause, planned=True) is not None
    if (
        verb.tense != "present"
        or verb.perfect
        or clause.link == "aside"
        or (verb.lemma in classes().clause and verb.lemma not in words().intending)
    ):
        return False
    if verb.lemma in words().intending and clause.lower(verb.index + 1) != "to":
        return False
    if _is_of_anyone(reading, clause):
        return False
    return own_date(reading, clause, planned=True) is not None
