"""Given names: evidence that capitalised words are a person, and the pronoun that goes with them."""

from functools import cache

from generator.extract.actors.words import fold
from generator.extract.lexicon import rules


@cache
def _given() -> dict[str, str]:
    """Given name -> its pronoun, "" where both are usual."""
    data = rules("given_names")
    found: dict[str, str] = {}
    for gender in ("he", "she"):
        for name in data[gender].split():
            low = fold(name)
            found[low] = "" if found.get(low, gender) != gender else gender
    return found | dict.fromkeys(map(fold, data["both"].split()), "")


@cache
def _double() -> frozenset[str]:
    return frozenset(map(fold, rules("given_names")["words"].split()))


def is_double(low: str) -> bool:
    """True for a given name that is an ordinary word as well."""
    return low in _double()


def is_given(low: str) -> bool:
    """True for a common given name; a double one ("Jean-Luc") by its first part."""
    return low in _given() or ("-" in low and low.partition("-")[0] in _given())


@cache
def long_form(low: str) -> str:
    """The given name that `low` is short for, or `low` itself: `marty` -> `martin`."""
    return str(rules("given_names")["nicknames"].get(low, low))


def given_gender(low: str) -> str:
    """The pronoun that goes with a given name, "" when it does not say."""
    return _given().get(low) or (_given().get(low.partition("-")[0], "") if "-" in low else "")
