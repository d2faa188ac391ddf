"""When an article was published, and how that is known."""

import pytest

from generator.model.dates import parse_edtf
from generator.model.records import ArticleRecord
from generator.problems import Where
from generator.read.read import read_article


def read(tmp_path, name, text, **known):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    article, problems = read_article(path, tmp_path, **known)
    return article, {problem.code: problem for problem in problems}


def published(article):
    return str(article.published), article.published_basis, article.published_note


BODY = "On 18 February, the minister opened the bridge.\nOn 12 February, he had closed it."


def hint(_text):
    return 2025, "the minister's office, held since 2024"


def test_record_wins_over_the_file(tmp_path):
    """What a person wrote of the article is believed before what the file states."""
    record = ArticleRecord(
        "bridge", published=parse_edtf("2025-02-17"), outlet="bbc", title="Bridge", published_note="asked the desk"
    )
    article, problems = read(tmp_path, "a.md", f"---\ndate: 2025-02-19\ntitle: Other\n---\n{BODY}", record=record)
    assert published(article) == ("2025-02-17", "stated", "asked the desk")
    assert (article.id, article.title, article.outlet, article.outlet_name) == ("bridge", "Bridge", "bbc", "BBC")
    assert not problems


def test_assumption_the_program_recorded_gives_way_to_a_stated_date(tmp_path):
    """A record that only assumes a date loses against front matter, and stands against nothing; a reviewed one stays."""
    record = ArticleRecord(
        "a", published=parse_edtf("2025-02-18?"), published_basis="assumed", published_note="year from an office"
    )
    assert published(read(tmp_path, "a.md", f"---\ndate: 2025-02-19\n---\n{BODY}", record=record)[0])[:2] == (
        "2025-02-19",
        "stated",
    )
    article, problems = read(tmp_path, "b.txt", BODY, record=record)
    assert published(article) == ("2025-02-18?", "assumed", "year from an office")
    assert "published-assumed" in problems


def test_given_day_fills_a_gap_only(tmp_path):
    """The day a caller gives is for an article that states none."""
    given = parse_edtf("2024-05-05")
    assert published(read(tmp_path, "a.txt", BODY, published=given)[0])[:2] == ("2024-05-05", "stated")
    stated = read(tmp_path, "b.txt", f"Bridge opens\nPublished: 2025-02-18\n\n{BODY}", published=given)[0]
    assert published(stated)[:2] == ("2025-02-18", "stated")


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("x.txt", "https://news.example.org/2025/02/18/bridge", ("2025-02-18", "assumed", "date in the address")),
        (
            "x.txt",
            "https://news.example.org/world/2025/feb/18/bridge",
            ("2025-02-18", "assumed", "date in the address"),
        ),
        ("x.txt", "https://news.example.org/bridge-20250218-x", ("2025-02-18", "assumed", "date in the address")),
        ("x.txt", "https://news.example.org/2025/02/bridge", ("2025-02", "assumed", "month in the address")),
        ("2025-02-18_bridge.txt", "", ("2025-02-18", "assumed", "date in the file name")),
        ("000_20259999.txt", "https://news.example.org/12025/02/181", ("", "unknown", "")),
    ],
)
def test_address_and_file_name(tmp_path, name, url, expected):
    """A date in the address, else in the file's name, is assumed."""
    article, problems = read(tmp_path, name, "The bridge opened.", record=ArticleRecord("", url=url))
    assert published(article) == expected
    assert set(problems) == {f"published-{expected[1]}"}


def test_year_from_the_offices_of_the_text(tmp_path):
    """The latest day of the first paragraphs takes the year others can tell, and is marked doubtful."""
    article, problems = read(tmp_path, "a.txt", BODY, year_hint=hint)
    assert published(article) == (
        "2025-02-18?",
        "assumed",
        "latest day of the first paragraphs, year from the minister's office, held since 2024",
    )
    assert problems["published-assumed"].hint == (
        "state it: write `published: 2025-02-18` and `published_basis: stated` in content/articles/a.yml"
    )


def test_turn_of_the_year(tmp_path):
    """December before January belongs to the year before."""
    text = "On 2 January, the court freed her. She was held on 29 December."
    assert published(read(tmp_path, "a.txt", text, year_hint=hint)[0])[0] == "2025-01-02?"


def test_weekday_that_contradicts_the_year(tmp_path):
    """18 February was a Tuesday in 2025; a text that calls it a Friday leaves only the year."""
    text = "On Friday, 18 February, the court freed her."
    assert published(read(tmp_path, "a.txt", text, year_hint=hint)[0])[0] == "2025?"


def test_year_alone(tmp_path):
    """A text without days has the year only."""
    assert published(read(tmp_path, "a.txt", "The minister opened the bridge.", year_hint=hint)[0])[0] == "2025?"


def test_full_date_of_the_lede(tmp_path):
    """A full date in the first paragraphs is assumed; one the text looks back on or ahead to is not."""
    text = "The court freed her on 18 February 2025.\nShe was held since 3 March 2026.\nThe appeal will be heard on 4 May 2027."
    assert published(read(tmp_path, "a.txt", text)[0])[:2] == ("2025-02-18?", "assumed")


def test_background_date_bounds_the_year(tmp_path):
    """The lede's day is the first such day after the text's latest full date."""
    text = "On 18 February, talks resumed.\nTwo.\nThree.\nThe first deal was signed on 3 September 2023."
    assert published(read(tmp_path, "a.txt", text)[0])[0] == "2024-02-18?"


def test_long_background_is_no_evidence(tmp_path):
    """A war that goes on since a full date does not date the article."""
    text = "On 18 February, talks resumed.\nTwo.\nThree.\nRussia has waged war since 24 February 2022."
    article, problems = read(tmp_path, "a.txt", text)
    assert published(article) == ("", "unknown", "")
    assert "content/articles/a.yml" in problems["published-unknown"].hint


@pytest.mark.parametrize(
    ("stamp", "date", "time"),
    [
        ("2025-02-18T23:30:00-05:00", "2025-02-18", "2025-02-18T23:30:00-05:00"),
        ("2025-02-19T00:10:00+02:00", "2025-02-19", "2025-02-19T00:10:00+02:00"),
        ("2025-02", "2025-02", ""),
        ("2025", "2025", ""),
    ],
)
def test_day_is_the_one_written_and_a_part_stays_a_part(tmp_path, stamp, date, time):
    """No zone is converted, and a month does not become its first day."""
    article, _ = read(tmp_path, "a.md", f"---\npublished: {stamp}\n---\nThe bridge opened.")
    assert (str(article.published), article.published_time) == (date, time)


def test_unreadable_front_matter_date_is_told(tmp_path):
    """A date nobody can read is a problem, not a guess."""
    article, problems = read(tmp_path, "a.md", "---\ndate: the other day\n---\nThe bridge opened.")
    assert published(article)[1] == "unknown"
    assert problems["published-unreadable"].where == Where("a.md")


def test_month_first_for_american_outlets(tmp_path):
    """3/4/2025 is March in an American paper, April in a British one, and doubtful in an unknown one."""
    for outlet, expected in (
        ("The New York Times", "2025-03-04"),
        ("The Guardian", "2025-04-03"),
        ("Valley Post", "2025-04-03?"),
    ):
        article, _ = read(tmp_path, "a.md", f"---\noutlet: {outlet}\ndate: 3/4/2025\n---\nThe bridge opened.")
        assert str(article.published) == expected
