"""Numbers as the news writes them, in digits and in words, and their value."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

from generator.extract.lexicon import rules


def units() -> dict[str, Any]:
    """The mapping of rules/units.yaml."""
    data: dict[str, Any] = rules("units")
    return data


def either(words: object) -> str:
    """A pattern for any of the words, longest first, spaces matching any white space on one line."""
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]  # an iterable of YAML scalars
    return "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]") for word in ordered)


@cache
def digits() -> str:
    """A pattern for a number in digits: 12 · 10,000 · 10 000 · 2.26."""
    return r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:\.\d+)?"


@cache
def spelled() -> str:
    """A pattern for a number in words: five · twenty-one · two hundred and fifty · a dozen · half a million."""
    data = units()
    small, scale = either(data["words"]), either(data["scales"])
    tens = rf"(?:{small})(?:[- ](?:{small}))?"
    large = rf"(?:an?[ ]|{tens}[ ])(?:{scale})(?:(?:[ ]and)?[ ]{tens})?(?:[ ](?:{scale}))?"
    return rf"half[ ]a[ ](?:{scale})|{large}|{tens}(?:[ ]and[ ]a[ ]half)?"


def value_of(text: str) -> Decimal:
    """The value of a text that `digits` or `spelled` matched."""
    plain = re.sub(r"[,\s\u00a0\u202f]", "", text)
    if plain[:1].isdigit():
        return Decimal(plain)
    return _of_words(text.lower())


def _of_words(text: str) -> Decimal:
    data = units()
    total, current = Decimal(0), Decimal(0)
    for word in re.split(r"[\s-]+", text):
        if word in data["words"]:
            current += data["words"][word]
        elif word == "half":
            current += Decimal("0.5")
        elif word in data["scales"]:
            scaled = (current or Decimal(1)) * data["scales"][word]
            if data["scales"][word] >= 1000:
                total, current = total + scaled, Decimal(0)
            else:
                current = scaled
    return total + current


def scaled(number: str, scale: str) -> Decimal:
    """The value of a number with its scale: ("2.26", "billion"), ("1.5", "m"), ("2", "dozen")."""
    data, word = units(), scale.strip().lower()
    factor = data["scales"].get(word) or data["suffixes"].get(word) or 1
    return value_of(number) * factor


def plain(value: Decimal) -> str:
    """A number as digits without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
