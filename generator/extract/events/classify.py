"""Which type of event a clause tells, by rules/triggers.yaml: the first rule that fits wins."""

from typing import NamedTuple

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import Phrase, Trigger, has_phrase, noun, triggers, words
from generator.extract.grammar.classes import classes


class Type(NamedTuple):
    """The event type's id and the rule that gave it ("verb:resign", "pair:sign-treaty", "noun:blast")."""

    id: str
    rule: str


def type_of(clause: Clause, subject: tuple[str, ...]) -> Type | None:
    """The type a clause tells; `None` when no rule fits. `subject`: the words of its subject, its own or shared."""
    verb = clause.verb.lemma
    lemmas = tuple(noun(clause.tokens[at].lower) for at in clause.words if not _in_verb(clause, at))
    lemmas = subject_lemmas(subject) + lemmas if clause.subject[0] == clause.subject[1] else lemmas
    among = frozenset(lemmas)
    for rule in triggers():
        name = _fits(rule, verb, lemmas, among, head_noun(subject))
        if name:
            return Type(rule.type, name)
    return None


def _fits(rule: Trigger, verb: str, lemmas: tuple[str, ...], among: frozenset[str], head: str) -> str:
    if verb in rule.verbs:
        return f"verb:{verb}"
    for phrase in rule.pairs.get(verb, ()):
        if has_phrase(phrase, lemmas, among):
            return f"pair:{verb}-{'-'.join(phrase)}"
    if rule.pairs.get(verb) == ():
        return f"verb:{verb}"
    for phrase in rule.nouns:
        if (verb in words().light_verbs and has_phrase(phrase, lemmas, among)) or _is_head(phrase, head):
            return f"noun:{'-'.join(phrase)}"
    return ""


def _is_head(phrase: Phrase, head: str) -> bool:
    return phrase[-1] == head and len(phrase) == 1


def subject_lemmas(subject: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a subject, nouns in the singular."""
    return tuple(noun(word) for word in subject)


def head_noun(subject: tuple[str, ...]) -> str:
    """The noun a subject is about: the last word before its first preposition, comma or relative."""
    known = classes()
    end = next(
        (at for at, word in enumerate(subject) if at and (word in known.prep or word in known.rel or word == ",")),
        len(subject),
    )
    return noun(subject[end - 1]) if end else ""


def _in_verb(clause: Clause, at: int) -> bool:
    return clause.verb.first <= at <= clause.verb.index
