"""The built site as a reader meets it, in headless Chromium."""

import pytest

pytestmark = pytest.mark.browser

PAGES = [
    "index.html", "timeline/index.html", "actors/index.html", "articles/index.html", "places/index.html",
    "outlets/index.html", "briefings/index.html", "review/index.html", "search/index.html",
]  # fmt: skip
SEED_ARTICLE = "euromaidan-press-2025-02-18-zelenskyy-us-russia-nato"
SPEAKER = "Zelenskyy"


def first(page, selector):
    """The first element, once it is there."""
    page.wait_for_selector(selector)
    return page.locator(selector).first


def test_search_filter_event_source(visit):
    """A reader searches NATO, narrows by an actor, opens an event and finds the link to the sentence in the original."""
    page = visit().open("index.html")
    page.fill("#dl-search", "NATO")
    page.press("#dl-search", "Enter")
    first(page, ".dl-find__list .dl-hit")
    before = page.locator(".dl-find [role=status]").inner_text()
    page.get_by_role("checkbox", name="Volodymyr Zelenskyy").check()
    page.wait_for_function(
        "before => document.querySelector('.dl-find [role=status]').textContent !== before", arg=before
    )
    assert "actor=Volodymyr+Zelenskyy" in page.url
    event = page.locator(".dl-find__list a[href*='/events/']", has_text=SPEAKER).first
    event.click()
    page.wait_for_url("**/events/*.html")
    assert SPEAKER in page.locator("h1").inner_text()
    page.go_back()
    assert page.get_by_role("checkbox", name="Volodymyr Zelenskyy").is_checked()


def test_source_opens_at_the_sentence(visit):
    """The event the seed is about links to its exact sentence in the original."""
    page = visit().open(f"articles/{SEED_ARTICLE}.html")
    page.locator("main article a[href*='/events/']").first.click()
    page.wait_for_url("**/events/*.html")
    links = page.locator("a[href*='#:~:text=']")
    assert links.count() > 0
    assert links.first.get_attribute("href").startswith("https://euromaidanpress.com/2025/02/18/")


def test_search_box_by_keyboard(visit):
    """`/` and `s` go to the box, arrows choose, Enter opens, Esc closes, and a second Esc leaves."""
    page = visit().open("timeline/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "dl-search"
    page.keyboard.type("Riyadh")
    first(page, "#dl-search-list [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#dl-search-list [aria-selected=true]").count() == 1
    assert page.get_attribute("#dl-search", "aria-activedescendant") == "dl-option-1"
    page.keyboard.press("Escape")
    assert page.locator(".dl-search__panel").is_hidden()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "dl-search"
    page.keyboard.press("s")
    page.keyboard.type("Munich")
    first(page, "#dl-search-list [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "timeline/index.html" not in url)


def test_pagefind_waits_for_the_first_search(visit):
    """A page that is only read loads nothing of the index."""
    found = visit()
    asked = []
    found.page.on("request", lambda request: asked.append(request.url))
    page = found.open("index.html")
    assert [url for url in asked if "/pagefind/" in url] == []
    page.focus("#dl-search")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/pagefind/" in url]


def test_search_state_is_in_the_address(visit):
    """An address with term, filter and order gives that search; what has no date is said to be left out."""
    page = visit().open("search/index.html?q=Ukraine&actor=Russia&sort=oldest")
    first(page, ".dl-find__list .dl-hit")
    assert page.locator("select").input_value() == "oldest"
    assert page.get_by_role("checkbox", name="Russia", exact=False).first.is_checked()
    assert page.locator(".dl-find__chips button").inner_text().startswith("Actor: Russia")
    page.locator(".dl-find__chips button").click()
    page.wait_for_function("() => !document.querySelector('.dl-find__chips button')")
    assert "actor=" not in page.url


def test_search_shows_markup_as_text(visit):
    """What is typed, and what an address carries, is shown as text."""
    page = visit().open("search/index.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&actor=%3Cb%3Ex%3C%2Fb%3E")
    page.wait_for_function("() => document.querySelector('.dl-find [role=status]').textContent.includes('<img')")
    assert page.locator(".dl-find img, .dl-find__chips b").count() == 0


@pytest.mark.parametrize("path", PAGES)
def test_no_page_overflows_a_phone(visit, path):
    """At 390 and at 320 pixels nothing stands wider than the screen."""
    for width in (390, 320):
        page = visit(width=width).open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_drawer_by_keyboard(visit):
    """On a narrow screen the menu opens from the keyboard and leads to every index page."""
    page = visit(width=390).open("index.html")
    page.focus(".md-header__button[for=__drawer]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".md-nav--primary a >> text=Actors")
    page.click(".md-nav--primary a >> text=Actors")
    page.wait_for_url("**/actors/index.html")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_reads_without_javascript(visit, path):
    """The content is there without a script; the search page leads to the lists."""
    page = visit(java_script_enabled=False).open(path)
    assert page.locator("main h1").count() == 1
    assert page.locator("main h1").is_visible()
    assert page.locator("main article a:visible").count() > 0


def test_dark_and_light(visit):
    """The colours follow the system, and a choice lasts from page to page."""
    found = visit(color_scheme="dark")
    page = found.open("index.html")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.locator("form[data-md-component=palette] label:visible").click()
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    assert found.open("timeline/index.html").get_attribute("body", "data-md-color-scheme") == "default"


def test_print_leaves_out_the_frame(visit):
    """On paper the header and the search box are gone and the text is black."""
    page = visit().open("timeline/index.html")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator("main h1").is_visible()


def test_missing_page_leads_on(visit):
    """An address that is not there shows the site's own page with the ways on."""
    found = visit()
    response = found.page.goto(found.base + "events/no-such-event.html")
    assert response.status == 404
    assert "not here" in found.page.locator("h1").inner_text()
    found.problems.clear()  # Chromium logs the 404 itself


def test_every_index_is_two_clicks_away(visit):
    """Each kind of record's page is reached from the home page by at most two links."""
    found = visit()
    page = found.open("index.html")
    links = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location).pathname)"
    one = set(page.evaluate(links))
    kinds = ("events", "actors", "articles", "places", "outlets", "briefings")
    indexes = [path for path in PAGES if f"/{path}" in one]
    two = one.union(*(found.open(path) and page.evaluate(links) for path in indexes))
    assert [kind for kind in kinds if not any(p.startswith(f"/{kind}/") and "index" not in p for p in two)] == []
