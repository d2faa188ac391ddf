"""A quotation where it stands: its words, and whether they are a sentence, a fragment or a title."""

import re
from functools import cached_property

from generator.extract.grammar.classes import classes
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.segments import FOLDED, MARKS, Segment
from generator.extract.quotes.words import lists

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Quotation:
    """The quotation at token `at` of `segment`. Immutable by habit."""

    def __init__(self, segment: Segment, at: int, quote: Quoted) -> None:
        self.segment = segment
        self.at = at
        self.quote = quote
        self.words = segment.text[quote.start : quote.end].strip(MARKS)

    @property
    def final(self) -> str:
        """The last character inside the marks."""
        return self.words[-1:] or " "

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it can stand as a sentence of its own: a capital first, and a final mark or several words."""
        start = self.words.lstrip("[(…. ")[:1]
        opens = start.isupper() or start.isdigit() or (bool(start) and self.words[0] in "[…")
        return opens and (self.final in ".?!,…—–-" or len(self.words.split()) > 4)

    @cached_property
    def is_title(self) -> bool:
        """Whether all its longer words are capitalised, as in the title of a work: "The Drowned Bell", "Water for All"."""
        words = _WORD.findall(self.words)
        telling = [
            word for at, word in enumerate(words) if at == 0 or (len(word) > 2 and word.lower() not in lists().small)
        ]
        long = any(len(word) > 3 for word in telling)
        return long and len(telling) > 1 and all(word[0].isupper() for word in telling) and self.final not in "?!"

    @cached_property
    def is_proper(self) -> bool:
        """Whether it is written as a name is, each longer word with a capital: what something is nicknamed."""
        words = [word for word in _WORD.findall(self.words) if len(word) > 3]
        return bool(words) and all(word[0].isupper() for word in words) and self.final not in "?!"

    @property
    def is_name(self) -> bool:
        """Whether it is a title, or stands behind a word such as "titled"."""
        return self.is_title or (self.at > 0 and self.segment.words[self.at - 1] in lists().titled)

    @property
    def is_word(self) -> bool:
        """Whether it is one word, which may be the article's own use of it."""
        return len(self.words.split()) == 1

    @cached_property
    def follows_words(self) -> bool:
        """Whether words of the article stand before it in its clause, beyond a conjunction or an adverb."""
        for word in reversed(self.segment.words[: self.at]):
            if word in (FOLDED, ";", ":"):
                return False
            if word[:1].isalnum() and word not in classes().coord and word not in classes().adverb:
                return True
        return False

    @property
    def is_alone(self) -> bool:
        """Whether its segment holds nothing but quotations."""
        return all(word == FOLDED or not word[:1].isalnum() for word in self.segment.words)
