"""Words before a date that leave it open on one side: "since 2014", "by Friday", "until March"."""

from generator.extract.dates.reading import Hit
from generator.extract.lexicon import rules


def side_of(hit: Hit) -> str:
    """`since`, `until`, or empty when the date stands for itself."""
    at = hit.start - 1
    if at < 0:
        return ""
    word = hit.line.words[at]
    if word in ("the", "about", "around") and at:
        word = hit.line.words[at - 1]
    if word == "than" and at and hit.line.words[at - 1] == "later":
        return "until"
    sides: dict[str, list[str]] = rules("dates")["bounds"]
    return next((side for side, words in sides.items() if word in words), "")
