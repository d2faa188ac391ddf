"""Types of events by their triggers."""

import pytest

from generator.extract.events.classify import type_of
from generator.extract.events.reading import Reading
from generator.extract.lexicon import rules
from generator.model.event_types import event_types

EXAMPLES = [(rule["type"], text) for rule in rules("triggers") for text in rule["examples"]]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_examples(kind, text, context_from):
    """Every example of the rules is of the type its rule says."""
    reading = Reading(context_from(text), ())
    found = [type_of(clause, reading.subject_words(clause)) for clause in reading.clauses[0]]
    assert kind in [one.id for one in found if one]


def test_types_exist():
    """Every rule gives a type of the list of event types."""
    assert {rule["type"] for rule in rules("triggers")} <= set(event_types())
