"""Family names and the small words before them: evidence that capitalised words are a person."""

from functools import cache

from generator.extract.actors.words import fold, is_common
from generator.extract.lexicon import rules


@cache
def family_particles() -> frozenset[str]:
    """Small words that only the names of people hold: "van", "der", "bint"."""
    return frozenset(rules("given_names")["family"].split())


@cache
def of_families() -> frozenset[str]:
    """Small words inside names of people, and of others: "de", "al"."""
    return frozenset(rules("given_names")["particles"])


def has_surname(parts: list[str]) -> bool:
    """As in "Zorvan Martinez": a common family name behind one odd word."""
    return len(parts) == 2 and parts[1] in _surnames() and not is_common(parts[0]) and not parts[0].endswith(".")


def is_surname(low: str) -> bool:
    """True for a common family name."""
    return low in _surnames()


def opens_with_family(low: str) -> bool:
    """Whether a name of three words that begins with `low` has its family name there: "Tan Siok Eng"."""
    return low in _family_first()


@cache
def _family_first() -> frozenset[str]:
    return frozenset(map(fold, rules("given_names")["family_first"].split()))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(fold, rules("given_names")["surnames"].split()))
