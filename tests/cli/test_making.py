"""`dateline new`: a record to start from, never over another."""

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
