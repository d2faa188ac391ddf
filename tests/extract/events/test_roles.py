"""Who takes what part."""

import pytest

from generator.extract.lexicon import rules

CASES = [
    ("Ana Mora met Peter Groen in Oslo on Monday.", {"ana-mora": "agent", "peter-groen": "counterpart"}),
    (
        "Ana Mora and Peter Groen held talks with Lena Holt on Monday.",
        {"ana-mora": "agent", "peter-groen": "agent", "lena-holt": "counterpart"},
    ),
    ("Ana Mora was arrested on Monday.", {"ana-mora": "target"}),
    ("Ana Mora was appointed by Peter Groen on Monday.", {"ana-mora": "target", "peter-groen": "agent"}),
    ("The talks between Ana Mora and Peter Groen collapsed on Monday.", {"ana-mora": "agent", "peter-groen": "agent"}),
    (
        "Norway and Poland held talks in Oslo on Monday without Russia’s diplomats.",
        {"norway": "agent", "poland": "agent", "russia": "absent"},
    ),
    ("On Monday Ana Mora sued Peter Groen.", {"ana-mora": "agent", "peter-groen": "target"}),
    ("OSLO (AP) - Ana Mora resigned on Monday.", {"ana-mora": "agent"}),
    ("Ana Mora was re-elected on Monday.", {"ana-mora": "agent"}),
    ("Ana Mora was received by Peter Groen on Monday.", {"ana-mora": "agent", "peter-groen": "counterpart"}),
    ("Ana Mora bought the picture from Peter Groen on Monday.", {"ana-mora": "agent", "peter-groen": "counterpart"}),
    ("Ana Mora sold the picture to Peter Groen on Monday.", {"ana-mora": "agent", "peter-groen": "counterpart"}),
    ("Norwegian forces attacked the port on Monday.", {"norway": "agent"}),
    ("Norway began an invasion of Poland on Monday.", {"norway": "agent", "poland": "target"}),
    ("Ana Mora was jailed at Leeds Crown Court on Monday.", {"ana-mora": "target", "leeds-crown-court": "agent"}),
    ("Ana Mora announced on Monday that the mill would close.", {"ana-mora": "speaker"}),
    ("Ana Mora testified on Monday.", {"ana-mora": "speaker"}),
    ("US Secretary of State Ana Mora visited Oslo on Monday.", {"ana-mora": "agent"}),
    ("Ana Mora and Peter Groen were arrested on Monday.", {"ana-mora": "target", "peter-groen": "target"}),
    (
        "The owner of Northfield Bank, Peter Groen, sued Ana Mora on Monday.",
        {"northfield-bank": "spoken_of", "peter-groen": "agent", "ana-mora": "target"},
    ),
    (
        "The council decided on Monday that Ana Mora should pay for the roof.",
        {"ana-mora": "spoken_of"},
    ),
    (
        "A clerk was acquitted on Monday after Leeds Crown Court quashed the verdict against Peter Groen.",
        {"leeds-crown-court": "agent", "peter-groen": "target"},
    ),
    ("Parliament elected Ana Mora president on Monday.", {"parliament": "agent", "ana-mora": "target"}),
    (
        "Peter Groen demanded the resignation of Ana Mora on Monday.",
        {"peter-groen": "speaker", "ana-mora": "spoken_of"},
    ),
]
RULED = [(one["text"], one["roles"]) for one in rules("roles")["examples"]]


@pytest.mark.parametrize(("text", "actors"), CASES, ids=[text for text, _ in CASES])
def test_roles(text, actors, events_of):
    """Subjects act, objects suffer, company is counterpart, and a state inside a title takes no part."""
    (draft,) = events_of(text)
    assert draft.event.actors == actors


@pytest.mark.parametrize(("text", "actors"), RULED, ids=[text for text, _ in RULED])
def test_examples(text, actors, events_of):
    """Every example of rules/roles.yaml gives the roles it says."""
    (draft,) = events_of(text)
    assert draft.event.actors == actors


def test_a_participle_joined_to_a_passive_is_one_before_a_length_of_time(events_of):
    """Who "was suspended and sacked three months later" sacked nobody."""
    drafts = events_of("Ana Mora was suspended in June 2023 and sacked three months later.")
    assert [draft.event.actors for draft in drafts] == [{"ana-mora": "target"}] * 2
