"""Who is named in an article and where, to say who speaks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from generator.extract.quotes.names import full_names
from generator.model.mentions import Mention, Span

_BEFORE = 60  # characters before a name
_DESCRIBED = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}([\w-]+), $")
_AGE = re.compile(r"(?:, | \()(\d{1,3})(?=[,.)])")
_NEAR = 30  # mentions before a pronoun


class Speaker(msgspec.Struct, frozen=True):
    """`id`: actor id, or a slug of the name, "" for an unnamed one; `span`: where the text names the speaker."""

    id: str = ""
    span: Span = Span()


class Cast:
    """The actor mentions of an article, for look-up by place."""

    def __init__(self, found: Sequence[Mention], text: str) -> None:
        self.text = text
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
    def bodies(self) -> frozenset[str]:
        """The ids of those who are surely no persons, by more than one odd word."""
        sure = ("organisation", "body", "alias")
        return frozenset(
            item.value for item in self.actors if item.actor_kind not in ("", "person") and item.rule in sure
        )

    @cached_property
    def surnames(self) -> dict[str, str]:
        """The id of the only person whose name ends so, by that ending of the id."""
        return _unique((item.value.rpartition("-")[2], item.value) for item in self._named)

    @cached_property
    def introduced(self) -> dict[str, str]:
        """The id of the only person put behind a description, by its noun: "the nurse, Ana Lind," makes her "the nurse"."""
        pairs = (
            (noun.group(1).lower(), item.value)
            for item in self._named
            if (noun := _DESCRIBED.search(self.text, max(item.start - _BEFORE, 0), item.start))
        )
        return _unique(pairs)

    @cached_property
    def full_names(self) -> dict[str, str]:
        """See names.py; actors aside, which are found by their mentions."""
        return full_names(self.text)

    @cached_property
    def ages(self) -> dict[str, str]:
        """The id of the only person of each age, as in "Ana Lind, 71," and "Ana Lind (71)"."""
        pairs = ((age.group(1), item.value) for item in self._named if (age := _AGE.match(self.text, item.end)))
        return _unique(pairs)

    @property
    def _named(self) -> Iterator[Mention]:
        """Where persons stand with their names."""
        people = (item for item in self.actors if item.actor_kind == "person" and item.value and item.head)
        return (item for item in people if item.rule not in ("pronoun", "description"))

    def described(self, mention: Mention) -> Span:
        """Where somebody without a name, whom the pronoun `mention` means, is described; an empty span for others."""
        if mention.rule != "pronoun" or mention.value:
            return Span()
        at = bisect_left(self.starts, mention.start)
        near = (item for item in reversed(self.actors[max(at - _NEAR, 0) : at]))
        return next((item.span for item in near if item.rule == "unnamed" and item.text == mention.name), Span())

    def giving(self, described: Span, end: int) -> str:
        """The id of who gives a name behind a description, before offset `end`: "a trader, who identified herself as Iya Bose";
        "" where nobody does or somebody else is named in between."""
        first, last = bisect_left(self.starts, described.end), bisect_left(self.starts, end)
        people = (item for item in self.actors[first:last] if item.actor_kind == "person" and item.rule != "pronoun")
        found = next(people, None)
        return found.value if found and found.rule == "introduced" else ""

    def called(self, described: Span) -> str:
        """The id of the person whom a description behind a comma is of: "Ana Lind, a bus driver"; "" without one."""
        at = bisect_left(self.starts, described.start)
        before = (item for item in reversed(self.actors[max(at - 3, 0) : at]))
        return next((item.value for item in before if self.text[item.end : described.start] == ", " and item.head), "")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keys with their only value; those with several are left out."""
    values: dict[str, set[str]] = {}
    for key, value in pairs:
        values.setdefault(key, set()).add(value)
    return {key: next(iter(found)) for key, found in values.items() if len(found) == 1}
