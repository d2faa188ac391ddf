"""Which clauses tell of something that happened, was said or is planned.

First every clause is judged (judge.py), then all are dated in the order of their telling (chronology.py), then what one
speaker says at one occasion is gathered (statements.py) and the drafts are composed (compose.py, sayings.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.context import Context, Found
from generator.extract.events.chronology import chronology
from generator.extract.events.compose import happening
from generator.extract.events.draft import EventDraft
from generator.extract.events.joined import told_as_one
from generator.extract.events.judge import Telling, tellings
from generator.extract.events.reading import Reading
from generator.extract.events.repeats import same_told_again
from generator.extract.events.sayings import lone_quotation, statement
from generator.extract.events.statements import occasions
from generator.extract.events.when import When
from generator.model.mentions import Mention

__all__ = ["EventDraft", "draft_events"]


def draft_events(context: Context, found: Found) -> tuple[EventDraft, ...]:
    """The events of an article, in the order it tells them. `found`: the mentions of all recognisers."""
    reading = Reading(context, found)
    told = [
        telling
        for sentence in range(len(context.sentences))
        for telling in told_as_one(reading, tellings(reading, sentence))
    ]
    dated = list(zip(told, chronology(reading, told), strict=True))
    quotes = [m for m in found if m.kind == "quote" and m.quote_kind in ("direct", "partial")]
    happened = list(_happened(reading, dated, quotes))
    taken = {id(quote) for _, own in happened for quote in own}
    gathered = occasions(reading, dated, [quote for quote in quotes if id(quote) not in taken])
    drafts = list(same_told_again([draft for draft, _ in happened]))
    drafts += [statement(reading, one) if one.tellings else lone_quotation(reading, one) for one in gathered]
    return tuple(sorted(drafts, key=lambda draft: (min(draft.sentences), draft.trigger)))


def _happened(
    reading: Reading, dated: Sequence[tuple[Telling, When]], quotes: Sequence[Mention]
) -> Iterator[tuple[EventDraft, list[Mention]]]:
    """What happened or is planned, each with the quotations its own clause introduces."""
    of_sentence: dict[int, list[Mention]] = defaultdict(list)
    for quote in quotes:
        of_sentence[reading.sentence_at(quote.cue_span.start if quote.cue_span else quote.start)].append(quote)
    for telling, when in dated:
        if not telling.is_statement:
            near = of_sentence.get(telling.clause.sentence, ())
            own = [quote for quote in near if not quote.cue_span or telling.clause.holds(quote.cue_span.start)]
            yield happening(reading, telling, when, own), own
