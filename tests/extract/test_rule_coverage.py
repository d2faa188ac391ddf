"""Every rule that names itself on a mention or an event fires on the articles that rules are developed on, or on its example.

Rules of dates have examples one by one (dates/test_rules.py); verbs and nouns of speech, triggers and topics theirs.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.extract.dates.grammar import FILES
from generator.extract.lexicon import rules
from generator.model.dates import parse_edtf
from generator.model.text import Article
from generator.read.read import read_article

ARTICLES = Path(__file__).parents[1] / "golden" / "articles"
ATTRIBUTION = rules("attribution")
RULES = {
    "date": {entry["id"] for name in FILES for entry in rules(name)["rules"]},
    "attribution": {
        *(row["id"] for row in ATTRIBUTION["triggers"]),
        *(one["rule"] for one in ATTRIBUTION["examples"]),
        "statement",
    },
    # "office" needs records of who held it: actors/test_actor_known.py
    "actor": {
        *(
            "alias",
            "body",
            "capital",
            "compound",
            "demonym",
            "description",
            "introduced",
            "metonym",
            "modifier",
            "name",
        ),
        *("organisation", "pronoun", "unnamed"),
    },
    "place": {"alias", "place-context", "place-in", "place-kind", "place-of", "place-region"},
    "figure": {"amount", "count", "money", "number-in-words", "range", "score", "vote"},
    "quote": {
        *(
            "according-to",
            "around-cue",
            "as-cue",
            "bare-clause",
            "beat",
            "before-cue",
            "cue-quote",
            "goes-on",
            "introduced",
        ),
        *("named", "naming", "object", "object-to-clause", "of-clause", "passive", "quote-cue", "reporting-noun"),
        *("source-quote", "that-clause", "to-clause", "turn", "wh-clause", "within"),
    },
    "event": {"dated", "noun", "pair", "said", "topic", "verb"},
}


def texts():
    """Sentences that examples of rules are about."""
    for name in FILES:
        for entry in rules(name)["rules"]:
            yield from ((one["text"], str(one.get("published", "2025-02-18"))) for one in entry["examples"])
    for row in ATTRIBUTION["triggers"]:
        yield row["example"]["text"], "2025-02-18"
    yield ATTRIBUTION["statement_example"]["text"], "2025-02-18"
    yield from ((one["text"], "2025-02-18") for one in ATTRIBUTION["examples"])


def articles():
    """The articles of dev and short, and one for each example."""
    for half in ("dev", "short"):
        for path in sorted((ARTICLES / half).iterdir()):
            if not path.name.endswith(".yaml"):
                yield read_article(path, path.parent, published=parse_edtf("2025-02-18"))[0]
    for text, published in texts():
        yield Article(id="example", text=text, paragraphs=((0, len(text)),), published=parse_edtf(published))


@pytest.fixture(scope="session")
def fired():
    """Names of rules by kind; of an event's rule what stands before the colon."""
    found = defaultdict(set)
    for article in articles():
        result = annotate(article, Known())
        for mention in result.mentions:
            found[mention.kind].add(mention.rule)
        found["event"].update(draft.rule.partition(":")[0] for draft in result.events)
    return found


@pytest.mark.parametrize("kind", RULES)
def test_every_rule_fires(fired, kind):
    """No rule is dead, and no mention names a rule that is not listed."""
    assert fired[kind] == RULES[kind]
