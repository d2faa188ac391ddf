"""The short forms of a name: "the 314" of the Boeing 314, "Alder" of Alder Air, "the Bank" of the Bank of England, "AHW"."""

from collections.abc import Iterator, Sequence

from generator.extract.actors.words import fold
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.initials import acronyms, exactly, ways_of_bodies
from generator.extract.timeline.kinds import Phrase, begins, is_type, kinds_of, nicknames, nouns_of, things
from generator.extract.timeline.names import singular
from generator.extract.timeline.plain import End, Word, goes_on, plain_words

Span = tuple[int, int]
_MODEL = 3  # letters and digits that stand alone ("A410", "314")
_OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "your"))


def without_tails(names: Sequence[str]) -> tuple[str, ...]:
    """The names, and those among them that go without their last word ("FTSE 40" for "FTSE 40 index")."""
    cut = (name.rpartition(" ")[0] for name in names if fold(name.rpartition(" ")[2]).strip(".") in things("tails"))
    return (*names, *(name for name in cut if name))


def short_spans(
    reading: Reading, names: Sequence[str], full: set[Span], taken: frozenset[int], *, body: bool
) -> set[Span]:
    """Where a short form of the names stands. `full`: where a whole name does; `taken`: where other things named start; `body`:
    whether it is known for an organisation."""
    ways = [*_ways(names), *map(exactly, acronyms(reading, names, full))]
    if full:
        ways += ways_of_bodies(reading, names, body=body)
    found: set[Span] = set()
    for sentence in reading.context.sentences:
        words = plain_words(sentence.text, sentence.start)
        for at, word in enumerate(words):
            end = max((way(words, at) for way in ways), default=0)
            if end and word.start not in taken:
                found.add((word.start, words[end - 1].end))
    return found


def _ways(names: Sequence[str]) -> Iterator[End]:
    """Those that need no whole name beside them."""
    for name in names:
        words = tuple(word.text for word in plain_words(name, 0))
        folded = tuple(map(fold, words))
        counts = words[-1].isdigit() and not is_type((name,)) if words else True
        if len(words) > 1 and len(words[-1]) >= _MODEL and words[-1][-1].isdigit() and not counts:
            yield _model(folded[-1], {noun[-1] for noun in nouns_of((name,))})
        for kind in kinds_of(name):
            size = begins(folded, kind.makers)
            rest = tuple(part for part in words[size:] if not part[-1].isdigit())
            if size and rest:
                yield _written(rest)
            yield from (_opening(words[:n]) for n in range(1, len(words)) if folded[:n] in kind.named)
    yield from (_nickname(nick) for nick in nicknames(names))


def _model(model: str, nouns: set[str]) -> End:
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


def _written(name: tuple[str, ...]) -> End:
    """A name with its capitals, where it is not its place that gives them: not "Focus on Leeds"."""

    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(name)
        same = tuple(word.text for word in words[at:last]) in (name, (*name[:-1], f"{name[-1]}s"))
        return last if same and at and not goes_on(words, last) else 0

    return end


def _opening(name: tuple[str, ...]) -> End:
    """The opening of a name before nothing else of the kind: "the FTSE", "the Dow Jones"."""

    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(name)
        same = tuple(word.text for word in words[at:last]) == name
        return last if same and not goes_on(words, last) else 0

    return end


def _nickname(nick: Phrase) -> End:
    def end(words: Sequence[Word], at: int) -> int:
        last = at + len(nick)
        low = tuple(fold(word.text) for word in words[at:last])
        return last if (*low[:-1], singular(low[-1])) == nick else 0

    return end
