"""People named by a title and a place: "the Duke of Wexbury", "the Archbishop of York"."""

from slugify import slugify

from generator.extract.actors.bearers import by_name
from generator.extract.actors.entities import Entity
from generator.extract.actors.reading import Reading
from generator.extract.actors.segments import Segment
from generator.extract.actors.titles import called
from generator.extract.lexicon import rules


def read_noble(reading: Reading, segment: Segment) -> int:
    """Write down whom the title in `segment` with the place behind it means; gives the index behind it, 0 where it is none."""
    words, title, at = reading.words, segment.title, segment.end + 1
    if title is None or title.role not in rules("titles")["of_places"] or not words.joined(segment.start, at + 1):
        return 0
    if words.low[segment.end] != "of" or not words.capital[at]:
        return 0
    stop = reading.segments[at].end if at in reading.segments else at + 1
    if stop in reading.segments and words.joined(at, stop + 1):
        return 0
    name = reading.text(segment.start, stop)
    entity = _beside(reading, segment.start, stop) or reading.registry.add(
        Entity(slugify(name), name, "person", gender=title.gender)
    )
    entity.roles |= called(title.role)
    entity.gender = entity.gender or title.gender
    reading.write(segment.start, stop, entity, "name")
    return stop


def _beside(reading: Reading, start: int, stop: int) -> Entity | None:
    """The person named between commas beside it: "Prince Hal, the Duke of Wexbury", "the Bishop of Wick, Nils Ferro,"."""
    words = reading.words
    first = start - (start > 0 and words.low[start - 1] == "the")
    last = reading.actors[-1] if reading.actors else None
    if last and first > 1 and words.text[first - 1] == "," and last.end == words.end[first - 2]:
        owner = reading.registry.by_id.get(last.value)
        return owner if owner and owner.kind == "person" else None
    behind = reading.segments.get(stop + 1)
    if behind is None or words.text[stop] != "," or not words.joined(start, stop + 2):
        return None
    found = by_name(reading, behind)
    closed = not words.joined(start, behind.end + 1) or words.text[behind.end] in (",", ".")
    return found if found and found.kind == "person" and closed else None
