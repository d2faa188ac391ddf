"""What a number counts: a unit of rules/units.yaml or the head of the noun phrase behind it, in the singular."""

import re
from functools import cache, lru_cache

from lemminflect import getLemma

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.numerals import either, units

_WORD = re.compile(r"(?P<gap>[ \u00a0-])(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*)(?P<own>[’']s\b)?")
_MOST = 5  # words from the number to the head of its phrase
_IRREGULAR = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "policemen",
        "feet",
        "aircraft",
        "staff",
        "personnel",
        "police",
        "seamen",
        "servicemen",
    }
)


@cache
def _spellings() -> dict[str, str]:
    """The unit of each spelling, lower case."""
    spelled = {str(text).lower(): unit for unit, texts in units()["units"].items() for text in texts}
    money = {
        plural: row["code"] for row in units()["currencies"] for word in row["words"] for plural in (word, f"{word}s")
    }
    return money | {row["code"].lower(): row["code"] for row in units()["currencies"]} | spelled


@cache
def _pattern() -> re.Pattern[str]:
    nations = either(units()["dollars"])
    return re.compile(
        rf"[ \u00a0-]?(?:(?P<nation>{nations})[ ])?(?P<unit>{either(_spellings())})(?![\w])", re.IGNORECASE
    )


def unit_behind(text: str, at: int) -> tuple[str, int] | None:
    """The unit that stands right behind a number that ends at `at`, and where it ends."""
    match = _pattern().match(text, at)
    if not match:
        return None
    unit = _spellings()[match["unit"].lower()]
    if match["nation"]:
        return (units()["dollars"][match["nation"].lower()], match.end()) if unit == "USD" else None
    return unit, match.end()


def counted_noun(text: str, at: int) -> tuple[str, int] | None:
    """The head of the noun phrase behind a number, in the singular, and where it ends: ("troop", …) of "Ukrainian troops"."""
    end, head = at, ""
    for _ in range(_MOST):
        match = _WORD.match(text, end)
        if not match or not _can_count(match["word"], headed=bool(head)):
            break
        end = match.end("word")
        look = form(match["word"].lower())
        if look.noun and not match["word"].endswith(".") and not (look.adjective and match["word"][0].isupper()):
            head = match["word"]
            if match["own"]:
                return None
            if is_plural(head.lower()) or match["gap"] == "-":
                break
    return (singular(head), end) if head else None


def _can_count(word: str, *, headed: bool) -> bool:
    """Whether the word can stand in the phrase: no function word, no adverb, and no verb behind a head."""
    lower, known = word.lower(), classes()
    closed = (
        lower in known.prep | known.coord | known.sub | known.rel | known.det - {"more", "many"}
        or lower in known.obj | known.subject
    )
    if closed or known.is_auxiliary(lower) or (is_adverb(lower) and not form(lower).adjective):
        return False
    look = form(lower)
    if not look.noun and not look.adjective and not word[0].isupper():
        return not headed and bool(look.tags & {"VBN", "VBG"})
    return not (headed and "VBD" in look.tags)


def is_plural(word: str) -> bool:
    """Whether a noun, lower case, is in the plural."""
    return word in _IRREGULAR or (word.endswith("s") and not word.endswith("ss") and singular(word) != word)


@lru_cache(maxsize=10_000)
def singular(word: str) -> str:
    """The singular of a noun; "people" are persons; a capital stays."""
    lower = word.lower()
    if lower == "people":
        return "person"
    lemmas = getLemma(lower, upos="NOUN")
    lemma = lemmas[0] if lemmas else lower
    return lemma.capitalize() if word[0].isupper() else lemma
