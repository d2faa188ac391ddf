"""The closed word classes of rules/grammar.yaml, and what the lexicon says of the rest."""

from functools import cache
from typing import Any

import msgspec

from generator.extract.lexicon import form, rules


class Classes(msgspec.Struct, frozen=True):
    """Each class as a set of lower-case words; auxiliaries map to their tense."""

    det: frozenset[str]
    prep: frozenset[str]
    coord: frozenset[str]
    rel: frozenset[str]
    sub: frozenset[str]
    subject: frozenset[str]
    obj: frozenset[str]
    neg: frozenset[str]
    planned: frozenset[str]
    adverb: frozenset[str]
    rare: frozenset[str]
    mostly: frozenset[str]
    mostly_bare: frozenset[str]
    clause: frozenset[str]
    that: frozenset[str]
    intransitive: frozenset[str]
    copular: frozenset[str]
    transitive: frozenset[str]
    moments: frozenset[str]
    calendar: frozenset[str]
    parts_of_time: frozenset[str]
    periods: frozenset[str]
    fixtures: frozenset[str]
    modal: dict[str, str]
    be: dict[str, str]
    have: dict[str, str]
    do: dict[str, str]

    def is_auxiliary(self, word: str) -> bool:
        """Whether it is a form of be, have, do or a modal."""
        return word in self.be or word in self.have or word in self.do or word in self.modal


@cache
def classes() -> Classes:
    """The closed classes, by name."""
    data: dict[str, Any] = rules("grammar")
    names = {
        "det": "determiners",
        "prep": "prepositions",
        "coord": "coordinators",
        "rel": "relatives",
        "sub": "subordinators",
        "subject": "subject_pronouns",
        "obj": "object_pronouns",
        "neg": "negations",
        "planned": "planned",
        "adverb": "adverbs",
        "rare": "rarely_verbs",
        "mostly": "mostly_verbs",
        "clause": "clause_verbs",
        "that": "that_verbs",
        "intransitive": "intransitive",
        "copular": "copular",
        "transitive": "transitive",
        "moments": "moments",
        "calendar": "calendar",
        "parts_of_time": "parts_of_time",
        "periods": "periods",
        "fixtures": "fixtures",
    }
    sets = {field: frozenset(data[key]) for field, key in names.items()}
    sets["mostly_bare"] = frozenset(form(word).lemma for word in sets["mostly"])
    return Classes(modal=data["modals"], be=data["be"], have=data["have"], do=data["do"], **sets)


def base(word: str) -> str:
    """The word without the "n't" that `finite_verbs` parts from it by a space."""
    return word.removesuffix(" n't")


def is_adverb(word: str) -> bool:
    """Whether it can only be an adverb."""
    known = classes()
    if word == "to" or word in known.prep or word in known.sub or word in known.rel or word in known.coord:
        return False
    look = form(word)
    if word.endswith("ly") and len(word) > 4:
        return not look.tags if look.adverb else not look.noun or _has_adjective(word)
    return look.adverb and not look.tags and not look.noun


def _has_adjective(word: str) -> bool:
    """Whether a word in "-ly" that no lexicon has is made from an adjective: "snarkily"; not "family", "Emily"."""
    respelt = {"ily": word[:-3] + "y", "bly": word[:-1] + "e"}.get(word[-3:], word.removesuffix("ally"))
    return form(word[:-2]).adjective or form(respelt).adjective


def opens_phrase(word: str) -> bool:
    """Whether a phrase or clause can begin with it, so that what stands before may be a verb."""
    known = classes()
    return (
        word in known.det
        or word in known.prep
        or word in known.obj
        or word in known.subject
        or word in known.coord
        or word in known.sub
        or word in known.rel
        or word == "to"
        or is_adverb(word)
    )
