"""What dates are counted from, and what becomes of those that cannot be counted."""

import pytest

from generator.extract.dates import date_problems, day_of
from generator.extract.dates.holidays import easter, orthodox_easter
from generator.model.dates import UNKNOWN


def values(mentions):
    return [(mention.text, mention.value) for mention in mentions]


def test_without_a_publication_date_nothing_is_guessed(read):
    """Weekdays stay open, a day of a month keeps an unknown year, full dates are full."""
    found = read("On Tuesday he said the vote of 3 July was void, as in May 2019.", "")
    assert [(m.text, m.value, m.timex, m.anchor_kind) for m in found] == [
        ("Tuesday", "", "XXXX-WXX-2", ""),
        ("3 July", "XXXX-07-03", "XXXX-07-03", ""),
        ("May 2019", "2019-05", "2019-05", "absolute"),
    ]


def test_a_publication_year_alone_gives_the_year_and_no_day(read):
    """What needs the day stays open; what needs the year is read."""
    found = read("On 3 July it shut. Last year it grew. Yesterday it rained. On Tuesday it snowed.", "2025")
    assert [m.value for m in found] == ["2025-07-03", "2024", "", ""]


@pytest.mark.parametrize(
    ("published", "value"),
    [("2025-02-18?", "2025-02-17?"), ("2025-02-18~", "2025-02-17~"), ("2025-02-18%", "2025-02-17%")],
)
def test_a_doubtful_publication_day_makes_what_is_counted_from_it_doubtful(read, published, value):
    """The flag is carried over; dates that name their year keep none."""
    found = read("It fell yesterday, not in 2020.", published)
    assert [m.value for m in found] == [value, "2020"]


def test_a_weekday_that_contradicts_its_date_keeps_both_readings(read):
    """18 February 2025 was a Tuesday; the problem tells the two days."""
    found = read("They met on Monday, 18 February 2025.")
    assert (found[0].value, found[0].alternatives) == ("2025-02-18", ("2025-02-17",))
    problem = date_problems(found, "seeds/a.txt")[0]
    assert (problem.code, problem.where.path) == ("weekday-mismatch", "seeds/a.txt")


def test_a_weekday_helps_to_choose_among_near_years(read):
    """A Friday the 13th of December was in 2024."""
    assert read("It shut on Friday, 13 December.", "2025-06-20")[0].value == "2024-12-13"


@pytest.mark.parametrize(
    ("country", "value", "alternatives"),
    [("GB", "2023-07-03", ()), ("US", "2023-03-07", ()), ("", "2023-07-03", ("2023-03-07",))],
)
def test_numeric_order_is_the_outlets(read, country, value, alternatives):
    """Where the country is not known the other order is kept, and told."""
    found = read("Signed 3/7/2023 in the office.", country=country)
    assert (found[0].value, found[0].alternatives) == (value, alternatives)
    assert bool(date_problems(found)) == bool(alternatives)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was shut from Monday to Wednesday.", "2025-02-10/2025-02-12"),
        ("It will be shut from Friday to Monday.", "2025-02-21/2025-02-24"),
        ("Rain fell on June 30 and July 1, 2024.", None),
        ("He served between 2015 and 2018.", "2015/2018"),
        ("It runs from March 3 to March 5, 2026.", "2026-03-03/2026-03-05"),
        ("Sales fell from January to March 2024.", "2024-01/2024-03"),
    ],
)
def test_two_dates_that_are_one_span(read, text, expected):
    """Both mentions carry the span; each keeps its own TIMEX3 value."""
    first, second = read(text)
    expected = expected or "2024-06-30/2024-07-01"
    assert (first.value, second.value) == (expected, expected)
    assert first.timex < second.timex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 24 February 2022", "2022-02-24/.."),
        ("by Friday", "../2025-02-21"),
        ("until 1 March", "../2025-03-01"),
        ("no later than Friday", "../2025-02-21"),
        ("by the end of the year", "../2025-12~"),
        ("since last year", "2024/.."),
    ],
)
def test_words_that_leave_a_date_open(read, text, expected):
    """`since` opens the end, `by` and `until` the start."""
    assert read(f"It holds {text}.")[0].value == expected


def test_dates_counted_from_the_text(read):
    """Later, following and same count from the last date told."""
    found = read(
        "On 24 February 2022 the siege began. Three days later it failed. The following month they left. That year was hard."
    )
    assert [m.value for m in found] == ["2022-02-24", "2022-02-27", "2022-03", "2022"]
    assert [m.anchor_kind for m in found] == ["absolute", "context", "context", "context"]


def test_dates_counted_from_a_named_date(read):
    """A length and the date behind it are one; what lasted so long, and lengths before other things, are not."""
    assert values(read("It froze two days after Christmas.")) == [("two days after Christmas", "2024-12-27")]
    assert values(read("He left the day before the May 3 vote.", "2025-06-18")) == [
        ("the day before the May 3", "2025-05-02")
    ]
    assert values(read("He was held for two days before Friday.")) == [("two days", ""), ("Friday", "2025-02-14")]
    assert values(read("He left two days after the flood.")) == [("two days", "")]


def test_what_is_not_told_yet_is_not_the_same_day(read):
    """The past is not counted from a day to come."""
    text = "Two died on Monday. The 20th of February will be a day of mourning. On the same day, Monday, rain fell."
    assert ("the same day", "2025-02-17") in values(read(text))


def test_nothing_to_count_from_stays_open(read):
    """Days later than no date are no date of the calendar."""
    assert values(read("Two days later he left.")) == [("Two days later", "")]


def test_story_of_an_earlier_year(read):
    """A day without a year right after a dated one of another year is of that year."""
    assert values(read("They marched in May 2014. On 3 June they were stopped."))[1] == ("3 June", "2014-06-03")


def test_mentions_as_intervals(read):
    """`day_of` gives the interval, `UNKNOWN` for what has none."""
    found = read("It rained yesterday for two days.")
    assert str(day_of(found[0])) == "2025-02-17"
    assert day_of(found[1]) == UNKNOWN


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2024, "2024-03-31", "2024-05-05"), (2025, "2025-04-20", "2025-04-20"), (2038, "2038-04-25", "2038-04-25")],
)
def test_easter(year, western, eastern):
    """Both churches' Easter Sundays."""
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, eastern)
