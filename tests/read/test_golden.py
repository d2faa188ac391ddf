"""Golden files: each seed in tests/golden/read/inputs reads as its JSON in tests/golden/read/expected.

UPDATE_GOLDEN=1 writes the JSON anew; read the diff before you commit it."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from generator.read.read import read_article
from generator.read.sentences import split

GOLDEN = Path(__file__).parents[1] / "golden" / "read"
INPUTS = sorted(path for path in (GOLDEN / "inputs").iterdir() if not path.name.startswith("."))


def as_read(path):
    article, problems = read_article(
        path, path.parent, year_hint=lambda text: (2024, "the minister's office") if "Vik" in text else None
    )
    told = [f"{problem.level} {problem.code}" for problem in problems]
    if article is None:
        return {"problems": told}
    related = [
        {key: getattr(line, key) for key in ("prefix", "prefix_kind", "headline", "url")} for line in article.related
    ]
    return {
        "id": article.id,
        "title": article.title,
        "outlet": [article.outlet, article.outlet_name],
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "published": [str(article.published), article.published_time, article.published_basis, article.published_note],
        "paragraphs": [article.text[start:end] for start, end in article.paragraphs],
        "sentences": len(split(article)),
        "related": related,
        "sources": list(article.sources),
        "problems": told,
    }


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_seed_reads_as_its_golden_file(path):
    """Every field an article has, its paragraphs and lists, and the codes of its problems."""
    expected = GOLDEN / "expected" / f"{path.name}.json"
    found = json.dumps(as_read(path), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_offsets_are_exact(path):
    """Paragraphs and sentences stand where they say, in order, and paragraphs joined by newlines are the text."""
    article, _ = read_article(path, path.parent)
    if article is None:
        return
    assert "\n".join(article.text[start:end] for start, end in article.paragraphs) == article.text
    sentences = split(article)
    assert [article.text[sentence.start : sentence.end] for sentence in sentences] == [
        sentence.text for sentence in sentences
    ]
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    assert all(before.end <= after.start for before, after in pairwise(sentences))
