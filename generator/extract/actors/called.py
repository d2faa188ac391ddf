"""What the text itself calls an organisation: by a noun beside the name, a description behind it, or what it does."""

from functools import cache

from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import description_nouns, is_sport, word_set
from generator.extract.actors.persons import speaks, verbs
from generator.extract.actors.words import Words, is_common
from generator.extract.lexicon import form, rules

_ENDS = frozenset(
    (",", ".", "which", "that", "of", "for", "behind", "based", "in", "whose", "representing")
)  # of a description
_BELONGS = frozenset(
    ("of", "for", "with", "at", "to", "from", "who")
)  # behind it, whose he is: no head of a description
_VAGUE = frozenset(
    ("side", "team", "group", "force", "house", "office", "department")
)  # also before a person or a place
_BEATEN = frozenset(("beat", "beating", "thrashed", "defeated", "defeating", "against", "v", "vs"))
_HAVE = frozenset(("has", "had", "have", "is", "was", "will", "would", "also", "not", "did", "does"))


def is_called(words: Words, start: int, end: int) -> bool:
    """As in "the chipmaker Orvane", "the agency, AFAD,", "shares in Orvane", "Prospect, the union, wants"."""
    after = words.low[end] if words.joined(end - 1, end + 1) else ""
    last = words.low[end - 1]
    opening = words.first[start] and end == start + 1 and is_common(last)
    named = not words.quoted[start] and not opening and last not in word_set("factions") | word_set("never")
    if after in word_set("behind") and named:
        return True
    if is_given(words.low[start]):
        return False
    if _described_behind(words, end) and not words.quoted[start]:
        return True
    if not start or words.sentence[start - 1] != words.sentence[start]:
        return False
    return _noun_before(words, start, end) or _dealt_with(words, start, end) or _acronym_acts(words, start, end)


def _noun_before(words: Words, start: int, end: int) -> bool:
    """As in "the chipmaker Orvane", "the agency, AFAD,", "the group Living Estuary"."""
    before, second = words.low[start - 1], words.low[start - 2] if start > 1 else ""
    if before == ",":
        closed = words.joined(end - 1, end + 1) and words.text[end] in (",", ".")
        return second in description_nouns() and closed
    several = end - start > 1
    if _one_of_several(words, start):
        return not several and not is_common(words.low[start])
    named = several or not is_common(words.low[start]) or before in word_set("sorts") or second == "the"
    nouns = description_nouns() - _VAGUE | word_set("kin")
    direct = before in nouns and named and not words.first[start]
    return direct or (before == "group" and second == "the" and several)


def _one_of_several(words: Words, start: int) -> bool:
    """As in "the unions ACOD and COV", both of them."""
    listed = start > 2 and words.low[start - 1] in ("and", "or") and words.capital[start - 2]
    plural = words.low[start - 3] if listed else words.low[start - 1]
    return plural.endswith("s") and (plural[:-1] in description_nouns() or plural[:-3] + "y" in description_nouns())


def _dealt_with(words: Words, start: int, end: int) -> bool:
    """As in "shares in Orvane", "an analyst at Skerry Macro", "has run Riedel Glocken"."""
    before, second = words.low[start - 1], words.low[start - 2] if start > 1 else ""
    if before == "in" and second in ("shares", "stake", "stakes"):
        return True
    if end - start == 1 or all(map(is_common, words.low[start:end])):
        return False
    works = before in ("at", "with") and second in word_set("employed")
    look = form(before)
    return works or (bool(look.tags & {"VBN", "VBD"}) and look.lemma in word_set("owned"))


def _acronym_acts(words: Words, start: int, end: int) -> bool:
    """As in "The FA has opened an inquiry"."""
    text = words.text[start]
    if end != start + 1 or not text.isupper() or not text.isalpha() or len(text) not in range(2, 7):
        return False
    if words.low[start - 1] != "the" or words.quoted[start]:
        return False
    at = end
    while words.joined(start, at + 1) and at < end + 3 and words.low[at] in _HAVE:
        at += 1
    look = form(words.low[at]) if words.joined(start, at + 1) else None
    doing = at > end or (look is not None and bool(look.tags & {"VBD", "VBZ"}))
    return bool(look and doing and look.lemma in verbs("speech") | verbs("bodies") | word_set("does"))


def _described_behind(words: Words, end: int) -> bool:
    """As in "Prospect, the civil servants' union, wants", "Corvane, the Perth-based miner,"."""
    if not words.joined(end - 1, end + 4) or words.text[end] != "," or words.low[end + 1] not in ("the", "a", "an"):
        return False
    for at in range(end + 2, min(end + 10, len(words.low) - 1)):
        if not words.joined(end, at + 2) or not (words.text[at][0].isalnum() or words.low[at] in ("'s", "'", "-")):
            return False
        if words.low[at] in description_nouns() and words.low[at + 1] in _ENDS:
            return True
        if words.low[at] in _BELONGS:
            return False
    return False


def clubs(words: Words, spans: list[tuple[int, int]]) -> set[str]:
    """The names (folded) of teams in a report of sport: "Haven's manager", "Ashdown have won", and with them "Port Haven"."""
    if not is_sport(words):
        return set()
    teams = {" ".join(words.low[start:end]) for start, end in spans if _is_team(words, start, end)}
    teams |= {
        " ".join(words.low[start:end]) for start, end in spans if end == start + 1 and _is_opponent(words, start, teams)
    }
    return teams | {
        " ".join(words.low[start:end])
        for start, end in spans
        if end - start > 1
        and not is_given(words.low[start])
        and not teams.isdisjoint((words.low[start], words.low[end - 1]))
    }


def _is_opponent(words: Words, start: int, teams: set[str]) -> bool:
    """As in "Bayern beat Lyon", "drew with Lyon": the other side."""
    if start < 2 or is_given(words.low[start]) or words.sentence[start - 2] != words.sentence[start]:
        return False
    before = words.low[start - 1]
    return before in _BEATEN or (before in word_set("against") and words.low[start - 2] in teams)


def _is_team(words: Words, start: int, end: int) -> bool:
    if is_given(words.low[start]) or words.quoted[start] or not words.joined(start, end + 2):
        return False
    at = end + (words.low[end] in ("'s", "'"))
    ordinary = words.first[start] and end == start + 1 and is_common(words.low[start])
    owned = words.low[at] in word_set("of_teams") and (at > end or not ordinary)
    listed = start > 1 and words.low[start - 1] in ("and", ",")
    look = form(words.low[end])
    plays = look.lemma in word_set("plays") and bool(look.tags & {"VBD", "VB"}) and not (listed or ordinary)
    return owned or plays or (words.low[end] in ("have", "are", "were") and not listed)


def company_speaks(words: Words, start: int, end: int) -> str:
    """As in "Volvo warned ... The carmaker ...": one odd word that speaks, and a company soon after; gives its noun."""
    odd = (
        end == start + 1
        and not is_common(words.low[start])
        and not is_given(words.low[start])
        and words.text[start][1:].islower()
    )
    if not odd or not speaks(words, end) or words.quoted[start]:
        return ""
    window = range(end, min(end + 60, len(words.low) - 1))
    called = (words.low[at + 1] for at in window if words.low[at] == "the" and words.first[at])
    return next((noun for noun in called if noun in _companies()), "")


@cache
def _companies() -> frozenset[str]:
    return frozenset(rules("organisations")["descriptions"]["company"]) | word_set("sorts") - word_set("overseers")
