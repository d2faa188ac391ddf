"""The reporting verbs of rules/reporting_verbs.yaml by lemma, and the forms they take."""

from functools import cache
from typing import Any

import msgspec
from lemminflect import getAllInflections, getAllInflectionsOOV

from generator.extract.lexicon import rules


class Reporting(msgspec.Struct, frozen=True):
    """How one verb reports. `particle`: the words it needs right after it ("for" of "call for"), "" for none; `takes`: what
    may follow; `to_whom`: whether an addressee may come first; `inward`, `led`: see the YAML; `group`: the id of its group,
    which names the rule."""

    lemma: str
    particle: tuple[str, ...]
    takes: frozenset[str]
    to_whom: bool
    group: str
    inward: bool = False
    led: bool = False


class Lexicon(msgspec.Struct, frozen=True):
    """`verbs`: what each lemma can be, those with a particle first; `forms`: the lemma and tags of each inflected form."""

    verbs: dict[str, tuple[Reporting, ...]]
    forms: dict[str, tuple[str, frozenset[str]]]


@cache
def reporting() -> Lexicon:
    """All reporting verbs."""
    verbs: dict[str, list[Reporting]] = {}
    for group in rules("reporting_verbs")["groups"]:
        for name in group["verbs"]:
            lemma, *particle = name.split()
            verbs.setdefault(lemma, []).append(_entry(group, lemma, tuple(particle)))
    forms: dict[str, tuple[str, frozenset[str]]] = {}
    for lemma in verbs:
        for form, tags in _forms(lemma).items():
            forms.setdefault(form, (lemma, frozenset(tags)))
    ordered = {
        lemma: tuple(sorted(entries, key=lambda entry: -len(entry.particle))) for lemma, entries in verbs.items()
    }
    return Lexicon(ordered, forms)


def _entry(group: dict[str, Any], lemma: str, particle: tuple[str, ...]) -> Reporting:
    marks = {name: bool(group.get(name)) for name in ("to_whom", "inward", "led")}
    return Reporting(lemma, particle, frozenset(group["takes"]), group=group["id"], **marks)


def _forms(lemma: str) -> dict[str, set[str]]:
    """Every inflected form of a verb with its Penn tags."""
    found: dict[str, set[str]] = {lemma: {"VB"}}
    inflections = getAllInflections(lemma, upos="VERB") or getAllInflectionsOOV(lemma, "VERB")
    for tag, forms in inflections.items():
        for form in forms:
            found.setdefault(form, set()).add(tag)
            if tag == "VBD" and "VBN" not in inflections:
                found[form].add("VBN")
    return found
