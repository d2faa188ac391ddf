"""Where: known places, governments told from places, unknown places by pattern."""

import pytest

from generator.extract.actors import find_actors
from generator.extract.context import Context, Known
from generator.extract.places import find_places, new_places
from generator.model.records import Place
from generator.model.text import Article, Sentence


def context_of(text, known=None):
    return Context(Article("t", text, ((0, len(text)),)), (Sentence("t", 0, 0, len(text), text),), known or Known())


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Moscow rejected the plan.", "russia", ""),
        ("The envoy flew to Moscow.", "", "moscow"),
        ("Talks between Beijing and Tokyo resumed.", "china", ""),
        ("Thousands marched in Beijing and Tokyo.", "", "beijing"),
        ("Kyiv's demands were met.", "ukraine", ""),
        ("The White House declined to comment.", "united-states", ""),
        ("He spoke at the White House.", "", "white-house"),
        ("Snow fell in Turkey.", "", "turkiye"),
        ("Turkey closed the border.", "turkiye", ""),
        ("Brussels fined the firm.", "european-union", ""),
        ("She lives in Brussels.", "", "brussels"),
        ("The mayor of Paris wept.", "", "paris"),
    ],
)
def test_government_or_place(text, actor, place):
    """A capital, a seat or a state's name is an actor or a place by what stands around it, never both."""
    context = context_of(text)
    assert actor == next((one.value for one in find_actors(context, ())), "")
    assert place == next((one.value for one in find_places(context, ())), "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A fire broke out in the village of Oldmere.", "oldmere"),
        ("Rescuers reached Tessaly province at dawn.", "tessaly-province"),
        ("Police closed a road near Thornby.", "thornby"),
        ("Flooding hit Kharkiv region.", "kharkiv-region"),
        ("A train stopped at Ostrow Square.", "ostrow-square"),
    ],
)
def test_unknown_places(text, value):
    """A pattern makes an unknown name a place."""
    assert value in {one.value for one in find_places(context_of(text), ())}


@pytest.mark.parametrize(
    "text", ["Shares in Velbrand fell.", "She believes in Father Christmas.", "In May, it rained."]
)
def test_no_places(text):
    """Shares, saints and months are nowhere."""
    assert find_places(context_of(text), ()) == ()


def test_records():
    """A city of the rules comes with its state and coordinates; a place of `content/` gets no second record."""
    context = context_of("They met in Geneva and in Lagos.", Known(places={"lagos": Place("lagos", "Lagos")}))
    (record,) = new_places(context, find_places(context, ()))
    assert (record.id, record.country, record.latitude, record.longitude) == ("geneva", "switzerland", "46.20", "6.14")


def test_actors_are_left_out():
    """What an actor mention covers is no place."""
    context = context_of("The University of Oxford and Oxford agreed.")
    actors = find_actors(context, ())
    assert all(one.start >= actors[0].end for one in find_places(context, actors))
