"""Who says what: whole passages in every house style, and the examples beside each rule."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings, strategies
from lemminflect import getInflection

from generator.extract.attribution import find_attributions
from generator.extract.lexicon import rules
from generator.extract.quotes import find_quotes
from generator.model.mentions import Mention

CASES = yaml.safe_load((Path(__file__).parent / "speech.yaml").read_text(encoding="utf-8"))
VERBS = [(group, verb) for group in rules("reporting_verbs")["groups"] for verb in group["verbs"]]
NOUNS = [(row, noun) for row in rules("reporting_verbs")["nouns"] for noun in row["noun"]]


def said(context, actors=()):
    text = context.article.text
    found = find_quotes(context, tuple(actors))
    return [(item.quote_kind, item.text, text[item.speaker_span.start : item.speaker_span.end]) for item in found]


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_passages(case, context_from):
    """Each passage gives just the speech listed with it."""
    assert sorted(said(context_from(case["text"]))) == sorted(map(tuple, case["said"]))


@pytest.mark.parametrize(("group", "verb"), VERBS, ids=[f"{group['id']}-{verb}" for group, verb in VERBS])
def test_every_verb_reports(group, verb, context_from):
    """Each verb finds the content and the speaker of its group's example."""
    lemma, *particle = verb.split()
    past = " ".join([getInflection(lemma, "VBD")[0], *particle])
    example = group["example"]
    expected = (example.get("kind", "indirect"), example["content"], example["speaker"])
    assert expected in said(context_from(example["text"].replace("{past}", past)))


@pytest.mark.parametrize(("row", "noun"), NOUNS, ids=[f"{noun}-{row['behind'][0]}" for row, noun in NOUNS])
def test_every_noun_reports(row, noun, context_from):
    """Each noun finds the content and the owner of its example."""
    example = row["example"]
    found = said(context_from(example["text"].replace("{noun}", noun)))
    assert ("indirect", example["content"], example["speaker"]) in found


def actor(text, name, value, rule="alias"):
    start = text.index(name)
    return Mention(kind="actor", start=start, end=start + len(name), text=name, value=value, rule=rule)


def test_speaker_is_the_actor_mentioned(context_from):
    """A mention that covers the subject gives its id, a pronoun the id of its antecedent, an unnamed source none."""
    text = "“We sail,” Captain Ana Ruiz said. “Today,” she added. “Not so,” an official said."
    actors = (
        actor(text, "Ana Ruiz", "ana-ruiz"),
        actor(text, "she", "ana-ruiz", "pronoun"),
        actor(text, "an official", "", "unnamed"),
    )
    assert [item.speaker for item in find_quotes(context_from(text), actors)] == ["ana-ruiz", "ana-ruiz", ""]


def test_speaker_without_a_mention_is_a_slug(context_from):
    """A name no recogniser knows gives its slug, a common noun none."""
    found = find_quotes(context_from("“We sail,” Ana Ruiz said. “Not so,” the port replied."), ())
    assert [item.speaker for item in found] == ["ana-ruiz", ""]


def test_the_parts_of_a_split_quote_share_their_cue(context_from):
    """Both halves point at one verb, so that they can be joined."""
    found = find_quotes(context_from("“By noon,” Ruiz said, “the ship had left.”"), ())
    assert len({item.cue_span for item in found}) == 1
    assert len(found) == 2


MARKS = [*"“”‘’\"',.:;—-()", "'s", "\n", "5"]
SPEECH = "said he who Ana the mayor that to claim adding according told Reuters was rejected by and but"
WORDS = [*MARKS, *SPEECH.split(), "call", "for", "plan", "citing", "on", "Monday", "she's"]


@settings(max_examples=300, deadline=None)
@given(strategies.lists(strategies.sampled_from(WORDS), max_size=40))
def test_any_order_of_words(context_from, words):
    """No order of words, marks and breaks crashes the finders; spans lie inside the text and name what they hold."""
    text = " ".join(words)
    context = context_from(text)
    for item in (*find_quotes(context, ()), *find_attributions(context, ())):
        assert text[item.start : item.end] == item.text
        assert item.text.strip()
        assert 0 <= item.speaker_span.start <= item.speaker_span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        "“a” " * 10_000,
        "He said " * 20_000,
        "“a, b” said " * 10_000,
        "according to " * 20_000,
        "X's claim that " * 10_000,
        ", said, " * 20_000,
    ],
    ids=["marks", "quotes", "verbs", "inverted", "according", "nouns", "commas"],
)
def test_one_endless_line(text, context_from):
    """No repetition crashes the finder or takes more than a few seconds."""
    context = context_from(text)
    started = time.process_time()
    find_quotes(context, ())
    assert time.process_time() - started < 10
