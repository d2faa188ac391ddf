"""An article as runs of words between sentence ends, each outermost quotation folded into one token, so that a sentence like
`"..." Lind said, "..."` reads as `□ Lind said, □`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.extract.context import Context
from generator.extract.grammar import Verb, finite_verbs
from generator.extract.grammar.classes import classes
from generator.extract.quotes.marks import Quoted
from generator.extract.quotes.words import lists
from generator.extract.tokens import Token

FOLDED = "□"
MARKS = "\"“”„‟«»'‘’`「」『』 "
_LONGEST = 250  # tokens; an endless line is cut, so that no later step reads far


class Segment:
    """`tokens` of one sentence, quotations folded; `quotes` maps a token's position to its quotation; `paragraph` its
    paragraph. Immutable by habit; verbs are found once, when first asked for, and so is the
    subject before each (`subjects`, which nouns.py fills)."""

    def __init__(self, text: str, tokens: tuple[Token, ...], quotes: dict[int, Quoted], paragraph: int) -> None:
        self.text = text
        self.tokens = tokens
        self.quotes = quotes
        self.paragraph = paragraph
        self.subjects: dict[int, tuple[int, int] | None] = {}
        self.words = tuple(_word(tokens, at) for at in range(len(tokens)))

    @cached_property
    def verbs(self) -> tuple[Verb, ...]:
        """The finite verb groups outside quotations."""
        return finite_verbs(self.tokens)

    @cached_property
    def finite(self) -> dict[int, Verb]:
        """Each finite verb by the position of its head."""
        return {verb.index: verb for verb in self.verbs}

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """Where each verb group begins, those that hang on a pronoun ("she's", "cannot") among them."""
        hanging = (
            at
            for at, word in enumerate(self.words)
            if word == "cannot"
            or (at and word in lists().contracted and self.words[at - 1] in lists().alone | {"there", "that"})
        )
        return tuple(sorted({*(verb.first for verb in self.verbs), *hanging}))

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb group begins in [start, end)."""
        return any(start <= at < end for at in self.predicates)

    @cached_property
    def verbal(self) -> frozenset[int]:
        """The positions of all words of finite verb groups."""
        return frozenset(at for verb in self.verbs for at in range(verb.first, verb.index + 1))

    def final(self, at: int) -> str:
        """The last character inside the marks of the quotation at token `at`."""
        quote = self.quotes[at]
        return self.text[quote.start : quote.end].rstrip(MARKS)[-1:] or " "

    @cached_property
    def end(self) -> int:
        """The position after the last token that is no final mark."""
        last = len(self.tokens)
        while last and self.tokens[last - 1].text in (".", "!", "?", "…", "...", ")"):
            last -= 1
        return last


def _word(tokens: tuple[Token, ...], at: int) -> str:
    """The token in lower case, but as written where it is an acronym before a name ("IF Metall", "OR Tambo")."""
    text = tokens[at].text
    if len(text) < 2 or not text.isupper() or at + 1 >= len(tokens):
        return tokens[at].lower
    return (
        text
        if tokens[at].lower in classes().sub | classes().coord and tokens[at + 1].text.istitle()
        else tokens[at].lower
    )


def segments(context: Context, quoted: Sequence[Quoted]) -> tuple[Segment, ...]:
    """The article's segments, in order."""
    paragraphs = [start for start, _ in context.article.paragraphs]
    result: list[Segment] = []
    for items in _runs(_folded(context, quoted), context.article.text):
        quotes = {at: quote for at, (_, quote, _) in enumerate(items) if quote}
        tokens = tuple(token for token, _, _ in items)
        result.append(
            Segment(context.article.text, tokens, quotes, max(bisect_right(paragraphs, tokens[0].start) - 1, 0))
        )
    return tuple(result)


_Item = tuple[Token, Quoted | None, bool]


def _folded(context: Context, quoted: Sequence[Quoted]) -> Iterator[_Item]:
    """Each token outside quotations and each quotation as one token, with whether a sentence begins there."""
    position = 0
    for sentence, tokens in zip(context.sentences, context.tokens, strict=True):
        for token in tokens:
            while position < len(quoted) and quoted[position].end <= token.start:
                position += 1
            quote = quoted[position] if position < len(quoted) else None
            if quote is None or token.end <= quote.start:
                yield token, None, token.start == sentence.start
            elif token.start <= quote.start:
                yield Token(quote.start, quote.end, FOLDED), quote, quote.start == sentence.start


def _runs(items: Iterator[_Item], text: str) -> Iterator[list[_Item]]:
    run: list[_Item] = []
    for item in items:
        token, quote, begins = item
        after_quote = bool(run) and run[-1][1] is not None and "\n" not in text[run[-1][0].end : token.start]
        if run and (
            len(run) >= _LONGEST or (begins and not (after_quote and quote is None and not token.text[0].isupper()))
        ):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
