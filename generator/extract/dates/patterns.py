"""Patterns over word classes, as regular expressions over class characters.

A pattern is written like a regular expression whose letters are words: `the? day=DAYNUM of? month=MONTH` is an optional
"the", a number from 1 to 31 called `day`, and so on. Capitals name a class of rules/dates.yaml or a macro, lower case a
word itself; `( | ) ? * + {1,3}` as usual; `name=` before a word, class or group names what matched.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from generator.extract.dates.lexicon import Lexicon

_ITEM = re.compile(r"\s*(?:(?P<name>[a-z_]+)=)?(?:(?P<mark>\(|\)|\||[?*+]|\{\d+(?:,\d+)?\})|(?P<word>[^\s()|?*+{}=]+))")
_NOTHING: frozenset[str] = frozenset()


class Item(msgspec.Struct, frozen=True):
    """A word, class or mark of a pattern; `name` when what it matches is named."""

    name: str
    mark: str
    word: str


class Part(msgspec.Struct, frozen=True):
    """A piece of a compiled pattern: the source of its regular expression, and characters of which every match holds one;
    none when nothing can be said."""

    source: str
    needs: frozenset[str] = _NOTHING


def items(pattern: str) -> Iterator[Item]:
    """The items of a pattern; raises ValueError where it cannot be read."""
    position, pattern = 0, pattern.rstrip()
    while position < len(pattern):
        match = _ITEM.match(pattern, position)
        if match is None:
            raise ValueError(f"expected a word, a class or a group at {pattern[position:]!r} of {pattern!r}")
        yield Item(match["name"] or "", match["mark"] or "", match["word"] or "")
        position = match.end()


def translate(pattern: str, macros: Mapping[str, str], lexicon: Lexicon) -> Part:
    """Compile a pattern."""
    waiting = [*items(pattern)][::-1]
    part = _choice(waiting, macros, lexicon)
    if waiting:
        raise ValueError(f"expected no {waiting[-1].mark!r} in {pattern!r}")
    return part


def _choice(waiting: list[Item], macros: Mapping[str, str], lexicon: Lexicon) -> Part:
    """Alternatives up to the closing bracket or the end."""
    options = [_sequence(waiting, macros, lexicon)]
    while waiting and waiting[-1].mark == "|":
        waiting.pop()
        options.append(_sequence(waiting, macros, lexicon))
    needs = (
        frozenset[str]().union(*(option.needs for option in options))
        if all(option.needs for option in options)
        else _NOTHING
    )
    return Part("|".join(option.source for option in options), needs)


def _sequence(waiting: list[Item], macros: Mapping[str, str], lexicon: Lexicon) -> Part:
    """Items up to a bar, a closing bracket or the end. It needs what its rarest part needs."""
    parts: list[Part] = []
    while waiting and waiting[-1].mark not in ("|", ")"):
        item = waiting.pop()
        if item.mark == "(":
            inner = _choice(waiting, macros, lexicon)
            waiting.pop()
        elif item.word in macros:
            inner = translate(macros[item.word], macros, lexicon)
        else:
            inner = _word(item.word, lexicon)
        source = (
            f"(?P<{item.name}>{inner.source})"
            if item.name
            else f"(?:{inner.source})"
            if "|" in inner.source or item.mark or item.word in macros
            else inner.source
        )
        needs = inner.needs
        while waiting and waiting[-1].mark not in ("", "(", ")", "|"):
            repeat = waiting.pop().mark
            source += repeat
            needs = _NOTHING if repeat in ("?", "*") or repeat.startswith("{0") else needs
        parts.append(Part(source, needs))
    certain = [part.needs for part in parts if part.needs]
    rarest = min(certain, key=lambda needs: max(lexicon.commonness[character] for character in needs), default=_NOTHING)
    return Part("".join(part.source for part in parts), rarest)


def _word(word: str, lexicon: Lexicon) -> Part:
    characters = lexicon.classes.get(f"={word}" if word == word.lower() else word)
    if not characters:
        raise ValueError(f"no class or macro is called {word!r}")
    return Part(f"[{characters}]", frozenset(characters))
