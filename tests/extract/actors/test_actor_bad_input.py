"""Broken and endless texts cost little time and no crash."""

import time

import pytest

from generator.extract.actors import find_actors, new_actors
from generator.extract.context import Context, Known
from generator.extract.places import find_places
from generator.model.text import Article, Sentence

WALLS = {
    "empty": "",
    "capitals": "THE MINISTER SAID NOTHING IN PARIS. " * 3000,
    "names": "Alpha Beta Gamma " * 20000,
    "states": "Russian Alpha Moscow, " * 20000,
    "titles": "Judge President " * 20000,
    "genitives": "Ukraine's " * 20000,
    "descriptions": "Alpha Company said the company " * 10000,
    "one surname": " ".join(f"John{n} Smith said." for n in range(8000)),
    "pronouns": "John Smith said he " * 10000,
    "of": "Ministry of " * 20000,
    "and": "and Tom " * 20000,
    "of and": "The Vell Museum of Art and",
    "houses": " ".join(
        f"Vell{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}k{'o' * (n // 676)} Capital Ltd fell." for n in range(6000)
    ),
    "officials": "senior local " * 20000 + "officials",
    "quotation marks": '"' * 20000 + "“" * 20000,
    "right to left": "قال الرئيس محمد שלום \u202e " * 5000,
    "combining": ("Z" + "\u0301" * 5 + " ") * 5000,
    "markup": "{{ 7*7 }} <script>x</script> [a](b) - key: *x " * 5000,
}


@pytest.mark.parametrize("text", WALLS.values(), ids=WALLS)
def test_walls_of_words(text):
    """One endless line of anything: linear time, no crash, offsets that fit."""
    article = Article("t", text, ((0, len(text)),))
    context = Context(article, (Sentence("t", 0, 0, len(text), text),) if text else (), Known())
    tokens = sum(map(len, context.tokens))
    start = time.process_time()
    found = (*find_actors(context, ()), *find_places(context, ()))
    new_actors(context, found)
    assert time.process_time() - start < 1 + tokens * 60e-6
    assert all(text[one.start : one.end] == one.text for one in found)


def test_sentences_without_words():
    """A sentence of nothing but blanks or marks is passed over."""
    article = Article("t", "\u200b \n...", ((0, 2), (3, 6)))
    context = Context(article, (Sentence("t", 0, 0, 1, " "), Sentence("t", 1, 3, 6, "...")), Known())
    assert find_actors(context, ()) == find_places(context, ()) == ()
