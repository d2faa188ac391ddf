"""Problems as SARIF 2.1.0 (OASIS), which code scanning and editors read. The id of a rule is the code of its problems."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.cli.codes import meaning
from generator.problems import Level, Problem, Where

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "PROJECT"


def as_sarif(problems: Iterable[Problem]) -> dict[str, Any]:
    """One run with a result for each problem; paths are relative to the project's folder."""
    found = tuple(problems)
    rules = sorted({problem.code for problem in found})
    driver = {"name": "Dateline", "version": version("dateline"), "rules": [_rule(code) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that holds mkdocs.yml."}}},
        "results": [_result(problem, rules.index(problem.code)) for problem in found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    says = meaning(code).replace("`", "")
    return {"id": code, "shortDescription": {"text": says}, "help": {"text": f"{says} See docs/editing.md."}}


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    hint = f" ({problem.hint})" if problem.hint else ""
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.level],
        "message": {"text": f"{problem.message}{hint}"},
        "locations": [{"physicalLocation": _place(problem.where)}],
    }


def _place(where: Where) -> dict[str, Any]:
    file = {"artifactLocation": {"uri": quote(where.path or "mkdocs.yml"), "uriBaseId": _ROOT}}
    if not where.line:
        return file
    return {**file, "region": {"startLine": where.line, **({"startColumn": where.column} if where.column else {})}}
