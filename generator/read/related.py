"""One line of a "Related" list: its headline, and who published it or who speaks in it."""

import re
from functools import cache

import msgspec

from generator.model.text import PrefixKind, RelatedLine
from generator.read.blocks import squeeze
from generator.read.evidence import Evidence
from generator.read.outlets import OutletIndex
from generator.read.prefixes import Beside, is_topic, prefix_kind, speaks
from generator.read.publishers import is_hosted, is_outlet_name, is_titled, looks_published, lowered, may_publish
from generator.read.rules import rules
from generator.read.undated import dateless, undated
from generator.read.voices import is_spoken

_BULLET = re.compile(
    r"^\s*(?:(?:[-–—*>›+~]|[•·▪■●►▶‣→»◦○◆♦✦➤➜➔➡⇒✔✓❯⁃]|[\U0001F300-\U0001FAFF]\uFE0F?)+\s+|[•·▪■●►▶‣→»◦○◆♦✦➤➜➔➡⇒✔✓❯⁃]+(?=\w)"
    r"|(?:(?:list|item|story|card|slide) )?\d{1,2} of \d{1,2}(?:\s*[:.–-])?\s+"
    r"|(?:\(?\d{1,2}[.)]|\[\d{1,2}\]|#\d{1,2}|[a-h]\))\s+)"
)
_ARROW = re.compile(r"\s+(?:[→»›>]+|\[?…\]?)$")
_COLON = re.compile(
    r"(?P<prefix>[^:：;]{2,60}?)(?:\s*[:：]\s+|：|:(?=[A-ZÀ-Þ“‘\"'«]))(?P<headline>[^\s:].*)", re.DOTALL
)
_DASH = re.compile(r"(?P<prefix>[^:：]{2,40}?)(?:\s+[–—-]|—)\s*(?P<headline>[^\s–—-].*)", re.DOTALL)
_BAR = re.compile(r"(?P<prefix>[^:：|]{2,40}?)\s*(?:[|»›·•/]|::|>>?)\s+(?P<headline>\S.*)", re.DOTALL)
_BRACKET = re.compile(r"[\[(](?P<prefix>[^\])]{2,40})[\])](?:\s*[:–—-])?\s+(?P<headline>\S.*)", re.DOTALL)
_BEHIND = re.compile(r"(?P<headline>.*\S)\s+(?:[|–—·•»«‹/~-]|::|--)\s*(?P<prefix>[^|–—·•»«]{2,60})", re.DOTALL)
_IN_BRACKETS = re.compile(r"(?P<headline>.*\S)\s+[(\[](?P<prefix>[^()\[\]]{2,60})[)\]]\.?", re.DOTALL)
_BEHIND_COMMA = re.compile(r"(?P<headline>.*?\S)[,.]\s+(?P<prefix>(?:via (?:the )?)?[A-ZÀ-Þ].{1,60})", re.DOTALL)
_LED = re.compile(
    r"^(?:via|from|in|on|by|according to|read (?:in|on|at)|(?:first )?published (?:in|on|by)|as seen in|courtesy of|source:)\s+"
    r"(?-i:the\s+(?=[a-zA-Z]))?",
    re.IGNORECASE,
)
_SAID_BY = re.compile(r"(?P<headline>[^–—]*[^\s–—:])\s+[–—-]\s+(?P<prefix>[^–—:,.!?]{2,40})", re.DOTALL)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


class _Line(msgspec.Struct, frozen=True):
    """A line with what helps to read it; `linked`: the words of its link, where it has one."""

    text: str
    outlets: OutletIndex
    known: Evidence
    linked: str = ""
    url: str = ""


def related_line(
    text: str, outlets: OutletIndex, known: Evidence | None = None, url: str = "", linked: str = ""
) -> RelatedLine:
    """The related headline in `text`. `known`: what the article tells of names, by which `Trump:` differs from `Trump card:`;
    `linked`: the part of `text` that is a link, beside which a source may stand."""
    whole = _ARROW.sub("", squeeze(_BULLET.sub("", text)))
    line = _Line(whole, outlets, known or Evidence(), squeeze(linked), url)
    found = next((parts for reading in _READINGS if (parts := reading(line))), (whole, "", ""))
    return RelatedLine(found[0], found[1], found[2], url)


_Parts = tuple[str, str, PrefixKind]


def _of_link(line: _Line) -> _Parts | None:
    """Source beside the link, which needs no other mark: `[Bridge closes](…) The Vell Lantern`."""
    if not line.linked or line.linked == line.text or len(line.linked.split()) < 2:
        return None
    before, link, after = line.text.partition(line.linked)
    if link and not before.strip() and after.strip():
        name = dateless(after)
        known = name and (is_outlet_name(name, line.outlets, line.known) or looks_published(name, line.known))
        if known or (name and _may_be_source(name)):
            return line.linked, name, "outlet"
        return _inner(line)
    name = before.strip(" :–—-|»›·•")
    kind = prefix_kind(name, line.outlets, line.known) if name and not after.strip() else ""
    if kind:
        return line.linked, name, kind
    marked = not before.strip() or before.rstrip()[-1] in ":–—-|»›·•"
    return None if marked or after.strip() else _inner(line)


def _inner(line: _Line) -> _Parts:
    """The words of the link alone, for a number or a day beside it."""
    inner = related_line(line.linked, line.outlets, line.known, line.url)
    return inner.headline, inner.prefix, inner.prefix_kind


def _may_be_source(name: str) -> bool:
    """A short name behind a link: capitals, no sentence, no genre."""
    words = name.split()
    small = ("of", "the", "and", "&", "de", "la", "for", "in")
    capitals = all(word[:1].isupper() or word in small for word in words)
    return capitals and len(words) <= 5 and name[-1] not in ".!?" and name.lower() not in lowered("topics")


def _by_colon(line: _Line, wanted: PrefixKind) -> _Parts | None:
    match = _COLON.fullmatch(line.text)
    if not match:
        return None
    prefix, headline = _name_of(match["prefix"], line), match["headline"].strip()
    kind = _kind(prefix, headline, line)
    return (headline, prefix, kind) if kind == wanted else None


def _kind(prefix: str, headline: str, line: _Line) -> PrefixKind:
    beside = Beside(headline, line.url, line.text.isupper())
    return prefix_kind(prefix, line.outlets, line.known, beside)


def _outlet_by_colon(line: _Line) -> _Parts | None:
    return _by_colon(line, "outlet")


def _speaker_by_colon(line: _Line) -> _Parts | None:
    return _by_colon(line, "speaker")


def _before(line: _Line) -> _Parts | None:
    """An outlet before a dash or bar, or in brackets: `FT – Banks line up`, `[AP] Banks line up`."""
    for pattern in (_DASH, _BAR, _BRACKET):
        match = pattern.fullmatch(line.text)
        if match and match["headline"][0].islower():
            continue
        prefix = _name_of(match["prefix"], line) if match else ""
        if match and prefix and (_is_published(prefix, line) or _may_publish(prefix, match, pattern, line)):
            return match["headline"].strip(), prefix, "outlet"
    return None


def _may_publish(name: str, match: re.Match[str], pattern: re.Pattern[str], line: _Line) -> bool:
    """An unknown name before a bar, less often before a dash, is a publisher's, unless it is a topic."""
    plain = pattern is not _DASH and may_publish(name, line.known, plain=_is_plain(match["headline"]))
    return plain or (is_titled(name, line.known) and not is_topic(name))


def _behind(line: _Line) -> _Parts | None:
    """An outlet behind a dash or bar, in brackets or behind a comma, perhaps with a day: `Banks line up (FT, 3 May)`."""
    text = undated(line.text)
    for pattern in (_BEHIND, _IN_BRACKETS, _BEHIND_COMMA):
        match = pattern.fullmatch(text)
        name = _LED.sub("", dateless(match["prefix"])) if match else ""
        if not match or not name or len(match["headline"].split()) < 2:
            continue
        plain = _is_plain(match["headline"])
        unknown = pattern is not _BEHIND_COMMA and may_publish(name, line.known, plain=plain, behind=True)
        if (unknown and not speaks(name)) or _is_published(name, line):
            return match["headline"].strip(" ,*_–—|"), name, "outlet"
    return None


def _is_plain(headline: str) -> bool:
    """Whether a headline has small letters where others write capitals, so that a word with one is a name."""
    long = [word for word in headline.split()[1:] if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].islower() for word in long) * 2 > len(long)


def _is_published(name: str, line: _Line) -> bool:
    lone = (
        name[:1].isupper()
        or "." in name
        or (name.islower() and " " not in name and line.outlets.find(name) is not None)
    )
    return lone and (
        is_outlet_name(name, line.outlets, line.known)
        or looks_published(name, line.known, shouted=line.text.isupper())
        or is_hosted(name, line.url, line.known)
    )


def _speaker_before(line: _Line) -> _Parts | None:
    """`Aske – ‘We are not for sale’`: before a dash or bar only who is quoted, holds an office, or speaks in the text."""
    match = _DASH.fullmatch(line.text) or _BAR.fullmatch(line.text)
    if not match or match["headline"][0].islower():
        return None
    prefix, headline = match["prefix"].strip(), match["headline"].strip()
    said = is_spoken(headline) or prefix in line.known.speakers
    return (headline, prefix, "speaker") if said and _kind(prefix, headline, line) == "speaker" else None


def _speaker_behind(line: _Line) -> _Parts | None:
    """`Five dead in crash – police`: an office, a body, or who speaks in the text, behind a dash."""
    match = _SAID_BY.fullmatch(undated(line.text))
    if not match or len(match["headline"].split()) < 3 or is_topic(match["prefix"]):
        return None
    name = match["prefix"].strip()
    told = name in line.known.speakers or (name.lower() in lowered("leaders") and name[:1].isupper())
    known = (told and _kind(name, "", line) == "speaker") or (speaks(name) and len(name.split()) <= 5)
    return (match["headline"].strip(), name, "speaker") if known else None


def _name_of(prefix: str, line: _Line) -> str:
    """`prefix` without a day, and without "via" where an outlet follows it."""
    prefix = prefix.strip(" *_")
    bare = _LED.sub("", dateless(prefix))
    return bare if bare != prefix and _is_published(bare, line) else prefix


_READINGS = (
    _of_link, _outlet_by_colon, _before, _behind, _speaker_by_colon, _speaker_before, _speaker_behind,
)  # fmt: skip


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
