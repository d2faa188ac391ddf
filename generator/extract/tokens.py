"""Words, numbers and marks of a sentence, with offsets into the article's text."""

import re

import msgspec

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b"  # 1,998 · 3.5 · 14:30 · 18th · 1990s
    r"|['’](?:s|S|re|ve|ll|d|m)\b"  # clitics, the possessive among them
    r"|[^\W\d_]+(?:[-'’‐‑](?!(?:s|S|re|ve|ll|d|m)\b)[^\W_]+)*"  # word, peace-keeping, O'Neill, don't
    r"|\w+|\.\.\.|--|[^\w\s]",
    re.UNICODE,
)


class Token(msgspec.Struct, frozen=True):
    """`text` stands at [start, end) of the article's text."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """In lower case, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """True when it begins with a letter."""
        return self.text[:1].isalpha()


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`, which stands at `offset` in the article. A possessive `'s` is a token of its own."""
    return tuple(Token(m.start() + offset, m.end() + offset, m.group()) for m in _TOKEN.finditer(text))
