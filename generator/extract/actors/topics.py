"""Whom a sentence is about though its subject only belongs to her: "Lund's team won. She wept."."""

from generator.extract.actors.states import is_closed
from generator.extract.actors.unnamed import heads, roles
from generator.extract.actors.words import Words
from generator.extract.lexicon import form, rules

_NAME = 6  # words of a name before its "'s"
_PHRASE = 5  # words from the "'s" to the noun
_OPENS = frozenset((",", ";", ":", "and", "but", "as", "when", "while", "because", "-", "–", "—"))


def is_topic(words: Words, start: int, asked: str) -> bool:
    """Whether "he" or "she" of a later sentence (`asked`) may mean the owner whose name holds the word `start`: what is hers
    opens a clause and is nobody who may be asked for, as her lawyer might, or her grandson by "he"."""
    genitive = next((at for at in range(start + 1, start + _NAME) if words.low[at : at + 1] == ["'s"]), 0)
    if not genitive or not words.joined(start, genitive + 2) or words.quoted[start] or not _opens(words, start):
        return False
    nouns = _nouns(words, genitive + 1)
    genders = rules("titles")["role_genders"]
    people = [noun for noun in nouns if noun in roles() or noun in heads() or noun in genders]
    return bool(nouns) and all(genders.get(noun, asked) != asked for noun in people)


def _opens(words: Words, start: int) -> bool:
    """Whether the name opens a clause, a title or "It was" before it aside."""
    while (
        start and words.joined(start - 1, start + 1) and words.capital[start - 1] and words.low[start - 1] not in _OPENS
    ):
        start -= 1
    start -= 2 * (start > 1 and words.low[start - 2] == "it" and words.low[start - 1] in ("is", "was"))
    return not start or not words.joined(start - 1, start + 1) or words.low[start - 1] in _OPENS


def _nouns(words: Words, start: int) -> list[str]:
    """The nouns of the phrase that begins at `start`, up to a word that is none."""
    found: list[str] = []
    for at in range(start, min(start + _PHRASE, len(words.low))):
        look = form(words.low[at])
        if not words.joined(start, at + 1) or not words.text[at][0].isalnum() or is_closed(words.low[at]):
            break
        if found and look.tags & {"VBD", "VBZ"}:
            break
        if look.noun:
            found.append(words.low[at])
    return found
