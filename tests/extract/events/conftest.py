"""What the tests of events share: an article of 4 March 2025, read and annotated."""

import re

import pytest

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.model.dates import parse_edtf
from generator.model.text import Article


@pytest.fixture(scope="session")
def events_of():
    """A function from a text, a paragraph a line, to its events: (date, basis, type, title) of each, or all of it."""

    def find(text, published="2025-03-04", basis="stated"):
        paragraphs = tuple((line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text))
        day = parse_edtf(published)
        article = Article(id="a", text=text, paragraphs=paragraphs, published=day, published_basis=basis)
        return annotate(article, Known()).events

    return find
