"""The article's own sources: "according to UNIAN", "Reuters reported, citing two officials", "told the BBC", and who passes on
whom. rules/attribution.yaml holds the words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.extract.context import Context
from generator.extract.lexicon import rules
from generator.extract.quotes.analysis import analyse
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.nouns import Range, phrase_after, phrase_before
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.speakers import speaker_of
from generator.model.mentions import Mention, Span
from generator.read.outlets import OutletIndex, looks_like_outlet, outlet_index

_DATELINE = re.compile(r"[^\n()]{0,60}\((?P<name>[^()\n]{2,40})\)\s*[—–-]")
_LONGEST_NAME = 7


class Trigger(msgspec.Struct, frozen=True):
    """One row of rules/attribution.yaml. `outlet` True where only an outlet counts as source."""

    id: str
    words: tuple[str, ...]
    passes_on: str
    outlet: bool = False


class Source(msgspec.Struct, frozen=True):
    """Who is named: `id` of an outlet or actor, "" for neither; `name` in words; `tokens` of the name in the segment."""

    id: str
    name: str
    tokens: Range
    outlet: bool = False

    @property
    def label(self) -> str:
        """What another source passes on: the id, or the words where there is none."""
        return self.id or self.name


class Found(msgspec.Struct, frozen=True):
    """An attribution in the making, by token positions. `link` is a trigger's `passes_on`."""

    start: int
    end: int
    source: Source
    rule: str
    link: str = "none"
    relays: str = ""


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """The triggers by their first word, longest first."""
    result: dict[str, list[Trigger]] = {}
    for row in rules("attribution")["triggers"]:
        words = tuple(row["words"].split())
        result.setdefault(words[0], []).append(Trigger(row["id"], words, row["passes_on"], row.get("outlet", False)))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in result.items()}


@cache
def _statements() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in rules("attribution")["statements"])


def find_attributions(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The attributions of an article, by position. `found` gives the actors; `value` is an outlet's or actor's id."""
    sources = _Sources(outlet_index(tuple(context.known.outlets.values())), Cast(found, context.article.text))
    analysis = analyse(context)
    result = list(_dateline(context, sources))
    for part, cues in zip(analysis.parts, analysis.cues, strict=True):
        items = sorted(_of_segment(part, cues, sources), key=lambda item: (item.start, -item.end))
        result += [_mention(part, item) for item in _chained(_distinct(items))]
    return tuple(result)


class _Sources:
    """Resolves a phrase to an outlet or an actor."""

    def __init__(self, outlets: OutletIndex, cast: Cast) -> None:
        self.outlets = outlets
        self.cast = cast

    def of(self, part: Segment, phrase: Range) -> Source:
        """Whom the tokens of `phrase` name."""
        name = part.text[part.tokens[phrase[0]].start : part.tokens[phrase[1] - 1].end]
        outlet = self.outlet(part, phrase)
        if outlet:
            return outlet
        media = looks_like_outlet(name) or not set(rules("attribution")["media_words"]).isdisjoint(
            part.words[slice(*phrase)]
        )
        return Source(speaker_of(part, phrase, self.cast, Speaker()).id, name, phrase, outlet=media)

    def is_voice(self, part: Segment, source: Source) -> bool:
        """Whether a phrase names somebody, or something written: "citing two officials", not "citing a lack of rain"."""
        words = part.words[slice(*source.tokens)]
        span = Span(part.tokens[source.tokens[0]].start, part.tokens[source.tokens[1] - 1].end)
        named = any(item.end == span.end or item.rule == "unnamed" for item in self.cast.inside(span))
        return bool(source.id) or named or not set(rules("attribution")["voices"]).isdisjoint(words)

    def outlet(self, part: Segment, phrase: Range) -> Source | None:
        """The outlet that ends a phrase ("the daily Le Monde", "Reuters news agency"), longest name first."""
        first, last = phrase
        for start in range(first, min(last, first + _LONGEST_NAME)):
            if not part.tokens[start].text[0].isupper() and part.words[start] != "the":
                continue
            for end in range(min(last, start + _LONGEST_NAME), start, -1):
                name = part.text[part.tokens[start].start : part.tokens[end - 1].end]
                outlet = self.outlets.find(name) if name[0].isupper() or end - start > 1 else None
                if outlet and not (outlet.common and (start, end) != phrase):
                    return Source(outlet.id, name, (start, end), outlet=True)
        return None


def _of_segment(part: Segment, cues: Sequence[Cue], sources: _Sources) -> Iterator[Found]:
    if not cues and triggers().keys().isdisjoint(part.words):
        return
    yield from _by_trigger(part, cues, sources)
    for cue in cues:
        if cue.subject and not cue.passive:
            yield from _by_cue(part, cue, sources)


def _by_trigger(part: Segment, cues: Sequence[Cue], sources: _Sources) -> Iterator[Found]:
    known, ignored = triggers(), rules("attribution")["not_sources"]
    for at, word in enumerate(part.words):
        for trigger in known.get(word, ()):
            end = at + len(trigger.words)
            phrase = phrase_after(part, end) if part.words[at:end] == trigger.words else None
            if phrase is None or part.words[phrase[1] - 1] in ignored:
                continue
            source = sources.of(part, phrase)
            named = trigger.passes_on != "cites" or sources.is_voice(part, source)
            if source.outlet or (named and not (trigger.outlet or trigger.passes_on == "speaker")):
                yield Found(
                    at, phrase[1], source, trigger.id, trigger.passes_on, _relayed(part, at, trigger, cues, sources)
                )
                break


def _relayed(part: Segment, at: int, trigger: Trigger, cues: Sequence[Cue], sources: _Sources) -> str:
    """Whom the source of a trigger passes on: who speaks in the sentence, or the name before "cited by"."""
    if trigger.passes_on == "speaker":
        subject = next((cue.subject for cue in cues if cue.subject), None)
        return sources.of(part, subject).label if subject else ""
    if trigger.words[0] in ("cited", "quoted") and at > 1:
        end = at - 1 if part.words[at - 1] in (",", "as") else at
        phrase = phrase_before(part, end - 1 if part.words[end - 1] == "," else end)
        return sources.of(part, phrase).label if phrase else ""
    return ""


def _by_cue(part: Segment, cue: Cue, sources: _Sources) -> Iterator[Found]:
    """An outlet that reports, a speaker who told an outlet, and a statement with its place."""
    data: dict[str, Any] = rules("attribution")
    subject = cue.subject or (0, 0)
    outlet = sources.outlet(part, subject) if cue.lemma in data["reports"] and not cue.inherited else None
    start, end = min(subject[0], cue.first), max(subject[1], cue.last + 1)
    if outlet and outlet.tokens[1] == subject[1]:
        yield Found(start, end, outlet, "outlet-reports")
    if cue.lemma in data["tells"] and (phrase := phrase_after(part, cue.last + 1)):
        told = sources.outlet(part, phrase)
        if told:
            yield Found(cue.first, told.tokens[1], told, "told-outlet", relays=sources.of(part, subject).label)
    size = _statement(part, end)
    if size and not cue.inherited:
        yield Found(start, end + size, sources.of(part, subject), "statement")


def _statement(part: Segment, at: int) -> int:
    """How many tokens from `at` on say where a statement was made."""
    longest = min(4, len(part.words) - at)
    return next((size for size in range(longest, 1, -1) if part.words[at : at + size] in _statements()), 0)


def _distinct(items: Sequence[Found]) -> Iterator[Found]:
    """Of two that name the same source at the same place, the longer."""
    seen: set[tuple[str, Range]] = set()
    for item in items:
        key = (item.source.label, item.source.tokens)
        if key not in seen:
            seen.add(key)
            yield item


def _chained(items: Iterator[Found]) -> Iterator[Found]:
    """Say who passes on whom along one sentence."""
    chain = list(items)
    for at, item in enumerate(chain):
        relays = item.relays
        following = chain[at + 1] if at + 1 < len(chain) else None
        before = chain[at - 1] if at else None
        if following and following.link == "cites" and not relays:
            relays = following.source.label
        if before and item.link == "relayed" and not relays:
            relays = before.source.label
        yield replace(item, relays=relays)


def _mention(part: Segment, item: Found) -> Mention:
    start, end = part.tokens[item.start].start, part.tokens[item.end - 1].end
    return Mention(
        kind="attribution",
        start=start,
        end=end,
        text=part.text[start:end],
        value=item.source.id,
        name=item.source.name,
        relays=item.relays,
        rule=item.rule,
        speaker_span=Span(part.tokens[item.source.tokens[0]].start, part.tokens[item.source.tokens[1] - 1].end),
    )


def _dateline(context: Context, sources: _Sources) -> Iterator[Mention]:
    """The agency in brackets at the head of the first paragraph: "KYIV (Reuters) —"."""
    text = context.article.text
    match = _DATELINE.match(text, *context.article.paragraphs[0]) if context.article.paragraphs else None
    outlet = sources.outlets.find(match["name"]) if match else None
    if match and outlet:
        span = Span(match.start("name"), match.end("name"))
        yield Mention(
            kind="attribution",
            start=span.start,
            end=span.end,
            text=match["name"],
            value=outlet.id,
            name=match["name"],
            rule="dateline",
            speaker_span=span,
        )
