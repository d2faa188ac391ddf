"""A page as a file: what went in comes out of the engine's YAML."""

import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.model.corpus import Page
from generator.render.front_matter import as_text

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"))
LINES = st.lists(TEXT, min_size=1, max_size=6).map("\n".join)


def read(page):
    """What MkDocs reads of the file."""
    rest, meta = get_data(as_text(page))
    assert rest == ""
    return meta


@given(TEXT, LINES, TEXT)
def test_round_trip(title, body, description):
    """Any title, description and body of printable text, lines that look like YAML included."""
    meta = read(Page("x.md", title, body, {"description": description}))
    assert (meta.get("title", ""), meta.get("description", "")) == (title, description)
    assert meta["body"] == body.rstrip("\n")


@given(st.text())
def test_no_text_breaks_the_front_matter(body):
    """Characters YAML will not read become spaces; the page keeps its front matter."""
    assert set(read(Page("x.md", "A title", body))) == {"title", "body"}


def test_lines_that_look_like_the_end():
    """Dashes, dots, colons and indentation in a body stay in it."""
    body = "  <p>x</p>\n---\n...\nkey: value\n\t- a"
    assert read(Page("x.md", "x", body))["body"] == body


def test_values_keep_their_kind():
    """Lists and flags are written as such."""
    assert read(Page("x.md", "No", "b", {"hide": ["toc"], "flag": True}))["hide"] == ["toc"]
    assert yaml.safe_load(as_text(Page("x.md", "No", "b")).split("---")[1])["title"] == "No"


def test_other_files_are_their_body():
    """A feed is written as it is."""
    assert as_text(Page("feed.xml", "t", "<feed/>", {"a": 1})) == "<feed/>"
