"""Who takes what part in what a clause tells, by where they stand in it."""

from collections.abc import Iterator

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun, words
from generator.extract.events.objects import behind_verb, governing, is_arm, of_subject
from generator.extract.events.parts import is_company, is_mutual, parts
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import (
    in_titles,
    list_goes_on,
    position_of,
    preposition_of,
    subject_actors,
    title_start,
)
from generator.extract.grammar.classes import classes
from generator.model.mentions import Mention
from generator.model.records import Role

_WITHIN = frozenset(("in", "of", "at"))


def actors_of(
    reading: Reading, clause: Clause, subject_role: Role, kind: str = ""
) -> tuple[dict[str, Role], dict[str, Role]]:
    """Roles by id of the named, and by description of the unnamed. `subject_role`: what the subject of the active is; in the
    passive it is the target; `kind`: the type of event the clause tells."""
    named: dict[str, Role] = {}
    unnamed: dict[str, Role] = {}
    passive = clause.verb.passive and subject_role != "speaker"
    others = tuple(_others(reading, clause, kind, passive=passive, speaks=subject_role == "speaker"))
    subjects = subject_actors(reading, clause)
    company = any(role == "counterpart" for mention, role in others if mention not in subjects)
    role: Role = of_subject(clause, subject_role)
    apart = is_mutual(clause, kind) and not company and role == "agent"
    for number, mention in enumerate(subjects):
        own: Role = "counterpart" if apart and number else role
        if mention.value:
            named.setdefault(mention.value, own)
        elif mention.actor_kind == "unnamed" and mention.rule != "pronoun":
            unnamed.setdefault(mention.name or mention.text, own)
    for mention, role in others:
        if mention.value:
            named[mention.value] = (
                role if named.get(mention.value, "spoken_of") == "spoken_of" else named[mention.value]
            )
        elif role == "agent" and mention.actor_kind == "unnamed" and mention.rule != "pronoun":
            unnamed.setdefault(mention.name or mention.text, role)
    return named, unnamed


def addressed(reading: Reading, clause: Clause) -> dict[str, Role]:
    """Whom a clause of speech names as its object or addressee, by id: "told Lind", "faulted Acme", "wrote to Lind"."""
    others = _others(reading, clause, "statement", passive=False, speaks=False)
    behind = (
        (m, role) for m, role in others if position_of(clause, m) > clause.verb.index and not reading.is_quoted(m.start)
    )
    found: dict[str, Role] = {m.value: role for m, role in behind if m.value and role in ("target", "counterpart")}
    if clause.verb.passive:
        found |= {m.value: "target" for m in subject_actors(reading, clause) if m.value}
    return found


def _others(
    reading: Reading, clause: Clause, kind: str, *, passive: bool, speaks: bool
) -> Iterator[tuple[Mention, Role]]:
    """The actors of a clause beside its subject."""
    before: tuple[Mention, Role] | None = None
    titles = in_titles(reading, clause.sentence)
    for mention in reading.mentions(clause.sentence, "actor"):
        at = position_of(clause, mention)
        if (
            mention.actor_kind == "media"
            or not clause.holds(mention.start)
            or any(mention.span.overlaps(t) for t in titles)
        ):
            continue
        role = _in_subject(reading, clause, mention, kind, passive=passive)
        if at > clause.verb.index and not speaks:
            role = behind_verb(reading, clause, mention, kind, passive=passive)
            if before and mention.head and list_goes_on(reading, before[0], mention):
                role = before[1]
            before = (mention, role)
        yield mention, role


def _in_subject(reading: Reading, clause: Clause, mention: Mention, kind: str, *, passive: bool) -> Role:
    """The role of who stands within the subject: of the state in "Norwegian forces", of the accused in "the trial of Lind"."""
    if not passive and _owns_subject(reading, clause, mention):
        return "agent"
    first, last = reading.subject_of(clause)
    start = title_start(reading, clause, mention)
    if not first <= start < last:
        return "spoken_of"
    preposition = preposition_of(reading, clause, start, first)
    if is_company(kind, preposition):
        return "counterpart"
    return "target" if preposition == "of" and governing(clause, start - 1) in words().done_to else "spoken_of"


def _owns_subject(reading: Reading, clause: Clause, mention: Mention) -> bool:
    """Spot the state of "Norwegian forces attacked", the house of "analysts at Acme wrote"."""
    first, last = reading.subject_of(clause)
    at = position_of(clause, mention)
    if not first <= at < last:
        return False
    behind = clause.position(mention.end - 1) + 1
    if mention.head and clause.lower(at - 1 - (clause.lower(at - 1) in classes().det)) in _WITHIN:
        before = at - 2 - (clause.lower(at - 1) in classes().det)
        return before >= first and noun(clause.lower(before)) in parts().members
    return behind < last and is_arm(clause, mention)
