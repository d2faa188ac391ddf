"""What stands beside "according to": before it, behind it, or on both sides."""

from collections.abc import Iterator

from generator.extract.grammar.classes import classes
from generator.extract.lexicon import rules
from generator.extract.quotes.complements import Content
from generator.extract.quotes.indirect import clause_start
from generator.extract.quotes.nouns import Range, phrase_after
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before

_OPENING = 3  # tokens of "Rates, according"


def according_to(segment: Segment) -> Iterator[tuple[Range, Range, Content]]:
    """(the words "according to", who, the content) for each stretch that a source tells; none for "according to plan"."""
    words = segment.words
    for at in range(len(words) - 2):
        who = phrase_after(segment, at + 2) if words[at : at + 2] == ("according", "to") else None
        if who is None or words[who[1] - 1] in rules("attribution")["not_sources"]:
            continue
        for first, end in _stretches(segment, at, who):
            yield (at, at + 2), who, (first, end, "according-to")


def _stretches(segment: Segment, at: int, who: Range) -> Iterator[Range]:
    """What the source tells: the clause behind it where the words open theirs, else the one before, and what goes on behind a
    subject alone ("The weir, according to Lind, will go")."""
    words = segment.words
    leads = at > 1 and words[at - 1] == "," and words[at - 2] in classes().sub | classes().coord | {"that"}
    if at == 0 or leads or (at < _OPENING and words[at - 1] not in (",", FOLDED)):
        first = _behind_apposition(segment, who[1])
        if first < segment.end:
            yield first, segment.end
        return
    end = at - 1 if words[at - 1] == "," else at
    first = clause_start(segment, end)
    if first < end and not (end == 1 and words[0] == FOLDED):
        yield first, end
        main = next((verb.first for verb in segment.verbs if verb.first > who[1] and not verb.marker), 0)
        if main and words[main - 1] == "," and not segment.has_verb(first, end):
            yield main, segment.end


def _behind_apposition(segment: Segment, at: int) -> int:
    """Where the clause begins behind a source that ends at `at`, and behind what explains the source: "Lind, a vet, dogs"."""
    words = segment.words
    commas = [here for here in range(at, segment.end - 1) if words[here] == ","]
    if not commas:
        return segment.end
    main = next((verb.first for verb in segment.verbs if verb.first > commas[0] and not verb.marker), 0)
    subject = subject_before(segment, main) if main else None
    explains = words[commas[0] + 1] in classes().det | classes().rel
    begins = subject is not None and subject[0] - 1 in commas
    return subject[0] if subject and explains and begins else commas[0] + 1
