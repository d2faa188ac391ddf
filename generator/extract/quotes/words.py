"""The closed word lists of rules/reporting_verbs.yaml."""

from functools import cache

import msgspec

from generator.extract.lexicon import rules

Words = frozenset[str]


class Lists(msgspec.Struct, frozen=True):
    """Each list of `words` under its own name; what each is for is said beside it in the YAML."""

    days: Words
    months: Words
    abbreviations: Words
    objects: Words
    alone: Words
    pronouns: Words
    possessives: Words
    joining: Words
    adjuncts: Words
    questions: Words
    dashes: Words
    before_gerund: Words
    titled: Words
    small: Words
    christened: Words
    introducers: Words
    contracted: Words
    sure: Words
    object_ends: Words
    tails: Words
    asides: Words
    periods: Words
    past: Words
    which: Words
    object_tails: Words
    deeds: Words
    occasions: Words
    statements: Words
    hearing: Words
    quoting: Words
    wordings: Words
    parents: Words
    papers: Words
    laters: Words
    sayings: Words


@cache
def lists() -> Lists:
    """All of them."""
    return Lists(**{name: frozenset(words) for name, words in rules("reporting_verbs")["words"].items()})
