"""Dates beside each other: each of a list is its own mention, and one in brackets says what the other is."""

import pytest

LISTS = [
    ("2025-02-18", "They tried him in 1911 or 1912.", ["1911", "1912"]),
    ("2025-02-18", "Rivers rose in 2019, 2020 and again in 2022.", ["2019", "2020", "2022"]),
    ("2025-02-18", "Walkouts are planned for 4, 5 and 6 March.", ["2025-03-04", "2025-03-05", "2025-03-06"]),
    ("2025-02-18", "Walkouts are planned for March 4, 5 and 6.", ["2025-03-04", "2025-03-05", "2025-03-06"]),
    ("2025-02-18", "It rained on Saturday, Sunday and Monday.", ["2025-02-15", "2025-02-16", "2025-02-17"]),
    ("2025-02-19", "The panel sat on Tuesday and Thursday.", ["2025-02-11", "2025-02-13"]),
    ("2025-02-19", "The panel will sit on Tuesday and Thursday.", ["2025-02-25", "2025-02-27"]),
    ("2025-02-18", "The panel sits on Tuesday and Thursday.", ["2025-02-18", "2025-02-20"]),
    ("2025-02-18", "Snow is forecast for Thursday and Saturday.", ["2025-02-20", "2025-02-22"]),
    ("2025-02-18", "Quakes struck on May 1, May 3 and June 9, 2023.", ["2023-05-01", "2023-05-03", "2023-06-09"]),
    ("2025-02-18", "Quakes struck in May, July and August 2023.", ["2023-05", "2023-07", "2023-08"]),
]


@pytest.mark.parametrize(("published", "text", "expected"), LISTS)
def test_each_date_of_a_list_has_its_own_value(read, published, text, expected):
    """Lists and alternatives are no span, and the tense before the list is that of all of it."""
    assert [mention.value for mention in read(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact was signed on Tuesday (11 February).", "2025-02-11"),
        ("The pact was signed on Monday night (February 3).", "2025-02-03"),
        ("The pact was signed on Tuesday (12 February).", "2025-02-18"),
    ],
)
def test_a_weekday_is_of_the_date_in_brackets_behind_it(read, text, expected):
    """Where the date is of that weekday; else the weekday is read alone."""
    assert read(text)[0].value == expected


def test_weekdays_that_say_when_something_is_open_are_no_days(read):
    """A range without "from", told in the present, comes again every week."""
    assert [mention.timex for mention in read("The shop is open Monday to Friday.")] == ["XXXX-WXX-1", "XXXX-WXX-5"]
    assert read("The road was shut Monday to Wednesday.")[0].value == "2025-02-10/2025-02-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sunday's election will decide who governs.", "2025-02-23"),
        ("In Sunday's final, the two clubs meet again.", "2025-02-23"),
        ("Sunday's final was dull.", "2025-02-16"),
        ("Sunday's vote might change little.", "2025-02-16"),
        ("Sunday's fire will cost the town dear.", "2025-02-16"),
    ],
)
def test_what_is_of_a_weekday_and_known_before_looks_ahead_with_the_verb(read, text, expected):
    """Fixtures such as votes and matches; other things have happened."""
    assert read(text)[0].value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road has been shut since March.", "2024-03/.."),
        ("The show runs through Sunday.", "../2025-02-23"),
        ("The sale was halfway through 2024.", "2024"),
    ],
)
def test_one_side_of_time(read, text, expected):
    """What holds since a month began in the past; "through" is an end."""
    assert read(text)[0].value == expected


def test_two_times_of_one_day(read):
    """The day named with the second is that of the first."""
    assert [mention.value for mention in read("Guards saw him between 2 a.m. and 4 a.m. on Sunday.")] == [
        "2025-02-16"
    ] * 2
