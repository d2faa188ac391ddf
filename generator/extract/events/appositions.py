"""What stands apart in a subject, which a title leaves out: "Smith, a former banker," and "the club's manager, Ana Mora,"."""

from collections.abc import Iterator, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.governed import is_participle
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.grammar.classes import classes
from generator.model.mentions import Mention


def apposition(reading: Reading, clause: Clause) -> Iterator[int]:
    """Positions of an apposition in the subject; of what stands before it when it holds the name: "Smith, a former banker,"
    and "the club's manager, Ana Mora,"."""
    first, last = reading.subject_of(clause)
    marks = (at for at in range(first, last) if clause.lower(at) in (",", "–", "—"))
    commas = [at for at in marks if clause.tokens[at].start >= reading.lede]
    yield from _unclosed(reading, clause, first, last)
    if not commas or commas[-1] != last - 1:
        return
    opening = commas[0]
    listed = len(commas) > 1 and (_joins(clause, first, opening) or _is_list(reading, clause, commas))
    if listed:
        aside = clause.lower(commas[-2] + 1) in classes().rel
        yield from range(commas[-2], last) if aside else ()
    if not listed or _joins(clause, commas[-2], last):
        yield last - 1
    if len(commas) < 2 or listed:
        return
    inside = [
        m for m in reading.mentions(clause.sentence, "actor") if opening < clause.position(m.start) < last and m.value
    ]
    named = subject_actors(reading, clause)
    name = next(
        (m for m in inside if m.actor_kind == "person" and m.head and not _is_before(clause, named, opening)), None
    )
    if name:
        at = positions(clause, name.start, name.end)
        yield from (set(range(first, last)) - at)
    else:
        yield from range(opening, commas[-1] + 1)


def _unclosed(reading: Reading, clause: Clause, first: int, last: int) -> range:
    """Positions of an apposition in the subject [first, last) whose closing comma an aside took along: "Brask, an exporter
    [that earns euros,] rose"."""
    comma = next((at for at in range(last - 2, first, -1) if clause.lower(at) in (",", "–", "—")), first)
    if (
        comma == first
        or clause.tokens[comma].start < reading.lede
        or last in clause.words
        or clause.lower(last - 1) in (",", "–", "—")
    ):
        return range(0)
    apart = clause.lower(comma + 1) in classes().det and not _joins(clause, comma, last)
    return range(comma, last) if apart else range(0)


def _joins(clause: Clause, first: int, last: int) -> bool:
    return any(clause.lower(at) == "and" for at in range(first, last))


def _is_list(reading: Reading, clause: Clause, commas: Sequence[int]) -> bool:
    """Spot "Dale, 51, and Moss, 44," and "Arle, Bode and Cavan,", all of them the subject; not "Mora, a banker and poet,"."""
    opening, closing = commas[0], commas[-1]
    if any(clause.lower(at + 1) == "and" for at in commas):
        return True
    if is_participle(clause, opening + 1):  # "The treaty, drafted in Rome and signed in Paris,"
        return False
    at = next((at for at in range(opening, closing) if clause.lower(at) == "and"), -1)
    if at < 0:
        return False
    plural = clause.lower(clause.verb.first) in ("were", "are", "have")
    if plural or clause.tokens[opening + 1].text[:1].isupper() or clause.lower(at + 1) == "the":
        return True
    actors = (mention for mention in reading.mentions(clause.sentence, "actor") if mention.value)
    named = any(clause.position(mention.end - 1) == opening - 1 for mention in actors)
    return not named and clause.lower(opening + 1) not in classes().det


def behind_verb(clause: Clause) -> range:
    """Positions of the aside that parts a verb from what it takes: "approved, by 14 votes to nine, a plan"."""
    opening = clause.verb.index + 1
    closing = next((at for at in range(opening + 1, opening + _PARTS) if clause.lower(at) == ","), opening)
    opens = clause.lower(opening + 1) in classes().prep | {"after"} or clause.lower(opening + 1)[:1].isdigit()
    goes_on = clause.lower(closing + 1) in classes().det | {"to", "that"} and closing + 1 in clause.words
    return range(opening, closing + 1) if clause.lower(opening) == "," and opens and goes_on else range(0)


_PARTS = 12  # tokens of such an aside


def parted(reading: Reading, clause: Clause) -> Iterator[int]:
    """Positions of the commas about an aside between the subject and the verb of what is reported, and of an apposition whose
    closing comma an aside took along."""
    for told in reading.clauses[clause.sentence]:
        last, verb = told.subject[1], told.verb.first
        yield from _unclosed(reading, told, *told.subject) if told.link == "content" else ()
        if told.link == "content" and clause.lower(last) == "," and clause.lower(verb - 1) == "," and last < verb:
            yield from (last, verb - 1)


def _is_before(clause: Clause, named: Sequence[Mention], comma: int) -> bool:
    return bool(named) and bool(named[0].value) and clause.position(named[0].start) < comma


def positions(clause: Clause, start: int, end: int) -> set[int]:
    """The positions of the tokens between two offsets of the text."""
    return {at for at, token in enumerate(clause.tokens) if start <= token.start and token.end <= end}
