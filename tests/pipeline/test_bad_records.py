"""Records that are well written and wrong beside the others, and the words that people get for them."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import check
from generator.records.shape import BY_NAME
from generator.settings import Settings

BAD = Path(__file__).parents[1] / "golden" / "bad"
RELATED = sorted((BAD / "related").glob("*.yml"))


def problems_beside(path: Path, root: Path) -> str:
    """What `dateline check` says when a bad file comes into a small world without problems."""
    shutil.copytree(BAD / "world", root, dirs_exist_ok=True)
    kind = BY_NAME.get(path.stem.partition("-")[0], BY_NAME["event"])
    folder = root / "content" / kind.folder
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder)
    return "".join(f"{problem}\n" for problem in check(Settings(root=root)).problems)


def test_the_world_is_well(tmp_path: Path) -> None:
    """Whatever is told below is told of the bad file."""
    shutil.copytree(BAD / "world", tmp_path, dirs_exist_ok=True)
    assert check(Settings(root=tmp_path)).problems == ()


@pytest.mark.parametrize("path", RELATED, ids=lambda path: path.stem)
def test_bad_record(path: Path, tmp_path: Path) -> None:
    """Each mistake is named at its line and column, with what was expected, what was found and what was probably meant."""
    assert problems_beside(path, tmp_path) == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_all_in_one_run(tmp_path: Path) -> None:
    """With every bad file at once, each problem is told that is told of it alone, but for those of one name."""
    shutil.copytree(BAD / "world", tmp_path, dirs_exist_ok=True)
    expected = set()
    for path in RELATED:
        kind = BY_NAME.get(path.stem.partition("-")[0], BY_NAME["event"])
        (tmp_path / "content" / kind.folder).mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / "content" / kind.folder)
        lines = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        expected |= {line.partition(" (")[0] for line in lines if "event-unknown" not in line}
    told = {str(problem).partition(" (")[0] for problem in check(Settings(root=tmp_path)).problems}
    assert expected - told == set()
