"""A person's heavily commented record before and after three extractions, as recorded in tests/golden/merge/."""

import os
from pathlib import Path

import pytest

from generator.records.base import BaseRecord
from generator.records.reconcile import read_tree, reconcile
from generator.records.shape import BY_NAME
from generator.records.source import Source

GOLDEN = Path(__file__).parent.parent / "golden" / "merge"


def text(name: str) -> str:
    return (GOLDEN / name).read_bytes().decode()


def tree(name: str) -> dict[str, object]:
    found = read_tree(text(name))
    assert found
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_three_extractions(end: str) -> None:
    """After each of them the file and the open differences are those recorded, to the byte; a new record of them is written
    where DATELINE_GOLDEN is set."""
    ours, entry = text("before.yml").replace("\n", end), BaseRecord("", (), tree("base.yml"))
    comments = [ours[slice(*span)] for span in Source(ours).comments]
    for number in (1, 2, 3):
        done = reconcile(BY_NAME["event"], ours, entry, BaseRecord("", (), tree(f"extractions/{number}.yml")))
        assert not done.why
        ours, entry = done.text, done.entry
        found = ours.replace(end, "\n") + "".join(f"# open: {'.'.join(path)}\n" for path in entry.open)
        if os.environ.get("DATELINE_GOLDEN"):
            (GOLDEN / f"after-{number}.yml").write_bytes(found.encode())
        assert found == text(f"after-{number}.yml")
        assert [ours[slice(*span)] for span in Source(ours).comments] == comments
