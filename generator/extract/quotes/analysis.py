"""The quotation marks, segments and reporting verbs of an article, found once for quotes and attributions."""

from functools import lru_cache

import msgspec

from generator.extract.context import Context
from generator.extract.quotes.cues import Cue, find_cues
from generator.extract.quotes.marks import quoted_spans
from generator.extract.quotes.segments import Segment, segments


class Analysis(msgspec.Struct, frozen=True):
    """`cues[i]` are the reporting verbs of `parts[i]`."""

    parts: tuple[Segment, ...]
    cues: tuple[tuple[Cue, ...], ...]


@lru_cache(maxsize=2)
def analyse(context: Context) -> Analysis:
    """The analysis of the article of `context`."""
    quoted = quoted_spans(context.article.text, context.article.paragraphs)
    parts = segments(context, quoted)
    return Analysis(parts, tuple(find_cues(part) for part in parts))
