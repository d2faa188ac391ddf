"""`dateline accept`, and what a dry run shows of differences: a person decides, extraction proposes."""

import pytest
from click.testing import CliRunner

from generator.cli.app import dateline

OPENING = "content/events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
IDENT = "2025-03-01-ada-holm-opened-the-port-of-aalborg"


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def changed(project, run):
    """A project whose event has a person's title, and whose article now says it in other words."""
    replace(project / "seeds" / "port.md", "Harbour Minister", "Minister")
    run("extract", "--root", project)
    replace(project / OPENING, "title: Ada Holm opened", "# checked\ntitle: The minister opened")
    replace(project / "seeds" / "port.md", "opened the port", "opened the new port")
    return project


def test_a_dry_run_shows_both(changed, run):
    """What would flow in, and what a person has decided otherwise, each as a diff; the files stay."""
    before = (changed / OPENING).read_bytes()
    shown = run("extract", "--root", changed, "--dry-run").stdout
    assert f"  improve {OPENING}\n    --- a/{OPENING}\n    +++ b/{OPENING}\n" in shown
    assert f"{OPENING}: 1 difference not taken. As extraction would have it:" in shown
    assert "\n    -title: The minister opened" in shown
    assert "\n    +title: Ada Holm opened the new port" in shown
    assert (changed / OPENING).read_bytes() == before


def test_taking_what_extraction_says(changed, run):
    """The title is replaced at its letters, the comment above it stays, and nothing is open any more."""
    run("extract", "--root", changed)
    text = (changed / OPENING).read_text(encoding="utf-8")
    done = run("accept", IDENT, "title", "--root", changed)
    assert done.exit_code == 0
    assert "+title: Ada Holm opened the new port" in done.stdout
    after = (changed / OPENING).read_text(encoding="utf-8")
    assert after == text.replace("title: The minister opened the port", "title: Ada Holm opened the new port")
    assert "nothing is open there" in run("accept", IDENT, "--root", changed).stdout
    assert "difference" not in run("extract", "--all", "--dry-run", "--root", changed).stdout


def test_keeping_what_a_person_says(changed, run):
    """Settled for good: the file stays, and no later run brings it up again."""
    run("extract", "--root", changed)
    text = (changed / OPENING).read_text(encoding="utf-8")
    assert "settled as it is: title" in run("accept", IDENT, "--keep", "--root", changed).stdout
    again = run("extract", "--all", "--dry-run", "--root", changed).stdout
    assert "difference" not in again
    assert (changed / OPENING).read_text(encoding="utf-8") == text


def test_a_deleted_record_comes_back_on_request(changed, run):
    """Extraction leaves it deleted; its id brings it back."""
    (changed / OPENING).unlink()
    run("extract", "--all", "--root", changed)
    assert not (changed / OPENING).exists()
    assert run("accept", IDENT, "--root", changed).exit_code == 0
    assert "title: Ada Holm opened the new port" in (changed / OPENING).read_text(encoding="utf-8")


def test_a_value_with_a_comment_is_shown_and_left(changed, run):
    """Nothing is written over a comment, not even on request; what extraction says is printed."""
    replace(changed / OPENING, "actors:\n", "actors:\n  # the host\n")
    run("extract", "--root", changed)
    replace(changed / OPENING, "title: The minister", "title: >-  # my words\n  The minister")
    done = run("accept", IDENT, "title", "--root", changed)
    assert done.exit_code == 1
    assert "title is left" in done.stdout
    assert "  title: Ada Holm opened the new port" in done.stdout


def test_an_unknown_record(project):
    """No extraction has written it: that is said, and the command ends with 2."""
    done = CliRunner().invoke(dateline, ["accept", "nobody", "--root", str(project)])
    assert done.exit_code == 2
    assert "'nobody'" in done.output


def test_a_file_that_cannot_be_written(changed, run):
    """It is told by its path in the project, with what to look at, and stays as it was."""
    run("extract", "--root", changed)
    before = (changed / OPENING).read_bytes()
    (changed / OPENING).with_name(f".{IDENT}.yml.dateline.tmp").mkdir()
    done = run("accept", IDENT, "title", "--root", changed)
    assert done.exit_code == 1
    assert f"{OPENING}: error write-failed" in done.stderr
    assert "permissions" in done.stderr
    assert str(changed) not in done.stderr
    assert (changed / OPENING).read_bytes() == before
