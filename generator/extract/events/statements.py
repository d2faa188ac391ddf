"""What one speaker says at one occasion, gathered: a press conference told in six sentences is one event."""

from collections.abc import Sequence

import msgspec

from generator.extract.events.chronology import When
from generator.extract.events.judge import Telling
from generator.extract.events.reading import Reading
from generator.extract.events.speakers import Speaker
from generator.model.mentions import Mention

_NEAR = 2  # sentences over which "they" may mean an unnamed speaker
_STORY = 7  # days: what was said longer ago is no part of today's occasion


class Occasion(msgspec.Struct, frozen=True):
    """`tellings` of one speaker, in order, with `when`; `quotes` in quotation marks, of which some have no clause of speech."""

    speaker: Speaker
    when: When | None
    tellings: tuple[Telling, ...] = ()
    quotes: tuple[Mention, ...] = ()

    @property
    def sentences(self) -> tuple[int, ...]:
        """The sentences of its reporting clauses, in order."""
        return tuple(dict.fromkeys(telling.clause.sentence for telling in self.tellings))


def occasions(reading: Reading, told: Sequence[tuple[Telling, When]]) -> tuple[Occasion, ...]:
    """The occasions of speech of an article, in the order of their first words."""
    groups: list[Occasion] = []
    unnamed: tuple[int, Speaker] | None = None
    for telling, when in told:
        speaker = telling.speaker
        if speaker is None:
            continue
        sentence = telling.clause.sentence
        if speaker.is_pronoun and not speaker.id:
            if unnamed is None or sentence - unnamed[0] > _NEAR:
                continue
            speaker = unnamed[1]
        if not speaker.id:
            unnamed = (sentence, speaker)
        _add(reading, groups, speaker, telling, when)
    return tuple(groups)


def _add(reading: Reading, groups: list[Occasion], speaker: Speaker, telling: Telling, when: When) -> None:
    """Enter a statement with the occasion it belongs to, or open a new one."""
    for at in range(len(groups) - 1, -1, -1):
        group = groups[at]
        if _same_speaker(group.speaker, speaker) and _same_occasion(reading, group, telling, when):
            dated = telling.date is not None and group.tellings[0].date is None
            groups[at] = msgspec.structs.replace(
                group, tellings=(*group.tellings, telling), when=when if dated else group.when
            )
            return
    groups.append(Occasion(speaker, when, (telling,)))


def _same_speaker(first: Speaker, second: Speaker) -> bool:
    return first.id == second.id and (bool(first.id) or first.name.lower() == second.name.lower())


def _same_occasion(reading: Reading, group: Occasion, telling: Telling, when: When) -> bool:
    first = group.when
    if first is None or (telling.date is not None and any(one.date for one in group.tellings)):
        return first is not None and first.date == when.date
    near = telling.clause.sentence - group.tellings[-1].clause.sentence <= 1
    if telling.date is not None:
        return near and when.date.precision == "day"
    return near or not _is_background(reading, first)


def _is_background(reading: Reading, when: When) -> bool:
    """Whether something was said so long before the article that the rest of it is another occasion."""
    published = reading.context.article.published
    if when.date.end is None or published.start is None:
        return False
    return (published.start - when.date.end).days > _STORY


def with_quotes(reading: Reading, groups: Sequence[Occasion], quotes: Sequence[Mention]) -> tuple[Occasion, ...]:
    """Give each quotation in marks to the occasion its reporting clause belongs to, else to its speaker's nearest before; a
    speaker's quotation without any clause is an occasion of its own."""
    result = list(groups)
    for quote in quotes:
        at = _home(reading, result, quote)
        if at >= 0:
            result[at] = msgspec.structs.replace(result[at], quotes=(*result[at].quotes, quote))
        elif quote.speaker and quote.quote_kind == "direct":
            result.append(Occasion(_speaker(reading, quote), None, (), (quote,)))
    return tuple(result)


def _home(reading: Reading, groups: Sequence[Occasion], quote: Mention) -> int:
    sentence = reading.sentence_at(quote.cue_span.start if quote.cue_span else quote.start)
    cued = [at for at, group in enumerate(groups) for t in group.tellings if _is_cued(t, quote)]
    if cued:
        return cued[0]
    own = [at for at, group in enumerate(groups) if quote.speaker and group.speaker.id == quote.speaker]
    before = [at for at in own if _first(reading, groups[at]) <= sentence]
    return before[-1] if before else -1


def _is_cued(telling: Telling, quote: Mention) -> bool:
    tokens, verb = telling.clause.tokens, telling.clause.verb
    return bool(quote.cue_span) and tokens[verb.first].start <= quote.cue_span.start < tokens[verb.index].end


def _first(reading: Reading, group: Occasion) -> int:
    return min([*group.sentences, *(reading.sentence_at(quote.start) for quote in group.quotes)])


def _speaker(reading: Reading, quote: Mention) -> Speaker:
    return Speaker(quote.speaker, reading.name_of(quote.speaker, _as_written(reading, quote)))


def _as_written(reading: Reading, quote: Mention) -> str:
    return reading.text[quote.speaker_span.start : quote.speaker_span.end]
