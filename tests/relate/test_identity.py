"""Possible duplicates and related articles."""

import time

import pytest

from generator.model.records import Actor
from generator.relate.identity import find_duplicates
from generator.relate.related import relate_articles

TALKS = {
    "title": "Rubio and Lavrov held talks in Riyadh",
    "type": "talks",
    "actors": {"rubio": "agent", "lavrov": "agent"},
}
AGAIN = TALKS | {"title": "Rubio and Lavrov met in Riyadh for talks of nearly five hours", "type": "meeting"}


def _pairs(whole, settings):
    return [item.message for item in find_duplicates(whole, settings)[0].review]


def test_two_tellings_of_one_event_are_shown(corpus, event, settings):
    """Same day, same people, kindred type, much the same words; an open date reaches its day."""
    events = [event("one", **TALKS), event("two", "../2025-02-18", sources=("a2",), **AGAIN)]
    assert _pairs(corpus(events=events), settings) == [
        f"{TALKS['title']!r} may be the same event as {AGAIN['title']!r} (two)"
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"distinct_from": ("one",)},
        {"actors": {"wang": "agent"}},
        {"title": "Rubio told Lavrov about sanctions on metal imports", "type": "statement"},
        {"status": "dismissed"},
        {"when": "2025-02-19"},
        {"sources": ("a1",)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_other_events_are_not(corpus, event, settings, other):
    """Told apart by a person, by people, by what happened, by day, or by the one article that tells both."""
    second = event("two", **({"sources": ("a2",)} | AGAIN | other))
    assert _pairs(corpus(events=[event("one", **TALKS), second]), settings) == []


def test_related_articles_say_why(corpus, event, article, settings):
    """Events in common first; else the rarest names they share, and how far apart in time."""
    articles = [
        article("a1"),
        article("a2"),
        article("a3", "2025-02-20"),
        *(article(f"x{n}", "2024-01-01") for n in range(20)),
    ]
    events = [
        event("shared", sources=("a1", "a2"), title="The port opened"),
        event("e1", sources=("a1",), actors={"ada": "agent", "bo": "agent"}),
        event("e3", sources=("a3",), actors={"ada": "agent", "bo": "target"}),
    ]
    actors = [Actor("ada", "Ada Holm")]
    related, _ = relate_articles(corpus(events=events, articles=articles, actors=actors), settings)
    reasons = {found.article: found.reason for found in related.related["a1"]}
    assert reasons == {
        "a2": "one event in common: The port opened",
        "a3": "both name Ada Holm and Bo, two days apart",
    }
    assert [found.article for found in related.related["a1"]] == ["a2", "a3"]


def test_ten_thousand_events_are_related_in_seconds(corpus, event, article, settings):
    """One actor in everything, one word in every title: no work grows with the square."""
    articles = [article(f"a{n}", f"20{n % 20 + 10}-0{n % 9 + 1}-1{n % 9}") for n in range(4000)]
    events = [
        event(
            f"e{n}",
            f"2025-02-{n % 28 + 1:02}",
            sources=(f"a{n % 4000}",),
            title=f"Talks number {n} held",
            actors={"all": "agent", f"x{n % 900}": "agent"},
        )
        for n in range(10000)
    ]
    whole = corpus(events=events, articles=articles)
    start = time.process_time()
    find_duplicates(whole, settings)
    relate_articles(whole, settings)
    assert time.process_time() - start < 15
