"""Dates that stand side by side behind one verb: "won the title in 2011 and 2014" tells of two events, "in 1911 or 1912" of
one; "won gold in 2008 and silver in 2012" leaves its verb out the second time."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from generator.extract.dates import day_of
from generator.extract.events.clauses import Clause
from generator.extract.events.dating import candidates
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.numerals import spelled
from generator.model.dates import parse_edtf
from generator.model.mentions import Mention

_AGAIN = frozenset(("again", "then", "also", "once", "more", "finally", "later"))
_NUMBER = re.compile(rf"\d+|{spelled()}")
_PHRASE = 6  # tokens of what stands between two such dates: "on 5 May in Leeds and on 12 May"

Told = tuple[Clause, Mention | None]


class _Joint(NamedTuple):
    """Where a date is joined to the one before: the position of the coordinator or comma, whether a phrase stands between
    that date and it, and the positions [`lead`, `own`) of what takes the place of words before the first date ("silver")."""

    at: int
    trails: bool
    lead: int
    own: int


def told_on(reading: Reading, clause: Clause, date: Mention | None, *, planned: bool) -> tuple[Told, ...]:
    """The clause with its `date`; with each of the dates joined to it, without the words of the others; with the span of
    them all where they are alternatives."""
    if date is None:
        return ((clause, date),)
    found = sorted(candidates(reading, clause, planned=planned), key=lambda mention: mention.start)
    clause, date = _without_gapped(clause, found, date)
    alone: tuple[Told, ...] = ((clause, date),)
    chain, joints = _chain(clause, found, date) if date in found else ([], [])
    if len({mention.value for mention in chain}) < max(len(chain), 2):
        return alone
    if any(clause.lower(joint.at) == "or" for joint in joints):
        return ((clause, _either(date, chain)),)
    return tuple(_one(clause, chain, joints, at) for at in range(len(chain)))


def _without_gapped(clause: Clause, found: Sequence[Mention], date: Mention) -> tuple[Clause, Mention]:
    """The clause without "and sales 5% in 2023", where another subject shares the verb, and the date before that."""
    for one, two in pairwise(found):
        end, own = clause.position(one.end - 1) + 1, clause.position(two.start)
        end += clause.lower(end) == ","
        while clause.lower(own - 1) in classes().prep:
            own -= 1
        gap = range(end + 1, own)
        if date in (one, two) and clause.lower(end) == "and" and _is_phrase(clause, gap) and _has_subject(clause, gap):
            last = clause.position(two.end - 1)
            kept = tuple(at for at in clause.words if not end <= at <= last)
            return msgspec.structs.replace(clause, words=kept), one
    return clause, date


def _has_subject(clause: Clause, gap: range) -> bool:
    """Whether a phrase behind "and" opens with a noun that can be no object: "sales 5%", "its rival 90", and "her last" where
    the verb has none."""
    if not gap or clause.lower(gap[0]) in classes().prep | {"to"} or _is_again(clause, gap[0]):
        return False
    if clause.verb.passive or clause.lower(clause.verb.index + 1) in classes().prep:
        amount = form(clause.lower(gap[0])).noun and clause.lower(gap[0] + 1) in classes().prep  # "sales by 5%"
        return clause.lower(gap[0]) in _DETERMINED or amount
    figure = next((at for at in gap if clause.lower(at)[:1] in _FIGURE), gap[0])
    head = clause.lower(figure - 1)
    return figure > gap[0] and form(head).noun and head not in classes().det


_FIGURE = frozenset("0123456789$£€")
_DETERMINED = frozenset(("a", "the", "his", "her", "its", "their", "another"))


def _chain(clause: Clause, found: Sequence[Mention], date: Mention) -> tuple[Sequence[Mention], Sequence[_Joint]]:
    """The dates joined to `date`, itself among them, and their joints. A comma joins none that no "and" follows."""
    joints = [_joint(clause, one, two) for one, two in pairwise(found)]
    at = first = last = found.index(date)
    while first > 0 and joints[first - 1]:
        first -= 1
    while last < len(joints) and joints[last]:
        last += 1
    while last > first and (joint := joints[last - 1]) and clause.lower(joint.at) == ",":
        last -= 1
    own = [joint for joint in joints[first:last] if joint]
    return (found[first : last + 1], own) if at <= last else ((), ())


def _joint(clause: Clause, one: Mention, two: Mention) -> _Joint | None:
    """How the phrase of the date `two` is joined to that of `one`; `None` when it is not."""
    last, own = clause.position(one.end - 1), clause.position(two.start)
    while clause.lower(own - 1) in classes().prep or _is_again(clause, own - 1):
        own -= 1
    at = next((on for on in range(own - 1, max(own - _PHRASE, last) - 1, -1) if clause.lower(on) in _JOINTS), -1)
    if at <= last or at - last > _PHRASE or not _is_phrase(clause, range(at + 1, own)):
        return None
    end = at - 1 if clause.lower(at - 1) == "," and clause.lower(at) != "," else at
    trails = end > last + 1
    if trails and (clause.lower(last + 1) not in classes().prep or not _is_phrase(clause, range(last + 1, end))):
        return None  # "in 2011 silver and in 2014 gold"
    if own > at + 1 and (trails or _replaced(clause, at + 1, own, clause.position(one.start)) is None):
        return None
    return _Joint(at, trails, at + 1, own)


_JOINTS = frozenset(("and", "or", ","))


def _is_again(clause: Clause, at: int) -> bool:
    return clause.lower(at) in _AGAIN or is_adverb(clause.lower(at))


def _is_phrase(clause: Clause, positions: Sequence[int]) -> bool:
    """Whether words of the clause stand there without a mark or a word that begins a clause."""
    known = classes()
    return all(
        on in clause.words
        and clause.lower(on) not in known.coord | known.sub | known.rel
        and (clause.lower(on)[:1].isalnum() or clause.lower(on) in ("%", "$", "£", "€", "'s"))
        for on in positions
    )


def _replaced(clause: Clause, lead: int, own: int, date: int) -> range | None:
    """Positions before the first date of what the words [`lead`, `own`) stand for: the phrase with the same preposition, the
    object; none for "a third time"; `None` when nothing is seen."""
    if clause.lower(own - 1) == "time":
        return range(0)
    while clause.lower(date - 1) in classes().prep:
        date -= 1
    verb, word = clause.verb.index, clause.lower(lead)
    shared = _sum_before(clause, date) if _is_sum(word) else -1
    if shared > verb:
        return range(shared, date)
    if word in classes().prep | {"to"}:
        at = next((on for on in range(date - 1, verb, -1) if clause.lower(on) == word), -1)
        return range(at, date) if at > verb else None
    figure = next((on for on in range(verb + 1, date) if clause.lower(on)[:1] in _FIGURE), date)
    if word[:1] in _FIGURE and figure < date:
        return range(figure, date)
    first = clause.lower(verb + 1)
    return range(verb + 1, date) if verb + 1 < date and first not in classes().prep | {"to", ","} else None


def _is_sum(word: str) -> bool:
    return word[:1].isdigit() or word in _MONEY


def _sum_before(clause: Clause, end: int) -> int:
    """Where the sum behind "of" begins that ends at `end`: "£2m" of "bids of £2m on 4 July and £3m on 5 July"; -1 without."""
    at = next((on for on in range(end - 1, clause.verb.index, -1) if not _is_sum(clause.lower(on))), -1)
    return at + 1 if at > 0 and at + 1 < end and clause.lower(at) == "of" else -1


_MONEY = frozenset(("$", "£", "€", "million", "billion", "m", "bn"))


def _one(clause: Clause, chain: Sequence[Mention], joints: Sequence[_Joint], at: int) -> Told:
    """The clause with one of its dates, without the phrases of the others."""
    ends = [clause.position(mention.end - 1) + 1 for mention in chain]
    trails = any(joint.trails for joint in joints)
    behind = next((on for on in range(ends[-1], len(clause.tokens)) if not clause.tokens[on].is_word), ends[-1])
    edges = [clause.position(chain[0].start), *(joint.at for joint in joints), behind if trails else ends[-1]]
    others = {on for number in range(len(chain)) if number != at for on in range(edges[number], edges[number + 1])}
    if any(joint.lead < joint.own and _is_sum(clause.lower(joint.lead)) for joint in joints):
        others |= {*_counted(clause, edges[0])}
    if at:
        joint = joints[at - 1]
        others |= {joint.at}
        if joint.lead < joint.own:
            others |= {*(_replaced(clause, joint.lead, joint.own, edges[0]) or ())}
    kept = tuple(on for on in clause.words if on not in others)
    return msgspec.structs.replace(clause, words=kept), chain[at]


def _counted(clause: Clause, date: int) -> Iterator[int]:
    """Positions of "two" and the comma in "two bids, of £2m on 4 July and £3m on 5 July", each of which is one of the two."""
    while clause.lower(date - 1) in classes().prep:
        date -= 1
    of = _sum_before(clause, date) - 1
    if of <= clause.verb.index:
        return
    yield from (on for on in (of - 1,) if clause.lower(on) == ",")
    numbers = (on for on in range(clause.verb.index + 1, of) if _NUMBER.fullmatch(clause.lower(on)))
    yield from (on for on in (next(numbers, -1),) if on > 0)


def _either(date: Mention, chain: Sequence[Mention]) -> Mention:
    """The mention with the days from the first of the alternatives to the last."""
    days = sorted((day for mention in chain if (day := day_of(mention)).start), key=lambda day: day.sort_key)
    closed = len(days) == len(chain) and not any(set("/~?%X") & set(day.edtf) for day in days)
    value = f"{days[0].edtf}/{days[-1].edtf}" if closed else ""
    return msgspec.structs.replace(date, value=parse_edtf(value).edtf) if value else date
