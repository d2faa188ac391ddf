"""References without a date: "now", "recently", "the future"."""

from generator.extract.dates.anchors import is_name, neighbours, written
from generator.extract.dates.reading import Hit, Reading, State
from generator.extract.lexicon import rules


def reference(hit: Hit, _state: State) -> Reading | None:
    """The value of the rule: `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`."""
    if neighbours(hit)[1] == "-" or is_name(hit) or _only_leads_on(hit):
        return None
    following = neighbours(hit)[1]
    told = following.endswith("ed") or following in rules("dates")["soon_past"]
    if hit.line.words[hit.start] == "soon" and told:
        return None
    return Reading(str(hit.data["value"]), anchor="")


def _only_leads_on(hit: Hit) -> bool:
    """Whether "now" only opens a sentence: "Now, the minister said", "Now for the weather"."""
    return written(hit, hit.start) == "Now" and hit.end - hit.start == 1 and neighbours(hit)[1] in (",", "for")


MAKERS = {"reference": reference}
