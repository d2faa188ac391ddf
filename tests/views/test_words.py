"""Dates in words, and where the timeline files them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import parse_edtf
from generator.views.buckets import bucket, day_key, label
from generator.views.words import basis_words, date_words, long_words, machine_date, mark

CASES = [
    # EDTF, in full, short, mark, bucket, day
    ("2025-02-18", "18 February 2025", "18 Feb", "exact", "2025-02", "2025-02-18"),
    ("2025-02-18~", "about 18 February 2025", "c. 18 Feb", "about", "2025-02", "2025-02-18"),
    ("2025-02-18?", "18 February 2025 (doubtful)", "18 Feb?", "doubtful", "2025-02", "2025-02-18"),
    ("2025-02", "February 2025", "February", "coarse", "2025-02", ""),
    ("2025", "2025", "2025", "coarse", "2025", "2025-01-01"),
    ("2014-21", "spring 2014", "spring 2014", "coarse", "2014", "2014-03-01"),
    ("2024-36", "fourth quarter of 2024", "fourth quarter of 2024", "coarse", "2024", "2024-10-01"),
    ("2024-41", "second half of 2024", "second half of 2024", "coarse", "2024", "2024-07-01"),
    ("199X", "the 1990s", "the 1990s", "coarse", "1990s", "1990-01-01"),
    ("19XX", "the 20th century", "the 20th century", "coarse", "1900s-century", "1900-01-01"),
    ("2025-02-14/2025-02-16", "14–16 February 2025", "14–16 Feb", "span", "2025-02", "2025-02-14"),
    ("2025-02-28/2025-03-02", "28 February – 2 March 2025", "28 Feb – 2 Mar", "span", "2025-02", "2025-02-28"),
    ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025", "30 Dec – 2 Jan", "span", "2024-12", "2024-12-30"),
    ("2019-06/2021-01", "June 2019 – January 2021", "June 2019 – January 2021", "span", "2019-06", ""),
    ("2025-03-01/2025-03-10~", "early March 2025", "early March", "about", "2025-03", "2025-03-01"),
    ("../2025-02-18", "by 18 February 2025", "by 18 Feb", "by", "2025-02", "2025-02-18"),
    ("../2025", "by 2025", "by 2025", "by", "2025", ""),
    ("2022-02-24/..", "since 24 February 2022", "since 24 Feb", "since", "2022-02", "2022-02-24"),
    ("2019/2021", "2019 – 2021", "2019 – 2021", "span", "2019", ""),
    ("XXXX-09-03", "3 September, year unknown", "3 September, year unknown", "unknown", "undated", ""),
    ("", "date unknown", "date unknown", "unknown", "undated", ""),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0] or "empty")
def test_each_precision_has_its_words(case):
    """A date is told as precisely as its text and filed no more precisely than that."""
    edtf, full, short, kind, heading, day = case
    when = parse_edtf(edtf)
    assert (date_words(when), date_words(when, year=False), mark(when)) == (full, short, kind)
    assert (bucket(when), day_key(when)) == (heading, day)


def test_a_bound_is_spelt_out_on_the_events_own_page():
    """`../d` reads "on or before", with the reason for it."""
    assert long_words(parse_edtf("../2025-02-18")) == "on or before 18 February 2025"
    assert basis_words("inferred", 'the text says "Earlier".') == 'inferred: the text says "Earlier"'


def test_only_exact_dates_go_to_machines():
    """A `datetime` attribute never claims more than is known."""
    assert [machine_date(parse_edtf(t)) for t in ("2025-02-18", "2025-02", "2025-02-18~", "2014-21", "../2025")] == [
        "2025-02-18", "2025-02", "", "", ""
    ]  # fmt: skip


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]), st.sampled_from(["{}", "../{}", "{}/.."]), st.integers(4, 10))
def test_any_date_has_words_and_a_heading(day, flag, shape, length):
    """No date of the subset is without words, and its heading has a label."""
    text = day.isoformat()[: {4: 4, 5: 4, 6: 7, 7: 7, 8: 10, 9: 10, 10: 10}[length]]
    when = parse_edtf(shape.format(text + flag))
    assert str(day.year) in date_words(when)
    assert label(bucket(when))
