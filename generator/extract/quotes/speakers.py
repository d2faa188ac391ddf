"""Who a subject is: the actor mention that covers it, the antecedent of a pronoun, or an unnamed source."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import msgspec
from slugify import slugify

from generator.extract.actors.unnamed import heads, roles
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.extract.quotes.nouns import Range, abbreviated
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.words import lists
from generator.model.mentions import Mention, Span

_NEAR = 30  # mentions before a pronoun
_GENITIVE = ("'s", "’s", "' ", "’ ")
_APPOSITION = 8  # tokens of a name behind a comma


class Speaker(msgspec.Struct, frozen=True):
    """`id`: actor id, or a slug of the name, "" for an unnamed one; `span`: where the text names the speaker."""

    id: str = ""
    span: Span = Span()


class Cast:
    """The actor mentions of an article, for look-up by place."""

    def __init__(self, found: Sequence[Mention]) -> None:
        actors = sorted((item for item in found if item.kind == "actor"), key=lambda item: (item.start, -item.end))
        self.actors = actors
        self.starts = [item.start for item in actors]
        self.longest = max((item.end - item.start for item in actors), default=0)

    def inside(self, span: Span) -> list[Mention]:
        """The mentions that share a character with `span`, by position."""
        first = bisect_left(self.starts, span.start - self.longest)
        last = bisect_left(self.starts, span.end)
        return [item for item in self.actors[first:last] if item.end > span.start]

    def people(self, span: Span) -> list[Mention]:
        """The persons among them, unnamed ones included."""
        return [item for item in self.inside(span) if item.head and item.actor_kind in ("person", "unnamed")]

    def last_person(self, at: int) -> str:
        """The id of the person named last before `at`, whom "the 18-year-old" means; "" without one."""
        here = bisect_left(self.starts, at)
        before = reversed(self.actors[max(here - _NEAR, 0) : here])
        return next((item.value for item in before if item.actor_kind == "person" and item.value and item.head), "")

    @cached_property
    def surnames(self) -> dict[str, str]:
        """The id of the only person whose name ends so, by that ending of the id."""
        people = {item.value for item in self.actors if item.actor_kind == "person" and item.value}
        often = Counter(ident.rpartition("-")[2] for ident in people)
        return {last: ident for ident in people if often[last := ident.rpartition("-")[2]] == 1}

    def described(self, mention: Mention) -> Span:
        """Where somebody without a name, whom the pronoun `mention` means, is described; an empty span for others."""
        if mention.rule != "pronoun" or mention.value:
            return Span()
        at = bisect_left(self.starts, mention.start)
        near = (item for item in reversed(self.actors[max(at - _NEAR, 0) : at]))
        return next((item.span for item in near if item.rule == "unnamed" and item.text == mention.name), Span())

    def called(self, described: Span, text: str) -> str:
        """The id of the person whom a description behind a comma is of: "Ana Lind, a bus driver"; "" without one."""
        at = bisect_left(self.starts, described.start)
        before = (item for item in reversed(self.actors[max(at - 3, 0) : at]))
        return next((item.value for item in before if text[item.end : described.start] == ", " and item.head), "")


def speaker_of(segment: Segment, subject: Range, cast: Cast, before: Speaker) -> Speaker:
    """Resolve a subject. `before` is who spoke last, for pronouns nothing else resolves."""
    tokens = segment.tokens[slice(*subject)]
    span = Span(tokens[0].start, tokens[-1].end)
    mentions = cast.inside(span)
    chosen = _head(mentions, span, segment)
    words = segment.words[slice(*subject)]
    if chosen is not None and chosen.value and (chosen.rule != "pronoun" or len(words) == 1):
        return Speaker(chosen.value, span)
    if len(words) > 1 and (apposed := _apposed(segment, subject[1], cast)):
        return Speaker(apposed, span)
    if chosen is not None and chosen.value:
        return Speaker(chosen.value, span)
    if chosen is not None and chosen.rule == "pronoun":
        described = cast.described(chosen) or chosen.span
        return Speaker(cast.called(described, segment.text), described)
    if words[0] in lists().pronouns or (words[0] in lists().possessives and len(words) == 1):
        going_on = before.id if words[0] in ("he", "she", "they", "his", "her", "their") else ""
        return Speaker(_body(segment, span, cast) if words[0] == "it" else going_on, span)
    return _described(segment, subject, cast, chosen)


def _body(segment: Segment, span: Span, cast: Cast) -> str:
    """The id of the only organisation named before an "it" of the same sentence: "Marinex welcomed what it called"."""
    before = cast.inside(Span(segment.tokens[0].start, span.start))
    bodies = {
        item.value for item in before if item.head and item.actor_kind in ("organisation", "group", "media", "state")
    }
    return next(iter(bodies)) if len(bodies) == 1 else ""


def _described(segment: Segment, subject: Range, cast: Cast, chosen: Mention | None) -> Speaker:
    """Somebody described: by the name behind a comma or before one, by the name in the description, else by the words."""
    span = Span(segment.tokens[subject[0]].start, segment.tokens[subject[1] - 1].end)
    apposed = _apposed(segment, subject[1], cast)
    name = "" if chosen or (apposed and segment.words[subject[0]] in classes().det) else _name(segment, subject)
    aged = cast.last_person(span.start) if _is_again(segment.words[slice(*subject)]) else ""
    ident = name or apposed or aged or (cast.called(chosen.span, segment.text) if chosen else "")
    return Speaker(ident, span if ident else _given_name(segment, subject[1]) or span)


def _is_again(words: Sequence[str]) -> bool:
    """Whether they stand for the person named last: "the 18-year-old", "the mother-of-two"."""
    last = words[-1].split("-")
    return words[0] == "the" and (last[-2:] == ["year", "old"] or (last[0] in lists().parents and "of" in last))


def _apposed(segment: Segment, at: int, cast: Cast) -> str:
    """The id of the actor named right behind the comma at `at`: "the judge, Ruth Lind, told"."""
    if (
        segment.words[at : at + 1] != (",",)
        or at + 1 >= len(segment.tokens)
        or _opens_aside(segment.tokens[at + 1].text)
    ):
        return ""
    tokens = segment.tokens[at + 1 : at + 1 + _APPOSITION]
    stops = (token.start for before, token in pairwise((tokens[0], *tokens)) if _closes(before.lower, token.text))
    end = next(stops, tokens[-1].end)
    named = (item for item in cast.inside(Span(tokens[0].start, end)) if item.head and item.end >= end)
    return next((item.value for item in named if item.actor_kind in ("", "person")), "")


def _opens_aside(word: str) -> bool:
    """Whether a participle, a preposition or a relative opens what is no name: "the panel, chaired by Ruth Lind, found"."""
    look, known = form(word), classes()
    participle = bool(look.tags & {"VBN", "VBG"}) and not look.noun
    return participle or word in known.prep | known.rel | known.sub | known.coord


def _given_name(segment: Segment, at: int) -> Span:
    """Where one capitalised word stands between commas behind `at`: "the victim's brother, Sanjay, said"."""
    tokens, words = segment.tokens, segment.words
    alone = words[at : at + 1] == (",",) and words[at + 2 : at + 3] == (",",)
    if not alone or not tokens[at + 1].text[0].isupper() or not tokens[at + 1].text.isalpha():
        return Span()
    return Span(tokens[at + 1].start, tokens[at + 1].end)


def _closes(before: str, text: str) -> bool:
    """Whether an apposition ends at `text`; the full stop of "Col." ends none."""
    return text in (",", ";", ":", FOLDED) or (text == "." and not abbreviated(before))


def _head(mentions: Sequence[Mention], span: Span, segment: Segment) -> Mention | None:
    """The mention that is the phrase, not an owner inside it ("Lind's office", "her count"): a person who ends before "of" or
    "at" ("Ana Lind of Leeds University"), else the longest that reaches the end of the phrase, else the first."""
    owner = segment.text[span.end : span.end + 2] in _GENITIVE
    named = [item for item in mentions if (item.head or owner) and not _employs(segment, item, span)]
    whole = max((item.end for item in named if item.start == span.start), default=span.start)
    person = next(
        (item for item in named if item.actor_kind == "person" and item.end >= whole and item.end < span.end), None
    )
    if person and _is_placed(segment, person, span):
        return person
    at_end = [item for item in named if item.end >= span.end]
    if at_end:
        return max(at_end, key=lambda item: item.end - item.start)
    return next((item for item in named if not _owns(item, segment.text)), None)


def _employs(segment: Segment, item: Mention, span: Span) -> bool:
    """Whether the mention is where somebody without a name belongs: "analysts at Norbank"."""
    paired = zip(segment.tokens, segment.words, strict=True)
    inside = [word for token, word in paired if span.start <= token.start < item.start]
    inside = inside[:-1] if inside[-1:] == ["the"] else inside
    return len(inside) > 1 and inside[-1] in lists().joining and inside[-2] in heads() | roles()


def _is_placed(segment: Segment, person: Mention, span: Span) -> bool:
    """Whether no preposition stands before the person in the phrase, and one right behind."""
    inside = [
        (token, word)
        for token, word in zip(segment.tokens, segment.words, strict=True)
        if span.start <= token.start < span.end
    ]
    before = [word for token, word in inside if token.start < person.start]
    behind = next((word for token, word in inside if token.start >= person.end), "")
    return behind in ("of", "at", "from", "in", "for", "with") and lists().joining.isdisjoint(before)


def _owns(item: Mention, text: str) -> bool:
    owner = item.text.lower().replace("’", "'")
    return owner in lists().possessives or owner.endswith("'s") or text[item.end : item.end + 2] in _GENITIVE


def _name(segment: Segment, subject: Range) -> str:
    """A slug of the proper name that ends the phrase, "" where it ends in a common noun."""
    first, last = subject
    start = last
    while start > first and (
        segment.tokens[start - 1].text[0].isupper() or (segment.words[start - 1] == "." and start - 1 > first)
    ):
        start -= 1
    name = " ".join(token.text for token in segment.tokens[start:last] if token.is_word)
    return slugify(name)
