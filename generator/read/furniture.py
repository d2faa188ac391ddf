"""Lines that stand with an article and are no part of it: advertisement marks, share buttons, credits, correction notes."""

import re
from functools import cache
from typing import Literal

from generator.read.rules import rules

Section = Literal["", "related", "sources", "other", "tail"]
_LONGEST = 700
_HEADING = 60


def is_furniture(text: str) -> bool:
    """True when the whole paragraph is furniture by rules/furniture.yaml."""
    return len(text) <= _LONGEST and bool(_furniture().fullmatch(text.strip()))


def is_end_mark(text: str) -> bool:
    """True for the line that ends a release: ENDS, ###, -30-."""
    return len(text) <= 12 and bool(re.fullmatch(rules("furniture")["ends"], text.strip(), re.IGNORECASE))


def section_of(heading: str) -> Section:
    """What stands below `heading`, by rules/headings.yaml; empty for a heading of the article itself."""
    text = heading.strip(" \t*_#:：-–—»>\xa0").replace("’", "'")
    if not text or len(text) > _HEADING or text[-1] in ".!":
        return ""
    kinds: tuple[Section, ...] = ("related", "sources", "other", "tail")
    return next((kind for kind in kinds if _headings(kind).fullmatch(text)), "")


def inline_related(text: str) -> str:
    """The headline after "Read also:" on one line, or nothing."""
    match = _inline().fullmatch(text.strip())
    return match["headline"] if match else ""


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{line['pattern']})" for line in rules("furniture")["lines"]), re.IGNORECASE | re.DOTALL
    )


@cache
def _headings(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rules("headings")[kind]), re.IGNORECASE)


@cache
def _inline() -> re.Pattern[str]:
    words = "|".join(rules("headings")["inline"])
    return re.compile(
        rf"[\W_]*(?:{words})[*_]*\s*(?:[:：|»→]|[–—-]\s)[*_]*\s*(?P<headline>\S.{{8,250}})", re.IGNORECASE
    )
