"""Pronouns and definite descriptions, led back to whom they mean, or left alone where that is unsafe."""

from functools import cache
from typing import NamedTuple

from generator.extract.actors.entities import Entity
from generator.extract.actors.organisations import word_set
from generator.extract.actors.states import is_closed
from generator.extract.actors.topics import is_topic
from generator.extract.actors.words import Words, is_plural
from generator.extract.lexicon import form, rules

_BREAKS = frozenset(
    (",", ";", ":", "that", "who", "which", "and", "but", "when", "after", "as", "because", "if", "before", "while")
)
_TITLE = 5  # words of a title before a name
_BODIES = frozenset(("organisation", "group", "state", "media"))


class Trace(NamedTuple):
    """A mention left behind for later pronouns: whose it was, at which word, in which sentence, whether it may be the subject
    of its clause, whether it stood in quotation marks. `text`: the description of an unnamed one. `modifier`: it only
    owned something ("Putin's")."""

    entity: Entity
    at: int
    sentence: int
    subject: bool
    quoted: bool
    text: str = ""
    modifier: bool = False


@cache
def pronouns() -> dict[str, tuple[str, str]]:
    """Pronoun -> who it asks for (he, she, they, it) and its case."""
    return {word: (gender, case) for gender, row in rules("pronouns")["personal"].items() for word, case in row.items()}


def asked_by(words: Words, at: int) -> tuple[str, str]:
    """Who the pronoun at `at` asks for, and its case; "her" is an object where no noun follows."""
    asked, case = pronouns()[words.low[at]]
    if words.low[at] != "her":
        return asked, case
    look = form(words.low[at + 1]) if words.joined(at, at + 2) and words.text[at + 1][0].isalpha() else None
    owns = look is not None and (look.noun or look.adjective) and not is_closed(words.low[at + 1])
    return asked, "possessive" if owns else "object"


def antecedent(traces: list[Trace], words: Words, at: int) -> Trace | None:
    """Whom the pronoun at `at` means: the subject of the nearest sentence that has a fitting one, within three sentences."""
    asked, case = asked_by(words, at)
    sentence, quoted = words.sentence[at], words.quoted[at]
    near: dict[int, list[Trace]] = {}
    reach = 1 if asked in ("they", "it") else 3
    for trace in reversed(traces[-40:]):
        if trace.sentence < sentence - reach:
            break
        own = case == "object" and trace.subject and _same_clause(words, trace.at, at)
        several = asked == "they" and trace.entity.kind in _BODIES and _plural_between(words, trace.at, at)
        if (
            trace.at < at
            and not (own or several)
            and trace.quoted == quoted
            and not (words.low[at].endswith("self") and _of_another(words, trace, at))
            and (
                _fits(trace, asked, case, same=trace.sentence == sentence, opens=words.first[at])
                or (case == "subject" and trace.sentence < sentence and _owns_topic(trace, words, asked))
            )
        ):
            near.setdefault(trace.sentence, []).append(trace)
    for distance in sorted(near, reverse=True):
        outer = [trace for trace in near[distance] if not (distance == sentence and _is_embedded(words, trace, at))]
        fitting = (outer or near[distance])[::-1]
        answering = _answering(words, fitting, at) if distance == sentence and case == "subject" else None
        chosen = answering or _choose(fitting, same=distance == sentence)
        if chosen or len({trace.entity.id for trace in near[distance]}) > 1:
            return chosen
    return None


def _of_another(words: Words, trace: Trace, at: int) -> bool:
    """Whether "himself" stands in a relative clause of somebody else: "But a trader who called himself Zik"."""
    who = next((here for here in range(at - 1, trace.at, -1) if words.low[here] == "who"), 0)
    end = words.end[who - 1 - (words.text[who - 1] == ",")] if who else 0
    return bool(who) and end != words.start[trace.at] + len(trace.text)


def _answering(words: Words, fitting: list[Trace], at: int) -> Trace | None:
    """To whom something is done for what the pronoun goes on to tell: "Lind dropped Berg after he refused to train"."""
    last = fitting[-1]
    if words.low[at - 1] not in rules("pronouns")["why"] or last.subject or _before_name(words, last) == "by":
        return None
    doer = next((trace for trace in reversed(fitting) if trace.subject), None)
    done = (form(words.low[here]).lemma for here in range(doer.at + 1, last.at)) if doer else ()
    return last if any(lemma in rules("pronouns")["answered_for"] for lemma in done) else None


def _is_embedded(words: Words, trace: Trace, at: int) -> bool:
    """Whether a name is the subject of a relative clause that is closed before the pronoun: "Dahl, whom Mr Berg met in May,
    said he"."""
    return _before_name(words, trace) in ("whom", "which") and "," in words.low[trace.at : at]


def _before_name(words: Words, trace: Trace) -> str:
    """The word before a name and its title."""
    before = trace.at - 1
    while before > 0 and trace.at - before < _TITLE and words.capital[before]:
        before -= 1
    return words.low[before] if before >= 0 else ""


def _plural_between(words: Words, start: int, at: int) -> bool:
    """Whether a plural noun between a body and "they" may be meant instead: "the union's lawyers said they"."""
    for index in range(start + 1, at):
        named = words.capital[index] and words.low[index] not in word_set("factions")
        noun = is_plural(words.low[index]) and not named
        if noun and ("VBZ" not in form(words.low[index]).tags or words.low[index - 1] in _nominal()):
            return True
    return False


@cache
def _nominal() -> frozenset[str]:
    grammar = rules("grammar")
    return frozenset(grammar["determiners"]) | frozenset(grammar["prepositions"]) | {"'s"}


def _same_clause(words: Words, start: int, at: int) -> bool:
    """Nothing between the two words opens a new clause: "John Healey met him" is about two people."""
    if not words.joined(start, at + 1) or at - start > 8:
        return False
    return not any(words.low[index] in _BREAKS for index in range(start + 1, at))


def _fits(trace: Trace, asked: str, case: str, *, same: bool, opens: bool) -> bool:
    entity = trace.entity
    if asked in ("he", "she"):
        owner = trace.modifier and (case == "subject" or not same)
        somebody = entity.kind == "person" or (entity.kind == "unnamed" and not entity.plural and trace.subject)
        return somebody and entity.gender in ("", asked) and not owner
    if asked == "they":
        crowd = entity.kind == "unnamed" and entity.plural and (same or trace.subject)
        plural = crowd or entity.gender == "they"
        return plural or (entity.kind in ("organisation", "group", "state") and (trace.subject or trace.quoted))
    if case == "subject":
        return entity.kind in ("organisation", "state", "group", "media") and trace.subject
    actor, near = entity.kind in ("organisation", "state", "group", "media"), same or opens
    return (actor and (trace.subject or near)) or (entity.kind == "place" and same)


def _owns_topic(trace: Trace, words: Words, asked: str) -> bool:
    person = asked in ("he", "she") and trace.entity.kind == "person" and trace.entity.gender in ("", asked)
    return person and trace.modifier and is_topic(words, trace.at, asked)


def _choose(fitting: list[Trace], *, same: bool) -> Trace | None:
    """The subject, or the only one; in the pronoun's own sentence the last subject before it."""
    ids = {trace.entity.id or trace.text for trace in fitting}
    if len(ids) == 1:
        return fitting[-1]
    subjects = [trace for trace in fitting if trace.subject]
    if subjects:
        return subjects[-1] if same else subjects[0]
    return None


def described(entities: list[Entity], noun: str, traces: list[Trace]) -> Entity | None:
    """Whom "the `noun`" means among `entities`: the only fitting one, the last subject that fits, else the one named most."""
    fitting = {entity.id: entity for entity in entities if noun in entity.nouns or noun in entity.roles}
    if not fitting and noun in word_set("sorts") - word_set("overseers"):
        fitting = {entity.id: entity for entity in entities if "company" in entity.nouns}
        return next(iter(fitting.values())) if len(fitting) == 1 else None
    if len(fitting) < 2:
        return next(iter(fitting.values()), None)
    most = sorted(fitting.values(), key=lambda entity: -entity.count)
    if most[0].count >= 2 * most[1].count:
        return most[0]
    for trace in reversed(traces[-12:]):
        if trace.subject and trace.entity.id in fitting:
            return trace.entity
    return most[0] if most[0].count > most[1].count else None
