"""Related lines, corroboration and conflicts."""

from datetime import date

import msgspec

from generator.model.records import Actor, Citation, Outlet
from generator.model.text import RelatedLine
from generator.relate.conflicts import find_conflicts, last_day
from generator.relate.corroboration import count_outlets
from generator.relate.resolve import resolve_related, same_headline, same_url


def test_related_lines_resolve_by_address_or_headline(corpus, article, settings):
    """Whatever the scheme, `www.`, the query, quotation marks and the prefix; the rest needs a person."""
    lines = (
        RelatedLine("Other words", url="http://www.x.example/b/?utm=1"),
        RelatedLine("Russia’s new department", prefix="WSJ"),
        RelatedLine("Nobody knows"),
        RelatedLine("Elsewhere", url="https://y.example/"),
    )
    articles = [
        article("a", related=lines),
        article("b", url="https://x.example/b"),
        article("c", title="WSJ: Russia's new department"),
    ]
    related, problems = resolve_related(corpus(articles=articles), settings)
    assert [line.article for line in related.articles["a"].related] == ["b", "c", "", ""]
    assert [problem.code for problem in related.review] == ["related-unresolved"]
    assert problems == ()


def test_what_is_the_same():
    """Addresses and headlines are compared by what names the page."""
    assert same_url("HTTPS://WWW.X.example:443/a/?b#c") == "x.example/a"
    assert same_url("not an address") == ""
    assert same_headline("“It’s” over — again!") == same_headline("It's over again")


def test_relays_and_repeats_count_once(corpus, event, article, settings):
    """Two articles of one outlet, and a relay of it, are one telling; an actor quoted is no outlet."""
    articles = [
        article("a1", outlet="one"),
        article("a2", outlet="one"),
        article("b", outlet="two"),
        article("c", outlet="three"),
    ]
    sources = ["a1", "a2", ("b", Citation(according_to="one")), ("c", Citation(according_to="minister"))]
    outlets = [Outlet(name, name) for name in ("one", "two", "three")]
    events = [event("e", sources=sources), event("linked", sources=[("x", Citation(url="https://www.y.example/1"))])]
    whole = corpus(events=events, articles=articles, outlets=outlets, actors=[Actor("minister", "M")])
    related, _ = count_outlets(whole, settings)
    assert related.told_by == {"e": ("one", "three"), "linked": ("y.example",)}


def test_relays_in_a_circle_end(corpus, event, article, settings):
    """Two outlets that cite each other."""
    sources = [("a", Citation(according_to="two")), ("b", Citation(according_to="one"))]
    articles = [article("a", outlet="one"), article("b", outlet="two")]
    whole = corpus(
        events=[event("e", sources=sources)], articles=articles, outlets=[Outlet("one", "1"), Outlet("two", "2")]
    )
    assert count_outlets(whole, settings)[0].told_by["e"]


def test_what_a_person_should_settle(corpus, event, article, settings):
    """Dates assumed, doubtful, unknown or after their own source; plans that have passed; sources that differ."""
    events = [
        event("assumed", date_basis="assumed"),
        event("doubtful", "2025-02-18?"),
        event("unknown", "", date_basis="unknown"),
        event("late", "2025-03-01"),
        event("plan", "2025-03-01", status="planned"),
        event("passed", "2025-02-01", status="planned"),
        event("differ", sources=[("a1", Citation(says="On Monday."))]),
        event("sound", "../2025-02-18"),
        event("gone", "", status="dismissed"),
    ]
    articles = [article("a1"), article("a2", "2025-02-10", published_basis="assumed")]
    related, problems = find_conflicts(corpus(events=events, articles=articles), settings)
    assert [(item.code, item.where.path.rpartition("/")[2]) for item in related.review] == [
        ("published-assumed", "a2.yml"),
        ("date-assumed", "assumed.yml"),
        ("date-doubtful", "doubtful.yml"),
        ("date-unknown", "unknown.yml"),
        ("date-after-source", "late.yml"),
        ("planned-passed", "passed.yml"),
        ("sources-disagree", "differ.yml"),
    ]
    assert [(problem.code, problem.level) for problem in problems] == [("published-assumed", "info")]


def test_an_assumed_day_is_told_once(corpus, article, settings):
    """Reading an article tells it; the record tells it only when the file is gone. Both wait on the review page."""
    articles = [article("read", "2025-02-10", published_basis="assumed"), article("gone", published_basis="unknown")]
    held = msgspec.structs.replace(corpus(articles=articles), texts={"read": "It rained."})
    related, problems = find_conflicts(held, settings)
    assert [problem.where.path.rpartition("/")[2] for problem in problems] == ["gone.yml"]
    assert len(related.review) == 2


def test_the_last_day_comes_from_the_records(corpus, event, article):
    """Publication and access, not the clock; an access that is no date counts for nothing."""
    articles = [article("a1"), article("a2", "2025-02-10", accessed="2025-03-04T10:00"), article("a3", accessed="soon")]
    assert last_day(corpus(events=[event("e", "2030-01-01")], articles=articles)) == date(2025, 3, 4)
    assert last_day(corpus()) is None
