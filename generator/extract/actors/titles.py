"""Titles, ranks, offices and roles: the words that say the next capitalised words are a person."""

from functools import cache
from typing import Any, NamedTuple

from generator.extract.actors.words import Words, fold
from generator.extract.lexicon import rules
from generator.extract.tokens import tokenise

Node = dict[Any, Any]
_GROUPS = ("honorifics", "offices", "ranks", "judicial", "roles")


class Title(NamedTuple):
    """The words [start, end) are a title. `role` is its key (`foreign minister` for "FM"); `group` the list it stands in."""

    start: int
    end: int
    role: str
    group: str
    gender: str


@cache
def _trie() -> Node:
    data = rules("titles")
    root: Node = {}
    for group in reversed(_GROUPS):
        for phrase in data[group]:
            node = root
            for token in tokenise(phrase):
                node = node.setdefault(fold(token.text), {})
            gender = (
                data["honorifics"].get(phrase, "") if group == "honorifics" else data["role_genders"].get(phrase, "")
            )
            node[None] = (role_key(phrase), group, gender)
    return root


@cache
def role_key(phrase: str) -> str:
    """The one name of an office that has several: `FM` and `foreign secretary` -> `foreign minister`."""
    low = fold(phrase)
    return str(rules("titles")["synonyms"].get(low, low))


@cache
def called(role: str) -> frozenset[str]:
    """What "the ..." may call the holder of `role`: `health minister` -> `minister`, `secretary of state` -> `secretary`."""
    last = role.partition(" of ")[0].rpartition(" ")[2]
    return frozenset((role, last, rules("titles")["called"].get(last, role)))


@cache
def abbreviations() -> frozenset[str]:
    """Words a full stop may follow without ending anything."""
    return frozenset(rules("titles")["abbreviations"])


def find_titles(words: Words) -> dict[int, Title]:
    """The longest title at each word, by the index of its first word. The full stop of "Dr." belongs to it."""
    root, found = _trie(), {}
    for index, low in enumerate(words.low):
        if low in root:
            title = _longest(root, words, index)
            if title and _is_so_written(words.text[index], title):
                found[index] = title
    return found


def _is_so_written(text: str, title: Title) -> bool:
    """Whether a title that is also another word is written as the title: "Private", "DI"; not "private", "di"."""
    if title.role in rules("titles")["acronyms"]:
        return text.isupper()
    return title.role != "private" or text[0].isupper()


def _longest(root: Node, words: Words, start: int) -> Title | None:
    node, index = root, start
    best: Title | None = None
    while index < len(words.low) and words.sentence[index] == words.sentence[start]:
        if words.low[index] not in node:
            break
        node = node[words.low[index]]
        index += 1
        stop = index < len(words.low) and words.text[index] == "." and words.low[index - 1] in abbreviations()
        if None in node:
            role, group, gender = node[None]
            best = Title(start, index + stop, role, group, gender)
        if stop:
            index += 1
    return best
