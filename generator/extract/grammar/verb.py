"""A finite verb group as a value."""

import msgspec

from generator.model.mentions import Tense


class Verb(msgspec.Struct, frozen=True):
    """A finite verb group. `first` and `index` are the token positions of its first word and of its head ("had been
    told": `told`); `marker` the word that subordinates its clause ("if", "that", "who"), "" for a main clause;
    `modal` the modal or the future construction ("will", "expected to"); `quoted` True inside quotation marks."""

    first: int
    index: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    modal: str = ""
    marker: str = ""
    perfect: bool = False
    quoted: bool = False
