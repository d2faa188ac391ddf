"""The rules of rules/dates-*.yaml, compiled: patterns over word classes into regular expressions over class characters.

A pattern is written like a regular expression whose letters are words: `the? day=DAYNUM of? month=MONTH` is an optional
"the", a number from 1 to 31 called `day`, and so on. Capitals name a class of rules/dates.yaml or a macro, lower case a
word itself; `( | ) ? * + {1,3}` as usual; `name=` before a word, class or group names what matched.
`after`, `not_after`, `before` and `not_before` name what must or must not stand beside the match.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from generator.extract.dates.lexicon import Lexicon, build
from generator.extract.lexicon import rules

FILES = ("dates-calendar", "dates-relative", "dates-periods", "dates-times", "dates-references", "dates-holidays")
_ITEM = re.compile(r"\s*(?:(?P<name>[a-z_]+)=)?(?:(?P<mark>\(|\)|\||[?*+]|\{\d+(?:,\d+)?\})|(?P<word>[^\s()|?*+{}=]+))")


class Rule(msgspec.Struct, frozen=True):
    """`id` names it in a mention; `make` the function of the package that reads a match; `regex` runs over class characters;
    `data` is the rule as written."""

    id: str
    make: str
    regex: re.Pattern[str]
    data: Mapping[str, Any]


class Grammar(msgspec.Struct, frozen=True):
    """All rules in order, with the lexicon their characters come from."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]


@cache
def grammar() -> Grammar:
    """Read and compile the rules."""
    words = rules("dates")
    macros: dict[str, str] = {**words["macros"], "HOLIDAYNAME": _holiday_names()}
    entries = [entry for name in FILES for entry in rules(name)["rules"]]
    sources = [*macros.values(), *(text for entry in entries for text in _texts(entry))]
    literals = {item["word"] for source in sources for item in _items(source) if item["word"]}
    lexicon = build(words, {word for word in literals if word == word.lower()})
    compiled = [
        Rule(entry["id"], entry["make"], _compile(entry, pattern, macros, lexicon), entry)
        for entry in entries
        for pattern in _patterns(entry)
    ]
    return Grammar(lexicon, tuple(compiled))


def _holiday_names() -> str:
    """Every name as words of a pattern, longer ones first."""
    names = sorted((name for holiday in rules("dates-holidays")["holidays"] for name in holiday["names"]), key=len)
    return " | ".join(name.replace("'", " APOS ").replace(". ", " DOT ") for name in reversed(names))


def _patterns(entry: Mapping[str, Any]) -> list[str]:
    pattern = entry["pattern"]
    return [pattern] if isinstance(pattern, str) else list(pattern)


def _texts(entry: Mapping[str, Any]) -> list[str]:
    around = [entry[key] for key in ("after", "not_after", "before", "not_before") if key in entry]
    return [*_patterns(entry), *around]


def _items(pattern: str) -> Iterator[dict[str, str | None]]:
    position = 0
    pattern = pattern.rstrip()
    while position < len(pattern):
        match = _ITEM.match(pattern, position)
        if match is None:
            raise ValueError(f"expected a word, a class or a group at {pattern[position:]!r} of {pattern!r}")
        yield match.groupdict()
        position = match.end()


def _compile(entry: Mapping[str, Any], pattern: str, macros: Mapping[str, str], lexicon: Lexicon) -> re.Pattern[str]:
    source = translate(pattern, macros, lexicon)
    for key, form in (("after", "(?<={})"), ("not_after", "(?<!{})")):
        if key in entry:
            source = form.format(translate(entry[key], macros, lexicon)) + source
    for key, form in (("before", "(?={})"), ("not_before", "(?!{})")):
        if key in entry:
            source += form.format(translate(entry[key], macros, lexicon))
    return re.compile(source)


def translate(pattern: str, macros: Mapping[str, str], lexicon: Lexicon) -> str:
    """One pattern as the source of a regular expression."""
    parts = []
    for item in _items(pattern):
        named = f"(?P<{item['name']}>" if item["name"] else ""
        if item["mark"] == "(":
            parts.append(named or "(?:")
        elif item["mark"]:
            parts.append(item["mark"])
        else:
            body = _word(str(item["word"]), macros, lexicon)
            parts.append(f"{named}{body})" if named else body)
    return "".join(parts)


def _word(word: str, macros: Mapping[str, str], lexicon: Lexicon) -> str:
    if word in macros:
        return f"(?:{translate(macros[word], macros, lexicon)})"
    characters = lexicon.classes.get(f"={word}" if word == word.lower() else word)
    if not characters:
        raise ValueError(f"no class or macro is called {word!r}")
    return f"[{characters}]"
