"""Where: known places by name and context, and unknown ones by pattern ("the village of X", "X province", "in X, Y")."""

from functools import cache, partial

from slugify import slugify

from generator.extract.actors.gazetteer import built_in_places
from generator.extract.actors.reading import Reading
from generator.extract.actors.resolve import reading_of
from generator.extract.actors.segments import REGIONS, Segment
from generator.extract.actors.titles import abbreviations
from generator.extract.actors.words import Words, is_common
from generator.extract.context import Context
from generator.extract.lexicon import rules
from generator.model.mentions import Mention
from generator.model.records import Place


def find_places(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The place mentions of the article, in order of the text. A name inside a date or an actor of `found` is left out."""
    reader = reading_of(context)
    taken = {
        place for mention in found if mention.kind in ("date", "actor") for place in range(mention.start, mention.end)
    }
    mentions = [*reader.places, *_by_pattern(reader)]
    return tuple(sorted((one for one in mentions if one.start not in taken), key=lambda one: one.start))


def new_places(context: Context, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    """Records of the places in `mentions` that `content/` does not know, by id."""
    names = {one.value: one.name for one in mentions if one.kind == "place" and one.value}
    unknown = sorted(ident for ident in names if ident not in context.known.places)
    return tuple(built_in_places().get(ident) or Place(ident, names[ident]) for ident in unknown)


def _by_pattern(reader: Reading) -> list[Mention]:
    """Unknown names that a pattern makes places, and every other mention of the same name."""
    words = reader.words
    names: dict[str, str] = {}
    for one in reader.unplaced:
        segment = _with_kind(words, one)
        rule = _rule(reader, segment)
        if rule:
            names.setdefault(words.slice(reader.source, segment.start, segment.end), rule)
    found = []
    for segment in map(partial(_with_kind, words), reader.unplaced):
        text = words.slice(reader.source, segment.start, segment.end)
        if text in names:
            found.append(_mention(words, segment, text, names[text]))
    return found


def _mention(words: Words, segment: Segment, text: str, rule: str) -> Mention:
    end = segment.end
    return Mention(
        kind="place",
        start=words.start[segment.start],
        end=words.end[end - 1],
        text=text,
        value=slugify(text),
        name=text,
        rule=rule,
    )


def _with_kind(words: Words, segment: Segment) -> Segment:
    """The name with the "province" or "county" behind it."""
    end = segment.end
    if words.joined(segment.start, end + 1) and words.low[end] in REGIONS and not words.first[segment.start]:
        return segment._replace(end=end + 1, kind="place")
    return segment


@cache
def _openers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in rules("places")["before_place"])


def _before_region(reader: Reading, segment: Segment) -> bool:
    """As in "Harlow Bay, Mass.", "a Velden, Michigan, man": a town before the region it lies in."""
    words, end = reader.words, segment.end
    region = reader.known.get(end + 1)
    if not region or region.entries[0].form != "place" or not words.joined(end - 1, region.end):
        return False
    closed = not words.joined(end, region.end + 1) or words.text[region.end] in (",", ".", ")")
    ordinary = all(map(is_common, words.low[segment.start : end]))
    shortened = region.entries[0].alias.endswith(".")
    place = built_in_places().get(region.entries[0].id)
    inside = place is not None and place.kind == "region" and closed and not ordinary
    return words.text[end] == "," and (shortened or inside)


def _rule(reader: Reading, segment: Segment) -> str:
    """The pattern that makes the name a place, or nothing."""
    words, start, end = reader.words, segment.start, segment.end
    low = words.low
    if any(tuple(low[start - size : start]) in _openers() for size in (2, 3, 4) if start >= size):
        return "place-of"
    if segment.kind == "place":
        return "place-kind"
    if _before_region(reader, segment):
        return "place-region"
    if (
        not start
        or not words.joined(start - 1, start + 1)
        or all(map(is_common, low[start:end]))
        or low[end - 1] in abbreviations()
    ):
        return ""
    before, second = low[start - 1], low[start - 2] if start > 1 else ""
    if second in ("shares", "stake", "interest", "investment", "confidence", "believe", "faith") or words.quoted[start]:
        return ""
    return (
        "place-in"
        if before in ("in", "near", "outside") and not (words.joined(start, end + 1) and words.text[end] == "'s")
        else ""
    )
