"""What a rule reads in a match, before it becomes a mention."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from generator.extract.dates.lexicon import Lexicon
from generator.extract.dates.moment import Moment
from generator.extract.dates.scan import Line

Modifier = Literal["", "FIRST", "START", "MID", "END", "LAST", "APPROX", "SO_FAR", "REST"]
AnchorKind = Literal["", "absolute", "publication", "context"]


class Reading(msgspec.Struct, frozen=True):
    """`timex` and `kind` are the TIMEX3 value and type. `modifier`: which part of it is meant: `START`, `MID`, `END` a third,
    `FIRST`, `LAST` its very beginning or end, `SO_FAR` its part up to the article's day, `REST` the part after. `edtf` stands
    for the EDTF text where it does not follow from these; `whole`: it has both ends, to which an "until" before the date adds
    none. `alternatives` are other readings in EDTF."""

    timex: str
    kind: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    anchor: AnchorKind = "publication"
    modifier: Modifier = ""
    edtf: str | None = None
    alternatives: tuple[str, ...] = ()
    whole: bool = False


class Hit(msgspec.Struct, frozen=True):
    """A match of a rule: tokens [start, end) of the line; `groups` the named parts as token ranges."""

    line: Line
    lexicon: Lexicon
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]
    data: Mapping[str, object]

    def words(self, name: str) -> tuple[str, ...]:
        """The tokens of a named part, lower case; none when it did not take part."""
        first, last = self.groups.get(name, (0, 0))
        return tuple(self.line.words[first:last])

    def word(self, name: str) -> str:
        """The first token of a named part, or an empty text."""
        return next(iter(self.words(name)), "")

    def value(self, name: str, *classes: str) -> object:
        """The value of a named part in the first of `classes` that knows it; None when none does."""
        word = self.word(name)
        for entry in classes:
            if word in self.lexicon.values[entry]:
                return self.lexicon.values[entry][word]
        return None

    def number(self, name: str, *classes: str) -> int:
        """The same where the values are numbers; 0 for none."""
        found = self.value(name, *classes)
        return found if isinstance(found, int) else 0


class Setting(msgspec.Struct, frozen=True):
    """What an article says of its own time. `published`: its day as far as it is known; `flag`: `~`, `?` or `%` when that is
    approximate or doubtful; `day_first`: 3/7 is 3 July; `None` when the outlet's country is not known; `country`: that
    country, ISO 3166-1 alpha-2."""

    published: Moment
    flag: str = ""
    day_first: bool | None = None
    country: str = ""


class Seen(msgspec.Struct, frozen=True):
    """An earlier reading and the position of its first token."""

    token: int
    reading: Reading


class State(msgspec.Struct, frozen=True):
    """What a rule may look at beside its match: the article's time, and the readings before it, the latest last."""

    setting: Setting
    seen: list[Seen]
