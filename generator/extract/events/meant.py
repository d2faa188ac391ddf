"""What a pronoun or a relative at the head of a title stands for, in the article's own words."""

from generator.extract.events.clauses import Clause
from generator.extract.events.reading import Reading
from generator.extract.events.roles import subject_actors
from generator.extract.grammar.classes import classes

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "which", "that"))
_LONGEST = 8  # tokens of a noun phrase


def meant(reading: Reading, clause: Clause, by: str) -> str:
    """Whom the pronoun that opens the clause stands for; empty when nobody says."""
    for mention in subject_actors(reading, clause):
        if mention.value and mention.name:
            return mention.name
    if clause.link == "aside":
        return antecedent(clause)
    return by if clause.link == "content" else ""


def antecedent(clause: Clause) -> str:
    """The noun phrase a relative clause hangs on: back to its determiner, else its capitalised words."""
    known = classes()
    marker = next((at for at in clause.words if clause.lower(at) == clause.marker), 0)
    last = marker - 1 if clause.lower(marker - 1) == "," else marker
    name = last
    for first in range(last - 1, max(last - _LONGEST, -1), -1):
        word, token = clause.lower(first), clause.tokens[first]
        if word in known.det and word != "'s":
            return _text(clause, first, last)
        if not (token.is_word or word == "'s") or word in known.prep - {"of"} or word in known.sub:
            break
        name = first if name == first + 1 and (token.text[:1].isupper() or word == "'s") else name
    return _text(clause, name, last)


def _text(clause: Clause, first: int, last: int) -> str:
    """The words as written, the possessive joined to its noun."""
    words = [token.text for token in clause.tokens[first:last]]
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s")
