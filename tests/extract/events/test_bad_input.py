"""Texts no newsroom sends: annotation neither crashes nor slows down, and what it returns fits the text."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.annotate import annotate, as_tree
from generator.extract.context import Known
from generator.model.dates import parse_edtf
from generator.model.event_types import event_types
from generator.model.text import Article

_WORDS = """the a Ana Mora Peter Groen police officials council closed said that announced was arrested will meet on Monday 12
February 2019 in Leeds who which and but , . ; : — “ ” " ' ’ ( ) if when after since not no it they he told called is to have
“unrealistic” been set for three people killed $40 million was founded declined comment according US ? ! { } {{ }} <b> # - *
\n \u202e \u0301"""
MIXTURES = st.lists(st.sampled_from([*_WORDS.split(), "\n", "\n\n"]), max_size=60).map(" ".join)
STORY = (
    "The council of Leeds closed library {n} on Monday. “It is safe,” Ana Mora said. She added that Peter Groen met Lena "
    "Holt in Oslo on 12 February, and the trial of two men accused of a murder in 2017 opened.\n\n"
)
ENDLESS = {
    "story": STORY,
    "line without a stop": "the council closed the library on Monday and Ana Mora said the bridge would stay open ",
    "straight marks": '" said ',
    "opening marks": "“ He said ",
    "pairs": "“Yes,” he said. ",
    "commas": ", Ana Mora",
    "relatives": "who said that he met the man ",
    "coordinated": "and was arrested on Monday ",
    "dates": "on Monday 12 February 2025 ",
    "right to left": "\u202eقال الرئيس يوم الاثنين \u202c",
    "combining": "e\u0301\u0302\u0303 ",
    "markup": "{{ 7*7 }} {% for x in y %} <script>alert(1)</script> # H **b** !!python/object:os.system - key: [value ",
    "entries": "14:10\nRescuers evacuated 400 residents on Monday.\n",
    "one speaker on many days": "Ana Mora said on {day} January the bridge was safe.\n",
    "one event over and over": "Ana Mora resigned on Monday.\n",
}
ODD = [
    "",
    "\x00",
    ".",
    "“",
    "”",
    '"' * 500,
    "(" * 500,
    "and " * 500,
    "Monday",
    "\u202e",
    "A.\n" * 300,
    "said said said",
    "{{ x }}",
]


def annotated(text):
    paragraphs = tuple((line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text))
    day = parse_edtf("2025-03-04")
    return annotate(Article("a", text, paragraphs, published=day, published_basis="stated"), Known())


def check(text):
    """Read `text` and hold that every index, span and date of its events is sound."""
    found = annotated(text)
    sentences = found.context.sentences
    for draft in found.events:
        assert draft.sentences
        assert all(0 <= index < len(sentences) for index in draft.sentences)
        assert len(set(draft.sentences)) == len(draft.sentences)
        assert 0 <= draft.trigger.start < draft.trigger.end <= len(text)
        assert draft.event.title.strip()
        assert draft.event.type in event_types()
        assert parse_edtf(draft.event.date.edtf) == draft.event.date
        assert [quote for citation in draft.event.sources.values() for quote in citation.quote]
    as_tree(found)


@given(MIXTURES)
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_news_words_is_read_soundly(text):
    """Words, names, dates and marks in any order."""
    check(text)


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_soundly(text):
    """Any characters at all."""
    check(text)


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:12]))
def test_odd_texts(text):
    """Nothing but marks, fragments and control characters."""
    check(text)


def test_markup_is_text():
    """Templates, tags and YAML tags are neither run nor read as anything but words."""
    check("The council {{ 7*7 }} closed the library on Monday. <script>alert(1)</script> !!python/object:os.system")
    (draft,) = annotated("The council closed {{ 7*7 }} libraries on Monday.").events
    assert draft.event.title == "The council closed {{ 7*7 }} libraries"


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS)
def test_time_grows_with_length_only(piece):
    """Six times the text takes about six times as long: less than twice that, where square growth would take 36."""
    small, large = _text(piece, 12_000), _text(piece, 72_000)
    annotated(small)
    quick = min(_seconds(small) for _ in range(2))
    assert _seconds(large) < 12 * quick + 0.5


def _text(piece, size):
    """At least `size` characters of a piece repeated, with numbers that count up where it asks for them."""
    count = size // len(piece) + 1
    return "".join(piece.replace("{n}", str(at)).replace("{day}", str(at % 28 + 1)) for at in range(count))


def _seconds(text):
    start = time.process_time()
    annotated(text)
    return time.process_time() - start
