"""References without a date: "now", "recently", "the future"."""

from generator.extract.dates.anchors import is_name, neighbours
from generator.extract.dates.reading import Hit, Reading, State


def reference(hit: Hit, _state: State) -> Reading | None:
    """The value of the rule: `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`."""
    if neighbours(hit)[1] == "-" or is_name(hit):
        return None
    following = neighbours(hit)[1]
    if hit.line.words[hit.start] == "soon" and (
        following.endswith("ed") or following in ("became", "began", "was", "were", "had", "found", "after")
    ):
        return None
    return Reading(str(hit.data["value"]), anchor="")


MAKERS = {"reference": reference}
