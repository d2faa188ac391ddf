"""`dateline build`, `extract` and `check`: what they print and how they end."""

import os
import subprocess
import sys

import pytest


def files(root):
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def dateline(*arguments, **environment):
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, arguments)],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_extract_says_what_it_did(project, run):
    """A line for the article, the counts, and nothing the second time."""
    first = run("extract", "--root", project)
    assert first.exit_code == 0
    head, *_, last = first.stdout.splitlines()
    assert head.startswith("seeds/port.md: new: ")
    assert "1 article" in head
    assert "1 article extracted." in first.stdout
    assert last == "no problems."
    assert "0 articles extracted and 1 unchanged." in run("extract", "--root", project).stdout


def test_a_dry_run_writes_nothing(project, run):
    """It lists the files that the real run then writes."""
    before = files(project)
    shown = run("extract", "--root", project, "--dry-run")
    assert files(project) == before
    assert "1 article would be extracted." in shown.stdout
    listed = {line.split()[1] for line in shown.stdout.splitlines() if line.startswith("  write ")}
    run("extract", "--root", project)
    assert listed == {name for name in files(project) if name.startswith("content/") and "/." not in name}


def test_check_writes_nothing_and_fails_on_errors(project, run):
    """0 without errors, 1 with one; warnings count when strict."""
    (project / "content" / "events" / "2025").mkdir(parents=True)
    before = files(project)
    assert run("check", "--root", project).exit_code == 0
    event = project / "content" / "events" / "2025" / "2025-03-01-port.yml"
    event.write_text("date: 2025-03-01\ntitle: The port opened\nactors: {nobody: agent}\n", encoding="utf-8")
    warned = run("check", "--root", project)
    assert warned.exit_code == 0
    assert ": warning actor-unknown " in warned.stdout
    assert run("check", "--root", project, "--strict").exit_code == 1
    event.write_text("date: 2025-02-30\ntitle: The port opened\n", encoding="utf-8")
    wrong = run("check", "--root", project)
    assert wrong.exit_code == 1
    assert "content/events/2025/2025-03-01-port.yml:1:7: error date-invalid" in wrong.stdout
    assert ":1:1: warning source-missing" in wrong.stdout
    assert wrong.stdout.splitlines()[-1].endswith("1 error and 1 warning.")
    assert files(project) == before | {"content/events/2025/2025-03-01-port.yml"}


def test_check_annotates_a_pull_request(project, run):
    """Only workflow commands on standard output."""
    (project / "content" / "actors").mkdir(parents=True)
    (project / "content" / "actors" / "holm.yml").write_text("name: Holm\nkind: man\n", encoding="utf-8")
    shown = run("check", "--root", project, "--format", "github")
    assert shown.exit_code == 1
    (line,) = shown.stdout.splitlines()
    assert line.startswith("::error file=content/actors/holm.yml,line=2,col=7,title=")


def test_a_folder_without_a_project(tmp_path, run):
    """One clear line, no trace, 1."""
    for command in ("build", "extract", "check", "serve"):
        shown = run(command, "--root", tmp_path)
        assert shown.exit_code == 1
        (line,) = shown.stderr.splitlines()
        assert line.startswith("mkdocs.yml: error settings-missing ")
    assert files(tmp_path) == set()


def test_mistakes_are_told_on_one_line():
    """An unknown option, folder or command: what was wrong and where help is."""
    for arguments in (["build", "--fast"], ["build", "--root", "no-such-folder"], ["bulid"], ["new", "event"]):
        done = dateline(*arguments)
        assert done.returncode == 2
        (line,) = done.stderr.decode().splitlines()
        assert line.startswith("Error: ")
        assert "--help" in line


def test_a_console_with_few_letters(project):
    """What it cannot show becomes a question mark; nothing fails."""
    (project / "seeds" / "zażółć.txt").write_text("", encoding="utf-8")
    done = dateline("extract", "--root", project, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "seeds/za?ó??.txt: error seed-empty" in done.stdout.decode("cp1252")


def test_output_that_is_no_terminal_is_plain(project):
    """No colours, no bar."""
    done = dateline("extract", "--root", project)
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stderr == b""


def test_build_tells_what_is_not_on_the_site(copy_sources, run):
    """A record with an error is counted beside the problems; a record with a warning is on the site."""
    root = copy_sources(("mkdocs.yml", "site_templates"))
    events = root / "content" / "events" / "2025"
    events.mkdir(parents=True)
    for name, date in (("wrong", "2025-02-30"), ("right", "2025-02-28")):
        (events / f"{name}.yml").write_text(f"date: {date}\ntitle: The port opened\n", encoding="utf-8")
    built = run("build", "--root", root, "--no-site")
    assert built.stdout.splitlines()[-1].endswith(". 1 record with errors is not on the site.")


@pytest.mark.slow
def test_build_ends_with_1_only_when_it_must(copy_sources, run):
    """Problems are told and the site is built all the same; strictly, they count; without a site it is 1 in any case."""
    root = copy_sources(("mkdocs.yml", "site_templates"))
    (root / "seeds").mkdir()
    (root / "seeds" / "port.md").write_text("The port opened.\n", encoding="utf-8")
    (root / "seeds" / "empty.txt").write_text("", encoding="utf-8")
    built = run("build", "--root", root)
    assert built.exit_code == 0
    assert "seeds/port.md: new: " in built.stdout
    assert "\nseeds/empty.txt: error seed-empty " in built.stdout
    assert "\nsite/: " in built.stdout
    assert built.stdout.splitlines()[-1] == "1 error and 1 warning."
    assert run("build", "--root", root, "--strict").exit_code == 1
    (root / "site_templates" / "pages" / "home.html").write_text("{{ nothing }}", encoding="utf-8")
    failed = run("build", "--root", root)
    assert failed.exit_code == 1
    assert "The site was not built; the last one stays as it was." in failed.stdout
    assert (root / "site" / "index.html").is_file()
