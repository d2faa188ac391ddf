"""Types of events by their triggers."""

import re

import pytest
import yaml

from generator.extract.events.classify import topic_of, type_of
from generator.extract.events.knowledge import noun
from generator.extract.events.reading import Reading
from generator.extract.lexicon import RULES, rules
from generator.model.event_types import event_types

EXAMPLES = [(rule["type"], text) for rule in rules("triggers") for text in rule["examples"]]
OTHERS = [(rule["type"], text) for rule in rules("triggers") for text in rule.get("others", ())]
TOPICS = [(rule["type"], text) for rule in rules("topics") for text in rule["examples"]]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_examples(kind, text, context_from):
    """Every example of the rules is of the type its rule says."""
    reading = Reading(context_from(text), ())
    found = [type_of(clause, reading.subject_words(clause)) for clause in reading.clauses[0]]
    assert kind in [one.id for one in found if one]


@pytest.mark.parametrize(("kind", "text"), OTHERS, ids=lambda value: str(value)[:60])
def test_other_senses(kind, text, context_from):
    """Beside the nouns of "unless" a verb does not tell the type that it tells alone."""
    reading = Reading(context_from(text), ())
    found = [type_of(clause, reading.subject_words(clause)) for clause in reading.clauses[0]]
    assert kind not in [one.id for one in found if one]


def test_every_other_sense_is_shown():
    """A rule with "unless" has sentences for it, one a verb."""
    ruled = [rule for rule in rules("triggers") if "unless" in rule]
    assert ruled
    assert all(len(rule["others"]) >= len(rule["unless"]) for rule in ruled)


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The firm beat forecasts on Monday.", "results"),
        ("The Harriers beat Vale on Monday.", "sport"),
        ("Ministers called for calm on Monday.", "statement"),
        ("Ministers called an election for May on Monday.", "election"),
        ("The clinic began treating burns on Monday.", "health"),
        ("The port responded by shutting its gates on Monday.", "decision"),
    ],
)
def test_a_verb_with_its_noun_comes_before_the_verb_alone(text, kind, context_from):
    """A pair of any rule is tried before the lone verbs; "+for" stands right behind it; "began treating" treats."""
    reading = Reading(context_from(text), ())
    clause = reading.clauses[0][0]
    subject = reading.subject_words(clause)
    assert (type_of(clause, subject) or topic_of(clause, subject)).id == kind


def test_plurals_unknown_to_the_lexicon_have_their_singular():
    """A regular plural is led back to its noun though the lexicon does not hold it; "news" is none."""
    plurals = ("mudslides", "jihadists", "cryptocurrencies", "news", "physics", "virus", "bus")
    assert [noun(word) for word in plurals] == [
        "mudslide",
        "jihadist",
        "cryptocurrency",
        "news",
        "physics",
        "virus",
        "bus",
    ]


def test_an_aside_is_typed_by_the_noun_it_hangs_on(events_of):
    """What is told of a noun before a comma has that noun for its pair."""
    types = {
        draft.trigger: draft.event.type
        for draft in events_of("A challenge, brought in May 2024 by two tenants, failed on Monday.")
    }
    assert "court" in types.values()


def test_what_is_planned_or_tried_is_not_said(events_of):
    """A verb of plans with "to" tells of what is planned, unless in quotation marks."""
    (draft,) = events_of("Ana Mora chose to sell the brewery on Monday.")
    assert draft.event.type == "deal"


def test_kinds_are_known():
    """Every "$kind" of the rules is listed in rules/kinds.yaml, and each kind listed there is used."""
    text = "".join((RULES / f"{name}.yaml").read_text(encoding="utf-8") for name in ("triggers", "topics"))
    named, listed = set(re.findall(r"\$([a-z]+)", text)), rules("kinds")
    assert named <= {*listed["verbs"], *listed["nouns"]}
    assert {*listed["verbs"], *listed["nouns"]} <= named | {*listed["topics"]}
    assert {*listed["topics"]} <= {*listed["nouns"]}
    assert {*listed["topics"].values()} <= set(event_types())


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
