"""What somebody probably meant."""

import pytest

from generator.records.suggest import date_hint, did_you_mean, format_hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18.02.2025", "2025-02-18"),
        ("18/2/2025", "2025-02-18"),
        ("02/18/2025", "2025-02-18"),
        ("02/03/2025", "2025-03-02 or 2025-02-03"),
        ("2025/02/18", "2025-02-18"),
        ("20250218", "2025-02-18"),
        ("2025-2-8", "2025-02-08"),
        ("2025-18-02", "2025-02-18"),
        ("18 February 2025", "2025-02-18"),
        ("18th Feb. 2025", "2025-02-18"),
        ("February 18, 2025", "2025-02-18"),
        ("Feb 2025", "2025-02"),
        ("about 2025-02", "2025-02~"),
        ("since 24 February 2022", "2022-02-24/.."),
        ("by 18 February 2025", "../2025-02-18"),
        ("2025-02-14 - 2025-02-16", "2025-02-14/2025-02-16"),
        ("14 February 2025 to 16 February 2025", "2025-02-14/2025-02-16"),
        ("2025-02-16/2025-02-14", "2025-02-14/2025-02-16"),
        ("2025-02-18T14:30", "2025-02-18"),
    ],
)
def test_dates_written_otherwise(written: str, meant: str) -> None:
    """The usual ways to write a date lead to its EDTF form, both where a form has two readings."""
    assert date_hint(written) == f"did you mean {meant}?"


def test_dates_that_mean_nothing() -> None:
    """A day that does not exist leaves its month; words that are no date get an example."""
    assert date_hint("2025-02-30") == "did you mean 2025-02-28? Write 2025-02 when the day is not known"
    assert date_hint("soon").startswith("write, for example, 2025-02-18")


def test_words() -> None:
    """The nearest word allowed, whatever its case, spaces and hyphens; none when nothing is near."""
    assert did_you_mean("spoken-of", ("agent", "spoken_of")) == "did you mean 'spoken_of'?"
    assert did_you_mean("Speeker", ("agent", "speaker")) == "did you mean 'speaker'?"
    assert did_you_mean("zebra", ("agent", "speaker")) == ""


def test_formats() -> None:
    """A small change that makes the form right is offered, and nothing absurd."""
    assert format_hint("url", "example.org/a") == "did you mean https://example.org/a?"
    assert format_hint("number", "24,7") == "did you mean 24.7?"
    assert format_hint("country", "gb") == "did you mean GB?"
    assert format_hint("time", "9:30") == "did you mean 09:30?"
    assert format_hint("url", "javascript:alert(1)") == ""
