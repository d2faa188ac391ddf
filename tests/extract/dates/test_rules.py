"""Every rule of rules/dates-*.yaml does what its examples say, and nothing else becomes a date."""

from pathlib import Path

import pytest
import yaml

from generator.extract.dates.find import MAKERS
from generator.extract.dates.grammar import FILES, grammar
from generator.extract.lexicon import RULES, rules
from generator.extract.tense import lean

ENTRIES = [entry for name in FILES for entry in rules(name)["rules"]]
EXAMPLES = [(entry["id"], example) for entry in ENTRIES for example in entry["examples"]]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else part["text"][:40]
)
def test_a_rule_reads_its_example(read, rule, example):
    """The span, EDTF value, TIMEX3 value and type, and the rule that made the mention, are as the YAML says."""
    found = read(example["text"], str(example.get("published", "2025-02-18")), example.get("country", ""))
    mention = [mention for mention in found if mention.text == example["span"]][-1]
    expected = (rule, str(example["value"]), str(example["timex"]), example.get("type", "DATE"))
    assert (mention.rule, mention.value, mention.timex, mention.timex_type) == expected


def test_every_rule_has_an_example_that_fires_it(read):
    """Rule coverage is complete."""
    fired = {
        mention.rule
        for _, example in EXAMPLES
        for mention in read(example["text"], str(example.get("published", "2025-02-18")), example.get("country", ""))
    }
    assert {entry["id"] for entry in ENTRIES} <= fired


def test_ids_are_unique_and_makers_exist():
    """A mention's rule names one rule, and each rule names a function; no function is left without a rule."""
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))
    assert {entry["make"] for entry in ENTRIES} == set(MAKERS)
    assert all(rule.needs for rule in grammar().rules)


@pytest.mark.parametrize("example", rules("dates-not")["examples"], ids=lambda example: example["text"][:40])
def test_words_that_only_look_like_dates_are_left_alone(read, example):
    """Names, counts, scores, ages and other words are no temporal expressions."""
    assert [mention.text for mention in read(example["text"])] == example.get("finds", [])


@pytest.mark.parametrize("example", rules("dates-tense")["examples"], ids=lambda example: example["text"])
def test_tense_beside_a_date(example):
    """Past verbs look back, "will" and plans look ahead."""
    words = example["text"].lower().split()
    at = words.index(example["at"].lower())
    assert lean(words, at, at + 1) == example["lean"]


def test_all_rule_files_are_loaded():
    """A file of date rules that nothing reads would be dead knowledge."""
    present = {path.stem for path in Path(RULES).glob("dates-*.yaml")}
    assert present == {*FILES, "dates-not", "dates-tense"}
    assert all(yaml.safe_load((RULES / f"{name}.yaml").read_text(encoding="utf-8")) for name in present)
