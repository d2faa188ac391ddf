"""What the article the project exists for gives: the records of tests/golden/seed/, byte for byte, and no others."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import extract_all
from generator.settings import load_settings

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests/golden/seed"
SEED = "seeds/000_0ed0eb924d9d9d16.txt"
ARTICLE = "euromaidan-press-2025-02-18-zelenskyy-us-russia-nato"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """The events that the seed alone gives, with the actors, places and outlets that people have recorded, by path."""
    root = tmp_path_factory.mktemp("seed")
    (root / "seeds").mkdir()
    shutil.copy(REPOSITORY / SEED, root / SEED)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    for folder in ("actors", "places", "outlets"):
        shutil.copytree(REPOSITORY / "content" / folder, root / "content" / folder)
    (root / "content/articles").mkdir()
    shutil.copy(REPOSITORY / f"content/articles/{ARTICLE}.yml", root / "content/articles")
    extract_all(load_settings(root)[0])
    events = root / "content/events"
    return {path.relative_to(events).as_posix(): path.read_text(encoding="utf-8") for path in events.rglob("*.yml")}


def test_events_are_those_of_the_golden_files(extracted):
    """The same files with the same bytes: dates with their basis, types, roles, quotations, figures, sources."""
    golden = {path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in GOLDEN.rglob("*.yml")}
    assert extracted == golden


def test_there_are_six(extracted):
    """The article carries six events, one of them a press conference told in eleven sentences."""
    assert len(extracted) == 6
