"""Dates, with their prepositions, and sources that a title leaves out of its clause."""

from collections.abc import Iterator

from generator.extract.events.appositions import positions
from generator.extract.events.clauses import Clause
from generator.extract.events.governed import is_participle
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.model.mentions import Mention

_BEFORE_DATES = frozenset(("on", "in", "at", "during", "for", "over"))
_DATE = 6  # tokens of "between 3 May 2019 and"
_PART_OF_DATE = frozenset(("early", "late"))


def dates_and_sources(reading: Reading, clause: Clause) -> Iterator[int]:
    """Positions of dates with their preposition, and of attributions beside the verb of speech itself."""
    verb = clause.tokens[clause.verb.index].start
    verbs = {clause.verb.index, *(other.verb.index for other in reading.clauses[clause.sentence])}
    for mention in (*reading.mentions(clause.sentence, "date"), *reading.mentions(clause.sentence, "attribution")):
        if mention.timex_type in ("DURATION", "SET") or reading.is_quoted(mention.start):
            continue
        if mention.kind == "attribution" and mention.start <= verb < mention.end:
            continue
        at = positions(clause, mention.start, mention.end)
        if at and not _is_needed(reading, clause, mention, at, verbs):
            yield from _with_preposition(clause, mention, at)
            if mention.kind == "attribution":
                yield from _to_the_end(clause, at)


def _to_the_end(clause: Clause, at: set[int]) -> range:
    """Positions of the rest of ", according to a study published in Nature." at the end of a sentence."""
    rest = range(max(at) + 1, len(clause.tokens))
    marks = any(clause.tokens[on].text in ",;:" or clause.verb.first <= on <= clause.verb.index for on in rest)
    return range(0) if marks or clause.lower(min(at) - 1) != "," else rest


def _is_needed(reading: Reading, clause: Clause, mention: Mention, at: set[int], verbs: set[int]) -> bool:
    """A date that the words about it need: "the 2014 deal", "Monday's vote", "from 3 to 5 May", "since 2014", "an appeal
    filed in May". `verbs`: positions of the sentence's verbs."""
    if mention.kind != "date":
        return False
    before, behind = clause.lower(min(at) - 1), clause.lower(max(at) + 1)
    first, last = min(at), max(at)
    if any(one.subject == (first, last + 1) and last + 1 == one.verb.first for one in reading.clauses[clause.sentence]):
        return before not in classes().prep  # "as Easter week began"
    if (
        (before in ("and", "to") and _opens_span(clause, min(at) - 1))
        or before in words().date_kept_behind
        or behind == "'s"
    ):
        return True
    first = min(_with_preposition(clause, mention, at))
    if first - 1 not in verbs and is_participle(clause, first - 1):
        return True
    if "-" in mention.text and behind[:1].isalnum():  # "the 19th-century lighthouse"
        return True
    modifies = before[:1].isalnum() and before not in classes().prep and behind[:1].isalnum()
    return modifies and not _opens(behind)


def _opens_span(clause: Clause, joining: int) -> bool:
    """Whether "between" or the like stands before the date that ends at `joining`: "between May 2019 and"."""
    back = {clause.lower(at) for at in range(joining - 3, max(joining - _DATE, -1), -1)}
    return clause.lower(joining - 2) in words().date_kept_behind or not {"between", "from"}.isdisjoint(back)


def _opens(word: str) -> bool:
    known = classes()
    return (
        word in known.prep | known.coord | known.sub | known.det | known.rel | known.subject
        or word == "to"
        or bool(form(word).tags)
    )


def _with_preposition(clause: Clause, mention: Mention, at: set[int]) -> set[int]:
    first = min(at)
    if mention.kind == "date":
        first = _behind_particle(clause, first)
    found = set(range(first, max(at) + 1 + _behind_clock(clause, mention, max(at))))
    if clause.lower(first - 1) == "," and clause.lower(max(at) + 1) in (",", ".", ""):
        found.add(first - 1)
        if clause.lower(first - 2) == "that":  # "said that, on 3 May, Lind left"
            found.add(max(at) + 1)
    elif first == 0 and clause.lower(max(at) + 1) == ",":
        found.add(max(at) + 1)
    return found


def _behind_particle(clause: Clause, first: int) -> int:
    """Where the phrase of a date begins whose words begin at `first`: one preposition before it is the date's, what stands
    before that the verb's: "took over in 2022", "arrived late on Friday"."""
    while clause.lower(first - 1) in _PART_OF_DATE:
        first -= 1
    if clause.lower(first - 1) in _BEFORE_DATES:
        first -= 1
        while clause.lower(first - 1) in _PART_OF_DATE and first - 2 != clause.verb.index:
            first -= 1
    return first


def _behind_clock(clause: Clause, mention: Mention, last: int) -> int:
    """How many words behind a time of day go with it: "at 04:12 local time"."""
    if mention.timex_type != "TIME":
        return 0
    following = " ".join(clause.lower(last + on) for on in (1, 2))
    return next((len(phrase.split()) for phrase in words().behind_clock if f"{following} ".startswith(f"{phrase} ")), 0)
