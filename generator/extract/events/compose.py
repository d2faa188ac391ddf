"""Drafts of events from what was told: who, where, figures, words, source, title."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.extract.events.chronology import When, bound
from generator.extract.events.clauses import Clause
from generator.extract.events.draft import EventDraft
from generator.extract.events.judge import Telling
from generator.extract.events.meant import PRONOUNS
from generator.extract.events.reading import Reading
from generator.extract.events.roles import actors_of, in_titles
from generator.extract.events.speakers import Speaker
from generator.extract.events.statements import Occasion
from generator.extract.events.titles import clause_title
from generator.extract.events.wording import quote_title
from generator.model.mentions import Mention, Span
from generator.model.records import Citation, Event, Figure, Quote, Remark, Role

_MARKS = "“”„\"«»‘’'‚‹›「」 "


def happening(reading: Reading, telling: Telling, when: When, quotes: Sequence[Mention]) -> EventDraft:
    """The draft of something that happened or is planned. `quotes`: those its sentence gives."""
    clause = telling.clause
    named, unnamed = actors_of(reading, clause, "agent")
    for quote in quotes:
        if quote.speaker:
            named.setdefault(quote.speaker, "speaker")
    event = Event(
        id="",
        title=clause_title(
            reading, clause, _told_by(reading, clause), by=telling.source.name if telling.source else ""
        ),
        date=when.date,
        date_basis=when.basis,
        date_note=when.note,
        time=when.time,
        type=telling.type.id,
        actors=named,
        unnamed=unnamed,
        places=_places(reading, clause),
        quotes=_quotes(reading, quotes, ""),
        figures=_figures(reading, clause.sentence, clause.spans),
        sources=_sources(reading, (clause.sentence,), telling.source),
        status="planned" if telling.polarity == "planned" else "extracted",
    )
    trigger = _trigger(clause)
    return EventDraft(
        event=event, sentences=(clause.sentence,), trigger=trigger, polarity=telling.polarity, rule=telling.type.rule
    )


def statement(reading: Reading, occasion: Occasion) -> EventDraft:
    """The draft of what was said at one occasion. The first sentence that reports it tells it; the others are remarks."""
    telling = _primary(occasion)
    clause = telling.clause
    sentences = _sentences_of(reading, occasion, clause.sentence)
    named, unnamed = _said_by(reading, occasion, sentences)
    when = occasion.when or bound(reading)
    event = Event(
        id="",
        title=_statement_title(reading, telling, occasion),
        date=when.date,
        date_basis=when.basis,
        date_note=when.note,
        time=when.time,
        type="statement",
        actors=named,
        unnamed=unnamed,
        places=_places_of_speech(reading, sentences),
        quotes=_quotes(reading, occasion.quotes, occasion.speaker.id or occasion.speaker.name),
        remarks=_remarks(reading, occasion, clause.sentence),
        sources=_sources(reading, sentences, None, occasion.speaker.id),
    )
    return EventDraft(event=event, sentences=sentences, trigger=_trigger(clause), rule=telling.type.rule)


def lone_quotation(reading: Reading, occasion: Occasion) -> EventDraft:
    """The draft of words in quotation marks whose speaker is known though no clause of speech reports them."""
    sentences = _sentences_of(reading, occasion, reading.sentence_at(occasion.quotes[0].start))
    named, unnamed = _said_by(reading, occasion, sentences)
    when = bound(reading)
    event = Event(
        id="",
        title=quote_title(occasion.speaker.name, "", _bare(occasion.quotes[0])),
        date=when.date,
        date_basis=when.basis,
        date_note=when.note,
        type="statement",
        actors=named,
        unnamed=unnamed,
        quotes=_quotes(reading, occasion.quotes, occasion.speaker.id),
        sources=_sources(reading, sentences, None, occasion.speaker.id),
    )
    return EventDraft(event=event, sentences=sentences, trigger=occasion.quotes[0].span, rule="said:quotation")


def _primary(occasion: Occasion) -> Telling:
    """The first main clause that says more than "he said" beside a quotation, else the first."""
    quoted = {quote.cue_span.start for quote in occasion.quotes if quote.quote_kind == "direct"}
    for telling in occasion.tellings:
        clause = telling.clause
        if clause.link == "main" and clause.tokens[clause.verb.index].start not in quoted:
            return telling
    return occasion.tellings[0]


def _sentences_of(reading: Reading, occasion: Occasion, first: int) -> tuple[int, ...]:
    """All its sentences, the one that tells it first."""
    found = {*occasion.sentences}
    for quote in occasion.quotes:
        found |= set(range(reading.sentence_at(quote.start), reading.sentence_at(quote.end - 1) + 1))
    return (first, *sorted(found - {first}))


def _said_by(reading: Reading, occasion: Occasion, sentences: Iterable[int]) -> tuple[dict[str, Role], dict[str, Role]]:
    """The speaker, and whom the words reported speak of."""
    speaker = occasion.speaker
    named: dict[str, Role] = {speaker.id: "speaker"} if speaker.id else {}
    unnamed: dict[str, Role] = {} if speaker.id else {speaker.name: "speaker"}
    reported = _reported(reading, occasion)
    for sentence in sorted(sentences):
        spans = reported.get(sentence, ())
        titles = in_titles(reading, sentence)
        for mention in reading.mentions(sentence, "actor"):
            told = _inside(mention, spans) and not any(mention.span.overlaps(title) for title in titles)
            if told and mention.value and mention.actor_kind != "media":
                named.setdefault(mention.value, "spoken_of")
    return named, unnamed


def _reported(reading: Reading, occasion: Occasion) -> dict[int, list[tuple[int, int]]]:
    """By sentence, the parts that are the speaker's: quotations, and reporting clauses with what hangs on them."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for quote in occasion.quotes:
        for sentence in range(reading.sentence_at(quote.start), reading.sentence_at(quote.end - 1) + 1):
            spans[sentence].append((quote.start, quote.end))
    for telling in occasion.tellings:
        sentence, number = telling.clause.sentence, telling.clause.number
        for clause in reading.clauses[sentence]:
            if clause.number == number or _hangs(reading, clause, number):
                spans[sentence] += clause.spans
    return spans


def _statement_title(reading: Reading, telling: Telling, occasion: Occasion) -> str:
    """The reporting clause with what it reports; a quotation under its speaker's name when there is nothing else."""
    clause = telling.clause
    cue = clause.tokens[clause.verb.index].start
    direct = [quote for quote in occasion.quotes if quote.quote_kind == "direct" and quote.cue_span.start == cue]
    if direct:
        return quote_title(occasion.speaker.name, clause.tokens[clause.verb.index].text, _bare(direct[0]))
    return clause_title(reading, clause, _content(reading, clause))


def _content(reading: Reading, clause: Clause) -> list[int]:
    """Positions of the words of all clauses that hang on `clause`, without asides in its subject."""
    return sorted(
        at
        for other in reading.clauses[clause.sentence]
        if _hangs(reading, other, clause.number)
        and not (other.link == "aside" and other.verb.index < clause.verb.first)
        for at in other.words
    )


def _told_by(reading: Reading, clause: Clause) -> list[int]:
    """Positions of what a happening tells in a clause of content: "the court ruled that the law was void"."""
    if any(other.link == "content" and other.above == clause.number for other in reading.clauses[clause.sentence]):
        return _content(reading, clause)
    return []


def _hangs(reading: Reading, clause: Clause, number: int) -> bool:
    """Whether a clause hangs on the clause `number`, however far down."""
    seen = 0
    while clause.above >= 0 and clause.link != "main" and seen < 8:
        if clause.above == number:
            return clause.link != "and" or clause.verb.quoted
        clause, seen = reading.clauses[clause.sentence][clause.above], seen + 1
    return False


def _trigger(clause: Clause) -> Span:
    return Span(clause.tokens[clause.verb.first].start, clause.tokens[clause.verb.index].end)


def _places(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Where it happened: the places of the clause outside of what it says was said."""
    cued = [quote for quote in reading.mentions(clause.sentence, "quote") if clause.holds(quote.cue_span.start)]
    said = [(quote.start, quote.end) for quote in cued]
    found = (
        m.value
        for m in reading.mentions(clause.sentence, "place")
        if _inside(m, clause.spans) and not _inside(m, said) and not reading.is_quoted(m.start)
    )
    return tuple(dict.fromkeys(place for place in found if place))


def _places_of_speech(reading: Reading, sentences: Iterable[int]) -> tuple[str, ...]:
    """Where it was said, not what was spoken of."""
    found: list[str] = []
    for sentence in sorted(sentences):
        said = [(quote.start, quote.end) for quote in reading.mentions(sentence, "quote")]
        outside = (
            m for m in reading.mentions(sentence, "place") if not _inside(m, said) and not reading.is_quoted(m.start)
        )
        found += [mention.value for mention in outside if mention.value]
    return tuple(dict.fromkeys(found))


def _figures(reading: Reading, sentence: int, spans: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    return tuple(
        Figure(value=m.value, what=m.name, unit=m.unit, modifier=m.modifier, as_written=m.text)
        for m in reading.mentions(sentence, "figure")
        if _inside(m, spans)
    )


def _inside(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in spans)


def _quotes(reading: Reading, quotes: Iterable[Mention], speaker: str) -> tuple[Quote, ...]:
    article = reading.context.article.id
    return tuple(
        Quote(
            speaker=quote.speaker or speaker or reading.text[quote.speaker_span.start : quote.speaker_span.end],
            text=_bare(quote),
            kind="partial" if quote.quote_kind == "partial" else "direct",
            article=article,
        )
        for quote in quotes
    )


def _bare(quote: Mention) -> str:
    """The words without their marks, and without the stop that the house style moved inside them."""
    text = quote.text.strip(_MARKS)
    return text.rstrip(",.") if quote.quote_kind == "partial" else text.removesuffix(",")


def _remarks(reading: Reading, occasion: Occasion, primary: int) -> tuple[Remark, ...]:
    """The sentences that paraphrase the speaker further, without those of which a direct quotation is the whole."""
    direct = {
        reading.sentence_at(quote.cue_span.start)
        for quote in occasion.quotes
        if quote.quote_kind == "direct" and quote.cue_span
    }
    article, sentences = reading.context.article.id, reading.context.sentences
    return tuple(
        Remark(occasion.speaker.id or occasion.speaker.name, sentences[index].text, article)
        for index in occasion.sentences
        if index != primary and index not in direct
    )


def _sources(
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
