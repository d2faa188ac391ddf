"""The editors' schemas."""

import json
from pathlib import Path

import jsonschema
import pytest

from generator.records.load import kind_at, record_paths
from generator.records.schema import schema, write_schemas
from generator.records.shape import KINDS, Kind
from generator.records.yamltext import compose, plain
from generator.settings import Settings

ROOT = Path(__file__).parents[2]
CHECKERS = {kind.name: jsonschema.Draft7Validator(schema(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_committed_schema_is_current(kind: Kind) -> None:
    """What editors read in content/.schema/ is what the model says."""
    written = json.loads((ROOT / "content" / ".schema" / f"{kind.name}.json").read_text(encoding="utf-8"))
    assert written == schema(kind)
    jsonschema.Draft7Validator.check_schema(written)


def test_the_hand_made_records_are_valid() -> None:
    """No record in content/ is underlined in an editor."""
    for below in record_paths(ROOT / "content"):
        node, _ = compose((ROOT / "content" / below).read_text(encoding="utf-8"), below)
        kind = kind_at(below)
        assert kind
        assert not [f"{below}: {error.message}" for error in CHECKERS[kind.name].iter_errors(plain(node))]


@pytest.mark.parametrize(
    "change",
    [
        {"date": "18.02.2025"},
        {"titel": "x"},
        {"status": "done"},
        {"type": "no-such-type"},
        {"actors": {"a": "hero"}},
        {"quotes": [{"speaker": "a"}]},
        {"sources": {"a": {"url": "javascript:x"}}},
        {"figures": [{"value": "5", "x": 1}]},
        {"title": ["a", "b"]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_editors_underline_mistakes(change: dict) -> None:
    """What loading calls a problem, the schema refuses."""
    good = {"date": "2025-02-18", "title": "Talks"}
    assert CHECKERS["event"].is_valid(good)
    assert not CHECKERS["event"].is_valid(good | change)


@pytest.mark.parametrize(
    "change",
    [
        {"date": 2025},
        {"date": None},
        {"date": "../2025-02-18"},
        {"title": 1984},
        {"x-desk": ["own", {"keys": 1}]},
        {"places": "riyadh"},
        {"credibility": 2},
        {"note": None},
        {"sources": {"a": None, "b": {"quote": "One."}, "c": {"quote": ["One.", "Two."]}}},
    ],
    ids=str,
)
def test_editors_leave_good_records_alone(change: dict) -> None:
    """What loading accepts, the schema accepts, however an editor's YAML types it."""
    assert CHECKERS["event"].is_valid({"date": "2025-02-18", "title": "Talks"} | change)


def test_schemas_are_written_once(tmp_path: Path) -> None:
    """A second writing changes no file."""
    settings = Settings(root=tmp_path)
    assert len(write_schemas(settings)) == len(KINDS)
    assert write_schemas(settings) == ()
