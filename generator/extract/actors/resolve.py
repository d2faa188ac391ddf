"""The entry: mentions of actors (and, found in the same reading, of places), and records for those not known."""

from collections.abc import Set as AbstractSet
from functools import lru_cache

from slugify import slugify

from generator.extract.actors.gazetteer import built_in_actors
from generator.extract.actors.reader import read_article
from generator.extract.actors.reading import Reading
from generator.extract.context import Context
from generator.model.mentions import Mention
from generator.model.records import Actor


@lru_cache(maxsize=4)
def reading_of(context: Context) -> Reading:
    """The reading of `context`, made once; actors and places come from the same one."""
    return read_article(context)


def find_actors(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The actor mentions of the article, in order of the text. A name inside a date of `found` is left out."""
    taken = {place for mention in found if mention.kind == "date" for place in range(mention.start, mention.end)}
    mentions = (one for one in reading_of(context).actors if one.start not in taken)
    return tuple(sorted(mentions, key=lambda one: (one.start, one.end)))


def new_actors(
    context: Context, mentions: tuple[Mention, ...], acting: AbstractSet[str] = frozenset()
) -> tuple[Actor, ...]:
    """Records of the actors in `mentions` that `content/` does not know, by id. States named by an adjective alone get none;
    an outlet of `content/` gets one when it is among the ids `acting`, since it then does more than report, and so does
    whoever of these is known by a quotation alone."""
    entities = reading_of(context).registry.by_id
    named = {one.value for one in mentions if one.kind == "actor" and one.value and one.rule != "demonym"}
    known = {*context.known.actors, *(context.known.outlets.keys() - acting)}
    records = {ident: _record(entities[ident].id, context) for ident in named - known if ident in entities}
    spoken = _only_quoted(context, mentions, acting - known - records.keys())
    return tuple(record for _, record in sorted({**spoken, **records}.items()))


def _only_quoted(context: Context, mentions: tuple[Mention, ...], missing: AbstractSet[str]) -> dict[str, Actor]:
    """Records of those whom only a verb of speech shows to be somebody, under the words that made their id. A person's name
    would have been read as one."""
    found = {}
    for one in mentions:
        if one.kind == "quote" and one.speaker in missing:
            words = context.article.text[one.speaker_span.start : one.speaker_span.end].split()
            tails = (" ".join(words[start:]).strip(",") for start in range(len(words)))
            name = next((tail for tail in tails if slugify(tail) == one.speaker), "")
            if name:
                found[one.speaker] = Actor(one.speaker, name, "organisation")
    return found


def _record(ident: str, context: Context) -> Actor:
    if ident in built_in_actors():
        return built_in_actors()[ident]
    entity = reading_of(context).registry.by_id[ident]
    aliases = tuple(alias for alias in entity.aliases if alias != entity.name)
    gender = entity.gender if entity.gender in ("he", "she", "they") and entity.kind == "person" else ""
    return Actor(ident, entity.name, entity.kind, aliases, gender=gender)  # type: ignore[arg-type]  # kinds of entities are kinds of actors
