"""Known-bad files and the words that people get for them."""

import shutil
from pathlib import Path

import pytest

from generator.records.load import load_corpus
from generator.records.shape import BY_NAME
from generator.settings import Settings

BAD = Path(__file__).parents[1] / "golden" / "bad"


def problems_of(path: Path, root: Path) -> str:
    """What loading says of one bad file, a line for each problem. The first word of its name is the kind of record."""
    kind = BY_NAME.get(path.stem.partition("-")[0], BY_NAME["event"])
    folder = root / "content" / kind.folder
    folder.mkdir(parents=True)
    shutil.copy(path, folder)
    _, problems = load_corpus(Settings(root=root))
    return "".join(f"{problem}\n" for problem in problems)


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yml")), ids=lambda path: path.stem)
def test_bad_file(path: Path, tmp_path: Path) -> None:
    """Each mistake is named at its line and column, with what was expected, what was found and an example."""
    assert problems_of(path, tmp_path) == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_message_has_its_file() -> None:
    """No expected message is left over from a bad file that is gone."""
    assert {path.stem for path in BAD.glob("*.txt")} == {path.stem for path in BAD.glob("*.yml")}


def test_one_bad_file_costs_one_record(tmp_path: Path) -> None:
    """All bad files together leave their good neighbour loaded."""
    folder = tmp_path / "content" / "events"
    folder.mkdir(parents=True)
    for path in BAD.glob("*.yml"):
        shutil.copy(path, folder)
    good = "date: 2025-02-18\ntitle: Talks\nsources: {a: {quote: They talked.}}\n"
    (folder / "good.yml").write_text(good, encoding="utf-8")
    corpus, problems = load_corpus(Settings(root=tmp_path))
    assert corpus.events["good"].title == "Talks"
    assert len(problems) >= len(list(BAD.glob("*.yml"))) - 5
