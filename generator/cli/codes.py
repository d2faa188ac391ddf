"""What the code of each message means, in a sentence or two, from codes.yaml."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

_CODES = Path(__file__).with_name("codes.yaml")


@cache
def codes() -> MappingProxyType[str, MappingProxyType[str, str]]:
    """Each code with its words, under the heading of its group."""
    groups = yaml.load(_CODES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return MappingProxyType({group: MappingProxyType(listed) for group, listed in groups.items()})


def meaning(code: str) -> str:
    """The words for a code; its own, with blanks, where it has none."""
    found = (listed[code] for listed in codes().values() if code in listed)
    return next(found, f"{code.replace('-', ' ').capitalize()}.")
