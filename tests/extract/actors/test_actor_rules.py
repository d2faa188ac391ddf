"""The example beside each list of rules reads as it says."""

import pytest

from generator.extract.actors import find_actors, new_actors
from generator.extract.lexicon import rules
from generator.extract.places import find_places


def examples(name):
    return [pytest.param(example, id=example["text"]) for example in rules(name)["examples"]]


@pytest.mark.parametrize("example", examples("countries") + examples("places"))
def test_states_and_places(context_of, example):
    """A state's name, adjective, capital or seat is the state or the place by its context."""
    context = context_of(example["text"])
    actors = {one.text: one.value for one in find_actors(context, ())}
    places = {one.text: one.value for one in find_places(context, ())}
    assert {text: actors.get(text) for text in example.get("actors", {})} == example.get("actors", {})
    assert {text: places.get(text) for text in example.get("places", {})} == example.get("places", {})


@pytest.mark.parametrize(
    "example", examples("titles") + examples("organisations") + examples("bodies") + examples("given_names")
)
def test_new_names(context_of, example):
    """A name nobody knows is a person or an organisation, without its title."""
    context = context_of(example["text"])
    mentions = find_actors(context, ())
    found = next(one for one in mentions if one.name == example["name"])
    record = next(one for one in new_actors(context, mentions) if one.id == found.value)
    assert found.actor_kind == example.get("kind", "person")
    assert found.office == example.get("office", "")
    assert record.gender == example.get("gender", record.gender)
    assert record.status == "extracted"


@pytest.mark.parametrize("example", examples("pronouns"))
def test_pronouns(context_of, example):
    """A pronoun has the value, or the description, of whom it means."""
    mentions = find_actors(context_of(example["text"]), ())
    found = next(one for one in mentions if one.rule == "pronoun" and one.text == example["pronoun"])
    assert found.value == example["value"]
    assert found.name == example.get("name", found.name)
