"""Numbers with their unit and modifier: money, shares, counts, distances, weights, ages, scores and votes.

amounts.py finds the numbers and counted.py what stands behind them; what stands around says whether it is a figure at all, or
a date, a clock time, an article of a law, a name. rules/units.yaml holds the words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from generator.extract.amounts import Amount, amounts
from generator.extract.context import Context
from generator.extract.counted import counted_noun, unit_behind
from generator.extract.no_figure import follows_name, is_code, is_no_figure, is_year, word_before
from generator.extract.numerals import units
from generator.model.mentions import Mention

_CLAUSE = 60  # characters before a pair of numbers that may say whether it is a score or a vote
_WORD = re.compile(r"[ -]([a-z]+)")
_CASUALTY = re.compile(r" (?:(?:were|was|have|has|been|others|more|are|feared|reported) ){0,3}([a-z]+)")


@cache
def _vague() -> re.Pattern[str]:
    spelled = "|".join(
        f"{word}|{word[0].upper()}{word[1:]}" for word in sorted(units()["vague"], key=len, reverse=True)
    )
    return re.compile(rf"\b(?P<words>{spelled})(?: of)?\b(?= [a-zA-Z])")


def find_figures(context: Context, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The figures of an article, by position, none inside a date of type DATE or TIME in `found`."""
    dates = sorted(
        (item.start, item.end) for item in found if item.kind == "date" and item.timex_type in ("DATE", "TIME")
    )
    text = context.article.text
    figures = [figure for amount in amounts(text) if (figure := _figure(text, amount))]
    figures += _vague_amounts(text)
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


def _figure(text: str, amount: Amount) -> Mention | None:
    if amount.words:
        return _in_words(text, amount)
    if amount.sign:
        return _mention(text, amount, (amount.end, amount.value), _currency(amount.sign), "money")
    if is_no_figure(text, amount):
        return None
    pair = _pair(text, amount) if amount.second else ""
    if pair:
        return _mention(text, amount, (amount.end, f"{amount.number}-{amount.second}"), pair, pair)
    return _count(text, amount)


def _in_words(text: str, amount: Amount) -> Mention | None:
    unit, end = _unit(text, amount.end)
    pronoun = amount.number.lower() == "one" and unit not in units()["one_counts"]
    return None if not unit or pronoun else _mention(text, amount, (end, amount.value), unit, "number-in-words")


def _currency(sign: str) -> str:
    for row in units()["currencies"]:
        if sign == row["code"] or sign in row["signs"]:
            return str(row["code"])
    return sign


def _count(text: str, amount: Amount) -> Mention | None:
    if amount.scale.lower() == "m" and _is_metre(text, amount.end):
        return _mention(text, amount, (amount.end, amount.number), "metre", "count")
    unit, end = _unit(text, amount.end)
    unit = unit or _casualty(text, amount)
    if is_year(text, amount, unit) or is_code(amount, unit):
        return None
    bare = not unit and not amount.scale and not amount.modifier and "," not in amount.number
    if bare and follows_name(text, amount.first):
        return None
    return _mention(text, amount, (end, amount.value), unit, "range" if amount.second else "count")


def _unit(text: str, at: int) -> tuple[str, int]:
    """The unit that stands at `at`, and where it ends; "" where none does."""
    return unit_behind(text, at) or counted_noun(text, at) or ("", at)


def _is_metre(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return bool(word and word[1] in units()["metre_before"])


def _pair(text: str, amount: Amount) -> str:
    """Whether two numbers are a score or a vote, by the words around them; "" for a range."""
    if amount.scale or amount.second_scale or amount.join == "and" or len(amount.number) > 3 or len(amount.second) > 3:
        return ""
    if _unit(text, amount.end)[0] not in ("", "vote"):
        return ""
    around = text[max(amount.first - _CLAUSE, 0) : amount.first] + " " + text[amount.end : amount.end + _CLAUSE // 2]
    words = set(re.findall(r"[a-z-]+", around.lower()))
    if not words.isdisjoint(units()["vote_words"]):
        return "vote"
    falling = Decimal(amount.number) > Decimal(amount.second)
    return "score" if amount.join != "to" and (falling or not words.isdisjoint(units()["score_words"])) else ""


def _casualty(text: str, amount: Amount) -> str:
    """What is counted where no noun follows: "killing 12", "45 were injured"."""
    data = units()["casualties"]
    before = word_before(text, amount.start)
    if before.lower() in data:
        return str(data[before.lower()])
    behind = _CASUALTY.match(text, amount.end)
    return str(data.get(behind[1], "")) if behind else ""


def _vague_amounts(text: str) -> Iterator[Mention]:
    """Amounts without a number: "hundreds of farmers"."""
    for match in _vague().finditer(text):
        unit, end = _unit(text, match.end())
        if unit:
            modifier = match["words"].lower()
            yield Mention(
                kind="figure",
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                unit=unit,
                modifier=modifier,
                rule="amount",
            )


def _mention(text: str, amount: Amount, found: tuple[int, str], unit: str, rule: str) -> Mention:
    """The mention of an amount; `found` is where it ends, with the unit, and its value."""
    end, value = found
    return Mention(
        kind="figure",
        start=amount.start,
        end=end,
        text=text[amount.start : end],
        value=value,
        unit=unit,
        modifier=amount.modifier,
        rule=rule,
    )
