"""One line of a "Related" list: its headline, and who published it or who speaks in it."""

import re
from functools import cache

import msgspec

from generator.model.text import PrefixKind, RelatedLine
from generator.read.blocks import squeeze
from generator.read.evidence import Evidence
from generator.read.outlets import OutletIndex
from generator.read.prefixes import is_outlet_name, looks_published, prefix_kind
from generator.read.rules import rules
from generator.read.stamps import find_stamp

_BULLET = re.compile(r"^\s*(?:(?:[-–—*•·▪■●►▶‣>→»›+◆♦✦]|[\U0001F300-\U0001FAFF]\uFE0F?)+|\d{1,2}[.)])\s+")
_ARROW = re.compile(r"\s+(?:[→»›>]+|\[?…\]?)$")
_COLON = re.compile(r"(?P<prefix>[^:：]{2,48})[:：]\s+(?P<headline>\S.*)", re.DOTALL)
_DASH = re.compile(r"(?P<prefix>[^:：]{2,40}?)(?:\s+[–—-]|—)\s*(?P<headline>[^\s–—-].*)", re.DOTALL)
_BAR = re.compile(r"(?P<prefix>[^:：|]{2,40}?)\s*[|»›·•/]\s+(?P<headline>\S.*)", re.DOTALL)
_BRACKET = re.compile(r"[\[(](?P<prefix>[^\])]{2,40})[\])]:?\s+(?P<headline>\S.*)", re.DOTALL)
_BEHIND = re.compile(r"(?P<headline>.*\S)\s+[|–—·•»/-]\s*(?P<prefix>[^|–—·•»]{2,60})", re.DOTALL)
_IN_BRACKETS = re.compile(r"(?P<headline>.*\S)\s+[(\[](?P<prefix>[^()\[\]]{2,60})[)\]]\.?", re.DOTALL)
_BEHIND_COMMA = re.compile(r"(?P<headline>.*?\S)[,.]\s+(?P<prefix>[A-ZÀ-Þ].{1,60})", re.DOTALL)
_LED = re.compile(r"^(?:via|from|in|on|by|read (?:in|on|at)|source:)\s+(?:the\s+(?=[a-zA-Z]))?", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_QUOTE = ("“", "‘", '"', "'", "«", "„")


class _Line(msgspec.Struct, frozen=True):
    """A line with what helps to read it; `linked`: the words of its link, where it has one."""

    text: str
    outlets: OutletIndex
    known: Evidence
    linked: str = ""


def related_line(
    text: str, outlets: OutletIndex, known: Evidence | None = None, url: str = "", linked: str = ""
) -> RelatedLine:
    """The related headline in `text`. `known`: what the article tells of names, by which `Trump:` differs from `Trump card:`;
    `linked`: the part of `text` that is a link, beside which a source may stand."""
    whole = _ARROW.sub("", squeeze(_BULLET.sub("", text)))
    line = _Line(whole, outlets, known or Evidence(), squeeze(linked))
    found = _of_link(line) or _by_colon(line, "outlet") or _before(line) or _behind(line) or _by_colon(line, "speaker")
    found = found or _speaker_before_dash(line) or (whole, "", "")
    return RelatedLine(found[0], found[1], found[2], url)


_Parts = tuple[str, str, PrefixKind]


def _of_link(line: _Line) -> _Parts | None:
    """Source beside the link, which needs no other mark: `[Bridge closes](…) The Vell Lantern`."""
    if not line.linked or line.linked == line.text or len(line.linked.split()) < 2:
        return None
    before, link, after = line.text.partition(line.linked)
    if link and not before.strip() and after.strip():
        name = _dateless(after)
        known = name and (is_outlet_name(name, line.outlets, line.known) or looks_published(name, line.known))
        if known or (name and _may_be_source(name)):
            return line.linked, name, "outlet"
        inner = related_line(line.linked, line.outlets, line.known)
        return inner.headline, inner.prefix, inner.prefix_kind
    name = before.strip(" :–—-|»›·•")
    kind = prefix_kind(name, line.outlets, line.known) if name and not after.strip() else ""
    return (line.linked, name, kind) if kind else None


def _may_be_source(name: str) -> bool:
    """A short name behind a link: capitals, no sentence, no genre."""
    words = name.split()
    small = ("of", "the", "and", "&", "de", "la", "for", "in")
    capitals = all(word[:1].isupper() or word in small for word in words)
    return capitals and len(words) <= 5 and name[-1] not in ".!?" and name.lower() not in _topics()


def _by_colon(line: _Line, wanted: PrefixKind) -> _Parts | None:
    match = _COLON.fullmatch(line.text)
    if not match:
        return None
    prefix, headline = _name_of(match["prefix"], line), match["headline"].strip()
    kind = prefix_kind(prefix, line.outlets, line.known, headline=headline, shouted=line.text.isupper())
    return (headline, prefix, kind) if kind == wanted else None


def _before(line: _Line) -> _Parts | None:
    """An outlet before a dash or bar, or in brackets: `FT – Banks line up`, `[AP] Banks line up`."""
    for pattern in (_DASH, _BAR, _BRACKET):
        match = pattern.fullmatch(line.text)
        if match and match["headline"][0].islower():
            continue
        prefix = _name_of(match["prefix"], line) if match else ""
        if match and prefix and _is_published(prefix, line):
            return match["headline"].strip(), prefix, "outlet"
    return None


def _behind(line: _Line) -> _Parts | None:
    """An outlet behind a dash or bar, in brackets or behind a comma, perhaps with a day: `Banks line up (FT, 3 May)`."""
    for pattern in (_BEHIND, _IN_BRACKETS, _BEHIND_COMMA):
        match = pattern.fullmatch(line.text)
        name = _LED.sub("", _dateless(match["prefix"])) if match else ""
        if match and name and len(match["headline"].split()) > 1 and _is_published(name, line):
            return match["headline"].strip(" ,*_"), name, "outlet"
    return None


def _is_published(name: str, line: _Line) -> bool:
    return (name[:1].isupper() or "." in name) and (
        is_outlet_name(name, line.outlets, line.known) or looks_published(name, line.known, shouted=line.text.isupper())
    )


def _speaker_before_dash(line: _Line) -> _Parts | None:
    """`Aske – ‘We are not for sale’`: with a dash only who is quoted, or holds an office, is taken to speak."""
    match = _DASH.fullmatch(line.text)
    if not match or match["headline"][0].islower():
        return None
    prefix, headline = match["prefix"].strip(), match["headline"].strip()
    speaks = headline.startswith((*_QUOTE, "I ", "I’", "I'", "We ", "We’", "We'", "My ", "Our "))
    kind = prefix_kind(prefix, line.outlets, line.known, headline=headline, shouted=line.text.isupper())
    return (headline, prefix, kind) if kind == "speaker" and speaks else None


def _name_of(prefix: str, line: _Line) -> str:
    """`prefix` without a day, and without "via" where an outlet follows it."""
    prefix = prefix.strip(" *_")
    bare = _LED.sub("", _dateless(prefix))
    return bare if bare != prefix and _is_published(bare, line) else prefix


def _dateless(text: str) -> str:
    """`The Guardian` of `– The Guardian, 3 May 2025` and of `(The Guardian)`; empty when nothing but a date is left."""
    text = text.strip(" ,;:–—-|»›·•*_()[]")
    parts = [part for part in re.split(r",\s+|\s+[|·•–—]\s+|\s*\(|\)", text) if part.strip()]
    return ", ".join(part.strip() for part in parts if not _is_day(part))


def _is_day(text: str) -> bool:
    return bool(find_stamp(text)) or all(word[0].isdigit() or word.strip(".") in _months() for word in text.split())


def with_publisher(lines: tuple[RelatedLine, ...], publisher: str) -> tuple[RelatedLine, ...]:
    """`lines`, those that name the article's own `publisher` as an outlet's."""
    return tuple(_with_publisher(line, publisher) for line in lines)


def _with_publisher(line: RelatedLine, publisher: str) -> RelatedLine:
    if line.prefix_kind == "outlet" or not publisher:
        return line
    if line.prefix:
        return RelatedLine(line.headline, line.prefix, "outlet", line.url) if _is_own(line.prefix, publisher) else line
    for pattern in (_COLON, _DASH, _BAR, _BRACKET, _BEHIND, _IN_BRACKETS):
        match = pattern.fullmatch(line.headline)
        if match and _is_own(match["prefix"].strip(), publisher):
            return RelatedLine(match["headline"].strip(), match["prefix"].strip(), "outlet", line.url)
    return line


def _is_own(prefix: str, publisher: str) -> bool:
    """Whether `prefix` is the publisher's name, the head of it ("Strata" of "Strata Magazine") or its initials."""
    name, own = (_ARTICLE.sub("", one).casefold().split() for one in (prefix, publisher))
    capitals = "".join(word[0] for word in publisher.split() if word[0].isupper())
    initials = prefix.isupper() and prefix in (capitals, capitals.removeprefix("T")) and len(prefix) > 1
    rest = [word for word in own[len(name) :] if not word.isdigit()]
    return initials or (bool(name) and own[: len(name)] == name and (not rest or " ".join(rest) in _of_outlets()))


@cache
def _of_outlets() -> frozenset[str]:
    return frozenset(rules("prefixes")["of_outlets"])


@cache
def _topics() -> frozenset[str]:
    return frozenset(word.lower() for word in rules("prefixes")["topics"])


@cache
def _months() -> frozenset[str]:
    names = (name for months in rules("dates")["months"].values() for name in months)
    return frozenset((*names, *rules("dates")["weekdays"]))
