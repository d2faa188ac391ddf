"""Words before a date that leave it open on one side: "since 2014", "by Friday", "until March", "through Sunday"."""

from generator.extract.dates.reading import Hit
from generator.extract.lexicon import rules


def side_of(hit: Hit) -> str:
    """`since`, `until`, or empty when the date stands for itself."""
    at = hit.start - 1
    if at < 0:
        return ""
    sides: dict[str, list[str]] = rules("dates")["bounds"]
    while at > max(0, hit.start - 4) and hit.line.words[at] in sides["between"]:
        at -= 1
    word = hit.line.words[at]
    if at and hit.line.words[at - 1] in sides["halves"]:
        return ""
    if word == "than" and at and hit.line.words[at - 1] == "later":
        return "until"
    return next((side for side in ("since", "until") if word in sides[side]), "")
