"""Public bodies in lower case behind whose they are: "Denmark's central bank", "Boise police", "the Leith town council"."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from slugify import slugify

from generator.extract.actors.entities import Entity, Registry
from generator.extract.actors.given import is_given
from generator.extract.actors.organisations import descriptions
from generator.extract.actors.segments import Segment
from generator.extract.actors.states import is_modifier
from generator.extract.actors.words import Words, fold, is_common
from generator.extract.lexicon import rules
from generator.extract.tokens import tokenise


class Body(NamedTuple):
    """The words [start, end) are a body; what it is begins at `noun`, whose it is ends right before that or before "'s"."""

    start: int
    noun: int
    end: int


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(rules("bodies")[key])


@cache
def _trie() -> dict[Any, Any]:
    data = rules("bodies")
    several = (f"{topic} {head}" for topic in data["topics"] for head in data["heads"])
    root: dict[Any, Any] = {}
    for phrase in (*data["alone"], *data["phrases"], *several):
        node = root
        for token in tokenise(phrase):
            node = node.setdefault(fold(token.text), {})
        node[None] = True
    return root


def phrase_end(words: Words, at: int) -> int:
    """Where the longest body in lower case that begins at `at` ends; 0 without one."""
    node, index, best = _trie(), at, 0
    while words.joined(at, index + 1) and words.low[index] in node and not words.capital[index]:
        node = node[words.low[index]]
        index += 1
        best = index if None in node else best
    return 0 if best and _goes_on(words, best) else best


def find_bodies(words: Words, segments: Mapping[int, Segment]) -> Iterator[Body]:
    """The bodies of the article that a state, a place or an unknown name owns, in order."""
    for start, segment in segments.items():
        state = segment.match is not None and segment.match.entries[0].kind == "state"
        end = segment.end
        owned = words.joined(start, end + 2) and words.low[end] in ("'s", "'")
        noun = end + owned
        stop = phrase_end(words, noun)
        if stop and words.joined(start, noun + 1) and _owns(words, segment, state=state, owned=owned):
            yield Body(start, noun, stop)


def _owns(words: Words, segment: Segment, *, state: bool, owned: bool) -> bool:
    start = segment.start
    before = words.low[start - 1] if start and words.sentence[start - 1] == words.sentence[start] else ""
    if before in _set("before"):
        return False
    if segment.match is not None:
        return state or segment.match.entries[0].kind == "place"
    if owned or segment.kind not in ("name", "place"):
        return False
    if is_acronym(words, start, segment.end) and words.low[phrase_end(words, segment.end) - 1] in _set("selves"):
        return False
    ordinary = all(map(is_common, words.low[start : segment.end]))
    several = segment.end - start > 1
    return not is_given(words.low[start]) and not ((words.first[start] or not several) and ordinary)


def _goes_on(words: Words, end: int) -> bool:
    """As in "police chief", "army base", "school board member": the noun behind is the head."""
    return words.joined(end - 1, end + 1) and words.low[end] not in ("'s", "'") and is_modifier(words, end - 1, end)


def is_acronym(words: Words, start: int, end: int) -> bool:
    """One word of two to six capitals."""
    text = words.text[start]
    return end == start + 1 and text.isupper() and text.isalpha() and 2 <= len(text) <= 6


def register_bodies(words: Words, source: str, found: list[Body], registry: Registry) -> dict[int, Entity]:
    """The entity of each body of `found`, by its start."""
    entities = {}
    for body in found:
        name = words.slice(source, body.start, body.end)
        entity = registry.add(Entity(slugify(name), name, "organisation"))
        entity.nouns = entity.nouns | descriptions(fold(name)) | {words.low[body.end - 1]}
        entities[body.start] = entity
    return entities
