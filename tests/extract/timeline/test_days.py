"""When an event word happened."""

import time

import pytest

from generator.model.mentions import Span

CASES = [
    ("Ana Mora resigned on 3 March 2026.", [("resigned", "2026-03-03", "stated")]),
    ("Ana Mora resigned yesterday.", [("resigned", "2026-03-11", "stated")]),
    ("In 1985 Ana Mora sold the mill and bought a ship.", [("sold", "1985", "stated"), ("bought", "1985", "stated")]),
    (
        "At a Monday hearing, Ana Mora pleaded guilty.",
        [("hearing", "2026-03-09", "stated"), ("pleaded", "2026-03-09", "stated")],
    ),
    ("Ana Mora has been ill since 2004.", [("been", "2004", "stated")]),
    ("Ana Mora denies the charge.", [("denies", "2026-03-12", "assumed")]),
    ("Ana Mora will leave.", [("leave", "", "unknown")]),
    (
        "Ana Mora spoke in Leeds on Tuesday. She thanked the crew.",
        [("spoke", "2026-03-10", "stated"), ("thanked", "2026-03-10", "inferred")],
    ),
    (
        "Ana Mora sold the mill on 4 May 1985. She thanked the crew.",
        [("sold", "1985-05-04", "stated"), ("thanked", "2026-03-12", "assumed")],
    ),
    (
        "Ana Mora left on Monday. She had resigned on 6 March 2026. She wept.",
        [("resigned", "2026-03-06", "stated"), ("left", "2026-03-09", "stated"), ("wept", "2026-03-09", "inferred")],
    ),
    ("Ana Mora has led the bank for eight years.", [("led", "2018", "inferred")]),
    ("Ana Mora worked for the bank for eight years.", [("worked", "", "unknown")]),
    (
        "Ana Mora resigned on 4 March, two days after she met Peter Groen.",
        [("met", "2026-03-02", "stated"), ("resigned", "2026-03-04", "stated")],
    ),
    (
        "Ana Mora resigned on 4 March, shortly after she had met Peter Groen.",
        [("resigned", "2026-03-04", "stated"), ("met", "2026-03-04", "stated")],
    ),
    ("Ana Mora, born on 4 May 1955, leads the bank.", [("leads", "2026-03-12", "assumed")]),
]


@pytest.mark.parametrize(("text", "found"), CASES, ids=[text for text, _ in CASES])
def test_days(text, found, moments_of):
    """A date of its own, one of its clause or occasion, the day the article tells of, or the article's own day."""
    assert moments_of(text, "Ana Mora") == found


def test_without_a_publication_day(moments_of):
    """Nothing stands in for a day that is not known."""
    assert moments_of("Ana Mora denies the charge.", "Ana Mora", published="") == [("denies", "", "unknown")]


def test_participles(moments_of):
    """A participle has the date behind it, and none of its clause."""
    text = "Ana Mora, born in Leeds on 4 May 1955, was praised on Tuesday. The long expected Ana Mora film opened on Tuesday."
    born, expected = (Span(text.index(word), text.index(word) + len(word)) for word in ("born", "expected"))
    assert moments_of(text, "Ana Mora", events=(born,)) == [("born", "1955-05-04", "stated")]
    assert [date for _, date, _ in moments_of(text, "Ana Mora", events=(expected,))] in ([], [""])


def test_long_articles(moments_of):
    """The time taken grows with the text, not with its square."""
    line = "Ana Mora sold the Vega 3 and it was moved. "
    moments_of(line, "Vega 3")
    few, many = (min(seconds(moments_of, line * count) for _ in range(2)) for count in (50, 400))
    assert many < 8 * few * 2.5


def seconds(moments_of, text):
    """How long the timeline of one name in the text takes."""
    started = time.process_time()
    moments_of(text, "Vega 3")
    return time.process_time() - started


def test_order(moments_of):
    """Moments come by date, not by their place in the text."""
    text = "Ana Mora resigned on 3 March 2026. Ana Mora bought the mill in 1985."
    assert [word for word, _, _ in moments_of(text, "Ana Mora")] == ["bought", "resigned"]


def test_nobody(moments_of):
    """A name the article does not hold has no timeline, and an empty article none at all."""
    assert moments_of("Ana Mora resigned.", "Peter Groen") == []
    assert moments_of("", "Ana Mora") == []
    for name in ("", " ", "-", "’s", "A", "1", "The", "A 1", "Ž", "& 3"):
        assert moments_of("She resigned - and “left”.", name) == []
