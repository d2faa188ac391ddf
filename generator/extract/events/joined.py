"""What two clauses of one sentence tell together: "Ten people were killed when a bus crashed" is one event."""

from collections.abc import Sequence

import msgspec

from generator.extract.events.clauses import Clause
from generator.extract.events.judge import Telling, is_measured
from generator.extract.events.reading import Reading

_OCCASION = frozenset(("when", "as", "after", "before", "while"))


def told_as_one(reading: Reading, found: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings of a sentence, those that are one event joined: a clause with "when" to the one that it dates or takes its
    date from; one without a date under "after", "as" and the like is part of what its main clause tells."""
    kept = list(found)
    for under in found:
        main = next((other for other in kept if _hangs(reading, under, other)), None)
        if main is None or under.is_statement:
            continue
        if under.clause.marker in ("as", "while") and under.date and under.type.is_weak and main.date is None:
            kept = [
                msgspec.structs.replace(one, date=under.date) if one is main else one
                for one in kept
                if one is not under
            ]
            continue
        if main.is_statement:
            continue
        one = _one(reading, main, under)
        if one:
            kept = [one if telling is main else telling for telling in kept if telling is not under]
    return tuple(kept)


def _hangs(reading: Reading, under: Telling, main: Telling) -> bool:
    clause = under.clause
    if clause.marker not in _OCCASION or clause.link != "under" or clause.above < 0 or main is under:
        return False
    above = reading.clauses[clause.sentence][clause.above]
    beside = above.link == "and" and main.clause.number == above.above
    return main.clause.number == above.number or (beside and _shares(main.clause, above))


def _shares(main: Clause, joined: Clause) -> bool:
    """Whether a joined clause shares the subject or the auxiliary, so that what hangs on it hangs on both: "Two were killed and
    ten hurt when"; not so "The club sold one player, and its coach left after"."""
    gapped = main.verb.passive and joined.verb.first == joined.verb.index
    return joined.subject[0] == joined.subject[1] or gapped


def _one(reading: Reading, main: Telling, under: Telling) -> Telling | None:
    """The telling of both; `None` when they are two events."""
    if under.clause.marker == "when" and under.date and under.date is main.date:
        return under if main.type.is_weak and not under.type.is_weak else main
    if under.clause.marker == "when" and under.date and main.date is None and main.polarity == under.polarity:
        return _merged(main, under)
    undated = (
        under.date is None
        and not is_measured(reading, under.clause)
        and main.date is not None
        and main.polarity == "asserted"
    )
    return msgspec.structs.replace(main, part=under.clause) if undated and under.type.id == main.type.id else None


def _merged(main: Telling, under: Telling) -> Telling:
    """The first clause with the words of the second, of the second's type and date."""
    words = tuple(sorted({*main.clause.words, *under.clause.words}))
    clause = msgspec.structs.replace(main.clause, words=words)
    kind = main.type if under.type.is_weak else under.type
    return msgspec.structs.replace(main, clause=clause, type=kind, date=under.date, part=under.clause)
