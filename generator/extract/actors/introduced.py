"""Who gives a name: "a trader, who identified herself only as Iya Bose", "a man who gave his name as Ola"."""

from generator.extract.actors.words import Words
from generator.extract.lexicon import form, rules

_REACH = 4  # words between the pronoun and "as"


def gives_name(words: Words, start: int) -> str | None:
    """Who is asked for by the pronoun in the words before the name at `start`, as in "identified herself as", "" where it does
    not say ("asked to be identified only as"); `None` where nobody gives a name."""
    at = _as_before(words, start)
    if at < 1:
        return None
    low, naming = words.low, rules("pronouns")["naming"]
    if form(low[at]).lemma in naming["verbs"] and low[at - 1] == "be":
        return ""
    for here in range(at, max(at - _REACH, 0), -1):
        if low[here] in naming["selves"]:
            return str(naming["selves"][low[here]]) if form(low[here - 1]).lemma in naming["verbs"] else None
        if low[here] in naming["owners"]:
            gives = low[at] in ("name", "names") and form(low[here - 1]).lemma in naming["gives"]
            return str(naming["owners"][low[here]]) if gives else None
    return None


def _as_before(words: Words, start: int) -> int:
    """The index of the last word before "only as" in front of the name at `start`; -1 without one."""
    at = start - 1
    while at > 0 and words.joined(at, start + 1) and words.capital[at]:
        at -= 1  # a title
    if at < 1 or not words.joined(at, start + 1) or words.low[at] != "as":
        return -1
    at -= 1
    while at > 0 and words.joined(at, start + 1) and words.low[at] in rules("pronouns")["naming"]["only"]:
        at -= 1
    return at if words.joined(at, start + 1) else -1
