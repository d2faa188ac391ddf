"""What tests of timelines share: the moments of somebody or something in an article of its own words."""

import re

import pytest

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.extract.timeline import Subject, timeline
from generator.model.dates import parse_edtf
from generator.model.text import Article


@pytest.fixture(scope="session")
def moments_of():
    """A function from a text and a name to the event words of that name, each with its day and how it is known."""

    def find(text, name, published="2026-03-12", events=None):
        paragraphs = tuple((line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text))
        day = parse_edtf(published)
        annotations = annotate(Article(id="t", text=text, paragraphs=paragraphs, published=day), Known())
        found = timeline(annotations, Subject(name), events)
        return [(text[one.span.start : one.span.end], one.date.edtf, one.basis) for one in found]

    return find
