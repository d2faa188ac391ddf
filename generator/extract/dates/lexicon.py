"""The words of rules/dates.yaml as classes, and one character for every set of classes a token can have.

A text becomes a string with one such character a token, so that a pattern over word classes is an ordinary regular
expression over a short string: quick, linear, and readable in YAML.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

FIRST_CODE = "\ue000"  # the private use area: no text has its characters by accident in a pattern
OTHER, CAPITAL, BREAK, HYPHEN, DASH = "OTHER", "CAPITAL", "BREAK", "HYPHEN", "DASH"
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "day": ("NUMBER", "INTEGER", "DAYNUM", "TWODIGIT"),
    "month": ("NUMBER", "INTEGER", "DAYNUM", "MONTHNUM", "TWODIGIT"),
    "twodigit": ("NUMBER", "INTEGER", "TWODIGIT"),
    "year": ("NUMBER", "INTEGER", "YEAR"),
    "oldyear": ("NUMBER", "INTEGER", "OLDYEAR"),
    "integer": ("NUMBER", "INTEGER"),
    "decimal": ("NUMBER", "DECIMAL"),
    "dayordinal": ("ORDINAL", "DAYORDINAL"),
    "ordinal": ("ORDINAL",),
    "decade": ("DECADE",),
    "shortdecade": ("SHORTDECADE",),
    "iso": ("ISO",),
    "numeric": ("NUMERIC",),
    "clock": ("CLOCK",),
    "fraction": ("FRACTION",),
    "yearpair": ("YEARPAIR",),
    "long": ("LONG",),
}


class Lexicon(msgspec.Struct, frozen=True):
    """`codes`: written form to its character; `numbers`: kind of number to its; `classes`: class name to all characters whose
    tokens are of it (a literal word is the class `=word`); `values`: class name to word to value; `commonness`: about how
    often a character comes, from 1 to 3."""

    codes: Mapping[str, str]
    numbers: Mapping[str, str]
    classes: Mapping[str, str]
    values: Mapping[str, Mapping[str, Any]]
    commonness: Mapping[str, int]
    other: str
    capital: str
    line_break: str
    hyphen: str
    dash: str


def build(words: Mapping[str, Any], literals: Iterable[str]) -> Lexicon:
    """`words` is rules/dates.yaml; `literals` the words that patterns spell out."""
    values = {name: _as_map(entries) for name, entries in words["classes"].items()}
    forms = _forms(words, literals, values)
    for name, marks in words["marks"].items():
        for mark in marks:
            forms[mark].add(name)
    signatures: dict[frozenset[str], str] = {}

    def code(names: Iterable[str]) -> str:
        return signatures.setdefault(frozenset(names), chr(ord(FIRST_CODE) + len(signatures)))

    codes = {form: code(names) for form, names in forms.items()}
    numbers = {kind: code(names) for kind, names in _NUMBERS.items()}
    plain = {name: code([name]) for name in (OTHER, CAPITAL, BREAK, HYPHEN, DASH)}
    classes: defaultdict[str, str] = defaultdict(str)
    for names, character in signatures.items():
        for name in names:
            classes[name] += character
    return Lexicon(
        codes,
        numbers,
        dict(classes),
        values,
        commonness={character: _commonness(names) for names, character in signatures.items()},
        other=plain[OTHER],
        capital=plain[CAPITAL],
        line_break=plain[BREAK],
        hyphen=plain[HYPHEN],
        dash=plain[DASH],
    )


def _commonness(names: frozenset[str]) -> int:
    """Words that only rules spell out and marks are everywhere, numbers are common, the words of dates are rare."""
    if all(name.startswith("=") or name in ("INITIAL", "COMMA", "DOT", "APOS", HYPHEN, DASH) for name in names):
        return 3
    return 2 if names & {"NUMBER", "NUMWORD", "VAGUE"} else 1


def _as_map(entries: Any) -> Mapping[str, Any]:
    return entries if isinstance(entries, dict) else {entry: entry for entry in entries}


def _forms(
    words: Mapping[str, Any], literals: Iterable[str], values: Mapping[str, Mapping[str, Any]]
) -> defaultdict[str, set[str]]:
    """Every written form with its classes."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    capital, exact = set(words["capital"]), set(words["exact"])
    for name, entries in values.items():
        for word in entries:
            for form in {word} if word in exact else _cases(word, capital=word in capital):
                forms[form].add(name)
    for word in literals:
        for form in _cases(word, capital=False):
            forms[form].add(f"={word}")
    for form, names in forms.items():
        if form[:1].isupper():
            names.add("INITIAL")
    return forms


def _cases(word: str, *, capital: bool) -> set[str]:
    cased = {word.capitalize(), word.upper()}
    return cased if capital else cased | {word}
