"""References without a date: "now", "recently", "the future"."""

from generator.extract.dates.anchors import is_name, neighbours
from generator.extract.dates.reading import Hit, Reading, State
from generator.extract.lexicon import rules


def reference(hit: Hit, _state: State) -> Reading | None:
    """The value of the rule: `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`."""
    if neighbours(hit)[1] == "-" or is_name(hit):
        return None
    following = neighbours(hit)[1]
    told = following.endswith("ed") or following in rules("dates")["soon_past"]
    if hit.line.words[hit.start] == "soon" and told:
        return None
    return Reading(str(hit.data["value"]), anchor="")


MAKERS = {"reference": reference}
