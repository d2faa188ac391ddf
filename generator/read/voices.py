"""What the wording of a headline tells of the name before its colon: that it speaks, or that it is only the topic."""

import re
from functools import cache

from generator.read.rules import rules

_QUOTES = ("“", "‘", '"', "'", "«", "„")


def is_spoken(headline: str) -> bool:
    """Whether somebody speaks for himself: quotation marks, the first person, a demand."""
    return headline.startswith(_QUOTES) or is_first_person(headline) or bool(_pattern("spoken").search(headline))


def is_first_person(headline: str) -> bool:
    """As in "We saw the rust" and "My year in the flood"."""
    return bool(_pattern("first_person").search(headline))


def is_demand(headline: str) -> bool:
    """As in "Ports must pay their dockers" and "Free the dockers"."""
    return bool(_pattern("demanded").search(headline))


def is_topical(headline: str, *, firm: bool = False, person: bool = False) -> bool:
    """Whether what stands before the colon is only the topic: "who was she?", "how it happened", "a town of cranes". `firm`: it
    is a company, of which others tell how and why, in capitals too; `person`: it is known to speak, and may do so too."""
    if is_first_person(headline):
        return False
    if (_pattern("topical").match(headline) and not _pattern("stated").match(headline)) or (
        firm and _pattern("topical_of_firms").match(headline)
    ):
        return True
    told = _pattern("portrayed" if person else "described").match(headline)
    return bool(told) and not _pattern("stated").match(headline)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rules("voices")[name]))
