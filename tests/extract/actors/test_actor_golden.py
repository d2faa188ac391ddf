"""Invented articles with who acts in them: what is found against what a reader would say."""

import re
from pathlib import Path

import pytest
import yaml

from generator.extract.actors import find_actors
from generator.extract.places import find_places

GOLDEN = Path(__file__).parents[2] / "golden" / "actors"
ARTICLES = sorted(GOLDEN.glob("*.yml"))


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(name="scores", scope="module")
def _scores(context_of):
    rows = []
    for path in ARTICLES:
        gold = load(path)
        context = context_of(gold["text"], gold["published"])
        actors = find_actors(context, ())
        rows.append((gold, actors, find_places(context, actors)))
    return rows


def found_actors(actors):
    return {one.value: one.actor_kind for one in actors if one.value and one.rule != "demonym"}


def test_enough_articles():
    """At least fifteen articles, of as many subjects."""
    assert len({load(path)["subject"] for path in ARTICLES}) >= 15


def test_actors(scores):
    """Who is named: precision above all, for a wrong record costs an editor's trust."""
    right = wrong = missing = 0
    for gold, actors, _places in scores:
        got = set(found_actors(actors).items())
        right += len(got & set(gold["actors"].items()))
        wrong += len(got - set(gold["actors"].items()) - set(gold.get("optional_actors", {}).items()))
        missing += len(set(gold["actors"].items()) - got)
    assert right / (right + wrong) >= 0.98
    assert right / (right + missing) >= 0.97


def test_places(scores):
    """Where, by id."""
    right = wrong = missing = 0
    for gold, _actors, places in scores:
        got = {one.value for one in places}
        right += len(got & set(gold["places"]))
        wrong += len(got - set(gold["places"]) - set(gold.get("optional_places", ())))
        missing += len(set(gold["places"]) - got)
    assert right / (right + wrong) >= 0.97
    assert right / (right + missing) >= 0.97


def test_coreference(scores):
    """Pronouns, surnames and descriptions lead to the one meant."""
    right = total = 0
    for gold, actors, _places in scores:
        for case in gold["coreferences"]:
            total += 1
            right += resolves(gold["text"], actors, case)
    assert right / total >= 0.97


def resolves(text, actors, case):
    start = text.index(case["in"]) + re.search(rf"\b{re.escape(case['text'])}\b", case["in"]).start()
    end = start + len(case["text"])
    here = [one for one in actors if one.start < end and start < one.end]
    here = [one for one in here if one.head] or here
    return any(one.value == case["is"] and one.name == case.get("name", one.name) for one in here)


def test_unnamed(scores):
    """Sources without a name are found with their description."""
    wanted = [(name, {one.text for one in actors}) for gold, actors, _ in scores for name in gold.get("unnamed", ())]
    assert sum(name in texts for name, texts in wanted) >= 0.9 * len(wanted)
