"""References between records."""

import pytest

from generator.model.corpus import Corpus
from generator.model.dates import parse_edtf
from generator.model.records import Actor, Citation, Office, Outlet, Place, Quote
from generator.records.load import load_corpus
from generator.relate.checks import check_references
from generator.relate.names_taken import check_names
from generator.settings import Settings


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
        ("actor-unknown", 'correct it, or write its record: dateline new actor "Xyz"'),
    ]
    assert found[0].message == "expected an actor of content/actors/, found 'zelensky'"
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


def test_quoted_words_must_be_in_an_article(corpus, event, article, settings):
    """In the one named, or in any of the sources; what is left out or added in brackets does not count."""
    text = "It was “a very abnormal period”, he said, and nobody objected to the terms."
    good = event("good", actors={"x": "speaker"}, quotes=(Quote("x", "a very … period."), Quote("x", "[the] terms")))
    bad = event("bad", actors={"x": "speaker"}, quotes=(Quote("x", "a normal time", article="a1"),))
    corpus = corpus(events=[good, bad], articles=[article("a1")], actors=[Actor("x", "X")], texts={"a1": text})
    _, found = check_references(corpus, settings)
    assert [(problem.code, problem.where.path) for problem in found] == [("quote-not-found", "content/events/bad.yml")]


def test_the_nearest_sentence_is_offered(corpus, event, article, settings):
    """A sentence that is almost right is shown as the article has it."""
    text = "They met at noon. The talks lasted nearly five hours. Then they left."
    bad = event("bad", sources=[("a1", Citation(quote=("The talks lasted five hours.",)))])
    _, found = check_references(corpus(events=[bad], articles=[article("a1")], texts={"a1": text}), settings)
    assert found[0].hint == "did you mean 'The talks lasted nearly five hours.'?"


MAYOR = Office("Mayor of Wexbury", aliases=("Mayor",), from_=parse_edtf("2024-05"), to=parse_edtf("2026-05"))
HOLM = Actor("ada-holm", "Ada Holm", aliases=("Holm",), offices=(MAYOR,))


@pytest.mark.parametrize(
    "case",
    [
        ("Mayor Ada Holm opened the bridge", "2023-03-01", True),
        ("Mayor Holm opened the bridge", "2023-03", True),
        ("Ada Holm, the Mayor of Wexbury, opened the bridge", "2023-03-01", True),
        ("Mayor Holm opened the bridge", "2025-03-01", False),
        ("Mayor Holm opened the bridge", "2024-05-02", False),
        ("Mayor Holm opened the bridge", "2023", False),
        ("Former Mayor Holm opened the bridge", "2027-03-01", False),
        ("Mayor-elect Holm opened the bridge", "2024-03-01", False),
        ("Deputy Mayor Ada Holm opened the bridge", "2023-03-01", False),
        ("Holm and the Mayor of Aalborg opened the bridge", "2023-03-01", False),
    ],
    ids=lambda case: f"{case[0]}, {case[1]}",
)
def test_a_date_outside_the_office_named(corpus, event, article, settings, case):
    """The office beside the name must be held that day; former, future and other offices are no contradiction."""
    title, when, found = case
    told = event("e", when, title=title, actors={"ada-holm": "agent"})
    everything = corpus(events=[told], articles=[article("a1", "2025-03-02")], actors=[HOLM])
    _, problems = check_references(everything, settings)
    assert [problem.code for problem in problems] == ["date-outside-office"] * found


def test_a_source_may_speak_from_its_own_day(corpus, event, article, settings):
    """A sentence published while the office was held may call by it whoever did something before; nothing else may."""
    cited = [("a1", Citation(quote=("Mayor Holm was born in 1970.",)))]
    told = event("e", "1970-01-02", title="Holm was born", actors={"ada-holm": "agent"}, sources=cited)
    for published, count in (("2025-03-02", 0), ("2020-03-02", 1)):
        everything = corpus(events=[told], articles=[article("a1", published)], actors=[HOLM])
        assert len(check_references(everything, settings)[1]) == count


def test_a_year_mistyped_is_put_right(corpus, event, article, settings):
    """The year of the source, if the office was held then."""
    told = event("e", "2015-03-01", title="Mayor Holm opened the bridge", actors={"ada-holm": "agent"})
    everything = corpus(events=[told], articles=[article("a1", "2025-03-02")], actors=[HOLM])
    (problem,) = check_references(everything, settings)[1]
    assert problem.message == (
        "expected a day on which Ada Holm was Mayor of Wexbury (2024-05 to 2026-05), found 2015-03-01"
    )
    assert problem.hint.startswith("did you mean 2025-03-01? Otherwise correct the date")


def test_a_record_with_an_error_is_not_called_missing(corpus, event, tmp_path):
    """The file is there; its own error is enough."""
    (tmp_path / "content" / "actors").mkdir(parents=True)
    (tmp_path / "content" / "actors" / "holm.yml").write_text("nmae: Holm\n", encoding="utf-8")
    told = event("e", actors={"holm": "agent", "hulm": "agent"}, sources=[("a", Citation(url="https://x.example/"))])
    _, found = check_references(corpus(events=[told]), Settings(root=tmp_path))
    assert [problem.message for problem in found] == ["expected an actor of content/actors/, found 'hulm'"]


def test_problems_stand_at_their_line_and_column(tmp_path):
    """An id that is a key at the key, one that is a value or an item at the value."""
    lines = ("title: T", "date: 2025-02-18", "type: tlaks", "actors:", "  nobody: agent", "places: [nowhere]", "")
    path = tmp_path / "content" / "events" / "e.yml"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    settings = Settings(root=tmp_path)
    _, found = check_references(load_corpus(settings)[0], settings)
    assert {problem.code: str(problem.where) for problem in found} == {
        "actor-unknown": "content/events/e.yml:5:3",
        "place-unknown": "content/events/e.yml:6:10",
        "type-unknown": "content/events/e.yml:3:7",
        "source-missing": "content/events/e.yml:1:1",
    }


def test_actors_places_and_briefings_are_checked_too(settings):
    """Countries, employers, and offices that end before they begin."""
    office = Office("Mayor", "no-city", from_=parse_edtf("2025"), to=parse_edtf("2024"))
    raw = Corpus(
        actors={"a": Actor("a", "A", offices=(office,), country="no-state")},
        places={"p": Place("p", "P", country="no-state")},
    )
    _, found = check_references(raw, settings)
    assert [problem.code for problem in found] == ["actor-unknown", "actor-unknown", "office-dates", "actor-unknown"]


def test_a_country_everybody_knows_needs_no_record(settings):
    """The first place of a story abroad names its state; it is only a mistake when no state is called so."""
    places = {ident: Place(ident, ident, country=state) for ident, state in (("lagos", "nigeria"), ("x", "nigerai"))}
    _, found = check_references(Corpus(places=places), settings)
    assert [problem.message for problem in found] == ["expected an actor of content/actors/, found 'nigerai'"]


def test_names_claimed_twice(corpus, event, settings):
    """An alias that is another event's id; a name of two outlets."""
    events = [event("one", aliases=("two", "old")), event("two"), event("three", aliases=("old",))]
    outlets = [Outlet("times", "The Times"), Outlet("times-of-x", "Times of X", aliases=("the times",))]
    _, found = check_names(corpus(events=events, outlets=outlets), settings)
    assert [problem.code for problem in found] == ["alias-taken", "alias-taken", "name-shared"]
