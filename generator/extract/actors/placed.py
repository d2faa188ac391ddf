"""Where somebody belongs, behind the name: "Ana Lind of Norbank Invest", "Ana Lind at the Ferry Union"."""

from generator.extract.actors.words import Words


def is_placed(words: Words, end: int) -> bool:
    """Whether a house or a place follows the name that ends at `end`."""
    at = end + 1 + (words.low[end + 1 : end + 2] == ["the"])
    return words.low[end] in ("of", "at", "from") and words.joined(end - 1, at + 1) and words.capital[at]


def places_somebody(words: Words, start: int) -> bool:
    """Whether the name at `start` is that house."""
    inside = start > 1 and words.joined(start - 2, start + 1)
    return inside and words.low[start - 1] in ("of", "at") and words.capital[start - 2]
