"""What an event quotes: every speaker takes part, and every word quoted stands in the article it is quoted from."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from generator.model.corpus import Corpus
from generator.model.records import Event, Quote, Remark
from generator.problems import Problem
from generator.read.sentences import sentence_spans
from generator.relate.findings import Finding, Keys
from generator.relate.names import Hints

_GAP = re.compile(r"…|\.\.\.|\[[^\]]*\]")  # what a person leaves out of a quotation or adds to it
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.5  # of all words of two sentences, those that both have
_SHOWN = 80
_SHOWN_WHOLE = 300


def absent_speakers(corpus: Corpus, event: Event, actors: Hints) -> Iterator[Finding]:
    """A finding for each speaker of a quote or remark who is neither among the actors nor among the unnamed. `actors`: what
    knows the ids of all."""
    present = {*event.actors, *event.unnamed, ""}
    told: set[str] = set()
    for one, keys in _spoken(event):
        if one.speaker not in present and one.speaker not in told:
            told.add(one.speaker)
            hint = _who(corpus, event, one.speaker, actors)
            message = f"expected a speaker who takes part in the event, found {one.speaker!r}"
            yield Finding(Problem(event.where, "warning", "speaker-absent", message, hint), (*keys, "speaker"))


def _spoken(event: Event) -> Iterator[tuple[Quote | Remark, Keys]]:
    """Each quote and remark with where it stands."""
    yield from ((quote, ("quotes", number)) for number, quote in enumerate(event.quotes))
    yield from ((remark, ("remarks", number)) for number, remark in enumerate(event.remarks))


def _who(corpus: Corpus, event: Event, speaker: str, actors: Hints) -> str:
    """Who of the event was probably meant, or whom of all actors, and how somebody is added to it."""
    add = f"write {speaker}: speaker under {'actors:' if speaker in corpus.actors else 'unnamed:'}"
    near = next(iter(get_close_matches(speaker, [*event.actors, *event.unnamed], n=1, cutoff=0.6)), "")
    if near:
        return f"did you mean {near}? Otherwise {add}"
    meant = "" if speaker in corpus.actors else actors.nearest(speaker)
    return f"did you mean {meant}? Then write {meant}: speaker under actors: too. Otherwise {add}" if meant else add


def missing_quotes(corpus: Corpus, event: Event) -> Iterator[Finding]:
    """A finding for each sentence or quoted passage that its article, where it was read, does not have."""
    for article, citation in event.sources.items():
        for number, sentence in enumerate(citation.quote):
            yield from _missing(corpus, event, (article,), sentence, ("sources", article, "quote", number))
    for one, keys in _spoken(event):
        articles = (one.article,) if one.article else tuple(event.sources)
        yield from _missing(corpus, event, articles, one.text, (*keys, "text"))


def _missing(corpus: Corpus, event: Event, articles: tuple[str, ...], words: str, keys: Keys) -> Iterator[Finding]:
    texts = [corpus.texts.get(article, "") for article in articles]
    if not texts or not all(texts) or any(_has(_plain(text), words) for text in texts):
        return
    name = articles[0] if len(articles) == 1 else "one of the sources"
    near = _nearest(words, texts)
    hint = (
        f"did you mean {_short(near, _SHOWN_WHOLE)!r}?"
        if near
        else "copy it exactly as the article has it, with … for what you leave out"
    )
    message = f"expected words of {name}, found {_short(words)!r}"
    yield Finding(Problem(event.where, "warning", "quote-not-found", message, hint), keys)


def _has(text: str, words: str) -> bool:
    """True when every part of `words` between gaps stands in `text`; marks at the ends do not count."""
    return all(part.strip(" .,;:!?'\"") in text for part in _GAP.split(_plain(words)))


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    for marks, plain in (("‘’", "'"), ("“”„«»", '"'), ("–—", "-")):
        for mark in marks:
            text = text.replace(mark, plain)
    return " ".join(text.split())


def _nearest(words: str, texts: Iterable[str]) -> str:
    """The sentence that shares most words with `words`, if it shares enough."""
    own = _words(words)
    sentences = (line[start:end] for text in texts for line in text.split("\n") for start, end in sentence_spans(line))
    likeness, sentence = max(
        ((len(own & found) / len(own | found), one) for one in sentences if (found := _words(one))), default=(0.0, "")
    )
    return sentence if likeness >= _ALIKE else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _short(text: str, longest: int = _SHOWN) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
