"""The editors' schemas."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from generator.records.dump import modeline
from generator.records.load import kind_at, record_paths
from generator.records.schema import schema, schema_text, write_schemas
from generator.records.shape import KINDS, Kind
from generator.records.yamltext import compose, plain
from generator.settings import Settings

ROOT = Path(__file__).parents[2]
CHECKERS = {kind.name: jsonschema.Draft7Validator(schema(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_committed_schema_is_current(kind: Kind) -> None:
    """What editors read in content/.schema/ is what the model says, to the byte; if not, a build writes it anew."""
    written = (ROOT / "content" / ".schema" / f"{kind.name}.json").read_text(encoding="utf-8")
    assert written == schema_text(kind)
    jsonschema.Draft7Validator.check_schema(json.loads(written))


def test_no_schema_is_left_over() -> None:
    """Each committed schema is that of a kind of record."""
    written = {path.name for path in (ROOT / "content" / ".schema").iterdir()}
    assert written == {f"{kind.name}.json" for kind in KINDS}


def properties(part: object, where: str) -> Iterator[tuple[str, dict]]:
    """Every property of a schema, those of nested maps and lists too, with where it stands."""
    if isinstance(part, dict):
        for name, value in part.get("properties", {}).items():
            yield f"{where}.{name}", value
        for name, value in part.items():
            if name != "examples":
                yield from properties(value, f"{where}.{name}")
    elif isinstance(part, list):
        for value in part:
            yield from properties(value, where)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_property_has_a_description_and_an_example(kind: Kind) -> None:
    """Both are what editors show, and the example is valid where it stands."""
    found = list(properties(schema(kind), kind.name))
    assert len(found) >= 8
    for where, value in found:
        assert len(value["description"]) > 8, where
        (example,) = value["examples"]
        assert jsonschema.Draft7Validator(value).is_valid(example), where


def test_a_mistaken_form_is_told_in_words() -> None:
    """No editor shows a regular expression."""
    patterns = [value for kind in KINDS for value in walk(schema(kind)) if "pattern" in value]
    assert patterns
    assert all(value["patternErrorMessage"].startswith("Expected ") for value in patterns)


def test_event_types_are_explained() -> None:
    """Each value an editor offers has its label."""
    shape = schema(KINDS[0])["properties"]["type"]
    assert len(shape["enum"]) == len(shape["enumDescriptions"])
    assert dict(zip(shape["enum"], shape["enumDescriptions"], strict=True))["call"] == "Phone call"


def walk(part: object) -> Iterator[dict]:
    """Every map of a schema."""
    if isinstance(part, dict):
        yield part
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from walk(value)


def test_every_record_names_its_schema() -> None:
    """The first line of each file in content/ leads from the file to the schema of its kind."""
    for below in record_paths(ROOT / "content"):
        path = ROOT / "content" / below
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        kind = kind_at(below)
        assert kind
        assert first == modeline(kind.name, below)
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file(), below


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
