"""Every form of date that news prose has, by name: what is found in a sentence, and as which EDTF value.

Values are for an article of Tuesday 18 February 2025, unless the row names another day.
"""

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8"))
FORMS = [
    ("day-month", "The council met on 3 February.", [("3 February", "2025-02-03")]),
    ("month-day", "The council met on February 3.", [("February 3", "2025-02-03")]),
    ("AP", "The council met on Feb. 3.", [("Feb. 3", "2025-02-03")]),
    ("ordinal", "The council met on the 3rd of February.", [("the 3rd of February", "2025-02-03")]),
    ("numeric, day first", "Signed 27/3/2023.", [("27/3/2023", "2023-03-27")]),
    ("ISO", "Changed 2024-11-05.", [("2024-11-05", "2024-11-05")]),
    ("range", "The fair runs 14–16 June.", [("14–16 June", "2025-06-14/2025-06-16")]),
    (
        "range over months",
        "It was shut 28 December–3 January.",
        [("28 December–3 January", "2024-12-28/2025-01-03")],
    ),
    ("between days", "The fair runs between 3 and 5 June.", [("3 and 5 June", "2025-06-03/2025-06-05")]),
    (
        "weekday to weekday",
        "It was shut from Monday to Wednesday.",
        [("Monday", "2025-02-10/2025-02-12"), ("Wednesday", "2025-02-10/2025-02-12")],
    ),
    (
        "weekdays of a week",
        "It was shut from Monday to Wednesday last week.",
        [("Monday", "2025-02-10/2025-02-12"), ("Wednesday last week", "2025-02-10/2025-02-12")],
    ),
    (
        "day and day",
        "Rain fell on June 30 and July 1, 2024.",
        [("June 30", "2024-06-30/2024-07-01"), ("July 1, 2024", "2024-06-30/2024-07-01")],
    ),
    (
        "list of days",
        "They met on 3, 5 and 9 June 2024.",
        [("3", "2024-06-03"), ("5", "2024-06-05"), ("9 June 2024", "2024-06-09")],
    ),
    (
        "months of last year",
        "Sales fell from January to June last year.",
        [("January", "2024-01/2024-06"), ("June last year", "2024-01/2024-06")],
    ),
    ("years", "He served from 2015 until 2018.", [("2015", "2015/2018"), ("2018", "2015/2018")]),
    ("weekday of publication", "They met on Tuesday.", [("Tuesday", "2025-02-18")]),
    ("last weekday", "They met last Tuesday.", [("last Tuesday", "2025-02-11")]),
    ("next weekday", "They meet next Tuesday.", [("next Tuesday", "2025-02-25")]),
    ("tense back", "The court ruled on Friday.", [("Friday", "2025-02-14")]),
    ("tense ahead", "The court will rule on Friday.", [("Friday", "2025-02-21")]),
    ("yesterday", "They met yesterday.", [("yesterday", "2025-02-17")]),
    ("last week", "They met last week.", [("last week", "2025-02-10/2025-02-16")]),
    ("last month", "They met last month.", [("last month", "2025-01")]),
    ("last year", "They met last year.", [("last year", "2024")]),
    ("earlier this month", "They met earlier this month.", [("earlier this month", "2025-02-01/2025-02-18")]),
    (
        "the same day",
        "It broke on 3 May 2019 and was mended the same day.",
        [("3 May 2019", "2019-05-03"), ("the same day", "2019-05-03")],
    ),
    (
        "days later",
        "It broke on 3 May 2019. Two days later it broke again.",
        [("3 May 2019", "2019-05-03"), ("Two days later", "2019-05-05")],
    ),
    (
        "the day before",
        "It broke on 3 May 2019. The day before, it had rained.",
        [("3 May 2019", "2019-05-03"), ("The day before", "2019-05-02")],
    ),
    ("ago", "They met a week ago.", [("a week ago", "2025-02-10/2025-02-16")]),
    ("ago today", "He died a year ago today.", [("a year ago today", "2024-02-18")]),
    (
        "years on",
        "It broke in May 2019. Three years on, it was mended.",
        [("May 2019", "2019-05"), ("Three years on", "2022")],
    ),
    ("early", "It closed in early 2019.", [("early 2019", "2019-01~/2019-04~")]),
    ("mid", "It closed in mid-May 2019.", [("mid-May 2019", "2019-05-11~/2019-05-20~")]),
    ("late", "It closed in late March 2019.", [("late March 2019", "2019-03-21~/2019-03-31~")]),
    ("end of the year", "It will close by the end of the year.", [("the end of the year", "../2025-12~")]),
    ("season", "It opened in the spring of 2014.", [("the spring of 2014", "2014-21")]),
    ("quarter", "Sales rose in the third quarter of 2024.", [("the third quarter of 2024", "2024-35")]),
    ("fiscal year", "Sales rose in fiscal 2024.", [("fiscal 2024", "2024~")]),
    ("fiscal years", "Sales rose in the financial year 2023/24.", [("the financial year 2023/24", "2023~/2024~")]),
    ("half", "Sales rose in the second half of 2024.", [("the second half of 2024", "2024-41")]),
    ("decade", "Rents doubled in the 1990s.", [("the 1990s", "199X")]),
    ("century", "A chapel of the 12th century burned down.", [("the 12th century", "11XX")]),
    ("holiday", "It was shut on Christmas Day.", [("Christmas Day", "2024-12-25")]),
    ("moving holiday", "It will be shut on Easter Monday.", [("Easter Monday", "2025-04-21")]),
    ("since", "It has been shut since 24 February 2022.", [("24 February 2022", "2022-02-24/..")]),
    ("time with zone", "It begins at 5 p.m. ET on Friday.", [("5 p.m. ET on Friday", "2025-02-21")]),
    ("time and numeric date", "It opened at 8 a.m. on 16/05/2022.", [("8 a.m. on 16/05/2022", "2022-05-16")]),
    ("overnight", "Drones struck overnight.", [("overnight", "2025-02-17/2025-02-18")]),
    ("overnight into", "Drones struck overnight into Monday.", [("overnight into Monday", "2025-02-16/2025-02-17")]),
    ("duration", "The talks took nearly five hours.", [("nearly five hours", "")]),
    ("recent years", "Rents doubled in the last two years.", [("the last two years", "2023-02~/2025-02~")]),
    ("set", "They meet every Friday.", [("every Friday", "")]),
    ("present", "The road is now shut.", [("now", "")]),
    ("past", "The road was recently shut.", [("recently", "")]),
]

ON_OTHER_DAYS = [
    ("2019-09-30", "They met earlier this month.", [("earlier this month", "2019-09")]),
    ("2019-09-30", "They meet later this month.", [("later this month", "2019-09-30")]),
    ("2024-02-29", "He died a year ago today.", [("a year ago today", "2023-02-28")]),
    ("", "From January to June last year sales fell.", [("January", "XXXX-01"), ("June last year", "XXXX-06")]),
    ("", "He died ten years ago this month.", [("ten years ago this month", "")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS])
def test_a_form_of_date_is_read(read, text, expected):
    """All that the sentence holds, and nothing more, with its value."""
    assert [(mention.text, mention.value) for mention in read(text)] == expected


@pytest.mark.parametrize(("published", "text", "expected"), ON_OTHER_DAYS)
def test_forms_at_the_edges_of_the_calendar(read, published, text, expected):
    """Last days of a month, leap days, and no publication date at all."""
    assert [(mention.text, mention.value) for mention in read(text, published)] == expected


@pytest.mark.parametrize("form", SENTENCES, ids=lambda form: form["text"][:50])
def test_sentences_of_many_newsrooms(read, form):
    """What forms.yaml lists, and nothing more."""
    found = [
        [mention.text, mention.value or mention.timex]
        for mention in read(form["text"], country=form.get("country", ""))
    ]
    assert found == form["found"]
