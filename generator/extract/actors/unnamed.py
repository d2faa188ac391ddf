"""People without a name: "a senior official", "Western intelligence officials", "two people familiar with the matter"."""

from functools import cache

from generator.extract.actors.persons import speaks
from generator.extract.actors.words import Words, fold, is_common
from generator.extract.lexicon import form, rules

_NUMBERS = frozenset(rules("pronouns")["numbers"])
_STARTERS = frozenset(rules("pronouns")["starters"]) | _NUMBERS
_INFORMED: dict[str, str] = rules("pronouns")["informed"]
_STOP = frozenset(rules("pronouns")["definite"])


@cache
def heads() -> frozenset[str]:
    """Nouns that stand for people."""
    return frozenset(rules("pronouns")["people"])


@cache
def _before_people() -> frozenset[str]:
    return frozenset(rules("pronouns")["before_people"]) | frozenset(rules("grammar")["rarely_verbs"])


@cache
def _demonyms() -> frozenset[str]:
    adjectives = {fold(word) for state in rules("countries")["states"] for word in state.get("demonyms", ())}
    return frozenset(
        adjectives
        | {"european", "african", "asian", "arab", "western", "eastern", "baltic", "nordic", "gulf", "balkan", "latin"}
    )


@cache
def _bare() -> frozenset[str]:
    return frozenset(rules("pronouns")["bare"])


@cache
def _closed() -> frozenset[str]:
    grammar = rules("grammar")
    names = ("prepositions", "coordinators", "relatives", "subordinators", "subject_pronouns", "adverbs", "negations")
    words = (
        {word for name in names for word in grammar[name]}
        | set(grammar["modals"])
        | set(grammar["be"])
        | set(grammar["have"])
    )
    return frozenset(words)


def find_unnamed(words: Words, head: int) -> tuple[int, int] | None:
    """The phrase whose head noun stands at `head`, as [start, end); `None` when it names or points back to someone."""
    if (
        head + 1 < len(words.text)
        and words.capital[head + 1]
        and words.joined(head, head + 2)
        and not words.first[head + 1]
    ):
        return None
    capital = words.capital[head] and not words.first[head]
    if capital or (words.low[head] not in heads() and not _is_role(words, head)):
        return None
    start = _left(words, head)
    if start is None or (start == head and words.low[head] not in _bare() and not _is_informed(words, head)):
        return None
    if not _is_someone(words, start, head):
        return None
    singular = not words.low[head].endswith("s") and words.low[head] not in (
        "people",
        "police",
        "men",
        "women",
        "staff",
    )
    if singular and words.low[start] not in ("a", "an", "another", "one"):
        return None
    return start, _right(words, head + 1)


def _is_role(words: Words, head: int) -> bool:
    """As in "a tugboat captain, who asked not to be named", "a nurse said"; the first sentence may mean one named later."""
    if not words.sentence[head] or not words.joined(head - 1, head + 2):
        return False
    who = words.text[head + 1] == "," and words.joined(head, head + 3) and words.low[head + 2] in ("who", "whose")
    return who or words.low[head + 1] == "who" or speaks(words, head + 1) or speaks(words, max(head - 3, 0))


@cache
def roles() -> frozenset[str]:
    """Nouns of one person's role, that stand for somebody unnamed where he speaks."""
    data = rules("titles")
    groups = (data["roles"], data["ranks"], data["judicial"], data["offices"])
    return frozenset(role for group in groups for role in group if " " not in role) - frozenset(data["relations"])


def _is_someone(words: Words, start: int, head: int) -> bool:
    """Sources, crowds and blocs need a sign that somebody in particular is meant."""
    low, data = words.low[head], rules("pronouns")
    if low in data["blocs"]:
        return any(
            (words.capital[at] and not words.first[at]) or words.low[at] in _demonyms() for at in range(start, head)
        )
    numbered = words.low[start] in _NUMBERS or words.low[start].isdigit() or words.low[start] in ("a", "an")
    informed = _is_informed(words, head)
    if low not in heads():
        return words.low[start] in ("a", "an", "another", "one")
    if not informed and _goes_on(words, head + 1):
        return False
    if low in ("source", "sources"):
        told = words.low[start - 1] in ("to", "citing", "from", "by") if start else False
        return informed or told or speaks(words, head + 1) or speaks(words, max(start - 1, 0))
    return low not in data["crowds"] or numbered or informed or any(words.capital[at] for at in range(start + 1, head))


def _is_informed(words: Words, head: int) -> bool:
    """As in "people familiar with the matter"."""
    return words.joined(head, head + 3) and _INFORMED.get(words.low[head + 1]) == words.low[head + 2]


def _goes_on(words: Words, at: int) -> bool:
    """As in "teachers unions": the noun behind is the head."""
    look = form(words.low[at]) if words.joined(at - 1, at + 1) else None
    return bool(
        look
        and is_common(words.low[at])
        and look.noun
        and not look.tags
        and not look.adjective
        and words.low[at] not in _closed()
    )


def _left(words: Words, head: int) -> int | None:
    """Where the phrase begins, or `None` when "the" or a possessive says it is known already."""
    at = head
    while at > 0 and words.sentence[at - 1] == words.sentence[head] and head - at < 6:
        low = words.low[at - 1]
        if low in _STOP:
            return None
        if low in _STARTERS or low.isdigit():
            at -= 1
            if low in ("a", "an", "another") or low in _NUMBERS or low.isdigit():
                at -= low == "few" and at > 0 and words.low[at - 1] == "a"
                break
            continue
        if not _describes(words, at - 1):
            break
        at -= 1
    return at


def _describes(words: Words, at: int) -> bool:
    """An adjective, demonym or noun that can stand before the head: "Western intelligence", "Ukrainian"."""
    low, text = words.low[at], words.text[at]
    if not text[0].isalpha() or low in _closed():
        return False
    if words.capital[at] and not (words.first[at] and is_common(low)):
        return True
    look = form(low)
    if look.adjective and not look.tags & {"VBD", "VBZ"}:
        return True
    if look.tags & {"VB"} and low not in _before_people():
        return False
    return look.noun and not look.tags & {"VBZ", "VBD", "VBG"} and low not in heads() - {"police"}


def _right(words: Words, at: int) -> int:
    """Behind "familiar with the matter", "close to the talks", "for the developer"."""
    if words.joined(at - 1, at + 3) and _INFORMED.get(words.low[at]) == words.low[at + 1]:
        return _noun_phrase(words, at + 2)
    if words.joined(at - 1, at + 2) and words.low[at] == "to" and words.low[at - 1].startswith(("aide", "advis")):
        return _noun_phrase(words, at + 1)
    if words.joined(at - 1, at + 3) and words.low[at] == "for" and words.low[at - 1].startswith("spokes"):
        return _noun_phrase(words, at + 1)
    return at


def _noun_phrase(words: Words, at: int) -> int:
    start = at
    while words.joined(start - 1, at + 1) and at - start < 5:
        low = words.low[at]
        look = form(low)
        if (
            not words.text[at][0].isalpha()
            or (at > start and low in _closed())
            or (at > start + 1 and look.tags & {"VBD"} and not words.capital[at])
        ):
            break
        at += 1
    return at
