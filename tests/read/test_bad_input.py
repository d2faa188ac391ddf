"""Bad input: no crash, a named problem, nothing executed, and time that grows with the size and no faster."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.read.read import read_article
from generator.read.sentences import sentence_spans, split

LIMIT = 9  # times the time for four times the size; quadratic work takes sixteen
FLOOR = 0.05  # seconds below which the clock is too coarse to judge

PARAGRAPH = "The council voted on Thursday, 3 May, to close the bridge. “It is unsafe,” Mayor R. Odo said.\n\n"
GROWING = {
    "article.txt": lambda n: PARAGRAPH * (400 * n),
    "one-endless-line.txt": lambda n: "the bridge is closed and " * (4000 * n),
    "one-line-of-sentences.txt": lambda n: PARAGRAPH.replace("\n", " ") * (400 * n),
    "wrapped.txt": lambda n: "the council of the town has voted on Thursday to close the old bridge\n" * (1000 * n),
    "quotation-marks.txt": lambda n: "“" * (20_000 * n) + " a " + '"' * (20_000 * n),
    "dots.txt": lambda n: "." * (50_000 * n) + "x" + ". " * (10_000 * n),
    "spaces.txt": lambda n: "a" + " " * (100_000 * n) + "b",
    "related.txt": lambda n: "The bridge is closed.\nRelated:\n" + "- WSJ: the bridge is closed\n" * (800 * n),
    "bullets.txt": lambda n: "The bridge is closed.\n" + "- the bridge of the town is closed\n" * (800 * n),
    "lines.txt": lambda n: "The bridge is closed.\nSee also\n" + "The bridge is closed again\n" * (800 * n),
    "days.txt": lambda n: "On 18 February it rained. On 3 May 2020 it did not. " * (800 * n),
    "article.md": lambda n: PARAGRAPH * (300 * n),
    "marks.md": lambda n: "*a _b `c [d](e " * (1500 * n),
    "front-matter.md": lambda n: "---\ntitle: x\nkeys: " + "[" * (400 * n) + "\n---\nThe bridge is closed.",
    "article.html": lambda n: "<article>" + f"<p>{PARAGRAPH}</p>" * (150 * n) + "</article>",
    "nested.html": lambda n: "<div>" * (600 * n) + "<p>The bridge is closed.</p>",
    "headings.html": lambda n: "<h3>Related</h3>" * (600 * n) + "<p>The bridge is closed.</p>",
    "boxes.html": lambda n: '<div class="related">' * 40 + '<a href="/b">the bridge is closed</a>' * (100 * n),
    "breaks.html": lambda n: "<div>" + "The bridge is closed.<br>" * (1000 * n) + "</div>",
    "unclosed.html": lambda n: "<p><b><i>" * (500 * n) + "The bridge is closed.",
    "json.html": lambda n: (
        '<script type="application/ld+json">' + "[" * (3000 * n) + "</script><p>The bridge is closed.</p>"
    ),
}


def cost(path, text):
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    article, _ = read_article(path, path.parent)
    if article:
        split(article)
    return time.process_time() - start


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_size(tmp_path, name):
    """Four times the input takes about four times the time, never sixteen."""
    path, make = tmp_path / name, GROWING[name]
    cost(path, make(1))
    small, large = (min(cost(path, make(times)) for _ in range(2)) for times in (1, 4))
    assert large < LIMIT * max(small, FLOOR), f"{small:.3f} s, then {large:.3f} s"


def test_five_megabytes_of_text(tmp_path):
    """A very long article is read whole."""
    text = PARAGRAPH * (5_000_000 // len(PARAGRAPH))
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    article, problems = read_article(path, tmp_path)
    assert article is not None
    assert len(article.paragraphs) == text.count("\n\n")
    assert [problem.code for problem in problems] == ["published-unknown"]


PIECES = """---¶|By Ann Roe¶|Related:¶- |Sources:¶|https://a.example/b |“|”|"|. |! |WSJ: |<p>|</p>|<script>|<!--|title: x¶|
{{ x }}|{% raw %}|<time datetime='2020'>|<h3>Related</h3><ul><li>|18 February| 2025 |é|的。|ENDS¶|###¶|[a](b)|¶¶|
\u202e|\u0301|\r|\x00|\ufeff"""
MARKS = st.sampled_from([piece.replace("¶", "\n") for piece in PIECES.split("|")])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from([".txt", ".md", ".html"]),
    parts=st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=25),
)
@example(suffix=".html", parts=["<html>"])
@example(suffix=".md", parts=["---\n", "---\n"])
@example(suffix=".txt", parts=["Related:"])
def test_any_text_is_read_or_refused_by_name(tmp_path, suffix, parts):
    """Whatever the file holds, there is an article with exact offsets, or an error that says why not."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    article, problems = read_article(path, tmp_path)
    if article is None:
        assert any(problem.level == "error" for problem in problems)
        return
    assert "\n".join(article.text[start:end] for start, end in article.paragraphs) == article.text
    assert all(sentence.text == article.text[sentence.start : sentence.end].strip() for sentence in split(article))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(suffix=st.sampled_from([".txt", ".md", ".html"]), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(tmp_path, suffix, data):
    """The same for bytes of no encoding at all."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    article, problems = read_article(path, tmp_path)
    assert article is not None or any(problem.level == "error" for problem in problems)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aA .?!…“”\"'’()[]1:,UKmrD。\n", max_size=80))
def test_sentences_lose_no_word(text):
    """Sentences follow each other and hold every character but the white space between them."""
    spans = list(sentence_spans(text))
    assert all(first < last for first, last in spans)
    assert "".join(text[first:last] for first, last in spans).replace(" ", "").replace("\n", "") == "".join(
        text.split()
    )


def test_missing_file_is_a_problem(tmp_path):
    """A seed that vanished is named."""
    article, problems = read_article(tmp_path / "gone.txt", tmp_path)
    assert article is None
    assert [problem.code for problem in problems] == ["seed-unreadable"]


def test_scripts_and_templates_stay_text(tmp_path):
    """Nothing of a page runs, and no script, style or comment of it is text."""
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><script>document.title='x'</script><style>p{}</style><!-- hidden words here --><article>"
        "<p>The bridge {{ 7 * 7 }} is closed, the mayor said on Monday.</p><p onclick='x()'>It opens on Friday.</p>"
        "<template><p>Not this one.</p></template></article></body></html>"
    )
    article, _ = read_article(path, tmp_path)
    assert article.text == "The bridge {{ 7 * 7 }} is closed, the mayor said on Monday.\nIt opens on Friday."
