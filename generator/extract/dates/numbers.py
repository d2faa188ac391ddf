"""Numbers in words or digits, as durations and years have them."""

from collections.abc import Mapping, Sequence

from generator.extract.lexicon import rules

VAGUE = -1.0
_VAGUE = frozenset({"several", "few", "some", "many", "numerous"})


def number(words: Sequence[str]) -> float:
    """The value of "twenty-one", "2 1/2", "a couple of", "1,200"; `VAGUE` for "several"; 0 for none of these."""
    known: Mapping[str, int] = rules("dates")["classes"]["NUMWORD"]
    total, current = 0.0, 0.0
    if words and words[0] == "half":
        return 0.5
    for word in words:
        if word in _VAGUE:
            return VAGUE
        if word == "couple":
            return 2.0
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0.0
        elif word == "dozen":
            current = (current or 1) * 12
        else:
            current += known.get(word) or _digits(word)
    if total + current == 0 and words and words[0] in ("a", "an"):
        return 1.0
    return total + current


def _digits(word: str) -> float:
    plain = word.replace(",", "")
    top, slash, bottom = plain.partition("/")
    try:
        return int(top) / int(bottom) if slash else float(plain)
    except (ValueError, ZeroDivisionError, OverflowError):
        return 0.0


def year(words: Sequence[str]) -> int:
    """The year of "1998", "'98", "nineteen ninety-six", "two thousand and four"; 0 for none."""
    digits = [word for word in words if word.isdigit()]
    if digits:
        value = int(digits[0])
        return value if len(digits[0]) != 2 else value + (2000 if value < 50 else 1900)
    known: Mapping[str, int] = rules("dates")["classes"]["NUMWORD"]
    parts = [known[word] for word in words if word in known]
    if len(parts) > 1 and parts[0] in (18, 19, 20) and parts[1] != 1000:
        return parts[0] * 100 + (sum(parts[1:]) if parts[1] != 100 else 0)
    if parts[:2] == [2, 1000]:
        return 2000 + sum(parts[2:])
    return 0
