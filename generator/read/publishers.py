"""Which names beside a headline are a publisher's: by the list of outlets, their shape, the link's address, or the place."""

import re
from functools import cache
from itertools import pairwise

from lemminflect import getAllLemmas

from generator.read.evidence import Evidence
from generator.read.outlets import OutletIndex, host_of
from generator.read.rules import rules
from generator.read.tails import outlet_head

_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|media|news|tv|[a-z]{2})", re.IGNORECASE)
_STATION = re.compile(r"[KW][A-Z]{3}(?:[- ](?:TV|FM|AM|\d{1,2}))?|[A-Z]{2,5}(?: ?TV|FM)\d{0,2}|TV\w{1,3}")
_SMALL = frozenset(
    ("of", "the", "and", "&", "de", "la", "le", "el", "di", "für", "in", "for", "on", "du", "des", "del", "da", "do")
)
_RADIO = re.compile(r"(?:.*(?:ish|ian|ean|ese|an|ch|i|k|ss|yz|lsh)|UK|US|EU|Foreign|Deputy|Former|Ex)\s+FM")


def is_outlet_name(name: str, outlets: OutletIndex, known: Evidence, *, headline: str = "") -> bool:
    """Whether `name` is a known outlet's or one that the article calls so, also with its kind of piece: "Reuters exclusive".
    One that is a common word counts by its capital, and as long as no `headline` in small letters makes it a topic."""
    bare = outlet_head(name)
    if " " not in bare and known.knows_person(bare):
        return False
    found = outlets.find(bare) if not _DOMAIN.fullmatch(bare) else None
    if found and found.near and bare.isupper() and known.words and known.words.isdisjoint(found.near):
        return False
    if found and found.common:
        return (
            bare == name
            and bare[:1].isupper()
            and not headline[:1].islower()
            and (bare.lower() not in lowered("topics") or bare in known.publishers)
            and (bare in (found.name, *found.aliases) or f"The {bare}" == found.name)
        )
    called = bare in known.publishers - lowered("places", as_is=True)
    return found is not None or bool(_DOMAIN.fullmatch(bare)) or called or _ends_known(bare, known)


def _ends_known(name: str, known: Evidence) -> bool:
    """As "The Beacon" does where the article speaks of the Askel Beacon."""
    last = name.removeprefix("The ")
    return last in rules("outlets")["media_words"] and any(one.endswith(f" {last}") for one in known.publishers)


def is_branch(words: list[str], outlets: OutletIndex) -> bool:
    """A part of a known outlet: "Bloomberg Law", "AP Fact Check"."""
    capitals = all(word[:1].isupper() or word.isdigit() for word in words)
    head = outlets.find(words[0]) if len(words) in (2, 3, 4) and capitals else None
    return head is not None and not head.common


def is_hosted(name: str, url: str, known: Evidence) -> bool:
    """Whether the address of the headline is `name`'s own: "Falke" at falke.at. Companies and people have addresses too, so
    nobody's counts who speaks in the text or is a company by its name."""
    labels = host_of(url).split(".")[:-1] if url.startswith("http") else []
    whole = re.sub(r"\W+|^the\s+", "", name, flags=re.IGNORECASE).casefold()
    own = any(re.sub(r"\W+", "", label).removeprefix("the") == whole.removeprefix("the") for label in labels)
    firm = name.rsplit(maxsplit=1)[-1] in lowered("firm_words", as_is=True)
    return own and len(whole) > 2 and name[:1].isupper() and not firm and name not in known.speakers


def looks_published(name: str, known: Evidence, *, shouted: bool = False) -> bool:
    """Whether an unknown name is a publisher's: "Harbour Gazette", "The Parterre", "Euroscope", "WXYZ", "Der Bote"."""
    words = name.split()
    if shouted or not words or not all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in words):
        return False
    if name in lowered("journals", as_is=True):
        return len(words) > 1 or name in known.publishers or not known.tells_of(name)
    if len(words) == 1:
        return _is_coined(name, known)
    if words[-1] == "FM":
        return not _RADIO.fullmatch(name) and words[0] not in lowered("places", as_is=True)
    if _has_media_word(words):
        return not {word.lower() for word in words}.issubset(lowered("topics") | lowered("topic_nouns"))
    return (
        len(words) == 2 and words[0] in ("The", *lowered("foreign_articles", as_is=True)) and _is_title(words[1], known)
    )


def _is_coined(name: str, known: Evidence) -> bool:
    """One word made up for a publisher, or the call sign of a station: "Euroscope", "WXYZ"."""
    if name in known.names or name.lower() in lowered("topics"):
        return False
    station = _STATION.fullmatch(name) and name not in lowered("no_stations", as_is=True)
    return bool(station or _coined().fullmatch(name))


def _is_title(word: str, known: Evidence) -> bool:
    """A paper's name behind its article: "Lantern" of "The Lantern"."""
    called = any(publisher.endswith(f" {word}") for publisher in known.publishers)
    return (called or word not in known.names) and not _is_known_thing(word)


def may_publish(name: str, known: Evidence, *, plain: bool = True, behind: bool = False) -> bool:
    """Whether a name of which nothing else is known is a publisher's where only publishers and topics stand: before a bar,
    behind a headline, in brackets. It has capitals, the text has none of its words, and it is neither a topic, a body nor a
    place. `plain`: the headline is not in capitals, so that an ordinary word with one is a name; `behind`: it stands behind the
    headline, where few topics do."""
    words = name.split()
    capitals = all(word[:1].isupper() or word in _SMALL for word in words) and name[:1].isupper()
    if not capitals or len(words) not in range(1, 5) or any(_is_common(word) for word in words) or name[-1] in ".!?:":
        return False
    if known.tells_of(name) or any(name.endswith(f" {word}") for word in lowered("firm_words", as_is=True)):
        return False
    made = [word for word in words if word not in _SMALL and not is_word(word.lower())]
    return bool(made) or (plain and (behind or len(words) == 1) and _is_thing(words[-1].lower()))


def is_titled(name: str, known: Evidence) -> bool:
    """Whether a name before a dash or bar is a publisher's by its form: an acronym, or words that end like a trade paper's
    ("Crane International"), which the text does not have."""
    words = name.split()
    if len(words) == 1:
        topical = name in rules("prefixes")["topic_acronyms"] or name.lower() in lowered("topics")
        return (
            name.isalpha() and name.isupper() and len(name) in range(2, 6) and not topical and name not in known.words
        )
    capitals = len(words) in range(2, 5) and all(word[:1].isupper() or word in _SMALL for word in words)
    return capitals and words[-1] in lowered("trade_words", as_is=True) and not known.words.issuperset(words)


def _is_common(word: str) -> bool:
    """A topic, a body, a title, a place or a given name."""
    lists = ("topics", "topic_nouns", "genres", "bodies", "titles", "kin", "leaders", "function_words", "pronouns")
    named = (*lowered("places", as_is=True), *lowered("given_names", as_is=True), *lowered("first_names", as_is=True))
    small = word.lower() in _SMALL
    return not small and (any(word.lower() in lowered(key) for key in lists) or word in frozenset(named))


def _is_thing(word: str) -> bool:
    """One thing or deed ("plover", "falter"), not several, and not what goes on ("farming", "cuts")."""
    return not word.endswith(("ing", "s", "ly", "ed", "ism", "ics", "tion"))


def _is_known_thing(word: str) -> bool:
    """A place, a topic, or something everybody calls by "the": "The Hague", "The Budget", "The Ashes"."""
    known = lowered("topics") | lowered("topic_nouns") | lowered("bodies") | lowered("the_things")
    return word.lower() in known or word in lowered("places", as_is=True)


def _has_media_word(words: list[str]) -> bool:
    """As in "Harbour Gazette", "Radio Kestrel", "Voice of the Fens", "KDLN 8 News": last, first of some, or before "of"."""
    if len(words) not in range(2, 7):
        return False
    media = frozenset(rules("outlets")["media_words"]) | lowered("outlet_words", as_is=True)
    governs = any(word in media and after == "of" for word, after in pairwise(words))
    coined = len(words[-1]) > 4 and words[-1].lower() in rules("prefixes")["coined_endings"]
    return coined or words[-1] in media or words[0] in lowered("outlet_openers", as_is=True) or governs


def is_word(word: str) -> bool:
    """Whether a lexicon of nouns and verbs, or the list of other words, has `word`."""
    return word in lowered("function_words") or any(getAllLemmas(part) for part in re.split(r"[^\w']+", word) if part)


@cache
def _coined() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]\w{{2,}}(?:{'|'.join(rules('prefixes')['coined_endings'])})", re.IGNORECASE)


@cache
def lowered(key: str, *, as_is: bool = False) -> frozenset[str]:
    """The words of `key` in rules/prefixes.yaml, in small letters or as they are."""
    words = rules("prefixes")[key]
    return frozenset(words if as_is else (word.lower() for word in words))
