"""The words of an article in flat rows, folded for comparing: the ground all name rules stand on."""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from lemminflect import getAllLemmas

from generator.extract.context import Context
from generator.extract.lexicon import form, rules

_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'", "ʼ": "'"}
)
_OPENERS = frozenset("“„«\"'‘:•-–—*(")
_HUMP = re.compile(r"[a-z]{1,5}[A-Z][a-z]{2}")  # "easyJet", not "mRNA"
_PARENT = re.compile(r"[a-z]-of-(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$")
_SYLLABLES = frozenset(("won", "sung", "hung"))  # of Korean given names
_ARABIC = re.compile(r"(?:[ae]l|d|de|ibn|bin)[-'’‐‑][^\W\d_]", re.UNICODE)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """In lower case, accents and curly apostrophes straightened: `Türkiye` -> `turkiye`, `Łódź` -> `lodz`."""
    low = text.lower()
    if low.isascii():
        return low
    decomposed = unicodedata.normalize("NFKD", low.translate(_SPECIAL))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def is_latin(text: str) -> bool:
    """True when the word begins with a Latin letter; in other scripts only known names are found."""
    return text[0] < "\u0250" or "\u1e00" <= text[0] < "\u1f00"


@lru_cache(maxsize=100_000)
def skeleton(text: str) -> str:
    """A name's spelling with the differences of transliteration taken out: `Zelenskyy`, `Zelenskiy` and `Zelensky` agree."""
    low = fold(text)
    low = re.sub(r"[iyj]+", "i", low.replace("kh", "h").replace("ph", "f").replace("w", "v").replace("yev", "ev"))
    return re.sub(r"(.)\1", r"\1", low.replace("ck", "k").replace("tz", "c").replace("ts", "c"))


@lru_cache(maxsize=50_000)
def is_common(low: str) -> bool:
    """True when the lexicon knows the word as a noun, verb, adjective or adverb; names it does not."""
    return bool(getAllLemmas(low))


@lru_cache(maxsize=50_000)
def is_plural(low: str) -> bool:
    """True for the plural of a noun: `lawyers`, `men`, `people`."""
    nouns = getAllLemmas(low).get("NOUN", ())
    return low == "people" or (bool(nouns) and low not in nouns)


@cache
def stopwords() -> frozenset[str]:
    """Closed-class and calendar words: capitalised, they open a sentence and no name."""
    grammar = rules("grammar")
    classes = (
        "determiners",
        "prepositions",
        "coordinators",
        "relatives",
        "subordinators",
        "subject_pronouns",
        "object_pronouns",
        "negations",
        "adverbs",
    )
    words = {word for name in classes for word in grammar[name]}
    words |= {word for name in ("modals", "be", "have", "do") for word in grammar[name]}
    return frozenset(words | set(rules("pronouns")["not_names"])) - {"us"}


class Words(NamedTuple):
    """Rows of equal length, one place a token. `low` is folded; `sentence` its sentence's index; `capital` begins like a name;
    `first` opens a sentence, quotation or line; `quoted` inside quotation marks. `shouting`: sentences in capitals
    throughout, in headline capitals, or a line of two or three capitalised words, by index."""

    text: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    sentence: list[int]
    capital: list[bool]
    first: list[bool]
    quoted: list[bool]
    shouting: frozenset[int]

    def slice(self, source: str, first: int, last: int) -> str:
        """The text of the words [first, last), exactly as written."""
        return source[self.start[first] : self.end[last - 1]]

    def joined(self, first: int, last: int) -> bool:
        """True when the words [first, last) are all of one sentence."""
        return last <= len(self.text) and self.sentence[first] == self.sentence[last - 1]


def pairs_inside(words: Words) -> frozenset[tuple[str, str]]:
    """The pairs of folded words that stand capitalised side by side inside a sentence, where nothing but a name is."""
    capital, told = words.capital, words.shouting
    return frozenset(
        (words.low[at], words.low[at + 1])
        for at in range(len(words.low) - 1)
        if capital[at] and capital[at + 1] and not words.first[at] and words.sentence[at] not in told
    )


def words_of(context: Context) -> Words:
    """Flatten the sentences of `context`."""
    words = Words([], [], [], [], [], [], [], [], _shouting(context))
    quoted, paragraph = False, -1
    for index, tokens in enumerate(context.tokens):
        if context.sentences[index].paragraph != paragraph:
            quoted, paragraph = False, context.sentences[index].paragraph
        opens = True
        for token in tokens:
            text = token.text
            quoted = _quoted(text, quoted)
            words.text.append(text)
            words.low.append(fold(text))
            words.start.append(token.start)
            words.end.append(token.end)
            words.sentence.append(index)
            words.capital.append(_is_capital(text))
            words.first.append(opens and text[0].isalpha())
            words.quoted.append(quoted)
            opens = text in _OPENERS or (opens and not text[0].isalnum())
    return words


def _is_capital(text: str) -> bool:
    """True for a word that begins like a name; "Ivy-trained", "US-backed", "Six-year-old" and "Mother-of-two" end like none."""
    if text.endswith("-year-old") or _PARENT.search(text) or text.startswith(("Ex-", "Then-")):
        return False
    if text[0].isupper():
        _, hyphen, last = text.rpartition("-")
        joined = hyphen and last.islower() and last not in _SYLLABLES
        return not (joined and bool(form(last).tags & {"VBN", "VBG"}))
    return bool(_ARABIC.match(text) or _HUMP.match(text)) and not text.islower()


def _quoted(mark: str, quoted: bool) -> bool:  # noqa: FBT001 - the state of the scan
    if mark in "“„«":
        return True
    if mark in "”»":
        return False
    return not quoted if mark == '"' else quoted


def _shouting(context: Context) -> frozenset[int]:
    grammar = rules("grammar")
    small = {word for name in ("determiners", "prepositions", "coordinators") for word in grammar[name]} | {"to", "as"}
    found = set()
    lines = Counter(sentence.paragraph for sentence in context.sentences)
    for index, tokens in enumerate(context.tokens):
        told = [token.text for token in tokens if token.text[0].isalpha() and token.text not in small]
        shouted = len(told) >= 3 and all(map(str.isupper, told))
        capitals = sum(word[0].isupper() for word in told)
        stopped = bool(tokens) and tokens[-1].text == "."
        headline = len(told) >= (6 if stopped else 4) and capitals >= (1 if stopped else 0.85) * len(told)
        alone = not stopped and lines[context.sentences[index].paragraph] == 1
        byline = (
            alone and len(told) in (2, 3) and capitals == len(told) == sum(token.text[0].isalpha() for token in tokens)
        )
        listed = stopped is False and told[:1] in (["Source"], ["Sources"])
        if (shouted or headline or byline) and not listed:
            found.add(index)
    return frozenset(found)
