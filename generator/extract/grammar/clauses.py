"""How clauses hang together: reduced relatives, and the word that subordinates each verb."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.grammar.verb import Verb
from generator.extract.lexicon import form
from generator.extract.numerals import spelled

_ASIDE = 14  # tokens an aside may have before its second participle
_LATER = 6  # tokens of "sacked about three months later"
_NUMBER = re.compile(rf"\d+|{spelled()}")
_FAR = 60  # tokens; no phrase is longer


def without_reduced_relatives(groups: list[Verb], words: list[str], quoted: list[bool]) -> list[Verb]:
    """Drop "held" of "the talks held in Geneva ended": a bare participle right behind a noun, with a surer verb after it
    and nothing between that would start a new clause."""
    kept: list[Verb] = []
    for number, verb in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        if following and _is_bare_participle(verb, words) and quoted[verb.index] == quoted[following.index]:
            between = words[verb.index + 1 : following.first]
            if not _clause_starts(between, following, words) and between[:1] and between[0] in _opening():
                continue
            if _is_second_participle(words, verb, following) or _christens(words, verb, between):
                continue
        if _is_bare_participle(verb, words) and _is_governed(words, verb, kept[-1] if kept else None, following):
            continue
        if kept and _is_bare_participle(verb, words) and _is_trailing_participle(kept[-1], verb, words):
            continue
        kept.append(verb)
    return kept


def _christens(words: list[str], verb: Verb, between: list[str]) -> bool:
    """Spot "called" of "a baker called Ola Berg won": a name follows, and a verb whose subject the baker is."""
    known = classes()
    indefinite = verb.index > 1 and not {"a", "an", "another"}.isdisjoint(
        words[max(verb.index - 4, 0) : verb.index - 1]
    )
    named = 0 < len(between) < 6 and between[0] not in known.det | known.obj | known.prep | known.sub | {'"', "“", "□"}
    joined = known.coord | known.sub | known.rel | {",", "that"}
    return words[verb.index] in ("called", "named", "nicknamed") and indefinite and named and joined.isdisjoint(between)


@cache
def _opening() -> frozenset[str]:
    """What a phrase behind a participle opens with: "held in May", "released last year"."""
    return classes().prep | classes().calendar | {"last", "this", "earlier", "after", "before"}


def _is_second_participle(words: list[str], verb: Verb, following: Verb) -> bool:
    """Spot "closed" of "The bridge, built in 1932 and closed in 2019, collapsed": joined to a participle that opens an aside
    which ends before the next verb."""
    if verb.index < 1 or words[verb.index - 1] not in ("and", "or") or "," not in words[verb.index : following.first]:
        return False
    opening = next((at for at in range(verb.index - 2, max(verb.index - _ASIDE, 0), -1) if words[at] == ","), 0)
    return opening > 0 and "VBN" in form(words[opening + 1]).tags and words[opening + 1] not in classes().have


def _is_governed(words: list[str], verb: Verb, previous: Verb | None, following: Verb | None) -> bool:
    """Spot "ended" of "made a profit for the quarter ended 31 December" and "published" of "In an interview published on
    Saturday, he said": the noun before it belongs to a preposition, so it is no subject, and another verb has one."""
    behind = words[verb.index + 1] if verb.index + 1 < len(words) else ""
    opens = (
        behind in classes().prep | classes().calendar
        or behind in ("to", "last", "earlier", "after", "before")
        or behind[:1].isdigit()
    )
    if not opens or not _has_preposition(words, verb):
        return False
    if previous is None:
        return _opens_sentence(words, verb, following)
    between = words[previous.index + 1 : verb.first]
    if previous.lemma in classes().clause and _says_that(words, verb):
        return True  # "said in a letter published on Monday that"
    reports = previous.lemma in classes().clause and words[verb.index - 1] not in classes().periods
    return not reports and not _clause_starts(between, verb, words)


def _says_that(words: list[str], verb: Verb) -> bool:
    """Whether a date, then "that" follows a participle."""
    at = verb.index + 1
    while at < len(words) and (words[at] in classes().calendar | classes().prep or words[at].isdigit()):
        at += 1
    return at > verb.index + 1 and words[at : at + 1] == ["that"]


def _has_preposition(words: list[str], verb: Verb) -> bool:
    """Whether the noun before a verb is governed by a preposition, with nothing between that begins a phrase anew."""
    known = classes()
    for at in range(verb.index - 1, max(verb.index - 7, -1), -1):
        word = words[at]
        if word in known.prep:
            return verb.index - at > 1
        inner = word in known.det and word != "'s" and at > 0 and words[at - 1] not in known.prep
        if inner or not (word[:1].isalpha() or word == "'s") or word in known.calendar:
            return False
        if word in known.coord or word in known.subject or word in known.sub:
            return False
    return False


def _opens_sentence(words: list[str], verb: Verb, following: Verb | None) -> bool:
    """Whether all up to a participle is one phrase that opens the sentence, and a comma and a subject precede the next verb."""
    if words[:2] == ["according", "to"]:
        words, verb, following = words[1:], _moved(verb), following and _moved(following)
    if following is None or words[0] not in classes().prep | {"to"} or "," not in words[verb.index : following.first]:
        return False
    opening, comma = words[: verb.index], words.index(",", verb.index)
    plural = len(opening) == 2 and opening[1].endswith("s") and form(opening[1]).noun  # "In trials published in 2023"
    one_phrase = "," not in opening and (opening[1] in classes().det or plural) and not classes().moments & {*opening}
    return one_phrase and comma + 1 < following.first and words[comma + 1] not in classes().coord | classes().rel


def _moved(verb: Verb) -> Verb:
    """The verb with the sentence's first word gone."""
    return msgspec.structs.replace(verb, first=verb.first - 1, index=verb.index - 1)


def _is_trailing_participle(previous: Verb, verb: Verb, words: list[str]) -> bool:
    """Spot "a study published in": behind a noun of the clause before, with a preposition next and no subject of its own."""
    following = words[verb.index + 1] if verb.index + 1 < len(words) else ""
    if following not in classes().prep | classes().calendar or not 2 <= verb.index - previous.index <= _FAR:
        return False
    between = _behind_gerund(words[previous.index + 1 : verb.first])
    if "according" in between:
        return "," not in between[between.index("according") :]
    return previous.lemma not in classes().clause and not _clause_starts(between, verb, words)


def _behind_gerund(between: list[str]) -> list[str]:
    """What follows ", leaving", which begins no clause; all of it when no gerund stands behind the last comma."""
    comma = max((at for at, word in enumerate(between) if word == ","), default=-1)
    behind = between[comma + 1 :]
    gerund = comma >= 0 and len(behind) > 1 and behind[0].endswith("ing") and "VBG" in form(behind[0]).tags
    return behind if gerund and form(behind[0]).lemma not in classes().clause else between


def _is_bare_participle(verb: Verb, words: list[str]) -> bool:
    if verb.first != verb.index or "VBN" not in form(words[verb.index]).tags or verb.lemma == "say":
        return False
    has_subject = verb.index > 0 and words[verb.index - 1] in classes().subject - classes().rel
    return not has_subject and verb.lemma not in classes().intransitive


def _clause_starts(between: list[str], following: Verb, words: list[str]) -> bool:
    known = classes()
    starters = (known.rel | known.sub | known.coord | {",", ";", ":", "—", "–", "”", "“", '"'}) - {"as"}
    for at, word in enumerate(between):
        behind = [after for after in between[at + 1 : at + 3] if not after.isdigit()]
        day = word in known.coord and not known.calendar.isdisjoint(behind[:1])  # "on Sunday and Monday"
        if word in starters and not day:
            return True
    return bool(between) and between[-1] in known.subject and words[following.first] not in known.be


def with_shared_passive(groups: list[Verb], words: list[str]) -> list[Verb]:
    """The groups with "charged" of "was arrested and charged on Monday" in the passive: joined to one, without an object."""
    result: list[Verb] = []
    for verb in groups:
        previous = result[-1] if result else None
        shared = previous and previous.passive and _is_bare_participle(verb, words) and _shares(words, previous, verb)
        result.append(msgspec.structs.replace(verb, passive=True) if shared else verb)
    return result


def _shares(words: list[str], previous: Verb, verb: Verb) -> bool:
    known, behind = classes(), words[verb.index + 1] if verb.index + 1 < len(words) else ""
    between = [word for word in words[previous.index + 1 : verb.first] if not is_adverb(word)]
    joined = bool(between) and between[-1] in known.coord and not {*between} & (known.rel | known.sub | {";"})
    alone = (
        not behind[:1].isalpha()
        or behind in known.prep | known.calendar | known.coord | known.sub | {"to"}
        or is_adverb(behind)
        or "later" in words[verb.index + 2 : verb.index + _LATER]
        or _opens_time(words, verb.index + 1)
    )
    return joined and alone and (verb.lemma in known.transitive or behind == "by")


def _opens_time(words: list[str], at: int) -> bool:
    """Whether a phrase of time begins here: "the following November", "three days later", "last week"."""
    known = classes()
    for word in words[at : at + 4]:
        if word in known.calendar or word.removesuffix("s") in known.moments | known.periods | known.parts_of_time:
            return True
        look = form(word)
        if not (
            word in known.det or look.adjective or word in known.adverb or "VBG" in look.tags or _NUMBER.fullmatch(word)
        ):
            return False
    return False


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
    return "" if _closes_relative(previous, between) else previous.marker


def _closes_relative(previous: Verb, between: list[str]) -> bool:
    """Spot "was jailed" of "The man who stole the car was jailed"."""
    known = classes()
    return (
        previous.marker in known.rel - {"that"}
        and previous.lemma not in known.clause
        and known.coord.isdisjoint(between)
    )


def _is_phrase_marker(between: list[str], found: str) -> bool:
    """Spot "before the vote, X said": a preposition when a comma closes its phrase; "as president" likewise."""
    at = len(between) - 1 - between[::-1].index(found)
    rest = between[at + 1 :]
    if rest[:1] and not rest[0][0].isalnum():
        return not (rest[0] == "," and "," in rest[1:] and found in classes().rel - {"where"})
    return found in ("after", "before", "since", "until", "as", "than", "once") and "," in rest
