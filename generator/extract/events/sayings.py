"""Drafts of statements: what was said at one occasion, by whom, of whom and where."""

from collections import defaultdict
from collections.abc import Iterable

from generator.extract.events.draft import EventDraft
from generator.extract.events.judge import Telling
from generator.extract.events.reading import Reading
from generator.extract.events.roles import addressed
from generator.extract.events.shared import (
    bare,
    content_of,
    figures_of,
    hangs,
    inside,
    quotes_of,
    sources_of,
    trigger_of,
)
from generator.extract.events.statements import Occasion
from generator.extract.events.subjects import in_titles
from generator.extract.events.titles import clause_title
from generator.extract.events.when import bound
from generator.extract.events.wording import quote_title
from generator.model.records import Event, Remark, Role


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
        quotes=quotes_of(reading, occasion.quotes, occasion.speaker.id or occasion.speaker.name),
        figures=figures_of(reading, clause.sentence, clause.spans),
        remarks=_remarks(reading, occasion, clause.sentence),
        sources=sources_of(reading, sentences, None, occasion.speaker.id),
    )
    return EventDraft(event=event, sentences=sentences, trigger=trigger_of(clause), rule=telling.type.rule)


def lone_quotation(reading: Reading, occasion: Occasion) -> EventDraft:
    """The draft of words in quotation marks whose speaker is known though no clause of speech reports them."""
    sentences = _sentences_of(reading, occasion, reading.sentence_at(occasion.quotes[0].start))
    named, unnamed = _said_by(reading, occasion, sentences)
    when = bound(reading)
    event = Event(
        id="",
        title=quote_title(occasion.speaker.name, "", bare(occasion.quotes[0])),
        date=when.date,
        date_basis=when.basis,
        date_note=when.note,
        type="statement",
        actors=named,
        unnamed=unnamed,
        quotes=quotes_of(reading, occasion.quotes, occasion.speaker.id),
        sources=sources_of(reading, sentences, None, occasion.speaker.id),
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
    """The speaker, whom the words are said to or of, and whom else they speak of."""
    speaker = occasion.speaker
    named: dict[str, Role] = {speaker.id: "speaker"} if speaker.id else {}
    unnamed: dict[str, Role] = {} if speaker.id else {speaker.name: "speaker"}
    for telling in occasion.tellings:
        named |= {actor: role for actor, role in addressed(reading, telling.clause).items() if actor not in named}
    reported = _reported(reading, occasion)
    for sentence in sorted(sentences):
        spans = reported.get(sentence, ())
        titles = in_titles(reading, sentence)
        for mention in reading.mentions(sentence, "actor"):
            told = inside(mention, spans) and not any(mention.span.overlaps(title) for title in titles)
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
            if clause.number == number or hangs(reading, clause, number):
                spans[sentence] += clause.spans
    return spans


def _statement_title(reading: Reading, telling: Telling, occasion: Occasion) -> str:
    """The reporting clause with what it reports; a quotation under its speaker's name when there is nothing else."""
    clause = telling.clause
    cue = clause.tokens[clause.verb.index].start
    direct = [quote for quote in occasion.quotes if quote.quote_kind == "direct" and quote.cue_span.start == cue]
    if direct:
        return quote_title(occasion.speaker.name, clause.tokens[clause.verb.index].text, bare(direct[0]))
    return clause_title(reading, clause, content_of(reading, clause), occasion.speaker.name)


def _places_of_speech(reading: Reading, sentences: Iterable[int]) -> tuple[str, ...]:
    """Where it was said, not what was spoken of."""
    found: list[str] = []
    for sentence in sorted(sentences):
        said = [(quote.start, quote.end) for quote in reading.mentions(sentence, "quote")]
        outside = (
            m for m in reading.mentions(sentence, "place") if not inside(m, said) and not reading.is_quoted(m.start)
        )
        found += [mention.value for mention in outside if mention.value]
    return tuple(dict.fromkeys(found))


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
