"""The quotation marks, segments and reporting verbs of an article, found once for quotes and attributions."""

import re
from functools import lru_cache

import msgspec

from generator.extract.context import Context
from generator.extract.quotes.cited import with_cited
from generator.extract.quotes.cues import Cue, find_cues
from generator.extract.quotes.marks import Quoted, quoted_spans
from generator.extract.quotes.segments import Segment, segments


class Analysis(msgspec.Struct, frozen=True):
    """`cues[i]` are the reporting verbs of `parts[i]`."""

    parts: tuple[Segment, ...]
    cues: tuple[tuple[Cue, ...], ...]


@lru_cache(maxsize=2)
def analyse(context: Context) -> Analysis:
    """The analysis of the article of `context`."""
    text = context.article.text
    quoted = [quote for quote in quoted_spans(text, context.article.paragraphs) if not _is_nickname(text, quote)]
    parts = segments(context, quoted)
    return Analysis(parts, tuple(with_cited(part, find_cues(part)) for part in parts))


def _is_nickname(text: str, quote: Quoted) -> bool:
    """Whether a quotation is one word inside a name: Marta "Tita" Lind."""
    word = text[quote.start + 1 : quote.end - 1]
    if not (word.isalpha() and word[0].isupper()):
        return False
    before = re.search(r"[^\W\d_]\w+ $", text[max(quote.start - 20, 0) : quote.start])
    behind = text[quote.end : quote.end + 2]
    return before is not None and before[0][0].isupper() and behind[:1] == " " and behind[1:].isupper()
