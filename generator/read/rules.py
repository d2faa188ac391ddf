"""Knowledge of language and of pages: the YAML files beside this module, each with its examples."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parent / "rules"


@cache
def rules(name: str) -> Any:
    """The mapping in rules/`name`.yaml."""
    return yaml.load((RULES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def alternatives(words: list[str]) -> str:
    """A regular expression that matches any of `words`, the longest first; a space in a word matches any spaces."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
