"""The extraction benchmark on tiny corpora of our own: it scores what is there and names what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "extraction.py"
sys.path.insert(0, str(SCRIPT.parent))

from scoring.relations import Entry, overlap  # noqa: E402 - the path comes first
from scoring.timelines import task_day  # noqa: E402 - the path comes first

from generator.model.dates import parse_edtf  # noqa: E402 - the path comes first

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2026-03-04">March 4, 2026</TIMEX3></DCT>
<TEXT>The bridge was closed on <TIMEX3 tid="t1" type="DATE" value="2026-03-02">2 March 2026</TIMEX3>.
It opened in <TIMEX3 tid="t2" type="DATE" value="1998-05">May 1998</TIMEX3>.</TEXT></TimeML>
"""
TEXT = '"We take no risks," Anna Lind said.'
ATTRIBUTIONS = "T1\tContent 0 19\t-\nT2\tSource 20 29\t-\nT3\tCue 30 34\t-\nE1\tCue:T3 Source:T2 Content:T1\n"
TOKENS = [
    "Mora leaves",
    "4 March 2026",
    "Ana Mora opened the mill on 2 March 2026 .",
    "She closed a shop in 1998 .",
    "A ferry sank .",
]
EVENTS = [(2, "opened"), (3, "closed"), (4, "sank")]
TIMELINE = "Ana Mora\n1\t1998\t7-3-closed\n2\t2026-03-02\t7-2-opened\n"


def cat():
    """The article of TOKENS as the corpus has it: a token an element, event mentions by the numbers of their tokens."""
    words = [(sentence, word) for sentence, line in enumerate(TOKENS) for word in line.split()]
    tokens = "".join(
        f'<token t_id="{at}" sentence="{number}">{word}</token>' for at, (number, word) in enumerate(words)
    )
    marked = "".join(f'<EVENT_MENTION><token_anchor t_id="{words.index(event)}"/></EVENT_MENTION>' for event in EVENTS)
    return f'<Document doc_id="7">{tokens}<Markables>{marked}<TIMEX3 value="2026-03-04"/></Markables></Document>'


@pytest.fixture
def corpora(tmp_path):
    """A folder laid out as the benchmark expects it, without the set aquaint."""
    dates, quotes = tmp_path / "timex-dev" / "TimeBank", tmp_path / "quotes-dev"
    articles, timelines = (
        tmp_path / "actor-timelines-dev" / name for name in ("corpus_trackB_CAT", "TimeLines_Gold_Standard")
    )
    for folder in (dates, quotes / "text", quotes / "attributions", articles, timelines):
        folder.mkdir(parents=True)
    (articles / "mill.xml").write_text(cat(), encoding="utf-8")
    (timelines / "ana_mora.txt").write_text(TIMELINE, encoding="utf-8")
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


def test_timelines_are_scored(corpora):
    """Two events of two on their days and in order; the trivial way knows no "she" and finds one, on which nothing depends."""
    code, said = run(corpora, "--set", "timelines")
    assert code == 0
    assert "| Ana Mora | 3 | 100.0 | 100.0 | 100.0 | 50.0 | 100.0 | 100.0 |" in said


GOLD = [Entry(1, "1998", ("a",)), Entry(2, "2026-03-02", ("b", "c"))]
SCORED = [
    ("the same", GOLD, (4, 4, 4, 4)),
    ("nothing", [], (0, 0, 0, 4)),
    ("one too many", [*GOLD, Entry(3, "2026-03-04", ("d",))], (4, 6, 4, 4)),
    ("without days", [Entry(1, "XXXX-XX-XX", ("a",)), Entry(2, "XXXX-XX-XX", ("b", "c"))], (2, 2, 1, 4)),
    ("the wrong way round", [Entry(1, "2026-03-02", ("b", "c")), Entry(2, "1998", ("a",))], (3, 4, 3, 4)),
    ("a step left out", [GOLD[0], Entry(2, "2026-03-02", ("c",))], (3, 3, 2, 4)),
    ("nothing that orders it", [Entry(0, "XXXX-XX-XX", ("a",)), GOLD[1]], (2, 2, 2, 4)),
    ("unknown parts", [Entry(1, "1998-XX-XX", ("a",)), GOLD[1]], (4, 4, 4, 4)),
]


@pytest.mark.parametrize(("found", "figures"), [case[1:] for case in SCORED], ids=[case[0] for case in SCORED])
def test_relations_of_timelines(found, figures):
    """Right, predicted, found and gold relations: anchors, and each position before the next; closure counts."""
    assert tuple(overlap(GOLD, found)) == figures


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


DAYS = [
    ("2026-03-02", "2026-03-02"),
    ("2026-03-02~", "2026-03-02"),
    ("2026-03", "2026-03"),
    ("2026-03-30/2026-04-05", "2026-03"),
    ("2026-33", "2026"),
    ("../2028", "2028"),
    ("2026/..", "2026"),
    ("", ""),
]


@pytest.mark.parametrize(("edtf", "day"), DAYS)
def test_days_of_the_task(edtf, day):
    """The timelines task writes a day, a month or a year, whatever EDTF can say."""
    assert task_day(parse_edtf(edtf)) == day


def test_the_blind_timelines_are_whole():
    """Every event word stands where it is said to, and every target is one of its group; all targets have a row."""
    script = SCRIPT.parent / "timelines.py"
    shown = subprocess.run([sys.executable, script, "--half", "odd"], capture_output=True, text=True, check=True).stdout
    assert shown.count("\n| ") == 19  # 18 targets and all of them
    assert "\n| all | 273 |" in shown
