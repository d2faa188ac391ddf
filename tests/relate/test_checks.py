"""References between records."""

from generator.model.corpus import Corpus
from generator.model.dates import parse_edtf
from generator.model.records import Actor, Citation, Office, Outlet, Place, Quote
from generator.relate.checks import check_references
from generator.relate.names_taken import check_names


def _codes(problems):
    return [(problem.code, problem.hint) for problem in problems]


def test_an_unknown_actor_gets_a_hint(corpus, event, article, settings):
    """By alias first, then by likeness; the problem is also on the review page."""
    actors = (
        Actor("volodymyr-zelenskyy", "Volodymyr Zelenskyy", aliases=("Zelensky",)),
        Actor("marco-rubio", "Marco Rubio"),
    )
    wrong = event("e", actors={"zelensky": "agent", "marco-rubbio": "agent", "xyz": "agent"})
    related, found = check_references(corpus(events=[wrong], articles=[article("a1")], actors=actors), settings)
    assert _codes(found) == [
        ("actor-unknown", "did you mean volodymyr-zelenskyy?"),
        ("actor-unknown", "did you mean marco-rubio?"),
        ("actor-unknown", ""),
    ]
    assert related.review == found
    assert {problem.level for problem in found} == {"warning"}


def test_every_reference_of_an_event_is_looked_at(corpus, event, settings):
    """Place, type, source, outlet, other event, speaker."""
    wrong = event(
        "e",
        places=("nowhere",),
        type="anouncement",
        distinct_from=("f",),
        quotes=(Quote("someone", "Yes"),),
        sources=("gone", ("linked", Citation(url="https://x.example/", outlet="no-outlet"))),
    )
    _, found = check_references(corpus(events=[wrong]), settings)
    assert [problem.code for problem in found] == [
        "place-unknown",
        "type-unknown",
        "event-unknown",
        "speaker-absent",
        "article-unknown",
        "outlet-unknown",
    ]
    assert found[1].hint == "did you mean announcement?"


def test_an_event_needs_a_source(corpus, event, settings):
    """A record without one is shown, and reported."""
    _, found = check_references(corpus(events=[event("e", sources=())]), settings)
    assert [problem.code for problem in found] == ["source-missing"]


def test_a_quoted_sentence_must_be_in_the_text(corpus, event, article, settings):
    """Where texts are at hand; marks, spaces and ellipses do not matter."""
    text = "“It’s done,” he said.\nNothing else was decided on the day."
    good = event("good", sources=[("a1", Citation(quote=('"It\'s done," he  said.', "Nothing else … on the day.")))])
    bad = event("bad", sources=[("a1", Citation(quote=("It was done.",)))])
    _, found = check_references(corpus(events=[good, bad], articles=[article("a1")], texts={"a1": text}), settings)
    assert [(problem.code, problem.where.path) for problem in found] == [("quote-not-found", "content/events/bad.yml")]


def test_actors_places_and_briefings_are_checked_too(settings):
    """Countries, employers, and offices that end before they begin."""
    office = Office("Mayor", "no-city", from_=parse_edtf("2025"), to=parse_edtf("2024"))
    raw = Corpus(
        actors={"a": Actor("a", "A", offices=(office,), country="no-state")},
        places={"p": Place("p", "P", country="no-state")},
    )
    _, found = check_references(raw, settings)
    assert [problem.code for problem in found] == ["actor-unknown", "actor-unknown", "office-dates", "actor-unknown"]


def test_names_claimed_twice(corpus, event, settings):
    """An alias that is another event's id; a name of two outlets."""
    events = [event("one", aliases=("two", "old")), event("two"), event("three", aliases=("old",))]
    outlets = [Outlet("times", "The Times"), Outlet("times-of-x", "Times of X", aliases=("the times",))]
    _, found = check_names(corpus(events=events, outlets=outlets), settings)
    assert [problem.code for problem in found] == ["alias-taken", "alias-taken", "name-shared"]
