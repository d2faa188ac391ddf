"""The short forms of a name: "the 314" of the Boeing 314, "Alder" of Alder Air, "the Bank" of the Bank of England, "AHW"."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.extract.actors.organisations import word_set
from generator.extract.actors.words import fold, is_common
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.kinds import Phrase, begins, is_type, kinds_of, nicknames, nouns_of, things
from generator.extract.timeline.names import singular
from generator.extract.timeline.plain import Word, plain_words

Span = tuple[int, int]
_End = Callable[[Sequence[Word], int], int]
_MODEL = 3  # letters and digits that stand alone ("A410", "314")
_ACRONYM = 3
_OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_BRACKETED = re.compile(r"[ ,]*\((?:the )?([A-Z][A-Za-z&]{1,7})\)")


def without_tails(names: Sequence[str]) -> tuple[str, ...]:
    """The names, and those among them that go without their last word ("FTSE 40" for "FTSE 40 index")."""
    cut = (name.rpartition(" ")[0] for name in names if fold(name.rpartition(" ")[2]).strip(".") in things("tails"))
    return (*names, *(name for name in cut if name))


def short_spans(
    reading: Reading, names: Sequence[str], full: set[Span], taken: frozenset[int], *, body: bool
) -> set[Span]:
    """Where a short form of the names stands. `full`: where a whole name does; `taken`: where other things named start; `body`:
    whether it is known for an organisation."""
    ways = [*_ways(names), *_acronyms(reading, names, full)]
    if full:
        ways += _ways_of_bodies(reading, names, body=body)
    found: set[Span] = set()
    for sentence in reading.context.sentences:
        words = plain_words(sentence.text, sentence.start)
        for at, word in enumerate(words):
            end = max((way(words, at) for way in ways), default=0)
            if end and word.start not in taken:
                found.add((word.start, words[end - 1].end))
    return found


def _ways(names: Sequence[str]) -> Iterator[_End]:
    """Those that need no whole name beside them."""
    for name in names:
        words = tuple(word.text for word in plain_words(name, 0))
        folded = tuple(map(fold, words))
        counts = words[-1].isdigit() and not is_type((name,)) if words else True
        if len(words) > 1 and len(words[-1]) >= _MODEL and words[-1][-1].isdigit() and not counts:
            yield _model(folded[-1], {noun[-1] for noun in nouns_of((name,))})
        for kind in kinds_of(name):
            size = begins(folded, kind.makers)
            if 0 < size < len(words) and not any(part[0].isdigit() for part in words[size:]):
                yield _written(words[size:])
            yield from (_opening(words[:n]) for n in range(1, len(words)) if folded[:n] in kind.named)
    yield from (_nickname(nick) for nick in nicknames(names))


def _model(model: str, nouns: set[str]) -> _End:
    """The number of a model: "A410s", "the 314", "a 314-8"; a bare number only behind an article and the like."""

    def end(words: Sequence[Word], at: int) -> int:
        low = fold(words[at].text)
        if low in (f"{model}s", f"{model}'s") or low.startswith(f"{model}-"):
            return at + 1
        if low != model:
            return 0
        return at + 1 if not model.isdigit() or _is_thing(words, at, nouns) else 0

    return end


def _is_thing(words: Sequence[Word], at: int, nouns: set[str]) -> bool:
    """Whether a bare number counts nothing."""
    before = fold(words[at - 1].text) if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    held = before in classes().det or before in _OWNERS or form(before).adjective
    counted = after.islower() and singular(after) != after and singular(after) not in nouns
    return held and not counted and not after[:1].isdigit() and after not in ("per", "percent", "million", "billion")


def _written(name: tuple[str, ...]) -> _End:
    """A name with its capitals, where it is not its place that gives them: not "Focus on Leeds"."""

    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(name)
        same = tuple(word.text for word in words[at:last]) in (name, (*name[:-1], f"{name[-1]}s"))
        return last if same and at and not _goes_on(words, last) else 0

    return end


def _opening(name: tuple[str, ...]) -> _End:
    """The opening of a name before nothing else of the kind: "the FTSE", "the Dow Jones"."""

    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(name)
        same = tuple(word.text for word in words[at:last]) == name
        return last if same and not _goes_on(words, last) else 0

    return end


def _nickname(nick: Phrase) -> _End:
    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(nick)
        low = tuple(fold(word.text) for word in words[at:last])
        return last if (*low[:-1], singular(low[-1])) == nick else 0

    return end


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a name goes on at `at`, right behind a space."""
    near = at < len(words) and words[at].start - words[at - 1].end <= 1
    return near and (words[at].text[0].isupper() or words[at].text[0].isdigit())


def _acronyms(reading: Reading, names: Sequence[str], full: set[Span]) -> Iterator[_End]:
    """Made of the initials, or in brackets behind the name."""
    found = {bracketed[1] for _, end in full if (bracketed := _BRACKETED.match(reading.text, end))}
    for name in names:
        words = [word.text for word in plain_words(name, 0)]
        if all(word.isalpha() for word in words):
            capitals = "".join(word[0] for word in words if word[0].isupper())
            mixed = "".join(word[0] for word in words)
            found |= {short for short in (capitals, mixed) if len(capitals) >= (2 if full else _ACRONYM)}
    yield from (_exactly(acronym) for acronym in found)


def _exactly(acronym: str) -> _End:
    return lambda words, at: at + 1 if words[at].text in (acronym, f"{acronym}s") else 0


def _ways_of_bodies(reading: Reading, names: Sequence[str], *, body: bool) -> Iterator[_End]:
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


def _first_word(first: str) -> _End:
    def end(words: Sequence[Word], at: int) -> int:
        before = words[at - 1] if at and words[at].start - words[at - 1].end == 1 else None
        named = (
            before is not None and before.text[0].isupper() and fold(before.text) not in classes().prep | classes().det
        )
        if words[at].text != first or named or _goes_on(words, at + 1):
            return 0
        return at + 1 if at or not is_common(fold(first)) or _acts(words, at + 1) else 0

    return end


def _acts(words: Sequence[Word], at: int) -> bool:
    """Whether a verb or the "s" of a genitive stands at `at`, or nothing: an ordinary word that opens a sentence is a name then."""
    low = fold(words[at].text) if at < len(words) else "s"
    return low == "s" or classes().is_auxiliary(low) or bool(form(low).tags & {"VBD", "VBZ"})


def _is_head_of(reading: Reading, head: str) -> bool:
    """Whether another name begins with it ("Bank of Italy"): "the Bank" is that one then."""
    return f"{head} of " in reading.text


def _capital_head(head: str) -> _End:
    def end(words: Sequence[Word], at: int) -> int:
        last = at + 2
        same = last <= len(words) and fold(words[at].text) == "the" and words[at + 1].text == head
        owned = last < len(words) and fold(words[last].text) in ("of", "for")
        return last if same and not owned and not _goes_on(words, last) else 0

    return end
