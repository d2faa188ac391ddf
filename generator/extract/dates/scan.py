"""A text as tokens with one class character each."""

import re
from collections.abc import Sequence

import msgspec

from generator.extract.dates.lexicon import Lexicon

_TOKEN = re.compile(
    r"[AaPp]\.[Mm]\b\.?"
    r"|[^\W\d_]+\d?(?![^\W_])|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{4}/\d\d?/\d\d?(?!\d)|\d\d?([/.-])\d\d?\1(?:\d{4}|\d\d)(?![\d/])"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d\d?:\d\d(?::\d\d)?(?!\d)|\d+[./]\d+|\d+(?:st|nd|rd|th|s)\b|\d+"
    r"|\n|\S"
)
_KINDS = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d.*)|(?P<numeric>\d{4}/.*/.*|\d\d?([/.-])\d\d?\3\d+)|(?P<clock>\d\d?:\d\d(?::\d\d)?)"
    r"|(?P<yearpair>(?:19|20)\d\d/\d\d(?:\d\d)?)|(?P<fraction>\d+/\d+)|(?P<decimal>\d+\.\d+)|(?P<decade>[12]\d\d0s)|(?P<shortdecade>\d0s)"
    r"|(?P<month>0?[1-9]|1[0-2])|(?P<day>[12]\d|3[01])|(?P<twodigit>\d\d)|(?P<year>19\d\d|20\d\d|2100)|(?P<oldyear>1[0-8]\d\d)"
    r"|(?P<dayordinal>(?:[12]?\d|3[01])(?:st|nd|rd|th))|(?P<ordinal>\d{1,4}(?:st|nd|rd|th))|(?P<integer>[\d,]{1,9})|(?P<long>.*)",
    re.DOTALL,
)
_DASHES = frozenset("-‐‑–—")


class Line(msgspec.Struct, frozen=True):
    """`words` in lower case, with a straight apostrophe; token `i` stands at [starts[i], ends[i]) of `text`; `codes[i]` is its
    class character."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str


def scan(text: str, lexicon: Lexicon) -> Line:
    """Tokens of `text`. A line break is a token, which no pattern spans."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    codes: list[str] = []
    known, other, capital = lexicon.codes, lexicon.other, lexicon.capital
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        code = known.get(word)
        if code is None:
            code = capital if word[0].isupper() else other
            if word[0] in "0123456789":
                code = lexicon.numbers[_KINDS.fullmatch(word).lastgroup or "long"]  # type: ignore[union-attr]  # `long` takes all
            elif word == "\n":
                code = lexicon.line_break
            elif word in _DASHES:
                code = lexicon.hyphen if _tight(text, start, end) else lexicon.dash
        words.append(word.lower())
        starts.append(start)
        ends.append(end)
        codes.append(code)
    return Line(text, words, starts, ends, "".join(codes))


def _tight(text: str, start: int, end: int) -> bool:
    """A mark with a letter or digit right before and after."""
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
