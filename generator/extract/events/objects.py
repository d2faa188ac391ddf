"""The role of who stands behind the verb: the object, company, who is listed or owns what is acted on."""

import re
from typing import NamedTuple

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun, words
from generator.extract.events.parts import is_company, is_given, is_listed, object_acts, parts, suffers
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import (
    DESCRIBING,
    POSSESSIVE,
    TELLING_APART,
    position_of,
    preposition_of,
    title_start,
)
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.model.mentions import Mention
from generator.model.records import Role

_COURT = re.compile(r"\b(?:Court|Tribunal)\b")
_GENITIVE = frozenset(("'s", "’s", "'", "’"))
_REACH = 8  # words of a noun that a name explains: "the operator, Bay Lines"


class _Stand(NamedTuple):
    """A mention behind the verb of `clause`, which tells an event of type `kind`. `start`: the position where its noun phrase
    begins; `preposition`: that governs it, or none; `near`: nothing sets it apart from the verb."""

    clause: Clause
    mention: Mention
    kind: str
    passive: bool
    start: int
    preposition: str
    near: bool


def behind_verb(reading: Reading, clause: Clause, mention: Mention, kind: str, *, passive: bool) -> Role:
    """The role of a mention behind the verb."""
    start = _explained(reading, clause, mention)
    preposition = preposition_of(reading, clause, start, clause.verb.index + 1)
    near = not any(clause.lower(back) in TELLING_APART for back in range(clause.verb.index + 1, start))
    stand = _Stand(clause, mention, kind, passive, start, preposition, near)
    if preposition == "without":
        return "absent"
    if is_listed(reading.text[clause.tokens[0].start : clause.tokens[start].start]):
        return _of_listed(stand)
    if _is_owner(stand):
        return _of_owner(stand)
    if preposition:
        return _of_governed(stand)
    return _of_object(stand, title_start(reading, clause, mention))


def of_subject(clause: Clause, active: Role) -> Role:
    """The role of a clause's subject; `active`: what it is where it acts."""
    between = any(
        clause.lower(at) == "between" for at in range(*clause.subject)
    )  # "the pact between A and B was signed"
    if active == "speaker" or between or (clause.verb.passive and clause.verb.lemma in _acting_in_passive()):
        return active
    return "target" if clause.verb.passive or suffers(clause) else active


def is_arm(clause: Clause, mention: Mention) -> bool:
    """Whether a state only describes those who act for it: "Norwegian forces", "US-led forces", not "Iran-backed rebels"."""
    token = clause.tokens[position_of(clause, mention)]
    tail = token.text[mention.end - token.start :]
    if tail.startswith("-") and tail[1:] not in parts().doing:
        return False
    behind = clause.position(mention.end - 1) + 1
    arms = (noun(clause.lower(at)) in words().arms_of_state for at in (behind, behind + 1))
    return not mention.head and mention.actor_kind == "state" and any(arms)


def governing(clause: Clause, before: int) -> str:
    """The noun before the preposition at `before`, a determiner behind it stepped over."""
    return noun(clause.lower(before - 1 - (clause.lower(before) in classes().det)))


def _acting_in_passive() -> frozenset[str]:
    """Verbs whose subject does something in the passive too: "was re-elected", "was received by", "is scheduled to"."""
    known = words()
    return known.appointed | known.acting_in_passive | known.with_company | parts().coming_to_be


def _explained(reading: Reading, clause: Clause, mention: Mention) -> int:
    """The position where what a name explains begins, its own title or name without such: "the operator, Bay Lines"."""
    at = title_start(reading, clause, mention)
    if clause.lower(at - 1) != ",":
        return at
    for back in range(at - 2, max(at - 2 - _REACH, clause.verb.index), -1):
        word = clause.lower(back)
        if word in DESCRIBING:
            return back
        if not clause.tokens[back].is_word or clause.tokens[back].text.istitle() or word in classes().prep:
            return at
    return at


def _is_owner(stand: _Stand) -> bool:
    """Whether a mention only says whose something is; not so "elected Lind president"."""
    mention = stand.mention
    behind = stand.clause.lower(stand.clause.position(mention.end - 1) + 1)
    named = mention.actor_kind == "person" and behind not in _GENITIVE
    return mention.text.lower() in POSSESSIVE or not (mention.head or named)


def _of_owner(stand: _Stand) -> Role:
    """Who owns or describes what is acted on: "blocked Lind's bid", "banned Polish coal", "hit by Polish missiles"."""
    if stand.preposition == "by" and stand.passive and is_arm(stand.clause, stand.mention):
        return "agent"
    return "target" if _is_acted_on(stand) and stand.preposition in ("", "in") else "spoken_of"


def _is_acted_on(stand: _Stand) -> bool:
    return stand.near and not stand.passive and stand.kind in parts().owner_suffers


def _of_listed(stand: _Stand) -> Role:
    """One of those that the subject or the object names: "six men were arrested, including Lind"."""
    clause = stand.clause
    behind = clause.lower(clause.verb.index + 1)
    if stand.passive or behind in classes().prep or behind in TELLING_APART:
        return of_subject(clause, "agent")
    return "counterpart" if clause.verb.lemma in words().with_company else "target"


def _of_governed(stand: _Stand) -> Role:
    """Who stands under a preposition."""
    verb, preposition = stand.clause.verb.lemma, stand.preposition
    if preposition == "by" and stand.passive:
        return "counterpart" if verb in words().with_company else "agent"
    if not stand.near:
        return "spoken_of"
    if preposition == "of" and _is_acted_on(stand) and stand.mention.actor_kind != "unnamed":
        return "target"
    if preposition in ("of", "from", "by") and is_given(stand.clause):
        return "agent"
    return "counterpart" if _is_with(stand) else _of_far(stand)


def _is_with(stand: _Stand) -> bool:
    """Whether a preposition makes company: "lost to City", "bought it from Lind", "a letter to Lind"."""
    known, verb, preposition = words(), stand.clause.verb.lemma, stand.preposition
    before = form(stand.clause.lower(stand.start - 1))
    if "VBG" in before.tags and not before.noun:
        return False  # "charged with murdering Lind"
    given = {"from": known.from_whom, "to": known.to_whom}.get(preposition, frozenset())
    lettered = preposition == "to" and governing(stand.clause, stand.start - 1) in parts().letters
    return is_company(stand.kind, preposition) or preposition in ("with", "between") or verb in given or lettered


def _of_far(stand: _Stand) -> Role:
    """Who is the target of a noun ("an attack on Norland"), or the court that judges."""
    clause, preposition = stand.clause, stand.preposition
    done = preposition in ("of", "on", "to", "against") and _governor(stand) in words().done_to
    if stand.kind != "statement" and (done or preposition == "against"):
        return "target"
    judged = stand.passive and preposition in ("at", "in", "before") and clause.verb.lemma in words().judging
    return "agent" if judged and _COURT.search(stand.mention.text) else "spoken_of"


def _governor(stand: _Stand) -> str:
    """The noun that the preposition belongs to; the subject's behind a passive: "sanctions were imposed on Norland"."""
    clause = stand.clause
    behind = stand.start - 2 - (clause.lower(stand.start - 1) in classes().det) == clause.verb.index
    return noun(clause.lower(clause.subject[1] - 1)) if stand.passive and behind else governing(clause, stand.start - 1)


def _of_object(stand: _Stand, title: int) -> Role:
    """Who is the object of the verb, or of a gerund behind it; `title`: the position of the mention's title or name."""
    clause, at = stand.clause, position_of(stand.clause, stand.mention)
    if stand.near and object_acts(clause, stand.mention):
        return "agent"
    participle = form(clause.lower(title - 1))
    if not (stand.near or (participle.tags and clause.lower(at - 1).endswith("ing"))):
        return "spoken_of"
    lemma = clause.verb.lemma if stand.near else participle.lemma
    return "counterpart" if lemma in words().with_company else "target"
