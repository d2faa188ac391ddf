"""Links between pages."""

from generator.model.corpus import Page
from generator.render.links import broken_links


def targets(body, *others, files=()):
    pages = [Page("events/x.md", "X", body, edit_path="content/events/x.yml"), *others]
    return [problem.message.split()[3].rstrip(",") for problem in broken_links(pages, files)]


ACTOR = Page("actors/nato.md", "NATO", '<h1 id="top">NATO</h1><p id="a:b">x</p>')


def test_links_that_lead_somewhere():
    """Pages, anchors of other pages and of this one, assets, other hosts and mail are all in order."""
    body = (
        '<p id="here"><a href="../actors/nato.html#top">a</a> <a href="#here">b</a> <a href="https://x.org/y#z">c</a> '
        '<a href="mailto:a@b.c">d</a> <img src="../assets/a.svg"> <a href="../actors/nato.html?q=1#a%3Ab">e</a></p>'
    )
    assert targets(body, ACTOR, files=["assets/a.svg"]) == []


def test_links_that_do_not():
    """A missing page, a missing anchor and a missing asset are told, each once, with the record that names them."""
    body = (
        '<a href="../actors/eu.html">a</a> <a href="../actors/eu.html">a</a> <a href="#gone">b</a> '
        '<a href="../actors/nato.html#gone">c</a> <img src="../assets/a.svg">'
    )
    assert targets(body, ACTOR) == ["actors/eu.html", "events/x.html#gone", "actors/nato.html#gone", "assets/a.svg"]


def test_a_problem_names_the_record():
    """The place to mend it is the record, not the generated page."""
    (problem,) = broken_links([Page("events/x.md", "X", '<a href="no.html">a</a>', edit_path="content/events/x.yml")])
    assert str(problem.where) == "content/events/x.yml"
    assert problem.code == "link-broken"
