"""`dateline annotate`: the JSON of its contract, and the listing for people."""

import json

import click
from click.testing import CliRunner

from generator.cli.app import dateline
from generator.cli.listing import COLOURS

ARTICLE_KEYS = {"id", "title", "outlet", "author", "published", "published_basis", "url", "language", "text", "related"}
MENTION_KEYS = {
    "date": {"value", "timex", "timex_type"},
    "actor": {"value"},
    "place": {"value"},
    "quote": {"quote_kind", "speaker", "speaker_start", "speaker_end", "cue", "cue_start", "cue_end"},
    "attribution": {"value"},
    "figure": {"value", "unit", "modifier"},
}
EVENT_KEYS = {
    *(
        "date",
        "date_basis",
        "title",
        "type",
        "sentences",
        "actors",
        "places",
        "trigger",
        "trigger_start",
        "trigger_end",
    ),
    *("polarity", "rule"),
}
TEXT = """Harbour Minister Ada Holm opened the port of Aalborg on 1 March 2025, according to the Herald.

“The gates are open,” Holm said after nearly five hours of talks.
"""


def state(root):
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


def test_the_keys_of_the_object(tmp_path, run):
    """All those the contract names, offsets into the text, one object for each file, nothing else on standard output."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text("Trump spoke.\n", encoding="utf-8")
    shown = run("annotate", first, second, "--json")
    assert shown.exit_code == 0
    tree, _ = (json.loads(line) for line in shown.stdout.splitlines())
    assert set(tree) >= {"article", "sentences", "mentions", "events"}
    assert set(tree["article"]) >= ARTICLE_KEYS
    assert all(set(one) >= {"start", "end", "date", "date_basis", "tense"} for one in tree["sentences"])
    text = tree["article"]["text"]
    for mention in tree["mentions"]:
        assert set(mention) >= {"kind", "start", "end", "text", "rule"} | MENTION_KEYS[mention["kind"]]
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert {mention["kind"] for mention in tree["mentions"]} >= {"date", "actor", "place", "quote", "figure"}
    assert tree["events"]
    assert all(set(event) >= EVENT_KEYS for event in tree["events"])


def test_the_day_of_publication_can_be_given(tmp_path, run):
    """It stands for the document's own, which wins where the file states one."""
    undated, dated = tmp_path / "undated.txt", tmp_path / "dated.md"
    undated.write_text("The port opened on Saturday.\n", encoding="utf-8")
    dated.write_text("---\npublished: 2025-03-08\n---\nThe port opened on Saturday.\n", encoding="utf-8")
    shown = run("annotate", undated, dated, "--published", "2025-03-02", "--json")
    trees = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [tree["article"]["published"] for tree in trees] == ["2025-03-02", "2025-03-08"]
    assert [tree["mentions"][0]["value"] for tree in trees] == ["2025-03-01", "2025-03-08"]
    wrong = run("annotate", undated, "--published", "2 March 2025")
    assert wrong.exit_code == 2
    assert "did you mean 2025-03-02?" in wrong.stderr


def test_a_listing_with_values(tmp_path, run):
    """Each sentence and what was found in it, then the events and the records it would give; no rules, no colours in a pipe."""
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = run("annotate", path)
    assert "\n     date 2025-03-01 “1 March 2025”\n" in shown.stdout
    assert "\nEvents: " in shown.stdout
    assert "\n  actor ada-holm (person)\n" in shown.stdout
    assert "\n  place aalborg\n" in shown.stdout
    assert " by " not in shown.stdout.replace("by people", "")
    assert "\x1b[" not in shown.stdout


def test_rules_on_demand(tmp_path, run):
    """`--rules` names the rule behind each mention and event, and counts them all at the end."""
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = run("annotate", path, "--rules")
    assert "date 2025-03-01 “1 March 2025” by month" not in shown.stdout
    assert "date 2025-03-01 “1 March 2025” by day-month" in shown.stdout
    assert "\nRules\n" in shown.stdout
    assert "\n  date day-month: 1\n" in shown.stdout


def test_colours_by_kind(tmp_path):
    """On a terminal a mention has the colour of its kind in its line and in the sentence, inside a quote too."""
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown, plain = (
        CliRunner().invoke(dateline, ["annotate", str(path)], color=color).stdout for color in (True, False)
    )
    assert click.style("1 March 2025", fg=COLOURS["date"]) in shown
    assert click.style("nearly five hours", fg=COLOURS["figure"]) in shown
    assert click.style("“The gates are open,”", fg=COLOURS["quote"]) in shown
    assert click.unstyle(shown) == plain


def test_the_timeline_of_one_subject(tmp_path, run):
    """Over several files, in the order of days: the day, how it is known, the sentence with its event word, the article."""
    late, early = tmp_path / "late.txt", tmp_path / "early.txt"
    late.write_text(
        "The ferry Halla ran aground on 4 May 2024. The ferry was towed away on 6 May 2024.\n", encoding="utf-8"
    )
    early.write_text("The shipyard launched the Halla on 2 March 2019. Ada Holm sang.\n", encoding="utf-8")
    shown = run("annotate", late, early, "--timeline", "Halla").stdout.splitlines()
    assert [line.split()[0] for line in shown] == ["2019-03-02", "2024-05-04", "2024-05-06"]
    assert shown[0] == "2019-03-02 (stated) The shipyard *launched* the Halla on 2 March 2019.  [early]"
    tree = json.loads(run("annotate", early, "--timeline", "Halla", "--json").stdout)
    assert [(one["text"], one["date"]) for one in tree["timeline"]] == [("launched", "2019-03-02")]
    assert (
        run("annotate", early, "--timeline", "Nobody Else").stdout
        == "Nobody Else: takes part in nothing that was found\n"
    )


def test_a_file_that_cannot_be_read(tmp_path, run):
    """It is told on standard error, the others are shown, and the end is 1."""
    empty, port = tmp_path / "empty.txt", tmp_path / "port.txt"
    empty.write_text("", encoding="utf-8")
    port.write_text(TEXT, encoding="utf-8")
    shown = run("annotate", empty, port, "--json")
    assert shown.exit_code == 1
    assert "empty.txt: error seed-empty" in shown.stderr
    assert len(shown.stdout.splitlines()) == 1


def test_a_project_is_used_and_left_alone(project, run):
    """Its actors and what people recorded of the article are known; no file changes, in or outside of content/."""
    (project / "content" / "actors").mkdir(parents=True)
    (project / "content" / "actors" / "ah.yml").write_text("name: Ada Holm\n", encoding="utf-8")
    (project / "content" / "articles").mkdir()
    (project / "content" / "articles" / "x.yml").write_text("seed: seeds/port.md\ntitle: Mine\n", encoding="utf-8")
    before = state(project)
    tree = json.loads(run("annotate", project / "seeds" / "port.md", "--root", project, "--json").stdout)
    assert state(project) == before
    assert (tree["article"]["id"], tree["article"]["title"]) == ("x", "Mine")
    assert "ah" in {mention["value"] for mention in tree["mentions"] if mention["kind"] == "actor"}
