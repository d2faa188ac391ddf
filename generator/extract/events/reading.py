"""One article laid out for finding events: its mentions by sentence and kind, and its clauses."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from generator.extract.context import Context, Found
from generator.extract.events.clauses import Clause, clauses
from generator.extract.events.entries import Entry, entries_of, entry_at
from generator.extract.events.knowledge import words
from generator.extract.grammar import Verb
from generator.extract.quotes.analysis import analyse
from generator.extract.tokens import Token
from generator.model.mentions import Mention, MentionKind, Span
from generator.read.lede import dateline_end

_LONGEST = 300  # tokens; an endless line without a stop is no prose, and is read so far only


_TOLD = ("date", "actor")


class Reading:
    """Immutable by habit. Dates and agencies in the dateline of the lede are left out: they are the article's, not those of
    what it tells."""

    def __init__(self, context: Context, found: Found) -> None:
        self.context = context
        self.text = context.article.text
        self.lede = dateline_end(self.text)
        self._dates = tuple(mention for mention in found if mention.kind == "date")
        self.tokens = tuple(tokens[:_LONGEST] for tokens in context.tokens)
        self._mentions: dict[tuple[int, MentionKind], list[Mention]] = defaultdict(list)
        for mention in found:
            sentence = self.sentence_at(_place(mention))
            if (mention.kind not in _TOLD or mention.start >= self.lede) and self._is_read(sentence, _place(mention)):
                self._mentions[sentence, mention.kind].append(mention)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`."""
        return max(bisect_right(self.context.starts, offset) - 1, 0)

    def _is_read(self, sentence: int, offset: int) -> bool:
        """Whether `offset` stands in the part of its sentence that is read."""
        tokens = self.tokens[sentence] if sentence < len(self.tokens) else ()
        return len(tokens) < _LONGEST or offset < tokens[-1].end

    def mentions(self, sentence: int, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind in a sentence, in order. A quotation belongs to the sentence of its reporting verb."""
        return self._mentions.get((sentence, kind), [])

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence."""
        return tuple(self._clauses(index) for index in range(len(self.context.sentences)))

    def _clauses(self, index: int) -> tuple[Clause, ...]:
        tokens = self.tokens[index]
        dates = [mention.span for mention in self.mentions(index, "date")]
        dated = frozenset(
            at for at, token in enumerate(tokens) if any(span.start <= token.start < span.end for span in dates)
        )
        verbs = tuple(verb for verb in self.context.verbs[index] if self._is_told(verb, tokens))
        return clauses(index, tokens, verbs, dated)

    def _is_told(self, verb: Verb, tokens: Sequence[Token]) -> bool:
        return verb.index < len(tokens) and tokens[verb.first].start >= self.lede

    def name_of(self, actor: str, otherwise: str = "") -> str:
        """The fullest name of an actor in this article."""
        return self._names.get(actor) or otherwise or actor

    @cached_property
    def _names(self) -> dict[str, str]:
        found = (m for (_, kind), mentions in self._mentions.items() if kind == "actor" for m in mentions)
        return {m.value: m.name or m.text for m in found if m.value and m.rule != "pronoun"}

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The quotations of the article, in order."""
        marked = {quote.start: quote.end for part in analyse(self.context).parts for quote in part.quotes.values()}
        return tuple(Span(start, end) for start, end in sorted(marked.items()))

    def is_quoted(self, offset: int) -> bool:
        """Whether `offset` stands inside quotation marks."""
        at = bisect_right(self.quoted, Span(offset, len(self.text) + 1)) - 1
        return at >= 0 and self.quoted[at].start <= offset < self.quoted[at].end

    def opening(self, sentence: int) -> str:
        """The first words of a sentence, in lower case."""
        tokens = [token for token in self.tokens[sentence] if token.start >= self.lede]
        return " ".join(token.lower for token in tokens[:5])

    def opens_with(self, sentence: int, phrases: Iterable[str]) -> str:
        """The phrase among `phrases` the sentence opens with; empty for none."""
        opening = f"{self.opening(sentence)} "
        return next((phrase for phrase in phrases if opening.startswith((f"{phrase} ", f"{phrase} ,"))), "")

    def entry(self, sentence: int) -> Entry | None:
        """The entry of a live blog or chronicle that a sentence stands in."""
        return entry_at(self._entries, self.context.sentences[sentence].start)

    def is_dated(self, sentence: int) -> bool:
        """Whether a sentence stands in an entry of a chronicle, where the present tense tells of the entry's day."""
        entry = self.entry(sentence)
        return entry is not None and entry.date is not None

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return entries_of(self.context, self._dates)

    def is_boilerplate(self, sentence: int) -> bool:
        """Whether the sentence is no telling at all: a call to subscribe, a credit, a note on the page; or a question."""
        text = self.context.sentences[sentence].text
        lower = text.lower()
        return text.rstrip("”\"'’ ").endswith("?") or _is_note(lower)

    def subject_words(self, clause: Clause) -> tuple[str, ...]:
        """The words of the subject, of the clause above when the clause shares it."""
        first, last = self.subject_of(clause)
        return tuple(token.lower for token in clause.tokens[first:last])

    def subject_of(self, clause: Clause) -> tuple[int, int]:
        """The token range of the subject, shared or its own; empty when there is none to see."""
        seen = 0
        while clause.subject[0] == clause.subject[1] and clause.link != "aside" and clause.above >= 0 and seen < 5:
            above = self.clauses[clause.sentence][clause.above]
            if clause.link == "content":
                siblings = self.clauses[clause.sentence][: clause.number]
                above = next((c for c in reversed(siblings) if c.link == "content" and c.above == clause.above), above)
            clause, seen = above, seen + 1
        return clause.subject


def _is_note(lower: str) -> bool:
    return lower.startswith(words().boilerplate_openings) or any(phrase in lower for phrase in words().boilerplate)


def _place(mention: Mention) -> int:
    return mention.cue_span.start if mention.kind == "quote" and mention.cue_span else mention.start
