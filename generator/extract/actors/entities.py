"""Who an article speaks of: one entity a person or organisation, found again by name, surname, acronym, role or description."""

from collections import Counter

from generator.extract.actors.families import opens_with_family
from generator.extract.actors.given import is_given
from generator.extract.actors.names import PARTICLES
from generator.extract.actors.words import fold, is_common
from generator.extract.lexicon import rules

_MOST_BEARERS = 20  # of one short name; beyond, it means nobody
SUFFIXES = frozenset(rules("titles")["behind_names"]) | {"."}


class Entity:
    """One actor of the article, as far as read. `roles`: titles and roles given to it; `nouns`: what "the ..." may call it;
    `position`: index of the word where it was last named; `count`: how often; `called`: how often by which short name."""

    def __init__(self, ident: str, name: str, kind: str, *, known: bool = False, gender: str = "") -> None:
        self.id = ident
        self.name = name
        self.kind = kind
        self.known = known
        self.gender = gender
        self.aliases: dict[str, None] = {}
        self.roles: set[str] = set()
        self.nouns: frozenset[str] = frozenset()
        self.state = ""
        self.age = ""
        self.position = -1
        self.count = 0
        self.plural = False
        self.called: Counter[str] = Counter()

    def __repr__(self) -> str:
        """For the reader of a failing test."""
        return f"Entity({self.id}, {self.kind})"


def surname(name: str) -> str:
    """The part a person is called by later: `Peter van der Berg` -> `van der berg`, `Ana Lima Jr.` -> `lima` (folded)."""
    words = [word for word in fold(name).replace(".", " ").split() if word not in SUFFIXES]
    if len(words) < 2:
        return words[0] if words else ""
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES and words[at - 1] not in ("y", "e"):
        at -= 1
    return " ".join(words[at:])


class Registry:
    """The entities of one article by id, full name and short name."""

    def __init__(self) -> None:
        self.by_id: dict[str, Entity] = {}
        self._full: dict[str, Entity] = {}
        self._short: dict[str, dict[str, Entity]] = {}
        self._given: dict[str, dict[str, Entity]] = {}
        self._begun: dict[str, dict[str, Entity]] = {}

    def add(self, entity: Entity, *names: str) -> Entity:
        """Enter `entity` under its full names; one already known by id stays."""
        entity = self.by_id.setdefault(entity.id, entity)
        for name in (entity.name, *names):
            self._full.setdefault(fold(name), entity)
        if entity.kind == "person":
            self.shorten(entity, surname(entity.name))
            words = fold(entity.name).split()
            if len(words) > 1 and (is_given(words[0]) or not is_common(words[0])):
                self._given.setdefault(words[0], {})[entity.id] = entity
            self._shorten_person(entity, fold(entity.name).split())
        if entity.kind == "organisation":
            self._note_beginnings(entity, fold(entity.name).split())
        return entity

    def _note_beginnings(self, entity: Entity, words: list[str]) -> None:
        for at in range(1, len(words)):
            bearers = self._begun.setdefault(" ".join(words[:at]), {})
            if len(bearers) < _MOST_BEARERS:
                bearers[entity.id] = entity

    def _shorten_person(self, entity: Entity, words: list[str]) -> None:
        """A name of three words or more: without its middle, by its last word and its last two, by two given names."""
        if len(words) < 3 or words[-1] in SUFFIXES:
            return
        if all(len(word.rstrip(".")) == 1 or is_given(word) for word in words[1:-1]):
            self._full.setdefault(f"{words[0]} {words[-1]}", entity)
        if is_given(words[0]) and is_given(words[1]):
            self.shorten(entity, " ".join(words[:2]))
        self.shorten(entity, words[-1])
        for at in range(1, len(words) - 1):
            self.shorten(entity, " ".join(words[at:]))
        if opens_with_family(words[0]) and not words[1].endswith("."):
            self.shorten(entity, words[0])
        if is_given(words[0]):
            self._shorten_middle(entity, words)

    def _shorten_middle(self, entity: Entity, words: list[str]) -> None:
        """By the surname before the last: `Ana Belén Ribera Salas` -> `ribera`."""
        middle = [word for word in words[1:] if not is_given(word) and len(word.rstrip(".")) > 1]
        for at, word in enumerate(middle[:-1]):
            if word not in PARTICLES:
                self.shorten(entity, word)
                self.shorten(entity, f"{word} {middle[at + 1]}")

    def rename(self, entity: Entity, name: str) -> None:
        """Let `entity` be found by another full name."""
        self._full.setdefault(fold(name), entity)

    def shorten(self, entity: Entity, short: str) -> None:
        """Let `entity` be found by `short` (folded)."""
        bearers = self._short.setdefault(short, {})
        if short and len(bearers) < _MOST_BEARERS:
            bearers[entity.id] = entity

    def full(self, name: str) -> Entity | None:
        """The entity of exactly this full name."""
        return self._full.get(fold(name))

    def given(self, name: str) -> list[Entity]:
        """The people whose given name is `name`: "Sir Roland", or one of two brothers."""
        return list(self._given.get(fold(name), {}).values())

    def begun(self, name: str) -> list[Entity]:
        """The organisations whose longer name begins with the words of `name`; at most 20."""
        return list(self._begun.get(fold(name), {}).values())

    def short(self, name: str) -> list[Entity]:
        """The entities that `name` (a surname, an acronym, a company's first word) may stand for."""
        return list(self._short.get(fold(name), {}).values())
