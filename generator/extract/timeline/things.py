"""What else means a thing that was named: "it", "the device" where the text called it one, its name without the number."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.tokens import Token

Span = tuple[int, int]
_IT = frozenset(("it", "its", "itself"))
_DEFINITE = frozenset(("the", "this"))
_OTHER_ONE = frozenset(
    ("original", "first", "previous", "old", "older", "earlier", "last", "other", "second", "next", "former")
)
_REACH = 2  # sentences


def meant(reading: Reading, by_name: set[Span], names: Sequence[str], taken: set[int]) -> set[Span]:
    """The further spans that mean the thing named at `by_name`. `taken`: where mentions of actors start."""
    if not by_name:
        return set()
    called = {*_called(reading, by_name), *(noun(name.split()[-1].lower()) for name in names)}
    short = {name.split()[0] for name in names if len(name.split()) == 2 and name.split()[1][0].isdigit()}
    starts: dict[int, list[int]] = defaultdict(list)
    for start, _ in by_name:
        starts[reading.sentence_at(start)].append(start)
    found: set[Span] = set()
    for sentence, tokens in enumerate(reading.context.tokens):
        for at, token in enumerate(tokens):
            if token.start in taken:
                continue
            end = _described(tokens, at, called, short)
            described = end and (tokens[end].text in short or _is_near(starts, sentence, token.start))
            if described or (token.lower in _IT and _is_subject_near(reading, starts, sentence, token.start)):
                found.add((token.start, tokens[max(end, at)].end))
                starts[sentence].append(token.start)
    return found - by_name


def _called(reading: Reading, by_name: set[Span]) -> Iterator[str]:
    """The nouns the text itself calls it: "its Vega rocket", "Vega, a light rocket"."""
    for start, end in by_name:
        tokens = reading.context.tokens[reading.sentence_at(start)]
        at = bisect_right(tokens, end - 1, key=lambda token: token.start)
        if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in ("a", "an", "the"):
            at += 2
        head = _head(tokens, at)
        if head:
            yield head


def _head(tokens: Sequence[Token], at: int) -> str:
    """The last of the common nouns and adjectives from `at` on; empty for none."""
    known, head = classes(), ""
    while at < len(tokens) and tokens[at].text.islower() and tokens[at].is_word:
        low = tokens[at].lower
        look = form(low)
        if low in known.prep or low in known.coord or low in known.rel or known.is_auxiliary(low):
            break
        if not (look.noun or look.adjective) or (look.tags & {"VBD", "VBZ"} and not look.noun):
            break
        head = noun(low) if look.noun else head
        at += 1
    return head


def _described(tokens: Sequence[Token], at: int, called: set[str], short: set[str]) -> int:
    """The position of the noun of "the new device" that begins at `at`; 0 for none."""
    if tokens[at].lower not in _DEFINITE:
        return 0
    end = at + 1
    while end + 1 < len(tokens) and form(tokens[end].lower).adjective and not form(tokens[end].lower).noun:
        if tokens[end].lower in _OTHER_ONE:
            return 0
        end += 1
    if end >= len(tokens) or tokens[end].lower in _OTHER_ONE:
        return 0
    after = tokens[end + 1].text if end + 1 < len(tokens) else ""
    fits = tokens[end].text in short and not after[:1].isdigit()
    return end if fits or noun(tokens[end].lower) in called else 0


def _is_near(starts: dict[int, list[int]], sentence: int, before: int) -> bool:
    near = range(max(sentence - _REACH, 0), sentence + 1)
    return any(min(starts[index], default=before) < before for index in near if index in starts)


def _is_subject_near(reading: Reading, starts: dict[int, list[int]], sentence: int, before: int) -> bool:
    """Whether it is named earlier in the sentence, or was the subject of the one before."""
    if min(starts.get(sentence, ()), default=before) < before:
        return True
    for clause in reading.clauses[sentence - 1][:1] if sentence else ():
        first, last = reading.subject_of(clause)
        return any(first <= clause.position(start) < last for start in starts.get(sentence - 1, ()))
    return False
