"""Makes a context from a text, without the readers of files."""

import itertools
import re

import pytest

from generator.extract.context import Context, Known
from generator.model.dates import parse_edtf
from generator.model.text import Article, Sentence

_ABBREVIATED = "".join(rf"(?<!\b{short})" for short in ("Mr", "Mrs", "Dr", "Lt", "Gen", "Sen", "Rep", "[A-Z]"))
_BREAK = re.compile(_ABBREVIATED + r"[.!?][”\"’']?\s+(?=[“\"A-Z])")


def context_of(text, published="", known=None):
    """The context of one article: a paragraph a line, sentences cut at full stops."""
    paragraphs, sentences, start = [], [], 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append((start, start + len(line)))
        cuts = [start, *(start + match.end() for match in _BREAK.finditer(line)), start + len(line)]
        for first, last in itertools.pairwise(cuts):
            piece = text[first:last].rstrip()
            if piece:
                sentences.append(Sentence("t", len(sentences), first, first + len(piece), piece, number))
        start += len(line) + 1
    article = Article("t", text, tuple(paragraphs), published=parse_edtf(str(published)))
    return Context(article, tuple(sentences), known or Known())


@pytest.fixture(name="context_of", scope="session")
def _context_of():
    return context_of
