"""GitHub's issue forms: valid to GitHub, and asking for what a record holds."""

import re
from pathlib import Path

import pytest
import yaml

from generator.model.event_types import event_types
from generator.model.records import Event
from generator.records.emit import Plain, emit
from generator.records.load import parse_record
from generator.records.shape import BY_NAME, group

FOLDER = Path(__file__).parent.parent / ".github" / "ISSUE_TEMPLATE"
FORMS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.yml"))
    if path.stem != "config"
}
KEYS = {key.name: key for key in group(Event).keys}
ALLOWED = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}


def fields(name):
    """The questions of a form by their ids."""
    return {part["id"]: part for part in FORMS[name]["body"] if part["type"] != "markdown"}


def required(name):
    """The ids of the questions that must be answered."""
    return {key for key, part in fields(name).items() if part.get("validations", {}).get("required")}


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_valid(name):
    """As GitHub's documentation of the syntax has it."""
    form = FORMS[name]
    assert set(form) <= {"name", "description", "title", "body", "labels", "assignees", "projects", "type"}
    assert all(isinstance(form[key], str) and form[key] for key in ("name", "description", "title"))
    for part in form["body"]:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part["attributes"]) <= ALLOWED[part["type"]]
        assert set(part.get("validations", {})) <= {"required"}
        assert part["type"] == "markdown" or re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
    labels = [part["attributes"]["label"] for part in fields(name).values()]
    assert len(set(labels)) == len(labels) == sum(part["type"] != "markdown" for part in form["body"])
    for part in fields(name).values():
        options = part["attributes"].get("options", ["one"])
        assert len(set(options)) == len(options)
        assert all(isinstance(option, str) and option.lower() != "none" for option in options)


def test_there_is_a_form_to_add_and_one_to_correct():
    """And empty issues stay possible."""
    assert sorted(FORMS) == ["add-event", "correct-event"]
    assert yaml.safe_load((FOLDER / "config.yml").read_text(encoding="utf-8")) == {"blank_issues_enabled": True}


def test_a_new_event_is_asked_for_by_its_keys():
    """Each question is a key of the record in the words of fields.yaml; what a record needs must be answered."""
    asked = fields("add-event")
    assert list(set(asked) - set(KEYS)) == []
    for key, part in asked.items():
        assert part["attributes"]["description"].startswith(KEYS[key].says), key
    assert required("add-event") == {key.name for key in KEYS.values() if key.needed == "value"} | {"sources"}
    assert asked["type"]["attributes"]["options"] == list(event_types())


def test_the_examples_of_the_form_make_a_record():
    """What stands in the empty fields is an event without a problem."""
    given = {key: part["attributes"].get("placeholder", "other").rstrip() for key, part in fields("add-event").items()}
    texts = {key: given.pop(key) for key in ("actors", "quotes", "sources")}
    maps = {key: yaml.load(text, yaml.CBaseLoader) for key, text in texts.items()}  # noqa: S506 - it makes only text
    text = emit({**{key: Plain(value) if key == "date" else value for key, value in given.items()}, **maps})
    record, problems = parse_record(text, "content/events/2025/bridge.yml", BY_NAME["event"])
    assert problems == ()
    assert (str(record.date), record.type) == ("2025-03-04", "other")
    assert record.sources
    assert record.actors


def test_a_correction_names_the_key():
    """Every key of an event can be corrected."""
    asked = fields("correct-event")
    assert asked["key"]["attributes"]["options"] == [*KEYS, "something else"]
    assert required("correct-event") == {"event", "key", "right", "sources"}
