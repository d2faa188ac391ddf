"""What a pronoun or a relative at the head of a title stands for, in the article's own words."""

from generator.extract.events.clauses import ASIDE_MARKS, Clause
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "which", "that"))
_PERSONAL = frozenset(("he", "she", "they", "it", "i", "we"))
_PARTICLES = frozenset(("up", "over", "out", "down", "back", "away"))
_LONGEST = 8  # tokens of a noun phrase


def meant(reading: Reading, clause: Clause, by: str) -> str:
    """Whom the pronoun that opens the clause stands for; empty when nobody says."""
    for mention in subject_actors(reading, clause):
        if mention.value and mention.name:
            return mention.name
    pronoun = "".join(reading.subject_words(clause)[:1])
    if clause.link == "aside":  # "he" in "charges that he stole" is not what "that" hangs on
        return "" if pronoun in _PERSONAL else antecedent(reading, clause)
    if clause.link == "under" and pronoun == "it":
        return _subject_above(reading, clause)
    return "" if pronoun == "it" and _is_told_by_person(reading, clause) else by


def _is_told_by_person(reading: Reading, clause: Clause) -> bool:
    """Whether a person says what a clause tells, whom "it" never means."""
    above = reading.clauses[clause.sentence][clause.above] if clause.above >= 0 else clause
    return any(mention.actor_kind == "person" for mention in subject_actors(reading, above))


def _subject_above(reading: Reading, clause: Clause) -> str:
    """The subject of the clause above, which "it" under "since" takes up; empty for a person, a long one, and where it
    may as well be the object: "opened the park after it was flooded"."""
    above = reading.clauses[clause.sentence][clause.above]
    if _has_object(reading, above) or any(
        mention.actor_kind in ("person", "unnamed") for mention in subject_actors(reading, above)
    ):
        return ""
    first, last = reading.subject_of(above)
    last = next((at for at in range(first, last) if clause.lower(at) == ","), last)
    return _text(clause, first, last) if 0 < last - first <= _LONGEST else ""


def _has_object(reading: Reading, clause: Clause) -> bool:
    """Whether a noun phrase in the singular, no amount, stands behind the verb."""
    if clause.verb.passive or clause.verb.lemma in ("be", "become", "remain"):
        return False
    first = clause.verb.index + 1
    while is_adverb(clause.lower(first)) or clause.lower(first) in classes().adverb | _PARTICLES:
        first += 1
    last = _phrase_end(reading, clause, first)
    if first == last or clause.lower(first)[:1].isdigit():
        return False
    head = clause.tokens[last - 1].text
    return head[:1].isupper() or not (head.endswith("s") and form(head).lemma != head)


def _phrase_end(reading: Reading, clause: Clause, at: int) -> int:
    """Where the noun phrase ends that begins at `at`: before a date, a mark, and a word that opens a phrase or clause."""
    known = classes()
    stops = known.prep | known.sub | known.rel | known.coord | {"to", "that", ""}
    dates = reading.mentions(clause.sentence, "date")
    for on in range(at, min(at + _LONGEST, len(clause.tokens))):
        word, token = clause.lower(on), clause.tokens[on]
        dated = any(date.start <= token.start < date.end for date in dates)
        if dated or on not in clause.words or word in stops or not (word[:1].isalnum() or word == "'s"):
            return on
    return min(at + _LONGEST, len(clause.tokens))


def antecedent(reading: Reading, clause: Clause) -> str:
    """The noun phrase a relative clause hangs on: back to its determiner, else its capitalised words. "That" and "which" pass
    over a name behind a preposition: "a trip to Oslo that was planned"."""
    known = classes()
    marker = next((at for at in clause.words if clause.lower(at) == clause.marker), 0)
    if not clause.marker and clause.subject[0] < clause.subject[1]:
        marker = clause.subject[0]  # "the school he built"
    if not marker and clause.number:  # "who shot [and killed]"
        before = reading.clauses[clause.sentence][clause.number - 1]
        joined = (before.link, before.above, before.marker) == ("aside", clause.above, clause.marker)
        return antecedent(reading, before) if joined and clause.marker else ""
    last = marker - 1 if clause.lower(marker - 1) in (",", *ASIDE_MARKS) else marker
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
            or not (token.is_word or word == "'s" or word[:1].isdigit())
            or word in (known.prep - {"of"}) | known.sub | known.coord
        ):
            break
        look = form(word)
        named = (
            token.text[:1].isupper()
            or word == "'s"
            or look.noun
            or look.adjective
            or word.endswith("ing")
            or word[:1].isdigit()
        )
        name = first if name == first + 1 and named else name
    return "" if _describes(clause, last - 1) else _text(clause, name, last)


def _describes(clause: Clause, at: int) -> bool:
    """Whether an adjective alone stands there, which no relative can mean: "made clear that Lind had spoken"."""
    return form(clause.lower(at)).adjective and not clause.tokens[at].text[:1].isupper()


def _joins_name(clause: Clause, at: int, name: int, last: int) -> bool:
    """Whether a preposition at `at` joins the name behind it to the noun that "that" or "which" stands for."""
    named = name == at + 1 < last and clause.tokens[name].text[:1].isupper()
    return named and clause.marker in ("that", "which") and clause.lower(at) in classes().prep | {"to"}


def _text(clause: Clause, first: int, last: int) -> str:
    """The words as written, the possessive joined to its noun."""
    words = [token.text for token in clause.tokens[first:last]]
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s")
