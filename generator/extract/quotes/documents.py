"""Something written that somebody shows, whose words follow: "He held up a letter. “…,” it began"."""

from generator.extract.quotes.nouns import Range, phrase_after
from generator.extract.quotes.segments import Segment
from generator.extract.quotes.words import lists

_ARTICLES = frozenset(("a", "an", "the", "one", "another"))
_REACH = 4  # tokens from the article to the noun


def document(segment: Segment) -> Range | None:
    """The phrase of the last thing written that the sentence speaks of; None without one."""
    for at in range(segment.end - 1, 0, -1):
        if segment.words[at] in lists().papers:
            start = next(
                (here for here in range(at - 1, max(at - _REACH, -1), -1) if segment.words[here] in _ARTICLES), -1
            )
            return phrase_after(segment, start) if start >= 0 else None
    return None
