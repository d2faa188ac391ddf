"""What every reader hands on: the copy of an article as blocks of text, with what the file itself says about it."""

import re

import msgspec

from generator.model.text import PublishedBasis, RelatedLine
from generator.problems import Problem

_URL = re.compile(r"https?://[^\s<>\"”»]+")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_TRAILING = ".,;:!?)]}'’"


class Link(msgspec.Struct, frozen=True):
    """A link's words and its absolute address."""

    text: str
    url: str


class Block(msgspec.Struct, frozen=True):
    """One paragraph, heading or list item. `gap`: a blank line follows it in the file, or the format sets it apart."""

    text: str
    kind: str = "paragraph"
    links: tuple[Link, ...] = ()
    gap: bool = True


class DateEvidence(msgspec.Struct, frozen=True):
    """A date of publication as written, with where it was found and whether that place states it."""

    text: str
    note: str
    basis: PublishedBasis = "stated"


class Copy(msgspec.Struct, frozen=True):
    """An article on its way in. `outlet` is a name as written; `dates` are in the order they are to be believed."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    dates: tuple[DateEvidence, ...] = ()
    related: tuple[RelatedLine, ...] = ()
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def heads_entry(block: Block) -> bool:
    """Whether a block is but a time of day, as it heads an entry of a live blog: "14:10", "2.48pm BST"."""
    return bool(_CLOCK.fullmatch(block.text.strip()))


def addresses(text: str) -> tuple[str, ...]:
    """The web addresses in `text`, without the punctuation of the sentence around them."""
    return tuple(_trim(match.group()) for match in _URL.finditer(text))


def without_addresses(text: str) -> str:
    """`text` without its web addresses and the brackets they stood in."""
    bare = re.sub(r"\[([^\]\n]{1,300})\]\((?=https?://)[^)\s]*\)", r"\1", text)
    bare = re.sub(r"[(<\[]\s*https?://[^\s<>\"”»]+[)>\]]?", " ", bare)
    return squeeze(_URL.sub(" ", bare)).strip(" -–—|:•·")


def squeeze(text: str) -> str:
    """`text` with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def alike(text: str) -> str:
    """A form in which two spellings of one headline are equal."""
    return re.sub(r"\W+", " ", text.replace("’", "'")).casefold().strip()


def _trim(url: str) -> str:
    while url and url[-1] in _TRAILING and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url
