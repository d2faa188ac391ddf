"""The first word of a span that only its place in the sentence capitalises: "Teenage Mateus Ferreira", "Carmaker Volvo"."""

from collections.abc import Mapping

from generator.extract.actors.aliases import Match
from generator.extract.actors.families import is_surname
from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import description_nouns, is_organisation, word_set
from generator.extract.actors.persons import is_verb, plural_roles
from generator.extract.actors.titles import Title
from generator.extract.actors.words import Words, is_common


def name_start(
    words: Words, known: Mapping[int, Match], titles: Mapping[int, Title], span: tuple[int, int], *, sport: bool
) -> int:
    """Where the name in `span` begins: at its first word, or behind an ordinary one that opens the sentence."""
    start, end = span
    if not words.first[start] or end - start == 1:
        return start
    if words.low[start + 1] == "of" and words.low[start] in plural_roles():
        return start + 2 * is_given(words.low[start + 2])
    house = _is_sort(words, start) and end - start > 2 and is_organisation(words, start + 1, end, sport=sport)
    if house or words.low[start] in plural_roles() or start in known:
        return start + (house or words.low[start] in plural_roles())
    behind = known.get(start + 1)
    long_known = behind is not None and behind.end - behind.start > 1
    if (
        _is_compound_adjective(words.text[start])
        or (words.low[start] in description_nouns() and end - start == 2)
        or (is_verb(words.low[start]) and long_known)
    ):
        return start + 1
    if start in titles or is_given(words.low[start]) or not is_common(words.low[start]):
        return start
    rest_is_name = is_given(words.low[start + 1]) or start + 1 in titles or behind is not None
    return start + (rest_is_name and not is_organisation(words, start, end, sport=sport))


def _is_sort(words: Words, start: int) -> bool:
    """As in "Operator Thalassa Lines": what the house does, before a name that begins with an odd word."""
    low = words.low[start]
    sort = low in word_set("sorts") or low in ("operator", "owner")
    return sort and not is_surname(low) and not is_common(words.low[start + 1])


def _is_compound_adjective(text: str) -> bool:
    """As in "Non-league Port Haven", "Second-placed Ashdown": a word in lower case behind a hyphen."""
    first, hyphen, last = text.partition("-")
    return bool(hyphen) and last.islower() and len(last) > 3 and is_common(last) and not is_given(first.lower())
