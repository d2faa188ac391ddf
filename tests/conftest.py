"""What several tests share: the repository's own site, built once in a copy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
SOURCES = ("mkdocs.yml", "seeds", "content", "site_templates")


@pytest.fixture(scope="session")
def copy_sources(tmp_path_factory):
    """A function that copies what a site is made from, without anything built, and returns the new folder."""

    def copy(names=SOURCES):
        target = tmp_path_factory.mktemp("project")
        for name in names:
            source = REPOSITORY / name
            if source.is_dir():
                shutil.copytree(source, target / name)
            else:
                shutil.copy(source, target / name)
        return target

    return copy


@pytest.fixture(scope="session")
def built_project(copy_sources):
    """The repository's seeds and content as a built project, made by the command people run. DATELINE_TEST_PROJECT names
    one that is built already."""
    given = os.environ.get("DATELINE_TEST_PROJECT")
    if given:
        return Path(given)
    root = copy_sources()
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(root)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root
