"""Durations and sets: "nearly five hours", "the last two years", "every Friday", "daily"."""

from generator.extract.dates.anchors import neighbours, span_from, today, written
from generator.extract.dates.numbers import VAGUE, number
from generator.extract.dates.reading import Hit, Reading, State
from generator.extract.lexicon import rules

_ADVERBS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "nightly": "P1D",
}
_CLASSES = ("UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS")


def duration(hit: Hit, _state: State) -> Reading | None:
    """A length of time. "Second" alone is no unit, and "a day" of "a day at the races" is left to the reader."""
    unit = str(hit.value("u", *_CLASSES))
    if unit == "quarter" and neighbours(hit)[1] == "of":
        return None
    joined = hit.line.words[hit.groups["u"][0] - 1] == "-"
    if hit.word("u") == "second" and not joined and hit.words("n") not in (("one",), ("1",)):
        return None
    value = _period(number(hit.words("n")) + (0.5 if hit.words("half") else 0.0), unit, hit.words("n"))
    if hit.words("k") and "X" not in value:
        value = _both(value, _period(number(hit.words("k")), str(hit.value("v", *_CLASSES)), hit.words("k")))
    if not value or (hit.words("n") in (("some",), ("many",)) and hit.word("u") not in hit.lexicon.values["UNITS"]):
        return None
    return Reading(value, "DURATION", "")


def _period(count: float, unit: str, words: tuple[str, ...]) -> str:
    """The TIMEX3 duration; empty for none."""
    clock, size, letter = rules("dates")["duration_units"][unit]
    if count == VAGUE:
        return f"P{clock}X{letter}"
    if count <= 0 or count > 1_000_000_000 or not words:
        return ""
    whole, rest = int(count * size), count * size % 1
    text = f"P{clock}{whole}{letter}" if whole else f"P{clock}"
    if not rest:
        return text
    smaller = {
        "Y": (12, "M"),
        "H": (60, "M"),
        "M": (60, "S") if clock else (30, "D"),
        "D": (24, "H"),
        "W": (7, "D"),
    }.get(letter)
    return text + (f"{round(rest * smaller[0])}{smaller[1]}" if smaller else "")


def _both(first: str, second: str) -> str:
    """Two periods as one: `P2Y` and `P6M` are `P2Y6M`; empty where the second is none or unknown."""
    if not second or "X" in second:
        return ""
    return first + (second.replace("PT", "") if "T" in first else second.removeprefix("P"))


def lasting(hit: Hit, _state: State) -> Reading | None:
    """`decades-long`, `weeklong`: one such unit, or an unknown number of several."""
    unit = str(hit.value("u", *_CLASSES, "LASTING"))
    several = hit.word("u") in hit.lexicon.values["UNITS"] or hit.word("u") in hit.lexicon.values["CLOCKUNITS"]
    count = number(hit.words("n")) if hit.words("n") else VAGUE if several else 1.0
    value = _period(count, unit, hit.words("u"))
    return Reading(value, "DURATION", "") if value else None


def vague_duration(hit: Hit, _state: State) -> Reading | None:
    """`recent months`, `the weeks ahead`, "for years": an unknown number of them."""
    return Reading(_period(VAGUE, str(hit.value("u", "UNITS", "CLOCKUNITS")), hit.words("u")), "DURATION", "")


def reported_period(_hit: Hit, _state: State) -> Reading | None:
    """`the year` that a report is about, where its end is said."""
    return Reading("P1Y", "DURATION", "")


def recent_duration(hit: Hit, state: State) -> Reading | None:
    """`the last two years`: a duration that is also a span up to publication, or from it; not "the last two weeks of May"."""
    if hit.line.words[hit.start] == "last" and neighbours(hit)[0] in rules("dates")["verb_cues"]:
        return None
    unit = str(hit.value("u", *_CLASSES))
    count = number(hit.words("n")) if hit.words("n") else 1.0
    value = _period(count, unit, hit.words("n") or ("a",))
    if not value:
        return None
    if neighbours(hit)[1] == "of":
        return Reading(value, "DURATION", "")
    return Reading(
        value,
        "DURATION",
        "publication",
        edtf=span_from(today(state), unit, count if hit.word("way") in ("next", "coming") else -count)
        if count > 0
        else "",
    )


def set_of_times(hit: Hit, _state: State) -> Reading | None:
    """What comes again: every weekday, month, season or unit."""
    if hit.words("often") and _is_newspaper(hit):
        return None
    value = _ADVERBS.get(hit.word("often"), "") or _named_again(hit) or _counted_again(hit)
    plural_name = hit.word("w") in hit.lexicon.values["WEEKDAYS"] and neighbours(hit)[1][:1] == "'"
    return Reading(value, "SET", "") if value and not plural_name else None


def _is_newspaper(hit: Hit) -> bool:
    """Whether "daily" or the like is a newspaper whose name follows: "the French daily Le Monde", "the party daily"."""
    before, previous, following = neighbours(hit)[0], written(hit, hit.start - 1), written(hit, hit.end)
    owner = previous[:1].isupper() or before in rules("dates")["newspaper_cues"]
    return owner and following[:1].isupper() and not previous.isupper()


def _named_again(hit: Hit) -> str:
    """Every one of a name of the calendar, by its class."""
    if hit.words("w"):
        return f"XXXX-WXX-{hit.number('w', 'WEEKDAY', 'WEEKDAYS')}"
    if hit.words("m"):
        return f"XXXX-{hit.number('m', 'MONTH'):02}"
    if hit.words("s"):
        return f"XXXX-{hit.value('s', 'SEASON')}"
    return f"XXXX-XX-XXT{hit.value('p', 'DAYPART')}" if hit.words("p") else ""


def _counted_again(hit: Hit) -> str:
    if hit.word("u") == "second":
        return ""
    count = number(hit.words("n")) if hit.words("n") else 1.0 + bool(hit.words("other"))
    return _period(count, str(hit.value("u", *_CLASSES)), ("1",))


MAKERS = {
    "duration": duration,
    "lasting": lasting,
    "vague_duration": vague_duration,
    "reported_period": reported_period,
    "recent_duration": recent_duration,
    "set_of_times": set_of_times,
}
