"""What every recogniser is given: the article, its sentences and tokens, and what `content/` knows."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from generator.extract.grammar import Verb, finite_verbs
from generator.extract.tokens import Token, tokenise
from generator.model.mentions import Mention
from generator.model.records import Actor, Outlet, Place
from generator.model.text import Article, Sentence


class Known(NamedTuple):
    """The actors, places and outlets of `content/`, by id. What every reader of news knows (states, capitals, outlets) is in
    `rules/` and is not repeated here."""

    actors: Mapping[str, Actor] = MappingProxyType({})
    places: Mapping[str, Place] = MappingProxyType({})
    outlets: Mapping[str, Outlet] = MappingProxyType({})


class Context:
    """One article under work. Immutable by habit; tokens are made once, when first asked for."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], known: Known) -> None:
        self.article = article
        self.sentences = sentences
        self.known = known

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The tokens of each sentence, in the order of `sentences`."""
        return tuple(tokenise(sentence.text, sentence.start) for sentence in self.sentences)

    @cached_property
    def verbs(self) -> tuple[tuple[Verb, ...], ...]:
        """The finite verb groups of each sentence; `first` and `index` count its tokens."""
        return tuple(finite_verbs(tokens) for tokens in self.tokens)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence starts, for bisection."""
        return tuple(sentence.start for sentence in self.sentences)


Found = tuple[Mention, ...]
