"""The short forms of a body's name: its initials, its first word ("Alder" of Alder Air), its head ("the Bank")."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.actors.organisations import word_set
from generator.extract.actors.words import fold, is_common
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.kinds import kinds_of
from generator.extract.timeline.plain import End, Word, goes_on, plain_words

_ACRONYM = 3  # letters that need no whole name beside them
_BRACKETED = re.compile(r"[ ,]*\((?:the )?([A-Z][A-Za-z&]{1,7})\)")


def acronyms(reading: Reading, names: Sequence[str], full: set[tuple[int, int]]) -> frozenset[str]:
    """Those made of the initials, or in brackets behind the name."""
    found = {bracketed[1] for _, end in full if (bracketed := _BRACKETED.match(reading.text, end))}
    for name in names:
        words = [word.text for word in plain_words(name, 0)]
        if all(word.isalpha() for word in words):
            capitals = "".join(word[0] for word in words if word[0].isupper())
            mixed = "".join(word[0] for word in words)
            found |= {short for short in (capitals, mixed, mixed.upper()) if len(capitals) >= (2 if full else _ACRONYM)}
    return frozenset(found)


def exactly(acronym: str) -> End:
    """Finds an acronym and its plural."""
    return lambda words, at: at + 1 if words[at].text in (acronym, f"{acronym}s") else 0


def ways_of_bodies(reading: Reading, names: Sequence[str], *, body: bool) -> Iterator[End]:
    """The first word of a body's name ("Alder" of Alder Air), and its head with a capital ("the Bank")."""
    for name in names:
        words = tuple(word.text for word in plain_words(name, 0))
        bodies = any(kind.heads or kind.named for kind in kinds_of(name) if not kind.types)
        houses = word_set("last") | word_set("suffix") | word_set("trades") | word_set("of")
        if len(words) < 2 or not (body or bodies or fold(words[-1]) in houses or "of" in words):
            continue
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        if head[0].isupper():
            yield from () if head != words[0] and _is_head_of(reading, head) else (_capital_head(head),)
        low = fold(words[0])
        whole = head != words[0] and name in reading.text
        if whole and not form(low).adjective and low not in classes().det and not _is_used(reading, low):
            yield _first_word(words[0])


def _is_used(reading: Reading, low: str) -> bool:
    """Whether the article has the word in lower case, too."""
    return any(token.text == low for tokens in reading.context.tokens for token in tokens)


def _first_word(first: str) -> End:
    def end(words: Sequence[Word], at: int) -> int:
        before = words[at - 1] if at and words[at].start - words[at - 1].end == 1 else None
        named = (
            before is not None and before.text[0].isupper() and fold(before.text) not in classes().prep | classes().det
        )
        if words[at].text != first or named or goes_on(words, at + 1):
            return 0
        return at + 1 if at or not is_common(fold(first)) or _acts(words, at + 1) else 0

    return end


def _acts(words: Sequence[Word], at: int) -> bool:
    """Whether a verb or the "s" of a genitive stands at `at`, or nothing: an ordinary word that opens a sentence is a name
    then."""
    low = fold(words[at].text) if at < len(words) else "s"
    return low == "s" or classes().is_auxiliary(low) or bool(form(low).tags & {"VBD", "VBZ"})


def _is_head_of(reading: Reading, head: str) -> bool:
    """Whether another name begins with it ("Bank of Italy"): "the Bank" is that one then."""
    return f"{head} of " in reading.text


def _capital_head(head: str) -> End:
    def end(words: Sequence[Word], at: int) -> int:
        last = at + 2
        same = last <= len(words) and fold(words[at].text) == "the" and words[at + 1].text == head
        owned = last < len(words) and fold(words[last].text) in ("of", "for")
        return last if same and not owned and not goes_on(words, last) else 0

    return end
