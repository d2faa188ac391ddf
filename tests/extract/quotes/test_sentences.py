"""Who says what in a sentence or two, a class at a time."""

from pathlib import Path

import pytest
import yaml

from generator.extract.actors import find_actors
from generator.extract.quotes import find_quotes

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


def found(text, context_from, *, marked):
    """(words, who) of every quote of the kind, in order."""
    context = context_from(text)
    quotes = find_quotes(context, find_actors(context, ()))
    return [
        (one.text.strip('“”"').removesuffix(","), one.speaker or text[one.speaker_span.start : one.speaker_span.end])
        for one in quotes
        if (one.quote_kind != "indirect") == marked
    ]


@pytest.mark.parametrize("case", [case for case in CASES if "said" in case], ids=lambda case: case["holds"])
def test_words_in_marks(case, context_from):
    """Just the words listed are somebody's, each with its speaker."""
    assert found(case["text"], context_from, marked=True) == [tuple(pair) for pair in case["said"]]


@pytest.mark.parametrize("case", [case for case in CASES if "told" in case], ids=lambda case: case["holds"])
def test_words_of_the_article(case, context_from):
    """Just the clauses listed are reported, each from its first word to its last."""
    assert found(case["text"], context_from, marked=False) == [tuple(pair) for pair in case["told"]]
