"""Text fragment links."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.fragments import safe_url, text_fragment

URL = "https://news.example/a?b=1"


def test_a_short_sentence_is_named_whole():
    """Syntax characters are encoded, the outer punctuation is left out."""
    assert (
        text_fragment(URL, "“A well-known plan, R&D first.”")
        == f"{URL}#:~:text=A%20well%2Dknown%20plan%2C%20R%26D%20first"
    )


def test_a_long_sentence_is_named_by_its_ends():
    """The start and the end are five words each."""
    sentence = "One two three four five six seven eight nine ten eleven twelve thirteen."
    assert (
        text_fragment(URL, sentence)
        == f"{URL}#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"
    )


def test_an_ellipsis_is_spanned():
    """What the record leaves out need not be on the page."""
    assert text_fragment(URL, "They met … and agreed") == f"{URL}#:~:text=They%20met,and%20agreed"


def test_the_addresss_own_fragment_is_dropped():
    """Two fragments cannot stand side by side."""
    assert text_fragment(f"{URL}#top", "Yes") == f"{URL}#:~:text=Yes"
    assert text_fragment(URL, " … ") == URL


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "ftp://x.example",
        "https://",
        "http://[",
        "https://a b",
    ],
)
def test_only_the_web_is_linked(url):
    """A record may hold any text; a page links to http addresses only."""
    assert safe_url(url) == ""
    assert text_fragment(url, "x") == ""


@given(st.text())
def test_terms_come_back_whole(sentence):
    """What stands in the directive decodes to words of the sentence, and holds no syntax of its own."""
    directive = text_fragment(URL, sentence).partition("#:~:text=")[2]
    for term in directive.split(",") if directive else ():
        assert "-" not in term
        assert "&" not in term
        assert all(word in sentence for word in unquote(term).split())
