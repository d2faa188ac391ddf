"""Read a capital, a seat or a state's name as the government or as the place, by what stands around it."""

from functools import cache
from typing import Literal

from generator.extract.actors.aliases import Match
from generator.extract.actors.persons import speaks
from generator.extract.actors.placed import is_placed
from generator.extract.actors.words import Words, is_common
from generator.extract.lexicon import form, rules

Reading = Literal["actor", "place"]
_VISITS = frozenset(
    ("visit", "visited", "visiting", "visits", "leave", "left", "leaving", "reached", "entered", "toured")
)
_MOTION = frozenset(
    (
        "return",
        "flee",
        "arrive",
        "travel",
        "come",
        "go",
        "fly",
        "deport",
        "evacuate",
        "send",
        "move",
        "ship",
        "drive",
        "extradite",
        "visit",
        "emigrate",
        "migrate",
        "export",
    )
)


@cache
def _around(key: str) -> frozenset[str]:
    return frozenset(rules("places")[key])


@cache
def _be() -> frozenset[str]:
    return frozenset(rules("grammar")["be"])


def read(words: Words, known: dict[int, Match], ends: dict[int, int], span: tuple[int, int], kind: str) -> Reading:
    """What the words of `span` stand for; `kind`: `name` (of a state), `capital` or `metonym`. `ends` leads from the end of a
    known name to its start."""
    start, end = span
    first, last = _chain(words, known, ends, start, end)
    before = _before(words, first)
    if kind == "metonym" or (kind == "name" and words.low[end : end + 1] == ["'s"]):
        at = kind == "metonym" and before in ("in", "at", "inside", "outside", "near", "to", "from")
        return "place" if at else "actor"
    if before in _around("place_before") and not _is_verb_object(before):
        return "place"
    if kind == "capital":
        return _capital(words, start, last, first, before)
    border = before == "with" and first > 1 and words.low[first - 2] in ("border", "borders", "frontier")
    moved = (before in ("from", "to") and _moves(words, first)) or _behind_city(words, known, ends, start)
    return "place" if border or moved or before in _VISITS else "actor"


def _behind_city(words: Words, known: dict[int, Match], ends: dict[int, int], start: int) -> bool:
    """As in "Helsinki, Finland"."""
    if not start or words.text[start - 1] != "," or start - 1 not in ends:
        return False
    return known[ends[start - 1]].entries[0].form in ("capital", "place")


def _is_verb_object(before: str) -> bool:
    return before in ("hit", "struck", "left", "reached", "over", "toward", "towards", "into", "through", "via", "off")


def _chain(words: Words, known: dict[int, Match], ends: dict[int, int], start: int, end: int) -> tuple[int, int]:
    """The list a name stands in: "Paris, Berlin and Kyiv" from its first word to behind its last."""
    first, last = start - (start > 0 and words.low[start - 1] == "the"), end
    if words.low[end : end + 1] == ["'s"]:
        return first, last
    while first > max(1, start - 20) and words.low[first - 1] in ("and", ",", "or") and first - 1 in ends:
        first = ends[first - 1]
        first -= first > 0 and words.low[first - 1] == "the"
    while (
        last < end + 20
        and words.joined(start, last + 2)
        and words.low[last] in ("and", ",", "or")
        and _named_at(words, known, last + 1)
    ):
        last = known[_named_at(words, known, last + 1)].end
    return first, last


def _named_at(words: Words, known: dict[int, Match], at: int) -> int:
    """The index of the known name at `at`, a "the" passed over; 0 without one."""
    at += words.low[at] == "the"
    return at if at in known else 0


def _before(words: Words, start: int) -> str:
    at = start - 1
    if at < 0 or words.sentence[at] != words.sentence[start]:
        return ""
    if words.low[at] == "the" and at and words.sentence[at - 1] == words.sentence[start]:
        at -= 1
    return words.low[at]


def _moves(words: Words, start: int) -> bool:
    """As in "from X to Y", "returned from X"."""
    window = words.low[max(0, start - 5) : start]
    return any(form(low).lemma in _MOTION for low in window)


@cache
def _heads() -> frozenset[str]:
    """Who stands at the head of a town: "the mayor of London", "the Bishop of Oslo"."""
    return frozenset(rules("titles")["of_places"]) | {
        "mayor",
        "governor",
        "sheriff",
        "rabbi",
        "imam",
        "capital",
        "city",
    }


def _capital(words: Words, start: int, end: int, first: int, before: str) -> Reading:
    if before == "of" and first > 1 and words.low[first - 2] in _heads():
        return "place"
    if before in _around("state_before") - {"and"} or _is_subject(words, end):
        return "actor"
    if before in ("to", "for", "from", "on", "of") and first > 1:
        return "actor" if words.low[first - 2] in _around("state_nouns") else "place"
    possessive = words.joined(start, end + 2) and words.low[end] == "'s"
    return "actor" if possessive and words.low[end + 1] in _around("state_nouns") else "place"


def _is_subject(words: Words, end: int) -> bool:
    """A verb of speech or of doing follows; "was hit" is done to a place."""
    at = end
    while words.joined(end - 1, at + 2) and words.low[at] in (
        "also",
        "has",
        "had",
        "have",
        "then",
        "now",
        "later",
        "again",
        "still",
        "never",
    ):
        if words.low[at] in ("has", "had", "have"):
            return True
        at += 1
    if not words.joined(end - 1, at + 1):
        return False
    if words.low[at] in _be():
        following = words.low[at + 1] if words.joined(at, at + 2) else ""
        doing = following.endswith("ing") and bool(form(following).tags & {"VBG"})
        return doing or following in _around("state_adjectives")
    look = form(words.low[at])
    finite = bool(look.tags & {"VBD", "VBZ"}) and (not look.noun or "VBD" in look.tags)
    return finite or speaks(words, at, acts=True)


def is_modifier(words: Words, start: int, end: int) -> bool:
    """True when the name only describes the noun behind it: "NATO aspirations", "Ukraine's army", "US-backed"."""
    if not words.joined(start, end + 1):
        return False
    following = words.low[end]
    if following in ("'s", "'"):
        return True
    look = form(following)
    return is_common(following) and look.noun and not look.tags & {"VBD", "VBZ"} and not is_closed(following)


@cache
def _closed_words() -> frozenset[str]:
    grammar = rules("grammar")
    names = ("prepositions", "coordinators", "relatives", "subordinators", "adverbs", "determiners", "negations")
    return (
        frozenset(word for name in names for word in grammar[name])
        | frozenset(grammar["modals"])
        | frozenset(grammar["be"])
    )


def is_closed(low: str) -> bool:
    """True for prepositions, conjunctions, determiners and the like."""
    return low in _closed_words()


def is_subject(words: Words, start: int, end: int, rule: str) -> bool:
    """Whether a mention may be the subject of its clause: a verb or an aside follows it, or a verb of speech stands before."""
    if rule == "pronoun":
        return words.low[start] in ("he", "she", "they", "it")
    if rule == "introduced":
        return True
    first = start
    while first > 0 and words.joined(first - 1, start + 1) and words.capital[first - 1] and rule == "name":
        first -= 1
    before = words.low[first - 1] if first and words.sentence[first - 1] == words.sentence[start] else ""
    if start and words.joined(start - 1, start + 1) and speaks(words, start - 1):
        return True
    if before in _closed_prepositions():
        return False
    if not words.joined(end - 1, end + 1):
        return False
    return (
        words.text[end] in (",", "(")
        or _is_subject(words, end)
        or words.low[end] in _be()
        or words.low[end] in ("who", "and")
        or (rule == "name" and words.first[first] and is_placed(words, end))
    )


@cache
def _closed_prepositions() -> frozenset[str]:
    return frozenset(rules("grammar")["prepositions"]) | {"'s", "to"}
