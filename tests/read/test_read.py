"""Seeds to articles: ids, outlets, lists, wrapped lines, front matter, the inbox."""

import pytest

from generator.model.dates import parse_edtf
from generator.model.records import ArticleRecord, Outlet
from generator.model.text import RelatedLine
from generator.read.metadata import Published
from generator.read.outlets import outlet_for, outlet_index
from generator.read.read import article_id, read_article
from generator.read.seeds import list_seeds, seed_problems
from generator.settings import Settings


def read(tmp_path, name, text, **known):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_article(path, tmp_path, **known)


def paragraphs(article):
    return [article.text[start:end] for start, end in article.paragraphs]


def test_id_is_outlet_day_and_title():
    """Short, in plain letters, ending at a word; without what is not known; the file's stem when there is no title."""
    when = Published(parse_edtf("2025-02-18?"))
    assert (
        article_id("bbc", when, "Kyiv’s café: 1st of many", "x")
        == article_id("bbc", when, "Kyiv's café: 1st of many", "x")
        == "bbc-2025-02-18-kyivs-cafe-1st-of-many"
    )
    assert article_id("", Published(), "Łódź bridge", "x") == "lodz-bridge"
    assert article_id("bbc", when, "", "000_0ed0") == "000-0ed0"
    assert len(article_id("", Published(), "word " * 40, "x")) <= 60
    assert article_id("", Published(), "???", "Some file") == "some-file"


def test_record_gives_related_lines_and_the_file_does_not_add_to_them(tmp_path):
    """A list a person has edited stands, so that what they deleted stays deleted."""
    kept = RelatedLine("Bridge closes", url="https://a.example/b")
    article, _ = read(
        tmp_path,
        "a.txt",
        "The bridge is closed.\nRelated:\n- Bridge closes\n- Bridge opens",
        record=ArticleRecord("a", related=(kept,)),
    )
    assert article.related == (kept,)
    assert article.text == "The bridge is closed."


def test_outlets_of_content_are_known(tmp_path):
    """A byline may name an outlet that only content/ knows, and its address leads to it."""
    desk = Outlet("vell-desk", "Vell", ("The Vell",), url="https://www.vell.example")
    article, _ = read(tmp_path, "a.txt", "Bridge closes\nVell, 3 May 2024\n\nThe bridge is closed.", outlets=(desk,))
    assert (article.outlet, article.outlet_name, article.title) == ("vell-desk", "Vell", "Bridge closes")
    assert outlet_index((desk,)).find("https://news.vell.example/a").id == "vell-desk"
    assert outlet_for("https://news.vell.example/a") is None


def test_record_of_a_known_outlet_adds_to_it():
    """An edited outlet keeps the names everybody knows."""
    index = outlet_index((Outlet("bbc", "British Broadcasting Corporation", ("Auntie",)),))
    assert {index.find(name).name for name in ("BBC News", "Auntie", "bbc.co.uk")} == {
        "British Broadcasting Corporation"
    }


def test_wrapped_lines_are_joined_and_paragraphs_are_not(tmp_path):
    """Lines broken at a column are one paragraph; lines that are paragraphs stay so, bullets too."""
    wrapped = """\
The council of the town of Vell has voted to close the old bridge over
the river after engineers found a crack in its middle pier. The vote
was nine to eight.

The mayor said the town would build another one, of wood, and that
the work would start in the spring, when the water is low. Boats can
pass on the north side.
- the first stage closes the road to lorries and buses for a
  month
- the second closes the quay
"""
    article, _ = read(tmp_path, "a.txt", wrapped)
    assert [text.split()[0] for text in paragraphs(article)] == ["The", "The", "the", "the"]
    assert paragraphs(article)[2].endswith("buses for a month")
    alike = "The mayor said that the bridge in the town would be closed for the rest of the year.\n"
    assert len(read(tmp_path, "c.txt", alike * 6)[0].paragraphs) == 6
    lines, _ = read(
        tmp_path, "b.txt", "The bridge is closed.\nThe mayor said so on Monday, and nobody objected.\nIt opens in May."
    )
    assert len(lines.paragraphs) == 3


def test_labelled_fields_are_lines_of_their_own(tmp_path):
    """Fields above a short article are not joined, however alike their lengths are."""
    text = (
        "Title: Harbour bridge closes for repairs\nOutlet: The Wexbury Post\nPublished: 2026-03-04\n"
        "URL: https://wexburypost.example/news/bridge\n\nThe council closed the harbour bridge on Wednesday.\n"
    )
    article, problems = read(tmp_path, "harbour.txt", text)
    assert problems == ()
    assert (article.title, article.published.edtf) == ("Harbour bridge closes for repairs", "2026-03-04")
    assert (article.outlet, article.url) == ("the-wexbury-post", "https://wexburypost.example/news/bridge")
    assert paragraphs(article) == ["The council closed the harbour bridge on Wednesday."]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_headline_is_no_sentence_of_the_text(tmp_path, end):
    """A first line without a full stop is the title; an ordinary first sentence is not."""
    titled, _ = read(
        tmp_path,
        "a.txt",
        f"Bridge closes after crack is found{end}The bridge in Vell was closed on Monday after a crack.",
    )
    assert (titled.title, len(titled.paragraphs)) == ("Bridge closes after crack is found", 1)
    plain, _ = read(
        tmp_path, "b.txt", f"The bridge in Vell was closed on Monday.{end}It will open in May, the mayor said."
    )
    assert (plain.title, len(plain.paragraphs)) == ("", 2)


def test_sources_leave_the_text(tmp_path):
    """Addresses under "Sources:" are listed, whatever stands beside them."""
    text = "The bridge is closed.\n\nSources:\n1. Vell Post, 3 May: https://a.example/b.\n2. https://c.example/d_(e)\n"
    article, _ = read(tmp_path, "a.txt", text)
    assert article.sources == ("https://a.example/b", "https://c.example/d_(e)")
    assert article.text == "The bridge is closed."


def test_related_lines_with_addresses(tmp_path):
    """An address beside, in or below a headline belongs to it."""
    text = (
        "The bridge is closed.\n\nRead also:\n- Bridge opens — https://a.example/1\n- [WSJ: Bridges age](https://a.example/2)\n"
        "- Mayor: no money\n  https://a.example/3\n"
    )
    article, _ = read(tmp_path, "a.txt", text)
    assert [(line.prefix, line.headline, line.url) for line in article.related] == [
        ("", "Bridge opens", "https://a.example/1"),
        ("WSJ", "Bridges age", "https://a.example/2"),
        ("Mayor", "no money", "https://a.example/3"),
    ]


def test_toml_front_matter(tmp_path):
    """Hugo's +++ is read like ---."""
    article, problems = read(
        tmp_path, "a.md", '+++\ntitle = "Bridge closes"\ndate = 2024-05-03\n+++\nThe bridge is closed.'
    )
    assert (article.title, str(article.published), problems) == ("Bridge closes", "2024-05-03", ())


def test_broken_front_matter_is_a_problem_at_its_line(tmp_path):
    """The line is named, what can be read is used, and the body is there."""
    article, problems = read(
        tmp_path, "a.md", "---\noutlet: BBC\ntitle: Mayor: no money\ndate: 2024-05-03\n---\nThe bridge is closed."
    )
    assert [str(problem.where) for problem in problems] == ["a.md:3:13"]
    assert (article.title, article.outlet, str(article.published)) == ("Mayor: no money", "bbc", "2024-05-03")
    article, problems = read(tmp_path, "b.md", "---\ntitle: Bridge closes\nThe bridge is closed.")
    assert article.text.endswith("The bridge is closed.")
    assert "front-matter" in {problem.code for problem in problems}


def test_seeds_are_listed_in_order_and_strangers_are_named(tmp_path):
    """Articles by path; hidden files, a README and a browser's folders are passed over; other files are told."""
    for name in (
        "b.txt",
        "a.MD",
        "sub/c.htm",
        ".hidden.txt",
        "README.md",
        "page_files/frame.html",
        "photo.jpg",
        "notes",
    ):
        path = tmp_path / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    settings = Settings(root=tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in list_seeds(settings)] == [
        "seeds/a.MD",
        "seeds/b.txt",
        "seeds/sub/c.htm",
    ]
    assert [(str(problem.where), problem.code) for problem in seed_problems(settings)] == [
        ("seeds/notes", "seed-suffix"),
        ("seeds/photo.jpg", "seed-suffix"),
    ]
    assert list_seeds(Settings(root=tmp_path / "nowhere")) == ()


def test_wire_dateline_is_evidence_and_stays(tmp_path):
    """The agency and a full date in the dateline are taken, also when it stands on a line of its own."""
    article, _ = read(tmp_path, "a.txt", "VELL, May 3, 2024 (AFP) - The bridge is closed.\nIt opens in June.")
    assert (article.outlet, str(article.published), article.published_basis) == ("afp", "2024-05-03", "stated")
    assert article.text.startswith("VELL, May 3, 2024 (AFP) - The bridge")
    alone, _ = read(tmp_path, "b.txt", "VELL, Holm (AP) _\nThe bridge is closed.\nIt opens in June.")
    assert (alone.outlet, alone.title) == ("ap", "")
