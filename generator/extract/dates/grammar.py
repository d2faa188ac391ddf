"""The rules of rules/dates-*.yaml, compiled, and their matches in a text.

`after`, `not_after`, `before` and `not_before` of a rule name what must or must not stand beside the match.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from generator.extract.dates.lexicon import FIRST_CODE, Lexicon, build
from generator.extract.dates.patterns import items, translate
from generator.extract.lexicon import rules

FILES = ("dates-calendar", "dates-relative", "dates-periods", "dates-times", "dates-references", "dates-holidays")
_AROUND = {"after": "(?<={})", "not_after": "(?<!{})", "before": "(?={})", "not_before": "(?!{})"}


class Rule(msgspec.Struct, frozen=True):
    """`id` names it in a mention; `make` the function of the package that reads a match; `regex` runs over class characters;
    `needs` are characters of which a match holds one; `data` is the rule as written, `order` its place among all."""

    id: str
    make: str
    regex: re.Pattern[str]
    needs: frozenset[str]
    data: Mapping[str, Any]
    order: int


class Match(msgspec.Struct, frozen=True):
    """Tokens [start, end) that a rule matches; `groups` its named parts as token ranges."""

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, tuple[int, int]]


class Grammar(msgspec.Struct, frozen=True):
    """The rules by the characters they need; `run` matches stretches of tokens that are of any use to a rule."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    needing: Mapping[str, tuple[Rule, ...]]
    run: re.Pattern[str]

    def matches(self, codes: str) -> list[Match]:
        """All matches by where they start, the longer before the shorter, then in the order of the rules."""
        found = [
            (match.start(), -match.end(), rule.order, rule, match)
            for run in self.run.finditer(codes)
            for rule in {
                rule.order: rule for character in set(run.group()) for rule in self.needing.get(character, ())
            }.values()
            for match in rule.regex.finditer(codes, run.start(), run.end() + 1)
        ]
        found.sort(key=lambda entry: entry[:3])
        return [Match(start, -end, rule, _groups(rule, match)) for start, end, _, rule, match in found]


def _groups(rule: Rule, match: re.Match[str]) -> Mapping[str, tuple[int, int]]:
    return {name: match.span(name) for name in rule.regex.groupindex if match.start(name) >= 0}


@cache
def grammar() -> Grammar:
    """Read and compile the rules."""
    words = rules("dates")
    macros: dict[str, str] = {**words["macros"], "HOLIDAYNAME": _holiday_names()}
    entries = [entry for name in FILES for entry in rules(name)["rules"]]
    sources = [*macros.values(), *(text for entry in entries for text in _texts(entry))]
    literals = {
        item.word for source in sources for item in items(source) if item.word and item.word == item.word.lower()
    }
    lexicon = build(words, literals)
    pairs = [(entry, pattern) for entry in entries for pattern in _patterns(entry)]
    compiled = tuple(_rule(order, entry, pattern, macros, lexicon) for order, (entry, pattern) in enumerate(pairs))
    needing: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in compiled:
        for character in rule.needs:
            needing[character].append(rule)
    used = {character for rule in compiled for character in rule.regex.pattern if character >= FIRST_CODE}
    useful = "".join(sorted(used - {lexicon.other, lexicon.line_break}))
    return Grammar(lexicon, compiled, {key: tuple(value) for key, value in needing.items()}, re.compile(f"[{useful}]+"))


def _rule(order: int, entry: Mapping[str, Any], pattern: str, macros: Mapping[str, str], lexicon: Lexicon) -> Rule:
    part = translate(pattern, macros, lexicon)
    if not part.needs:
        raise ValueError(f"expected a part that is not optional in {pattern!r} of rule {entry['id']!r}")
    around = {
        key: form.format(f"(?:{translate(entry[key], macros, lexicon).source})")
        for key, form in _AROUND.items()
        if key in entry
    }
    before, after = (("after", "not_after"), ("before", "not_before"))
    source = (
        "".join(around.get(key, "") for key in before)
        + f"(?:{part.source})"
        + "".join(around.get(key, "") for key in after)
    )
    return Rule(entry["id"], entry["make"], re.compile(source), part.needs, entry, order)


def _holiday_names() -> str:
    """Every name as words of a pattern, longer ones first."""
    names = sorted((name for holiday in rules("dates-holidays")["holidays"] for name in holiday["names"]), key=len)
    return " | ".join(name.replace("'", " APOS ").replace(". ", " DOT ") for name in reversed(names))


def _patterns(entry: Mapping[str, Any]) -> list[str]:
    pattern = entry["pattern"]
    return [pattern] if isinstance(pattern, str) else list(pattern)


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from _patterns(entry)
    yield from (entry[key] for key in _AROUND if key in entry)
