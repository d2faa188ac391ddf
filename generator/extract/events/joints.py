"""Where the clause of each finite verb begins, and by what it hangs on those before it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from generator.extract.events.openers import comma_before, coordinator, marker
from generator.extract.events.reports import (
    behind_date,
    gerund_of_speech,
    is_parenthesis,
    opens_content,
    reports_at_end,
    tells_that,
)
from generator.extract.grammar import Verb
from generator.extract.grammar.classes import classes, is_adverb

Link = Literal["main", "and", "content", "aside", "under"]
_RELATIVE = frozenset(("who", "which", "whom", "whose", "where"))
_BARE = frozenset(("say", "believe", "think", "claim", "insist", "fear", "hope"))  # often without "that"
_CLOSERS = frozenset(("”", '"', "»"))


class Joint(NamedTuple):
    """`start`: the clause's first token. `resumes`: the clause began before a relative clause and goes on here; `fresh` that it
    has a subject of its own all the same. `subject`: one parted from
    its verb by an aside. `reports_before`: a verb of speech behind what it reports."""

    start: int
    link: Link
    marker: str = ""
    above: int = -1
    resumes: bool = False
    fresh: bool = False
    subject: tuple[int, int] = (0, 0)
    reports_before: bool = False


class Piece(Protocol):
    """A clause read before: its joint and its verb."""

    @property
    def joint(self) -> Joint:
        """How it hangs."""

    @property
    def verb(self) -> Verb:
        """Its verb."""


def joint(words: Sequence[str], before: Sequence[Piece], verb: Verb, dated: frozenset[int]) -> Joint:
    """How the clause of `verb` hangs on those `before`. `dated`: positions of the words of dates."""
    if not before:
        return Joint(0, "content") if verb.quoted else _first(words, verb, dated)
    if _closes_aside(words, before, verb):
        return Joint(verb.first, "main", resumes=True)
    return _closes_inner_aside(words, before, verb) or _behind(words, before, verb, dated)


def _behind(words: Sequence[str], before: Sequence[Piece], verb: Verb, dated: frozenset[int]) -> Joint:
    """How a clause that closes no aside hangs on those before."""
    lower = before[-1].verb.index + 1
    marked = marker(words, lower, verb.first, dated)
    if before[-1].verb.quoted != verb.quoted:
        return _beside_quotation(words, before, verb, marked, dated)
    said = gerund_of_speech(words, lower, verb.first, marked)
    if said >= 0:
        beside = before[-1].joint.link == "content" and words[said - 1] == ","
        return Joint(said, "content", words[said], before[-1].joint.above if beside else len(before) - 1)
    comma = comma_before(words, lower, verb.first)
    if comma > marked and reports_at_end(words, verb, comma):
        return Joint(comma, "main", reports_before=True)
    return _marked(words, before, marked, dated) if marked >= 0 else _plain(words, before, verb, dated)


def _closes_aside(words: Sequence[str], before: Sequence[Piece], verb: Verb) -> bool:
    """Spot ", hit" of "The quake, which had a depth of 28km and lasted a minute, hit": behind the comma that ends the aside
    the main clause goes on."""
    at = verb.first - 1
    while at > before[-1].verb.index and is_adverb(words[at]):
        at -= 1
    if words[at] != "," or _has_main(before) or before[-1].verb.quoted != verb.quoted:
        return False
    opening = before[0].joint
    return opening.link == "aside" and opening.start > 0 and words[opening.start - 1] == ","


def _closes_inner_aside(words: Sequence[str], before: Sequence[Piece], verb: Verb) -> Joint | None:
    """The joint of ", made" of "said that Lind, who ran the shop, made payments": what is told goes on behind the aside."""
    aside, above = before[-1].joint, before[-1].joint.above
    if aside.link != "aside" or above < 0 or words[verb.first - 1] != "," or words[aside.start - 1] != ",":
        return None
    teller = before[above].verb
    between = words[teller.index + 1 : aside.start - 1]
    if not {teller.lemma} & (classes().clause | classes().that) or not between:
        return None
    if "that" not in between and teller.lemma not in _BARE:
        return None
    first = teller.index + 1 + (between.index("that") + 1 if "that" in between else 0)
    return Joint(verb.first, "content", "that", above, subject=(first, aside.start - 1))


def _plain(words: Sequence[str], before: Sequence[Piece], verb: Verb, dated: frozenset[int]) -> Joint:
    """Without a word that subordinates it."""
    lower = before[-1].verb.index + 1
    if ";" in words[lower : verb.first]:
        return Joint(words.index(";", lower), "main")
    joining, comma = coordinator(words, lower, verb.first), comma_before(words, lower, verb.first)
    if joining >= 0 and not _joins_nouns(words, before[-1].verb, verb, joining):
        return _joined(words, before, joining)
    if joining >= 0:
        return _unmarked(words, before, verb, dated)
    return _behind_comma(words, before, verb, comma, dated) if comma >= 0 else _unmarked(words, before, verb, dated)


def _joins_nouns(words: Sequence[str], last: Verb, verb: Verb, at: int) -> bool:
    """Spot "said the ferry and the bus were late": behind a verb of speech the coordinator joins two nouns, no clauses."""
    left, right = words[last.index + 1 : at], words[at + 1 : verb.first]
    nouns = bool(left) and any(not is_adverb(word) for word in right)
    return last.lemma in classes().clause and nouns and not {",", ";"} & {*left} and not {*left} & classes().prep


def _first(words: Sequence[str], verb: Verb, dated: frozenset[int]) -> Joint:
    at = marker(words, 0, verb.first, dated)
    if at < 0 or _is_closed_before(words, at, verb.first):
        return Joint(0, "main")
    if words[at] in _RELATIVE or (words[at] == "that" and at > 0):
        return Joint(_with_preposition(words, at, -1), "aside", words[at])
    return Joint(at if at > 2 and words[at - 1] != "," else 0, "under", words[at])


def _is_closed_before(words: Sequence[str], at: int, verb: int) -> bool:
    """Whether the relative whose word stands at `at` ends right before the verb, its own verb unseen: "The yard, where 40
    people work, will close"."""
    inside = words[at + 1 : verb]
    return at > 0 and words[at - 1] == "," and inside.count(",") == 1 and inside[-1] == "," and len(inside) > 1


def _with_preposition(words: Sequence[str], at: int, lower: int) -> int:
    """Where a relative clause begins: "in which", "a copy of which"."""
    if at - 1 <= lower or words[at - 1] not in classes().prep:
        return at
    comma = next((back for back in range(at - 2, max(at - 6, lower), -1) if words[back] == ","), at - 2)
    return comma + 1


def _beside_quotation(
    words: Sequence[str], before: Sequence[Piece], verb: Verb, marked: int, dated: frozenset[int]
) -> Joint:
    """Outside after inside, or the other way: the quotation is no part of the other clause."""
    start = before[-1].verb.index + 1
    edge = next((at for at in range(start, verb.first) if words[at] in '“”"«»„'), start)
    if verb.quoted:
        return Joint(edge, "content", above=len(before) - 1)
    if marked > edge:
        return _marked(words, before, marked, dated)
    return Joint(edge, "and" if _has_main(before) else "main", above=_main(before))


def _marked(words: Sequence[str], before: Sequence[Piece], at: int, dated: frozenset[int]) -> Joint:
    word, last = words[at], len(before) - 1
    start = at
    while start - 1 > before[-1].verb.index and (
        is_adverb(words[start - 1]) or words[start - 1] in ("even", "just", "only")
    ):
        start -= 1
    if word in _RELATIVE:
        return Joint(_with_preposition(words, start, before[-1].verb.index), "aside", word, last)
    if word == "that":
        between = [words[on] for on in range(before[last].verb.index + 1, at) if on not in dated]
        speaks = tells_that(before[last].verb, between)
        return Joint(start, "content" if speaks else "aside", word, last)
    return Joint(start, "under", word, last)


def _joined(words: Sequence[str], before: Sequence[Piece], at: int) -> Joint:
    """Behind "and": beside the clause before, or beside the main one when a comma parts it from a subordinate clause."""
    last = len(before) - 1
    previous = before[last].joint
    comma = at > 0 and words[at - 1] in {",", *_CLOSERS}
    start = at - 1 if comma else at
    if previous.link in ("main", "and") or not comma:
        link: Link = "and" if previous.link == "main" else previous.link
        above = last if previous.link in ("main", "and") else previous.above
        return Joint(start, link, previous.marker, above)
    if not _has_main(before):
        return Joint(start, "main", resumes=True, fresh=True)
    return Joint(start, "and", above=_main(before))


def _behind_comma(
    words: Sequence[str], before: Sequence[Piece], verb: Verb, comma: int, dated: frozenset[int]
) -> Joint:
    last = before[-1]
    if _is_contact(words, comma, verb):
        return Joint(comma, "aside", "", len(before) - 1)
    bare = all(is_adverb(word) or word == "," for word in words[comma + 1 : verb.first])
    if not _has_main(before):
        aside = last.joint.link == "aside"
        return Joint(verb.first if aside and bare else comma, "main", resumes=aside, fresh=not bare)
    if verb.lemma in classes().clause and verb.first - comma <= 12 and not verb.modal:
        return Joint(comma, "main", reports_before=True)
    opened = len(before) == 1 and "," in words[: last.verb.first]  # "In his time, Lind said, most had come"
    if is_parenthesis(words, last.verb, dated) and (bare or opened):
        return Joint(verb.first, "content", above=len(before) - 1)
    return Joint(comma, "and", above=_main(before))


def _is_contact(words: Sequence[str], comma: int, verb: Verb) -> bool:
    """Spot ", a fire it blamed on thieves" and ", facing a party she has beaten once": a relative without its word."""
    between = words[comma + 1 : verb.first]
    pronoun = len(between) > 2 and between[-1] in classes().subject - classes().rel - {"there", "what"}
    opens = between[:1] and (between[0] in classes().det or between[0].endswith("ing"))
    return bool(pronoun and opens and between[-2] not in classes().coord and between[-2] != ",")


def _unmarked(words: Sequence[str], before: Sequence[Piece], verb: Verb, dated: frozenset[int]) -> Joint:
    """With nothing between: a main clause taken up again, what someone said without "that", or a relative without its word."""
    last = before[-1]
    opened = before[0].joint.link == "aside" and before[0].joint.start > 0  # "The man who fled before police came was"
    if (last.joint.link == "aside" or (last.joint.link == "under" and opened)) and not _has_main(before):
        return Joint(verb.first, "main", resumes=True)
    start = last.verb.index + 1
    while start < verb.first and (start in dated or (start + 1 in dated and words[start] in classes().prep)):
        start += 1
    if last.verb.lemma in classes().clause:
        return Joint(behind_date(words, start, verb.first, dated), "content", above=len(before) - 1)
    if last.verb.lemma in classes().that and opens_content(words[start : verb.first]):
        return Joint(start, "content", above=len(before) - 1)
    return Joint(start, "aside", "", len(before) - 1)


def _has_main(before: Sequence[Piece]) -> bool:
    return any(piece.joint.link == "main" for piece in before)


def _main(before: Sequence[Piece]) -> int:
    """The number of the last main clause, -1 without one."""
    return next((at for at in range(len(before) - 1, -1, -1) if before[at].joint.link == "main"), -1)
