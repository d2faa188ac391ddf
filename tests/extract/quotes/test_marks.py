"""Where quotation marks open and close, and that no text makes that slow."""

import time

import pytest
from hypothesis import given, strategies

from generator.extract.quotes.marks import quoted_spans


def spans(text):
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[span.start : span.end] for span in quoted_spans(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said “yes” and "no".', ["“yes”", '"no"']),
        ("«A» „b“ »c« „d” ”e” 「f」", ["«A»", "„b“", "»c«", "„d”", "”e”", "「f」"]),
        ("''Tick,'' she said; ``tock'' he said.", ["''Tick,''", "``tock''"]),
        ("“He told us ‘go’ twice.”", ["“He told us ‘go’ twice.”"]),
        ("‘She said “go” twice,’ he said.", ["‘She said “go” twice,’"]),
        ("‘It’s the workers’ own,’ he said.", ["‘It’s the workers’ own,’"]),
        ("The workers' hall, the '90s, rock 'n' roll and O'Neill's.", []),
        ('A 6" pipe and a 5\'10" door.', []),
        ("“One.\n“Two.\n“Three.” Four.", ["“One.\n“Two.\n“Three.”"]),
        ("“One and\ntwo.” Three.", ["“One and\ntwo.”"]),
        ("“One, he said. “Two,” she said.", ["“Two,”"]),
        ('"Mixed,” he said.', ['"Mixed,”']),
        ("No mark at all", []),
        ("”", []),
    ],
)
def test_spans(text, expected):
    """Each kind of mark, nested, apostrophes apart, over paragraphs, and forgotten ones."""
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        "“" * 10_000,
        "”" * 10_000,
        "'a " * 30_000,
        "‘a " * 30_000,
        "a' " * 30_000,
        '"a' * 30_000,
        "“a\n" * 20_000,
        "x" * 5_000_000,
    ],
    ids=["straight", "open", "close", "single", "curly single", "apostrophes", "words", "paragraphs", "no mark"],
)
def test_time_is_linear(text):
    """Ten thousand marks, thirty thousand apostrophes and five megabytes are read in well under two seconds."""
    started = time.process_time()
    spans(text)
    assert time.process_time() - started < 2


@given(strategies.text(alphabet="ab .,\n\"'“”‘’«»„", max_size=200))
def test_spans_never_overlap(text):
    """Whatever the marks, spans are in order, apart, and inside the text."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    end = 0
    for span in quoted_spans(text, paragraphs):
        assert end <= span.start < span.end <= len(text)
        end = span.end
