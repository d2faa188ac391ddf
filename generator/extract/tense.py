"""Whether the words about a date look back or ahead: a light reading of tense for dates that leave their year or week open.

The nearest verb to the left in the sentence decides, else the nearest to the right. A reporting verb counts on the left,
where no "that" stands between, and on the right only at once ("on Friday, police said" tells nothing of Friday's tense).
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import rules
from generator.extract.timetable import is_arranged, is_set_for

REACH = 30
INSTRUCTED = 12  # tokens: how far behind "told" the "to" stands that says what to do
SHORTEST = 4  # letters that a participle has more than ("king" is none)
SUBJECT = 8  # tokens: how far before its verb a subject is looked for


class _Words(msgspec.Struct, frozen=True):
    past: frozenset[str]
    ahead: frozenset[str]
    ahead_to: frozenset[str]
    ahead_for: frozenset[str]
    done_to: frozenset[str]
    arranged: frozenset[str]
    earlier: frozenset[str]
    put_off: frozenset[str]
    put_off_to: frozenset[str]
    shut: frozenset[str]
    set_for: frozenset[str]
    instructed: frozenset[str]
    supposed: frozenset[str]
    joints: frozenset[str]
    open: frozenset[str]
    articles: frozenset[str]
    negated_past: frozenset[str]
    nobody: frozenset[str]
    unsure_to: frozenset[str]
    present: frozenset[str]
    reporting: frozenset[str]
    nouns: frozenset[str]
    abbreviations: frozenset[str]


@cache
def _words() -> _Words:
    data = rules("dates-tense")
    return _Words(**{field: frozenset(data[field]) for field in _Words.__struct_fields__})


def lean(words: Sequence[str], start: int, end: int) -> int:
    """-1 when the words about tokens [start, end) tell of the past, 1 when of the future, 0 when they do not say."""
    opens = start == 0 or ends_sentence(words, start - 1)
    is_named = opens and words[end : end + 1] == ["is"]  # "Friday is the last day"
    left = 1 if is_named or is_set_for(words, start) else _leftward(words, start, end)
    return left if left is not None else _rightward(words, end, led=_is_led(words, start)) or 0


def _is_led(words: Sequence[str], start: int) -> bool:
    """Whether the sentence begins with a participle, of the tense of the main verb ("Opening the trial on Monday, ...")."""
    at = start
    while at > max(start - REACH, 0) and not ends_sentence(words, at - 1):
        at -= 1
    return at < start and words[at].endswith("ing") and len(words[at]) > SHORTEST


def _leftward(words: Sequence[str], start: int, end: int) -> int | None:
    """None when no verb is to be seen. A word that is a verb of a timetable or a noun is a verb where its clause has no
    other."""
    known, reported, otherwise = _words(), False, None
    bound = words[start - 1] if start and words[start - 1] in known.put_off_to else ""
    for at in range(start - 1, max(start - REACH, -1), -1):
        word = words[at]
        if ends_sentence(words, at) or (otherwise and word in known.joints):
            return otherwise
        awaited = word == "ahead" and words[at + 1] == "of" and "," not in words[at:start]
        if awaited or (bound and _is_put_off(words, at, bound, known)):
            return 1
        reported = reported or word == "that"
        if word in known.reporting:
            return otherwise if reported else -1
        arranged = is_arranged(words, at, start)
        otherwise = _left_open(words, end, known) if arranged is None else otherwise
        found = 1 if arranged else _tense(words, at, known, start)
        if found is not None:
            return found
    return otherwise


def _is_put_off(words: Sequence[str], at: int, end: str, known: _Words) -> bool:
    """Whether a verb leaves something for the date behind `end` ("adjourned until Monday", "is shut until Monday", "has until
    Monday", "told to wait until Monday", "called a strike for Monday")."""
    word, before = words[at], words[at - 1] if at else ""
    if end == "for":
        return word in known.set_for and "had" not in words[max(0, at - 2) : at]
    if word in known.put_off or (word in known.instructed and "to" in words[at + 1 : at + 1 + INSTRUCTED]):
        return True
    if end == "to":
        return False
    told = before in known.present or before in known.past or _is_participle(before, known)
    if word in known.shut and not told:
        return True
    lasts = before in known.present and (word in known.past or _is_participle(word, known))
    return lasts or (word in ("has", "have") and words[at + 1] == end)


def _left_open(words: Sequence[str], end: int, known: _Words) -> int | None:
    """1 for what may be a noun or a verb of a timetable, if no verb follows in its clause ("votes on Friday", but not "votes on
    Friday were"); else None."""
    for at in range(end, min(end + REACH, len(words))):
        if ends_sentence(words, at) or (words[at] in known.joints and (at > end or words[at] != ",")):
            break
        if _tense(words, at, known, end) is not None:
            return None
    return 1


def _rightward(words: Sequence[str], end: int, *, led: bool) -> int | None:
    known = _words()
    for at in range(end, min(end + REACH, len(words))):
        if ends_sentence(words, at):
            return None
        if words[at] in known.reporting:
            if led or at - end < 3:
                return -1
            continue
        found = _tense(words, at, known, end)
        if found is not None:
            return found
        arranged = is_arranged(words, at, at)
        if arranged or (arranged is None and _left_open(words, at + 1, known)):
            return 1
    return None


def _tense(words: Sequence[str], at: int, known: _Words, asked: int) -> int | None:
    """What one word says of the date at `asked`; None for no verb, and for a participle whose tense stands before it."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in known.negated_past and (following in ("not", "n't") or _nobody_before(words, at, known)):
        return -1
    if (following == "to" and word in known.unsure_to) or _is_supposed(words, at, known):
        return 0
    if _is_open(words, at, known):
        return None
    earlier = words[max(0, at - 1) : at] == ["had"] or words[max(0, at - 2) : at] == ["had", "been"]
    if _is_ahead(words, at, known, asked) and not earlier:
        return 1
    if earlier or word in known.past or _is_participle(word, known):
        before = words[at - 1] if at else ""
        noun = before in known.articles and not _is_participle(word, known)
        return None if before in known.open or before in known.ahead or noun else -1
    hour = word == "am" and words[at - 1][:1].isdigit()
    return 0 if word in known.present and not (hour or _is_told_ahead(words, at, known)) else None


def _is_told_ahead(words: Sequence[str], at: int, known: _Words) -> bool:
    """Whether the word behind a form of "be" is the one that tells: "is expected to rule", "are set to meet"."""
    if words[at] not in classes().be:
        return False
    passed = is_adverb(words[at + 1]) and words[at + 1] not in known.ahead if at + 1 < len(words) else False
    told = at + 1 + passed
    return told < len(words) and _is_ahead(words, told, known, told)


def _is_supposed(words: Sequence[str], at: int, known: _Words) -> bool:
    """Whether a participle tells what would have been."""
    told = words[at] in known.past or _is_participle(words[at], known)
    return told and at > 1 and words[at - 1] == "have" and words[at - 2] in known.supposed


def _is_ahead(words: Sequence[str], at: int, known: _Words, asked: int) -> bool:
    word, following = words[at], _following(words, at, asked)
    if at >= asked and word in known.done_to:
        return False
    by_next = (following == "to" and word in known.ahead_to) or (following == "for" and word in known.ahead_for)
    return word in known.ahead or by_next


def _following(words: Sequence[str], at: int, asked: int) -> str:
    """The next word, a weekday passed over that is not the one at `asked` ("agreed on Sunday to meet on Friday")."""
    known = rules("dates")["classes"]["WEEKDAY"]
    day = at + 1 + (words[at + 1 : at + 2] == ["on"])
    after = day + 1 if day < min(asked, len(words)) and words[day] in known else at + 1
    return words[after] if after < len(words) else ""


def _is_open(words: Sequence[str], at: int, known: _Words) -> bool:
    """Whether the verb before the word tells: "next to", "to expire", "as planned", "as previously planned"."""
    word, before = words[at], words[max(0, at - 2) : at]
    if word == "next":
        return words[at + 1 : at + 2] == ["to"]
    if (
        word in known.arranged
        and before
        and (before[-1] == "as" or (before[0] == "as" and before[-1] in known.earlier))
    ):
        return True
    return word in known.ahead and before[-1:] == ["to"]


def _nobody_before(words: Sequence[str], at: int, known: _Words) -> bool:
    """Whether nobody could: "neither he nor his lawyer could be reached"."""
    return any(word in known.nobody for word in words[max(0, at - SUBJECT) : at])


def _is_participle(word: str, known: _Words) -> bool:
    """A word in -ed, except nouns and adjectives such as "unspecified"."""
    return word.endswith("ed") and len(word) > 4 and not word.startswith("un") and word not in known.nouns


def ends_sentence(words: Sequence[str], at: int) -> bool:
    """A line break, or a full stop, question or exclamation mark behind a word that is no abbreviation."""
    word = words[at]
    if word in ("\n", "?", "!", ";"):
        return True
    return word == "." and at > 0 and len(words[at - 1]) > 1 and words[at - 1] not in _words().abbreviations
