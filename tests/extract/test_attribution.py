"""Who an article's own sources are, and who passes on whom."""

import pytest

from generator.extract.attribution import find_attributions
from generator.extract.context import Known
from generator.extract.lexicon import rules
from generator.model.mentions import Mention
from generator.model.records import Outlet

DATA = rules("attribution")
EXAMPLES = [
    *((row["id"], row["example"]) for row in DATA["triggers"]),
    ("statement", DATA["statement_example"]),
    *((example["rule"], example) for example in DATA["examples"]),
]


def summary(found):
    return [(item.rule, item.value, item.relays) for item in found]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule}-{number}" for number, (rule, _) in enumerate(EXAMPLES)]
)
def test_examples(rule, example, context_from):
    """Each rule finds the source of its example, and whom it passes on."""
    found = find_attributions(context_from(example["text"]), ())
    assert rule in [item.rule for item in found]
    assert (example["source"], example.get("relays", "")) in [(item.value, item.relays) for item in found]
    assert example.get("name", "") in ["", *(item.name for item in found)]


def test_a_chain(context_from):
    """Each of three sources in a row passes on the next; the last keeps its words."""
    found = find_attributions(context_from("Bloomberg reported a sale, citing Reuters, citing two bankers."), ())
    assert summary(found) == [
        ("outlet-reports", "bloomberg", "reuters"),
        ("citing", "reuters", "two bankers"),
        ("citing", "", ""),
    ]


def test_known_actors_and_outlets(context_from):
    """An actor mention gives its id; an outlet of `content/` is known by its name."""
    text = "The pier is shut, according to harbour master Ana Ruiz. It is old, the Skerry Echo reported."
    start = text.index("Ana Ruiz")
    actor = Mention(kind="actor", start=start, end=start + 8, text="Ana Ruiz", value="ana-ruiz", rule="alias")
    known = Known(outlets={"skerry-echo": Outlet("skerry-echo", "Skerry Echo")})
    found = find_attributions(context_from(text, known), (actor,))
    assert [item.value for item in found] == ["ana-ruiz", "skerry-echo"]


@pytest.mark.parametrize(
    "text",
    [
        *DATA["no_source"],
        "All went according to plan.",
        "The mayor said that the road was open.",
        "He told the children to go home.",
        "She referred to the law and cited no one.",
    ],
)
def test_no_source(text, context_from):
    """Plans, plain speech and listeners who are no outlet are no sources."""
    assert not find_attributions(context_from(text), ())


def test_a_statement_at_the_end_of_a_text(context_from):
    """A text may end without a full stop."""
    text = "Anna Holm wrote in an email"
    assert [item.text for item in find_attributions(context_from(text), ())] == [text]


def test_endless_line(context_from):
    """Twenty thousand triggers in one line are no trouble."""
    find_attributions(context_from("citing according to Reuters reported " * 5_000), ())
