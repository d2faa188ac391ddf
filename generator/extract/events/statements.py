"""What one speaker says at one occasion, gathered: a press conference told in six sentences is one event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from generator.extract.events.judge import Telling
from generator.extract.events.reading import Reading
from generator.extract.events.speakers import Speaker
from generator.extract.events.when import When
from generator.model.mentions import Mention

_NEAR = 2  # sentences over which "they" may mean an unnamed speaker
_STORY = 7  # days: what was said longer ago is no part of today's occasion
_OPEN = 12  # the latest occasions of a speaker that further words may belong to


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


class _Open:
    """An occasion in the making. Its lists grow in place, so that a long article costs no more than its length."""

    def __init__(self, speaker: Speaker, when: When | None, first: int) -> None:
        self.speaker, self.when, self.first = speaker, when, first
        self.tellings: list[Telling] = []
        self.quotes: list[Mention] = []
        self.dated = False

    def take(self, telling: Telling, when: When) -> None:
        """Enter a statement; the first with a date of its own dates the occasion."""
        if telling.date is not None and not self.dated:
            self.when, self.dated = when, True
        self.tellings.append(telling)

    def closed(self) -> Occasion:
        """The occasion as a value."""
        return Occasion(self.speaker, self.when, tuple(self.tellings), tuple(self.quotes))


class _Gathering:
    """All occasions of an article in the making, in the order of their first words, and where to look for them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.all: list[_Open] = []
        self._of_speaker: dict[str, list[_Open]] = defaultdict(list)
        self._in_sentence: dict[int, list[tuple[Telling, _Open]]] = defaultdict(list)

    def tell(self, telling: Telling, when: When, speaker: Speaker) -> None:
        """Enter a statement with the occasion it belongs to, or open a new one."""
        latest = self._of_speaker[_key(speaker)][: -_OPEN - 1 : -1]
        group = next((one for one in latest if _same_occasion(self.reading, one, telling, when)), None)
        group = group or self._open(speaker, when, telling.clause.sentence)
        group.take(telling, when)
        self._in_sentence[telling.clause.sentence].append((telling, group))

    def quote(self, quote: Mention) -> None:
        """Give a quotation to the occasion its reporting clause belongs to, else to its speaker's nearest before; without
        either it is an occasion of its own when it is direct and its speaker known."""
        sentence = self.reading.sentence_at(quote.cue_span.start if quote.cue_span else quote.start)
        group = next((one for telling, one in self._in_sentence[sentence] if _is_cued(telling, quote)), None)
        if group is None and quote.speaker:
            own = reversed(self._of_speaker[quote.speaker])
            group = next((one for one in own if one.first <= sentence), None)
            if group is None and quote.quote_kind == "direct":
                group = self._open(_speaker(self.reading, quote), None, sentence)
        if group is not None:
            group.quotes.append(quote)
            group.first = min(group.first, self.reading.sentence_at(quote.start))

    def _open(self, speaker: Speaker, when: When | None, first: int) -> _Open:
        group = _Open(speaker, when, first)
        self._of_speaker[_key(speaker)].append(group)
        self.all.append(group)
        return group


def occasions(
    reading: Reading, told: Sequence[tuple[Telling, When]], quotes: Sequence[Mention]
) -> tuple[Occasion, ...]:
    """The occasions of speech of an article, in the order of their first words, with those of `quotes` that belong to them;
    a speaker's quotation without any clause of speech is an occasion of its own."""
    gathering = _Gathering(reading)
    for telling, when, speaker in _spoken(told):
        gathering.tell(telling, when, speaker)
    for quote in quotes:
        gathering.quote(quote)
    return tuple(group.closed() for group in gathering.all)


def _spoken(told: Sequence[tuple[Telling, When]]) -> Iterator[tuple[Telling, When, Speaker]]:
    """The statements with their speakers; "they" is the unnamed speaker just before."""
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
        yield telling, when, speaker


def _key(speaker: Speaker) -> str:
    """What tells one speaker from another; a description begins with a space, which no id does."""
    return speaker.id or f" {speaker.name.lower()}"


def _same_occasion(reading: Reading, group: _Open, telling: Telling, when: When) -> bool:
    if group.when is None or (telling.date is not None and group.dated):
        return group.when is not None and group.when.date == when.date
    near = telling.clause.sentence - group.tellings[-1].clause.sentence <= 1
    if telling.date is not None:
        return near and when.date.precision == "day"
    return near or not _is_background(reading, group.when)


def _is_background(reading: Reading, when: When) -> bool:
    """Whether something was said so long before the article that the rest of it is another occasion."""
    published = reading.context.article.published
    if when.date.end is None or published.start is None:
        return False
    return (published.start - when.date.end).days > _STORY


def _is_cued(telling: Telling, quote: Mention) -> bool:
    tokens, verb = telling.clause.tokens, telling.clause.verb
    return bool(quote.cue_span) and tokens[verb.first].start <= quote.cue_span.start < tokens[verb.index].end


def _speaker(reading: Reading, quote: Mention) -> Speaker:
    as_written = reading.text[quote.speaker_span.start : quote.speaker_span.end]
    return Speaker(quote.speaker, reading.name_of(quote.speaker, as_written))
