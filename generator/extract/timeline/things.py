"""What else means a thing or a body that was named: "it", "the device" where it is one or the text called it so."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.timeline.kinds import Phrase, things
from generator.extract.timeline.names import singular
from generator.extract.tokens import Token

Span = tuple[int, int]
_IT = frozenset(("it", "its", "itself"))
_DEFINITE = frozenset(("the", "this"))
_PRONOUNS = _IT | {"he", "she", "they", "i", "we", "his", "her", "their"}
_EXPLETIVE = frozenset(("clear", "likely", "unlikely", "possible", "unclear", "hard", "difficult", "time", "important"))
_REACH = 2  # sentences, for what the text alone calls it
_FAR = 8  # sentences, for what it is by its kind
_MODIFIERS = 4  # words between "the" and the noun


class Looks(msgspec.Struct, frozen=True):
    """What tells that a description means the thing. `nouns`: what its kind is called; `short`: the first words of names like
    "Vega 3", `last`: last words of names; `types`: the plural means it, too; `places`: adjectives and towns that tell it from others of its kind;
    `taken`: where mentions of other actors start; `rivals`: where others stand, by sentence, each with what it is called."""

    nouns: frozenset[Phrase]
    short: frozenset[str]
    last: frozenset[str]
    types: bool
    places: frozenset[Phrase]
    own: frozenset[str]
    taken: frozenset[int]
    rivals: Mapping[int, Sequence[tuple[int, frozenset[str]]]]


def meant(reading: Reading, by_name: set[Span], looks: Looks) -> set[Span]:
    """The further spans that mean the thing named at `by_name`."""
    if not by_name:
        return set()
    called = {*_called(reading, by_name), *looks.last}
    starts: dict[int, list[int]] = defaultdict(list)
    for start, _ in by_name:
        starts[reading.sentence_at(start)].append(start)
    found: set[Span] = set()
    for sentence, tokens in enumerate(reading.context.tokens):
        for at, token in enumerate(tokens):
            if token.start in looks.taken:
                continue
            end = _described(tokens, at, called, looks)
            described = end and (
                tokens[end].text in looks.short
                or _is_nearest(reading, starts, looks, sentence, token.start, tokens[end])
            )
            if described or (token.lower in _IT and _is_it(reading, starts, looks, sentence, at)):
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
        head, at = _head(tokens, at)
        if head and at < len(tokens) and tokens[at].lower in ("'s", "’s"):  # "Orbex, the nation's largest shipbuilder"
            head, at = _head(tokens, at + 1)
        if head:
            yield head


def _head(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The last of the common nouns and adjectives from `at` on, empty for none, and where they end."""
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
    return head, at


def _described(tokens: Sequence[Token], at: int, called: set[str], looks: Looks) -> int:
    """The position of the noun of "the new device" that begins at `at`; 0 for none."""
    if not (_is_definite(tokens, at) or _is_of_place(tokens, at, looks)):
        return 0
    for end in range(at + 1, min(at + _MODIFIERS + 2, len(tokens))):
        size = _fits(tokens, at + 1, end, called, looks)
        if size:
            return end + size - 1
        if not _is_modifier(tokens[end], looks):
            return 0
    return 0


def _is_definite(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _DEFINITE or (tokens[at].text == "That" and at + 2 < len(tokens))


def _is_of_place(tokens: Sequence[Token], at: int, looks: Looks) -> bool:
    """As in "Tokyo's main index": the mark of the genitive behind a town."""
    return at > 0 and tokens[at].lower in ("'s", "’s") and (tokens[at - 1].lower,) in looks.places


def _fits(tokens: Sequence[Token], first: int, at: int, called: set[str], looks: Looks) -> int:
    """How many words at `at` are a noun the thing is called; 0 for none. What a plain list of its kind would hold has any words
    before it, what the text calls it adjectives alone."""
    if tokens[at].text in looks.short:
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return 0 if after[:1].isdigit() else 1
    if not tokens[at].text.islower():
        return 0
    for size in (2, 1):
        words = [token.lower for token in tokens[at : at + size]]
        one = singular(words[-1]) if words else ""
        plural = bool(words) and one != words[-1]
        if len(words) == size and (*words[:-1], one) in looks.nouns and (looks.types or not plural):
            return size
    plain = all(form(token.lower).adjective and not form(token.lower).noun for token in tokens[first:at])
    return int(plain and noun(tokens[at].lower) in called)


def _is_modifier(token: Token, looks: Looks) -> bool:
    """Whether a word may stand between "the" and the noun: an adjective, a participle, a town; none that means another one."""
    low = token.lower
    if low in things("others") or not (token.text[0].isalnum() or token.text == "-"):
        return False
    look = form(low)
    if token.text[0].isupper():
        return token.start not in looks.taken or (low,) in looks.places or low in looks.own
    known = classes()
    closed = low in known.prep or low in known.coord or low in known.rel or known.is_auxiliary(low) or low in known.det
    return not closed and (look.adjective or "VBN" in look.tags or "VBG" in look.tags or "-" in low)


def _is_nearest(
    reading: Reading, starts: dict[int, list[int]], looks: Looks, sentence: int, before: int, head: Token
) -> bool:
    """Whether it was named before, and after every other thing that is called so."""
    one = singular(head.lower)
    far = any(phrase[-1] == one for phrase in looks.nouns)
    for index in range(sentence, max(sentence - (_FAR if far else _REACH), 0) - 1, -1):
        own = [start for start in starts.get(index, ()) if start < before]
        other = [at for at, nouns in looks.rivals.get(index, ()) if at < before and one in nouns]
        if own or other:
            return _last_of(reading, index, own) > _last_of(reading, index, other)
    return False


def _last_of(reading: Reading, sentence: int, starts: Sequence[int]) -> tuple[bool, int]:
    """The last of the places in a sentence, subjects of its clauses before others."""
    return max(((_is_subject(reading, sentence, start), start) for start in starts), default=(False, -1))


def _is_it(reading: Reading, starts: dict[int, list[int]], looks: Looks, sentence: int, at: int) -> bool:
    """Whether "it" at `at` is the thing: named earlier in the sentence, or the subject of the one before."""
    tokens = reading.context.tokens[sentence]
    before = tokens[at].start
    near = {token.lower for token in tokens[at + 1 : at + 4]}
    if tokens[at].lower == "it" and near & _EXPLETIVE and near & {"is", "was", "be", "will", "seems"}:
        return False
    own = max((start for start in starts.get(sentence, ()) if start < before), default=-1)
    rivals = [start for start, _ in looks.rivals.get(sentence, ()) if start < before]
    if own >= 0:
        return own > max(rivals, default=-1) or _heads_subject(reading, looks, sentence, own)
    if rivals or _is_of_somebody(reading, sentence, at):
        return False
    return any(_opens(reading, sentence - 1, start) for start in starts.get(sentence - 1, ()))


def _is_of_somebody(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a name that nobody knows is the subject before "it": "Orbex, which closed a mill, praised its crew"."""
    for clause in (clause for clause in reading.clauses[sentence] if clause.link == "main"):
        first, last = reading.subject_of(clause)
        opening = clause.tokens[first] if first < last <= at else None
        people = {one.start for one in reading.mentions(sentence, "actor") if one.actor_kind == "person"}
        if (
            opening is not None
            and opening.text[0].isupper()
            and opening.lower not in classes().det | classes().prep
            and opening.lower not in _PRONOUNS
            and opening.start not in people
        ):
            return True
    return False


def _is_subject(reading: Reading, sentence: int, start: int) -> bool:
    """Whether what begins at `start` is the subject of a clause."""
    return any(_holds(reading, clause, start) for clause in reading.clauses[sentence])


def _heads_subject(reading: Reading, looks: Looks, sentence: int, start: int) -> bool:
    """Whether it is the subject itself, and does not own or qualify it ("The Orbex move")."""
    heads = {phrase[-1] for phrase in looks.nouns}
    for clause in reading.clauses[sentence]:
        first, last = reading.subject_of(clause)
        rest = clause.tokens[max(clause.position(start), first) : last]
        words = [token for token in rest if token.is_word or token.text[0].isalnum()]
        whole = bool(words) and not any(token.lower in ("'s", "’s") for token in rest)
        if whole and _holds(reading, clause, start):
            end = words[-1]
            return not end.text.islower() or end.lower in _PRONOUNS or singular(end.lower) in heads
    return False


def _opens(reading: Reading, sentence: int, start: int) -> bool:
    """Whether what begins at `start` is the subject of the sentence's first clause."""
    return any(_holds(reading, clause, start) for clause in reading.clauses[sentence][:1])


def _holds(reading: Reading, clause: Clause, start: int) -> bool:
    first, last = reading.subject_of(clause)
    return first <= clause.position(start) < last
