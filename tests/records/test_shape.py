"""The words of fields.yaml fit the model and docs/records.md."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from generator.records.dump import marked
from generator.records.emit import emit
from generator.records.load import parse_record
from generator.records.shape import KINDS, Group, Key, Kind, Listing, Mapping, Shape, group

DOCS = Path(__file__).parents[2] / "docs" / "records.md"


def groups(shape: Shape) -> Iterator[Group]:
    """A shape's groups, its own and those inside."""
    if isinstance(shape, Group):
        yield shape
        for key in shape.keys:
            yield from groups(key.shape)
    elif isinstance(shape, Listing):
        yield from groups(shape.item)
    elif isinstance(shape, Mapping):
        yield from groups(shape.value)


ALL = {found.name: found for kind in KINDS for found in groups(group(kind.type))}


@pytest.mark.parametrize("shape", ALL.values(), ids=ALL)
def test_every_field_has_its_words(shape: Group) -> None:
    """Each field of the model, but what the file's name and place say, is a key with a description."""
    named = {key.field for key in shape.keys} | {key.time for key in shape.keys if key.time}
    assert named | {"id", "where"} >= {field.name for field in msgspec.structs.fields(shape.type)}
    assert all(key.says.endswith((".", "one.")) for key in shape.keys)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_examples_make_a_record(kind: Kind) -> None:
    """A record of nothing but the examples loads without a problem."""
    text = emit({key.name: marked(key.shape, key.example) for key in group(kind.type).keys})
    record, problems = parse_record(text, f"content/{kind.folder}/example.yml", kind)
    assert record
    assert not problems


@pytest.mark.parametrize("shape", ALL.values(), ids=ALL)
def test_examples_of_parts(shape: Group) -> None:
    """The examples of nested keys are values that their keys can hold."""
    event = next(kind for kind in KINDS if kind.name == "event")
    wrappers = {"quote": "quotes", "remark": "remarks", "figure": "figures"}
    if shape.name in wrappers:
        part = {key.name: marked(key.shape, key.example) for key in shape.keys}
        text = emit({"date": "2025", "title": "x", wrappers[shape.name]: [part]})
        assert not parse_record(text, "content/events/x.yml", event)[1]


def test_the_order_is_that_of_the_docs() -> None:
    """The keys of an event stand in the order of the table in docs/records.md."""
    table = re.findall(r"^\| `(\w+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [key.name for key in ALL["event"].keys] == table


def test_a_key_names_its_field() -> None:
    """`from` is a word of Python, so the model calls it otherwise."""
    key: Key = next(key for key in ALL["office"].keys if key.name == "from")
    assert key.field == "from_"
