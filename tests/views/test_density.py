"""The density chart."""

from datetime import date, timedelta

from generator.model.dates import parse_edtf
from generator.model.records import Event
from generator.views.density import WIDTH, density


def _events(*dates):
    return [Event(f"e{n}", "x", date=parse_edtf(text)) for n, text in enumerate(dates)]


def test_a_few_weeks_are_drawn_by_day():
    """Each bar leads to its day; what has no exact day is counted, not drawn."""
    chart = density(_events("2025-02-10", "2025-02-11", "2025-02-11", "2025-03-01", "2025-02", ""))
    assert chart.title == "Events by day"
    assert [(bar.label, bar.count, bar.path) for bar in chart.bars][1] == (
        "11 February 2025",
        2,
        "timeline/2025-02#d2025-02-11",
    )
    assert chart.description.endswith("most on 11 February 2025 (2). 2 more lie outside or have no exact day.")
    assert chart.bars[-1].x + chart.bars[-1].width <= WIDTH


def test_years_of_news_are_drawn_by_month_and_decades_by_year():
    """The unit follows the reach."""
    start = date(2015, 1, 15)
    months = _events(*((start + timedelta(days=40 * n)).isoformat() for n in range(60)))
    assert density(months).title == "Events by month"
    decades = _events(*((date(1900, 1, 15) + timedelta(days=600 * n)).isoformat() for n in range(70)))
    assert density(decades).title == "Events by year"


def test_one_old_event_does_not_flatten_the_rest():
    """Background of another decade is left to the description."""
    recent = [(date(2025, 2, 1) + timedelta(days=n % 28)).isoformat() for n in range(40)]
    chart = density(_events("1998-05-01", *recent))
    assert chart.title == "Events by day"
    assert "1 more lies outside" in chart.description


def test_too_little_to_draw():
    """Fewer than three bars are no chart."""
    assert density(_events("2025-02-10", "2025-02-11", "2025")) is None
    assert density([]) is None
