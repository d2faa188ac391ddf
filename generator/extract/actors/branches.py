"""Bodies of two words, one of them a nation, a town or an acronym: "Highways England", "NHS Lothian", "Legia Warsaw"."""

from generator.extract.actors.aliases import Match
from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import word_set
from generator.extract.actors.persons import speaks
from generator.extract.actors.titles import Title
from generator.extract.actors.words import Words, is_common
from generator.extract.lexicon import form, rules


def is_national(words: Words, known: dict[int, Match], titles: dict[int, Title], start: int, end: int) -> bool:
    """As in "Highways England": a noun in the plural, or one within the sentence, before a nation of several."""
    if end - start != 2 or words.low[end - 1] not in word_set("nations_of_bodies") or start in known or start in titles:
        return False
    if words.low[start] in rules("places")["kinds"]:
        return False
    look = form(words.low[start])
    noun = is_common(words.low[start]) and look.noun and not look.adjective and not is_given(words.low[start])
    return noun and (not words.first[start] or speaks(words, end, acts=True))


def is_branch(words: Words, known: dict[int, Match], titles: dict[int, Title], start: int, end: int) -> bool:
    """As in "RSPB Cymru", "NHS Lothian", "IF Metall": an acronym and one odd word or place. Ships are none."""
    match, last = known.get(start), end - 1
    text = words.text[start]
    if end - start != 2 or len(text) < 2 or not text.isupper() or not text.isalpha() or start in titles:
        return False
    if words.low[start] in word_set("ships") or words.text[last].isupper() or last in titles:
        return False
    if match and (match.end > last or match.entries[0].kind not in ("organisation", "media")):
        return False
    place = last in known and known[last].entries[0].form in ("place", "capital")
    odd = last not in known and not is_common(words.low[last]) and not is_given(words.low[last])
    behind = words.low[end] if words.joined(start, end + 1) else ""
    if len(text) == 2:
        return (odd or place) and (behind in word_set("behind") or words.low[start] in word_set("clubs_before"))
    return odd or place


def is_of_town(words: Words, known: dict[int, Match], start: int, end: int) -> bool:
    """As in "Tarn College Oslo": a head word with a city behind it, at the end."""
    last = known.get(end - 1)
    city = last is not None and last.entries[0].form in ("place", "capital") and last.end == end
    return city and end - start > 2 and words.low[end - 2] in word_set("before_towns") and start not in known


def is_club(words: Words, known: dict[int, Match], start: int) -> bool:
    """As in "Legia Warsaw", "Bayer Leverkusen" in a report of sport: a city and a word that is no name and no noun."""
    cities = [at for at in (start, start + 1) if at in known and known[at].entries[0].form in ("capital", "place")]
    other = 2 * start + 1 - cities[0] if len(cities) == 1 else -1
    return other >= 0 and not is_given(words.low[other]) and not is_common(words.low[other])
