"""Ways of attributing words in quotation marks, by house style."""

from pathlib import Path

import pytest
import yaml
from slugify import slugify

from generator.extract.actors import find_actors
from generator.extract.quotes import find_quotes

CASES = yaml.safe_load((Path(__file__).parent / "styles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["style"] for case in CASES])
def test_who_says_the_words_in_marks(case, context_from):
    """Just the words listed are somebody's, each with its speaker."""
    context = context_from(case["text"])
    text = context.article.text
    quotes = find_quotes(context, find_actors(context, ()))
    found = [
        (_bare(one.text), _named(one.speaker or text[one.speaker_span.start : one.speaker_span.end]))
        for one in quotes
        if one.quote_kind in ("direct", "partial") and (one.speaker or one.speaker_span)
    ]
    assert sorted(found) == sorted((words, _named(who)) for words, who in case["said"])


def _named(speaker):
    """A name and a description alike, without its article."""
    return slugify(speaker).removeprefix("the-")


def _bare(text):
    return "/".join(line for line in text.strip("“”\"‘’'«»„").removesuffix(",").split("\n") if line)
