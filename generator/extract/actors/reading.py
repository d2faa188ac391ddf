"""The state of one reading of one article: its words and names, who has been spoken of, and the mentions written down."""

from typing import TYPE_CHECKING

from slugify import slugify

from generator.extract.actors.aliases import Match, find_known, states_within
from generator.extract.actors.coreference import Trace
from generator.extract.actors.entities import Entity, Registry
from generator.extract.actors.gazetteer import Entry
from generator.extract.actors.given import given_gender
from generator.extract.actors.organisations import descriptions
from generator.extract.actors.segments import REGIONS, Segment
from generator.extract.actors.states import is_subject
from generator.extract.actors.titles import Title, find_titles
from generator.extract.actors.words import Words, fold, is_common, words_of
from generator.extract.context import Context
from generator.model.mentions import Mention

if TYPE_CHECKING:
    from datetime import date

    from generator.extract.actors.bodies import Body

_POSSESSORS = frozenset(("her", "his", "its", "their", "the", "'s", "former", "old", "new"))
_SMALL = frozenset(("of", "for", "the", "and", "&", "'s", "'"))
_NEAR = 20  # traces within which a sentence lies
_REMEMBERED = 60  # entities, first and latest, among which "the company" looks for whom it means


class Reading:
    """One reading. `known`, `titles`, `segments`, `bodies` and their entities `of_bodies`: by the index of their first word;
    `title_ends`, `states`, `ends`: by the index behind their last word. `actors`, `places` and `unplaced` fill as the reading
    goes on; `teams`: towns (folded) that stand for their team; `alone`: unknown names (folded) of one word; `waiting` is the
    role of a person the lede did not name."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.source = context.article.text
        self.day: date | None = context.article.published.anchor
        self.words: Words = words_of(context)
        self.known = find_known(self.words, context.known)
        self.ends = {match.end: at for at, match in self.known.items()}
        self.titles = find_titles(self.words)
        self.title_ends = _by_end(self.titles)
        self.states = {state.end: state for match in self.known.values() for state in self.states_in(match)}
        self.segments: dict[int, Segment] = {}
        self.bodies: dict[int, Body] = {}
        self.of_bodies: dict[int, Entity] = {}
        self.teams: set[str] = set()
        self.alone: frozenset[str] = frozenset()
        self.registry = Registry()
        self.seen: list[Entity] = []
        self.traces: list[Trace] = []
        self.actors: list[Mention] = []
        self.places: list[Mention] = []
        self.unplaced: list[Segment] = []
        self.waiting = ""

    def text(self, start: int, end: int) -> str:
        """The words [start, end) as written."""
        return self.words.slice(self.source, start, end)

    def states_in(self, match: Match) -> tuple[Match, ...]:
        """The state a known name is, or the one at the head of a known office ("US Secretary of State"); one or none."""
        if match.entries[0].kind == "state":
            return (match,)
        if match.entries[0].form != "office":
            return ()
        found = states_within(self.words, self.context.known, match.start, match.end)
        return (found,) if found else ()

    def candidates(self) -> list[Entity]:
        """The entities a description may mean: the first of the article and those of the latest mentions."""
        latest = [trace.entity for trace in self.traces[-_REMEMBERED:] if trace.entity.id]
        return list({one.id: one for one in (*self.seen[:_REMEMBERED], *latest)}.values())

    def entity(self, entry: Entry, at: int = -1) -> Entity:
        """The entity of a known name. A surname borne by somebody the article has named in full before means that one."""
        if entry.kind == "person" and at >= 0 and entry.id not in self.registry.by_id and " " not in entry.alias:
            others = [one for one in self.registry.short(entry.alias) if one.position >= 0]
            if len(others) == 1:
                return others[0]
        if entry.id not in self.registry.by_id:
            self.registry.add(_entity_of(entry))
            if entry.kind == "organisation":
                self.registry.shorten(self.registry.by_id[entry.id], initials(entry.name))
        return self.registry.by_id[entry.id]

    def owner(self, segment: Segment) -> str:
        """The state in whose genitive a body of ordinary words stands ("Germany's" before "High Court"), or nothing."""
        start = segment.start
        state = self.states.get(start - 1) if start and self.words.low[start - 1] == "'s" else None
        if state and state.entries[0].form == "metonym":
            return ""
        if segment.kind != "organisation" or not state or not self.words.joined(state.start, segment.end):
            return ""
        ordinary = all(is_common(low) or low in _SMALL for low in self.words.low[start : segment.end])
        return self.text(state.start, start) if ordinary else ""

    def title_before(self, start: int) -> Title | None:
        """The title that ends right before `start`, or before the comma there ("her predecessor, Lars Tveit")."""
        words = self.words
        title = self.title_ends.get(start) or self._title_of_one_called(start)
        if title and words.joined(title.start, start + 1):
            return title
        apposed = self.title_ends.get(start - 1) if start and words.text[start - 1] == "," else None
        if not apposed or not apposed.start or not words.joined(apposed.start, start + 1):
            return None
        owned = words.capital[apposed.start - 1] or words.low[apposed.start - 1] in _POSSESSORS
        return apposed if owned else None

    def _title_of_one_called(self, start: int) -> Title | None:
        """As in "a young plumber called Bojan Zidar"."""
        title = self.title_ends.get(start - 1) if start and self.words.low[start - 1] in ("called", "named") else None
        return (
            title
            if title and not {"a", "an"}.isdisjoint(self.words.low[max(title.start - 3, 0) : title.start])
            else None
        )

    def titles_before(self, start: int) -> list[Title]:
        """The chain of titles before a name, nearest first: "Prime Minister Sir Keir Starmer"."""
        found: list[Title] = []
        title = self.title_before(start)
        while title and len(found) < 3:
            found.append(title)
            title = self.title_ends.get(title.start)
        return found

    def state_before(self, at: int) -> Match | None:
        """The state right before a title that begins at `at`, "'s" and "former" passed over."""
        at -= self.words.low[at - 1] in ("'s", "former", "deputy", "acting") if at else 0
        match = self.states.get(at)
        return match if match and self.words.joined(match.start, at + 1) else None

    def write(  # noqa: PLR0913 - the fields of a mention
        self, start: int, end: int, entity: Entity, rule: str, *, office: str = "", head: bool = True
    ) -> None:
        """Write down that the words [start, end) mean `entity`, and leave a trace for pronouns."""
        words, text = self.words, self.text(start, end)
        kind = "group" if entity.kind == "place" else entity.kind
        self.actors.append(
            Mention(
                kind="actor",
                start=words.start[start],
                end=words.end[end - 1],
                text=text,
                value=entity.id,
                name=entity.name,
                actor_kind=kind,
                office=office,
                head=head,
                rule=rule,
            )
        )
        if entity.position < 0:
            self.seen.append(entity)
        entity.position = start
        entity.count += 1
        if head or rule == "modifier" or entity.kind == "person":
            subject = head and is_subject(words, start, end, rule)
            self.traces.append(
                Trace(entity, start, words.sentence[start], subject, words.quoted[start], text, not head)
            )

    def forget_unnamed(self, sentence: int) -> None:
        """Leave no trace of the one described in `sentence` who gives a name there."""
        self.traces[-_NEAR:] = [
            one
            for one in self.traces[-_NEAR:]
            if one.sentence != sentence or one.entity.kind != "unnamed" or one.entity.plural
        ]

    def write_part(self, index: int, offset: int, text: str, entity: Entity) -> None:
        """Write down a name inside one hyphenated word ("US-backed"); `offset` counts from the word's start."""
        start = self.words.start[index] + offset
        self.actors.append(
            Mention(
                kind="actor",
                start=start,
                end=start + len(text),
                text=text,
                value=entity.id,
                name=entity.name,
                actor_kind=entity.kind,
                head=False,
                rule="compound",
            )
        )

    def place(self, start: int, end: int, value: str, rule: str) -> None:
        """Write down a place, with the "province" behind it; its "its" may come later."""
        words = self.words
        if words.joined(start, end + 1) and words.low[end] in REGIONS:
            end, rule = end + 1, "place-kind"
            value = slugify(self.text(start, end))
        text = self.text(start, end)
        begin, behind = words.start[start], words.end[end - 1]
        self.places.append(Mention(kind="place", start=begin, end=behind, text=text, value=value, name=text, rule=rule))
        match = self.known.get(start)
        states = [entry for entry in match.entries if entry.kind == "state" and entry.id == value] if match else []
        entity = self.entity(states[0]) if states else Entity("", text, "place")
        self.traces.append(
            Trace(entity, start, words.sentence[start], subject=False, quoted=words.quoted[start], text=text)
        )


def _entity_of(entry: Entry) -> Entity:
    entity = Entity(entry.id, entry.name, entry.kind, known=entry.known, gender=entry.gender)
    if entry.kind in ("organisation", "media"):
        entity.nouns = descriptions(fold(entry.name), entry.descriptor)
    if entry.kind == "person" and not entity.gender:
        entity.gender = given_gender(fold(entry.name).split()[0])
    return entity


def initials(name: str) -> str:
    """The acronym of a name of three words or more (folded): `Indian Medical Association` -> `ima`; else nothing."""
    letters = [word[0] for word in fold(name).split() if word not in ("of", "for", "the", "and")]
    return "".join(letters) if len(letters) > 2 else ""


def _by_end(titles: dict[int, Title]) -> dict[int, Title]:
    """The longest title that ends at each word."""
    found: dict[int, Title] = {}
    for title in titles.values():
        if title.end not in found or title.start < found[title.end].start:
            found[title.end] = title
    return found
