"""Times of day: "5 p.m. ET on Tuesday", "14:30", "Wednesday night", "overnight"."""

from datetime import timedelta

from generator.extract.dates.anchors import is_name, is_owned, last_reading, lean, neighbours, relation, today, written
from generator.extract.dates.days import calendar_day, digits_day
from generator.extract.dates.moment import UNKNOWN, nearest_weekday, read, shift
from generator.extract.dates.reading import AnchorKind, Hit, Reading, State
from generator.extract.dates.weekdays import relative_weekday, weekday_lean
from generator.extract.lexicon import rules

_SAME_SENTENCE = 15  # tokens: how near the day of a time stands
_BRACKET = 8  # tokens: how long a bracket behind a time is
_TOLD = 120  # tokens: how near the day that "the next morning" follows
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock(hit: Hit, state: State) -> Reading | None:
    """A time by the clock, on the day named with it, just before it, or the article's own."""
    time = _NAMED.get(hit.word("h")) or _time(hit)
    if not time:
        return None
    day, anchor = _day(hit, state)
    return Reading(f"{day}T{time}", "TIME", anchor)


def _time(hit: Hit) -> str:
    """`HH:MM`; empty where it is none (a score, a ratio)."""
    written_time = hit.word("h").replace(".", ":")
    if written_time.isdigit() and hit.line.codes[hit.groups["h"][0]] not in hit.lexicon.classes["DAYNUM"]:
        written_time = f"{written_time[:2]}:{written_time[2:]}" if len(written_time) == len("1700") else "99"
    digits = written_time.split(":")
    hours, minutes = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if hit.words("ap"):
        if not 1 <= hours <= 12:
            return ""
        hours = hours % 12 + hit.number("ap", "AMPM")
    elif hit.word("p") in ("afternoon", "evening", "night") and hours < 12:
        hours += 12
    elif len(hit.line.words[hit.start : hit.end]) == 1 and not _is_time(hit):
        return ""
    return f"{hours:02}:{minutes:02}" if hours <= 24 and minutes < 60 else ""


def _is_time(hit: Hit) -> bool:
    """Digits with a colon alone are a time behind a preposition, or as the head of a line of a live report; not a runner's
    (3:49.11)."""
    before, following, end = neighbours(hit)[0], written(hit, hit.end), hit.line.ends[hit.end - 1]
    if following == "." and hit.line.text[end + 1 : end + 2].isdigit():
        return False
    return before in rules("dates")["clock_cues"] or (before in ("", "\n") and following[:1].isupper())


def _day(hit: Hit, state: State) -> tuple[str, AnchorKind]:
    """The day of a time: the one named with it, one just before it in the sentence, or the article's own."""
    published = today(state)
    if hit.words("n"):
        written_day = digits_day(hit.word("n"), state)
        return (written_day.timex[:10], "absolute") if written_day else (UNKNOWN["day"], "")
    if hit.words("m") or (hit.words("w") and hit.words("rel")):
        day = calendar_day(hit, state) if hit.words("m") else relative_weekday(hit, state)
        return (day.timex, day.anchor) if day else (UNKNOWN["day"], "")
    if hit.words("w"):
        return _weekday(hit.number("w", "WEEKDAY"), hit, state)
    behind = _weekday_behind(hit)
    if behind:
        return _weekday(behind, hit, state)
    offset = hit.number("t", "TODAY")
    near = last_reading(hit, state, _is_day, _SAME_SENTENCE) if not hit.words("t") else None
    if near:
        return near.timex[:10], "context"
    return shift(published, "day", offset), "publication" if published.day else ""


def _weekday_behind(hit: Hit) -> int:
    """The weekday behind a bracket: "6 p.m. (1700 GMT) on Friday"; 0 for none."""
    words, close = hit.line.words, hit.end + 1
    if hit.line.words[hit.end : hit.end + 1] != ["("]:
        return 0
    while close < min(hit.end + _BRACKET, len(words)) and words[close] != ")":
        close += 1
    day = close + 1 + (words[close + 1 : close + 2] == ["on"])
    return hit.lexicon.values["WEEKDAY"].get(words[day], 0) if day < len(words) and words[close] == ")" else 0


def _told_day(hit: Hit, state: State) -> tuple[str, AnchorKind]:
    """The day that "the next morning" counts from: the last one told, further back than a time's when the words look back."""
    leaning = lean(hit)
    told = last_reading(hit, state, _is_day, _TOLD) if leaning <= 0 else None
    if told:
        return told.timex[:10], "context"
    return (UNKNOWN["day"], "") if leaning < 0 else _day(hit, state)


def _weekday(number: int, hit: Hit, state: State) -> tuple[str, AnchorKind]:
    base = today(state).date
    if base is None:
        return f"XXXX-WXX-{number}", ""
    return nearest_weekday(base, number, weekday_lean(hit)).isoformat(), "publication"


def _is_day(reading: Reading) -> bool:
    timex = reading.timex
    known = timex[:4].isdigit() and timex[5:7].isdigit() and len(timex.partition("T")[0]) == 10
    return known and reading.kind in ("DATE", "TIME")


def part_of_day(hit: Hit, state: State) -> Reading | None:
    """`Wednesday night`, `this morning`, `last night`, `overnight`."""
    name = hit.word("p")
    code = {"tonight": "NI", "overnight": "NI"}.get(name) or str(hit.value("p", "DAYPART"))
    if name == "overnight":
        return _overnight_to(hit, state) if hit.words("w") or hit.words("m") else _overnight(hit, state)
    if hit.words("rel") and not (hit.words("w") or hit.words("m")):
        return None if is_owned(hit) or is_name(hit) else _relative_part(hit, state, code)
    if name == "tonight" and is_name(hit):
        return None
    day, anchor = _day(hit, state)
    return Reading(f"{day}T{code}", "TIME", anchor)


def _relative_part(hit: Hit, state: State, code: str) -> Reading:
    words = hit.words("rel")
    if words[-1] in ("that", "same", "following") or (words[0] == "the" and words[-1] == "next"):
        day, anchor = _told_day(hit, state)
        offset = 1 if words[-1] in ("next", "following") else 0
        return Reading(f"{_moved(day, offset)}T{code}", "TIME", "context" if anchor else "")
    day = shift(today(state), "day", relation(words))
    return Reading(f"{day}T{code}", "TIME", "publication" if today(state).day else "")


def _moved(day: str, days: int) -> str:
    return shift(read(day), "day", days)


def _overnight(hit: Hit, state: State) -> Reading | None:
    """The night before the article's day, or the one after it when the words look ahead. Not "an overnight stay"."""
    if neighbours(hit)[0] in ("an", "the", "'s", "its", "his", "her"):
        return None
    published = today(state).date
    if published is None:
        return Reading("XXXX-XX-XXTNI", "TIME", "")
    first = published - timedelta(days=0 if lean(hit) > 0 else 1)
    return Reading(f"{first}TNI", "TIME", edtf=f"{first}/{first + timedelta(days=1)}")


def _overnight_to(hit: Hit, state: State) -> Reading | None:
    """`overnight on Tuesday` is that day's; `overnight into Tuesday` is the night that ends on it."""
    day, anchor = _day(hit, state)
    if hit.word("way") != "into":
        return Reading(f"{day}TNI", "TIME", anchor)
    before = shift(read(day), "day", -1)
    return Reading(f"{before}TNI", "TIME", anchor, edtf=f"{before}/{day}" if "X" not in before else "")


MAKERS = {"clock": clock, "part_of_day": part_of_day}
