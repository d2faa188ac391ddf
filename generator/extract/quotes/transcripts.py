"""Interviews and transcripts without quotation marks, a turn a paragraph: "Lind: We lost." below "Why did you lose?"."""

import re
from collections import Counter
from collections.abc import Iterator

from slugify import slugify

from generator.extract.context import Context
from generator.extract.quotes.cast import Cast, Speaker
from generator.extract.quotes.speech import Speech
from generator.model.mentions import Span

_LABEL = re.compile(r"[\"“]?(?P<name>[^\W\d_](?:[\w.'’-]|\s(?=\w)){1,39}):\s+(?=[^\s\"“„«])")
_LONGEST = 4  # words of a name


def turns(context: Context, cast: Cast) -> tuple[Speech, ...]:
    """What each paragraph that begins with the name of a person says, where that name begins several or a question stands
    before. The questions of an outlet are nobody's speech."""
    found = list(_labelled(context))
    often = Counter(label["name"] for _, label in found)
    text = context.article.text
    speeches = []
    for number, label in found:
        start, end = context.article.paragraphs[number]
        speaker = _person(label, cast)
        if speaker and (often[label["name"]] > 1 or _asks(context, number - 1)):
            cue = Span(label.end("name"), label.end("name") + 1)
            last = start + len(text[start:end].rstrip())
            speeches.append(Speech(label.end(), last, "direct", "turn", speaker, cue))
    return tuple(speeches)


def _labelled(context: Context) -> Iterator[tuple[int, re.Match[str]]]:
    """The paragraphs that begin with a capitalised name and a colon, by their number."""
    for number, (start, end) in enumerate(context.article.paragraphs):
        label = _LABEL.match(context.article.text, start, end)
        if label and len(label["name"].split()) <= _LONGEST and label["name"][0].isupper():
            yield number, label


def _asks(context: Context, number: int) -> bool:
    """Whether the paragraph ends in a question."""
    start, end = context.article.paragraphs[number] if number >= 0 else (0, 0)
    return context.article.text[start:end].rstrip('"”“’ \n').endswith("?")


def _person(label: re.Match[str], cast: Cast) -> Speaker | None:
    """Whom the label names: a person where it stands, else the only one of that surname ("PENCE:")."""
    span = Span(label.start("name"), label.end("name"))
    named = next((one for one in cast.people(span) if one.value and one.end == span.end), None)
    ident = named.value if named else cast.surnames.get(slugify(label["name"].split()[-1]), "")
    return Speaker(ident, span) if ident else None
