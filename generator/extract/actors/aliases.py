"""Find known names in the words of an article: one trie over all aliases, longest match first, linear in the text."""

from functools import lru_cache
from typing import Any, NamedTuple

from generator.extract.actors.gazetteer import Entry, entries
from generator.extract.actors.words import Words, fold, skeleton
from generator.extract.context import Known
from generator.extract.tokens import tokenise

Node = dict[Any, Any]
_END = None
_OF_STATES = ("name", "demonym", "metonym")


class Match(NamedTuple):
    """The words [start, end) are a name of each of `entries`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Same:
    """`Known` compared by the identity of its maps, so that a trie is made once for each."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.key = (id(known.actors), id(known.places), id(known.outlets))

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.key == other.key


def trie(known: Known) -> tuple[Node, Node]:
    """The trie over folded words, and the one over the skeletons of people's names."""
    return _trie(_Same(known))


@lru_cache(maxsize=4)
def _trie(same: _Same) -> tuple[Node, Node]:
    plain: Node = {}
    rough: Node = {}
    for entry in entries(same.known):
        words = [token.text for token in tokenise(entry.alias)]
        if words and words[0] in ("the", "The") and len(words) > 1 and entry.form != "place":
            words = words[1:]
        _insert(plain, [fold(word) for word in words], entry)
        if entry.kind == "person" and entry.form == "name" and (len(words) > 1 or len(words[0]) > 5):
            _insert(rough, [skeleton(word) for word in words], entry)
    return plain, rough


def _insert(root: Node, keys: list[str], entry: Entry) -> None:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    node.setdefault(_END, []).append(entry)


def find_known(words: Words, known: Known) -> dict[int, Match]:
    """The longest match at each word, by the index of its first word."""
    plain, rough = trie(known)
    found = {}
    for index, low in enumerate(words.low):
        match = _longest(plain, words.low, words, index) if low in plain else None
        if match is None and words.capital[index] and skeleton(low) in rough:
            match = _longest(rough, _Skeletons(words.low), words, index)
        if match:
            found[index] = match
    return found


def look_up(known: Known, keys: tuple[str, ...]) -> tuple[Entry, ...]:
    """The entries of exactly these folded words."""
    node = trie(known)[0]
    for key in keys:
        if key not in node:
            return ()
        node = node[key]
    return tuple(node.get(_END, ()))


def states_within(words: Words, known: Known, start: int, end: int) -> Match | None:
    """The state named at the head of the words [start, end), by its name, its adjective or its seat."""
    node: Node | None = trie(known)[0]
    best = None
    for at in range(start, end):
        node = node.get(words.low[at]) if node else None
        states = tuple(
            entry for entry in (node or {}).get(_END, ()) if entry.kind == "state" and entry.form in _OF_STATES
        )
        best = Match(start, at + 1, states) if states else best
    return best


class _Skeletons:
    """The folded words, seen through `skeleton`."""

    def __init__(self, low: list[str]) -> None:
        self.low = low

    def __getitem__(self, index: int) -> str:
        return skeleton(self.low[index])


def _longest(root: Node, keys: "list[str] | _Skeletons", words: Words, start: int) -> Match | None:
    node, index = root, start
    best: Match | None = None
    last = words.sentence[start]
    while index < len(words.low) and words.sentence[index] == last:
        if keys[index] not in node:
            break
        node = node[keys[index]]
        index += 1
        if _END in node:
            fitting = _fitting(node[_END], words, start, index)
            best = Match(start, index, fitting) if fitting else best
    return best


def _fitting(found: list[Entry], words: Words, start: int, end: int) -> tuple[Entry, ...]:
    """The entries whose capitals agree with the text; those of `content/` hide the built-in ones of their form."""
    right = [entry for entry in found if _case_agrees(entry, words, start, end)]
    if any(entry.known for entry in right):
        ids = {entry.id for entry in right if entry.known}
        right = [
            entry for entry in right if entry.known or entry.id in ids or entry.form in ("demonym", "capital", "place")
        ]
    return tuple(dict.fromkeys(right))


def _case_agrees(entry: Entry, words: Words, start: int, end: int) -> bool:
    alias = entry.alias.removeprefix("the ").removeprefix("The ")
    if entry.form == "office":
        return True
    if entry.form == "place" and alias.endswith("."):
        return words.capital[start] and start > 0 and words.text[start - 1] in (",", "(", "-")
    if end == start + 1 and len(alias) <= 5 and alias.isupper():
        return words.text[start] == alias and words.sentence[start] not in words.shouting
    return words.capital[start] or not alias[0].isupper()
