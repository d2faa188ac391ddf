"""From the words kept for a title to its text: joined, without openings, cut to length, closed quotations."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from generator.extract.events.clauses import ASIDE_MARKS, Clause
from generator.extract.events.knowledge import words
from generator.extract.grammar.classes import classes
from generator.extract.numerals import spelled
from generator.extract.tokens import Token

LONGEST = 110  # characters, about
_NUMBER = re.compile(rf"\d+|{spelled()}|few|couple")
_SHORTEST = 25  # no title is cut at an aside before
_ABOUT_ASIDES = frozenset((*ASIDE_MARKS, *ASIDE_MARKS.values()))
_OPENING_MARKS = frozenset(("“", "«", "„", '"', "$", "£", "€", "‘", "'"))


def without_opening(clause: Clause, kept: Sequence[int]) -> list[int]:
    """`kept` without "However, ", a coordinator and marks at its start."""
    result = list(kept)
    while result:
        text = " ".join(clause.lower(at) for at in result[:5]) + " "
        phrase = next((phrase for phrase in words().openings if text.startswith(f"{phrase} ")), "")
        first = clause.tokens[result[0]].text
        if phrase and len(result) > len(phrase.split()) + 1:
            result = result[len(phrase.split()) :]
        elif not first[:1].isalnum() and first not in _OPENING_MARKS:
            result = result[1:]
        else:
            break
    return result


def without_loose_marks(clause: Clause, kept: Sequence[int]) -> list[int]:
    """`kept` without a comma or coordinator whose phrase has been taken out: "Okafor, [who won gold,] withdrew", "cancelled
    [in 2020] and [2021]"."""
    chosen = set(kept)
    last = max(chosen, default=0)
    loose = {at for at in kept if clause.lower(at) in ("and", "or") and at < last and not {at - 1, at + 1} & chosen}
    loose |= {at for pair in pairwise(kept) if {clause.lower(on) for on in pair} <= _ABOUT_ASIDES for at in pair}
    marks = [at for at in kept if at < clause.verb.first and clause.lower(at) in (",", *ASIDE_MARKS)]
    alone = len(marks) and [clause.lower(at) for at in marks].count(clause.lower(marks[-1])) == 1
    if alone and not any(marks[-1] < at < clause.verb.first for at in kept):
        loose.add(marks[-1])
    loose |= {*_cut_short(clause, chosen)}
    return [at for at in kept if at not in loose]


def _cut_short(clause: Clause, chosen: set[int]) -> range:
    """Positions of ", hours" and ", 42 days" where the clause with "after" that they measure is another event."""
    last = max(chosen, default=-1)
    comma = next(
        (at for at in range(last - 1, last - 5, -1) if at > clause.verb.index and clause.lower(at) == ","), last
    )
    parted = clause.lower(last + 1) in ("after", "before") and last + 1 not in clause.words
    if not parted:
        return range(0)
    return range(comma, last + 1) if comma < last else range(_measure(clause, last), last + 1)


def _measure(clause: Clause, last: int) -> int:
    """Where "hours" or "two weeks" begins that stands right before "after"; behind `last` for none."""
    at, known = last + 1, classes()
    if clause.lower(last) in words().measures:
        at = last
        while at - 1 > clause.verb.index and (
            clause.lower(at - 1) in known.det or _NUMBER.fullmatch(clause.lower(at - 1))
        ):
            at -= 1
    return at


def ends_in_particle(clause: Clause, kept: Sequence[int], dropped: Collection[int]) -> bool:
    """Spot "went on" of "went on [on Friday]": no loose word, for the date has a preposition of its own."""
    at, known = clause.verb.index + 1, classes().prep
    behind = any(on > at and clause.tokens[on].is_word for on in kept)
    return {clause.lower(at), clause.lower(at + 1)} <= known and at + 1 in dropped and at in kept and not behind


def joined(source: str, pieces: Sequence[tuple[Token, str]]) -> str:
    """The words as one text, with the spaces of `source` where they stand beside each other there."""
    text, last = "", None
    for token, word in pieces:
        if last is not None:
            gap = source[last.end : token.start]
            apart = gap if not gap.strip() and len(gap) <= 1 and token.start >= last.end else " "
            text += "" if apart == " " and token.text in (",", ".", ";", ":", "’s", "'s", ")") else apart
        text += word
        last = token
    return text.replace(",,", ",").replace("\n", " ")


def finished(text: str, told: int = 0, *, loose: bool = True) -> str:
    """`text` cut to length, with a capital at its start and no stop or, unless `loose` is false, loose word at its end.
    `told`: how long its subject is, in which no aside ends it."""
    text = cut(text, told).strip(" ,;:–—-.")
    whole = loose and not text.endswith("…")
    while whole and text.rsplit(" ", 1)[-1].lower() in words().loose and " " in text:
        text = text.rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    text = balanced(text).replace(".”", "”").removesuffix(".")
    return text[:1].upper() + text[1:]


def cut(text: str, told: int = 0) -> str:
    """Up to the first aside behind the first `told` characters; when that is still too long, up to the last joint that fits,
    with an ellipsis."""
    end = next((at for at in _asides(text) if max(_SHORTEST, told) <= at <= LONGEST), len(text))
    text = text[:end].strip()
    if len(text) <= LONGEST + 1:
        return text
    joints = [at for at in _joints(text) if 40 <= at < LONGEST]
    end = joints[-1] if joints else text.rfind(" ", 0, LONGEST)
    return text[: end if end > 0 else LONGEST].rstrip(" ,;:–—-") + "…"


def _asides(text: str) -> Iterator[int]:
    """Where ", which" and the like begin, outside quotation marks."""
    opened = text.find(" that, ")  # "ruled that, between May and July, the firm broke the law"
    closed = text.find(",", opened + len(" that, ")) if opened >= 0 else -1
    for at, character in enumerate(text):
        if opened < at <= closed:
            continue
        if character in ",;–—" and text[:at].count("“") == text[:at].count("”"):
            rest = text[at + 1 :].lower().split()[:2]
            if rest and (rest[0] in words().tails or " ".join(rest) in words().tails or rest[0].endswith("ing")):
                yield at


def _joints(text: str) -> Iterator[int]:
    """Spaces before words that open a phrase or clause."""
    known = classes()
    openers = (known.prep - {"of"}) | known.coord | known.sub | known.rel
    for at, character in enumerate(text):
        if character == " " and (text[at - 1] == "," or text[at + 1 :].split(" ", 1)[0].lower() in openers):
            yield at


def balanced(text: str) -> str:
    """`text` with a quotation closed that a cut has left open."""
    if text.count('"') % 2:
        return text.removesuffix("…").rstrip(" ,") + ('…"' if text.endswith("…") else '"')
    if text.count("“") > text.count("”"):
        return text.removesuffix("…").rstrip(" ,") + ("…”" if text.endswith("…") else "”")
    return text


def quote_title(speaker: str, verb: str, quotation: str) -> str:
    """`Ana Mora said: “We will not go.”`, cut to length; `verb` may be empty."""
    start = f"{speaker} {'said' if verb == 'told' else verb}".strip() + ": “"
    start = start[:1].upper() + start[1:]
    room = LONGEST - len(start) - 1
    if len(quotation) <= room:
        return f"{start}{quotation.rstrip(' ,')}”"
    end = max(quotation.rfind(" ", 0, room), 20)
    return f"{start}{quotation[:end].rstrip(' ,;:–—-')}…”"
