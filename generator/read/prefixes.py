"""What stands before the colon of a related headline, or behind its dash: who published it, who speaks, or a mere topic."""

import re
from functools import cache
from itertools import pairwise

from lemminflect import getAllLemmas

from generator.model.text import PrefixKind
from generator.read.evidence import Evidence
from generator.read.outlets import OutletIndex
from generator.read.rules import rules

_NUMBERED = re.compile(r"(?:day|week|part|episode|chapter|no\.?|round|game|stage|\W*\d)\b[\s\d.,]*", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|media|news|tv|[a-z]{2})")
_STATION = re.compile(r"[KW][A-Z]{3}(?:[- ](?:TV|FM|AM|\d{1,2}))?|[A-Z]{2,5}(?: ?TV|FM)\d{0,2}|TV\w{1,3}")
_SMALL = frozenset(
    ("of", "the", "and", "&", "de", "la", "le", "el", "di", "für", "in", "for", "on", "du", "des", "del", "da", "do")
)
_PARTICLES = frozenset(
    ("and", "&", "of", "de", "van", "von", "der", "al", "el", "bin", "ibn", "da", "di", "la", "le", "du", "dos", "ter")
)
_LONGEST = 6  # words
_BINDERS = frozenset(("to", "the", "a", "an", "in", "on", "at", "from", "by", "with", "is", "are"))
_NO_OFFICE = frozenset(("for", "the", "a", "what", "how", "why", "who", "when", "is", "are"))


def prefix_kind(
    prefix: str, outlets: OutletIndex, known: Evidence, *, headline: str = "", shouted: bool = False
) -> PrefixKind:
    """What `prefix` is before a colon: `outlet`, `speaker` or neither. `headline` is what follows it, by which a name may be
    seen to be only the topic; `shouted`: the whole line is in capitals."""
    words = prefix.split()
    lower = [word.lower() for word in words]
    speaks = _is_office(words, lower) or _is_agency(words, lower)
    if is_outlet_name(prefix, outlets, known) or (_is_branch(words, outlets) and not speaks):
        return "outlet"
    happens = len(words) == 1 and lower[0] in _lowered("topic_nouns") and prefix not in known.names
    if len(words) > _LONGEST or _NUMBERED.match(prefix) or happens or _is_topic(prefix, lower):
        return ""
    if not speaks and looks_published(prefix, known, shouted=shouted):
        return "outlet"
    is_named = _is_name(words, known, shouted=shouted) and not _topic_headline().match(headline)
    return "speaker" if speaks or is_named else ""


def is_outlet_name(name: str, outlets: OutletIndex, known: Evidence) -> bool:
    """Whether `name` is a known outlet's or one that the article calls so, also with its kind of piece: "Reuters exclusive"."""
    bare = re.sub(r"\s+(?:exclusive|investigation|analysis|report|explains|poll)$", "", name, flags=re.IGNORECASE)
    found = outlets.find(bare) if not _DOMAIN.fullmatch(bare) else None
    if found and found.common:
        return (
            bare[:1].isupper()
            and (bare.lower() not in _lowered("topics") or bare in known.publishers)
            and (bare in (found.name, *found.aliases) or f"The {bare}" == found.name)
        )
    return (
        found is not None or bool(_DOMAIN.fullmatch(bare)) or bare in known.publishers - _lowered("places", as_is=True)
    )


def _is_branch(words: list[str], outlets: OutletIndex) -> bool:
    """A part of a known outlet: "Bloomberg Law", "AP Fact Check"."""
    capitals = all(word[:1].isupper() or word.isdigit() for word in words)
    head = outlets.find(words[0]) if len(words) in (2, 3, 4) and capitals else None
    return head is not None and not head.common


def _is_agency(words: list[str], lower: list[str]) -> bool:
    return _is_body(words, lower) and lower[-2:] not in (["news", "agency"], ["press", "agency"])


def looks_published(name: str, known: Evidence, *, shouted: bool = False) -> bool:
    """Whether an unknown name is a publisher's: "Harbour Gazette", "The Parterre", "Euroscope", "WXYZ", "Der Bote"."""
    words = name.split()
    if shouted or not words or not all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in words):
        return False
    if _has_media_word(words):
        return not {word.lower() for word in words}.issubset(_lowered("topics") | _lowered("topic_nouns"))
    if len(words) == 2 and words[0] in ("The", *_lowered("foreign_articles", as_is=True)):
        called = any(publisher.endswith(f" {words[1]}") for publisher in known.publishers)
        return (called or words[1] not in known.names) and not _is_known_thing(words[1])
    if len(words) != 1 or name in known.names:
        return False
    stations = _STATION.fullmatch(name) and name not in _lowered("no_stations", as_is=True)
    return bool(stations or _coined().fullmatch(name))


def _is_known_thing(word: str) -> bool:
    """A place, a topic, or something everybody calls by "the": "The Hague", "The Budget", "The Ashes"."""
    known = _lowered("topics") | _lowered("topic_nouns") | _lowered("bodies") | _lowered("the_things")
    return word.lower() in known or word in _lowered("places", as_is=True)


def _is_topic(prefix: str, lower: list[str]) -> bool:
    genre = prefix.lower() in _lowered("topics") or (len(lower) > 1 and lower[-1] in _lowered("genres"))
    named = len(lower) > 1 and (lower[0] in _lowered("topic_openers") or lower[-1] in _lowered("topic_nouns"))
    body = prefix.lower() in _lowered("bodies")
    return genre or (named and not body) or prefix in _lowered("places", as_is=True)


def _has_media_word(words: list[str]) -> bool:
    """As in "Harbour Gazette", "Radio Kestrel", "Voice of the Fens", "KDLN 8 News": last, first of some, or before "of"."""
    if len(words) not in range(2, 7):
        return False
    media = frozenset(rules("outlets")["media_words"]) | _lowered("outlet_words", as_is=True)
    governs = any(word in media and after == "of" for word, after in pairwise(words))
    return words[-1] in media or words[0] in _lowered("outlet_openers", as_is=True) or governs


def _is_office(words: list[str], lower: list[str]) -> bool:
    titles, lower = _lowered("titles"), [word.removeprefix("ex-").rstrip(".") for word in lower]
    if lower[-1] in titles:
        return all(word not in _NO_OFFICE for word in lower[1:])
    of = lower.index("of") if "of" in lower else len(lower)
    governs = 0 < of < len(lower) - 1 and lower[of - 1] in titles | _lowered("kin")
    return governs or (any(title in titles for title in lower[:-1]) and all(word[:1].isupper() for word in words))


def _is_body(words: list[str], lower: list[str]) -> bool:
    """As in "Ferry operator", "Ministry of Defence", "Department for Transport", "Ukraine's General Staff"."""
    bodies = _lowered("bodies")
    first = lower[1] if len(lower) > 1 and lower[0].endswith(("'s", "’s")) else lower[0]
    governs = first in bodies and any(word in ("of", "for", "on") for word in lower[1:-1]) and words[-1][:1].isupper()
    last = lower[-1] in bodies or " ".join(lower[-2:]) in bodies
    whole = " ".join(lower) in bodies
    return whole or governs or (last and len(lower) <= 4 and _BINDERS.isdisjoint(lower[1:]))


def _is_name(words: list[str], known: Evidence, *, shouted: bool) -> bool:
    if not all(word[:1].isupper() or word in _PARTICLES for word in words) or len(words) > 5 or shouted:
        return False
    if len(words) == 1 and words[0].isupper():
        acronym = words[0]
        return (
            len(acronym) in range(2, 7)
            and acronym not in rules("prefixes")["topic_acronyms"]
            and not acronym[-1].isdigit()
        )
    places = _lowered("places", as_is=True)
    plain = [re.sub(r"['’]s$|[.,]$", "", word) for word in words if word not in _PARTICLES]
    owner = len(plain) > 1 and words[0].endswith(("'s", "’s"))
    telling = [word for word in plain[owner:] if word not in places]
    whole = " ".join(plain)
    if (
        whole in known.sites | places
        or plain[-1][-1:].isdigit()
        or all(word.lower() in _lowered("topics") for word in telling)
    ):
        return False
    given = len(plain) > 1 and plain[0] in _lowered("given_names", as_is=True)
    return given or any(word in known.names or not _is_word(word.lower()) for word in telling)


@cache
def _is_word(word: str) -> bool:
    return word in _lowered("function_words") or any(getAllLemmas(part) for part in re.split(r"[^\w']+", word) if part)


@cache
def _coined() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]\w{{2,}}(?:{'|'.join(rules('prefixes')['coined_endings'])})", re.IGNORECASE)


@cache
def _topic_headline() -> re.Pattern[str]:
    return re.compile("|".join(rules("prefixes")["topic_headlines"]))


@cache
def _lowered(key: str, *, as_is: bool = False) -> frozenset[str]:
    words = rules("prefixes")[key]
    return frozenset(words if as_is else (word.lower() for word in words))
