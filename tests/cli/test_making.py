"""`dateline new`: a record to start from, never over another."""

import os
import re
import subprocess
import sys

import pytest

from generator.records.load import load_corpus
from generator.settings import Settings

TITLE = "Holm opened the port"
ADDRESS = "https://gazette.example/2025/03/port-opens"


def records(project):
    corpus, problems = load_corpus(Settings(root=project))
    assert not problems
    return corpus


def test_a_new_event(project, run):
    """Its path is printed, and it is valid with what was given."""
    shown = run("new", "event", TITLE, "--date", "2025-03-01", "--type", "visit", "--source", ADDRESS,
                "--actor", "ada-holm=agent", "--place", "aalborg", "--root", project)  # fmt: skip
    assert shown.exit_code == 0
    assert shown.stdout == "content/events/2025/2025-03-01-holm-opened-the-port.yml\n"
    event = records(project).events["2025-03-01-holm-opened-the-port"]
    assert (str(event.date), event.date_basis, event.type, event.status) == (
        "2025-03-01",
        "stated",
        "visit",
        "reviewed",
    )
    assert (event.actors, event.places) == ({"ada-holm": "agent"}, ("aalborg",))
    assert {citation.url for citation in event.sources.values()} == {ADDRESS}
    assert "there is no actor 'ada-holm' yet" in shown.stderr


def test_nothing_is_written_over(project, run):
    """A record of that id is named and stays."""
    run("new", "actor", "Ada Holm", "--kind", "person", "--root", project)
    path = project / "content" / "actors" / "ada-holm.yml"
    path.write_text("name: Ada Holm\nsummary: mine\n", encoding="utf-8")
    again = run("new", "actor", "Ada Holm", "--root", project)
    assert again.exit_code == 1
    assert "content/actors/ada-holm.yml" in again.stderr
    assert path.read_text(encoding="utf-8") == "name: Ada Holm\nsummary: mine\n"


@pytest.mark.parametrize("kind", ["event", "actor", "place", "outlet", "briefing", "article"])
def test_every_kind(project, run, kind):
    """What is written loads without a problem."""
    shown = run("new", kind, "A title", "--date", "2025-03-01", "--root", project)
    assert shown.exit_code == 0
    assert (project / shown.stdout.strip()).is_file()
    records(project)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--date", "1 March 2025"], "did you mean 2025-03-01?"),
        (["--type", "visti"], "did you mean 'visit'?"),
        (["--actor", "ada-holm"], "expected ID=ROLE"),
        (["--actor", "ada-holm=speeker"], "did you mean 'speaker'?"),
        (["--outlet", "herald"], "--outlet is for article records"),
        (["--source", "https://no address"], "expected an address"),
    ],
)
def test_mistakes_are_explained_and_nothing_is_written(project, run, options, words):
    """What was expected, what was found, and the nearest that is right."""
    shown = run("new", "event", TITLE, *options, "--root", project)
    assert shown.exit_code in (1, 2)
    assert words in shown.stderr
    assert not list(project.glob("content/events/**/*.yml"))


class Terminal:
    """The command with somebody at the keyboard."""

    def __init__(self, *arguments, **environment):
        import pty

        self.end, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator.cli", *map(str, arguments)],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            env=os.environ | environment,
        )
        os.close(theirs)
        self.seen = ""

    def answer(self, question, words):
        """Wait for a question and type the answer."""
        seen = ""
        while not re.search(rf"{re.escape(question)}[^\n]*: ?$", seen):
            seen += os.read(self.end, 4096).decode()
        self.seen += seen
        os.write(self.end, f"{words}\n".encode())

    def result(self):
        """What it printed, once it has ended."""
        printed, _ = self.process.communicate(timeout=30)
        os.close(self.end)
        assert self.process.returncode == 0
        return printed.decode()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are of Unix")
def test_an_event_by_questions(project, run):
    """Each answer is looked at; actors and places that the title names are offered; the editor opens the file."""
    run("new", "actor", "Ada Holm", "--kind", "person", "--root", project)
    run("new", "place", "Aalborg", "--root", project)
    editor = project / "editor.sh"
    editor.write_text('#!/bin/sh\necho "x-opened: yes" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    terminal = Terminal("new", "event", "--root", project, VISUAL="", EDITOR=str(editor))
    terminal.answer("Title", "Ada Holm opened the port of Aalborg")
    terminal.answer("When it happened", "1 March 2025")
    terminal.answer("When it happened", "2025-03-01")
    terminal.answer("Type", "visti")
    terminal.answer("Type", "visit")
    terminal.answer("[ada-holm=agent]", "")
    terminal.answer("[aalborg]", "")
    terminal.answer("Sources", f"{ADDRESS} no-such-article")
    terminal.answer("Open it in your editor?", "")
    assert terminal.result() == "content/events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml\n"
    assert "did you mean 2025-03-01?" in terminal.seen
    assert "did you mean 'visit'?" in terminal.seen
    assert terminal.seen.count("there is no article 'no-such-article' yet") == 1
    event = records(project).events["2025-03-01-ada-holm-opened-the-port-of-aalborg"]
    assert (event.type, event.actors, event.places) == ("visit", {"ada-holm": "agent"}, ("aalborg",))
    assert {citation.url for citation in event.sources.values()} == {ADDRESS, ""}
    assert "x-opened: yes" in (project / event.where.path).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are of Unix")
def test_what_was_given_is_not_asked_for(project):
    """The other kinds have questions of their own."""
    terminal = Terminal("new", "outlet", "--kind", "agency", "--no-open", "--root", project)
    terminal.answer("Name", "")
    terminal.answer("Name (needed)", "Harbour Gazette")
    terminal.answer("Address", "gazette.example")
    terminal.answer("Address", "https://gazette.example")
    assert terminal.result() == "content/outlets/harbour-gazette.yml\n"
    assert "Kind" not in terminal.seen
    assert records(project).outlets["harbour-gazette"].kind == "agency"


def test_nobody_is_asked_where_there_is_no_terminal(project, run):
    """A script gets an error in place of a question."""
    shown = run("new", "event", "--root", project)
    assert shown.exit_code == 2
    assert "Missing argument 'TITLE'" in shown.stderr


def test_the_editor_opens_when_it_is_wanted(project, run, monkeypatch, tmp_path):
    """VISUAL before EDITOR; not without --open."""
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "x-opened: yes" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setenv("EDITOR", "false")
    for title, options, opened in (("Ada Holm", ["--open"], True), ("Tomas Berg", [], False)):
        shown = run("new", "actor", title, *options, "--root", project)
        assert ("x-opened" in (project / shown.stdout.strip()).read_text(encoding="utf-8")) is opened
