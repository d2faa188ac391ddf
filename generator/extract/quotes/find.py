"""Quotations and attributed paraphrases with their speakers, as mentions."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.extract.context import Context
from generator.extract.quotes.according import according_to
from generator.extract.quotes.analysis import Analysis, analyse
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.complements import Content
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.documents import document
from generator.extract.quotes.indirect import contents
from generator.extract.quotes.introductions import beat, labelled, unsigned
from generator.extract.quotes.linking import (
    Link,
    link_across,
    link_agent,
    link_ahead,
    link_aside,
    link_behind,
    link_source,
)
from generator.extract.quotes.naming import is_nickname
from generator.extract.quotes.nominal import nominal
from generator.extract.quotes.nouns import Range
from generator.extract.quotes.quotation import Quotation
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.speakers import is_somebody, speaker_of
from generator.extract.quotes.speech import Speech, mention, paraphrase, span_of
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.transcripts import turns
from generator.extract.quotes.words import lists
from generator.model.mentions import Mention

Stretches = Sequence[tuple[int, Content]]  # what each verb, by its number, reports

_REPORTING = frozenset({"say"})  # verbs that count inside other reports too
_SHORTEST = 2  # tokens of a paraphrase


def find_quotes(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Direct and partial quotes and indirect speech, by position. `found` gives the actors, pronouns resolved."""
    cast = Cast(found, context.article.text)
    said = turns(context, cast)
    speeches = [
        one for one in _Finder(analyse(context), cast).run() if one.kind != "indirect" or not _within(one, said)
    ]
    speeches += said
    ordered = sorted(speeches, key=lambda item: (item.start, -item.end))
    return tuple(mention(context.article.text, speech) for speech in ordered)


class _Finder:
    """One pass over the segments. It holds who spoke last, which pronouns and unattributed quotes need."""

    def __init__(self, analysis: Analysis, cast: Cast) -> None:
        self.parts = analysis.parts
        self.cues = analysis.cues
        self.cast = cast
        self.last = Speaker()
        self.speech: Speech | None = None
        self.paragraph = -1
        self.number = 0

    def run(self) -> list[Speech]:
        """All speeches, segment by segment."""
        return [speech for number in range(len(self.parts)) for speech in self._segment(number)]

    def _segment(self, number: int) -> Iterator[Speech]:
        self.number = number
        part, cues = self.parts[number], self.cues[number]
        speakers = [self._speaker(part, cue.subject) for cue in cues]
        stretches = [(at, item) for at in range(len(cues)) for item in contents(part, at, cues)]
        spoken = list(self._indirect(part, cues, speakers, stretches))
        inner = [_enclosed(cue, at, stretches) for at, cue in enumerate(cues)]
        telling = tuple(
            cue for cue, inside in zip(cues, inner, strict=True) if not (inside and self._is_mute(part, cue))
        )
        for at, quote in part.quotes.items():
            quotation = Quotation(part, at, quote)
            governing = _governing(cues, telling, stretches, at)
            link = _nearest(quotation, telling, governing)
            speech = self._quotation(number, quotation, link, governing, spoken)
            spoken += [speech] if speech else []
        yield from spoken
        latest = self._introduced(part, cues, speakers) or (spoken[-1] if spoken else None)
        if latest:
            self.speech, self.paragraph = latest, part.paragraph
        elif any(token.is_word for token in part.tokens):
            self.speech = beat(part, self.cast, self._speaker) or (
                self.speech if self.paragraph == part.paragraph else None
            )
            self.paragraph = part.paragraph

    def _is_mute(self, part: Segment, cue: Cue) -> bool:
        """Whether a verb inside another's report leaves words in marks to the outer speaker: "wrote that it described"."""
        who = cue.subject
        if cue.inward or who is None or cue.takes("quote"):
            return cue.inward
        named = part.tokens[who[1] - 1].text[0].isupper()
        covered = [item for item in self.cast.inside(span_of(part, who)) if item.head and item.rule != "pronoun"]
        return not named and not covered and part.words[who[0]] not in lists().pronouns

    def _speaker(self, part: Segment, subject: Range | None) -> Speaker:
        if subject is None:
            return Speaker()
        self.last = speaker_of(part, subject, self.cast, self.last)
        return self.last

    def _topic(self, part: Segment, pronoun: str) -> Speaker | None:
        """The body, or the person without a name, that the sentence before is about: "The panel was unmoved. “…,” it said"."""
        before = self.parts[self.number - 1] if self.number else part
        if before is part or before.paragraph != part.paragraph:
            return None
        subjects = (subject_before(before, verb.first) for verb in before.verbs)
        subject = next((one for one in subjects if one and before.words[one[0]] not in lists().pronouns), None)
        people = self._heads(before, subject) if subject else []
        apt = subject and (not people if pronoun == "it" else is_somebody(before, subject, pronoun))
        if subject and apt and not any(one.value for one in people):
            return speaker_of(before, subject, self.cast, Speaker())
        paper = document(before) if pronoun == "it" else None
        return Speaker("", span_of(before, paper)) if paper else None

    def _heads(self, part: Segment, subject: Range) -> list[Mention]:
        """The persons in a subject, whose sister she is aside ("her sister")."""
        return [one for one in self.cast.people(span_of(part, subject)) if one.text.lower() not in lists().possessives]

    def _indirect(
        self, part: Segment, cues: Sequence[Cue], speakers: Sequence[Speaker], stretches: Stretches
    ) -> Iterator[Speech]:
        for number, (first, end, rule) in stretches:
            cue = cues[number]
            if end - first >= _SHORTEST and not _nested(cue, number, stretches):
                yield paraphrase(part, (first, end), rule, speakers[number], (cue.first, cue.last + 1))
        owned = (item for item in nominal(part) if not _inside(item[0], stretches))
        for words, who, (first, end, rule) in (*according_to(part), *owned):
            yield paraphrase(part, (first, end), rule, self._speaker(part, who), words)

    def _quotation(
        self, number: int, quotation: Quotation, link: Link | None, governing: Cue | None, spoken: Sequence[Speech]
    ) -> Speech | None:
        """The speech of one quotation; None for scare quotes, titles and quotations nobody is named for."""
        part = self.parts[number]
        if not quotation.words or is_nickname(quotation, self.cues[number]):
            return None
        if link is None and quotation.at == len(part.tokens) - 1 and number + 1 < len(self.parts):
            following = self.parts[number + 1]
            across = link_across(quotation, following, self.cues[number + 1])
            if across:
                return self._linked(following, across, quotation)
        if link:
            return self._linked(part, link, quotation)
        return self._within(part, quotation, governing, spoken)

    def _within(
        self, part: Segment, quotation: Quotation, governing: Cue | None, spoken: Sequence[Speech]
    ) -> Speech | None:
        """A quotation inside what somebody is reported to say, by the nearest verb before it; else one that goes on."""
        quote = quotation.quote
        around = (
            item for item in spoken if item.kind == "indirect" and item.start <= quote.start and quote.end <= item.end
        )
        covering = next(around, None)
        if covering is None:
            return self._told(part, quotation) or self._carried(quotation)
        if governing and governing.subject and not quotation.is_name:
            covering = paraphrase(
                part,
                governing.subject,
                "within",
                self._speaker(part, governing.subject),
                (governing.first, governing.last + 1),
            )
        if quotation.is_name or (quotation.is_word and _is_heard(part, covering)):
            return None
        return Speech(quote.start, quote.end, "partial", "within", covering.speaker, covering.cue)

    def _told(self, part: Segment, quotation: Quotation) -> Speech | None:
        """A quotation behind a colon that no verb of speech introduces."""
        at, quote = quotation.at, quotation.quote
        if at == 0 or part.words[at - 1] != ":" or not quotation.is_sentence:
            return None
        before = self._labelled(part, at - 1)
        return Speech(quote.start, quote.end, "direct", before.rule, before.speaker, before.cue) if before else None

    def _linked(self, part: Segment, link: Link, quotation: Quotation) -> Speech:
        speaker, cue = self._speaker(part, link.subject), span_of(part, link.words)
        pronoun = part.words[slice(*link.subject)] if link.subject else ()
        somebody = link.kind == "direct" and pronoun in (("he",), ("she",))
        if somebody or (pronoun == ("it",) and not speaker.id):
            speaker = self._topic(part, pronoun[0]) or speaker
        return Speech(quotation.quote.start, quotation.quote.end, link.kind, link.rule, speaker, cue)

    def _carried(self, quotation: Quotation) -> Speech | None:
        """A quotation alone in its segment goes on with who spoke right before it."""
        before = self.speech
        if before is None or self.paragraph < quotation.segment.paragraph - (before.rule != "near"):
            return None
        if not quotation.is_alone or not quotation.is_sentence or quotation.is_name:
            return None
        rule = "beat" if before.rule in ("beat", "near") else "goes-on"
        return Speech(quotation.quote.start, quotation.quote.end, "direct", rule, before.speaker, before.cue)

    def _introduced(self, part: Segment, cues: Sequence[Cue], speakers: Sequence[Speaker]) -> Speech | None:
        """Who speaks next, where the segment ends in a colon ("The mayor went on:" · "Statement from the mayor:")."""
        if part.words[-1] != ":":
            return None
        if cues and speakers[-1].span:
            return paraphrase(part, (0, len(part.tokens)), "goes-on", speakers[-1], (cues[-1].first, cues[-1].last + 1))
        return self._labelled(part, len(part.tokens) - 1)

    def _labelled(self, part: Segment, colon: int) -> Speech | None:
        """Whom the words before a colon name, else who spoke right before."""
        near = self.speech if self.paragraph >= part.paragraph - 1 else None
        return labelled(part, colon, self.cast, self._speaker) or unsigned(part, colon, near)


def _within(speech: Speech, said: Sequence[Speech]) -> bool:
    """Whether it lies inside one of `said`, which are in order."""
    at = bisect_right(said, speech.start, key=lambda one: one.start) - 1
    return at >= 0 and speech.start < said[at].end


def _nearest(quotation: Quotation, cues: Sequence[Cue], governing: Cue | None) -> Link | None:
    """The verb that follows or the one before. Of words inside a clause the one before: "said it was “over”, Reuters said"."""
    behind = link_behind(quotation, cues)
    ahead = link_agent(quotation) or link_aside(quotation) or link_ahead(quotation, cues)
    if behind and behind.kind == "partial":
        within = governing and Link("partial", "within", governing.subject, (governing.first, governing.last + 1))
        return ahead or within or behind
    return behind or ahead or link_source(quotation, cues)


def _governing(cues: Sequence[Cue], telling: Sequence[Cue], stretches: Stretches, at: int) -> Cue | None:
    """The nearest verb of speech before token `at` that reports it."""
    over = (cues[number] for number, (first, end, _) in stretches if first <= at < end)
    before = (cue for cue in over if cue.last < at and not cue.inward and cue in telling)
    return max(before, key=lambda cue: cue.last, default=None)


def _nested(cue: Cue, number: int, stretches: Stretches) -> bool:
    """Whether a verb that hardly reports by itself stands inside what another one reports."""
    weak = cue.infinitive or cue.lemma not in _REPORTING
    return weak and _enclosed(cue, number, stretches)


def _enclosed(cue: Cue, number: int, stretches: Stretches) -> bool:
    """Whether the verb stands inside what another one reports."""
    return _inside((cue.first, cue.last + 1), [item for item in stretches if item[0] != number])


def _is_heard(part: Segment, speech: Speech) -> bool:
    """Whether its verb is one of hearing ("The court heard"), whose subject is not who speaks."""
    return part.text[speech.cue.start : speech.cue.end].lower() in lists().hearing


def _inside(words: Range, stretches: Stretches) -> bool:
    return any(first <= words[0] and words[1] <= end for _, (first, end, _) in stretches)
