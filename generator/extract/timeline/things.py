"""What else means a thing or a body that was named: "it", "the device" where it is one or the text called it so."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.timeline.described import Looks, called_in, described
from generator.extract.timeline.names import singular
from generator.extract.timeline.words import home
from generator.extract.tokens import Token

Span = tuple[int, int]
_IT = frozenset(("it", "its", "itself"))
_PRONOUNS = _IT | {"he", "she", "they", "i", "we", "his", "her", "their"}
_EXPLETIVE = frozenset(("clear", "likely", "unlikely", "possible", "unclear", "hard", "difficult", "time", "important"))
_REACH = 2  # sentences, for what the text alone calls it
_FAR = 8  # sentences, for what it is by its kind


def meant(reading: Reading, by_name: set[Span], looks: Looks) -> set[Span]:
    """The further spans that mean the thing named at `by_name`."""
    if not by_name:
        return set()
    called = frozenset((*called_in(reading, by_name), *looks.last))
    search = _Search(reading, looks, by_name)
    found: set[Span] = set()
    for sentence, tokens in enumerate(reading.tokens):
        for at, token in enumerate(tokens):
            if token.start in looks.taken:
                continue
            end = described(tokens, at, called, looks)
            it = token.lower in _IT and search.is_it(sentence, at)
            if it or (end and (tokens[end].text in looks.short or search.is_nearest(sentence, at, tokens[end]))):
                found.add((token.start, tokens[max(end, at)].end))
                search.add(token.start)
    return found - by_name


class _Search:
    """Where the thing stands as far as the article was read, by sentence, beside its rivals."""

    def __init__(self, reading: Reading, looks: Looks, by_name: Iterable[Span]) -> None:
        self._reading = reading
        self._looks = looks
        self._heads = frozenset(phrase[-1] for phrase in looks.nouns)
        self._starts: dict[int, list[int]] = defaultdict(list)
        for start, _ in sorted(by_name):
            self.add(start)

    def add(self, start: int) -> None:
        """Note that it stands at `start`."""
        starts = self._starts[self._reading.sentence_at(start)]
        starts.insert(bisect_left(starts, start), start)

    def is_nearest(self, sentence: int, at: int, head: Token) -> bool:
        """Whether it was named before, and after every other thing that `head` may call."""
        before, one = self._reading.tokens[sentence][at].start, singular(head.lower)
        reach = _FAR if one in self._heads else _REACH
        for index in range(sentence, max(sentence - reach, 0) - 1, -1):
            own = [start for start in self._starts.get(index, ()) if start < before]
            other = [at for at, nouns in self._looks.rivals.get(index, ()) if at < before and one in nouns]
            if own or other:
                return self._last_of(index, own) > self._last_of(index, other)
        return False

    def _last_of(self, sentence: int, starts: Sequence[int]) -> tuple[bool, int]:
        """The last of the places in a sentence, subjects of its clauses before others."""
        clauses = self._reading.clauses[sentence]
        return max(
            ((any(_holds(self._reading, one, start) for one in clauses), start) for start in starts),
            default=(False, -1),
        )

    def is_it(self, sentence: int, at: int) -> bool:
        """Whether "it" at `at` is the thing: named earlier in the sentence, or the subject of the one before."""
        tokens = self._reading.tokens[sentence]
        before = tokens[at].start
        near = {token.lower for token in tokens[at + 1 : at + 4]}
        if tokens[at].lower == "it" and near & _EXPLETIVE and near & {"is", "was", "be", "will", "seems"}:
            return False
        own = max((start for start in self._starts.get(sentence, ()) if start < before), default=-1)
        rivals = [start for start, _ in self._looks.rivals.get(sentence, ()) if start < before]
        if own >= 0:
            return own > max(rivals, default=-1) or self._heads_subject(sentence, own)
        if rivals or _is_of_somebody(self._reading, sentence, at) or _is_of_subject(self._reading, sentence, at):
            return False
        opening = self._reading.clauses[sentence - 1][:1] if sentence else ()
        starts = self._starts.get(sentence - 1, ())
        return any(_holds(self._reading, clause, start) for clause in opening for start in starts)

    def _heads_subject(self, sentence: int, start: int) -> bool:
        """Whether it is the subject itself, and does not own or qualify it ("The Orbex move")."""
        for clause in self._reading.clauses[sentence]:
            if _holds(self._reading, clause, start):
                last = self._reading.subject_of(clause)[1]
                rest = clause.tokens[clause.position(start) : last]
                end = [token for token in rest if token.text[0].isalnum()][-1]
                itself = not end.text.islower() or end.lower in _PRONOUNS or singular(end.lower) in self._heads
                return itself and not any(token.lower in ("'s", "’s") for token in rest)
        return False


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


def _is_of_subject(reading: Reading, sentence: int, at: int) -> bool:
    """Whether "its" is that of its own clause's subject, no person and no several: "The court changed its mind"."""
    clause = home(reading, sentence, at)
    if clause is None or clause.lower(at) == "it":
        return False
    first, last = reading.subject_of(clause)
    if not first < last <= at:
        return False
    end, tokens = clause.tokens[last - 1], clause.tokens[first:last]
    people = any(
        first <= clause.position(one.start) < last
        for one in reading.mentions(sentence, "actor")
        if one.actor_kind in ("person", "unnamed")
    )
    return not (
        people
        or end.lower in _PRONOUNS
        or singular(end.lower) != end.lower
        or any(one.lower == "and" for one in tokens)
    )


def _holds(reading: Reading, clause: Clause, start: int) -> bool:
    first, last = reading.subject_of(clause)
    return first <= clause.position(start) < last
