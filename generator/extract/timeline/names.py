"""Names read straight off the words: in any order, with one word more among them, or without those at the head."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extract.actors.words import fold
from generator.extract.events.knowledge import noun
from generator.extract.tokens import Token, tokenise

_LEFT_OUT = frozenset(("the", "a", "an"))


def is_called(text: str, names: Sequence[str]) -> bool:
    """Whether `text` is one of the names, or a form of one."""
    keys = _keys(tokenise(text))
    return any(_same(keys, _keys(tokenise(name))) for name in names)


def named(sentences: Sequence[Sequence[Token]], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans that are one of the names."""
    wanted = [_keys(tokenise(name)) for name in names]
    for tokens in sentences:
        words = [token for token in tokens if token.text[0].isalnum()]
        keys = _keys(words, whole=True)
        for name in wanted:
            yield from _windows(words, keys, name)


def _keys(words: Sequence[Token], *, whole: bool = False) -> tuple[str, ...]:
    """Folded words, nouns in the singular; without articles and marks unless `whole`."""
    keys = ((token, fold(token.text)) for token in words)
    return tuple(singular(key) for token, key in keys if whole or (key not in _LEFT_OUT and token.text[0].isalnum()))


def singular(word: str) -> str:
    """Without the plural's "s", of names too."""
    known = noun(word)
    return known.removesuffix("s") if known == word and len(word) > 3 and not word.endswith("ss") else known


def _same(keys: Sequence[str], name: Sequence[str]) -> bool:
    """The words of a name in any order, with one more among them ("the London Grand Marathon"), or without those at its head
    while two are left."""
    if len(keys) == len(name) + 1:
        return len(name) > 1 and (keys[0], keys[-1]) == (name[0], name[-1]) and not Counter(name) - Counter(keys)
    return bool(keys) and (
        Counter(keys) == Counter(name) or (1 < len(keys) < len(name) and tuple(name[-len(keys) :]) == tuple(keys))
    )


def _windows(words: Sequence[Token], keys: Sequence[str], name: Sequence[str]) -> Iterator[tuple[int, int]]:
    among = frozenset(name)
    at = 0
    while at < len(words):
        sizes = range(min(len(name) + 1, len(words) - at), min(len(name), 2) - 1, -1) if keys[at] in among else ()
        size = next((n for n in sizes if _same(keys[at : at + n], name) and _is_one(words[at : at + n])), 0)
        if size:
            yield words[at].start, words[at + size - 1].end
        at += size or 1


def _is_one(words: Sequence[Token]) -> bool:
    """Nothing but a space between them, and no common word at the head."""
    near = all(two.start - one.end <= 1 for one, two in pairwise(words))
    return near and not words[0].text.islower()
