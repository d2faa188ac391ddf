"""Which type of event a clause tells, by rules/triggers.yaml: the first rule with a verb and its nouns wins, else the first
with a verb or a noun alone. What is told without any such word is typed by rules/topics.yaml, which makes nothing an event."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import (
    Phrase,
    Trigger,
    happenings,
    has_phrase,
    noun,
    topic_nouns,
    topics,
    triggers,
    words,
)
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form

_HUNG_ON = 6  # words before an aside among which stands what it tells of: "a deal, signed in Nairobi"


class Type(NamedTuple):
    """The event type's id and the rule that gave it ("verb:resign", "pair:sign-treaty", "noun:blast")."""

    id: str
    rule: str

    @property
    def is_weak(self) -> bool:
        """Whether no trigger gave it."""
        return self.rule.startswith(("topic:", "dated:"))


def type_of(clause: Clause, subject: tuple[str, ...], *, spoken: bool = True) -> Type | None:
    """The type a clause tells; `None` when no rule fits. `subject`: the words of its subject, its own or shared; `spoken`:
    whether it may be a statement."""
    listed = triggers() if spoken else happenings()
    lemmas = _lemmas(clause, subject)
    inner = _inner(clause) if clause.verb.lemma in words().aspectual else None
    paired = _paired(listed, clause, lemmas) or (_paired(listed, inner, lemmas) if inner else None)
    if paired:
        return paired
    among, head = frozenset(lemmas), head_noun(subject)
    for rule in listed:
        name = _fits(rule, clause, lemmas, among, head)
        if name:
            return Type(rule.type, name)
    return None


def _paired(listed: Iterable[Trigger], clause: Clause, lemmas: tuple[str, ...]) -> Type | None:
    """The type of the first rule whose pair fits: what a verb tells with a noun comes before what it tells alone."""
    verb, among = clause.verb.lemma, frozenset(lemmas)
    for rule in listed:
        for phrase in rule.pairs.get(verb, ()):
            if _stands(phrase, clause, lemmas, among):
                return Type(rule.type, f"pair:{verb}-{'-'.join(phrase)}")
    return None


def _stands(phrase: Phrase, clause: Clause, lemmas: tuple[str, ...], among: frozenset[str]) -> bool:
    """Whether a phrase stands in a clause; "+for" right behind the verb."""
    if phrase[0].startswith("+"):
        return clause.lower(clause.verb.index + 1) == phrase[0][1:]
    return has_phrase(phrase, lemmas, among)


def topic_of(clause: Clause, subject: tuple[str, ...]) -> Type:
    """The type of an event that no trigger tells: by the verb it begins or plans to do, by its own, by the first noun behind it
    or the last before it; `other` without any."""
    inner = _inner(clause)
    told = type_of(inner, subject, spoken=False) if inner else None
    if told:
        return Type(told.id, f"topic:{told.rule}")
    verb, lemmas = clause.verb.lemma, _lemmas(clause, subject)
    paired = _paired(topics(), clause, (*(_plain(clause, at) for at in _hung_on(clause)), *lemmas))
    due = clause.verb.passive and verb in words().appointed  # "the vote is set for Friday" tells of the vote
    alone = "" if due else next((rule.type for rule in topics() if rule.pairs.get(verb) == ()), "")
    if paired or alone:
        return Type(paired.id if paired else alone, f"topic:{verb}")
    for phrase in _topic_phrases(clause, subject):
        if phrase in topic_nouns():
            return Type(topic_nouns()[phrase], f"topic:{'-'.join(phrase)}")
    return Type("other", f"dated:{verb}")


def _inner(clause: Clause) -> Clause | None:
    """The clause of "plans to open", "began opening" and "failed to open" as one of "open"."""
    known, at = words(), clause.verb.index + 1
    if clause.verb.lemma not in known.aspectual | known.intending | known.attempting:
        return None
    infinitive = clause.lower(at) == "to"
    at += infinitive
    look = form(clause.lower(at))
    if not ("VB" in look.tags if infinitive else "VBG" in look.tags and clause.lower(at).endswith("ing")):
        return None
    return msgspec.structs.replace(clause, verb=msgspec.structs.replace(clause.verb, index=at, lemma=look.lemma))


def _topic_phrases(clause: Clause, subject: tuple[str, ...]) -> Iterator[Phrase]:
    """The words of a clause that are no names, alone and with the next: behind the verb, then the noun its subject is about,
    then back from the verb, a subject it shares and what an aside hangs on."""
    plain = {at: _plain(clause, at) for at in clause.words}
    behind = [at for at in clause.words if at > clause.verb.index]
    before = [at for at in reversed(clause.words) if at < clause.verb.first]
    for part in (behind, before):
        if part is before and subject:
            yield (_unnamed(clause, head_noun(subject)),)
        for at in part:
            yield plain[at], plain.get(at + 1, "")
            yield (plain[at],)
    yield from ((_unnamed(clause, word),) for word in reversed(subject_lemmas(subject)))
    yield from ((_plain(clause, at),) for at in reversed(_hung_on(clause)))


def _hung_on(clause: Clause) -> range:
    """Positions of the words before an aside, among which stands what it tells of."""
    first = clause.words[0] if clause.words else 0
    return range(max(first - _HUNG_ON, 0), first) if clause.link == "aside" else range(0)


def _unnamed(clause: Clause, word: str) -> str:
    """A noun of a subject; empty when the sentence has it in a name only."""
    return word if any(_plain(clause, at) == word for at in range(clause.verb.first)) else ""


def _plain(clause: Clause, at: int) -> str:
    """The noun at a position in the singular; empty within a name."""
    token = clause.tokens[at]
    named = token.text.istitle() and (at > 0 or clause.tokens[min(1, len(clause.tokens) - 1)].text.istitle())
    return "" if named else noun(token.lower)


def _lemmas(clause: Clause, subject: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a clause beside its verb, nouns in the singular; before them those of a subject it shares."""
    own = tuple(noun(clause.tokens[at].lower) for at in clause.words if not _in_verb(clause, at))
    return subject_lemmas(subject) + own if clause.subject[0] == clause.subject[1] else own


def _fits(rule: Trigger, clause: Clause, lemmas: tuple[str, ...], among: frozenset[str], head: str) -> str:
    verb = clause.verb.lemma
    other = any(_stands(phrase, clause, lemmas, among) for phrase in rule.unless.get(verb, ()))
    if not other and (verb in rule.verbs or rule.pairs.get(verb) == ()):
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
