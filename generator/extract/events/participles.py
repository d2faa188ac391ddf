"""What participles tell beside the main clause: "Founded in 1928, the firm ..." and "The deal, signed in Oslo in 2020, ...".

Only between commas and with a date of their own: so much a reader takes for told, not for a description.
"""

from collections.abc import Iterator

from generator.extract.events.classify import head_noun
from generator.extract.events.clauses import Clause
from generator.extract.events.knowledge import words
from generator.extract.events.reading import Reading
from generator.extract.events.subjects import subject_actors
from generator.extract.grammar import Verb
from generator.extract.grammar.classes import classes, is_adverb
from generator.extract.lexicon import form

_NOUN = 9  # tokens of a noun phrase before its participle
_OPENS = (
    "by",
    "as",
    "at",
    "in",
    "on",
    "from",
    "to",
    "with",
    "for",
    "under",
    "after",
    "last",
    "this",
    "during",
    "early",
    "late",
)


def participle_clauses(reading: Reading, sentence: int) -> Iterator[Clause]:
    """Passive clauses made of the participles of a sentence, each with the noun it belongs to as its subject."""
    clauses = reading.clauses[sentence]
    main = next((clause for clause in clauses if clause.link == "main"), None)
    if main is None:
        return
    taken = {at for clause in clauses for at in range(clause.verb.first, clause.verb.index + 1)}
    for at in range(len(main.tokens) - 2):
        if at in taken or not _is_aside(main, at) or reading.is_quoted(main.tokens[at].start):
            continue
        subject = main.subject if at == 0 else _noun_before(main, at - 1)
        end = _end(main, at)
        pronoun = main.lower(subject[0]) in classes().subject
        if main.verb.lemma in classes().clause and at == 0:
            continue  # "Shot on Sunday, police said the man was stable"
        if (
            not pronoun
            and subject[0] < subject[1]
            and (at > 0 or subject[0] > end)
            and main.lower(end) in (",", ".", ";")
            and not (at == 0 and _dangles(reading, main))
        ):
            verb = Verb(at, at, form(main.lower(at)).lemma, "past", passive=True)
            own = tuple(range(at, end))
            yield Clause(sentence, len(clauses), verb, main.tokens, own, subject, "aside", "", main.number)


def _is_aside(clause: Clause, at: int) -> bool:
    """A participle that opens the sentence, or an aside right behind a noun."""
    word, before = clause.lower(at), clause.lower(at - 1) if at else ""
    look = form(word)
    if "VBN" not in look.tags or look.lemma in words().describing or not (at == 0 or before == ","):
        return False
    return clause.lower(at + 1) in _OPENS and (at == 0 or clause.lower(at - 2)[:1].isalnum())


def _dangles(reading: Reading, main: Clause) -> bool:
    """Spot "Opened in 1911, visitors flock to the pier" and "Arrested in May, his trial began": what was opened is not named
    by the subject, nor is who was arrested."""
    subject = reading.subject_words(main)
    if subject[0] in _OWNERS:
        return True
    person = any(mention.actor_kind in ("person", "unnamed") for mention in subject_actors(reading, main))
    return form(main.lower(0)).lemma in words().done_to_things and (person or head_noun(subject) in words().people)


_OWNERS = frozenset(("its", "his", "her", "their", "my", "our", "there"))


def _noun_before(clause: Clause, comma: int) -> tuple[int, int]:
    """The noun phrase that ends before a comma, back to its determiner, else its capitalised words; empty for none."""
    known, first = classes(), comma
    for at in range(comma - 1, max(comma - _NOUN, -1), -1):
        token, word = clause.tokens[at], clause.lower(at)
        if word in known.det and word != "'s":
            return at, comma
        look = form(word)
        named = token.text[:1].isupper() or word in ("'s", "of", "-")
        if (not named and not (look.noun or look.adjective)) or clause.verb.first <= at <= clause.verb.index:
            break
        first = at
    return (first, comma) if clause.tokens[first].text[:1].isupper() else (comma, comma)


def _end(clause: Clause, at: int) -> int:
    """The comma that closes the aside; that of "May 9, 2023" closes none. With a second participle there is none to tell."""
    for on in range(at + 1, len(clause.tokens)):
        if clause.lower(on) in classes().coord and "VBN" in form(_behind(clause, on)).tags:
            return at
        if clause.lower(on) in (".", ";", ":"):
            return on
        year = clause.lower(on + 1).isdigit() and len(clause.lower(on + 1)) == 4 and clause.lower(on - 1).isdigit()
        if clause.lower(on) == "," and not year:
            return on
    return len(clause.tokens)


def _behind(clause: Clause, at: int) -> str:
    """The word behind, adverbs passed over."""
    while is_adverb(clause.lower(at + 1)) or clause.lower(at + 1) in ("again", "later", "then"):
        at += 1
    return clause.lower(at + 1)
