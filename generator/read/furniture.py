"""Lines that stand with an article and are no part of it: advertisement marks, share buttons, credits, correction notes."""

import re
from functools import cache
from typing import Literal

from generator.read.rules import rules

Section = Literal["", "related", "sources", "other", "tail"]
_LONGEST = 700
_HEADING = 60
_HEADLINE = 170  # longer ones are paragraphs
_CLOSING = "\"'”’»)*_"
_MENU = re.compile(r"\s*[|•·>»›,\n]\s*|\s+[/–—-]\s+|\s{2,}")
_BEFORE = re.compile(r"^[\W_]+")


def is_furniture(text: str) -> bool:
    """True when the whole paragraph is furniture by rules/furniture.yaml."""
    return len(text) <= _LONGEST and bool(_furniture().fullmatch(text.strip()))


def is_credit(text: str) -> bool:
    """True for a caption with its credit, or the credit alone."""
    return len(text) <= _LONGEST and bool(_furniture("photo-credit", "caption").fullmatch(text.strip()))


def is_navigation(text: str) -> bool:
    """True for a line of a menu or a page's foot: "Home", "News | Sport | Weather", "Terms and conditions"."""
    pieces = [piece.strip(" .").lower() for piece in _MENU.split(text.strip(" +×☰≡✕:")) if piece.strip()]
    return bool(pieces) and len(text) <= _LONGEST and all(piece in _menu_words() for piece in pieces)


def is_ago(text: str) -> bool:
    """True for the age of a story on a card: "2 hrs ago"."""
    return bool(re.fullmatch(r"\d+ (?:min|minute|hr|hour|day|week)s? ago", text.strip(), re.IGNORECASE))


def is_counter(text: str) -> bool:
    """True for "list 1 of 3" and "end of list", which are for those who hear a page."""
    return bool(re.fullmatch(rules("furniture")["counters"], text.strip(), re.IGNORECASE))


def is_end_mark(text: str) -> bool:
    """True for the line that ends a release: ENDS, ###, -30-."""
    return len(text) <= 12 and bool(re.fullmatch(rules("furniture")["ends"], text.strip(), re.IGNORECASE))


def section_of(heading: str) -> Section:
    """What stands below `heading`, by rules/headings.yaml; empty for a heading of the article itself."""
    text = _BEFORE.sub("", heading).rstrip(" \t*_#=:：-–—»›>→\xa0").replace("’", "'")
    if not text or len(text) > _HEADING or text[-1] in ".!":
        return ""
    kinds: tuple[Section, ...] = ("sources", "other", "related", "tail")
    return next((kind for kind in kinds if _headings(kind).fullmatch(text)), "other" if is_pick(text) else "")


def is_pick(heading: str) -> bool:
    """True for "Editor's picks", which are of other stories at an article's end and related between its paragraphs."""
    return bool(_headings("picks").fullmatch(heading.strip(" :*_#").replace("’", "'")))


def is_kicker(text: str) -> bool:
    """True for a line that marks one story when it stands above its headline, and a list elsewhere: "Breaking news"."""
    return bool(_headings("kickers").fullmatch(text.strip(" :*_#!")))


def inline_related(text: str) -> str:
    """The headline after "Read also:" on one line, or nothing."""
    text = text.strip()
    text = text[1:-1] if text[:1] + text[-1:] in ("[]", "()") else text
    match = _inline("inline").fullmatch(text) or _glued().fullmatch(text)
    weak = None if match else _inline("inline_weak").fullmatch(text)
    headline = match["headline"] if match else weak["headline"] if weak else ""
    small, told = headline[:1].islower(), not is_headline(headline)
    return "" if (small and told) or (weak and (small or told)) else headline


def is_button(text: str) -> bool:
    """True for the words below the headline of a card: "Read more"."""
    return bool(
        re.fullmatch(r"(?:read|see|show) (?:more|now|the story|full story|article)\W*", text.strip(), re.IGNORECASE)
    )


def is_label(text: str) -> bool:
    """True for the words before a linked headline: "Read also:"."""
    line = f"{text.strip().rstrip(':：|–—-»›→> ')}: A headline as it may be"
    return any(_inline(kind).fullmatch(line) for kind in ("inline", "inline_weak"))


def is_headline(text: str) -> bool:
    """True for a line that may be a headline: neither long nor ended like a sentence."""
    bare = text.strip().rstrip(_CLOSING)
    return bool(bare) and len(text) <= _HEADLINE and bare[-1] not in ".!:;,"


def is_rule(text: str) -> bool:
    """True for a line drawn below a heading: "=====", "* * *"."""
    return bool(re.fullmatch(r"[\s*=_~•·.#—–-]{2,}", text))


def is_call(text: str) -> bool:
    """True for a line that asks the reader to do something, which no headline does: "Click here to donate"."""
    return bool(re.match(rules("headings")["calls"], text.strip(" →»›▶►"), re.IGNORECASE))


@cache
def _menu_words() -> frozenset[str]:
    return frozenset(rules("furniture")["menu"])


@cache
def _furniture(*ids: str) -> re.Pattern[str]:
    """The rules of `ids`, or all of them."""
    lines = (line for line in rules("furniture")["lines"] if not ids or line["id"] in ids)
    return re.compile("|".join(f"(?:{line['pattern']})" for line in lines), re.IGNORECASE | re.DOTALL)


@cache
def _headings(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rules("headings")[kind]), re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """A button and a headline that a page set below it, pasted as one: "Read moreStorm damages wall"."""
    words = "|".join(rules("headings")["glued"])
    return re.compile(rf"(?i:{words})(?P<headline>[A-ZÀ-Þ“‘].{{8,250}})")


@cache
def _inline(kind: str) -> re.Pattern[str]:
    words = "|".join(rules("headings")[kind])
    return re.compile(
        rf"[\W_]*(?:{words})[*_]*\s*(?:[:：|»›→>▶►•·]|[–—-]\s)[*_\s]*(?P<headline>\S.{{8,250}})", re.IGNORECASE
    )
