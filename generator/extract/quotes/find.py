"""Quotations and attributed paraphrases with their speakers, as mentions."""

from collections.abc import Iterator, Sequence

import msgspec

from generator.extract.context import Context
from generator.extract.quotes.analysis import Analysis, analyse
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.complements import Content
from generator.extract.quotes.indirect import according_to, contents
from generator.extract.quotes.linking import Link, inner, is_sentence, is_title, link_across, link_ahead, link_behind
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.nouns import Range, subject_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.speakers import Cast, Speaker, speaker_of
from generator.extract.quotes.words import lists
from generator.model.mentions import Mention, QuoteKind, Span

_SHORTEST = 2


class Speech(msgspec.Struct, frozen=True):
    """A stretch of text said by somebody. `cue`: offsets of the reporting words."""

    start: int
    end: int
    kind: QuoteKind
    rule: str
    speaker: Speaker
    cue: Span


def find_quotes(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Direct and partial quotes and indirect speech, by position. `found` gives the actors, pronouns resolved."""
    speeches = _Finder(context.article.text, analyse(context), Cast(found)).run()
    text = context.article.text
    ordered = sorted(speeches, key=lambda item: (item.start, -item.end))
    return tuple(_mention(text, speech) for speech in ordered)


def _mention(text: str, speech: Speech) -> Mention:
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


def _nested(cue: Cue, number: int, stretches: Sequence[tuple[Cue, int, Content]]) -> bool:
    """Whether a verb that hardly reports by itself stands inside what another one reports."""
    outer = (stretch for _, other, stretch in stretches if other != number)
    weak = cue.infinitive or not cue.takes("before") or cue.verbs[0].group == "think"
    return weak and any(first <= cue.first and cue.last < end for first, end, _ in outer)


class _Finder:
    """One pass over the segments. It holds who spoke last, which pronouns and unattributed quotes need."""

    def __init__(self, text: str, analysis: Analysis, cast: Cast) -> None:
        self.text = text
        self.parts = analysis.parts
        self.cast = cast
        self.cues = analysis.cues
        self.last = Speaker()
        self.speech: Speech | None = None
        self.paragraph = -1

    def run(self) -> list[Speech]:
        result: list[Speech] = []
        for number, part in enumerate(self.parts):
            result += self._segment(number, part)
        return result

    def _segment(self, number: int, part: Segment) -> Iterator[Speech]:
        cues = self.cues[number]
        speakers = [self._speaker(part, cue.subject) for cue in cues]
        indirect = list(self._indirect(part, cues, speakers))
        yield from indirect
        spoken: Speech | None = indirect[-1] if indirect else None
        for at, quote in part.quotes.items():
            speech = self._quotation(number, part, at, quote, speakers, indirect)
            if speech:
                yield speech
                spoken = speech
        spoken = self._introduced(part, cues, speakers) or spoken
        if spoken:
            self.speech, self.paragraph = spoken, part.paragraph
        elif self.paragraph != part.paragraph and any(token.is_word for token in part.tokens):
            self.speech = None

    def _introduced(self, part: Segment, cues: Sequence[Cue], speakers: Sequence[Speaker]) -> Speech | None:
        """Who speaks next, where the segment ends in a colon: "The mayor went on:" · "She made this statement:"."""
        if part.words[-1] != ":" or not part.verbs:
            return None
        if cues and speakers[-1].span:
            return self._speech(part, (0, len(part.tokens)), "goes-on", speakers[-1], (cues[-1].first, cues[-1].last + 1))
        verb = part.verbs[-1]
        subject = None if lists().introducers.isdisjoint(part.words) else subject_before(part, verb.first)
        if subject is None:
            return None
        return self._speech(part, (0, len(part.tokens)), "goes-on", self._speaker(part, subject), (verb.first, verb.index + 1))

    def _speaker(self, part: Segment, subject: Range | None) -> Speaker:
        if subject is None:
            return Speaker()
        speaker = speaker_of(part, subject, self.cast, self.last)
        self.last = speaker
        return speaker

    def _indirect(self, part: Segment, cues: Sequence[Cue], speakers: Sequence[Speaker]) -> Iterator[Speech]:
        stretches = [(cue, number, stretch) for number, cue in enumerate(cues) for stretch in contents(part, number, cues)]
        for cue, number, (first, end, rule) in stretches:
            if end - first >= _SHORTEST and not _nested(cue, number, stretches):
                yield self._speech(part, (first, end), rule, speakers[number], (cue.first, cue.last + 1))
        for words, who, (first, end, rule) in according_to(part):
            speaker = self._speaker(part, who)
            yield self._speech(part, (first, end), rule, speaker, words)

    def _speech(self, part: Segment, content: Range, rule: str, speaker: Speaker, cue: Range) -> Speech:
        tokens = part.tokens
        span = Span(tokens[cue[0]].start, tokens[cue[1] - 1].end)
        return Speech(tokens[content[0]].start, tokens[content[1] - 1].end, "indirect", rule, speaker, span)

    def _quotation(
        self,
        number: int,
        part: Segment,
        at: int,
        quote: Quoted,
        speakers: Sequence[Speaker],
        indirect: Sequence[Speech],
    ) -> Speech | None:
        text = self.text[quote.start : quote.end]
        if not inner(text):
            return None
        cues = self.cues[number]
        link = link_behind(part, at, cues, text)
        where = part
        if link is None and at == len(part.tokens) - 1 and number + 1 < len(self.parts):
            where = self.parts[number + 1]
            link = link_across(part, where, self.cues[number + 1], text)
        if link is None:
            where, link = part, link_ahead(part, at, cues, text)
        if link:
            return self._linked(where, link, quote)
        covering = next((item for item in indirect if item.start <= quote.start and quote.end <= item.end), None)
        if covering:
            return (
                None
                if is_title(part, at, text)
                else Speech(quote.start, quote.end, "partial", "within", covering.speaker, covering.cue)
            )
        return self._carried(number, part, at, quote, text)

    def _linked(self, part: Segment, link: Link, quote: Quoted) -> Speech:
        tokens = part.tokens
        speaker = self._speaker(part, link.subject)
        cue = Span(tokens[link.words[0]].start, tokens[link.words[1] - 1].end)
        return Speech(quote.start, quote.end, link.kind, link.rule, speaker, cue)

    def _carried(self, number: int, part: Segment, at: int, quote: Quoted, text: str) -> Speech | None:
        """A quotation alone in its segment goes on with who spoke before it, or introduces who speaks right after it."""
        alone = all(word == FOLDED or not word[:1].isalnum() for word in part.words)
        if not alone or not is_sentence(text) or is_title(part, at, text):
            return None
        before = self.speech
        if before and self.paragraph >= part.paragraph - 1:
            return Speech(quote.start, quote.end, "direct", "goes-on", before.speaker, before.cue)
        return None
