"""Roles that verbs and types of event give beyond where a name stands (rules/roles.yaml): "lost a confidence vote" is done to
its subject, "Norland and Poland agreed" is done with each other."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import has_phrase, noun
from generator.extract.lexicon import rules
from generator.model.mentions import Mention

_NEAR = 5  # words between "including" and a name


class Parts(msgspec.Struct, frozen=True):
    """The lists of rules/roles.yaml under their names there."""

    mutual: frozenset[str]
    mutual_verbs: frozenset[str]
    company: dict[str, tuple[str, ...]]
    owner_suffers: frozenset[str]
    suffering: dict[str, tuple[str, ...]]
    receiving: frozenset[str]
    received: frozenset[str]
    clearing: frozenset[str]
    chambers: frozenset[str]
    leading: dict[str, tuple[str, ...]]
    members: frozenset[str]
    including: tuple[str, ...]
    coming_to_be: frozenset[str]
    letters: frozenset[str]
    alongside: tuple[str, ...]
    doing: frozenset[str]


@cache
def parts() -> Parts:
    """The lists."""
    return msgspec.convert({key: value for key, value in rules("roles").items() if key != "examples"}, Parts)


@cache
def alongside() -> tuple[tuple[str, ...], ...]:
    """The phrases before company of the subject, in words."""
    return tuple(tuple(one.split()) for one in parts().alongside)


def is_mutual(clause: Clause, kind: str) -> bool:
    """Whether those joined in the subject do it with each other."""
    return kind in parts().mutual or clause.verb.lemma in parts().mutual_verbs


def suffers(clause: Clause) -> bool:
    """Whether the subject of the active has it done to it: "disappeared", "lost a confidence vote", "won the backing of"."""
    beside = parts().suffering.get(clause.verb.lemma)
    return not clause.verb.passive and ((beside is not None and _has_one(clause, beside)) or is_given(clause))


def is_given(clause: Clause) -> bool:
    """Whether the subject is given something: the backing of somebody, a fine."""
    return clause.verb.lemma in parts().receiving and not parts().received.isdisjoint(_behind(clause))


def object_acts(clause: Clause, mention: Mention) -> bool:
    """Whether the object is who acts: the chamber a bill clears, the team that somebody puts ahead."""
    lemma = clause.verb.lemma
    if lemma in parts().clearing and not clause.verb.passive:
        return any(word in parts().chambers for word in mention.text.lower().split())
    return lemma in parts().leading and _has_one(clause, parts().leading[lemma])


def is_company(kind: str, preposition: str) -> bool:
    """Whether who stands behind `preposition` in an event of type `kind` is its counterpart: the opponent, the former house."""
    return preposition in parts().company.get(kind, ())


def is_listed(text: str) -> bool:
    """Whether what stands before a name says that it is one of those told of: ", including the banker "."""
    return bool(_listed().search(text))


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(parts().including)})(?: [\w’'-]+){{0,{_NEAR}}} ?$")


def _behind(clause: Clause) -> tuple[str, ...]:
    """The words behind the verb, nouns in the singular."""
    return tuple(noun(clause.tokens[at].lower) for at in clause.words if at > clause.verb.index)


def _has_one(clause: Clause, phrases: Sequence[str]) -> bool:
    lemmas = _behind(clause)
    return not phrases or any(has_phrase(tuple(one.split()), lemmas, frozenset(lemmas)) for one in phrases)
