"""Types of events by their triggers."""

import pytest
import yaml

from generator.extract.events.classify import type_of
from generator.extract.events.reading import Reading
from generator.extract.lexicon import RULES, rules
from generator.model.event_types import event_types

EXAMPLES = [(rule["type"], text) for rule in rules("triggers") for text in rule["examples"]]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_examples(kind, text, context_from):
    """Every example of the rules is of the type its rule says."""
    reading = Reading(context_from(text), ())
    found = [type_of(clause, reading.subject_words(clause)) for clause in reading.clauses[0]]
    assert kind in [one.id for one in found if one]


def test_no_verb_is_listed_twice():
    """YAML would silently keep the last of two lists of nouns for one verb."""
    tree = yaml.compose((RULES / "triggers.yaml").read_text(encoding="utf-8"), yaml.SafeLoader)
    for rule in tree.value:
        pairs = next((value.value for key, value in rule.value if key.value == "pairs"), [])
        verbs = [key.value for key, _ in pairs]
        assert sorted(verbs) == sorted(set(verbs))


def test_types_exist():
    """Every rule gives a type of the list of event types."""
    assert {rule["type"] for rule in rules("triggers")} <= set(event_types())
