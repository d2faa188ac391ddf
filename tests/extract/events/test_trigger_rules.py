"""Types of events by their triggers."""

import pytest
import yaml

from generator.extract.events.classify import topic_of, type_of
from generator.extract.events.reading import Reading
from generator.extract.lexicon import RULES, rules
from generator.model.event_types import event_types

EXAMPLES = [(rule["type"], text) for rule in rules("triggers") for text in rule["examples"]]
TOPICS = [(rule["type"], text) for rule in rules("topics") for text in rule["examples"]]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_examples(kind, text, context_from):
    """Every example of the rules is of the type its rule says."""
    reading = Reading(context_from(text), ())
    found = [type_of(clause, reading.subject_words(clause)) for clause in reading.clauses[0]]
    assert kind in [one.id for one in found if one]


@pytest.mark.parametrize(("kind", "text"), TOPICS, ids=lambda value: str(value)[:60])
def test_topic_examples(kind, text, context_from):
    """What no trigger types has the type of its verb or of the first noun that tells one."""
    reading = Reading(context_from(text), ())
    found = [topic_of(clause, reading.subject_words(clause)).id for clause in reading.clauses[0]]
    assert kind in found


def test_names_tell_no_topic(events_of):
    """A word of a name or of a date is no topic, and a topic alone makes no event."""
    (draft,) = events_of("Bank Street in Ferry Hill was swept in March.")
    assert draft.event.type == "other"
    assert not events_of("The goalkeeper smiled.")


def test_no_noun_is_listed_twice():
    """A noun tells one topic."""
    nouns = [noun for rule in rules("topics") for noun in rule.get("nouns", ())]
    assert sorted(nouns) == sorted(set(nouns))


@pytest.mark.parametrize("name", ["triggers", "topics"])
def test_no_verb_is_listed_twice(name):
    """YAML would silently keep the last of two lists of nouns for one verb."""
    tree = yaml.compose((RULES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.SafeLoader)
    for rule in tree.value:
        pairs = next((value.value for key, value in rule.value if key.value == "pairs"), [])
        verbs = [key.value for key, _ in pairs]
        assert sorted(verbs) == sorted(set(verbs))


def test_types_exist():
    """Every rule gives a type of the list of event types."""
    assert {rule["type"] for rule in (*rules("triggers"), *rules("topics"))} <= set(event_types())
