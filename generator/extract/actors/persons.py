"""What says that capitalised words are a person: given names, titles, ages, roles beside the name, verbs of speech."""

from functools import cache

from generator.extract.actors.organisations import description_nouns
from generator.extract.actors.titles import Title
from generator.extract.actors.words import Words, fold, is_common
from generator.extract.lexicon import form, rules


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
    """Given names that are ordinary words as well."""
    return frozenset(map(fold, rules("given_names")["words"].split()))


def is_given(low: str) -> bool:
    """True for a common given name; a double one ("Jean-Luc") by its first part."""
    return low in _given() or ("-" in low and low.partition("-")[0] in _given())


def given_gender(low: str) -> str:
    """The pronoun that goes with a given name, "" when it does not say."""
    return _given().get(low) or (_given().get(low.partition("-")[0], "") if "-" in low else "")


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


@cache
def family_particles() -> frozenset[str]:
    """Small words that only the names of people hold: "van", "der", "bint"."""
    return frozenset(rules("given_names")["family"].split())


def person_score(words: Words, start: int, end: int, title: Title | None, alone: frozenset[str] = frozenset()) -> int:
    """How surely the name at [start, end) is a person; 3 and above is enough. `alone`: the names of one word in the article."""
    parts = [low for low in words.low[start:end] if low[0].isalpha()]
    score = 3 if title else 0
    if len(parts) < 2:
        return score
    if is_given(parts[0]):
        score += 1 if parts[0] in _double() and is_common(parts[-1]) else 3
    elif len(parts[0]) == 1 and not is_common(parts[-1]):
        score += 2
    score += 2 * _has_age(words, end) + 2 * _has_role_after(words, end) + 2 * _is_apposed(words, start, end)
    score += _speaks_behind(words, start, end) + 3 * (not family_particles().isdisjoint(parts[1:-1]))
    score += len(parts) > 2 and words.text[start + 1] in _of_families()
    score += 2 * (
        speaks(words, end)
        or _does(words, end, "human")
        or _speech_before(words, start, end)
        or _led_by(words, start)
        or _is_met(words, start)
        or _suffers(words, end)
    )
    score += 2 * (parts[-1] in alone and parts[0] not in alone and not is_common(parts[-1]))
    score += _pronoun_soon(words, end)
    score -= 2 * (words.text[start].isupper() and len(words.text[start]) > 1 and "." not in words.text[start])
    score += not any(map(is_common, parts))
    score -= 2 * all(map(is_common, parts))
    return score


def _has_age(words: Words, end: int) -> bool:
    """As in ", 46," behind a name."""
    inside = words.joined(end - 1, end + 3)
    return inside and words.text[end] == "," and words.text[end + 1].isdigit() and len(words.text[end + 1]) <= 2


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
    return is_common(before) and not words.capital[start - 2] and before not in description_nouns()


def _speaks_behind(words: Words, start: int, end: int) -> bool:
    """As in "the harbour master, Ulla Lie, has told": who is named between commas speaks."""
    return _is_apposed(words, start, end) and words.text[end] == "," and speaks(words, end + 1, acts=True)


def _has_role_after(words: Words, end: int) -> bool:
    """As in ", a virologist at ..." or ", who ..." behind a name."""
    if not words.joined(end - 1, end + 3) or words.text[end] != ",":
        return False
    return role_after(words, end) is not None or words.low[end + 1] == "who"


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
def _of_families() -> frozenset[str]:
    return frozenset(rules("given_names")["particles"])


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
