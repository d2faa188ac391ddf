"""What is only supposed, asked, doubted, thought or denied: no telling of a fact."""

from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import noun, words
from generator.extract.events.reading import Reading
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form


def is_unreal(reading: Reading, clause: Clause) -> bool:
    """Under "if", or what somebody only thinks, denies or does not say; so is all that hangs on it."""
    seen = 0
    while seen < 6:
        if (
            clause.marker in words().hypothetical
            or _is_asked(clause)
            or _is_supposed(clause)
            or _is_only_said(reading, clause)
            or _is_doubted(clause)
        ):
            return True
        above = reading.clauses[clause.sentence][clause.above] if clause.above >= 0 else clause
        told = clause.link == "content" or _is_complement(clause, above)
        if clause.above < 0 or (clause.link in ("main", "and", "aside") and not told):
            return False
        doubtful = above.verb.modal and not (above.verb.modal == "can" and above.verb.lemma in words().vouching)
        unsure = _rules_out(above) or {above.verb.lemma, form(clause.marker).lemma} & words().unsure
        if told and (above.verb.negated or doubtful or unsure):
            return True
        clause, seen = above, seen + 1
    return True


def _rules_out(clause: Clause) -> bool:
    return clause.verb.lemma == "rule" and clause.lower(clause.verb.index + 1) == "out"


def _is_complement(clause: Clause, above: Clause) -> bool:
    """Spot "he had sold" of "he wished he had sold": with a subject of its own right behind a verb of thought."""
    own = clause.subject[0] < clause.subject[1] and clause.marker in ("", "that")
    behind = bool(clause.words) and clause.words[0] == above.verb.index + 1 + _rules_out(above)
    return clause.link == "aside" and own and behind and (_rules_out(above) or above.verb.lemma in words().unsure)


def _is_asked(clause: Clause) -> bool:
    """Spot "to find out who shot the man", "deciding who will win" and "Who shot the man is unknown": a question, no relative
    clause."""
    if clause.lower(0) == "who" and clause.words[:1] == (0,):
        return True
    at = next((on for on in clause.words[:3] if clause.lower(on) == clause.marker), 0)
    back = at - 2 if clause.lower(at - 1) == "out" else at - 1
    before = form(clause.lower(back)) if back >= 0 and clause.lower(at) == clause.marker else form("")
    asks = bool(before.tags) and (not before.noun or clause.lower(back - 1) in ("to", "will", "would"))
    return clause.marker in ("who", "whom", "which", "where") and asks and not before.adjective


def _is_only_said(reading: Reading, clause: Clause) -> bool:
    """Spot "rumours that she had resigned": a clause with its own subject under a noun of speech or thought."""
    if clause.link not in ("aside", "content") or clause.marker != "that" or clause.subject[0] == clause.subject[1]:
        return False
    marker = next((at for at in clause.words if clause.lower(at) == "that"), 0)
    reports = clause.above >= 0 and reading.clauses[clause.sentence][clause.above].verb.index == marker - 1
    return not reports and noun(clause.lower(marker - 1)) in words().unsure_nouns


def _is_supposed(clause: Clause) -> bool:
    """Spot conditions without "if": "Had the bank agreed, ...", "The vote, had it been held, ..."; "Suppose it had agreed"."""
    comma = next((at for at, token in enumerate(clause.tokens) if token.text == ","), len(clause.tokens))
    inverted = clause.lower(0) in ("had", "should", "were") and comma < len(clause.tokens)
    first = clause.verb.first
    inserted = (
        clause.lower(first) in ("had", "should", "were")
        and clause.lower(first - 1) == ","
        and clause.lower(first + 1) in classes().subject
    )
    return inserted or (clause.verb.index < comma and (inverted or clause.lower(0) in words().supposing))


def _is_doubted(clause: Clause) -> bool:
    """Spot "allegedly paid" and "Perhaps the king died"."""
    near = (*range(max(clause.verb.first - 1, 0), clause.verb.index + 2), *clause.words[:2])
    return any(clause.lower(at) in words().doubting for at in near)
