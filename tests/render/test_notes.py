"""People's Markdown comes out safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.render.notes import note_html


def render(text):
    return str(note_html(text, lambda path: f"../{path}.html")).strip()


def test_markdown_as_people_write_it():
    """Emphasis, lists and tables work; a heading starts below those of the page."""
    assert render("**Not** confirmed.") == "<p><strong>Not</strong> confirmed.</p>"
    assert render("# Doubts") == "<h3>Doubts</h3>"
    assert "<table>" in render("|a|\n|-|\n|1|")


def test_links_out_and_links_in():
    """A link out carries no endorsement; a path of the site becomes a relative link."""
    assert render("[UN](https://un.org/a?b=1&c=2)") == (
        '<p><a href="https://un.org/a?b=1&amp;c=2" rel="nofollow noopener">UN</a></p>'
    )
    assert render("[NATO](actors/nato)") == '<p><a href="../actors/nato.html">NATO</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](//evil.example)",
        "[a](/etc)",
        "[a](../../x)",
        "<javascript:alert(1)>",
        "![a](https://tracker.example/pixel.png)",
    ],
)
def test_nothing_unsafe_becomes_markup(text):
    """No HTML, no scheme that runs, no image of another host."""
    found = html.fragment_fromstring(render(text), create_parent="div")
    assert found.xpath(".//script | .//img") == []
    assert [a.get("href") for a in found.iter("a") if not a.get("href", "").startswith("https://")] == []


@given(st.text(max_size=200))
def test_any_text_gives_only_known_elements(text):
    """Whatever is written, only Markdown's own elements and attributes come out."""
    found = html.fragment_fromstring(render(text), create_parent="div")
    attributes = {name for element in found.iter() for name in element.attrib}
    assert attributes <= {"href", "rel", "title", "start", "class", "style"}
    assert "script" not in {element.tag for element in found.iter()}
