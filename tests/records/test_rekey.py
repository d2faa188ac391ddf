"""An article under another id, in trees and in the letters of files."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.records.emit import emit
from generator.records.reconcile import read_tree
from generator.records.rekey import rekeyed, rekeyed_text

NOW = {"old": "new-id"}
TEXT = """# mine
title: old  # old
sources:
  'old': # the old one
    quote: old
  other: {quote: "old: b"}
quotes:
  - {speaker: old, text: old, article: "old"}
remarks:
  - article: old
    text: old
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_only_what_names_the_article_changes(end: str) -> None:
    """Comments, quotation marks, line endings and the same word elsewhere stay."""
    expected = (
        TEXT.replace("'old':", "'new-id':").replace('"old"}', '"new-id"}').replace("article: old", "article: new-id")
    )
    assert rekeyed_text(TEXT.replace("\n", end), NOW) == expected.replace("\n", end)


def test_what_cannot_be_read_stays() -> None:
    """A file with an error, one that names both ids, and one without either."""
    for text in ("sources:\n  old: [\n", "sources:\n  old: {}\n  new-id: {}\n", "title: x\n", "- old\n"):
        assert rekeyed_text(text, NOW) == text


NAMES = st.sampled_from(["old", "new-id", "other", "older"])
TREES = st.fixed_dictionaries(
    {"title": NAMES, "sources": st.dictionaries(NAMES, st.fixed_dictionaries({"quote": NAMES}), min_size=1)},
    optional={
        "quotes": st.lists(st.fixed_dictionaries({"speaker": NAMES, "text": NAMES, "article": NAMES}), min_size=1),
        "remarks": st.lists(st.fixed_dictionaries({"text": NAMES, "article": NAMES}), min_size=1),
    },
)


@hypothesis_settings(deadline=None)
@given(TREES)
def test_files_and_trees_agree(tree: dict[str, object]) -> None:
    """The file says what the tree says, and a second time changes nothing."""
    text = rekeyed_text(emit(tree), NOW)  # type: ignore[arg-type]
    assert read_tree(text) == rekeyed(tree, NOW)
    assert rekeyed_text(text, NOW) == text
