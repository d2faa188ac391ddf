"""Who takes what part in what a clause tells, by where they stand in it."""

import re
from collections.abc import Iterator

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun, words
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form
from generator.model.mentions import Mention, Span
from generator.model.records import Role

_BY_PREPOSITION: dict[str, Role] = {
    "with": "counterpart",
    "between": "counterpart",
    "against": "target",
    "without": "absent",
    "by": "agent",
}
_PARTIES = ("", "between", "by")  # "talks between A and B", "an attack by A": who acts stands behind them
_COURT = re.compile(r"\b(?:Court|Tribunal)\b")
_POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my"))
_TELLING_APART = frozenset((",", ";", ":", "(", "–", "—"))


def subject_actors(reading: Reading, clause: Clause) -> tuple[Mention, ...]:
    """The actors that are the subject of a clause, unnamed ones too; those behind a preposition or in an aside are not."""
    if clause.link == "aside" and clause.subject[0] == clause.subject[1]:
        return _antecedent(reading, clause)
    first, last = reading.subject_of(clause)
    found: list[Mention] = []
    left_out: Mention | None = None
    for mention in reading.mentions(clause.sentence, "actor"):
        at = _position(clause, mention)
        if not (first <= at < last) or not mention.head or clause.lower(at) in _POSSESSIVE:
            continue
        governed = _preposition(reading, clause, _title_start(reading, clause, mention), first) not in _PARTIES
        if governed or (left_out and _list_goes_on(reading, left_out, mention)):
            left_out = mention
        elif not found or _joined(clause, found[-1], at):
            found.append(mention)
    return tuple(found)


def _antecedent(reading: Reading, clause: Clause) -> tuple[Mention, ...]:
    """Whom "who" stands for: the actor named last before it, unless that is no person and behind a preposition ("a trip to
    Oslo that was planned")."""
    start = clause.tokens[clause.words[0]].start if clause.words else 0
    before = [m for m in reading.mentions(clause.sentence, "actor") if m.head and start - 3 <= m.end <= start]
    return tuple(
        m for m in before[-1:] if m.actor_kind in ("person", "unnamed") or not _is_behind_preposition(clause, m)
    )


def _is_behind_preposition(clause: Clause, mention: Mention) -> bool:
    at = _position(clause, mention) - 1
    return clause.lower(at - (clause.lower(at) in classes().det)) in classes().prep | {"to"}


def _position(clause: Clause, mention: Mention) -> int:
    """The position of a mention's first token; -1 outside the sentence."""
    return clause.position(mention.start)


def _title_start(reading: Reading, clause: Clause, mention: Mention) -> int:
    """The position where a name begins with the title written before it."""
    return clause.position(office_span(reading.text, mention).start) if mention.office else _position(clause, mention)


def office_span(text: str, mention: Mention) -> Span:
    """Where the title before a name stands, up to the name; the name's start alone when there is none."""
    start = mention.start - len(mention.office) - 1
    before = start >= 0 and text[start : mention.start - 1] == mention.office and mention.office
    return Span(start if before else mention.start, mention.start)


def in_titles(reading: Reading, sentence: int) -> tuple[Span, ...]:
    """The titles before names in a sentence: a state in one of them takes no part in what is told."""
    return tuple(span for m in reading.mentions(sentence, "actor") if (span := office_span(reading.text, m)))


def _joined(clause: Clause, last: Mention, at: int) -> bool:
    """Whether only names and titles stand between two actors, with an "and" among them: "A and B", "A, B and C"."""
    between = [
        token.lower for token in clause.tokens if last.end <= token.start and token.start < clause.tokens[at].start
    ]
    if "and" in between:
        return between[0] in ("and", ",") and not any(word in classes().rel for word in between)
    return between == [","] and any(token.lower == "and" for token in clause.tokens[at : clause.verb.first])


def _preposition(reading: Reading, clause: Clause, at: int, first: int) -> str:
    """The preposition that governs the word at `at`, as far back as `first`; empty for none. A date or place in between, and
    a determiner that no preposition precedes, begin a phrase of their own: "on Monday the council", "in Kyiv Lind"."""
    known = classes()
    others = [m.span for m in (*reading.mentions(clause.sentence, "date"), *reading.mentions(clause.sentence, "place"))]
    for back in range(at - 1, first - 1, -1):
        word, start = clause.lower(back), clause.tokens[back].start
        if word in known.prep:
            return word
        if word in _TELLING_APART or word in ("and", "or", "that", "which", "who", "to", "as"):
            return word if word in ("to", "as") else ""
        if any(span.start <= start < span.end for span in others):
            return ""
        if word in known.det and word != "'s":
            return clause.lower(back - 1) if back > first and clause.lower(back - 1) in known.prep else ""
    return ""


def actors_of(reading: Reading, clause: Clause, subject_role: Role) -> tuple[dict[str, Role], dict[str, Role]]:
    """Roles by id of the named, and by description of the unnamed. `subject_role`: what the subject of the active is; in the
    passive it is the target."""
    named: dict[str, Role] = {}
    unnamed: dict[str, Role] = {}
    passive = clause.verb.passive and subject_role != "speaker"
    suffers = passive and clause.verb.lemma not in _acting_in_passive()
    for mention in subject_actors(reading, clause):
        role: Role = "target" if suffers else subject_role
        if mention.value:
            named.setdefault(mention.value, role)
        elif mention.actor_kind == "unnamed" and mention.rule != "pronoun":
            unnamed.setdefault(mention.name or mention.text, role)
    for mention, role in _others(reading, clause, passive=passive, speaks=subject_role == "speaker"):
        if mention.value:
            named[mention.value] = (
                role if named.get(mention.value, "spoken_of") == "spoken_of" else named[mention.value]
            )
        elif role == "agent" and mention.actor_kind == "unnamed" and mention.rule != "pronoun":
            unnamed.setdefault(mention.name or mention.text, role)
    return named, unnamed


def _acting_in_passive() -> frozenset[str]:
    """Verbs whose subject does something in the passive too: "was re-elected", "was received by", "is scheduled to"."""
    known = words()
    return known.appointed | known.acting_in_passive | known.with_company


def _others(reading: Reading, clause: Clause, *, passive: bool, speaks: bool) -> Iterator[tuple[Mention, Role]]:
    """The actors of a clause beside its subject."""
    before: tuple[Mention, Role] | None = None
    titles = in_titles(reading, clause.sentence)
    for mention in reading.mentions(clause.sentence, "actor"):
        at = _position(clause, mention)
        if (
            mention.actor_kind == "media"
            or not clause.holds(mention.start)
            or any(mention.span.overlaps(t) for t in titles)
        ):
            continue
        role: Role = "agent" if not passive and _owns_subject(reading, clause, mention) else "spoken_of"
        if at > clause.verb.index and not speaks:
            role = _behind_verb(reading, clause, mention, passive=passive)
            if before and mention.head and _list_goes_on(reading, before[0], mention):
                role = before[1]
            before = (mention, role)
        yield mention, role


def _owns_subject(reading: Reading, clause: Clause, mention: Mention) -> bool:
    """Spot the state of "Norwegian forces attacked"."""
    first, last = reading.subject_of(clause)
    at = _position(clause, mention)
    if not first <= at < last:
        return False
    behind = clause.position(mention.end - 1) + 1
    arms = (noun(clause.lower(one)) in words().arms_of_state for one in range(behind, min(behind + 2, last)))
    return not mention.head and mention.actor_kind == "state" and any(arms)


def _behind_verb(reading: Reading, clause: Clause, mention: Mention, *, passive: bool) -> Role:
    at = _position(clause, mention)
    preposition = _preposition(reading, clause, _title_start(reading, clause, mention), clause.verb.index + 1)
    if preposition == "without":
        return "absent"
    if not mention.head or mention.text.lower() in _POSSESSIVE:
        return "spoken_of"
    if preposition == "by" and passive:
        return "counterpart" if clause.verb.lemma in words().with_company else "agent"
    near = not any(clause.lower(back) in _TELLING_APART for back in range(clause.verb.index + 1, at))
    if preposition and near:
        return _under(reading, clause, mention, preposition, passive=passive)
    participle = form(clause.lower(_title_start(reading, clause, mention) - 1))
    if not preposition and (near or (participle.tags and clause.lower(at - 1).endswith("ing"))):
        lemma = clause.verb.lemma if near else participle.lemma
        return "counterpart" if lemma in words().with_company else "target"
    return "spoken_of"


def _under(reading: Reading, clause: Clause, mention: Mention, preposition: str, *, passive: bool) -> Role:
    """The role of who stands under a preposition near the verb."""
    known, before = words(), _title_start(reading, clause, mention) - 1
    governing = noun(clause.lower(before - 1 - (clause.lower(before) in classes().det)))
    if preposition in ("of", "on", "to", "against") and governing in known.done_to:
        return "target"
    if preposition in ("with", "between", "against"):
        return _BY_PREPOSITION[preposition]
    if (preposition == "from" and clause.verb.lemma in known.from_whom) or (
        preposition == "to" and clause.verb.lemma in known.to_whom
    ):
        return "counterpart"
    court = passive and preposition in ("at", "in", "before") and clause.verb.lemma in known.judging
    return "agent" if court and _COURT.search(mention.text) else "spoken_of"


def _list_goes_on(reading: Reading, last: Mention, mention: Mention) -> bool:
    return reading.text[last.end : mention.start].strip() in ("and", ",", ", and")
