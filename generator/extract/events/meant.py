"""What a pronoun or a relative at the head of a title stands for, in the article's own words."""

from generator.extract.events.clauses import Clause
from generator.extract.events.reading import Reading
from generator.extract.events.roles import subject_actors
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import form

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "which", "that"))
_LONGEST = 8  # tokens of a noun phrase


def meant(reading: Reading, clause: Clause, by: str) -> str:
    """Whom the pronoun that opens the clause stands for; empty when nobody says."""
    for mention in subject_actors(reading, clause):
        if mention.value and mention.name:
            return mention.name
    pronoun = reading.subject_words(clause)[:1]
    if clause.link == "aside" and pronoun != ("it",):
        return antecedent(reading, clause)
    if clause.link == "under" and pronoun == ("it",):
        return _subject_above(reading, clause)
    return by if clause.link == "content" else ""


def _subject_above(reading: Reading, clause: Clause) -> str:
    """The subject of the clause above, which "it" under "since" takes up; empty for a person and a long one."""
    above = reading.clauses[clause.sentence][clause.above]
    if any(mention.actor_kind in ("person", "unnamed") for mention in subject_actors(reading, above)):
        return ""
    first, last = reading.subject_of(above)
    last = next((at for at in range(first, last) if clause.lower(at) == ","), last)
    return _text(clause, first, last) if 0 < last - first <= _LONGEST else ""


def antecedent(reading: Reading, clause: Clause) -> str:
    """The noun phrase a relative clause hangs on: back to its determiner, else its capitalised words. "That" and "which" pass
    over a name behind a preposition: "a trip to Oslo that was planned"."""
    known = classes()
    marker = next((at for at in clause.words if clause.lower(at) == clause.marker), 0)
    last = marker - 1 if clause.lower(marker - 1) == "," else marker
    name = last
    verbs = {other.verb.index for other in reading.clauses[clause.sentence]}
    for first in range(last - 1, max(last - _LONGEST, -1), -1):
        word, token = clause.lower(first), clause.tokens[first]
        if _joins_name(clause, first, name, last):
            name = first
            continue
        if word in known.sub | known.rel | {"that"}:
            break
        if word in known.det and word != "'s":
            return _text(clause, first, last)
        if (
            first in verbs
            or not (token.is_word or word == "'s")
            or word in (known.prep - {"of"}) | known.sub | known.coord
        ):
            break
        look = form(word)
        named = token.text[:1].isupper() or word == "'s" or look.noun or look.adjective
        name = first if name == first + 1 and named else name
    return _text(clause, name, last)


def _joins_name(clause: Clause, at: int, name: int, last: int) -> bool:
    """Whether a preposition at `at` joins the name behind it to the noun that "that" or "which" stands for."""
    named = name == at + 1 < last and clause.tokens[name].text[:1].isupper()
    return named and clause.marker in ("that", "which") and clause.lower(at) in classes().prep | {"to"}


def _text(clause: Clause, first: int, last: int) -> str:
    """The words as written, the possessive joined to its noun."""
    words = [token.text for token in clause.tokens[first:last]]
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s")
