"""Whether a form of a reporting verb is a verb where it stands, and where its verb group begins."""

import msgspec

from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form
from generator.extract.quotes.nouns import BREAKS, name_before, phrase_before
from generator.extract.quotes.segments import FOLDED, Segment
from generator.extract.quotes.subjects import subject_before
from generator.extract.quotes.verbs import reporting
from generator.extract.quotes.words import lists

_HEDGES = frozenset({"could", "may", "might", "would", "can", "should", "must", "'d"})
_REACH = 14  # tokens from a naming verb to the words in marks
_NO_OBJECT = frozenset({"'s", "such", "all", "no"})


class Group(msgspec.Struct, frozen=True):
    """`first`: its first token; `finite` False for a gerund or an infinitive; `hedged`: negated or with a modal verb."""

    first: int
    finite: bool = True
    passive: bool = False
    hedged: bool = False


def verb_group(segment: Segment, at: int, lemma: str, tags: frozenset[str]) -> Group | None:
    """The verb group whose head is at `at`, or None where the word is no verb. The finite verbs of the grammar count, and
    forms it leaves open where a name, a quotation or a complement beside them decides."""
    verb = segment.finite.get(at)
    if verb:
        noun = verb.first == at and "VBZ" in tags and _after_plural(segment, at)
        hedged = verb.negated or verb.modal in _HEDGES
        return None if noun else Group(verb.first, passive=verb.passive, hedged=hedged)
    before = _word_before(segment, at)
    if "VBG" in tags and segment.words[at] not in classes().prep and (gerund := _gerund(segment, at, before)):
        return gerund
    if "VB" in tags and before == "to":
        return Group(at, finite=False)
    if (before in classes().det and before not in lists().alone) or before in ("be", "been", "to"):
        return None
    return Group(at) if _is_left_open(segment, at, lemma, tags) else None


def _gerund(segment: Segment, at: int, before: str) -> Group | None:
    """Read "…, adding" · "he's claiming" · "footage of Lind saying"."""
    if before in lists().contracted and at > 1 and segment.words[at - 2] in lists().pronouns:
        return Group(at - 1)
    if before in lists().before_gerund or own_subject(segment, at) is not None or _is_recalled(segment, at):
        return Group(at, finite=False)
    return None


def _is_recalled(segment: Segment, at: int) -> bool:
    """Whether a gerund is what a reporting verb says somebody did: "recalled her father saying"."""
    who = phrase_before(segment, at)
    if (
        who is None
        or who[0] == 0
        or who[1] < at
        or segment.words[at - 1] in classes().det | lists().possessives | lists().alone
    ):
        return False
    return segment.words[who[0] - 1] in reporting().forms and who[0] - 1 in segment.finite


def _is_left_open(segment: Segment, at: int, lemma: str, tags: frozenset[str]) -> bool:
    past_or_third = bool(tags & {"VBD", "VBZ"})
    if "VBZ" in tags and (_names_before(segment, at) or _trails(segment, at)):
        return True
    if past_or_third and _leads_to_marks(segment, at):
        return True
    if "VB" in tags and (_some_say(segment, at) or _plural_trails(segment, at)):
        return True
    if lemma in lists().sure and (past_or_third or ("VB" in tags and _plain_present(segment, at))):
        return True
    return past_or_third and FOLDED in segment.words[max(at - 2, 0) : at]


def _leads_to_marks(segment: Segment, at: int) -> bool:
    """Whether the verb stands behind the comma of an aside and before words in marks ("Lind, 40, calls it “a gift”"), or right
    before a colon and such words ("a friend close to her insisted: “…”")."""
    ahead = segment.words[at + 1 : at + _REACH]
    if ahead[:2] == (":", FOLDED):
        return _follows_subject(segment, at)
    near = ahead[: next((here for here, word in enumerate(ahead) if word in BREAKS - {FOLDED}), len(ahead))]
    if FOLDED not in near or ahead[0] == "by" or segment.has_verb(at + 1, at + 1 + near.index(FOLDED)):
        return False
    return segment.words[at - 1 : at] == (",",) and subject_before(segment, at) is not None


def _follows_subject(segment: Segment, at: int) -> bool:
    """Whether a subject ends before the verb at `at`; of a form that may be a noun, one with a determiner or a capital."""
    subject, look = subject_before(segment, at), form(segment.words[at])
    if subject is None or "VBD" in look.tags or not look.noun:
        return subject is not None
    first = segment.words[subject[0]]
    return first in classes().det or segment.tokens[subject[0]].text[0].isupper()


def own_subject(segment: Segment, at: int) -> tuple[int, int] | None:
    """The name right before a gerund, where a preposition governs it: "footage of Lind saying"."""
    first = name_before(segment, at)
    return (first, at) if 0 < first < at and segment.words[first - 1] in ("of", "with") else None


def _after_plural(segment: Segment, at: int) -> bool:
    """Whether a plural noun stands before an "-s" form, which then is a noun too: "the emissions rules that"."""
    before = segment.words[at - 1] if at else ""
    if (
        not before.endswith("s")
        or before.endswith(("ss", "'s", "us", "is"))
        or segment.tokens[at - 1].text[0].isupper()
    ):
        return False
    return form(before).noun and form(segment.words[at]).noun


def _names_before(segment: Segment, at: int) -> bool:
    """Whether an "-s" form that may be a noun stands between a name and what a verb takes: "The Post reports that"."""
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    if following == "that" and at > 1 and _after_noun(segment, at):
        return True
    opens = following in classes().det | classes().subject or following in ("that", ",", FOLDED, "on", ":", "to")
    return at > 0 and segment.tokens[at - 1].text[0].isupper() and opens and following not in _NO_OBJECT


def _after_noun(segment: Segment, at: int) -> bool:
    """Whether a noun with its determiner ends right before "states that": "The notice states that"."""
    before = segment.words[at - 1]
    subject = subject_before(segment, at) if form(before).noun and not before.endswith("s") else None
    return subject is not None and segment.words[subject[0]] in classes().det and subject[1] == at


def _trails(segment: Segment, at: int) -> bool:
    """Whether the verb looks back on a clause before a comma: "…, the team reports"."""
    return at > 2 and segment.words[at - 2] in classes().det and segment.words[at - 3] in (",", FOLDED)


def _some_say(segment: Segment, at: int) -> bool:
    """Whether a present stands between a word for several and "that": "some warn that"."""
    return at > 0 and segment.words[at - 1] in lists().alone and segment.words[at + 1 : at + 2] == ("that",)


def _plural_trails(segment: Segment, at: int) -> bool:
    """Whether a present looks back on a clause before a comma: "…, court records show."."""
    if segment.words[at + 1 : at + 2] not in ((".",), (",",), ()) or not _is_plural(segment.words[at - 1]):
        return False
    subject = phrase_before(segment, at)
    if subject is None or subject[0] < 2 or segment.words[subject[0]] in classes().det:
        return False
    return segment.words[subject[0] - 1] == "," and segment.has_verb(0, subject[0] - 1)


def _is_plural(word: str) -> bool:
    return word in ("data", "police", "people") or (word.endswith("s") and form(word).noun)


def _plain_present(segment: Segment, at: int) -> bool:
    """Whether "say" or "tell" can be a present: behind a noun or a name, before what it reports."""
    known, before = classes(), segment.words[at - 1] if at else ""
    following = segment.words[at + 1] if at + 1 < len(segment.words) else ""
    closed = before in known.prep | known.neg | known.coord or before in known.modal or before in known.do
    reports = segment.words[at] == "say" or following in (",", ":", FOLDED, "that", ".", "")
    return before[:1].isalpha() and not closed and reports


def _word_before(segment: Segment, at: int) -> str:
    """The word before, adverbs passed over."""
    while at > 0 and is_adverb(segment.words[at - 1]):
        at -= 1
    return segment.words[at - 1] if at else ""
