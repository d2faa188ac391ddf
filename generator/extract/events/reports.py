"""How a verb of speech stands to what it reports: before it, behind it, in the middle of it, or as a mere gerund."""

from collections.abc import Sequence

from generator.extract.grammar import Verb
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form

_SILENT = frozenset(("be", "seem", "feel", "see", "find", "decide", "agree", "require", "mean"))
_INVERTED = 40  # tokens of ", said Ana Mora, who ..."


def gerund_of_speech(words: Sequence[str], lower: int, upper: int, marked: int) -> int:
    """Where "saying" of "issued a statement saying the plan was dead" stands, whose clause is no other's; -1 without one."""
    known = classes()
    for at in range(lower, upper - 1):
        speaks = words[at].endswith("ing") and form(words[at]).lemma in known.clause | known.that - _SILENT
        if speaks and "VBG" in form(words[at]).tags and words[at - 1] not in known.det:
            clear = marked < at or (marked == at + 1 and words[marked] == "that")
            return at if clear and not {*words[at + 1 : upper]} & {";", ":", *known.coord} else -1
    return -1


def reports_at_end(words: Sequence[str], verb: Verb, comma: int) -> bool:
    """Spot ", the ministry in Rome said on Monday." behind what it reports."""
    subject = words[comma + 1 : verb.first]
    if not subject and verb.first == verb.index and verb.lemma == "say" and words[verb.index + 1 : verb.index + 2]:
        return (
            words[verb.index + 1] not in classes().subject | {"no", "nothing", "so"}
            and len(words) - verb.index <= _INVERTED
        )
    short = 0 < len(subject) <= 12 and not any(word in classes().coord or word == "," for word in subject[:1])
    return (
        verb.lemma in classes().clause | classes().that
        and words[comma] != ";"
        and not verb.modal
        and short
        and len(words) - verb.index <= 10
        and "that" not in words[verb.index :]
    )


def is_parenthesis(words: Sequence[str], verb: Verb, dated: frozenset[int]) -> bool:
    """Spot ", the mayor said on Monday," behind and before which stands what was said."""
    at = verb.index + 1
    while at < len(words) and (at in dated or (at + 1 in dated and words[at] in classes().prep)):
        at += 1
    return verb.lemma in classes().clause and at < len(words) and words[at] == "," and "," in words[: verb.first]


def behind_date(words: Sequence[str], start: int, upper: int, dated: frozenset[int]) -> int:
    """Where what is said begins: behind the date of "told the court in Leeds on Monday the bill was void", not behind that of
    "said the talks on Monday were over"."""
    for at in range(upper - 1, start, -1):
        if at - 1 in dated and at not in dated:
            word, subject = words[at], not all(is_adverb(word) for word in words[at:upper])
            opens = word not in classes().prep | classes().coord | classes().neg and word[:1].isalnum()
            return at if opens and subject and "," not in words[start:at] else start
    return start


def opens_content(subject: Sequence[str]) -> bool:
    """Whether words are one subject: "ruled the law was void", not "demanded the money he lost"."""
    pronouns = classes().subject - classes().rel
    alone = len(subject) == 1 and subject[0] in pronouns
    return alone or (bool(subject) and subject[0] in classes().det and subject[-1] not in pronouns)


def tells_that(verb: Verb, between: Sequence[str]) -> bool:
    """Whether "that" opens what a verb tells, not a relative clause: "ruled on Friday that", not "agreed on a plan that"."""
    known = classes()
    if verb.lemma in known.clause:
        return between.count(",") != 1
    passed = known.prep | known.calendar | known.adverb | known.obj
    return verb.lemma in known.that and all(
        word in passed or not word[:1].isalpha() or is_adverb(word) for word in between
    )
