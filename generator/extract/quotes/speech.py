"""A stretch of text that somebody says, and the mention made of it."""

import msgspec

from generator.extract.quotes.cast import Speaker
from generator.extract.quotes.nouns import Range
from generator.extract.quotes.segments import Segment
from generator.model.mentions import Mention, QuoteKind, Span


class Speech(msgspec.Struct, frozen=True):
    """`cue`: offsets of the reporting words; `rule` names what tied the words to the speaker."""

    start: int
    end: int
    kind: QuoteKind
    rule: str
    speaker: Speaker
    cue: Span


def span_of(segment: Segment, tokens: Range) -> Span:
    """The offsets of a range of tokens."""
    return Span(segment.tokens[tokens[0]].start, segment.tokens[tokens[1] - 1].end)


def paraphrase(segment: Segment, content: Range, rule: str, speaker: Speaker, cue: Range) -> Speech:
    """Indirect speech from ranges of tokens."""
    span = span_of(segment, content)
    return Speech(span.start, span.end, "indirect", rule, speaker, span_of(segment, cue))


def mention(text: str, speech: Speech) -> Mention:
    """The quote mention of a speech."""
    return Mention(
        kind="quote",
        start=speech.start,
        end=speech.end,
        text=text[speech.start : speech.end],
        rule=speech.rule,
        quote_kind=speech.kind,
        speaker=speech.speaker.id,
        speaker_span=speech.speaker.span,
        cue=text[speech.cue.start : speech.cue.end],
        cue_span=speech.cue,
    )
