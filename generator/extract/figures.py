"""Numbers with their unit and modifier: money, shares, counts, distances, weights, ages, scores and votes.

One pattern finds a number with its scale and currency; what stands around it says what it counts, or that it is no figure
(a date, a clock time, an article of a law, a name). rules/units.yaml holds the words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from generator.extract.context import Context
from generator.extract.counted import counted_noun, unit_behind
from generator.extract.numerals import digits, either, plain, scaled, spelled, units
from generator.model.mentions import Mention

_BEFORE = re.compile(r"(?:^|[^\w.,-])([A-Za-z][\w’'-]*)\.?[ \u00a0]$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEFORE_YEAR = re.compile(r"(?:\d,|[,(]|\b(?:in|since|until|by|of|from|during|before|after|late|early|mid|the|and|to|year))[ \u00a0-]?$", re.IGNORECASE)
_CLAUSE = 60  # characters around a pair of numbers that may say whether it is a score or a vote
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)


@cache
def _pattern() -> re.Pattern[str]:
    data = units()
    signs = either(sign for row in data["currencies"] for sign in row["signs"])
    codes = either(row["code"] for row in data["currencies"])
    scale = rf"[ \u00a0-]?(?:{either(data['scales'])})\b|(?:{either(data['suffixes'])})\b"
    number = rf"(?:{digits()})"
    money = rf"(?P<sign>(?:{signs}|(?:{codes})[ \u00a0]))?"
    second = rf"(?:(?P<join>[ ]?[–—-][ ]?|[ ]to[ ]|[ ]and[ ])(?:{signs})?(?P<second>{number})(?P<scale2>{scale})?)?"
    figure = rf"{money}(?P<number>{number})(?P<scale>{scale})?{second}"
    words = rf"(?P<words>\b(?:{spelled()})\b)"
    modifier = rf"(?:(?<!\w)(?P<modifier>{either(data['modifiers'])})[ \u00a0])?"
    return re.compile(rf"{modifier}(?:(?<![\w.,:/$€£-]){figure}|{words})", re.IGNORECASE)


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<words>{either(units()['vague'])})(?: of)?\b(?= [a-zA-Z])", re.IGNORECASE)


def find_figures(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The figures of an article, by position, none inside a date of type DATE or TIME in `found`."""
    dates = sorted((item.start, item.end) for item in found if item.kind == "date" and item.timex_type in ("DATE", "TIME"))
    text = context.article.text
    figures = [*_numbers(text), *_amounts(text)]
    figures.sort(key=lambda item: (item.start, -item.end))
    return tuple(_apart(figures, dates))


def _apart(figures: Sequence[Mention], dates: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Those that overlap neither a date nor the figure before."""
    starts, end = [start for start, _ in dates], 0
    for figure in figures:
        at = bisect_left(starts, figure.end)
        if figure.start >= end and not (at and dates[at - 1][1] > figure.start):
            yield figure
            end = figure.end


def _numbers(text: str) -> Iterator[Mention]:
    for match in _pattern().finditer(text):
        figure = _spelled_out(text, match) if match["words"] else _in_digits(text, match)
        if figure:
            yield figure


def _spelled_out(text: str, match: re.Match[str]) -> Mention | None:
    unit, end = _unit(text, match.end("words"))
    one = match["words"].lower() == "one" and unit not in units()["one_counts"]
    if not unit or one or text[match.end("words") : match.end("words") + 4].lower() == " of ":
        return None
    return _mention(text, match, end, plain(scaled(match["words"], "")), unit, "number-in-words")


def _in_digits(text: str, match: re.Match[str]) -> Mention | None:
    first, end = match.start("sign") if match["sign"] else match.start("number"), match.end()
    if not match["sign"] and _is_no_figure(text, first, end, match):
        return None
    if match["second"] and not match["sign"]:
        pair = _pair(text, match)
        if pair:
            return _mention(text, match, match.end(), f"{match['number']}-{match['second']}", pair, pair)
    return _money(text, match) if match["sign"] else _count(text, match)


def _money(text: str, match: re.Match[str]) -> Mention:
    sign = match["sign"].strip().upper()
    code = next((row["code"] for row in units()["currencies"] if sign == row["code"] or sign in map(str.upper, row["signs"])), sign)
    return _mention(text, match, match.end(), _value(match, match["scale"] or ""), code, "money")


def _count(text: str, match: re.Match[str]) -> Mention | None:
    scale, position = match["scale"] or "", match.end()
    if scale.lower() == "m" and _is_metre(text, match.end("scale")):
        return _mention(text, match, match.end("scale"), match["number"], "metre", "measure")
    unit, end = _unit(text, position)
    unit = unit or _casualty(text, match.start("number"), position)
    value = _value(match, scale)
    if _YEAR.fullmatch(match["number"]) and not scale and not match["second"] and _dates(text, match.start("number")):
        return None
    bare = not unit and not scale and not match["modifier"] and "," not in match["number"]
    if bare and (_YEAR.fullmatch(match["number"]) or _follows_name(text, match.start("number"))):
        return None
    return _mention(text, match, end, value, unit, "range" if match["second"] else "count")


def _value(match: re.Match[str], scale: str) -> str:
    """The number as digits, or two joined by a hyphen. A scale behind the second holds for both."""
    if not match["second"]:
        return plain(scaled(match["number"], scale))
    other = match["scale2"] or ""
    return f"{plain(scaled(match['number'], scale or other))}-{plain(scaled(match['second'], other or scale))}"


def _unit(text: str, at: int) -> tuple[str, int]:
    """The unit that stands at `at`, and where it ends; "" where none does."""
    return unit_behind(text, at) or counted_noun(text, at) or ("", at)


def _is_metre(text: str, at: int) -> bool:
    word = re.compile(r"[ -]([a-z]+)").match(text, at)
    return bool(word and word[1] in units()["metre_before"])


def _is_no_figure(text: str, first: int, end: int, match: re.Match[str]) -> bool:
    """Whether a number is a date, a clock time, an age between commas, an ordinal, or part of a name or a list."""
    after, before = text[end : end + 12], text[max(first - 24, 0) : first]
    word = _BEFORE.search(before)
    if re.match(r"(?:st|nd|rd|th|s)\b|[:/]\d|[\w]", after, re.IGNORECASE) and not match["scale"]:
        return True
    following = re.match(r"[ \u00a0-]?([A-Za-z][\w.’']*)", after)
    if following and (following[1].lower().rstrip(".") in units()["not_before"] or _MONTH.match(following[1])):
        return True
    if word and (word[1].lower() in units()["numbered"] or _MONTH.fullmatch(word[1])) and not match["scale"]:
        return True
    return bool(re.search(r"\w, $", before) and re.match(r"[,.)]|$", after) and len(match["number"]) < 4 and not match["modifier"])


def _dates(text: str, at: int) -> bool:
    """Whether what stands before four digits makes them a year: "May 3, ", "in ", "since "."""
    return bool(_BEFORE_YEAR.search(text[max(at - 24, 0) : at]))


def _follows_name(text: str, at: int) -> bool:
    """Whether a capitalised word inside a sentence stands right before: "Apollo 11"."""
    word = _BEFORE.search(text[max(at - 24, 0) : at])
    if not word or not word[1][0].isupper():
        return False
    start = at - (len(word[0]) - len(word[0].lstrip())) - len(word[1]) - 1
    return bool(re.search(r"[\w,] $", text[max(start - 3, 0) : start + 1]))


def _pair(text: str, match: re.Match[str]) -> str:
    """Whether two numbers are a score or a vote, by the words around them; "" for a range."""
    if match["scale"] or match["scale2"] or _unit(text, match.end())[0] not in ("", "vote"):
        return ""
    around = text[max(match.start() - _CLAUSE, 0) : match.start()] + " " + text[match.end() : match.end() + _CLAUSE // 2]
    words = set(re.findall(r"[a-z-]+", around.lower()))
    data = units()
    if match["join"].strip() == "and":
        return ""
    if not words.isdisjoint(data["vote_words"]):
        return "vote"
    if match["join"].strip() in "–—-" and (not words.isdisjoint(data["score_words"]) or Decimal(match["number"].replace(",", "")) > Decimal(match["second"].replace(",", ""))):
        return "score" if len(match["number"]) < 4 else ""
    return ""


def _casualty(text: str, first: int, end: int) -> str:
    """What is counted where no noun follows: "killing 12", "45 were injured"."""
    data = units()["casualties"]
    before = _BEFORE.search(text[max(first - 24, 0) : first])
    if before and before[1].lower() in data:
        return str(data[before[1].lower()])
    behind = re.compile(r" (?:(?:were|was|have|has|been|others|more|are|feared|reported) ){0,3}([a-z]+)").match(text, end)
    return str(data.get(behind[1], "")) if behind else ""


def _amounts(text: str) -> Iterator[Mention]:
    """Amounts without a number: "hundreds of farmers"."""
    for match in _vague().finditer(text):
        unit, end = _unit(text, match.end())
        if unit:
            yield Mention(
                kind="figure",
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                unit=unit,
                modifier=match["words"].lower(),
                rule="amount",
            )


def _mention(text: str, match: re.Match[str], end: int, value: str, unit: str, rule: str) -> Mention:
    start = match.start("modifier") if match["modifier"] else match.start("sign") if match["sign"] else match.start()
    return Mention(
        kind="figure",
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        unit=unit,
        modifier=(match["modifier"] or "").lower(),
        rule=rule,
    )
