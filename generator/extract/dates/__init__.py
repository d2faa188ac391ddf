"""Temporal expressions of English news: found by rules over word classes, read as TIMEX3 and EDTF values.

The rules are rules/dates-*.yaml; each names the function here that reads its matches.
"""

from collections.abc import Iterable

from generator.extract.dates.find import find_dates
from generator.model.dates import UNKNOWN, DateError, PartialDate, parse_edtf
from generator.model.mentions import Mention
from generator.problems import Problem, Where

__all__ = ["date_problems", "day_of", "find_dates"]


def day_of(mention: Mention) -> PartialDate:
    """The date of a mention as an interval; `UNKNOWN` for durations, references and dates that nothing resolves."""
    try:
        return parse_edtf(mention.value)
    except DateError:
        return UNKNOWN


def date_problems(mentions: Iterable[Mention], path: str = "") -> tuple[Problem, ...]:
    """A `weekday-mismatch` for each date whose weekday is another one's; an `order-open` for each numeric date that can be
    read in two ways."""
    return tuple(_problem(mention, path) for mention in mentions if mention.kind == "date" and mention.alternatives)


def _problem(mention: Mention, path: str) -> Problem:
    other = " or ".join(mention.alternatives)
    if mention.rule == "numeric-date":
        message = f"expected one order of day and month, found {mention.text!r}: {mention.value} or {other}"
        return Problem(Where(path), "info", "order-open", message, "give the outlet a country")
    message = (
        f"expected a weekday that fits, found {mention.text!r}: {mention.value} by the date, {other} by the weekday"
    )
    return Problem(Where(path), "warning", "weekday-mismatch", message, "check the source and correct the event's date")
