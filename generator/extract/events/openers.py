"""The words and marks between two verbs at which a clause may begin."""

from collections.abc import Sequence

from generator.extract.grammar.classes import classes

_COMPARED = frozenset(
    ("more", "fewer", "less", "later", "earlier", "rather", "other", "higher", "lower", "greater", "longer")
)
_JOINING = frozenset(("and", "but", "or", "nor", "yet", ";"))
_PAIRED = 8  # tokens of "between the old harbour and"
_BEFORE_DATES = frozenset(("after", "before", "since", "until", "once", "than", "that"))


def marker(words: Sequence[str], lower: int, upper: int, dated: frozenset[int]) -> int:
    """Where the word stands that subordinates what follows; -1 without one."""
    known = classes()
    for at in range(upper - 1, lower - 1, -1):
        if (words[at] in known.rel or words[at] in known.sub) and not (
            (at + 1 in dated and words[at] in _BEFORE_DATES) or _opens_phrase(words, at, upper)
        ):
            return at
    return -1


def _opens_phrase(words: Sequence[str], at: int, upper: int) -> bool:
    """Spot prepositions: "as president", "after the vote, X said"; and "that" before its noun."""
    rest = words[at + 1 : upper]
    if words[at] == "that" and at and words[at - 1] in ("of", "in", "at", "on", "by", "from", "since", "for"):
        return True
    if rest[:1] and not rest[0][:1].isalnum():
        inserted = rest[0] == "," and "," in rest[1:] and words[at] in classes().rel - {"where"}
        return not inserted  # "said that, from May on, Lind paid"
    if rest[-1:] and rest[-1] in classes().coord and words[at] in ("after", "before", "since", "until"):
        return True  # "sailed before the storm and is to dock"
    if words[at] == "than" and at and words[at - 1] in _COMPARED:
        return True  # "if fewer than six faults are reported"
    if words[at] == "because" and rest[:1] in (["of"], ("of",)):
        return True
    return words[at] in ("after", "before", "since", "until", "as", "than", "once") and "," in rest


def coordinator(words: Sequence[str], lower: int, upper: int) -> int:
    """Where the coordinator stands that joins the next clause: the first behind a comma, else the last; -1 without one."""
    joining = (at for at in range(lower, upper) if words[at] in _JOINING and [*words[at : at + 2]] != ["yet", "to"])
    found = [at for at in joining if not _pairs(words, lower, at)]
    behind_comma = [at for at in found if at and words[at - 1] == ","]
    return behind_comma[0] if behind_comma else found[-1] if found else -1


def _pairs(words: Sequence[str], lower: int, at: int) -> bool:
    """Whether an "and" is that of "the line between Oslo and Bergen"."""
    opening = next((back for back in range(at - 1, max(at - _PAIRED, lower) - 1, -1) if words[back] == "between"), -1)
    return words[at] == "and" and opening >= 0 and {"and", ",", ";"}.isdisjoint(words[opening:at])


def comma_before(words: Sequence[str], lower: int, upper: int) -> int:
    """The comma before the next clause's subject: the last, or the one before an aside that ends at the verb; -1 without."""
    found = [at for at in range(lower, upper) if words[at] in (",", "–", "—", ":", ";")]
    if not found:
        return -1
    return found[-3] if found[-1] == upper - 1 and len(found) >= 3 else found[-1]
