"""The blind set of articles is well formed: what its gold quotes stands in the article once, and dates and ids are valid."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.model.dates import parse_edtf
from generator.model.event_types import event_types

ARTICLES = Path(__file__).parent / "golden" / "articles"
GOLD = sorted(path for half in ("dev", "held") for path in (ARTICLES / half).glob("*.gold.yaml"))
ROLES = {"agent", "counterpart", "speaker", "target", "spoken_of", "absent"}
EVENT_KEYS = {"sentence", "date", "or_date", "basis", "type", "or_type", "polarity", "actors", "title_words", "also"}
KEYS = {
    "published",
    "title",
    "outlet",
    "events",
    "optional_events",
    "actors",
    "optional_actors",
    "quotes",
    "optional_quotes",
    "indirect",
    "attributions",
    "related",
    "not_events",
}


def article_of(gold_path):
    """The article that stands beside a gold file."""
    stem = gold_path.name.removesuffix(".gold.yaml")
    (path,) = (one for one in gold_path.parent.glob(f"{stem}.*") if not one.name.endswith(".gold.yaml"))
    return path


def plain_text(path):
    """The words of an article file, without markup, white space squeezed."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<head\b.*?</head>|<script\b.*?</script>", " ", text)
        text = unescape(re.sub(r"<[^>]+>", " ", text))
    if path.suffix == ".md":
        text = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
        text = re.sub(r"\]\([^)]*\)|[*\[]", "", text)
    return " ".join(text.split())


def beginnings(gold):
    """Every sentence beginning that the gold names."""
    for event in gold["events"] + gold["optional_events"]:
        yield from (event["sentence"], *event.get("also", ()))
    yield from (one["sentence"] for one in gold["indirect"])
    yield from gold["not_events"]


@pytest.fixture(params=GOLD, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.gold.yaml')}")
def case(request):
    return yaml.safe_load(request.param.read_text(encoding="utf-8")), plain_text(article_of(request.param))


def test_halves_are_whole():
    """At least 12 articles are held back, no fewer to develop on, and every article has its gold."""
    counts = [
        len([one for one in (ARTICLES / half).iterdir() if not one.name.endswith(".yaml")]) for half in ("dev", "held")
    ]
    assert counts[0] >= counts[1] >= 12
    assert sum(counts) == len(GOLD)


def test_beginnings_stand_once(case):
    """A sentence is named by a beginning that no other sentence has."""
    gold, text = case
    assert [one for one in beginnings(gold) if text.count(one) != 1] == []


def test_quotes_and_attributions_stand_once(case):
    """Quoted words, attributions and related headlines are verbatim and unambiguous."""
    gold, text = case
    texts = [one["text"] for one in gold["quotes"] + gold["attributions"]] + gold["optional_quotes"]
    texts += [one["headline"] for one in gold["related"]]
    assert [one for one in texts if text.count(one) != 1 or "..." in one] == []


def test_dates_and_ids(case):
    """Dates are EDTF, the publication is a day, types, roles, bases and polarities are those of the records."""
    gold, _ = case
    assert gold.keys() <= KEYS
    assert parse_edtf(str(gold["published"])).precision == "day"
    for event in gold["events"] + gold["optional_events"]:
        assert event.keys() <= EVENT_KEYS
        assert all(parse_edtf(one).edtf for one in (event["date"], *event.get("or_date", ())))
        assert event["basis"] in ("stated", "inferred", "unknown")
        assert {event["type"], *event.get("or_type", ())} <= set(event_types())
        assert event.get("polarity", "asserted") in ("asserted", "planned")
        assert set(event.get("actors", {}).values()) <= ROLES


def test_actors_and_title_words_are_named(case):
    """Actors of events and speakers are listed, and the words of a title are the article's own."""
    gold, text = case
    listed = {one["name"] for one in gold["actors"]} | set(gold["optional_actors"])
    named = {name for event in gold["events"] for name in event["actors"]}
    assert named <= listed
    assert all(one["kind"] in ("person", "organisation", "state", "media", "unnamed") for one in gold["actors"])
    words = [word for event in gold["events"] for word in event["title_words"]]
    assert [word for word in words if word.lower() not in text.lower()] == []


def test_size(case):
    """An article has 5 to 12 events, a few sentences that are none, and the length of a news report."""
    gold, text = case
    assert 5 <= len(gold["events"]) <= 12
    assert len(gold["not_events"]) >= 2
    assert 250 <= len(text.split()) <= 560


def test_no_sentence_is_both(case):
    """What must not become an event is named by no event."""
    gold, text = case
    events = gold["events"] + gold["optional_events"]
    begun = [one for event in events for one in (event["sentence"], *event.get("also", ()))]
    places = {text.index(one) for one in begun}
    assert [one for one in gold["not_events"] if text.index(one) in places] == []
