"""More than one mistake in a file that YAML cannot read. The mistakes themselves are in tests/golden/bad."""

import time

from hypothesis import given
from hypothesis import strategies as st

from generator.records.load import parse_record
from generator.records.shape import BY_NAME

LINES = (
    "date: 2025-02-18\ntitle: Talks\nactors:\n  a: agent\n  b: speaker\nquotes:\n  - speaker: b\n    text: Yes\n"
    "sources:\n  x:\n    url: https://x.example/\nnote: |\n  Two\n  lines\n"
).splitlines()
BREAKS = (
    "\t",
    "x",
    ": ",
    "'",
    '"',
    "[",
    "}",
    "- ",
    "@",
    "*a",
    "&b",
    "<<<<<<< a",
    "=======",
    ">>>>>>> b",
    "---",
    "\x07",
    "  ",
)


def read(text):
    """The record and the problems of an event."""
    return parse_record(text, "content/events/e.yml", BY_NAME["event"])


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 12), st.sampled_from(BREAKS)), max_size=6))
def test_whatever_is_broken(places):
    """A file broken in any places is read or told of, each problem once, at a line it has."""
    lines = list(LINES)
    for number, column, broken in places:
        lines[number] = lines[number][:column] + broken + lines[number][column:]
    record, problems = read("\n".join(lines))
    assert record or any(problem.level == "error" for problem in problems)
    assert len(set(problems)) == len(problems)
    assert all(0 <= problem.where.line <= len(lines) + 1 for problem in problems)


def test_keys_in_lines_left_out_are_not_called_missing():
    """The title is there, though its line cannot be read."""
    _, problems = read("date: 18.02.2025\ntitle: A: b\n")
    assert [problem.code for problem in problems] == ["yaml-colon", "date-invalid"]


def test_what_yaml_drops_does_not_hide_the_rest():
    """A text that loses its first word, and a date that is none."""
    record, problems = read("date: 18.02.2025\ntitle: Talks\nnote: &c are not named\n")
    assert record is None
    assert [problem.code for problem in problems] == ["yaml-dropped", "date-invalid"]


def test_a_long_broken_file_takes_no_time():
    """Nothing is read again and again that is no record at all."""
    began = time.process_time()
    _, problems = read("title: A: b\n" * 100_000)
    assert time.process_time() - began < 2
    assert [problem.code for problem in problems] == ["yaml-colon"]
