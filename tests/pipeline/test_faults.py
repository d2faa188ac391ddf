"""What goes wrong from outside: killed processes, two builds at once, folders that cannot be written, full disks."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from generator.pipeline import build, extract_all, lock
from generator.records.load import load_corpus
from generator.settings import Settings, load_settings

REPOSITORY = Path(__file__).parent.parent.parent
CHANGES = ("replace", "unlink", "write_bytes")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="faults are put into a forked child, which Windows has not"),
]


@pytest.fixture
def project(newsroom):
    """A newsroom of one article with the repository's templates, and a person's edit that the next extraction meets."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    shutil.copytree(REPOSITORY / "site_templates", settings.templates_dir)
    return load_settings(settings.root)[0]


@pytest.fixture
def edited(project):
    """The same after a build, with a file edited by a person, one deleted, and a new wording of the article."""
    build(project, engine=None)
    event = project.content_dir / "events/2025/2025-03-01-ada-holm-opened-the-port-of-aalborg.yml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("status: extracted", "status: reviewed  # by me\nnote: Mine."), encoding="utf-8")
    (project.content_dir / "actors" / "brigitta-larsen.yml").unlink()
    seed = project.seeds_dir / "2025-03-01-port.md"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("opened the port", "opened the new port"), encoding="utf-8"
    )
    return project


def files(settings):
    """Every file of content/ and of the pages, hidden ones too, with its bytes."""
    folders = (settings.content_dir, settings.docs_dir)
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(settings.root).as_posix(): path.read_bytes() for path in found}


def in_child(work):
    """Do `work` in a forked child; how it ended."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(work() or 0)
        except BaseException:  # noqa: BLE001 - the child must not come back into pytest
            os._exit(70)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying_at(count, moment):
    """Make this process die at its `count`-th change of a file: before it, after it, or with half of it written."""
    left = [count]

    def dying(name, change):
        def call(path, *args, **named):
            left[0] -= 1
            if left[0] == 0 and moment == "half" and name == "write_bytes":
                change(path, args[0][: len(args[0]) // 2])
            if left[0] == 0 and moment != "after":
                os._exit(9)
            result = change(path, *args, **named)
            if left[0] == 0:
                os._exit(9)
            return result

        return call

    for name in CHANGES:
        setattr(Path, name, dying(name, getattr(Path, name)))


def copied(settings, name):
    """A copy of the project."""
    root = settings.root.with_name(name)
    shutil.copytree(settings.root, root)
    return load_settings(root)[0]


def counted(settings, monkeypatch):
    """Build, and tell which files were changed, in order."""
    seen = []
    with monkeypatch.context() as patch:
        for name in CHANGES:
            change = getattr(Path, name)
            patch.setattr(
                Path,
                name,
                lambda path, *args, change=change, **named: (seen.append(path), change(path, *args, **named))[1],
            )
        assert build(settings, engine=None).built
    return seen


@pytest.mark.parametrize("moment", ["before", "half", "after"])
@pytest.mark.parametrize("state", ["project", "edited"])
def test_killed_at_every_write(state, moment, request, monkeypatch):
    """At each change of a file in content/, and at some of the pages: content/ is whole, nothing of a person's is gone,
    and the next build ends with the bytes of one that nothing has disturbed."""
    project = request.getfixturevalue(state)
    whole = copied(project, "whole")
    changes = counted(whole, monkeypatch)
    in_content = [index for index, path in enumerate(changes, 1) if path.is_relative_to(whole.content_dir)]
    assert len(in_content) >= 8
    expected, before = files(whole), files(project)
    for count in (*in_content, *range(in_content[-1] + 1, len(changes), 31)):
        here = copied(project, f"killed-{count}")

        def dies(count=count, here=here):
            dying_at(count, moment)
            build(here, engine=None)

        assert in_child(dies) == 9
        assert load_corpus(here)[1] == ()
        assert {path for path in before if "/events/" in path} <= files(here).keys()
        assert build(here, engine=None).built
        assert files(here) == expected
        shutil.rmtree(here.root)


def test_two_builds_at_once(project, monkeypatch):
    """The second waits until the first is done; where that takes too long it says who is at work, and touches nothing."""
    held = project.root / "held"
    holds = f"""
import time, pathlib
from generator.pipeline.lock import hold
from generator.settings import Settings, load_settings
with hold(Settings(root=pathlib.Path({str(project.root)!r}))):
    pathlib.Path({str(held)!r}).touch()
    time.sleep(60)
"""
    first = subprocess.Popen([sys.executable, "-c", holds], cwd=REPOSITORY)
    try:
        while not held.exists():
            assert first.poll() is None
            time.sleep(0.02)
        monkeypatch.setattr(lock, "WAIT", 0.2)
        before = files(project)
        for outcome in (build(project, engine=None), extract_all(project)):
            (told,) = (problem for problem in outcome.problems if problem.code == "project-busy")
            assert f"process {first.pid} on " in told.message
            assert outcome.done == ()
        assert files(project) == before
    finally:
        first.kill()
        first.wait()
    assert lock.lock_path(project).exists()
    assert build(project, engine=None).built  # what a dead process leaves behind locks nothing


def test_the_second_waits_for_the_first(project):
    """Two at the same moment end with the bytes of one."""
    whole = copied(project, "whole")
    assert build(whole, engine=None).built
    command = [sys.executable, "-m", "generator.cli", "build", "--no-site", "--root", str(project.root)]
    both = [subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    ended = [one.communicate(timeout=100) for one in both]
    assert [one.returncode for one in both] == [0, 0], ended
    assert files(project) == files(whole)
    assert json.loads(lock.lock_path(project).read_text(encoding="utf-8"))["pid"] in [one.pid for one in both]


def test_the_lock_may_be_taken_twice_by_one(project):
    """Inside of it, a further step of the same process does not wait for itself."""
    with lock.hold(project), lock.hold(project):
        assert extract_all(project).problems == ()


@pytest.mark.parametrize("limit", [10, 600, 1500])
def test_a_full_disk(edited, limit):
    """No file grows beyond a limit, as on a disk that fills up: what cannot be written is told, and every file is whole."""
    whole = copied(edited, "whole")
    assert build(whole, engine=None).built
    before = files(edited)

    def fills():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        return "write-failed" not in {problem.code for problem in build(edited, engine=None).problems}

    assert in_child(fills) == 0
    assert load_corpus(edited)[1] == ()
    after = files(edited)
    assert {path for path in before if path.startswith("content/")} <= after.keys()
    assert not [path for path in after if path.endswith(".tmp")]
    assert build(edited, engine=None).built
    assert files(edited) == files(whole)


def test_folders_that_cannot_be_written(newsroom):
    """What is to be written is told with its file, and nothing is changed; where nothing need be written, nothing is said."""
    with tempfile.TemporaryDirectory() as folder:
        made = newsroom(seeds=("2025-03-01-port.md",))
        extract_all(made)
        settings = Settings(root=Path(folder) / "project")
        shutil.copytree(made.root, settings.root)
        lock.lock_path(settings).unlink()
        seed = next(settings.seeds_dir.iterdir())
        seed.write_text(
            seed.read_text(encoding="utf-8").replace("opened the port", "opened the new port"), encoding="utf-8"
        )
        before = files(settings)
        for path in (settings.content_dir, *settings.content_dir.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        (settings.root / "build").chmod(0o777)
        Path(folder).chmod(0o755)

        def writes():
            if os.geteuid() == 0:
                os.setuid(65534)  # root may write everywhere, so somebody else tries
            if os.access(settings.content_dir, os.W_OK):
                return 3
            told = [problem for problem in extract_all(settings).problems if problem.code == "write-failed"]
            return 0 if told and all("content/" in problem.where.path for problem in told) else 1

        ended = in_child(writes)
        for path in (settings.content_dir, *settings.content_dir.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        if ended == 3:
            pytest.skip("this system lets everybody write everywhere")
        assert ended == 0
        assert {path: data for path, data in files(settings).items() if path.startswith("content/")} == before
