"""How clauses hang together: reduced relatives, and the word that subordinates each verb."""

from collections.abc import Iterator

import msgspec

from generator.extract.grammar.classes import classes
from generator.extract.grammar.verb import Verb
from generator.extract.lexicon import form


def without_reduced_relatives(groups: list[Verb], words: list[str], quoted: list[bool]) -> list[Verb]:
    """Drop "held" of "the talks held in Geneva ended": a bare participle right behind a noun, with a surer verb after it
    and nothing between that would start a new clause."""
    kept: list[Verb] = []
    for number, verb in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        if following and _is_bare_participle(verb, words) and quoted[verb.index] == quoted[following.index]:
            between = words[verb.index + 1 : following.first]
            if not _clause_starts(between, following, words) and between[:1] and between[0] in classes().prep:
                continue
        if kept and _is_bare_participle(verb, words) and _is_trailing_participle(kept[-1], verb, words):
            continue
        kept.append(verb)
    return kept


def _is_trailing_participle(previous: Verb, verb: Verb, words: list[str]) -> bool:
    """Spot "a study published in": behind a noun of the clause before, with a preposition next and no subject of its own."""
    following = words[verb.index + 1] if verb.index + 1 < len(words) else ""
    if following not in classes().prep or verb.index - previous.index < 2:
        return False
    between = words[previous.index + 1 : verb.first]
    if "according" in between:
        return "," not in between[between.index("according") :]
    return previous.lemma not in classes().clause and not _clause_starts(between, verb, words)


def _is_bare_participle(verb: Verb, words: list[str]) -> bool:
    return verb.first == verb.index and "VBN" in form(words[verb.index]).tags and verb.lemma != "say"


def _clause_starts(between: list[str], following: Verb, words: list[str]) -> bool:
    known = classes()
    starters = (known.rel | known.sub | known.coord | {",", ";", ":", "—", "–", "”", "“", '"'}) - {"as"}
    if any(word in starters for word in between):
        return True
    return bool(between) and between[-1] in known.subject and words[following.first] not in known.be


def mark(groups: list[Verb], words: list[str], quoted: list[bool]) -> Iterator[Verb]:
    """Give each verb the word that subordinates its clause."""
    previous: Verb | None = None
    for verb in groups:
        start = previous.index + 1 if previous else 0
        marker = _marker(words, start, verb.first, previous)
        marked = msgspec.structs.replace(verb, marker=marker, quoted=quoted[verb.index])
        yield marked
        previous = marked


def _marker(words: list[str], start: int, end: int, previous: Verb | None) -> str:
    known = classes()
    between = words[start:end]
    found = next((word for word in reversed(between) if word in known.rel or word in known.sub), "")
    if found and not _is_phrase_marker(between, found):
        return found
    if previous is None or not previous.marker:
        return ""
    if "," in between or "”" in between:
        return previous.marker if between[-1:] and between[-1] in known.coord else ""
    return previous.marker


def _is_phrase_marker(between: list[str], found: str) -> bool:
    """Spot "before the vote, X said": a preposition when a comma closes its phrase; "as president" likewise."""
    at = len(between) - 1 - between[::-1].index(found)
    rest = between[at + 1 :]
    if rest[:1] and not rest[0][0].isalnum():
        return True
    return found in ("after", "before", "since", "until", "as", "than", "once") and "," in rest
