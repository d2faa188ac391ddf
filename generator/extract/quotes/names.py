"""Names of speakers whom the article's actors do not hold, without their titles and in full where the text has them so."""

import re
from functools import cache

from slugify import slugify

from generator.extract.actors.persons import plural_roles
from generator.extract.grammar.classes import classes
from generator.extract.lexicon import rules
from generator.extract.quotes.nouns import Range
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.words import lists

_RUN = re.compile(r"[^\W\d_][\w’'-]*(?:[ ][^\W\d_][\w’'-]*)*")
_LONGEST = 4  # words of a name
_TITLES = ("honorifics", "offices", "ranks", "judicial", "roles", "modifiers")


@cache
def _before_names() -> frozenset[str]:
    """Words that stand before a name and are none of it."""
    known = classes()
    titles = {word for group in _TITLES for title in rules("titles")[group] for word in title.split()}
    return frozenset(titles) | known.det | known.prep | known.sub | known.coord | known.adverb


def name_in(segment: Segment, subject: Range, full: dict[str, str]) -> str:
    """A slug of the proper name that ends the phrase, "" where it ends in a common noun or in one of several names, or is of
    somebody's "friends". `full`: see `full_names`."""
    first, last = subject
    start = last
    while start > first and (
        segment.tokens[start - 1].text[0].isupper() or (segment.words[start - 1] == "." and start - 1 > first)
    ):
        start -= 1
    if start > first and segment.words[start - 1] == "and":
        return ""
    if segment.words[start:last] and segment.words[last - 1] in lists().alone:
        return ""
    if start - 1 > first and segment.words[start - 1] == "of" and segment.words[start - 2] in plural_roles():
        return ""
    words = _bare([token.text for token in segment.tokens[start:last] if token.is_word])
    return full.get(words[0].lower(), slugify(words[0])) if len(words) == 1 else slugify(" ".join(words))


def full_names(text: str) -> dict[str, str]:
    """The slug of the first name of several words that ends in each word, by that word in lower case."""
    found: dict[str, str] = {}
    for line in _RUN.finditer(text):
        run: list[str] = []
        for word in (*line.group().split(" "), ""):
            if word[:1].isupper():
                run.append(word)
                continue
            name = _bare(run)
            if 1 < len(name) <= _LONGEST:
                found.setdefault(name[-1].lower(), slugify(" ".join(name)))
            run = []
    return found


def _bare(words: list[str]) -> list[str]:
    """The words of a name without titles before it; a title that stands alone is kept."""
    start = 0
    while start < len(words) - 1 and words[start].lower() in _before_names():
        start += 1
    return words[start:]
