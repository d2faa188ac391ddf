"""The finite verbs of a sentence, found by rules over a lexicon: no trained model, no download.

Method: closed classes (rules/grammar.yaml) and the inflection lexicon say what each word can be; a pass from left to right
decides by the neighbours. Measured on news sentences it finds the main verb in about four of five (see docs/extraction.md).
"""

from collections.abc import Iterator, Sequence

from generator.extract.grammar.auxiliaries import auxiliary_group, can_be_auxiliary
from generator.extract.grammar.classes import base, classes
from generator.extract.grammar.clauses import mark, with_shared_passive, without_reduced_relatives
from generator.extract.grammar.finite import behind_negation, is_finite
from generator.extract.grammar.verb import Verb
from generator.extract.lexicon import form
from generator.extract.tokens import Token

__all__ = ["Verb", "finite_verbs", "inside_quotes", "main_verb"]


def finite_verbs(tokens: Sequence[Token]) -> tuple[Verb, ...]:
    """Every finite verb group of one sentence, in order."""
    words = [_plain(token) for token in tokens]
    quoted = inside_quotes(tokens)
    groups = list(_groups(tokens, words))
    groups = without_reduced_relatives(groups, words, quoted)
    return tuple(mark(with_shared_passive(groups, words), words, quoted))


def main_verb(verbs: Sequence[Verb]) -> Verb | None:
    """The verb of the main clause: the first that no word subordinates and no quotation holds; else the first outside
    quotation marks; else the first."""
    outside = [verb for verb in verbs if not verb.quoted]
    free = [verb for verb in outside if not verb.marker]
    return next(iter(free or outside or verbs), None)


def _plain(token: Token) -> str:
    word = token.lower
    return word[:-3] + " n't" if word.endswith("n't") and len(word) > 3 else word


def inside_quotes(tokens: Sequence[Token]) -> list[bool]:
    """For each token, whether it stands inside double quotation marks; a closing mark alone closes what came before."""
    marks = [token.text for token in tokens if token.text in "“„«”»"]
    inside, result = bool(marks) and marks[0] in "”»", []
    for token in tokens:
        if token.text in "“„«":
            inside = True
        elif token.text in "”»":
            inside = False
        elif token.text == '"':
            inside = not inside
        result.append(inside)
    return result


def _groups(tokens: Sequence[Token], words: list[str]) -> Iterator[Verb]:
    known = classes()
    position = 0
    while position < len(words):
        word = base(words[position])
        group = None
        if known.is_auxiliary(word) and can_be_auxiliary(tokens, words, position):
            group = auxiliary_group(words, position)
        elif tokens[position].is_word and is_finite(tokens, words, position):
            tags = form(word).tags
            tense, denied = "past" if "VBD" in tags else "present", behind_negation(words, position)
            group = Verb(position, position, form(word).lemma, tense, negated=denied)  # type: ignore[arg-type]
        if group:
            yield group
        position = (group.index if group else position) + 1
