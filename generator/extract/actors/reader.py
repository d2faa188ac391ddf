"""Read the words of an article from left to right and write down who and where is spoken of."""

from collections.abc import Iterator
from datetime import date

from slugify import slugify

from generator.extract.actors.aliases import Match, find_known, look_up
from generator.extract.actors.classify import Named, register
from generator.extract.actors.coreference import Trace, antecedent, described, pronouns
from generator.extract.actors.entities import Entity, Registry
from generator.extract.actors.gazetteer import Entry
from generator.extract.actors.names import runs
from generator.extract.actors.offices import holder, on_day
from generator.extract.actors.organisations import description_nouns, descriptions, is_sport
from generator.extract.actors.persons import given_gender, is_given, role_after, speaks
from generator.extract.actors.segments import REGIONS, Cutter, Segment
from generator.extract.actors.states import is_modifier, is_subject, read
from generator.extract.actors.titles import Title, find_titles, role_key
from generator.extract.actors.unnamed import find_unnamed, heads
from generator.extract.actors.words import Words, fold, words_of
from generator.extract.context import Context
from generator.extract.lexicon import rules
from generator.model.mentions import Mention


class Reader:
    """One reading of one article. `actors` and `places` fill as `run` goes on."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.source = context.article.text
        self.day: date | None = context.article.published.anchor
        self.words: Words = words_of(context)
        self.known = find_known(self.words, context.known)
        self.ends = {match.end: at for at, match in self.known.items()}
        self.titles = find_titles(self.words)
        self.title_ends = _by_end(self.titles)
        self.states = self._state_ends()
        self.registry = Registry()
        self.actors: list[Mention] = []
        self.places: list[Mention] = []
        self.unplaced: list[Segment] = []
        self.traces: list[Trace] = []
        self.waiting = ""

    def run(self) -> None:
        """Fill `actors` and `places`."""
        words = self.words
        segments = {segment.start: segment for segment in self._segments()}
        named = [
            Named(segment, words.slice(self.source, segment.start, segment.end), self._title_before(segment.start), self._state_head(segment), segment.start in self.known)
            for segment in segments.values()
            if segment.kind in ("name", "organisation")
        ]
        register(words, named, self.registry)
        crowds = self._crowds()
        at = 0
        while at < len(words.text):
            at = self._read(at, segments, crowds)

    def _state_head(self, segment: Segment) -> int:
        match = self.known.get(segment.start)
        return match.end if match and match.entries[0].kind == "state" and match.end + 1 < segment.end else 0

    def _segments(self) -> Iterator[Segment]:
        cutter = Cutter(self.words, self.known, self.titles, is_sport(self.words))
        for start, end in runs(self.words, self.known, self.titles):
            yield from map(self._without_initials, self._cut(cutter, start, end))

    def _without_initials(self, segment: Segment) -> Segment:
        """A known person under a name with a middle initial more ("Donald J. Trump")."""
        words, start, end = self.words, segment.start, segment.end
        if segment.kind != "name" or end - start < 3 or not all(len(low) == 1 for low in words.low[start + 1 : end - 1]):
            return segment
        found = look_up(self.context.known, (words.low[start], words.low[end - 1]))
        people = tuple(entry for entry in found if entry.kind == "person")
        return Segment(start, end, "known", Match(start, end, people)) if people else segment

    def _cut(self, cutter: Cutter, start: int, end: int) -> Iterator[Segment]:
        if self.words.sentence[start] not in self.words.shouting:
            yield from cutter.cut(start, end)
            return
        matches = (self.known[at] for at in range(start, end) if at in self.known)
        yield from (Segment(match.start, match.end, "known", match) for match in matches)

    def _crowds(self) -> dict[int, int]:
        spots = (find_unnamed(self.words, at) for at, low in enumerate(self.words.low) if low in heads())
        return {span[0]: span[1] for span in spots if span}

    def _read(self, at: int, segments: dict[int, Segment], crowds: dict[int, int]) -> int:
        """Take what stands at word `at`; gives the index of the next word to read."""
        if at in crowds:
            self._crowd(at, crowds[at], segments)
            return crowds[at]
        if at in segments:
            return max(at + 1, self._segment(segments[at], segments))
        low = self.words.low[at]
        if low in pronouns():
            self._pronoun(at)
        elif low == "the":
            return self._description(at, segments)
        elif low in ("a", "an"):
            self._indefinite(at)
        elif at in self.known and not self.words.capital[at]:
            return self._lower_known(at)
        return at + 1

    def _crowd(self, start: int, end: int, segments: dict[int, Segment]) -> None:
        for at in range(start, end):
            if at in segments and segments[at].kind == "known":
                self._inner(segments[at])
        text = self.words.slice(self.source, start, end)
        entity = Entity("", text, "unnamed")
        entity.plural = not fold(text).startswith(("a ", "an ", "one ", "another "))
        self._write(start, end, entity, "unnamed")

    def _inner(self, segment: Segment) -> None:
        """A known name inside a larger phrase: a modifier."""
        entry = self._entry(segment.match) if segment.match else None
        if entry and entry.kind != "place":
            rule = "demonym" if entry.form == "demonym" else "modifier"
            self._write(segment.start, segment.end, self._entity(entry), rule, head=False)

    def _segment(self, segment: Segment, segments: dict[int, Segment]) -> int:
        if segment.kind == "title":
            return self._title(segment, segments)
        if segment.kind == "known" and segment.match:
            return self._known(segment, segment.match, segments)
        name = self.words.slice(self.source, segment.start, segment.end)
        entity = self._by_name(segment, name)
        if entity:
            self._name(segment.start, segment.end, entity, "name" if segment.kind == "name" else "organisation")
        elif segment.kind in ("name", "place"):
            self.unplaced.append(segment)
        return segment.end

    def _by_name(self, segment: Segment, name: str) -> Entity | None:
        """The entity a name stands for: in full, or the one bearer of a short name."""
        found = self.registry.full(name)
        if found or segment.kind not in ("name", "organisation"):
            return found
        bearers = self.registry.short(name)
        title = self._title_before(segment.start)
        if title and title.gender:
            bearers = [one for one in bearers if one.gender in ("", title.gender)]
        if len(bearers) > 1:
            recent = [one for one in bearers if one.position >= 0 and self._sentences_back(one.position, segment.start) <= 2]
            bearers = recent or bearers
        return bearers[0] if len(bearers) == 1 else None

    def _sentences_back(self, position: int, at: int) -> int:
        return self.words.sentence[at] - self.words.sentence[position]

    def _known(self, segment: Segment, match: Match, segments: dict[int, Segment]) -> int:
        if any(entry.form == "office" for entry in match.entries) and all(entry.form == "office" for entry in match.entries):
            return self._known_office(match, segments)
        start, end = match.start, match.end
        title = self.titles.get(start)
        entry = self._entry(match)
        if entry is None:
            return end
        if title and title.end < end and entry.kind == "person":
            start = title.end
        bearer = self._bearer(match) if entry.kind in ("place", "state") else None
        if bearer:
            self._name(start, end, bearer, "name")
        elif entry.kind == "place":
            self._place(start, end, entry.id, "alias")
        elif entry.kind in ("state", "organisation") and entry.form != "name" or entry.kind == "state":
            return self._state(match, entry, segments)
        elif not (entry.careful and not self._surely(match)):
            self._name(start, end, self._entity(entry, start), "alias")
        return end

    def _bearer(self, match: Match) -> Entity | None:
        """The person of the article whose surname is also a place ("Lima plans a visit")."""
        if match.end != match.start + 1 or match.entries[0].form == "demonym":
            return None
        text = self.words.text[match.start]
        people = [one for one in self.registry.short(text) if one.kind == "person" and (one.position >= 0 or self._title_before(match.start))]
        before = self.words.low[match.start - 1] if match.start else ""
        return people[0] if len(people) == 1 and before not in ("in", "at", "near", "to", "from") else None

    def _surely(self, match: Match) -> bool:
        """An ordinary word that is a company's name too ("Apple"): its place in the sentence must speak for the company."""
        words = self.words
        return not words.first[match.start] or speaks(words, match.end, acts=True) or words.low[match.end : match.end + 1] == ["'s"]

    def _entry(self, match: Match | None) -> Entry | None:
        """The one entry meant by a known name, by who the article has spoken of already."""
        if match is None:
            return None
        choices = [entry for entry in match.entries if entry.form != "office"]
        people = {entry.id: entry for entry in choices if entry.kind == "person"}
        if len(people) > 1:
            seen = [entry for ident, entry in people.items() if ident in self.registry.by_id]
            return seen[0] if len(seen) == 1 else None
        order = {"name": 0, "capital": 1, "metonym": 2, "demonym": 3, "place": 4}
        return min(choices, key=lambda entry: (order.get(entry.form, 9), not entry.known), default=None)

    def _entity(self, entry: Entry, at: int = -1) -> Entity:
        """The entity of a known name; one surname borne by somebody the article has named in full means that one."""
        if entry.kind == "person" and at >= 0 and entry.id not in self.registry.by_id and " " not in entry.alias:
            others = [one for one in self.registry.short(entry.alias) if one.position >= 0]
            if len(others) == 1:
                return others[0]
        entity = self.registry.by_id.get(entry.id)
        if entity is None:
            entity = Entity(entry.id, entry.name, entry.kind, known=entry.known, gender=entry.gender)
            entity.nouns = descriptions(fold(entry.name), entry.descriptor) if entry.kind in ("organisation", "media") else frozenset()
            if entry.kind == "person" and not entity.gender:
                entity.gender = given_gender(fold(entry.name).split()[0])
            self.registry.add(entity)
        return entity

    def _state(self, match: Match, entry: Entry, segments: dict[int, Segment]) -> int:
        start, end = match.start, match.end
        if entry.form == "demonym":
            return self._adjective(match, entry, segments)
        kind = entry.form if entry.form in ("capital", "metonym") else "name"
        reading = read(self.words, self.known, self.ends, (start, end), kind)
        if entry.careful and kind == "name" and self._is_other_name(start):
            return end
        if reading == "place":
            self._place(start, end, entry.place if kind != "name" else entry.id, "place-context")
            return end
        office = self._office_after(end, segments)
        if office:
            return self._office(start, office, entry, segments)
        rule = {"name": "alias", "capital": "capital", "metonym": "metonym"}[kind]
        if entry.form in ("name", "capital", "metonym"):
            self._name(start, end, self._entity(entry), rule)
        return end

    def _is_other_name(self, start: int) -> bool:
        """ "Jordan" where the article has a person of that name."""
        return any(one.kind == "person" for one in self.registry.short(self.words.text[start])) or self._title_before(start) is not None

    def _adjective(self, match: Match, entry: Entry, segments: dict[int, Segment]) -> int:
        office = self._office_after(match.end, segments)
        if office:
            return self._office(match.start, office, entry, segments)
        self._write(match.start, match.end, self._entity(entry), "demonym", head=False)
        return match.end

    def _office_after(self, end: int, segments: dict[int, Segment]) -> Title | None:
        """The office named behind a state ("Britain's", "French") when no name follows it."""
        words, at = self.words, end
        if at < len(words.low) and words.low[at] in ("'s", "'"):
            at += 1
        while at < len(words.low) and words.low[at] in ("new", "current", "hardline", "veteran", "late", "own"):
            at += 1
        title = self.titles.get(at)
        if not title or title.group != "offices" or not words.joined(end - 1, title.end):
            return None
        follows = segments.get(title.end)
        named = follows is not None and words.joined(at, title.end + 1) and follows.kind in ("name", "known", "title")
        return None if named or words.low[title.end : title.end + 1] == ["'s"] and False else title

    def _office(self, start: int, title: Title, entry: Entry, segments: dict[int, Segment]) -> int:
        """ "the Ukrainian president": the state as a modifier, and who held the office that day."""
        state_end = self.known[start].end
        self._write(start, state_end, self._entity(entry), "demonym" if entry.form == "demonym" else "modifier", head=False)
        actor = holder(self.context.known, entry.id, title.role, self.day)
        if actor:
            found = Entry(actor.id, actor.kind, actor.name, actor.name, gender=actor.gender, known=True)
            self._holder(start, title.end, self._entity(found))
        else:
            named = [one for one in self.registry.by_id.values() if title.role in one.roles and one.state == entry.id and one.position >= 0]
            if len(named) == 1:
                self._holder(start, title.end, named[0])
        return title.end

    def _holder(self, start: int, end: int, entity: Entity) -> None:
        office = self.words.slice(self.source, start, end)
        self._write(start, end, entity, "office", office=office)

    def _known_office(self, match: Match, segments: dict[int, Segment]) -> int:
        follows = segments.get(match.end)
        inner = self._inner_state(match)
        if follows and self.words.joined(match.start, match.end + 1) and follows.kind in ("name", "known"):
            self._write_inner(inner)
            return match.end
        title = next((self.titles[at] for at in range(match.start, match.end) if at in self.titles and self.titles[at].end == match.end), None)
        actor = None
        if inner and title:
            actor = holder(self.context.known, inner.entries[0].id, title.role, self.day)
        if actor is None:
            holdings = tuple((self.context.known.actors[entry.id], entry.office) for entry in match.entries if entry.office)
            actor = on_day(holdings, self.day)
        self._write_inner(inner)
        if actor:
            entry = Entry(actor.id, actor.kind, actor.name, actor.name, gender=actor.gender, known=True)
            self._holder(match.start, match.end, self._entity(entry))
        return match.end

    def _state_ends(self) -> dict[int, Match]:
        """The states named alone or at the head of a known office, by where they end."""
        found = {}
        for match in self.known.values():
            inner = match if match.entries[0].kind == "state" else self._inner_state(match)
            if inner:
                found[inner.end] = inner
        return found

    def _inner_state(self, match: Match) -> Match | None:
        """The state at the head of a known office ("US Secretary of State")."""
        if match.entries[0].form != "office":
            return None
        return find_known_states(self.words, self.context, match.start, match.end)

    def _write_inner(self, match: Match | None) -> None:
        if match:
            entry = match.entries[0]
            self._write(match.start, match.end, self._entity(entry), "demonym" if entry.form == "demonym" else "modifier", head=False)

    def _title(self, segment: Segment, segments: dict[int, Segment]) -> int:
        """A capitalised title: part of the name behind it, or standing for whoever the article gave it to."""
        if segment.end in segments or segment.title is None:
            return segment.end
        return self._by_role(segment.start, segment.end, segment.title.role)

    def _by_role(self, start: int, end: int, role: str) -> int:
        fitting = [one for one in self.registry.by_id.values() if one.position >= 0 and one.kind == "person"]
        found = described(fitting, role, self.traces)
        if found:
            self._write(start, end, found, "description")
        return end

    def _description(self, at: int, segments: dict[int, Segment]) -> int:
        """ "the company", "the former banker": the nearest one it fits."""
        words, noun_at = self.words, at + 1
        while words.joined(at, noun_at + 2) and words.low[noun_at] in rules("titles")["modifiers"] and noun_at not in self.titles:
            noun_at += 1
        if not words.joined(at, noun_at + 1) or noun_at in segments:
            return at + 1
        title = self.titles.get(noun_at)
        noun_end = title.end if title else noun_at + 1
        if noun_end in segments or not self._ends_phrase(noun_end):
            return at + 1
        noun = title.role if title else words.low[noun_at]
        seen = [one for one in self.registry.by_id.values() if one.position >= 0]
        fitting = [one for one in seen if one.kind == "person"] if title else [one for one in seen if one.kind != "person"]
        if not title and noun not in description_nouns():
            return at + 1
        found = described(fitting, noun, self.traces)
        if found:
            self._write(at, noun_end, found, "description")
            return noun_end
        return at + 1

    def _ends_phrase(self, end: int) -> bool:
        """No noun, "of" or name goes on behind it: "the court case", "the bank of the river"."""
        words = self.words
        if end >= len(words.text) or not words.joined(end - 1, end + 1):
            return True
        low = words.low[end]
        return low not in ("of", "for", "-") and not (is_modifier(words, end - 1, end) and low not in ("'s", "'")) and not words.capital[end]

    def _indefinite(self, at: int) -> None:
        """Remember "a former banker": the first person named later without a role may be the one."""
        noun_at = at + 1
        while self.words.joined(at, noun_at + 2) and self.words.low[noun_at] in rules("titles")["modifiers"]:
            noun_at += 1
        title = self.titles.get(noun_at)
        follows_name = at > 0 and self.words.text[at - 1] == ","
        if title and title.group in ("roles", "offices", "judicial") and not follows_name and not self.waiting and self.words.sentence[at] == 0:
            self.waiting = title.role

    def _lower_known(self, at: int) -> int:
        """A known description in lower case ("the crown prince")."""
        match = self.known[at]
        offices = tuple((self.context.known.actors[entry.id], entry.office) for entry in match.entries if entry.office)
        actor = on_day(offices, self.day) if offices else None
        if actor and actor.id in self.registry.by_id:
            self._holder(match.start, match.end, self.registry.by_id[actor.id])
            return match.end
        return at + 1

    def _pronoun(self, at: int) -> None:
        asked, case = pronouns()[self.words.low[at]]
        if asked == "it" and not self._it_is_someone(at, case):
            return
        trace = antecedent(self.traces, self.words, at)
        if not trace or (trace.entity.kind == "place" and asked != "it"):
            return
        entity = trace.entity
        if asked in ("he", "she") and case == "possessive":
            entity = self._kin(at, entity)
        if asked in ("he", "she") and not entity.gender:
            entity.gender = asked
        self._write(at, at + 1, entity, "pronoun")

    def _it_is_someone(self, at: int, case: str) -> bool:
        return case == "possessive" or (case == "subject" and speaks(self.words, at + 1, acts=False))

    def _kin(self, at: int, entity: Entity) -> Entity:
        """ "His wife, Grace Okafor": the one who shares the name."""
        words, name_at = self.words, at + 2
        if name_at < len(words.text) and words.text[name_at] == ",":
            name_at += 1
        end = name_at
        while end < len(words.text) and words.capital[end] and words.joined(at, end + 1):
            end += 1
        if end > name_at + 1:
            sharing = [one for one in self.registry.short(words.text[end - 1]) if one.position >= 0]
            others = [one for one in sharing if one.gender in ("", pronouns()[words.low[at]][0])]
            return others[0] if len(others) == 1 else entity
        return entity

    def _title_before(self, start: int) -> Title | None:
        """The title that ends right before `start`, or before the comma there ("her predecessor, Lars Tveit")."""
        if not start:
            return None
        title = self.title_ends.get(start)
        if title and self.words.joined(title.start, start + 1):
            return title
        words = self.words
        apposed = words.text[start - 1] == "," and self.title_ends.get(start - 1)
        if apposed and apposed.start > 0 and words.joined(apposed.start, start + 1):
            before = words.capital[apposed.start - 1]
            return apposed if before or words.low[apposed.start - 1] in ("her", "his", "its", "their", "the", "'s", "former", "old", "new") else None
        return None

    def _titles_before(self, start: int) -> list[Title]:
        found = []
        title = self._title_before(start)
        while title and len(found) < 3:
            found.append(title)
            title = self.title_ends.get(title.start)
        return found

    def _name(self, start: int, end: int, entity: Entity, rule: str) -> None:
        """A named mention, with the office before it."""
        office = ""
        if entity.kind == "person":
            office = self._take_roles(start, end, entity)
        self._write(start, end, entity, rule, office=office, head=not is_modifier(self.words, start, end))
        text = self.words.slice(self.source, start, end)
        entity.aliases.setdefault(text)

    def _take_roles(self, start: int, end: int, entity: Entity) -> str:
        titles = self._titles_before(start)
        for title in titles:
            entity.roles.add(title.role)
            entity.gender = entity.gender or title.gender
        after = role_after(self.words, end)
        if after is not None:
            entity.roles.add(role_key(self.words.low[after]))
        if not entity.roles and self.waiting and entity.position < 0:
            entity.roles.add(self.waiting)
            self.waiting = ""
        if not titles:
            return ""
        first = titles[-1].start
        state = self._state_before(first)
        if state:
            entity.state = entity.state or state.entries[0].id
            first = state.start
        worthy = [title for title in titles if title.group != "honorifics"]
        last = worthy[0].end if worthy else start
        return self.words.slice(self.source, first, last) if worthy else ""

    def _state_before(self, at: int) -> Match | None:
        at -= self.words.low[at - 1] in ("'s", "former", "deputy", "acting") if at else 0
        match = self.states.get(at)
        return match if match and self.words.joined(match.start, at + 1) else None

    def _place(self, start: int, end: int, value: str, rule: str) -> None:
        words = self.words
        if words.joined(start, end + 1) and words.low[end] in REGIONS:
            end, rule = end + 1, "place-kind"
            value = slugify(words.slice(self.source, start, end))
        text = words.slice(self.source, start, end)
        self.places.append(Mention(kind="place", start=words.start[start], end=words.end[end - 1], text=text, value=value, name=text, rule=rule))
        states = [entry for entry in self.known[start].entries if entry.kind == "state" and entry.id == value] if start in self.known else []
        entity = self._entity(states[0]) if states else Entity("", text, "place")
        self.traces.append(Trace(entity, start, words.sentence[start], subject=False, quoted=words.quoted[start], text=text))

    def _write(self, start: int, end: int, entity: Entity, rule: str, *, office: str = "", head: bool = True) -> None:
        words = self.words
        text = words.slice(self.source, start, end)
        mention = Mention(
            kind="actor",
            start=words.start[start],
            end=words.end[end - 1],
            text=text,
            value=entity.id,
            name=entity.name,
            actor_kind=entity.kind,
            office=office,
            head=head,
            rule=rule,
        )
        self.actors.append(mention)
        entity.position = start
        entity.count += 1
        subject = head and is_subject(words, start, end, rule)
        if head or rule == "modifier":
            self.traces.append(Trace(entity, start, words.sentence[start], subject, words.quoted[start], text))


def find_known_states(words: Words, context: Context, start: int, end: int) -> Match | None:
    """The state named at the head of the words [start, end), by its own name or adjective."""
    from generator.extract.actors.aliases import trie

    node, at = trie(context.known)[0], start
    best: Match | None = None
    while at < end and node is not None:
        node = node.get(words.low[at])
        at += 1
        if node and None in node:
            states = tuple(entry for entry in node[None] if entry.kind == "state" and entry.form in ("name", "demonym", "metonym"))
            best = Match(start, at, states) if states else best
    return best


def _by_end(titles: dict[int, Title]) -> dict[int, Title]:
    """The longest title that ends at each word."""
    found: dict[int, Title] = {}
    for title in titles.values():
        if title.end not in found or title.start < found[title.end].start:
            found[title.end] = title
    return found
