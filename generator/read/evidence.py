"""What the text of an article tells of the names that may stand before the colon of a related headline."""

import re

import msgspec

_NAME = r"[A-Z][\w’'&-]*(?: (?:of|the|and|de|la|&) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,4}"
_INNER_NAME = re.compile(r"(?<=[^\W\d_] )[A-Z][\w’'-]+")
_SPEECH = (
    "said|says|told|tells|added|adds|announced|denied|denies|confirmed|warned|warns|claimed|claims|insisted|insists|"
    "declined|refused|agreed|argued|argues|wrote|writes|believes|apologised|apologized|replied|promised|stressed|noted"
)
_SPEAKERS = re.compile(rf"\b([A-Z][\w’-]+) (?:{_SPEECH})\b|\b(?:{_SPEECH}) (?:Mr |Ms |Mrs |Dr )?([A-Z][\w’-]+)")
_SITES = re.compile(r"\b(?:[Ii]n|[Nn]ear|across|around|outside|into) ([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?!['’]s\b)")
# to whom somebody speaks, where something was printed, and what is called a paper
_HEARERS = re.compile(r"\b(?:told|interview with|speaking to|spoke to) (?:the )?([A-Z]\w+)\b(?! [A-Z])")
_HEARERS_OF_MANY_WORDS = re.compile(
    r"\b(?:told|interview with|speaking to|spoke to) the ((?:[A-Z][\w-]+ ){1,3}[A-Z][\w-]+)"
    r"(?=[.,;]| (?:that|he|she|they|it|there|in|on|last|this|after|before)\b)"
)
_PRINTED = re.compile(
    rf"\b(?:published|appeared|printed|reported|broadcast|aired)(?: \w+){{0,2}} (?:in|on) (?:the )?({_NAME})"
)
_TRADE = (
    r"(?:newspaper|journal|magazine|daily|weekly|broadcaster|tabloid|news agency|website|news site|outlet|podcast|blog)"
)
_CALLED = re.compile(rf"\b{_TRADE},? (?:the )?({_NAME})|\b({_NAME})(?: {_TRADE}\b|, (?:a|an|the)(?: \w+)? {_TRADE}\b)")
_ACTORS = re.compile(r"\b([A-Z]\w+)(?:['’]s\b| (?:said|says|was|is|had|has|told|added)\b)")


class Evidence(msgspec.Struct, frozen=True):
    """`names`: words written with a capital inside a sentence, or that speak; `sites`: names something happens in, and that
    nobody lets speak; `publishers`: names that print, or that somebody speaks to, and that do nothing else."""

    names: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()


def evidence_of(text: str) -> Evidence:
    """What `text`, the article without its lists, tells of names."""
    speakers = _found(_SPEAKERS, text)
    called = _found(_CALLED, text) | _found(_PRINTED, text) | _found(_HEARERS_OF_MANY_WORDS, text)
    return Evidence(
        frozenset(_INNER_NAME.findall(text)) | speakers,
        frozenset(site for site in _found(_SITES, text) if speakers.isdisjoint(site.split())),
        (_found(_HEARERS, text) - _found(_ACTORS, text)) | called,
    )


def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(name for match in pattern.finditer(text) for name in match.groups() if name)
