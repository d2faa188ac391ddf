"""Short articles on many subjects: who is named in them, and who says what is in quotation marks."""

from pathlib import Path

import pytest
import yaml

from generator.extract.actors import find_actors
from generator.extract.quotes import find_quotes

CASES = yaml.safe_load((Path(__file__).parent / "voices.yaml").read_text(encoding="utf-8"))


def read(case, context_from):
    context = context_from(case["text"])
    actors = find_actors(context, ())
    return actors, find_quotes(context, actors)


@pytest.mark.parametrize("case", CASES, ids=[case["subject"] for case in CASES])
def test_who_is_named(case, context_from):
    """Just the people and organisations listed with the article are actors, states and media aside."""
    actors, _quotes = read(case, context_from)
    found = {one.value: one.actor_kind for one in actors if one.value and one.actor_kind not in ("state", "media")}
    optional = set(case.get("optional", ()))
    assert {key: kind for key, kind in found.items() if key not in optional} == {
        key: kind for key, kind in case["actors"].items() if kind != "state" and key not in optional
    }


@pytest.mark.parametrize("case", CASES, ids=[case["subject"] for case in CASES])
def test_who_says_what(case, context_from):
    """Each quotation has the speaker listed with it: an id, or the words that describe somebody without a name."""
    _actors, quotes = read(case, context_from)
    text = case["text"]
    marked = [one for one in quotes if one.quote_kind in ("direct", "partial")]
    found = [
        (one.text.strip('“”"').removesuffix(","), one.speaker or text[one.speaker_span.start : one.speaker_span.end])
        for one in marked
    ]
    assert found == [tuple(pair) for pair in case["said"]]
