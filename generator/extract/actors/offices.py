"""Who held an office on a day: "the Ukrainian president", "Polish FM", by the dated offices of the known actors."""

from datetime import date
from functools import lru_cache

from generator.extract.actors.aliases import Node, _Same, trie
from generator.extract.actors.gazetteer import Entry
from generator.extract.actors.titles import role_key
from generator.extract.actors.words import fold
from generator.extract.context import Known
from generator.extract.lexicon import rules
from generator.extract.tokens import tokenise
from generator.model.records import Actor, Office

Holding = tuple[Actor, Office]


def holder(known: Known, state: str, role: str, day: date | None) -> Actor | None:
    """The one actor known to hold `role` of `state` on `day`; `None` when none or several do. Without a day, the only one."""
    table = _table(_Same(known))
    if role == "leader":
        return _leader(table, state, day)
    return on_day(table.get((state, role), ()), day)


def _leader(table: dict[tuple[str, str], tuple[Holding, ...]], state: str, day: date | None) -> Actor | None:
    for role in rules("titles")["leaders"]:
        found = on_day(table.get((state, role), ()), day)
        if found:
            return found
    return None


def on_day(holdings: tuple[Holding, ...], day: date | None) -> Actor | None:
    """The one actor of `holdings` whose time in office can hold `day`."""
    fitting = {actor.id: actor for actor, office in holdings if _held(office, day)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _held(office: Office, day: date | None) -> bool:
    if day is None:
        return True
    begun = office.from_.start is None or office.from_.start <= day
    return begun and (office.to.end is None or day < office.to.end)


@lru_cache(maxsize=4)
def _table(same: _Same) -> dict[tuple[str, str], tuple[Holding, ...]]:
    plain, _rough = trie(same.known)
    table: dict[tuple[str, str], list[Holding]] = {}
    for actor in same.known.actors.values():
        for office in actor.offices:
            for title in (office.title, *office.aliases):
                state, role = _parse(title, plain)
                table.setdefault((state or office.organisation, role), []).append((actor, office))
    return {key: tuple(dict.fromkeys(found)) for key, found in table.items()}


def _parse(title: str, plain: Node) -> tuple[str, str]:
    """The state and the role in a title: "President of the United States" -> (united-states, president)."""
    words = [fold(token.text) for token in tokenise(title)]
    words = words[1:] if words[0] == "the" else words
    state, words = _take_state(words, plain)
    return state, role_key(" ".join(words))


def _take_state(words: list[str], plain: Node) -> tuple[str, list[str]]:
    for start in range(len(words)):
        node, at = plain, start
        while at < len(words) and words[at] in node:
            node = node[words[at]]
            at += 1
        found = next((entry for entry in node.get(None, ()) if _names_state(entry)), None) if at > start else None
        if found:
            rest = words[:start] + [word for word in words[at:] if word != "'s"]
            return found.id, _trim(rest)
    return "", words


def _names_state(entry: Entry) -> bool:
    return entry.kind in ("state", "organisation") and entry.form in ("name", "demonym", "metonym")


def _trim(words: list[str]) -> list[str]:
    while words and words[-1] in ("of", "the"):
        words = words[:-1]
    return words
