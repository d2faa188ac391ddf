"""One line of a "Related" list: who published or who speaks, told apart from a mere topic before the colon."""

import re
from functools import cache
from itertools import pairwise

from lemminflect import getAllLemmas

from generator.model.text import PrefixKind, RelatedLine
from generator.read.blocks import squeeze
from generator.read.outlets import OutletIndex
from generator.read.rules import rules

_PREFIX = re.compile(r"(?P<prefix>[^:：]{2,48})[:：]\s+(?P<headline>\S.*)", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[-–—*•·▪■●►▶‣>→»]+|\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"(?:day|week|part|episode|chapter|no\.?|round|game|stage|\W*\d)\b[\s\d.,]*", re.IGNORECASE)
_INNER_NAME = re.compile(r"(?<=[^\W\d_] )[A-Z][\w’'-]+")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_SMALL = frozenset(("of", "the", "and", "&", "de", "la", "le", "el", "di", "für"))
# names made up for a publisher end like its trade
_COINED = re.compile(r"[A-Z]\w{2,}(?:scope|press|wire|media|pedia|feed|cast|news|times)", re.IGNORECASE)
# to whom the article lets somebody speak ("told Euroscope"), and who does something in it
_HEARERS = re.compile(r"\b(?:told|interview with|speaking to|spoke to) (?:the )?([A-Z]\w+)\b(?! [A-Z])")
_ACTORS = re.compile(r"\b([A-Z]\w+)(?:['’]s\b| (?:said|says|was|is|had|has|told|added)\b)")
_PARTICLES = frozenset(("and", "&", "of", "de", "van", "von", "der", "al", "el", "bin", "ibn", "da", "di", "la", "le"))


def related_line(text: str, outlets: OutletIndex, names: frozenset[str] = frozenset(), url: str = "") -> RelatedLine:
    """The related headline in `text`. `names`: words the article writes as names, which tells `Trump:` from `Trump card:`."""
    headline = squeeze(_BULLET.sub("", text))
    match = _PREFIX.fullmatch(headline)
    kind = prefix_kind(match["prefix"].strip(), outlets, names, shouted=headline.isupper()) if match else ""
    if not match or not kind:
        return RelatedLine(headline, url=url)
    return RelatedLine(match["headline"].strip(), match["prefix"].strip(), kind, url)


def with_publishers(lines: tuple[RelatedLine, ...], publisher: str, text: str) -> tuple[RelatedLine, ...]:
    """`lines`, those prefixed with the article's own publisher, or with whom `text` says somebody "told", as an outlet's."""
    hearers = frozenset(_HEARERS.findall(text)) - frozenset(_ACTORS.findall(text)) if lines else frozenset[str]()
    return tuple(_with_publisher(line, publisher, hearers) for line in lines)


def _with_publisher(line: RelatedLine, publisher: str, hearers: frozenset[str]) -> RelatedLine:
    match = None if line.prefix_kind else _PREFIX.fullmatch(line.headline)
    prefix = line.prefix or (match["prefix"].strip() if match else "")
    if line.prefix_kind == "outlet" or not prefix or not (prefix in hearers or _is_own(prefix, publisher)):
        return line
    return RelatedLine(match["headline"].strip() if match else line.headline, prefix, "outlet", line.url)


def _is_own(prefix: str, publisher: str) -> bool:
    """Whether `prefix` is the publisher's name, or the head of it: "Strata" of "Strata Magazine"."""
    name, own = (_ARTICLE.sub("", one).casefold().split() for one in (prefix, publisher))
    return (
        bool(name)
        and own[: len(name)] == name
        and (len(name) == len(own) or " ".join(own[len(name) :]) in _lowered("of_outlets"))
    )


def names_in(text: str) -> frozenset[str]:
    """The words `text` writes with a capital inside a sentence."""
    return frozenset(_INNER_NAME.findall(text))


def prefix_kind(prefix: str, outlets: OutletIndex, names: frozenset[str], *, shouted: bool = False) -> PrefixKind:
    """What stands before the colon: `outlet`, `speaker` or neither. `shouted`: the whole headline is in capitals."""
    if outlets.prefix(prefix):
        return "outlet"
    words = prefix.split()
    lower = [word.lower() for word in words]
    if (
        len(words) > 6
        or _NUMBERED.match(prefix)
        or " ".join(lower) in _lowered("topics")
        or prefix in _lowered("places", as_is=True)
    ):
        return ""
    if _is_office(words, lower) or (_is_body(lower) and lower[-2:] not in (["news", "agency"], ["press", "agency"])):
        return "speaker"
    if _is_outlet(words, names, shouted=shouted):
        return "outlet"
    return "speaker" if _is_name(words, names, shouted=shouted) else ""


def _is_outlet(words: list[str], names: frozenset[str], *, shouted: bool) -> bool:
    """Whether an unknown name is a publisher's: "Harbour Gazette", "The Parterre", "BuzzLine", "Euroscope"."""
    if shouted or not all(word[:1].isupper() or word.lower() in _SMALL for word in words):
        return False
    if _has_media_word(words):
        return not {word.lower() for word in words}.issubset(_lowered("topics"))
    if len(words) == 2 and words[0] == "The":
        return (
            words[1] not in names and not _is_word(words[1].lower()) and words[1] not in _lowered("places", as_is=True)
        )
    return len(words) == 1 and words[0] not in names and bool(_COINED.fullmatch(words[0]))


def _has_media_word(words: list[str]) -> bool:
    """As in "Harbour Gazette", "Radio Kestrel", "Voice of the Fens": last, first of some, or before "of"."""
    if len(words) not in range(2, 6):
        return False
    media = frozenset(rules("outlets")["media_words"]) | _lowered("outlet_words", as_is=True)
    governs = any(word in media and after == "of" for word, after in pairwise(words))
    return words[-1] in media or words[0] in _lowered("outlet_openers", as_is=True) or governs


def _is_office(words: list[str], lower: list[str]) -> bool:
    titles, lower = _lowered("titles"), [word.removeprefix("ex-") for word in lower]
    if lower[-1] in titles:
        return all(word not in ("for", "the", "a", "what", "how", "why") for word in lower[1:])
    return any(title in titles for title in lower[:-1]) and all(word[:1].isupper() for word in words)


def _is_body(lower: list[str]) -> bool:
    bodies = _lowered("bodies")
    return (lower[-1] in bodies or " ".join(lower[-2:]) in bodies) and len(lower) <= 4


def _is_name(words: list[str], names: frozenset[str], *, shouted: bool) -> bool:
    if not all(word[:1].isupper() or word in _PARTICLES for word in words) or len(words) > 5 or shouted:
        return False
    if len(words) == 1 and words[0].isupper():
        return (
            len(words[0]) in range(2, 7)
            and words[0] not in rules("prefixes")["topic_acronyms"]
            and not words[0][-1].isdigit()
        )
    places, topics = _lowered("places", as_is=True), _lowered("topics")
    plain = [word.replace("’", "'").removesuffix("'s") for word in words if word not in _PARTICLES]
    if any(word in places or word.lower() in topics for word in plain):
        return False
    return any(word in names or not _is_word(word.lower()) for word in plain)


@cache
def _is_word(word: str) -> bool:
    return any(getAllLemmas(part) for part in re.split(r"[^\w']+", word) if part)


@cache
def _lowered(key: str, *, as_is: bool = False) -> frozenset[str]:
    words = rules("prefixes")[key]
    return frozenset(words if as_is else (word.lower() for word in words))
