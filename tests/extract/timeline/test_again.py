"""Nouns that take up an earlier verb, and the examples of rules/taken_up.yaml."""

import pytest

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.extract.events.reading import Reading
from generator.extract.lexicon import rules
from generator.extract.timeline.again import taken_up
from generator.extract.timeline.words import word_at
from generator.model.dates import parse_edtf
from generator.model.mentions import Span
from generator.model.text import Article


def span_of(text, word):
    """The last place of a word."""
    at = text.rindex(word)
    return Span(at, at + len(word))


@pytest.mark.parametrize("example", rules("taken_up")["examples"], ids=lambda example: example["text"])
def test_examples(example):
    """The noun takes up the verb, or none."""
    text = example["text"]
    annotations = annotate(
        Article(id="t", text=text, paragraphs=((0, len(text)),), published=parse_edtf("2026-03-12")), Known()
    )
    reading = Reading(annotations.context, annotations.mentions)
    found = taken_up(reading, word_at(reading, span_of(text, example["noun"])))
    assert (text[found.span.start : found.span.end] if found else "") == example["verb"]


TAKEN = [
    ("Ana Mora sold the mill in 2020. The town regretted the sale.", "sale", [("sale", "2020", "stated")]),
    ("Peter Groen sold the mill in 2020. Ana Mora regretted the sale.", "sale", []),
    ("Ana Mora closed the mill in 2020. The closure of the port was worse.", "closure", []),
    ("In a speech at noon Ana Mora resigned.", "speech", [("speech", "2026-03-12", "assumed")]),
    ("Ana Mora won in 2020. Peter Groen lost the vote in May.", "vote", []),
    ("Ana Mora wept at the hearing.", "hearing", [("hearing", "2026-03-12", "assumed")]),
    ("Ana Mora apologised after the hearing.", "hearing", [("hearing", "2026-03-12", "assumed")]),
    ("Ana Mora fell ill after the hearing.", "hearing", []),
    ("Ana Mora condemned the strike.", "strike", []),
    ("Ana Mora led the strike of May.", "strike", [("strike", "2026-03-12", "assumed")]),
]


@pytest.mark.parametrize(("text", "noun", "found"), TAKEN, ids=[text for text, _, _ in TAKEN])
def test_participants(text, noun, found, moments_of):
    """A noun that takes up a verb has its participants and its day; one known from elsewhere is nobody's who talks of it."""
    assert moments_of(text, "Ana Mora", events=(span_of(text, noun),)) == found
