"""The extraction benchmark on two tiny corpora of our own: it scores what is there and names what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "extraction.py"
TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2026-03-04">March 4, 2026</TIMEX3></DCT>
<TEXT>The bridge was closed on <TIMEX3 tid="t1" type="DATE" value="2026-03-02">2 March 2026</TIMEX3>.
It opened in <TIMEX3 tid="t2" type="DATE" value="1998-05">May 1998</TIMEX3>.</TEXT></TimeML>
"""
TEXT = '"We take no risks," Anna Lind said.'
ATTRIBUTIONS = "T1\tContent 0 19\t-\nT2\tSource 20 29\t-\nT3\tCue 30 34\t-\nE1\tCue:T3 Source:T2 Content:T1\n"


@pytest.fixture
def corpora(tmp_path):
    """A folder laid out as the benchmark expects it, without the set aquaint."""
    dates, quotes = tmp_path / "timex-dev" / "TimeBank", tmp_path / "quotes-dev"
    for folder in (dates, quotes / "text", quotes / "attributions"):
        folder.mkdir(parents=True)
    (dates / "bridge.tml").write_text(TIMEML, encoding="utf-8")
    (quotes / "text" / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (quotes / "attributions" / "bridge_1.ann").write_text(ATTRIBUTIONS, encoding="utf-8")
    return tmp_path


def run(data, *options):
    """The exit code and what was printed."""
    command = [sys.executable, str(SCRIPT), "--data", str(data), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_dates_are_scored(corpora):
    """Two dates of two, with spans and values; the floors of the real set do not count for a half."""
    code, said = run(corpora, "--set", "timebank", "--half", "odd")
    assert code == 0
    assert "1 documents, 2 gold, 2 found; strict 100.0, relaxed 100.0, value 100.0" in said


def test_quotes_are_scored(corpora):
    """One quotation with its speaker; a group without a gold content scores nothing."""
    code, said = run(corpora, "--set", "polnear", "--half", "odd")
    assert code == 0
    assert "| direct | 1 | 1 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 |" in said


def test_figures_below_the_floor_fail(corpora):
    """The whole of a set is held to its floors: here there is nothing to be found in two of the groups."""
    code, said = run(corpora, "--set", "polnear")
    assert code == 1
    assert "polnear: indirect 0.0 is below its floor" in said


def test_missing_data_is_named(corpora):
    """What was looked for, and where."""
    code, said = run(corpora, "--set", "aquaint")
    assert code == 1
    assert "aquaint: no data: expected *.tml in" in said
