"""Two dates that are one span: "from Monday to Wednesday", "June 30 and July 1", "between 2015 and 2018"."""

from datetime import date, timedelta
from itertools import pairwise

import msgspec

from generator.extract.dates.beside import is_listed
from generator.extract.dates.edtf import plain
from generator.extract.dates.grammar import Rule
from generator.extract.dates.reading import Hit, Reading
from generator.model.dates import DateError, PartialDate, parse_edtf

Read = tuple[Hit, Rule, Reading]


def joined(found: tuple[Read, ...], published: date | None) -> tuple[Read, ...]:
    """The readings, where each of a pair that is a span has the whole span as its EDTF value. The TIMEX3 values stay, but for
    weekdays in the wrong order ("from Friday to Monday"), of which one is moved by a week."""
    result = list(found)
    for index in range(len(result) - 1):
        first, second = result[index], result[index + 1]
        link = "" if _is_of_list(result[max(0, index - 1) : index + 3], first, second) else _link(first[0], second[0])
        if link in ("span", "to"):
            first, second = _in_order(first, second, published)
        span = _span(first[2], second[2], link) if link else ""
        if span:
            result[index] = (first[0], first[1], msgspec.structs.replace(first[2], edtf=span, whole=True))
            result[index + 1] = (second[0], second[1], msgspec.structs.replace(second[2], edtf=span, whole=True))
    return tuple(result)


def _is_of_list(near: list[Read], first: Read, second: Read) -> bool:
    """Whether two dates are of a list of three or more: "4, 5 and 6 June"."""
    pairs = [(one, other) for one, other in pairwise(near) if (one, other) != (first, second)]
    return is_listed(first, second) and any(is_listed(*pair) for pair in pairs)


def _link(first: Hit, second: Hit) -> str:
    """`span` for "from A to B", "between A and B", `A–B`; `and` for "A and B"; empty for none."""
    between = first.line.words[first.end : second.start]
    if len(between) != 1:
        return ""
    before = first.line.words[first.start - 1] if first.start else ""
    if between[0] in ("to", "through", "until", "till", "-", "–", "—"):
        return "span" if between[0] in ("through", "-", "–", "—") or before == "from" else "to"
    if between[0] == "and":
        return "span" if before == "between" else "and"
    return ""


def _in_order(first: Read, second: Read, published: date | None) -> tuple[Read, Read]:
    known = first[2].timex[:4].isdigit() and second[2].timex[:4].isdigit()
    if first[1].id != "weekday" or published is None or not known:
        return first, second
    if second[1].id == "relative-weekday":
        return _before(first, second), second
    if second[1].id != "weekday":
        return first, second
    left, right = date.fromisoformat(first[2].timex), date.fromisoformat(second[2].timex)
    if left < right:
        return first, _moved(second, right - timedelta(weeks=(right - left).days // 7))
    if right <= published and left < published:
        return _moved(first, left - timedelta(weeks=1)), second
    return first, _moved(second, right + timedelta(weeks=1))


def _before(first: Read, second: Read) -> Read:
    """The weekday as the last one before the second ("Monday to Wednesday of last week")."""
    left, right = date.fromisoformat(first[2].timex), date.fromisoformat(second[2].timex)
    return _moved(first, right - timedelta(days=(right - left).days % 7 or 7))


def _moved(read: Read, day: date) -> Read:
    return read[0], read[1], msgspec.structs.replace(read[2], timex=day.isoformat())


def _span(first: Reading, second: Reading, link: str) -> str:
    if first.kind != "DATE" or second.kind != "DATE" or first.edtf or second.edtf:
        return ""
    try:
        left, right = parse_edtf(plain(first.timex)), parse_edtf(plain(second.timex))
        span = parse_edtf(f"{left.edtf}/{right.edtf}") if _is_span(left, right, link) else None
    except (DateError, OverflowError):
        return ""
    return span.edtf if span else ""


def _is_span(left: PartialDate, right: PartialDate, link: str) -> bool:
    if not left.edtf or not right.edtf or left.start is None or right.start is None or "/" in left.edtf + right.edtf:
        return False
    if left.precision != right.precision or left.start >= right.start:
        return False
    return link != "and" or (left.precision == "day" and left.end == right.start)
