"""What a page that was pasted whole has above, below and within its article, and what of it is text."""

import pytest

from generator.read.read import read_article

TITLE = "Harbour bridge closes after crack is found"
BODY = (
    "The bridge over the harbour in Vell was closed on Monday after engineers found a crack in its middle pier.",
    "“We saw the crack on Sunday and did not sleep,” the mayor, Corin Lind, told the Vell Lantern.",
    "The council will vote on Friday whether to build another one, and who is to pay for it.",
)


def read(tmp_path, above=(), below=(), body=BODY, suffix=".txt"):
    path = tmp_path / f"a{suffix}"
    path.write_text("\n\n".join((*above, *body, *below)), encoding="utf-8")
    article, _ = read_article(path, tmp_path)
    return article, [article.text[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize(
    "above",
    [
        ("Menu", "News | Sport | Weather", TITLE, "By Ada Roe", "3 March 2025", "Share", "Save"),
        ("The Vell Courier", TITLE, "Ada Roe", "Senior Reporter", "Published: 3 March 2025 18:20"),
        ("Live now: an hour of songs", TITLE, "Monday, 3 March 2025, 18:20", "by Ada Roe", "4 min read"),
        ("Home > Bridges", TITLE, "Ada Roe — Monday, 3 March 2025, 18:20", "Photo: Karl Otte / Lantern"),
        ("3 March 2025", TITLE, "Ada Roe"),
    ],
)
def test_masthead(tmp_path, above):
    """Headline, byline and day among menus and buttons, in any order."""
    article, paragraphs = read(tmp_path, above)
    assert (article.title, article.author, str(article.published)) == (TITLE, "Ada Roe", "2025-03-03")
    assert paragraphs == list(BODY)


def test_name_that_the_text_speaks_to_is_the_outlets(tmp_path):
    """A line of two or three capitals is a person's name, unless somebody told it something."""
    article, _ = read(tmp_path, ("Vell Lantern", TITLE, "Ada Roe", "Published 3 March 2025"))
    assert (article.outlet_name, article.author) == ("Vell Lantern", "Ada Roe")


def test_standfirst_stays(tmp_path):
    """A sentence between headline and byline is text; the byline below it is not."""
    standfirst = "Engineers had warned for years that the middle pier would not hold."
    _, paragraphs = read(tmp_path, (TITLE, standfirst, "By Ada Roe", "3 March 2025"))
    assert paragraphs == [standfirst, *BODY]


def test_points_below_the_headline_stay(tmp_path):
    """Wires set a summary between headline and byline, which is text."""
    points = ("Engineers warned of the pier for years", "Ferry to run from Tuesday at no charge", "Shops to shut early")
    listed = "\n".join(f"* {point}" for point in points)
    lede = f"VELL, March 3 (Reuters) - {BODY[0]}"
    article, paragraphs = read(tmp_path, (TITLE, listed, "By Ada Roe"), (), (lede, *BODY[1:]))
    assert (article.title, article.author, article.outlet) == (TITLE, "Ada Roe", "reuters")
    assert paragraphs == [*points, lede, *BODY[1:]]


def test_what_announces_a_statement_stays(tmp_path):
    """The line above the place and day of a statement is text."""
    announced = "The mayor's office issued the following statement:"
    _, paragraphs = read(tmp_path, (TITLE, announced, "Vell, 3 March 2025"))
    assert paragraphs == [announced, *BODY]


def test_days_that_head_entries_are_no_masthead(tmp_path):
    """A chronicle goes on below its first day."""
    entries = ("3 March 2025", "The bridge was closed by the council.", "9 March 2025", "It was opened again at noon.")
    _, paragraphs = read(tmp_path, (TITLE,), entries, BODY[:1])
    assert paragraphs[0] == BODY[0]
    assert "The bridge was closed by the council." in paragraphs
    assert "3 March 2025" in paragraphs


def test_places_and_days_that_head_entries_are_no_masthead(tmp_path):
    """Below a header with its day, a place and a day head an entry."""
    entries = (
        "Vell, 4 May 2024",
        "A crown was taken.",
        "Olm, 9 July 2024",
        "Two paintings were cut from their frames.",
    )
    _, paragraphs = read(tmp_path, (TITLE, "By Ada Roe", "3 March 2025", BODY[0]), (), entries)
    assert paragraphs == [BODY[0], *entries]


def test_kicker_above_the_headline(tmp_path):
    """What heads a list of stories elsewhere marks the one story whose headline it stands above."""
    article, paragraphs = read(tmp_path, ("BREAKING NEWS", TITLE))
    assert article.title == TITLE
    assert paragraphs == list(BODY)


@pytest.mark.parametrize(
    "note",
    [
        "More to follow.",
        "This is a breaking news story. Please refresh the page for updates.",
        "This developing story will be updated.",
        "Stay up to date with the latest from Vell in your inbox.",
        "Thank you for signing up!",
    ],
)
def test_notes_that_promise_more(tmp_path, note):
    """They stand within articles and are no text."""
    _, paragraphs = read(tmp_path, (TITLE, BODY[0], note), (), BODY[1:])
    assert paragraphs == list(BODY)


def test_first_published(tmp_path):
    """A note of the day is evidence of it, and no text."""
    note = "This story was first published on March 3, 2025. It corrects the spelling of a name."
    article, paragraphs = read(tmp_path, (TITLE,), (note,))
    assert (str(article.published), article.published_basis) == ("2025-03-03", "stated")
    assert paragraphs == list(BODY)


@pytest.mark.parametrize(
    "below",
    [
        ("About us", "Contact us", "Terms and conditions", "Privacy policy", "© 2025 Vell Courier"),
        ("bridges", "Vell", "Facebook", "Email", "Print"),
        ("Ada Roe is a senior reporter who covers bridges.",),
        ("Ada Roe writes about bridges. Reach her at ada@vell.example.",),
        ("Ada Roe, who lives in Vell, is the author of two books on bridges.",),
        ("Ada Roe has reported for the Courier since 2011.",),
        ("“We saw the crack on Sunday and did not sleep”",),
        ("“We saw the crack on Sunday and did not sleep” — Corin Lind",),
        ("Dockers look at the crack on Sunday. (Image: Karl Otte)",),
        ("Explore more on these topics", "Bridges", "Vell", "news", "Share", "Reuse this content"),
        ("Most read", "Council tax to rise again", "Ten soups for a cold week", "About us", "Privacy policy"),
        ("News Feed", "6:03 PM", "A drone hit a depot in the east.", "5:12 PM", "Norway is to fund gas."),
    ],
)
def test_what_follows_the_text(tmp_path, below):
    """Menus, tags, notes on the author, captions, quotations set out once more, lists of other stories."""
    article, paragraphs = read(tmp_path, (TITLE, "By Ada Roe", "3 March 2025"), below)
    assert paragraphs == list(BODY)
    assert article.related == ()


def test_list_above_the_foot_of_a_page(tmp_path):
    """Related headlines stand between the text and the menus, with their days."""
    below = ("More on this story", "Reuters: Ports brace for autumn", "1 March 2025", "Home", "Sport", "© 2025 Vell")
    article, paragraphs = read(tmp_path, (TITLE, "By Ada Roe", "3 March 2025"), below)
    assert [(line.prefix, line.headline) for line in article.related] == [("Reuters", "Ports brace for autumn")]
    assert paragraphs == list(BODY)


@pytest.mark.parametrize("card", [("A steel box changes a town", "Read more"), ("A steel box changes a town",) * 2])
def test_card_within_the_text(tmp_path, card):
    """A headline above a button, or once for its picture and once for itself."""
    article, paragraphs = read(tmp_path, (TITLE, *BODY[:1], *card), (), BODY[1:])
    assert [line.headline for line in article.related] == [card[0]]
    assert paragraphs == list(BODY)


@pytest.mark.parametrize(
    "sentence",
    [
        "“The bridge will open when it is safe, and no day before,” Lind said.",
        "Police could not reach him at home, and asked witnesses to contact them on 555 1234.",
        "Ada Roe, a docker, was the first to see it.",
        "Share prices of the builder fell by a tenth.",
        "It is over.",
        "Lind kept a photo by Lee Odo on her desk.",
    ],
)
def test_sentences_that_stay(tmp_path, sentence):
    """What only looks like a quotation set out, a note, a button or a credit."""
    _, paragraphs = read(tmp_path, (TITLE,), (sentence,))
    assert paragraphs == [*BODY, sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Roe was told by the council that no ferry would run.",
        "Ada Roe was the first to see the water.",
        "Ada Roe has been refused a seat at the hearing.",
    ],
)
def test_what_befell_the_author_stays(tmp_path, sentence):
    """A last paragraph that names the author is a note only where it says what authors are or do."""
    _, paragraphs = read(tmp_path, (TITLE, "By Ada Roe", "3 March 2025"), (sentence,))
    assert paragraphs == [*BODY, sentence]


def test_refrain_stays_once(tmp_path):
    """Of a quotation that is set out twice and stands nowhere else one is text."""
    quote = "“We heard it sing before we saw it break.”"
    _, paragraphs = read(tmp_path, (TITLE,), (quote,), (quote, *BODY))
    assert paragraphs == [quote, *BODY]


def test_fields_at_the_end(tmp_path):
    """Headline, author and address count beside a day."""
    fields = (f"Title: {TITLE}", "Author: Ada Roe", "Published: 2025-03-03", "https://vell.example/bridge")
    article, paragraphs = read(tmp_path, (), fields)
    assert (article.title, article.author, str(article.published)) == (TITLE, "Ada Roe", "2025-03-03")
    assert article.url == "https://vell.example/bridge"
    assert paragraphs == list(BODY)


def test_square_behind_the_last_word(tmp_path):
    """Some houses end so."""
    _, paragraphs = read(tmp_path, (TITLE,), ("It opened in 1911. ■",))
    assert paragraphs[-1] == "It opened in 1911."
