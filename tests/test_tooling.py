"""The locks, the Pages workflow and CI: what would otherwise be found broken on somebody else's machine."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

REPOSITORY = Path(__file__).parent.parent
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")


def locked(name):
    """The versions of each package in a lock; several where they depend on the platform or the Python."""
    versions = {}
    for package, version in re.findall(r"^([a-z0-9.-]+)==([^ ]+)", (REPOSITORY / name).read_text(), re.MULTILINE):
        versions.setdefault(package, set()).add(version)
    return versions


def wanted(name):
    """What pyproject.toml asks a lock to hold."""
    groups = PROJECT["dependency-groups"]
    return PROJECT["project"]["dependencies"] + groups["build"] + (groups["dev"] if "dev" in name else [])


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_what_the_project_asks_for(name):
    """Each dependency is locked at a version that pyproject.toml allows; if not, run `make lock`."""
    versions = locked(name)
    for requirement in map(Requirement, wanted(name)):
        found = versions.get(re.sub(r"[._]", "-", requirement.name.lower()), set())
        assert found, f"{requirement.name} is not in {name}"
        assert all(requirement.specifier.contains(version) for version in found), f"{requirement} against {found}"


def test_locks_agree():
    """Tests run with the very versions that build the site."""
    site, dev = map(locked, LOCKS)
    assert {name: versions for name, versions in site.items() if dev.get(name) != versions} == {}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_have_hashes_and_no_addresses(name):
    """Every package is pinned by hash; where it comes from is the machine's own setting."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_build_backend_is_the_locked_one():
    """`make` installs the project without a download of its own, so its build requirements must be in the lock."""
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path):
    """Every action is an official one, at a commit, with its version beside it."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    uses = [line for line in lines if line.startswith("uses:")]
    assert uses
    assert [line for line in uses if not PINNED.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_do_no_more_than_they_need(path):
    """Nothing by default; each job names its permissions, and only the one that publishes may write."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes <= ({"pages", "id-token"} if name == "deploy" else set()), name
        assert job["timeout-minutes"] <= 30


def test_workflow_steps():
    """No step keeps git's credentials, no script is put together from what a stranger can choose."""
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
