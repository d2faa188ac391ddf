"""content/ becomes a corpus."""

import shutil
import time
from pathlib import Path

import pytest

from generator.records.dump import dump
from generator.records.load import load_corpus, parse_record
from generator.records.shape import BY_NAME
from generator.settings import Settings

EVENT = "date: 2025-02-18\ntitle: Talks\nsources: {a: {quote: They talked.}}\n"
ROOT = Path(__file__).parents[2]


def write(root: Path, below: str, text: str = EVENT) -> None:
    """A file in content/."""
    path = root / "content" / below
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_records_of_the_project_load() -> None:
    """The demonstration's own records are read without a problem."""
    corpus, problems = load_corpus(Settings(root=ROOT))
    assert not problems
    assert "euromaidan-press" in corpus.outlets


def test_every_scalar_is_the_text_that_was_written(tmp_path: Path) -> None:
    """Values that YAML 1.1 would change stay as they are; null in any spelling counts as not written."""
    write(
        tmp_path,
        "events/2025/x.yml",
        EVENT + "tags: [No, 12:30, 1e3, 2025-02-18, 010, 'null']\nnote: ~\nsummary: null\ntype:\n",
    )
    event = load_corpus(Settings(root=tmp_path))[0].events["x"]
    assert event.tags == ("No", "12:30", "1e3", "2025-02-18", "010", "null")
    assert (event.note, event.summary, event.type) == ("", "", "other")
    assert str(event.where) == "content/events/2025/x.yml:1"


def test_one_may_stand_for_a_list(tmp_path: Path) -> None:
    """A lone text or map is read as a list of one, and keys that begin with x- are people's own."""
    more = "places: riyadh\nquotes: {speaker: a, text: b}\nx-desk: {checked: [by, me]}\n"
    write(tmp_path, "events/2025/x.yml", EVENT + more)
    corpus, problems = load_corpus(Settings(root=tmp_path))
    event = corpus.events["x"]
    assert not problems
    assert event.places == ("riyadh",)
    assert event.quotes[0].text == "b"
    assert event.sources["a"].quote == ("They talked.",)


def test_where_records_lie(tmp_path: Path) -> None:
    """Events in any folder below events/; hidden folders and files are no records; a record elsewhere is pointed at."""
    for below in ("events/2025/a.yml", "events/b.yaml", "events/undated/deep/c.yml"):
        write(tmp_path, below)
    for below in (
        ".extracted/x.yml",
        ".schema/y.yml",
        "events/2025/.a.yml.tmp",
        "events/.trash/d.yml",
        "events/2025/notes.txt",
    ):
        write(tmp_path, below, "nothing: here")
    for below in ("event/2025/e.yml", "f.yml", "actors/people/g.yml"):
        write(tmp_path, below)
    corpus, problems = load_corpus(Settings(root=tmp_path))
    assert set(corpus.events) == {"a", "b", "c"}
    assert [(str(problem.where), problem.code) for problem in problems] == [
        ("content/actors/people/g.yml:1:1", "record-misplaced"),
        ("content/event/2025/e.yml:1:1", "record-misplaced"),
        ("content/f.yml:1:1", "record-misplaced"),
    ]
    assert "did you mean 'events'?" in problems[1].hint


def test_an_id_is_unique_across_years(tmp_path: Path) -> None:
    """The second file of one name is left out and says where the first is."""
    write(tmp_path, "events/2024/x.yml")
    write(tmp_path, "events/2025/x.yaml", EVENT.replace("Talks", "Other talks"))
    corpus, problems = load_corpus(Settings(root=tmp_path))
    assert corpus.events["x"].title == "Talks"
    assert str(problems[0]) == (
        "content/events/2025/x.yaml:1:1: error id-twice expected an id of its own, found 'x' at content/events/2024/x.yml "
        "already (rename one of the two files)"
    )


def test_nothing_is_no_problem(tmp_path: Path) -> None:
    """A project without content/ has an empty corpus."""
    corpus, problems = load_corpus(Settings(root=tmp_path))
    assert not problems
    assert not corpus.events


def test_a_publication_with_its_time(tmp_path: Path) -> None:
    """A date-time gives the day and the time, and is written back as one."""
    write(tmp_path, "articles/a.yml", "title: Talks\npublished: 2025-02-18T14:30:00+02:00\npublished_basis: stated\n")
    article = load_corpus(Settings(root=tmp_path))[0].articles["a"]
    assert str(article.published) == "2025-02-18"
    assert article.published_time == "2025-02-18T14:30:00+02:00"
    assert "\npublished: 2025-02-18T14:30:00+02:00\n" in dump(article, "articles/a.yml")


@pytest.mark.parametrize(
    "text", ["", "\n", "---\n", "[" * 5000, "a: " + "{" * 3000, "- " * 3000, "\x00", "&a [*a]", "x: &a [*a]"]
)
def test_no_text_breaks_the_reader(text: str) -> None:
    """Empty, endless and self-containing files are problems and no more."""
    record, problems = parse_record(text, "content/events/x.yml", BY_NAME["event"])
    assert record is None
    assert problems


def test_ten_thousand_events_in_seconds(tmp_path: Path) -> None:
    """Loading takes well under a millisecond a record: 1,000 stand for 10,000, with room for a slow machine."""
    source = sorted((ROOT / "content" / "events").rglob("*.yml"))
    for number in range(1000):
        path = tmp_path / "content" / "events" / f"e{number}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source[number % len(source)], path)
    started = time.process_time()
    corpus, _ = load_corpus(Settings(root=tmp_path))
    assert len(corpus.events) == 1000
    assert time.process_time() - started < 1
