"""Names of events."""

import pytest

from generator.model.dates import parse_edtf
from generator.records.ids import event_id, is_id, slug


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2025-02-12", "2025-02-12-"),
        ("2025-02-12~", "2025-02-12-"),
        ("../2025-02-18", "by-2025-02-18-"),
        ("2022-02-24/..", "since-2022-02-24-"),
        ("2025-02-14/2025-02-16", "2025-02-14-"),
        ("2025-02", "2025-02-"),
        ("2025-33", "2025-"),
        ("199X", "1990s-"),
        ("", "undated-"),
        ("XXXX-09-03", "undated-"),
    ],
)
def test_the_date_comes_first(date: str, start: str) -> None:
    """Each form of a date has its prefix, and the whole is an id."""
    name = event_id(parse_edtf(date), "Talks")
    assert name == f"{start}talks"
    assert is_id(name)


def test_titles_end_at_a_word() -> None:
    """At most 60 characters, whole words, no apostrophes or signs of money; a title in no letters still gives a name."""
    title = "Trump announced the start of negotiations with Moscow to end Russia’s war in Ukraine"
    assert slug(title) == "trump-announced-the-start-of-negotiations-with-moscow-to-end"
    assert slug("Russia’s war") == "russias-war"
    assert slug("Fine cut to £900, or ¥1.5m") == "fine-cut-to-900-or-1-5m"
    assert len(slug("x" * 200)) == 60
    assert is_id(slug("🎉"))


@pytest.mark.parametrize("text", ["", "index", "A", "a b", "../a", "a/b", ".a", "a-", "-a", "a\n", "a#b"])
def test_what_is_no_id(text: str) -> None:
    """What cannot be a file's and a page's name everywhere is refused."""
    assert not is_id(text)
