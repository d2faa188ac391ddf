"""Present verbs that tell of what is arranged, and so look ahead: "the court sits on Friday", "is meeting her on Friday"."""

from collections.abc import Sequence
from functools import cache

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form, rules

_BE = frozenset(("is", "are", "'re", "am"))
_ON = frozenset(("on", "from", "this"))
_WITNESS = 4  # tokens: how far before "march" the "saw" of "saw thousands of them march" stands
_PAIR = 6  # tokens: how far before "meet" the "and" of "the king and the pope meet" stands


def is_set_for(words: Sequence[str], start: int) -> bool:
    """Whether a present form of "be" gives the date at `start` as the time of something: "is on Friday", "is being held on
    Friday", "are leaving Friday", "is shut from Friday", "is in court on Friday"."""
    last = start - 1 - (start > 0 and words[start - 1] in _ON)
    if last < 1:
        return False
    attended = last > 1 and words[last - 1] == "in" and words[last] in rules("dates-tense")["attended"]
    if words[last] in _BE or (attended and words[last - 2] in _BE):
        return True
    tags, before = form(words[last]).tags, _before(words, last)
    if "VBG" in tags:
        return words[before] in _BE
    being = words[before] == "being" and before > 0
    return "VBN" in tags and words[before - being] in _BE and words[last] not in rules("dates-tense")["dated"]


def is_arranged(words: Sequence[str], at: int, start: int) -> bool | None:
    """Whether the word at `at` is a present verb that leaves the date at `start` ahead: of a verb of `timetable`, with a
    subject before it and nothing told as over between; None where it may be a noun ("votes", "visits")."""
    look = form(words[at])
    if look.lemma not in _timetable() or not _is_followed(words, at, look.lemma):
        return False
    if _is_over(words, at, start) or _is_seen(words, at, look.lemma):
        return False
    if "VBG" in look.tags:
        return words[_before(words, at)] in _BE and "," not in words[at:start]
    if "VBZ" in look.tags:
        found = _may_be_subject(words, _before(words, at))
        return None if found and look.noun else found
    many, before = _are_many(words, _before(words, at)), _before(words, at)
    team = start > at and words[before].isalpha() and _may_be_subject(words, before)  # "India play Pakistan on Sunday"
    if "VBP" not in look.tags or not (many or team):
        return False
    return None if look.noun or not many else True


@cache
def _timetable() -> frozenset[str]:
    known = rules("dates-tense")
    return frozenset((*known["timetable"], *known["timetable_with"]))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(rules("dates-tense")[name])


def _is_followed(words: Sequence[str], at: int, lemma: str) -> bool:
    """Whether the word behind a verb is one that makes it of a timetable ("comes into force", but not "comes from")."""
    needed: dict[str, list[str]] = rules("dates-tense")["timetable_with"]
    return lemma not in needed or (at + 1 < len(words) and words[at + 1] in needed[lemma])


def _is_over(words: Sequence[str], at: int, start: int) -> bool:
    """Whether what stands between verb and date tells of what is over: "returns after a fall on Friday"."""
    return not _listed("over").isdisjoint(words[at + 1 : start])


def _is_seen(words: Sequence[str], at: int, lemma: str) -> bool:
    """Whether what the verb tells was there to be seen: by its subject ("mourners gather" but not "the mourners", "stocks
    rise"), or by a verb of seeing or helping before it ("saw thousands march")."""
    before = _before(words, at)
    subject = words[before]
    told_of = "the" in words[max(0, before - 2) : before]
    crowd = not told_of and not _listed("crowds").isdisjoint((subject, f"{subject}s"))
    if (crowd and lemma not in _listed("decisions")) or subject in rules("dates-tense")["happened"].get(lemma, ()):
        return True
    near = words[max(0, at - _WITNESS) : at]
    clause = _listed("joints").isdisjoint(near) and "VBP" in form(words[at]).tags
    return clause and not _listed("witnessed").isdisjoint(near)


def _before(words: Sequence[str], at: int) -> int:
    """The place of the word before, adverbs passed over; 0 at the beginning."""
    at -= 1
    while at > 0 and (is_adverb(words[at]) or words[at] in ("also", "not", "now", "then")):
        at -= 1
    return max(at, 0)


def _may_be_subject(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` can end the subject of a verb in -s."""
    word, known = words[at], classes()
    closed = word in known.det or word in known.prep or word in known.modal or word in ("to", "s") or word[:1].isdigit()
    return not closed and (
        word in rules("dates-tense")["names"] or form(word).noun or word in known.subject or "VBG" in form(word).tags
    )


def _are_many(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` can end a subject of many: a plural, "they", "the pair", "Mora and Lind"."""
    word, known = words[at], classes()
    if word in known.det or word in known.prep or word in known.modal or not word.isalpha() or len(word) < 2:
        return False
    if word in rules("dates-tense")["many"] or (word.endswith("s") and not known.is_auxiliary(word)):
        return True
    near = words[max(0, at - _PAIR) : at]
    return "and" in near and all(part.isalpha() for part in near) and not form(word).tags
