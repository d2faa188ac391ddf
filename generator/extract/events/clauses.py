"""Which words of a sentence belong to which finite verb, and how the clauses hang together."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.extract.events.joints import Joint, Link, joint
from generator.extract.events.knowledge import words as knowledge
from generator.extract.grammar import Verb
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.tokens import Token


class Clause(msgspec.Struct, frozen=True):
    """One finite verb with the words about it. `number`: its place among the sentence's clauses; `words`: positions of its
    tokens; `subject`: the token range [start, end) before the verb in which the subject stands, empty when the clause shares
    that of `above`; `link`: how it hangs on the clause `above` (-1 for none): `main`, `and` (joined, of the same rank),
    `content` (what a verb of speech tells), `aside` (a relative clause) or `under` (an adverbial one)."""

    sentence: int
    number: int
    verb: Verb
    tokens: tuple[Token, ...]
    words: tuple[int, ...]
    subject: tuple[int, int]
    link: Link
    marker: str = ""
    above: int = -1

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The runs of its words as offsets into the article's text."""
        runs: list[list[int]] = []
        for at in self.words:
            if runs and runs[-1][1] == at - 1:
                runs[-1][1] = at
            else:
                runs.append([at, at])
        return tuple((self.tokens[first].start, self.tokens[last].end) for first, last in runs)

    def holds(self, offset: int) -> bool:
        """Whether the word at `offset` of the text is one of its own."""
        return any(start <= offset < end for start, end in self.spans)

    def position(self, offset: int) -> int:
        """The position of the token at `offset` of the text; -1 outside the sentence."""
        at = bisect_right(self.tokens, offset, key=lambda token: token.start) - 1
        return at if at >= 0 and offset < self.tokens[at].end else -1

    def lower(self, at: int) -> str:
        """The word at a position, in lower case; empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""


def _is_acronym(text: str) -> bool:
    """Spot "IF" and "WHO", which are no conjunction and no pronoun."""
    return len(text) > 1 and text.isupper()


def _with_commas(words: list[str]) -> tuple[str, ...]:
    """The words with commas for the dashes or brackets about a relative clause: "The singer – who was ill – left"."""
    closing = ""
    for at, word in enumerate(words):
        if closing and word == closing:
            words[at], closing = ",", ""
        elif word in ASIDE_MARKS and words[at + 1 : at + 2] and words[at + 1] in classes().rel - {"that"}:
            words[at], closing = ",", ASIDE_MARKS[word]
    return tuple(words)


ASIDE_MARKS = {"–": "–", "—": "—", "(": ")"}  # with what closes each


class _Piece(NamedTuple):
    joint: Joint
    verb: Verb


def clauses(
    sentence: int, tokens: tuple[Token, ...], verbs: Sequence[Verb], dated: frozenset[int]
) -> tuple[Clause, ...]:
    """The clauses of one sentence, in the order of their verbs. `dated`: positions of the words of dates, which stay with the
    verb before them when a clause without "that" follows."""
    words = _with_commas([token.text if _is_acronym(token.text) else token.lower for token in tokens])
    pieces: list[_Piece] = []
    for verb in verbs:
        pieces.append(_Piece(joint(words, pieces, verb, dated), verb))
    links = _settled([piece.joint for piece in pieces])
    owners = _owners(links, pieces, words)
    return tuple(
        Clause(
            sentence,
            number,
            piece.verb,
            tokens,
            tuple(at for at, owner in enumerate(owners) if owner == number),
            _subject(number, links[number], piece.verb, owners, words),
            links[number].link,
            links[number].marker,
            links[number].above,
        )
        for number, piece in enumerate(pieces)
    )


def _settled(joints: list[Joint]) -> list[Joint]:
    """The joints once the whole sentence is seen: what stands before ", police said" is what police said, and a clause that
    came before the main one hangs on it."""
    mains = [number for number, joint in enumerate(joints) if joint.link == "main"]
    for number in mains:
        if joints[number].reports_before:
            for other in mains:
                if other < number:
                    joints[other] = joints[other]._replace(link="content", above=number)
    first = next((number for number, joint in enumerate(joints) if joint.link == "main"), -1)
    return [
        joint._replace(above=first) if joint.above < 0 and number != first and joint.link != "main" else joint
        for number, joint in enumerate(joints)
    ]


def _owners(joints: Sequence[Joint], pieces: Sequence[_Piece], words: Sequence[str]) -> list[int]:
    """The clause of each word."""
    owners, current = [], -1
    starts = {joint.start: number for number, joint in enumerate(joints)}
    until = -1
    for at, word in enumerate(words):
        if at in starts:
            current = starts[at]
            aside = joints[current].link == "aside" and at > 0 and words[at - 1] == ","
            until = pieces[current].verb.index if aside else -1
        elif until >= 0 and at > until and word == "," and joints[current].above >= 0:
            current, until = joints[current].above, -1
        owners.append(current)
    pending = next((number for number, joint in enumerate(joints) if joint.resumes), 0)
    return [pending if owner < 0 else owner for owner in owners]


def _subject(number: int, joint: Joint, verb: Verb, owners: Sequence[int], words: Sequence[str]) -> tuple[int, int]:
    """Where the subject stands: behind the clause's last opening comma, before the verb."""
    if joint.subject[1]:
        return joint.subject
    last = verb.first
    if joint.resumes and not joint.fresh:
        last = next((at for at in range(len(owners)) if owners[at] != number), verb.first)
    first = next((at for at in range(last) if owners[at] == number), last)
    if owners[first:last].count(number) < last - first:
        first = max(at for at in range(first, last) if owners[at] != number) + 1
    if joint.marker and joint.marker in words[first : min(first + 4, last)]:
        first = words.index(joint.marker, first, last) + 1
    while first < last and (words[first] in _LEADING or not words[first][:1].isalnum() or words[first] == joint.marker):
        first += 1
    pronoun = last - first > 1 and words[last - 1] in classes().subject - classes().rel
    if joint.link == "aside" and not joint.marker and pronoun:
        return last - 1, last  # "the school he built"
    if all(is_adverb(word) or word in classes().adverb for word in words[first:last]):
        return last, last  # "took him in, but then refused to pay"
    return _behind_opening(words, first, last)


_LEADING = frozenset(("and", "but", "or", "that", "yet", "so"))


def _opens_sentence(words: Sequence[str], first: int) -> bool:
    """Whether a phrase before the subject begins here; "two weeks after the fire" is one, too."""
    ahead = [*words[first + 1 : first + 4]]
    ahead = ahead[: ahead.index(",")] if "," in ahead else ahead  # "Lind, after a long flight, is to rest"
    if words[first] in knowledge().before_subject or {"after", "before", "later", "earlier"} & {*ahead}:
        return True
    if first == 0 and words[first] == "having":
        return True
    tags, behind = form(words[first]).tags, words[first + 1] if first + 1 < len(words) else ""
    if first == 0 and "VBG" in tags and words[first].endswith("ing") and behind in classes().det:
        return True  # "Opening the hearing, she said"
    if first == 0 and "VBN" in tags and behind in classes().det:
        return True  # "Named the best in the land, she retired"
    return bool({"VBN", "VBG"} & tags) and behind in classes().prep | classes().adverb


def _is_aside(words: Sequence[str], first: int, last: int) -> bool:
    """Whether all from here to the verb is one aside: "In May a group of banks, led by Peel, lent the firm £3m"."""
    closes = words[last - 1] == "," and "," not in words[first : last - 1]
    return closes and bool({"VBN", "VBG"} & form(words[first]).tags or words[first] in classes().prep | classes().rel)


def _behind_opening(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Skip "In May, ", "Speaking in Leeds, " and "Founded in 1898, " before the subject."""
    while first < last and _opens_sentence(words, first) and "," in words[first:last]:
        comma = words.index(",", first, last)
        if comma + 1 >= last or _is_aside(words, comma + 1, last):
            break
        first = comma + 1
        inner = words[last - 1] != "," and "," in words[first : last - 1]
        if inner and not {"and", "or"} & {*words[first:last]}:  # "in Oslo, the capital, Lind met"
            first = last - words[first : last - 1][::-1].index(",") - 1
    return first, last
