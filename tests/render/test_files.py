"""Data files, feed and calendar."""

import csv
import io
import json
from pathlib import Path

import lxml.etree
import pytest

from generator.model.corpus import Corpus
from generator.model.dates import parse_edtf
from generator.model.records import Citation, Event, Quote
from generator.render.files import data_files
from generator.settings import Settings

EVENTS = (
    Event(
        "2025-02-18-talks",
        "=Talks & <tea>",
        date=parse_edtf("2025-02-18"),
        date_basis="stated",
        type="talks",
        actors={"marco-rubio": "agent"},
        quotes=(Quote("marco-rubio", "Yes"),),
        sources={
            "x": Citation(
                quote=("They met.",), url="https://x.example/", outlet="x-news", published=parse_edtf("2025-02-19")
            )
        },
    ),
    Event(
        "2025-05-04-vote",
        "A vote; in Łódź, on Sunday, at the polling stations which open at seven in the morning",
        date=parse_edtf("2025-05-04"),
        status="planned",
    ),
    Event("month-plan", "Payment", date=parse_edtf("2025-03"), status="planned"),
    Event("open", "It began", date=parse_edtf("../2024-12-31")),
    Event("undated", "Nobody knows"),
)


@pytest.fixture
def files():
    def make(site_url="https://team.example/story/"):
        corpus = Corpus(events={event.id: event for event in EVENTS})
        return {page.path: page.body for page in data_files(corpus, Settings(root=Path(), site_url=site_url))}

    return make


def test_json_holds_every_event_with_its_bounds(files):
    """Dates as written and as the days they may be; nothing that was left empty."""
    events = json.loads(files()["events.json"])["events"]
    assert [event["id"] for event in events] == ["open", "2025-02-18-talks", "month-plan", "2025-05-04-vote", "undated"]
    assert events[0]["latest"] == "2024-12-31"
    assert "earliest" not in events[0]
    assert events[1]["plover"] == "CONSULT"
    assert events[1]["sources"]["x"]["published"] == "2025-02-19"
    assert events[1]["page"] == "https://team.example/story/events/2025-02-18-talks.html"


def test_a_table_runs_no_formula(files):
    """A title that begins like a formula is text."""
    rows = list(csv.DictReader(io.StringIO(files()["events.csv"])))
    assert rows[1]["title"] == "'=Talks & <tea>"
    assert rows[1]["actors"] == "Marco Rubio (agent)"


def test_timeline_js_texts_are_escaped(files):
    """Its texts are HTML; the undated have no slide."""
    slides = json.loads(files()["timeline.json"])["events"]
    assert len(slides) == 4
    assert slides[1]["text"]["headline"] == "=Talks &amp; &lt;tea&gt;"
    assert slides[1]["start_date"] == {"year": 2025, "month": 2, "day": 18}
    assert slides[2]["start_date"] == {"year": 2025, "month": 3}


def test_the_feed_is_dated_by_its_sources(files):
    """Well-formed Atom without a clock; only where the site has an address."""
    feed = lxml.etree.fromstring(files()["feed.xml"].encode())
    ns = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:updated", namespaces=ns) == "2025-02-19T00:00:00Z"
    assert feed.findtext("a:entry/a:title", namespaces=ns) == "=Talks & <tea>"
    assert "feed.xml" not in files("")


def test_the_calendar_holds_planned_days(files):
    """Lines of at most 75 octets, text escaped, a month alone left out."""
    calendar = files()["calendar.ics"]
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    unfolded = calendar.replace("\r\n ", "")
    assert "SUMMARY:A vote\\; in Łódź\\, on Sunday\\, at" in unfolded
    assert unfolded.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20250504\r\n" in unfolded
    assert "DTEND;VALUE=DATE:20250505\r\n" in unfolded
