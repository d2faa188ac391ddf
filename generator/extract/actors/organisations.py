"""What makes capitalised words an organisation, and what a description may call it."""

from functools import cache

from generator.extract.actors.given import is_given
from generator.extract.actors.words import Words, fold, is_common
from generator.extract.lexicon import rules


@cache
def word_set(key: str) -> frozenset[str]:
    """One list of rules/organisations.yaml as a set."""
    return frozenset(rules("organisations")[key])


@cache
def _descriptors() -> dict[str, frozenset[str]]:
    """Head word -> the nouns that may stand for such an organisation ("the company")."""
    data = rules("organisations")
    found: dict[str, set[str]] = {}
    for kind, heads in data["heads"].items():
        for head in heads:
            found.setdefault(head, set()).update(data["descriptions"][kind])
    for kind, nouns in data["descriptions"].items():
        found.setdefault(kind, set()).update(nouns)
    return {head: frozenset(nouns | {head}) for head, nouns in found.items()}


@cache
def description_nouns() -> frozenset[str]:
    """Every noun that may stand for an organisation."""
    kinds = rules("organisations")["descriptions"].values()
    return frozenset(noun for nouns in kinds for noun in nouns) | word_set("sorts")


def descriptions(name: str, descriptor: str = "") -> frozenset[str]:
    """What "the ..." may call the organisation `name` (folded); `descriptor` is its kind when a list says it."""
    if descriptor:
        return _descriptors().get(descriptor, descriptions_of(descriptor))
    found, sorts = _descriptors(), rules("organisations")["sort_heads"]
    words = name.split()
    return frozenset(sorts[word] for word in words if word in sorts).union(
        *(found[word] for word in words if word in found)
    )


def descriptions_of(noun: str) -> frozenset[str]:
    """The nouns that may stand in for `noun`: a `carmaker` is a company, a firm and a manufacturer."""
    kinds = rules("organisations")["descriptions"]
    if noun in word_set("sorts"):
        return frozenset((noun, *kinds["company"]))
    return frozenset((noun,)).union(*(nouns for nouns in kinds.values() if noun in nouns))


def is_legal_form(low: str) -> bool:
    """As in "Inc", "S.p.A."."""
    return low.replace(".", "") in word_set("suffix")


def without_form(name: str) -> str:
    """The name of a company without its legal form, folded: `Orvane N.V.` -> `orvane`."""
    parts = fold(name).removesuffix(".").split()
    while len(parts) > 1 and (is_legal_form(parts[-1]) or parts[-1] == "&"):
        parts = parts[:-1]
    return " ".join(parts).removesuffix("'s")


@cache
def company_heads() -> frozenset[str]:
    """Head words of companies, beside the legal forms ("Motors")."""
    return frozenset(rules("organisations")["heads"]["company"])


def is_organisation(words: Words, start: int, end: int, *, sport: bool) -> bool:
    """True when the capitalised words [start, end) are an organisation by their head word or legal form."""
    last = words.low[end - 1]
    if (
        end - start == 2
        and all(map(is_common, words.low[start:end]))
        and not words.text[start].isupper()
        and words.first[start]
        and not _has_article(words, start)
        and not _owns(words, end)
    ):
        return False
    product = words.text[start][0].islower() and words.low[start] in word_set("never")
    if (
        product
        or end - start < 2
        or last in word_set("never")
        or " ".join(words.low[start:end]) in word_set("programmes")
    ):
        return False
    if words.low[start] in word_set("prefix") and (not is_common(last) or end - start > 2):
        return True
    if is_legal_form(last) or last in word_set("last"):
        return words.capital[end - 1] or last == "plc"
    club = sport and last in word_set("clubs") and words.low[start] not in ("new", "old")
    return (
        club
        or _is_trade(words, start, end)
        or any(
            words.low[at] in word_set("of") and words.low[at + 1] in ("of", "for", "on") for at in range(start, end - 2)
        )
    )


def _owns(words: Words, end: int) -> bool:
    """As in "Zephyr Aerospace's rocket"."""
    return words.joined(end - 1, end + 1) and words.low[end] == "'s"


def _is_trade(words: Words, start: int, end: int) -> bool:
    """As in "Tarnwood Water", "Olm Precision Optics": a trade behind a word no dictionary has."""
    first = words.low[start]
    odd = not is_common(first) and not is_given(first) and first not in word_set("factions")
    return odd and end - start <= 3 and words.low[end - 1] in word_set("trades") and words.capital[end - 1]


def _has_article(words: Words, start: int) -> bool:
    """As in "the" before, or an abbreviation behind: two ordinary words ("Football Association") are a name then."""
    return start > 0 and words.low[start - 1] in ("the", "his", "her", "their", "its", "our", "'s")


def is_sport(words: Words) -> bool:
    """True when the article talks of sport: its words come up at least four times."""
    count = 0
    for low in words.low:
        count += low in word_set("sport")
        if count >= 4:
            return True
    return False
