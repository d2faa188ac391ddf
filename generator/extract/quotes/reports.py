"""The nouns that report by themselves ("claim", "promise"), of rules/reporting_verbs.yaml."""

from functools import cache

from generator.extract.lexicon import rules


@cache
def reporting_nouns() -> dict[str, frozenset[str]]:
    """What may stand behind each noun."""
    behind: dict[str, frozenset[str]] = {}
    for row in rules("reporting_verbs")["nouns"]:
        for noun in row["noun"]:
            behind[noun] = behind.get(noun, frozenset()) | frozenset(row["behind"])
    return behind
