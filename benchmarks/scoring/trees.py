"""What Dateline finds in an article, as whoever reads the JSON of `dateline annotate --json` gets it."""

import json
from typing import Any

import msgspec

from generator.extract.annotate import annotate, as_tree
from generator.extract.context import Known
from generator.model.mentions import Mention, Span
from generator.model.text import Article


def read_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions of the article, written as JSON and read again."""
    tree = json.loads(json.dumps(as_tree(annotate(article, Known()))))
    return tuple(_mention(one) for one in tree["mentions"])


def _mention(row: dict[str, Any]) -> Mention:
    spans = {
        f"{name}_span": Span(row[f"{name}_start"], row[f"{name}_end"])
        for name in ("speaker", "cue")
        if f"{name}_start" in row
    }
    return msgspec.structs.replace(msgspec.convert(row, Mention), **spans)
