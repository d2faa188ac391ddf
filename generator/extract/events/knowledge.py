"""What rules/triggers.yaml and rules/events.yaml hold, ready for look-ups."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import msgspec
from lemminflect import getAllLemmas

from generator.extract.lexicon import rules

Phrase = tuple[str, ...]
_SHORT = 3  # letters of a word that is no plural worth the look


class Trigger(msgspec.Struct, frozen=True):
    """One rule of types: verbs that tell it alone, verb -> nouns that tell it together, nouns that tell it with a light verb or
    as the subject; `unless`: verb -> nouns beside which the verb alone means something else."""

    type: str
    verbs: frozenset[str]
    pairs: dict[str, tuple[Phrase, ...]]
    nouns: tuple[Phrase, ...]
    unless: dict[str, tuple[Phrase, ...]]


class Words(msgspec.Struct, frozen=True):
    """The lists of rules/events.yaml under their names there; phrases as tuples of words."""

    light_verbs: frozenset[str]
    stative: frozenset[str]
    stative_active: frozenset[str]
    vague: frozenset[str]
    vouching: frozenset[str]
    speaks_that: frozenset[str]
    does_with_to: frozenset[str]
    describing: frozenset[str]
    done_to_things: frozenset[str]
    people: frozenset[str]
    closing: frozenset[str]
    relaying: frozenset[str]
    official_words: frozenset[str]
    hypothetical: frozenset[str]
    supposing: frozenset[str]
    telling: frozenset[str]
    not_event_time: frozenset[str]
    before_period: frozenset[str]
    day_words: tuple[str, ...]
    month_stems: tuple[str, ...]
    taking_up: frozenset[str]
    with_company: frozenset[str]
    acting_in_passive: frozenset[str]
    from_whom: frozenset[str]
    to_whom: frozenset[str]
    done_to: frozenset[str]
    arms_of_state: frozenset[str]
    speaks_there: frozenset[str]
    judging: frozenset[str]
    limits: frozenset[str]
    comparing: frozenset[str]
    past_stories: frozenset[str]
    limits_of_old: frozenset[str]
    same_time: frozenset[str]
    aspectual: frozenset[str]
    attempting: frozenset[str]
    asking: frozenset[str]
    emerging: frozenset[str]
    with_participle: frozenset[str]
    issuing: frozenset[str]
    appointed: frozenset[str]
    awaited: frozenset[str]
    habitual: frozenset[str]
    doubting: frozenset[str]
    posing: frozenset[str]
    negative_subjects: frozenset[str]
    not_negative: frozenset[str]
    unsure_nouns: frozenset[str]
    speaks_with_content: frozenset[str]
    hearsay: frozenset[str]
    intending: frozenset[str]
    needs_object: frozenset[str]
    occasion_types: frozenset[str]
    occasions: frozenset[str]
    consequences: dict[str, tuple[str, ...]]
    sequels: tuple[str, ...]
    same_day: tuple[str, ...]
    hedges: frozenset[str]
    measures: frozenset[str]
    declining: frozenset[str]
    comment: frozenset[str]
    generic_speakers: frozenset[str]
    unsure: frozenset[str]
    before_subject: frozenset[str]
    loose: frozenset[str]
    behind_clock: tuple[str, ...]
    date_kept_behind: frozenset[str]
    other_times: frozenset[str]
    bounded_openings: tuple[str, ...]
    present_openings: tuple[str, ...]
    openings: tuple[str, ...]
    tails: tuple[str, ...]
    boilerplate: tuple[str, ...]
    boilerplate_openings: tuple[str, ...]


@cache
def triggers() -> tuple[Trigger, ...]:
    """The rules in their order."""
    return _ruled("triggers")


@cache
def happenings() -> tuple[Trigger, ...]:
    """The rules of what is done rather than said, in their order."""
    return tuple(rule for rule in triggers() if rule.type != "statement")


@cache
def topics() -> tuple[Trigger, ...]:
    """The rules of rules/topics.yaml in their order, for what no trigger tells."""
    return _ruled("topics")


@cache
def topic_nouns() -> dict[Phrase, str]:
    """The type each noun tells: by rules/topics.yaml, else by rules/triggers.yaml, else by the kind of thing it is."""
    of_kind = {
        _phrase(noun): name for kind, name in rules("kinds")["topics"].items() for noun in rules("kinds")["nouns"][kind]
    }
    named = (
        {phrase: rule.type for rule in reversed(listed) for phrase in rule.nouns} for listed in (triggers(), topics())
    )
    found = dict(of_kind)
    for one in named:
        found |= one
    return found


def _ruled(name: str) -> tuple[Trigger, ...]:
    return tuple(
        Trigger(
            rule["type"],
            frozenset(rule.get("verbs", ())),
            _pairs(rule.get("pairs", {})),
            tuple(_phrase(noun) for noun in rule.get("nouns", ())),
            _pairs(rule.get("unless", {})),
        )
        for rule in rules(name)
    )


def _pairs(listed: Mapping[str, Sequence[str]]) -> dict[str, tuple[Phrase, ...]]:
    """Verb -> the phrases that tell the type with it; kinds ("$fall: [$price]") stand for their words. No phrases: the verb is
    enough."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for key, phrases in listed.items():
        for verb in _of_kind("verbs", key):
            nouns = (_phrase(noun) for phrase in phrases for noun in _of_kind("nouns", phrase))
            found[verb] = tuple(dict.fromkeys((*found.get(verb, ()), *nouns)))
    return found


def _of_kind(part: str, word: str) -> Sequence[str]:
    """The words of a kind of rules/kinds.yaml, written "$kind"; any other word alone."""
    return rules("kinds")[part][word[1:]] if word.startswith("$") else (word,)


@cache
def words() -> Words:
    """The word lists."""
    return msgspec.convert(rules("events"), Words)


def _phrase(text: str) -> Phrase:
    return tuple(text.split())


@lru_cache(maxsize=50_000)
def noun(word: str) -> str:
    """The singular of a noun, lower case; another word as it is."""
    if len(word) <= _SHORT:
        return word
    known = getAllLemmas(word)
    return next(iter(known.get("NOUN", ())), word) if known else _singular(word)


def _singular(plural: str) -> str:
    """The singular of a regular plural that the lexicon does not hold: "mudslides" -> "mudslide"."""
    if plural.endswith(("ss", "us", "is")) or not plural.endswith("s"):
        return plural
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return plural[:-2] if plural.endswith(("shes", "ches", "xes", "sses")) else plural[:-1]


def has_phrase(phrase: Phrase, lemmas: Sequence[str], among: frozenset[str]) -> bool:
    """Whether `phrase` stands in `lemmas`, whose set is `among`."""
    if phrase[0] not in among:
        return False
    size = len(phrase)
    return size == 1 or any(tuple(lemmas[at : at + size]) == phrase for at in range(len(lemmas) - size + 1))
