"""Who else of a thing's kind an article names, so that a description may mean them instead."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.actors.resolve import reading_of
from generator.extract.actors.words import fold
from generator.extract.events.reading import Reading
from generator.extract.timeline.kinds import begins, kinds_of, nouns_of
from generator.extract.timeline.plain import inside, plain_words
from generator.model.mentions import Mention

_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}(?:-\w+)?|\d{3}-\d{1,4}\w*")
_BODIES = ("organisation", "state", "group", "media")


def rivals(
    reading: Reading, names: Sequence[str], own: set[tuple[int, int]], others: Sequence[Mention]
) -> dict[int, list[tuple[int, frozenset[str]]]]:
    """Where others stand, by sentence, each with the nouns it may be called."""
    found: dict[int, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    entities = reading_of(reading.context).registry.by_id
    starts = inside(own)
    for one in others:
        if one.actor_kind in _BODIES and one.start not in starts:
            nouns = {each.split()[-1] for each in entities[one.value].nouns} if one.value in entities else set()
            nouns |= {phrase[-1] for phrase in nouns_of((one.name or one.text,))}
            found[reading.sentence_at(one.start)].append((one.start, frozenset(nouns)))
    for at, like in _others_of_kind(reading, names):
        if at not in starts:
            found[reading.sentence_at(at)].append((at, like))
    return found


def _others_of_kind(reading: Reading, names: Sequence[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Where names of the kind begin: "the Dow Jones" beside the FTSE, "Boeing 377" or "A410" beside the 314."""
    kinds = {kind.kind: kind for name in names for kind in kinds_of(name) if kind.named or kind.types}.values()
    for sentence in reading.context.sentences if kinds else ():
        words = plain_words(sentence.text, sentence.start)
        low = [fold(word.text) for word in words]
        for at, word in enumerate(words):
            for kind in kinds:
                size = begins(tuple(low[at : at + 6]), kind.makers)
                numbered = size and at + size < len(words) and words[at + size].text[0].isdigit()
                model = kind.types and _MODEL.fullmatch(word.text)
                if (word.text[0].isupper() and begins(tuple(low[at : at + 6]), kind.named)) or numbered or model:
                    yield word.start, frozenset(phrase[-1] for phrase in kind.called)
