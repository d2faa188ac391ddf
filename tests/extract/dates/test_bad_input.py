"""Texts no newsroom sends: the finder neither crashes nor slows down, and what it returns is sound."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.context import Context, Known
from generator.extract.dates import find_dates
from generator.model.dates import parse_edtf
from generator.model.text import Article

_PIECES = """the a last next early late mid - – , . ' s 1 3 12 31 99 1998 2024 2025-02-30 29/2/2023 3/7 18th third quarter
year years day days ago later earlier before on in of to and between since by Monday Sat. May March Feb. spring fall half fiscal
century decades noon p.m. 25:61 ended overnight into attacks any night today this every few hundred thousand twenty-one Easter
Christmas week 0000 99999999999 31.12.9999 14/15 Monday to then until past new following Thanksgiving '02 local
time end half on Wednesday Independence Day
Ukraine million 18th weekend today's Now"""
WORDS = st.sampled_from([*_PIECES.split(), "\n"])


def find(text, published="2025-02-18"):
    article = Article("a", text, ((0, len(text)),), published=parse_edtf(published))
    return find_dates(Context(article, (), Known()))


@given(
    st.lists(WORDS, max_size=30),
    st.sampled_from(["2025-02-18", "", "2025", "2025-02", "0001-01-01", "9999-12-31", "2024-02-29"]),
)
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_date_words_is_read_soundly(words, published):
    """Spans are in order, apart and verbatim; every value is EDTF."""
    text, end = " ".join(words), 0
    for mention in find(text, published):
        assert end <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        assert parse_edtf(mention.value).edtf == mention.value
        end = mention.end


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "99 centuries ago",
        "9999999999 years later",
        "in the year 0",
        "Feb. 30, 2024",
        "\u202eMonday\u0301 3 May",
        "10000 BC",
        "9" * 6000,
        "the last week of 31.12.9999",
        "from any Monday to Friday",
        "a year earlier than XXXX-Q1",
        "the quarter ended Feb. 30",
        "overnight into Feb. 31",
    ],
)
def test_odd_texts_raise_nothing(text):
    """Huge counts, impossible days and control characters are no exception."""
    find(text)


def test_impossible_days_are_no_days():
    """There is no 30 February and no 31 June."""
    assert "2024-02-30" not in {mention.timex for mention in find("On Feb. 30, 2024 and on 31 June 2024.")}


@pytest.mark.parametrize(
    "piece",
    [
        "1998 ",
        "a year earlier ",
        "the third quarter ",
        "twenty ",
        "May ",
        "Monday and ",
        "word ",
        "x",
        "1,000",
        "early the last ",
        "3, 5 and ",
        "8:00 on ",
        "'",
    ],
)
def test_time_grows_with_length_only(piece):
    """Ten times the text takes no more than thirty times the time."""
    find(piece)
    small, large = (min(_seconds(piece * count) for _ in range(2)) for count in (1000, 10_000))
    assert large < 30 * max(small, 0.01)


def _seconds(text):
    started = time.process_time()
    find(text)
    return time.process_time() - started
