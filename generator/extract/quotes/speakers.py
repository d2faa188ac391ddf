"""Who a subject is: the actor mention that covers it, the antecedent of a pronoun, or an unnamed source."""

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.actors.persons import plural_roles
from generator.extract.actors.unnamed import heads, roles
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import rules
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.described import apposed, described
from generator.extract.quotes.nouns import Range
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.words import lists
from generator.model.mentions import Mention, Span

_GENITIVE = ("'s", "’s", "' ", "’ ")


def speaker_of(segment: Segment, subject: Range, cast: Cast, before: Speaker) -> Speaker:
    """Resolve a subject. `before` is who spoke last, for pronouns nothing else resolves."""
    tokens = segment.tokens[slice(*subject)]
    span = Span(tokens[0].start, tokens[-1].end)
    mentions = cast.inside(span)
    if _is_pair(mentions, span, segment):
        return Speaker("", span)
    chosen = _head(mentions, span, segment)
    words = segment.words[slice(*subject)]
    value = chosen.value if chosen else ""
    if chosen is None or not value or (chosen.rule == "pronoun" and len(words) > 1):
        value = (apposed(segment, subject[1], cast) if len(words) > 1 else "") or value
    if value:
        return Speaker(value, span)
    if chosen is not None and chosen.rule == "pronoun" and words[1:2] != ("of",):
        whom = cast.described(chosen) or chosen.span
        return Speaker(cast.called(whom), whom)
    if words[0] in lists().pronouns or (words[0] in lists().possessives and len(words) == 1):
        return Speaker(_body(segment, span, cast) if words[0] == "it" else _going_on(words[0], cast, before), span)
    return described(segment, subject, cast, chosen)


def _going_on(pronoun: str, cast: Cast, before: Speaker) -> str:
    """The id of who spoke last, for a pronoun that may mean him."""
    one = pronoun in ("he", "she", "his", "her")
    fits = (one and before.id not in cast.bodies) or pronoun in ("they", "their")
    return before.id if fits else ""


def is_somebody(segment: Segment, subject: Range, pronoun: str) -> bool:
    """Whether "he" or "she" may stand for a phrase that describes one person: "a former engineer", "the driver of the bus"."""
    words = segment.words[slice(*subject)]
    noun = words[next((at for at, word in enumerate(words) if at and word in lists().joining), len(words)) - 1]
    genders = rules("titles")["role_genders"]
    owned = words[0] in lists().possessives or "'s" in words
    opens = owned or words[0] in classes().det | {"one", "another"}
    known = noun in heads() | roles() or (owned and noun in genders)
    return opens and known and genders.get(noun, "") in ("", pronoun)


def _is_pair(mentions: Sequence[Mention], span: Span, segment: Segment) -> bool:
    """Whether two speak together: "Ruth Lind and Ana Moe"; of houses and states only where they are the whole phrase."""
    named = [item for item in mentions if item.actor_kind not in ("", "unnamed") and item.head and item.value]
    for one, other in pairwise(named):
        between = segment.text[one.end : other.start].strip()
        opens = segment.text[span.start : one.start].strip().lower() in ("", "the", "both", "both the")
        people = one.actor_kind == other.actor_kind == "person"
        whole = opens and other.end == span.end and "person" not in (one.actor_kind, other.actor_kind)
        if one.value != other.value and ((people and between == "and") or (whole and between in ("and", "and the"))):
            return True
    return False


def _body(segment: Segment, span: Span, cast: Cast) -> str:
    """The id of the only organisation named before an "it" of the same sentence: "Marinex welcomed what it called"."""
    before = cast.inside(Span(segment.tokens[0].start, span.start))
    bodies = {
        item.value for item in before if item.head and item.actor_kind in ("organisation", "group", "media", "state")
    }
    return next(iter(bodies)) if len(bodies) == 1 else ""


def _head(mentions: Sequence[Mention], span: Span, segment: Segment) -> Mention | None:
    """The mention that is the phrase, not an owner inside it ("Lind's office", "her count"): a person who ends before "of" or
    "at" ("Ana Lind of Leeds University"), else the longest that reaches the end of the phrase, else the first."""
    owner = segment.text[span.end : span.end + 2] in _GENITIVE
    named = [
        item
        for item in mentions
        if (item.head or owner) and not _employs(segment, item, span) and not _is_member(segment, item, span)
    ]
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
    return len(inside) > 1 and inside[-1] in lists().joining and inside[-2] in heads() | roles() | plural_roles()


def _is_member(segment: Segment, item: Mention, span: Span) -> bool:
    """Whether the mention is one of several that make up a body: "a bench of Justices Ruth Lind and Ana Moe"."""
    paired = zip(segment.tokens, segment.words, strict=True)
    inside = [(token, word) for token, word in paired if span.start <= token.start < item.start]
    of = next((at for at, (_, word) in enumerate(inside) if word == "of"), 0)
    if of < 2 or item.actor_kind != "person" or inside[0][1] not in classes().det:
        return False
    head, several = inside[of - 1], inside[of + 1 :]
    body = head[0].text.islower() and head[1] not in roles() | heads()
    return body and all(token.text[0].isupper() or word in ("and", ",") for token, word in several)


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
