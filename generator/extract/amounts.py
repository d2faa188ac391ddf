"""Where a number stands in a text, with its currency sign, scale, second number and modifier. One short pattern finds the
place, longer ones read on from it, so that text without numbers costs little."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.extract.numerals import digits, either, plain, scaled, spelled, units

_LOOK_BACK = 24


class Amount(msgspec.Struct, frozen=True):
    """One or two numbers as written. `first`, `end`: from the sign or number to the last scale; `start`: from the modifier.
    `join` is what stands between two numbers. `words`: the number is written in words."""

    start: int
    first: int
    end: int
    number: str
    scale: str = ""
    join: str = ""
    second: str = ""
    second_scale: str = ""
    sign: str = ""
    modifier: str = ""
    words: bool = False

    @property
    def value(self) -> str:
        """The number as digits, or two joined by a hyphen. A scale behind the second holds for both."""
        if not self.second:
            return plain(scaled(self.number, self.scale))
        one = scaled(self.number, self.scale or self.second_scale)
        return f"{plain(one)}-{plain(scaled(self.second, self.second_scale or self.scale))}"


@cache
def _anchor() -> re.Pattern[str]:
    scales = either(units()["scales"])
    small = "|".join(f"{word}|{word.capitalize()}" for word in units()["words"])
    article = rf"\b(?:an?|half a|An?|Half a) (?=(?:{scales})\b)"
    letters = [re.escape(sign) for row in units()["currencies"] for sign in row["signs"] if sign[-1].isalpha()]
    behind = "|".join(rf"(?<={sign})\d" for sign in ("[$€£¥₴₽₹₺₩₪₦~]", "[A-Z]{3}", *letters))
    return re.compile(rf"(?<![\w.,:/-])\d|\b(?:{small})\b|{article}|{behind}")


@cache
def _written() -> re.Pattern[str]:
    data = units()
    signs = either(sign for row in data["currencies"] for sign in row["signs"])
    scale = rf"[ \u00a0-]?(?:{either(data['scales'])})\b|(?:{either(data['suffixes'])})\b"
    second = rf"(?:(?P<join>[ ]?[–—-][ ]?|[ ]to[ ]|[ ]and[ ])(?:{signs})?(?P<second>{digits()})(?P<scale2>{scale})?)?"
    return re.compile(rf"(?P<number>{digits()})(?P<scale>{scale})?{second}", re.IGNORECASE)


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(rf"(?:{spelled()})\b", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    signs = either(sign for row in units()["currencies"] for sign in row["signs"])
    codes = either(row["code"] for row in units()["currencies"])
    return re.compile(rf"(?<![A-Za-z])(?:{signs}|{codes})[ \u00a0]?$")


@cache
def _modifier() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{either(units()['modifiers'])})(?:[ \u00a0]|(?<=~))$", re.IGNORECASE)


def amounts(text: str) -> Iterator[Amount]:
    """Every number of `text`, in order, none overlapping."""
    end = 0
    for anchor in _anchor().finditer(text):
        if anchor.start() < end:
            continue
        amount = _in_digits(text, anchor.start()) if anchor.group().isdigit() else _in_words(text, anchor.start())
        if amount:
            end = amount.end
            yield amount


def _in_digits(text: str, at: int) -> Amount | None:
    match = _written().match(text, at)
    if not match:
        return None
    sign = _sign().search(text[max(at - 5, 0) : at])
    first = at - len(sign.group()) if sign else at
    start, modifier = _modified(text, first)
    return Amount(
        start=start,
        first=first,
        end=match.end(),
        number=match["number"],
        scale=match["scale"] or "",
        join=(match["join"] or "").strip(),
        second=match["second"] or "",
        second_scale=match["scale2"] or "",
        sign=sign.group().strip() if sign else "",
        modifier=modifier,
    )


def _in_words(text: str, at: int) -> Amount | None:
    match = _spelled().match(text, at)
    if not match:
        return None
    start, modifier = _modified(text, at)
    return Amount(start=start, first=at, end=match.end(), number=match.group(), modifier=modifier, words=True)


def _modified(text: str, first: int) -> tuple[int, str]:
    """Where the modifier before `first` begins, and its words; `first` and "" without one."""
    low = max(first - _LOOK_BACK, 0)
    match = _modifier().search(text[low:first])
    return (low + match.start("word"), match["word"].lower()) if match else (first, "")
