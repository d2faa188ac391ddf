"""What a word form can be: the inflection lexicon of lemminflect, and the closed classes of rules/grammar.yaml."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml
from lemminflect import getAllInflections, getAllLemmas

_SHORT = 5  # letters of an unknown word in -ed that is no past form for sure
RULES = Path(__file__).parent / "rules"


class _Loader(yaml.CSafeLoader):
    """YAML in which "on", "off", "yes" and "no" are words; `true` and `false` remain truth values."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own attribute, replaced
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


@cache
def rules(name: str) -> Any:
    """The mapping in rules/`name`.yaml."""
    return yaml.load((RULES / f"{name}.yaml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader


class Form(msgspec.Struct, frozen=True):
    """`lemma` of the verb reading; `tags`: the Penn tags it can bear as a verb (VB VBP VBZ VBD VBN VBG); `noun`, `adjective`,
    `adverb`: whether it can be one."""

    lemma: str
    tags: frozenset[str]
    noun: bool
    adjective: bool
    adverb: bool


@lru_cache(maxsize=50_000)
def form(word: str) -> Form:
    """Look `word` up, lower case. An unknown word is a noun. A past form of two verbs ("saw", "found") is read as the past
    of the one, not the present of the other."""
    lemmas = getAllLemmas(word)
    if not lemmas and word.endswith("ed") and len(word) > _SHORT:
        return Form(_guess(word), frozenset(("VBD", "VBN")), noun=False, adjective=False, adverb=False)
    verbs = {lemma: _tags(lemma, word) for lemma in lemmas.get("VERB", ())}
    past = [lemma for lemma, tags in verbs.items() if "VBD" in tags and lemma != word]
    return Form(
        past[0] if past else next(iter(verbs), word),
        frozenset().union(*verbs.values()),
        not lemmas or "NOUN" in lemmas or "PROPN" in lemmas,
        "ADJ" in lemmas,
        "ADV" in lemmas,
    )


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the lexicon holds `word`, lower case; names it mostly does not."""
    return bool(getAllLemmas(word))


def _guess(past: str) -> str:
    """The lemma of a regular past form that the lexicon does not hold: "capsized" -> "capsize"."""
    stem = past[:-2]
    return f"{stem}e" if stem[-1] in "zscvgu" and stem[-2] != stem[-1] else stem


def _tags(lemma: str, word: str) -> frozenset[str]:
    """The tags `word` bears as a form of `lemma`. The lexicon names VBN only where it differs from VBD."""
    inflections = getAllInflections(lemma, upos="VERB")
    tags = {tag for tag, forms in inflections.items() if word in forms}
    if "VBN" not in inflections and "VBD" in tags:
        tags.add("VBN")
    return frozenset(tags | ({"VBP"} if "VB" in tags else set()))
