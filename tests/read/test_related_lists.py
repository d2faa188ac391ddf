"""Where lists of related headlines stand in an article, in the layouts of many houses, and what only looks like one."""

import pytest

from generator.read.read import read_article

LINES = (
    "Storm damages harbour wall",
    "Reuters: Ports brace for autumn",
    "Lind: We had no money for steel",
    "Explainer: who pays for bridges",
)
EXPECTED = [
    ("", "Storm damages harbour wall"),
    ("Reuters", "Ports brace for autumn"),
    ("Lind", "We had no money for steel"),
    ("", "Explainer: who pays for bridges"),
]
BODY = """Bridge closes after crack is found
By Ada Roe
4 March 2025

The old bridge in Vell was closed on Monday after engineers found a crack in its middle pier, the mayor, Corin Lind, said.

{mid}

"It is sad," Lind told the Vell Courier on Tuesday. The council will vote on Friday whether to build another one of wood.

Boats can pass on the north side, the harbourmaster said. It opened in 1911.

{end}
"""
PAGE = """<html><head><title>Bridge closes - Vell Courier</title><meta property="og:site_name" content="Vell Courier"></head>
<body><article><h1>Bridge closes after crack</h1><p>The old bridge in Vell was closed on Monday after engineers found a crack
in its middle pier, the mayor, Corin Lind, said.</p>{mid}<p>"It is sad," Lind told the Vell Courier on Tuesday. The council
will vote on Friday whether to build another one of wood.</p><p>Boats can pass on the north side, the harbourmaster said. It
opened in 1911, when the king came by boat to see it and stayed for tea.</p>{end}</article>{out}<footer>(c)</footer></body>
</html>"""
LINKS = "".join(f'<li><a href="/a/{at}">{line}</a></li>' for at, line in enumerate(LINES))


def read(tmp_path, suffix, mid="", end="", out=""):
    path = tmp_path / f"a{suffix}"
    path.write_text((PAGE if suffix == ".html" else BODY).format(mid=mid, end=end, out=out), encoding="utf-8")
    article, _ = read_article(path, tmp_path)
    return [(line.prefix, line.headline) for line in article.related], len(article.paragraphs)


@pytest.mark.parametrize("heading", ["Related:", "More on this story", "READ NEXT", "What we're reading", "See also"])
@pytest.mark.parametrize("mark", ["", "- ", "→ ", "» ", "• "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lists_below_a_heading_with_and_without_bullets(tmp_path, heading, mark, gap):
    """Bullets, a colon and blank lines are not needed."""
    lines = f"{heading}{gap}" + gap.join(mark + line for line in LINES)
    assert read(tmp_path, ".txt", end=lines) == (EXPECTED, 3)
    assert read(tmp_path, ".txt", mid=lines) == (EXPECTED, 3)


@pytest.mark.parametrize("label", ["READ MORE:", "MORE:", "Also read |", "➡️ Don't miss:", "Earlier:", "READ ALSO –"])
@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_one_headline_between_paragraphs(tmp_path, label, line):
    """Plain, as a link, in emphasis, and in a box of a page."""
    forms = [(".txt", f"{label} {LINES[line]}"), (".md", f"*{label} [{LINES[line]}](https://v.example/a)*")]
    link = f'<a href="/a">{LINES[line]}</a>'
    boxes = ('<p class="related">{}</p>', '<div class="read-more"><span>{}</span></div>', "<aside><p>{}</p></aside>")
    forms += [(".html", box.format(f"{label} {link}")) for box in boxes]
    forms += [(".html", f"<p><strong>{label}</strong> {link}</p>"), (".html", f"<p>{label} {LINES[line]}</p>")]
    for suffix, text in forms:
        assert read(tmp_path, suffix, mid=text) == ([EXPECTED[line]], 3), text


def test_several_headlines_on_one_line(tmp_path):
    """Parted by bars, linked or not."""
    assert read(tmp_path, ".txt", end=f"Related: {LINES[0]} | {LINES[1]}") == (EXPECTED[:2], 3)
    for mark in ("; ", " / ", " • "):
        assert read(tmp_path, ".txt", end=f"Related: {mark.join(LINES)}") == (EXPECTED, 3)
    links = f'<p><b>Related:</b> <a href="/a">{LINES[0]}</a> | <a href="/b">{LINES[1]}</a></p>'
    assert read(tmp_path, ".html", end=links) == (EXPECTED[:2], 3)


def test_list_under_a_heading_of_any_words(tmp_path):
    """Nothing but links, or a list at the end that cites an outlet, is one under whatever heading."""
    linked = "\n".join(f"- [{line}](https://v.example/{at})" for at, line in enumerate(LINES))
    for heading in ("## Bridges in our pages\n\n", "**Bridges in our pages**\n\n", ""):
        assert read(tmp_path, ".md", end=heading + linked) == (EXPECTED, 3)
    bullets = "\n".join(f"- {line}" for line in LINES)
    assert read(tmp_path, ".txt", end=f"Bridges in our pages\n{bullets}") == (EXPECTED, 3)
    assert read(tmp_path, ".html", end=f"<h3>Bridges in our pages</h3><ul>{LINKS}</ul>") == (EXPECTED, 3)


def test_source_beside_the_link(tmp_path):
    """What stands beside a link names its publisher, known or not; days and summaries are dropped."""
    text = (
        "## Related\n\n- [Ports brace for autumn](https://v.example/1) (Reuters)\n"
        "- [We had no money](https://v.example/3), *The Vell Lantern*, 3 May\n- **FT** [Banks line up](https://v.example/5)\n"
        "- [Old story told again](https://v.example/6) — 3 May 2024\n"
    )
    expected = [("Reuters", "Ports brace for autumn"), ("The Vell Lantern", "We had no money"), ("FT", "Banks line up")]
    assert read(tmp_path, ".md", end=text) == ([*expected, ("", "Old story told again")], 3)
    page = (
        '<section><h3>Related</h3><ul><li><a href="/a"><span class="source">Reuters</span> Ports brace for autumn</a></li>'
        '<li><a href="/c">Banks line up for bid</a> - FT</li><li><a href="/d">Crane falls at night</a> <time>3 May</time></li>'
        '<li><a href="/e"><h4>Crane stands again</h4></a><p>A summary of it.</p></li></ul></section>'
    )
    found = [("Reuters", "Ports brace for autumn"), ("FT", "Banks line up for bid"), ("", "Crane falls at night")]
    assert read(tmp_path, ".html", end=page) == ([*found, ("", "Crane stands again")], 3)


@pytest.mark.parametrize(
    "box",
    [
        "<h3>{0}</h3><ul>{1}</ul>",
        '<div class="box"><h4>{0}</h4><ul>{1}</ul></div>',
        "<p><strong>{0}</strong></p><ul>{1}</ul>",
        "<details><summary>{0}</summary><ul>{1}</ul></details>",
        "<footer><h3>{0}</h3><ul>{1}</ul></footer>",
        '<nav aria-label="{0}"><ul>{1}</ul></nav>',
    ],
)
def test_boxes_of_a_page(tmp_path, box):
    """Whatever element the heading and the list are."""
    assert read(tmp_path, ".html", end=box.format("Related stories", LINKS)) == (EXPECTED, 3)


def test_lines_of_a_page_without_links(tmp_path):
    """Paragraphs below a heading, or in a box whose class says what it is."""
    lines = "".join(f"<p>{line}</p>" for line in LINES)
    assert read(tmp_path, ".html", end=f"<h3>More on this story</h3>{lines}") == (EXPECTED, 3)
    assert read(tmp_path, ".html", out=f'<div class="related">{lines}</div>') == (EXPECTED, 3)


def test_what_ends_a_list(tmp_path):
    """Credits, a labelled field, an invitation to subscribe and the next paragraph are none of its headlines."""
    lines = "See also\n" + "\n".join(LINES)
    for after in ("(Reporting by Ada Roe)", "Published: 4 March 2025", "Support our newsroom today!", "© 2025 Vell"):
        assert read(tmp_path, ".txt", end=f"{lines}\n\n{after}")[0] == EXPECTED, after
    assert read(tmp_path, ".txt", end=f"Published: 4 March 2025\n\n{lines}") == (EXPECTED, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Earlier: On Sunday, a lorry had hit the pier. Nobody was hurt.",
        "Lind: We had no money for steel, and we told them so.",
        "Watch: The mayor said that the bridge was lost.",
        "More on the budget\n\nThe budget was cut last week, and the bridge with it.",
        "Key points\n- The bridge is closed.\n- Police: nobody was hurt.",
        "What we know:\n- Police: two dead and four hurt\n- The bridge has been closed since noon",
    ],
)
def test_text_that_only_looks_like_a_list(tmp_path, text):
    """Sentences after a colon, crossheads and lists of facts stay in the text."""
    related, paragraphs = read(tmp_path, ".txt", mid=text)
    assert related == []
    assert paragraphs > 3


@pytest.mark.parametrize("heading", ["Most read", "Trending now", "Top stories", "Latest news", "Editor's picks"])
def test_lists_of_other_stories(tmp_path, heading):
    """They are neither text nor related."""
    bullets = "\n".join(f"- {line}" for line in LINES)
    assert read(tmp_path, ".txt", end=f"{heading}\n{bullets}") == ([], 3)
    assert read(tmp_path, ".html", end=f"<h3>{heading}</h3><ul>{LINKS}</ul>") == ([], 3)
    assert read(tmp_path, ".html", out=f"<nav><h3>{heading}</h3><ul>{LINKS}</ul></nav>") == ([], 3)


def test_names_of_the_publisher(tmp_path):
    """The article's own outlet is known by the head of its name and by its initials."""
    text = "outlet: Centre for Tidal Studies\n---\nThe bridge is closed.\n\n## Related\n\n- CTS: Who owns the tide?\n"
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Bridge closes\n{text}")
    article, _ = read_article(path, tmp_path)
    assert [(line.prefix_kind, line.prefix) for line in article.related] == [("outlet", "CTS")]


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_lone_link_between_paragraphs(tmp_path, line):
    """A paragraph that is nothing but one linked headline is no text."""
    linked = f"[{LINES[line]}](https://v.example/a)"
    for text in (linked, f"**{linked}**", f"→ {linked}", f"> {linked}"):
        assert read(tmp_path, ".md", mid=text) == ([EXPECTED[line]], 3), text
    link = f'<a href="/a">{LINES[line]}</a>'
    for box in ("<p>{}</p>", '<p class="inline-link"><strong>{}</strong></p>', "<div>{}</div>", "<h4>{}</h4>"):
        assert read(tmp_path, ".html", mid=box.format(link)) == ([EXPECTED[line]], 3), box


def test_lone_links_that_are_no_headlines(tmp_path):
    """Calls, labels and sentences."""
    for text in ("Donate to the bridge fund here", "Download the full report now", "He said that it was sad."):
        assert read(tmp_path, ".md", mid=f"[{text}](https://v.example/a)")[0] == [], text
        assert read(tmp_path, ".html", mid=f'<p><a href="/a">{text}</a></p>')[0] == [], text


def test_closing_lines_without_bullets(tmp_path):
    """Lines that end the article and cite an outlet are a list, under any heading; without an outlet they are text."""
    lines = "\n".join(LINES)
    assert read(tmp_path, ".txt", end=f"Bridges in our pages\n\n{lines}") == (EXPECTED, 3)
    assert read(tmp_path, ".txt", end=f"Links\n\n{LINES[0]}\n{LINES[2]}\n{LINES[3]}")[0] == []


@pytest.mark.parametrize("mark", ["◦ ", "➤ ", "✔ ", "(1) ", "[1] ", "a) ", "→", "►", "▪"])
def test_bullets_of_every_kind(tmp_path, mark):
    """With and without a space."""
    assert read(tmp_path, ".txt", end="Related:\n" + "\n".join(mark + line for line in LINES)) == (EXPECTED, 3)


def test_cards_and_rules(tmp_path):
    """Pictures and summaries beside a headline, a line drawn below a heading, a source in bold before the link."""
    card = '<div class="card"><a href="/{}"><img alt="x"><h3>{}</h3></a><p>What it tells, in more words than that.</p></div>'
    cards = "".join(card.format(at, line) for at, line in enumerate(LINES))
    assert read(tmp_path, ".html", out=f"<section><h2>Related</h2>{cards}</section>") == (EXPECTED, 3)
    assert read(tmp_path, ".txt", end="Related\n=======\n" + "\n".join(LINES)) == (EXPECTED, 3)
    bold = (
        '<h3>Related</h3><ul><li><b>Reuters</b> <a href="/1">Ports brace for autumn</a></li><li><i>1</i> {}</li></ul>'
    )
    page = bold.format(f'<a href="/2">{LINES[0]}</a>')
    assert read(tmp_path, ".html", end=page) == ([EXPECTED[1], EXPECTED[0]], 3)


def test_front_matter_names_the_source(tmp_path):
    """A field of its own, or the author of the article."""
    path = tmp_path / "a.md"
    related = "related:\n  - {headline: Ports brace for autumn, outlet: Reuters}\n  - 'Orlov: what the bridge showed'\n"
    path.write_text(f"---\ntitle: Bridge closes\nauthor: Lena Orlov\n{related}---\n\nThe bridge is closed.\n")
    article, _ = read_article(path, tmp_path)
    found = [(line.prefix_kind, line.prefix, line.headline) for line in article.related]
    assert found == [("outlet", "Reuters", "Ports brace for autumn"), ("speaker", "Orlov", "what the bridge showed")]


@pytest.mark.parametrize("heading", ["All news on the topic:", "Our bridge coverage:", "Bridges in our pages:"])
def test_closing_lines_below_a_colon(tmp_path, heading):
    """A line that ends in a colon heads two lines as well as ten."""
    lines = "\n".join(LINES[:2])
    assert read(tmp_path, ".txt", end=f"{heading}\n{lines}") == (EXPECTED[:2], 3)


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_label_within_the_link(tmp_path, line):
    """`[Read: Reuters: ...](...)`, in emphasis or not."""
    for form in ("[Read: {}]({})", "*[Read also: {}]({})*", "[**Further reading:** {}]({})"):
        text = form.format(LINES[line], "https://v.example/a")
        assert read(tmp_path, ".md", mid=text) == ([EXPECTED[line]], 3), text


def test_linked_lines_of_one_paragraph(tmp_path):
    """Without bullets or blank lines between them, under a heading and without one."""
    lines = "\n".join(f"[{line}](https://v.example/{at})" for at, line in enumerate(LINES))
    assert read(tmp_path, ".md", end=f"**More on this topic**\n\n{lines}") == (EXPECTED, 3)
    assert read(tmp_path, ".md", mid=lines) == (EXPECTED, 3)


def test_table_of_links(tmp_path):
    """A head that says so, and cells that are links; other tables are none."""
    rows = "\n".join(f"| [{line}](https://v.example/{at}) |" for at, line in enumerate(LINES))
    assert read(tmp_path, ".md", end=f"| More from the Courier |\n|---|\n{rows}") == (EXPECTED, 3)
    assert read(tmp_path, ".md", mid="| Pier | Year |\n|---|---|\n| North | 1911 |") == ([], 3)


def test_outlets_headline_between_rules(tmp_path):
    """As some agencies set one into a report; a line of the article's own is none."""
    assert read(tmp_path, ".txt", mid=f"___\n\n{LINES[1]}\n\n___") == ([EXPECTED[1]], 3)
    assert read(tmp_path, ".txt", mid=f"___\n\n{LINES[0]}\n\n___") == ([], 4)


def test_picks_between_paragraphs(tmp_path):
    """What an editor picked belongs to the article inside it, and to the day below it."""
    box = f'<aside class="inline"><h2>Editor\'s Picks</h2><ul>{LINKS}</ul></aside>'
    assert read(tmp_path, ".html", mid=box) == (EXPECTED, 3)
    assert read(tmp_path, ".html", end=box)[0] == []
    bullets = "\n".join(f"- {line}" for line in LINES)
    assert read(tmp_path, ".txt", mid=f"Editor's picks\n{bullets}") == (EXPECTED, 3)


def test_words_only_a_screen_reader_reads(tmp_path):
    """Counts and notes beside a headline."""
    item = '<li><a href="/{0}"><span class="sr-only">list {0} of 4</span> <span>{1}</span></a></li>'
    items = "".join(item.format(at, line) for at, line in enumerate(LINES, 1))
    bare = items.replace(' class="sr-only"', "")
    for each in (items, bare):
        page = f"<section><h2>Recommended Stories</h2><span>list of 4 items</span><ul>{each}</ul></section>"
        assert read(tmp_path, ".html", mid=page) == (EXPECTED, 3)
    one = '<section><span>Read more</span> <span class="visually-hidden">For subscribers</span> <a href="/1">{}</a></section>'
    assert read(tmp_path, ".html", mid=one.format(LINES[2])) == ([EXPECTED[2]], 3)


def test_two_lines_of_outlets_end_an_article(tmp_path):
    """Two headlines at the end need no heading where each names its outlet; a speaker's line beside one is text."""
    text = "Bridge closes\n\nThe bridge in Vell was closed on Monday, its keeper said.\n\n{}\n"
    for end, expected in (
        ("BBC: Bridge shut for a year\nReuters: Ports brace for autumn", ["BBC", "Reuters"]),
        ("BBC: Bridge shut for a year\nLind: We had no money for steel", []),
    ):
        path = tmp_path / "a.txt"
        path.write_text(text.format(end), encoding="utf-8")
        article, _ = read_article(path, tmp_path)
        assert [line.prefix for line in article.related] == expected
