"""Spans of capitalised words, with the small words names hold: `Peter van der Berg`, `Ministry of Defence`, `J. K. Holt`."""

from collections.abc import Iterator
from functools import cache

from generator.extract.actors.aliases import Match
from generator.extract.actors.given import is_given
from generator.extract.actors.titles import Title, abbreviations
from generator.extract.actors.words import Words, is_common, stopwords
from generator.extract.lexicon import rules

PARTICLES = frozenset(rules("given_names")["particles"])
_LONGEST = 24  # words; no name is longer, and a wall of capitals is cut here
_OPENERS = frozenset(("first", "second", "next", "best"))  # "First Security Corp"
_ZONES = frozenset(("bst", "gmt", "est", "edt", "et", "pt", "utc", "ok"))
_ADJECTIVES = frozenset(("national", "royal", "central", "federal", "imperial", "municipal", "regional"))
_ON = frozenset(("commission", "committee", "subcommittee", "council", "panel", "center", "centre", "authority"))
_OF_PLACES = frozenset(("council", "police", "constabulary"))
_SURNAMES = frozenset(("may", "will", "so", "most", "march", "case", "down"))


@cache
def of_heads() -> frozenset[str]:
    """Words that "of ..." may follow inside a name."""
    return frozenset(rules("organisations")["of"])


def runs(words: Words, known: dict[int, Match], titles: dict[int, Title]) -> Iterator[tuple[int, int]]:
    """The spans [start, end) of capitalised words, in order, none overlapping."""
    index = 0
    while index < len(words.text):
        if not _opens(words, known, index):
            index += 1
            continue
        end = _end(words, known, titles, index)
        yield index, end
        index = end


def _opens(words: Words, known: dict[int, Match], index: int) -> bool:
    if index in known and words.text[index][0].isdigit():
        return known[index].entries[0].alias == words.text[index]
    if index in known and (words.capital[index] or known[index].end > index + 1):
        return words.capital[index] and (not is_closed_word(words, index) or known[index].end > index + 1)
    if words.first[index] and words.low[index] in ("said", "says"):
        return False
    if words.low[index] in _OPENERS and not words.first[index] and _names_on(words, index + 1):
        return words.capital[index]
    return words.capital[index] and (not is_closed_word(words, index) or _is_month_name(words, known, index))


def is_closed_word(words: Words, index: int) -> bool:
    """A small word or one of the calendar, that only its place capitalises; not the "IF" of "IF Metall"."""
    low, text = words.low[index], words.text[index]
    if low not in stopwords():
        return False
    if low in _ZONES:
        return text.isupper()
    if len(text) < 2 or not text.isupper() or words.sentence[index] in words.shouting:
        return True
    return not (words.joined(index, index + 2) and words.capital[index + 1] and words.low[index + 1] not in stopwords())


def _is_month_name(words: Words, known: dict[int, Match], index: int) -> bool:
    """As in "April Jones", "passenger April Jones": a given name that is a month as well, where no date can stand."""
    if not is_given(words.low[index]) or not words.joined(index, index + 2) or index + 1 in known:
        return False
    before = "" if words.first[index] else words.low[index - 1]
    free = before not in _before_dates() and not before.isdigit()
    name = words.capital[index + 1] and words.low[index + 1] not in stopwords()
    return free and (name or (words.low[index + 1] in PARTICLES and _after_particles(words, index + 1) > 0))


@cache
def _before_dates() -> frozenset[str]:
    return frozenset(rules("pronouns")["before_dates"])


def _end(words: Words, known: dict[int, Match], titles: dict[int, Title], start: int) -> int:
    end = max(start + 1, known[start].end if start in known else 0, _title_end(words, titles, start))
    while end - start < _LONGEST:
        step = max(_step(words, known, start, end), _title_end(words, titles, end) - end)
        if step <= 0:
            return end
        end += step
    return end


def _title_end(words: Words, titles: dict[int, Title], at: int) -> int:
    """Where a capitalised title of several words at `at` ends ("Secretary of State"), 0 without one."""
    title = titles.get(at)
    if not title or not words.capital[at] or words.first[at] or not words.capital[title.end - 1]:
        return 0
    return title.end


def _step(words: Words, known: dict[int, Match], start: int, at: int) -> int:
    """How many words the span grows by at `at`; 0 when it ends."""
    if at >= len(words.text) or words.sentence[at] != words.sentence[start]:
        return 0
    if words.capital[at]:
        longer = known[at].end - at if at in known else 1
        surname = words.low[at] in _SURNAMES and at > start and is_given(words.low[at - 1])
        surname = surname and not (words.joined(at, at + 2) and words.low[at + 1][0].isdigit())
        closed = is_closed_word(words, at) and not _is_initial(words, at)
        return 0 if closed and longer == 1 and not surname else longer
    low = words.low[at]
    if low == ",":
        return _partners(words, known, start, at)
    if low in (".", "&", "plc", "'", "'s"):
        return 0 if low == "'s" and start in known and known[start].end == at else _after_mark(words, at)
    if low in PARTICLES:
        return _after_particles(words, at)
    return _after_of(words, known, start, at)


def _is_initial(words: Words, at: int) -> bool:
    """As in "Carl A. Brandvold": the small words of one letter inside a name."""
    return (
        len(words.text[at]) == 1 and words.joined(at, at + 3) and words.text[at + 1] == "." and _names_on(words, at + 2)
    )


def _after_mark(words: Words, at: int) -> int:
    """The full stop of an abbreviation, an "&" and what follows, a "plc", a genitive inside a name."""
    low = words.low[at]
    if low == ".":
        short = len(words.text[at - 1]) == 1 or words.low[at - 1] in abbreviations()
        return 1 if short and _names_on(words, at + 1) else 0
    if low == "plc":
        return 1
    fits = _names_on(words, at + 1) if low == "&" else _is_association(words, at)
    return 2 if fits else 0


def _partners(words: Words, known: dict[int, Match], start: int, at: int) -> int:
    """How far a firm goes on that is called by its partners: "Brill, Ostrow & Co.", "Aske, Munk, Vial & Partners"."""
    last = at
    if at - start > 2 or start in known or (is_common(words.low[start]) and words.first[start]):
        return 0
    while last < at + 8 and words.joined(start, last + 3) and words.text[last] == "," and _names_on(words, last + 1):
        if last + 1 in known:
            return 0
        last += 3 if _names_on(words, last + 2) else 2
    closed = last > at and words.joined(start, last + 2) and words.low[last] == "&" and _names_on(words, last + 1)
    return last + 2 - at if closed else 0


def _is_association(words: Words, at: int) -> bool:
    """As in "Dockers' Union", "People's Party": an ordinary noun in the genitive before a head word; "Hobday's Ltd"."""
    if not _names_on(words, at + 1):
        return False
    if words.low[at + 1] in _legal_forms():
        return True
    saint = not {"st", "saint"}.isdisjoint(words.low[max(at - 3, 0) : at - 1])
    ahead = range(at + 1, at + 4) if saint else (at + 1,)
    headed = any(words.joined(at, i + 1) and words.capital[i] and words.low[i] in _last_words() for i in ahead)
    ordinary = is_common(words.low[at - 1]) or (words.low[at] == "'" and words.low[at - 1].endswith("s"))
    return headed and (ordinary or saint)


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(rules("organisations")["suffix"]) - {"se", "sa", "as", "ab"}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(rules("organisations")["last"])


def _is_of_two_places(words: Words, at: int) -> bool:
    """As in "Wexshire and Oldmarsh Police": two odd words before the head of a public body."""
    odd = not is_common(words.low[at - 1]) and not is_common(words.low[at + 1])
    return odd and not is_given(words.low[at + 1]) and words.low[at + 2] in _OF_PLACES


def _joins_service(words: Words, at: int) -> bool:
    """As in "Fire and Rescue Service": two ordinary words before one head word; "National and Polar Library"."""
    if not words.joined(at - 1, at + 3) or not (words.capital[at + 1] and words.capital[at + 2]):
        return False
    heads = _last_words()
    if _is_of_two_places(words, at):
        return True
    if words.low[at - 1] in _ADJECTIVES:
        return words.low[at + 2] in heads
    ordinary = (
        is_common(words.low[at - 1])
        and is_common(words.low[at + 1])
        and not {words.low[at - 1], words.low[at + 1]} & heads
    )
    return ordinary and words.low[at + 2] in heads


def _is_of_body(words: Words, known: dict[int, Match], start: int, at: int) -> bool:
    """A head with "of" or "for" behind it stands in [start, at): "National Museum of African American History"."""
    of = next((i for i in range(start + 1, at) if words.low[i] in ("of", "for") and words.low[i - 1] in of_heads()), 0)
    if not of or not (words.low[start] in of_heads() or is_common(words.low[at + 1])):
        return False
    return not any(known[i].end == at and known[i].entries[0].form != "demonym" for i in range(of, at) if i in known)


def _names_on(words: Words, at: int) -> bool:
    inside = at < len(words.text) and words.sentence[at] == words.sentence[at - 1]
    return inside and words.capital[at] and not is_closed_word(words, at)


def _after_particles(words: Words, at: int) -> int:
    last = at
    while last < min(at + 3, len(words.low) - 1) and words.low[last] in PARTICLES:
        last += 1
    return last - at + 1 if last > at and _names_on(words, last) else 0


def _after_of(words: Words, known: dict[int, Match], start: int, at: int) -> int:
    """Room for "of the Interior" behind "Ministry", "and Sport" behind "Ministry of Culture"."""
    low = words.low[at]
    purpose = (
        low == "for" and "of" in words.low[start:at] and words.low[start] in of_heads() and words.joined(at, at + 2)
    )
    if purpose and words.capital[at + 1] and is_common(words.low[at + 1]) and at + 1 not in known:
        return 2 if not is_closed_word(words, at + 1) else 0
    on = low == "on" and words.low[at - 1] in _ON
    if (on or (low in ("of", "for") and words.low[at - 1] in of_heads())) and words.joined(at, at + 2):
        skip = 1 if words.low[at + 1] == "the" else 0
        if low == "for" and (is_given(words.low[at + 1]) or at + 1 in known):
            return 0
        return 2 + skip if words.joined(at, at + 2 + skip) and _names_on(words, at + 1 + skip) else 0
    if low == "and" and _joins_service(words, at):
        return 3
    if low == "and" and _names_on(words, at + 1) and _is_of_body(words, known, start, at):
        fresh = at + 1 not in known and not words.text[at + 1].isupper()
        name_like = words.joined(at, at + 3) and words.capital[at + 2] and words.low[at + 2] not in of_heads()
        verb_like = name_like and not (is_common(words.low[at + 1]) and is_common(words.low[at + 2]))
        return 2 if fresh and not verb_like else 0
    return 0
