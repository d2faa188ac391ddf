"""Numbers that are no figures: years and days, clock times, ages between commas, ordinals, articles of a law, names."""

import re

from generator.extract.amounts import Amount
from generator.extract.numerals import units

_WORD_BEFORE = re.compile(r"(?:^|[^\w.,-])([A-Za-z][\w’'-]*)\.?[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0-]?([A-Za-z][\w.’']*)")
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEFORE_YEAR = re.compile(
    r"(?:\d,|[,(]|\b(?:in|since|until|by|of|from|during|before|after|late|early|mid|the|and|to|year))[ \u00a0-]?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:st|nd|rd|th|s)\b|[:/]\d|\w", re.IGNORECASE)
_LOOK_BACK = 24


def word_before(text: str, at: int) -> str:
    """The word that stands right before `at`, or ""."""
    match = _WORD_BEFORE.search(text[max(at - _LOOK_BACK, 0) : at])
    return match[1] if match else ""


def is_no_figure(text: str, amount: Amount) -> bool:
    """Whether a number in digits is something else than a figure, by what stands around it."""
    after = text[amount.end : amount.end + 16]
    if _GOES_ON.match(after) and not amount.scale:
        return True
    if _YEAR.fullmatch(amount.number) and amount.second and len(amount.second) <= 2:
        return True  # 2025-02, 2015–16
    following = _WORD_AFTER.match(after)
    if following and (following[1].lower().rstrip(".") in units()["not_before"] or _MONTH.match(following[1])):
        return True
    before = word_before(text, amount.first)
    if before and (before.lower() in units()["numbered"] or _MONTH.fullmatch(before)) and not amount.scale:
        return True
    return _is_age(text, amount, after)


def _is_age(text: str, amount: Amount, after: str) -> bool:
    """Spot "Anna Lind, 45, resigned": an age between commas."""
    between = re.search(r"\w, $", text[max(amount.first - 4, 0) : amount.first]) and re.match(r"[,.)]|$", after)
    return bool(between) and len(amount.number) < 4 and not amount.modifier


def is_year(text: str, amount: Amount, unit: str) -> bool:
    """Whether four digits are a year: alone, behind "in" or a day of the month, or before a name."""
    if amount.second or amount.scale or not _YEAR.fullmatch(amount.number):
        return False
    before = text[max(amount.first - _LOOK_BACK, 0) : amount.first]
    return (not unit and not amount.modifier) or unit[:1].isupper() or bool(_BEFORE_YEAR.search(before))


def is_code(amount: Amount, unit: str) -> bool:
    """Whether five digits or more without separators, unit or modifier are a number of a file or a telephone."""
    return not unit and not amount.modifier and not amount.scale and amount.number.isdigit() and len(amount.number) > 4


def follows_name(text: str, at: int) -> bool:
    """Whether a capitalised word inside a sentence stands right before: "Apollo 11"."""
    word = word_before(text, at)
    if not word[:1].isupper():
        return False
    start = at - len(word) - 1
    return bool(re.search(r"[\w,]\.? $", text[max(start - 3, 0) : start]))
