"""The pages of the small corpus, drawn with the project's templates."""

import json
import posixpath
import re
from collections import deque
from itertools import pairwise

import lxml.html
import pytest

from generator.model.corpus import Corpus
from generator.model.dates import parse_edtf
from generator.model.records import Actor, ArticleRecord, Briefing, Citation, Event, Outlet, Place
from generator.relate import relate
from generator.render.files import data_files
from generator.render.links import broken_links
from generator.render.pages import environment, render_page
from generator.views import page_models

EVENT = "events/2025-03-01-holm-opens-port"


@pytest.fixture
def event(pages):
    return lxml.html.fromstring(pages[EVENT].body)


def _text(element):
    return " ".join(element.text_content().split())


def _hrefs(page):
    folder = posixpath.dirname(page.path)
    links = re.findall(r'href="([^"#:]+\.html)(?:#[^"]*)?"', page.body)
    return {posixpath.normpath(posixpath.join(folder, href)).removesuffix(".html") for href in links}


def test_every_page_is_two_clicks_from_home(pages):
    """Home leads to index pages and months, and these to everything else."""
    distance, queue = {"index": 0}, deque(["index"])
    while queue:
        here = queue.popleft()
        for path in sorted(_hrefs(pages[here]) & set(pages) - set(distance)):
            distance[path] = distance[here] + 1
            queue.append(path)
    redirects = {path for path, page in pages.items() if "redirect" in page.meta}
    assert set(pages) - set(distance) == redirects
    assert max(distance.values()) <= 2


def test_no_link_is_broken(pages, corpus, settings):
    """Links between pages, to their anchors and to the data files lead somewhere."""
    files = [file.path for file in data_files(corpus, settings)]
    assert broken_links(pages.values(), files) == ()


def test_every_page_has_one_h1_and_headings_in_order(pages):
    """A heading is never more than one level below the one before; ids are unique."""
    for path, page in pages.items():
        tree = lxml.html.fromstring(page.body)
        levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        named = {i for e in tree.iter() for i in (e.get("aria-labelledby") or "").split()}
        assert named <= set(ids), path


def test_the_event_says_when_and_how_that_is_known(event):
    """The date in words with its basis, and for machines."""
    assert _text(event.find(".//p[@class='dl-dateline']")) == '1 March 2025 (inferred: the text says "on Saturday")'
    assert event.find(".//time").get("datetime") == "2025-03-01"


def test_the_event_says_who_in_which_office(event):
    """The office is the one held that day; unknown and unnamed people are shown as such."""
    people = {
        _text(section.find("h2")): [_text(li) for li in section.iter("li")]
        for section in event.findall(".//aside/section")
    }
    assert people["Who spoke"] == ["Ada Holm Harbour Minister", "a dock worker not named by the source"]
    assert people["With whom"] == ["Carl Unknown no record yet"]


def test_the_event_shows_its_evidence(event):
    """Each exact sentence opens the original at itself; relays and differing versions are told."""
    sources = event.findall(".//div[@class='dl-source']")
    assert (
        sources[0]
        .find(".//blockquote//a")
        .get("href")
        .startswith("https://gazette.example/port#:~:text=Harbour%20Minister%20Ada")
    )
    assert "according to Herald" in _text(sources[0])
    assert "Reliability: B, usually reliable" in _text(sources[0])
    assert "It was on Sunday." in _text(sources[1])
    assert "2 sources, 1 independent outlet: Herald" in _text(event)


def test_a_figure_is_shown_as_written(event):
    """Beside what it counts, where the record says that; a unit alone is no name for it."""
    section = next(part for part in event.iter("section") if part.get("aria-labelledby") == "figures")
    assert [_text(row) for row in section.findall(".//dl/div")] == ["berths a dozen"]
    assert _text(section.find("p")) == "two years · about 300 EUR"


def test_a_partial_quote_of_an_unnamed_speaker_opens_its_own_article(event):
    """The quotation's article, not the event's first source."""
    quotes = event.findall(".//figure[@class='dl-quote']")
    assert _text(quotes[1]).startswith("“too late” a dock worker (words within a sentence)")
    assert quotes[1].find(".//a").get("href") == "https://herald.example/costs#:~:text=too%20late"


def test_records_cannot_write_html(pages, event):
    """Titles are escaped, notes are Markdown without HTML, and JSON-LD cannot end its script."""
    body = pages[EVENT].body
    assert "<of" not in body
    assert "<strong>twice</strong>" in body
    assert "&lt;b&gt;" in body
    data = json.loads(event.find(".//script").text)
    assert data["name"] == "Holm opened the port <of Northland> & spoke"
    assert data["startDate"] == "2025-03-01"
    assert data["subjectOf"][0]["publisher"]["name"] == "The Gazette"


def test_an_inexact_date_is_not_a_start_date(models):
    """schema.org has no way to say "by 3 March"."""
    assert "startDate" not in models["events/2025-03-port-costs"].model["jsonld"]


def test_an_article_that_names_no_outlet(settings):
    """It is a source like another; its id is nobody's name."""
    article = ArticleRecord("diary-2025-03-01-rain", title="My diary")
    rain = Event("e", "It rained", sources={article.id: Citation(quote=("It rained.",))})
    related, _ = relate(Corpus(events={"e": rain}, articles={article.id: article}), settings)
    (page,) = (
        render_page(environment(settings), one) for one in page_models(related, settings) if one.path == "events/e"
    )
    assert _text(lxml.html.fromstring(page.body).find(".//p[@class='dl-cite']")) == "unknown outlet: My diary"


def test_search_facets(event):
    """Actor, place, type, outlet and year filter; the day sorts."""
    facets = {(e.get("data-pagefind-filter"), e.text) for e in event.iter("span") if e.get("data-pagefind-filter")}
    assert {
        ("actor", "Ada Holm"),
        ("place", "East Harbour"),
        ("type", "Announcement"),
        ("outlet", "Herald"),
        ("year", "2025"),
    } <= facets
    assert event.find(".//span[@data-pagefind-sort='date']").text == "2025-03-01"


def test_the_event_leads_to_its_record_and_neighbours(event):
    """Edit this record; before, after; the dismissed neighbour is passed over."""
    assert event.find(".//p[@class='dl-edit']/a").get("href") == (
        "https://forge.example/team/story/edit/main/content/events/2025/2025-03-01-holm-opens-port.yml"
    )
    assert event.find(".//a[@rel='prev']").text == "Works went on"
    assert event.find(".//a[@rel='next']").text == "Costs of the port were found to have doubled"


def test_dismissed_events_appear_nowhere(pages):
    """Neither a page nor a mention."""
    assert "events/dismissed-one" not in pages
    assert not any("Nothing of the kind" in page.body for page in pages.values())


def test_dates_are_placed_honestly(models):
    """By 3 March stands at that day with its mark; spring 2024 under the year; the undated and decades apart."""
    march = models["timeline/2025-03"].model
    assert [(day.key, [(row.id, row.mark) for row in day.rows]) for day in march["days"]] == [
        ("d2025-03-01", [("2025-03-01-holm-opens-port", "exact")]),
        ("d2025-03-03", [("2025-03-port-costs", "by")]),
    ]
    assert [row.id for row in march["continuing"]] == ["2025-02-works"]
    assert [row.id for row in models["timeline/2024"].model["days"][0].rows] == ["2024-strike"]
    assert {"timeline/1990s", "timeline/undated", "timeline/2025"} <= set(models)


def test_both_orders_of_the_timeline_hold_the_same(models):
    """Newest first is oldest first read backwards, but for the undated."""
    newest = [row.id for group in models["timeline/index"].model["groups"] for row in group.rows]
    oldest = [row.id for group in models["timeline/oldest"].model["groups"] for row in group.rows]
    assert newest[-1] == oldest[-1] == "undated-plan"
    assert newest[:-1] == oldest[-2::-1]


def test_the_article_page(pages):
    """Related lines resolve by headline or say that no address is known; computed ones give their reason."""
    text = _text(lxml.html.fromstring(pages["articles/gazette-2025-03-02-port"].body))
    assert "Port costs double published or assessed by Herald" in text
    assert "Dockers end their strike address not known" in text
    assert "one event in common: Holm opened the port" in text
    assert 'href="herald-2025-03-03-costs.html"' in pages["articles/gazette-2025-03-02-port"].body


def test_the_actor_page(pages):
    """Offices with dates, quotations with their event, company with counts."""
    text = _text(lxml.html.fromstring(pages["actors/ada-holm"].body))
    assert "Harbour Minister, Northland May 2024 – 1 March 2025" in text
    assert "“The gates are open” 1 March 2025: Holm opened the port" in text
    assert "Northland 1 event" in text


def test_home_shows_the_written_briefing_that_reaches_the_newest_day(models):
    """What is coming, and the last change by the records' own dates."""
    home = models["index"].model
    assert home["digest"].written.id == "first-week"
    assert [row.id for row in home["upcoming"]] == ["2025-04-10-review", "undated-plan"]
    assert home["as_of"] == "3 March 2025"


def test_review_groups_what_needs_a_person(models):
    """Each kind under its heading, each item with its page and file."""
    todos = {todo.key: todo for todo in models["review/index"].model["todos"]}
    assert {"actor-unknown", "published-assumed", "related-unresolved", "sources-disagree", "date-unknown"} <= set(
        todos
    )
    assert todos["actor-unknown"].items[0].path == EVENT
    assert todos["actor-unknown"].items[0].edit_path.endswith("2025-03-01-holm-opens-port.yml")


def test_a_possible_duplicate_leads_to_both_events(settings):
    """The record it stands in, and the one its message names."""
    told = {"status": "reviewed", "actors": {"bo-lind": "agent"}, "date": parse_edtf("2025-03-01"), "type": "visit"}
    events = [Event(key, title="Bo Lind opened the port of Northland", **told) for key in ("a-port", "b-port")]
    corpus, _ = relate(Corpus(events={one.id: one for one in events}), settings)
    review = next(page for page in page_models(corpus, settings) if page.path == "review/index")
    todos = {todo.key: todo for todo in review.model["todos"]}
    assert [item.other for item in todos["duplicate-possible"].items] == ["events/b-port"]


def test_an_earlier_id_leads_to_the_event(models):
    """Aliases are redirects."""
    assert models["events/2025-03-01-port"].meta == {"redirect": "2025-03-01-holm-opens-port.html"}


def test_an_earlier_id_leads_to_records_of_every_kind(settings):
    """Unless another record has it, or it can be no page's name."""
    given = {"former_ids": ("b", "was", "index", "../x", "Two Words")}
    corpus = Corpus(
        events={
            "a": Event("a", "A", aliases=("b", "was", "index", "../x"), sources={"x": Citation()}),
            "b": Event("b", "B"),
        },
        articles={"a": ArticleRecord("a", **given), "b": ArticleRecord("b")},
        actors={"a": Actor("a", "A", **given), "b": Actor("b", "B")},
        places={"a": Place("a", "A", **given), "b": Place("b", "B")},
        outlets={"a": Outlet("a", "A", **given), "b": Outlet("b", "B")},
        briefings={"a": Briefing("a", "A", **given), "b": Briefing("b", "B")},
    )
    led = {page.path: page.meta["redirect"] for page in page_models(corpus, settings) if "redirect" in page.meta}
    folders = ("events", "articles", "actors", "places", "outlets", "briefings")
    assert led == {f"{folder}/was": "a.html" for folder in folders}
