"""What the text of an article tells of the names that may stand before the colon of a related headline."""

import re
from functools import cache

import msgspec

from generator.read.rules import alternatives, rules

_UPPER = "[A-Z\u00c0-\u00de\u0100-\u017f]"
_NAME = r"[A-Z][\w’'&-]*(?: (?:of|the|and|de|la|&) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,4}"
_PARTICLES = "de|van|von|der|den|al|el|bin|ibn|da|di|la|le|du|dos|ter"
_FULL = rf"{_UPPER}[\w’'-]*(?: (?:(?:{_PARTICLES}) ){{0,2}}{_UPPER}[\w’'-]+){{0,3}}"
_INNER_NAME = re.compile(r"(?<=[^\W\d_] )[A-Z][\w’'-]+")
_SPEECH = (
    "said|says|told|tells|added|adds|announced|denied|denies|confirmed|warned|warns|claimed|claims|insisted|insists|"
    "declined|refused|agreed|argued|argues|wrote|writes|believes|apologised|apologized|replied|promised|stressed|noted"
)
_SPEAKERS = re.compile(rf"\b([A-Z][\w’-]+) (?:{_SPEECH})\b|\b(?:{_SPEECH}) (?:Mr |Ms |Mrs |Dr )?([A-Z][\w’-]+)")
_SPEAKING = re.compile(
    rf"(?<!\w)({_FULL}) (?:has |have |had |also )?(?:{_SPEECH}|recalls|thinks|accused|rejected|called)\b"
)
_SPOKEN_BY = re.compile(rf"\b(?:said|says|adds|added|recalls|warned|according to) ({_FULL})")
_IN_APPOSITION = re.compile(rf"(?<!\w)({_FULL}), (?:\d\d\b|who\b|whose\b)")
_SITES = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|across|around|outside|into) ([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?!['’]s\b)")
_LIVED_IN = re.compile(r"\b([A-Z][\w-]+) (?:residents|villagers|townspeople|islanders|locals|households)\b")
# to whom somebody speaks, where something was printed, and what is called a paper
_HEARERS = re.compile(r"\b(?:told|interview with|speaking to|spoke to) (?:the )?([A-Z]\w+)\b(?! [A-Z])")
_HEARERS_OF_MANY_WORDS = re.compile(
    r"\b(?:told|interview with|speaking to|spoke to) the ((?:[A-Z][\w-]+ ){1,3}[A-Z][\w-]+)"
    r"(?=[.,;]| (?:that|he|she|they|it|there|in|on|last|this|after|before)\b)"
)
_PRINTED = re.compile(
    rf"\b(?:published|appeared|printed|reported|broadcast|aired)(?: \w+){{0,2}} (?:in|on|by) (?:the )?({_NAME})"
)
_TRADE = (
    r"(?:newspaper|journal|magazine|daily|weekly|broadcaster|tabloid|news agency|website|news site|outlet|podcast|blog)"
)
_CALLED = re.compile(rf"\b{_TRADE},? (?:the )?({_NAME})")
_CALLED_BEHIND = re.compile(rf"\b({_NAME})(?: {_TRADE}\b(?! [A-Z])|, (?:a|an|the)(?: \w+)? {_TRADE}\b)")
_ACTORS = re.compile(r"\b([A-Z]\w+)(?:['’]s\b| (?:said|says|was|is|had|has|told|added)\b)")
_ENOUGH = 200_000  # characters of an article that tell who is who
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Evidence(msgspec.Struct, frozen=True):
    """`names`: words written with a capital inside a sentence, or that speak; `sites`: names something happens in, and that
    nobody lets speak; `publishers`: names that print, or that somebody speaks to, and that do nothing else; `speakers`: those
    who speak, are of an age or bear a title, by full name and by surname; `words`: every word of the text as written."""

    names: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def tells_of(self, name: str) -> bool:
        """Whether any word of `name` stands in the text, in any form."""
        return any(word in self.words or word.lower() in self.words for word in _WORDS.findall(name) if len(word) > 2)

    def knows_person(self, name: str) -> bool:
        """Whether `name` is a person's who speaks or bears a title in the text: a full name, or the surname of one."""
        return name in self.speakers and (" " in name or any(one.endswith(f" {name}") for one in self.speakers))


def evidence_of(text: str, author: str = "") -> Evidence:
    """What `text`, the article without its lists, tells of names. `author`: who wrote it, and so may speak."""
    text = text[:_ENOUGH]
    speakers = _found(_SPEAKERS, text)
    called = _found(_CALLED, text) | _found(_CALLED_BEHIND, text) | _found(_PRINTED, text)
    called |= _found(_HEARERS_OF_MANY_WORDS, text)
    return Evidence(
        frozenset(_INNER_NAME.findall(text)) | speakers,
        frozenset(site for site in _found(_SITES, text) | _found(_LIVED_IN, text) if speakers.isdisjoint(site.split())),
        (_found(_HEARERS, text) - _found(_ACTORS, text)) | called,
        _speakers(f"{text}\nMr {author}" if author else text) - called,
        frozenset(_WORDS.findall(text)),
    )


def _speakers(text: str) -> frozenset[str]:
    patterns = (_SPEAKING, _SPOKEN_BY, _IN_APPOSITION, _titled())
    whole = {re.sub(r"['’]s$", "", name) for pattern in patterns for name in _found(pattern, text)}
    bare = {
        re.sub(r"^(?:The|But|And|Yet|When|As|While|If|That|Mr|Mrs|Ms|Dr|Sir|Lord|Lady) ", "", name) for name in whole
    }
    return frozenset(bare | {name.split()[-1] for name in bare}) - _no_names()


@cache
def _titled() -> re.Pattern[str]:
    words = rules("prefixes")
    titles = alternatives([*words["titles"], *words["honorifics"]])
    return re.compile(rf"\b(?i:{titles})[.,]? (?:Mr |Ms |Mrs |Dr |Sir )?({_FULL})")


@cache
def _no_names() -> frozenset[str]:
    """Capitals that are nobody's name: days, months, and words that begin a sentence."""
    dates = rules("dates")
    months = (name for months in dates["months"].values() for name in months)
    words = (*months, *dates["weekdays"], *rules("prefixes")["function_words"], *rules("prefixes")["pronouns"])
    return frozenset(word.capitalize() for word in words) | {"I"}


def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(name for match in pattern.finditer(text) for name in match.groups() if name)
