"""What drafts of happenings and of statements have in common: quotations, sources, triggers, the words of a clause."""

from collections.abc import Iterable, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.meant import PRONOUNS
from generator.extract.events.reading import Reading
from generator.extract.events.speakers import Speaker
from generator.model.mentions import Mention, Span
from generator.model.records import Citation, Figure, Quote

_MARKS = "“”„\"«»‘’'‚‹›「」 "


def content_of(reading: Reading, clause: Clause) -> list[int]:
    """Positions of the words of all clauses that hang on `clause`, without asides in its subject."""
    return sorted(
        at
        for other in reading.clauses[clause.sentence]
        if hangs(reading, other, clause.number) and not _in_subject(reading, other, clause)
        for at in other.words
    )


def _in_subject(reading: Reading, other: Clause, clause: Clause) -> bool:
    """Whether a clause is an aside in the subject of `clause` or of what it reports, or hangs on one."""
    if any(_parts(other, told) for told in reading.clauses[clause.sentence]):
        return True
    seen = 0
    while other.above >= 0 and other.number != clause.number and seen < 8:
        if other.link == "aside" and other.verb.index < clause.verb.first:
            return True
        other, seen = reading.clauses[clause.sentence][other.above], seen + 1
    return False


def _parts(aside: Clause, told: Clause) -> bool:
    """Whether an aside stands between the subject and the verb of what is told."""
    return aside.link == "aside" and told.link == "content" and told.subject[1] <= aside.words[0] < told.verb.first


def hangs(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a clause hangs on the clause `number`, however far down."""
    seen = 0
    while clause.above >= 0 and clause.link != "main" and seen < 8:
        if clause.above == number:
            return clause.link != "and" or clause.verb.quoted
        clause, seen = reading.clauses[clause.sentence][clause.above], seen + 1
    return False


def trigger_of(clause: Clause) -> Span:
    """Where the verb group stands that makes a clause an event."""
    return Span(clause.tokens[clause.verb.first].start, clause.tokens[clause.verb.index].end)


def quotes_of(reading: Reading, quotes: Iterable[Mention], speaker: str) -> tuple[Quote, ...]:
    """Quotations as records; `speaker`: whose they are when they do not say, an id or a description."""
    article = reading.context.article.id
    return tuple(
        Quote(
            speaker=quote.speaker or speaker or reading.text[quote.speaker_span.start : quote.speaker_span.end],
            text=bare(quote),
            kind="partial" if quote.quote_kind == "partial" else "direct",
            article=article,
        )
        for quote in quotes
    )


def bare(quote: Mention) -> str:
    """The words without their marks, and without the stop that the house style moved inside them."""
    text = quote.text.strip(_MARKS)
    return text.rstrip(",.") if quote.quote_kind == "partial" else text.removesuffix(",")


def sources_of(
    reading: Reading, sentences: Sequence[int], source: Speaker | None, speaker: str = ""
) -> dict[str, Citation]:
    """The article, its sentence, and whom it relies on for it, who is not the `speaker` of a statement itself."""
    according = ""
    if source:
        according = source.id or source.name
    for sentence in sentences:
        for mention in reading.mentions(sentence, "attribution"):
            itself = (mention.value and mention.value == speaker) or mention.name.lower() in PRONOUNS
            according = according or ("" if itself else mention.value or mention.name)
    text = reading.context.sentences[sentences[0]].text
    return {reading.context.article.id: Citation(quote=(text,), according_to=according)}


def figures_of(reading: Reading, sentence: int, spans: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The figures of a sentence that stand in `spans`."""
    return tuple(
        Figure(value=m.value, what=m.name, unit=m.unit, modifier=m.modifier, as_written=m.text)
        for m in reading.mentions(sentence, "figure")
        if inside(m, spans)
    )


def inside(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention begins in one of `spans`."""
    return any(start <= mention.start < end for start, end in spans)
