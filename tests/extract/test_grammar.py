"""Finite verbs by rules over a lexicon."""

import pytest

from generator.extract.grammar import finite_verbs, main_verb
from generator.extract.lexicon import rules
from generator.extract.tokens import tokenise


@pytest.mark.parametrize("example", rules("grammar")["examples"], ids=lambda example: example["text"])
def test_examples(example):
    """Every example of the rules reads as it says."""
    tokens = tokenise(example["text"])
    verbs = finite_verbs(tokens)
    main = main_verb(verbs)
    assert [tokens[verb.index].text for verb in verbs] == example["verbs"]
    assert [verb.tense for verb in verbs] == example["tenses"]
    assert main is not None
    assert tokens[main.index].text == example["main"]


@pytest.mark.parametrize("text", ["", "...", "“”", "1,998", "Не вірю.", "to to to will may be being been have"])
def test_fragments_are_harmless(text):
    """A text without a clause gives no crash."""
    assert main_verb(finite_verbs(tokenise(text))) is None or text.startswith("to")
