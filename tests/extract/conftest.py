"""What tests of recognisers share: a context made from a text by the real sentence splitter."""

import re

import pytest

from generator.extract.context import Context, Known
from generator.model.text import Article
from generator.read.sentences import split


@pytest.fixture(scope="session")
def context_from():
    """A function from a text, a paragraph a line, to its context."""

    def make(text, known=None):
        paragraphs = tuple((line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text))
        article = Article(id="t", text=text, paragraphs=paragraphs)
        return Context(article, split(article), known or Known())

    return make
