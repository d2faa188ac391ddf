"""Which actors are the subject of a clause, and where names stand in it."""

from generator.extract.events.clauses import Clause
from generator.extract.events.parts import alongside
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.model.mentions import Mention, Span

_PARTIES = ("", "between", "by")  # "talks between A and B", "an attack by A": who acts stands behind them
POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my"))
TELLING_APART = frozenset((",", ";", ":", "(", "–", "—"))
DESCRIBING = frozenset(("a", "an", "the", "one", "his", "her", "its", "their", "then", "now"))
_PLAIN_BREAKS = frozenset((";", ":", "and", "but", "that", "which", "who"))


def subject_actors(reading: Reading, clause: Clause) -> tuple[Mention, ...]:
    """The actors that are the subject of a clause, unnamed ones too; those behind a preposition or in an aside are not."""
    if clause.link == "aside" and clause.subject[0] == clause.subject[1]:
        return _antecedent(reading, clause)
    first, last = reading.subject_of(clause)
    found: list[Mention] = []
    left_out: Mention | None = None
    for mention in reading.mentions(clause.sentence, "actor"):
        at = position_of(clause, mention)
        if not (first <= at < last) or not mention.head or clause.lower(at) in POSSESSIVE:
            continue
        start = title_start(reading, clause, mention)
        if accompanies(clause, start):
            found.append(mention)
            continue
        governed = preposition_of(reading, clause, start, first) not in _PARTIES
        listed = left_out is not None and list_goes_on(reading, left_out, mention)
        if governed or (listed and not (found and _is_accompanied(clause, found[-1], mention, last))):
            left_out = mention
        elif found and _is_accompanied(clause, found[-1], mention, last):
            found.insert(0, mention)
        elif not found or _joined(clause, found[-1], at):
            found.append(mention)
    return tuple(found)


def accompanies(clause: Clause, start: int) -> bool:
    """Whether somebody whose title or name begins at `start` does what the subject does: "Mora, along with Lind, was fined"."""
    words = tuple(clause.lower(at) for at in range(max(start - 3, 0), start))
    return any(words[len(words) - len(one) :] == one for one in alongside())


def _is_accompanied(clause: Clause, company: Mention, mention: Mention, last: int) -> bool:
    """Whether `mention` is the subject behind its company: "Along with Groen, Mora was fined"."""
    at = position_of(clause, mention)
    alone = clause.lower(at - 1) == "," and clause.position(mention.end - 1) + 1 == last
    return alone and company.end == clause.tokens[at - 1].start and accompanies(clause, position_of(clause, company))


def _antecedent(reading: Reading, clause: Clause) -> tuple[Mention, ...]:
    """Whom "who" stands for: the actor named last before it, unless that is no person and behind a preposition ("a trip to
    Oslo that was planned")."""
    if clause.number and clause.marker and all(clause.lower(at) != clause.marker for at in clause.words):
        before = reading.clauses[clause.sentence][clause.number - 1]  # "who shot [and killed]"
        if (before.link, before.above, before.marker) == ("aside", clause.above, clause.marker):
            return _antecedent(reading, before)
    first = clause.words[0] if clause.words else 0
    start = clause.tokens[first].start
    named = [
        m
        for m in reading.mentions(clause.sentence, "actor")
        if m.head
        and m.end <= start
        and not (m.actor_kind == "unnamed" and clause.lower(position_of(clause, m) - 1) == ",")
    ]
    return tuple(
        m
        for m in named[-1:]
        if (m.end >= start - 3 or (m.actor_kind == "person" and _is_described(clause, m, first)))
        and (m.actor_kind in ("person", "unnamed") or not _is_behind_preposition(clause, m))
    )


def _is_described(clause: Clause, mention: Mention, first: int) -> bool:
    """Spot "Lind, 31, who" and "Lind, a diver from Leeds who": an age or a description between a name and its relative."""
    behind = clause.position(mention.end - 1) + 1
    between = [clause.lower(at) for at in range(behind + 1, first)]
    opens = bool(between) and (between[0].isdigit() or between[0] in DESCRIBING)
    return clause.lower(behind) == "," and clause.marker == "who" and opens and not _PLAIN_BREAKS & {*between}


def _is_behind_preposition(clause: Clause, mention: Mention) -> bool:
    at = position_of(clause, mention) - 1
    return clause.lower(at - (clause.lower(at) in classes().det)) in classes().prep | {"to"}


def position_of(clause: Clause, mention: Mention) -> int:
    """The position of a mention's first token; -1 outside the sentence."""
    return clause.position(mention.start)


def title_start(reading: Reading, clause: Clause, mention: Mention) -> int:
    """The position where a name begins with the title written before it."""
    return clause.position(office_span(reading.text, mention).start) if mention.office else position_of(clause, mention)


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


def preposition_of(reading: Reading, clause: Clause, at: int, first: int) -> str:
    """The preposition that governs the word at `at`, as far back as `first`; empty for none. A date or place in between, and
    a determiner that no preposition precedes, begin a phrase of their own: "on Monday the council", "in Kyiv Lind"."""
    known = classes()
    others = [m.span for m in (*reading.mentions(clause.sentence, "date"), *reading.mentions(clause.sentence, "place"))]
    for back in range(at - 1, first - 1, -1):
        word, start = clause.lower(back), clause.tokens[back].start
        if word in known.prep:
            return word
        if word in TELLING_APART or word in ("and", "or", "that", "which", "who", "to", "as"):
            return word if word in ("to", "as") else ""
        if any(span.start <= start < span.end for span in others):
            return ""
        if word in known.det and word != "'s":
            return clause.lower(back - 1) if back > first and clause.lower(back - 1) in known.prep else ""
    return ""


def list_goes_on(reading: Reading, last: Mention, mention: Mention) -> bool:
    """Whether two mentions stand side by side in a list; not so "the owner of Acme, Ada Lind"."""
    between = reading.text[last.end : mention.start].strip()
    explains = between == "," and last.actor_kind != mention.actor_kind
    return between in ("and", ",", ", and") and not explains
