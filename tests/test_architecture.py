"""The shape of the code: what the linters cannot see. Who imports whom is in pyproject.toml, for import-linter."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
MODULES = sorted(path for path in (REPOSITORY / "generator").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
RULES = sorted((REPOSITORY / "generator").rglob("*.yaml"))
CLOCKS = {"today", "now", "utcnow"}


def shown(path):
    """The path as people know it."""
    return path.relative_to(REPOSITORY).as_posix()


def test_modules_are_short():
    """A module has at most 300 lines."""
    long = {shown(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: lines for path, lines in long.items() if lines > 300} == {}


def test_functions_are_short():
    """A function has at most 50 lines, its docstring among them."""
    functions = [
        (node.end_lineno - node.lineno + 1, f"{shown(path)}:{node.lineno} {node.name}")
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [function for function in functions if function[0] > 50] == []


def test_values_that_others_see_are_frozen():
    """A public Struct cannot be changed; a private one may collect while something is read."""
    assert [where for where, node in structs() if not node.name.startswith("_") and not is_frozen(node)] == []


def structs():
    """Every class made from msgspec's Struct."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any("Struct" in ast.unparse(base) for base in node.bases):
                yield f"{shown(path)}:{node.lineno} {node.name}", node


def is_frozen(node):
    """Declared with frozen=True."""
    return any(keyword.arg == "frozen" and ast.unparse(keyword.value) == "True" for keyword in node.keywords)


def test_nothing_depends_on_the_day_it_runs():
    """The same content and seeds give the same site: no module asks what day it is."""
    asked = [
        f"{shown(path)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]
    assert asked == []


@pytest.mark.parametrize("path", RULES, ids=shown)
def test_rules_are_used(path):
    """Each file of rules is named by a module of the package it lies in, or holds sentences that a test reads."""
    package = path.parent.parent if path.parent.name == "rules" else path.parent
    folders = [package, REPOSITORY / "tests" / package.relative_to(REPOSITORY / "generator")]
    sources = "".join(module.read_text(encoding="utf-8") for folder in folders for module in folder.rglob("*.py"))
    assert re.search(rf"[\"']{re.escape(path.stem)}(\.yaml)?[\"']", sources), f"nothing reads {shown(path)}"


def test_tests_mirror_the_generator():
    """A folder of tests has the name of the package it tests."""
    own = {"golden", "browser", "__pycache__"}
    folders = [path.relative_to(REPOSITORY / "tests") for path in (REPOSITORY / "tests").rglob("*") if path.is_dir()]
    strange = [path.as_posix() for path in folders if not own & set(path.parts) and not is_package(path)]
    assert strange == []


def is_package(path):
    """There is a folder of that name in generator/."""
    return (REPOSITORY / "generator" / path).is_dir()
