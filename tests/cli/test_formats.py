"""`dateline check --format`: the same problems for people, pull requests and programs."""

import ast
import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator.cli.codes import codes, meaning
from generator.cli.sarif import as_sarif
from generator.problems import Problem, Where

PACKAGE = Path(__file__).parents[2] / "generator"
MAKERS = {"Problem", "Verdict", "add", "_problem", "_item", "_refuse"}
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+){1,3}")

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["uri", "uriBaseId"],
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9_.~/%-]+$"}, "uriBaseId": {"const": "PROJECT"}},
}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {"id": {"type": "string"}, "shortDescription": TEXT, "help": TEXT},
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
    "additionalProperties": False,
    "properties": {
        "message": TEXT,
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation"],
                        "additionalProperties": False,
                        "properties": {"artifactLocation": LOCATION, "region": REGION},
                    }
                },
            },
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "additionalProperties": False,
            "properties": {"driver": DRIVER},
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "originalUriBaseIds": {
            "type": "object",
            "additionalProperties": {"type": "object", "properties": {"description": TEXT}},
        },
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {  # what SARIF 2.1.0 asks of the parts that are written
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": RUN},
    },
}


@pytest.fixture
def wrong(project):
    """A project with an error, a warning and a name with other letters than ASCII."""
    events = project / "content" / "events" / "2025"
    events.mkdir(parents=True)
    (events / "a.yml").write_text(
        "date: 18.02.2025\ntitle: Talks\nsources: {x: {url: 'https://x.example/'}}\n", encoding="utf-8"
    )
    (events / "żuraw.yml").write_text(
        "date: 2025-02-18\ntitle: Talks\nactors: {zoë: agent}\nsources: {x: {url: 'https://x.example/'}}\n",
        encoding="utf-8",
    )
    return project


def test_json(wrong, run):
    """One list on standard output; what is for people goes to standard error."""
    shown = run("check", "--root", wrong, "--format", "json")
    assert shown.exit_code == 1
    first, second = json.loads(shown.stdout)
    assert first == {
        "path": "content/events/2025/a.yml",
        "line": 1,
        "column": 7,
        "level": "error",
        "code": "date-invalid",
        "message": "expected a date such as 2025-02-18, 2025-02 or 2025, found '18.02.2025'",
        "hint": "did you mean 2025-02-18?",
    }
    assert (second["path"], second["line"], second["column"]) == ("content/events/2025/żuraw.yml", 3, 10)
    assert "1 error and 1 warning." in shown.stderr
    assert shown.stdout.isascii()


def test_sarif(wrong, run):
    """A valid document; each result names its rule, its place and its level."""
    shown = run("check", "--root", wrong, "--format", "sarif")
    assert shown.exit_code == 1
    document = json.loads(shown.stdout)
    jsonschema.Draft7Validator(SARIF).validate(document)
    (found,) = document["runs"]
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["actor-unknown", "date-invalid"]
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == ["date-invalid", "actor-unknown"]
    assert [result["level"] for result in found["results"]] == ["error", "warning"]
    place = found["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/events/2025/%C5%BCuraw.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 10}


def test_a_project_without_problems_is_valid_too(project, run):
    """Programs get an empty list."""
    assert json.loads(run("check", "--root", project, "--format", "json").stdout) == []
    document = json.loads(run("check", "--root", project, "--format", "sarif").stdout)
    jsonschema.Draft7Validator(SARIF).validate(document)


def test_a_problem_of_a_whole_file_has_no_region():
    """And one of a whole line no column."""
    wheres = (Where("a.yml"), Where("a.yml", 3), Where())
    document = as_sarif(Problem(where, "info", "a-code", "words") for where in wheres)
    jsonschema.Draft7Validator(SARIF).validate(document)
    places = [result["locations"][0]["physicalLocation"] for result in document["runs"][0]["results"]]
    assert [place.get("region") for place in places] == [None, {"startLine": 3}, None]


def made():
    """Every code that a module of the program gives to a problem, as far as it stands in the call."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MAKERS:
                values = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                yield from (value for value in values if isinstance(value, str) and CODE.fullmatch(value))


def test_every_code_is_explained():
    """codes.yaml has a sentence for each code."""
    explained = {code for group in codes().values() for code in group}
    assert sorted(set(made()) - explained) == []
    assert sum(map(len, codes().values())) == len(explained)
    assert all(says.endswith(".") for group in codes().values() for says in group.values())


def test_an_unknown_code_has_its_own_words():
    """A rule is never without a description."""
    assert meaning("moon-full") == "Moon full."


def test_the_guide_explains_every_code():
    """docs/editing.md has the words of codes.yaml, group by group."""
    text = (PACKAGE.parent / "docs" / "editing.md").read_text(encoding="utf-8")
    for group, listed in codes().items():
        section = text.partition(f"\n### {group}\n")[2].partition("\n#")[0]
        rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", section, re.MULTILINE))
        assert rows == listed, group
