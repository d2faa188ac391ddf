"""What says that capitalised words are a person: given names, titles, ages, roles beside the name, verbs of speech."""

from functools import cache

from generator.extract.actors.families import family_particles, has_surname, of_families
from generator.extract.actors.given import is_double, is_given
from generator.extract.actors.introduced import gives_name
from generator.extract.actors.organisations import description_nouns
from generator.extract.actors.placed import places_somebody
from generator.extract.actors.titles import Title
from generator.extract.actors.words import Words, is_common
from generator.extract.lexicon import form, rules

_OWNED = ("-owned", "-listed", "-controlled", "-headquartered")


@cache
def verbs(kind: str) -> frozenset[str]:
    """Lemmas of rules/pronouns.yaml: `speech` or `acts`."""
    return frozenset(rules("pronouns")[kind])


@cache
def _auxiliaries() -> frozenset[str]:
    grammar = rules("grammar")
    return (
        frozenset(grammar["modals"]) | frozenset(grammar["have"]) | frozenset(grammar["do"]) | frozenset(grammar["be"])
    )


def speaks(words: Words, at: int, *, acts: bool = False) -> bool:
    """True when the word at `at` is a finite verb of speech (or, with `acts`, of doing), or an auxiliary."""
    if at >= len(words.low):
        return False
    low = words.low[at]
    if acts and low in _auxiliaries():
        return True
    look = form(low)
    if not look.tags & {"VBD", "VBZ"}:
        return False
    return look.lemma in verbs("speech") or (acts and look.lemma in verbs("acts"))


def is_verb(low: str) -> bool:
    """True for a past form ("replied")."""
    return "VBD" in form(low).tags


def person_score(words: Words, start: int, end: int, title: Title | None, alone: frozenset[str] = frozenset()) -> int:
    """How surely the name at [start, end) is a person; 3 and above is enough. `alone`: the names of one word in the article."""
    parts = [low for low in words.low[start:end] if low[0].isalpha()]
    score = 3 if title and not _is_owned(words, title.start) else 0
    if len(parts) < 2:
        return score
    if is_given(parts[0]):
        score += 1 if parts[0] == "al" or (is_double(parts[0]) and is_common(parts[-1])) else 3
    elif len(parts[0]) == 1 and not is_common(parts[-1]):
        score += 2
    score += 2 * _has_age(words, end) + 2 * _has_role_after(words, end) + 2 * _is_apposed(words, start, end)
    score += 2 * _is_role_apposed(words, start, end) + _is_who(words, end) + 3 * _is_apposed_to_role(words, start, end)
    score += _speaks_behind(words, start, end) + 3 * (not family_particles().isdisjoint(parts[1:-1]))
    score += len(parts) > 2 and words.text[start + 1] in of_families()
    score += 2 * (
        speaks(words, end)
        or _does(words, end, "human")
        or _speech_before(words, start, end)
        or _led_by(words, start)
        or _is_met(words, start)
        or _suffers(words, end)
    )
    score += (
        3 * (gives_name(words, start) is not None)
        + 3 * _has_degree(words, start, end)
        + 3 * _of_several(words, start)
        + 3 * _of_age(words, start)
    )
    score += 2 * (parts[-1] in alone and parts[0] not in alone and not is_common(parts[-1]))
    score += _pronoun_soon(words, end) + 2 * has_surname(parts)
    score -= 2 * (words.text[start].isupper() and len(words.text[start]) > 1 and "." not in words.text[start])
    score += not any(map(is_common, parts))
    score -= 3 * (places_somebody(words, start) and not is_given(parts[0]))
    given = is_given(parts[0]) and (title is not None or not is_double(parts[0]))
    score -= 2 * (all(map(is_common, parts)) and not given)
    return score


def _is_owned(words: Words, at: int) -> bool:
    """As in "state-owned operator", "London-listed owner": houses are that, not people."""
    return at > 0 and words.joined(at - 1, at + 1) and words.low[at - 1].endswith(_OWNED)


def _has_age(words: Words, end: int) -> bool:
    """As in ", 46," behind a name."""
    inside = words.joined(end - 1, end + 3)
    return inside and words.text[end] == "," and words.text[end + 1].isdigit() and len(words.text[end + 1]) <= 2


def _of_age(words: Words, start: int) -> bool:
    """As in "43-year-old Tiril Aas"."""
    return start > 0 and words.joined(start - 1, start + 1) and words.low[start - 1].endswith("year-old")


def _has_degree(words: Words, start: int, end: int) -> bool:
    """As in "Ruth Amory KC"."""
    return end - start > 2 and words.text[end - 1].isupper() and words.low[end - 1] in rules("titles")["degrees"]


def _of_several(words: Words, start: int) -> bool:
    """As in "councillors Meg Aster and Piers Lomax": behind a role in the plural."""
    return start > 0 and words.joined(start - 1, start + 1) and words.low[start - 1] in plural_roles()


@cache
def plural_roles() -> frozenset[str]:
    """Roles of people in the plural, that stand before the names of several."""
    data = rules("titles")
    groups = ("offices", "ranks", "judicial", "roles")
    return frozenset(plural(role) for group in groups for role in data[group] if " " not in role and len(role) > 3)


def plural(noun: str) -> str:
    """`witness` -> `witnesses`, `deputy` -> `deputies`, `spokesman` -> `spokesmen`."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _is_apposed(words: Words, start: int, end: int) -> bool:
    """As in "the club's physician, Ulla Berg,": behind a noun and between commas."""
    if (
        start < 2
        or not words.joined(start - 2, end + 1)
        or words.text[start - 1] != ","
        or words.text[end] not in (",", ".")
    ):
        return False
    before = words.low[start - 2]
    return (is_common(before) or "-" in before) and not words.capital[start - 2] and before not in description_nouns()


def _is_apposed_to_role(words: Words, start: int, end: int) -> bool:
    """As in "the owner of Norvik Trading, Oleg Brassov,": between commas behind a role and whose it is."""
    if start < 4 or not words.joined(start - 4, end + 1) or words.text[start - 1] != "," or words.text[end] not in ",.":
        return False
    for at in range(start - 3, max(start - 9, -1), -1):
        if words.sentence[at] != words.sentence[start] or words.text[at] == ",":
            return False
        if words.low[at + 1] in ("of", "at", "for"):
            return words.low[at] in _roles() and not words.capital[at]
    return False


def _is_role_apposed(words: Words, start: int, end: int) -> bool:
    """As in "a campaign spokeswoman, Hope Marsh,": between commas behind a role."""
    return _is_apposed(words, start, end) and words.low[start - 2] in _roles()


def _speaks_behind(words: Words, start: int, end: int) -> bool:
    """As in "the harbour master, Ulla Lie, has told": who is named between commas speaks."""
    return _is_apposed(words, start, end) and words.text[end] == "," and speaks(words, end + 1, acts=True)


def _has_role_after(words: Words, end: int) -> bool:
    """As in ", a virologist at ..." or ", who ..." behind a name."""
    if not words.joined(end - 1, end + 3) or words.text[end] != ",":
        return False
    return role_after(words, end) is not None or words.low[end + 1] == "who"


def _is_who(words: Words, end: int) -> bool:
    """As in ", who chairs": one person; a team has a verb in the plural."""
    if not words.joined(end - 1, end + 3) or words.text[end] != "," or words.low[end + 1] != "who":
        return False
    return bool(form(words.low[end + 2]).tags & {"VBZ"}) or words.low[end + 2] in ("was", "is", "has")


@cache
def _roles() -> frozenset[str]:
    data = rules("titles")
    return frozenset(
        word for group in ("offices", "ranks", "judicial", "roles") for word in data[group] if " " not in word
    )


def role_after(words: Words, end: int) -> int | None:
    """The index of the role noun in ", the team's new coach" behind a name that ends at `end`."""
    if end >= len(words.text) or words.text[end] != ",":
        return None
    for at in range(end + 1, min(end + 7, len(words.text))):
        if words.sentence[at] != words.sentence[end] or (not words.text[at][0].isalpha() and words.low[at] != "'s"):
            return None
        if words.low[at] in _roles() and not words.capital[at]:
            return (
                at if words.low[end + 1] in ("a", "an", "the", "its", "his", "her", "their") or at <= end + 3 else None
            )
        if speaks(words, at, acts=True):
            return None
    return None


def _does(words: Words, at: int, kind: str) -> bool:
    """A finite verb of the list `kind` of rules/pronouns.yaml stands at `at`."""
    look = form(words.low[at]) if at < len(words.low) else None
    return bool(look and look.tags & {"VBD", "VBZ"} and look.lemma in verbs(kind))


def _speech_before(words: Words, start: int, end: int) -> bool:
    """As in "said Thyra Uldum."; not "asked Thyra Uldum to"."""
    before = start > 0 and words.sentence[start - 1] == words.sentence[start] and _does(words, start - 1, "inverted")
    return before and not (
        words.joined(start, end + 1) and words.low[end] in ("to", "that", "had", "has", "was", "is", "would", "will")
    )


def _is_met(words: Words, start: int) -> bool:
    """As in "met Uffe Brandsholm", "the Dane Uffe Brandsholm"."""
    if not start or words.sentence[start - 1] != words.sentence[start]:
        return False
    before = words.low[start - 1]
    met = bool(form(before).tags) and form(before).lemma in verbs("done_to")
    return met or (words.capital[start - 1] and before in _nationals() and words.low[max(start - 2, 0)] in ("the", "a"))


def _suffers(words: Words, end: int) -> bool:
    """As in "Ruud Vos was born", "was sacked": what is done to people alone."""
    if not words.joined(end - 1, end + 2) or words.low[end] not in ("was", "were", "is"):
        return False
    look = form(words.low[end + 1])
    return "VBN" in look.tags and look.lemma in verbs("undergone")


@cache
def _nationals() -> frozenset[str]:
    return frozenset(rules("titles")["nationals"])


def _led_by(words: Words, start: int) -> bool:
    """As in "led by Ewine Vos"."""
    return start > 1 and words.low[start - 1] == "by" and words.low[start - 2] in verbs("led")


def _pronoun_soon(words: Words, end: int) -> bool:
    """A sentence begins with he or she soon after, or he or she speaks."""
    ahead = range(end, min(end + 40, len(words.low)))
    return any(words.low[at] in ("he", "she") and (words.first[at] or speaks(words, at + 1)) for at in ahead)


def he_follows(words: Words, end: int) -> bool:
    """As in "Terlenko said it was late. He added": he or she, and nobody named before it."""
    for at in range(end, min(end + 40, len(words.low))):
        if words.low[at] in ("he", "she"):
            return words.first[at] or speaks(words, at + 1)
        if words.capital[at] and not words.first[at]:
            return False
    return False
