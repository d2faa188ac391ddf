"""Pronouns and descriptions lead to whom they mean, or nowhere."""

import pytest

from generator.extract.actors import find_actors

CASES = [
    ("Minister Ola Vik met Per Dahl. He was late.", "He", "ola-vik"),
    ("Anna Holm beat Per Dahl. He shook hands.", "He", "per-dahl"),
    ("Anna Holm spoke. Per Dahl thanked her.", "her", "anna-holm"),
    ("Ola Vik was sacked by Per Dahl after he hit a fan.", "he", "ola-vik"),
    ("Ola Vik met Per Dahl. Vik, whom Mr Dahl has known since May, had paid, he said.", "he", "ola-vik"),
    ("Anna Holm spoke first. Tove Lund thanked her.", "her", "anna-holm"),
    ("Per Dahl’s lawyer, Anna Holm, spoke for him.", "him", "per-dahl"),
    ("Per Dahl left the house. His wife, Anna Dahl, stayed.", "His", "per-dahl"),
    ("Germany closed its border.", "its", "germany"),
    ("Velbrand GmbH cut jobs. The company said orders had dried up.", "The company", "velbrand-gmbh"),
    ("Defence Minister Per Dahl resigned. The minister gave no reason.", "The minister", "per-dahl"),
    (
        "A former banker was jailed. Per Dahl, 50, stole millions. The former banker wept.",
        "The former banker",
        "per-dahl",
    ),
    ("Kelvane said sales had doubled. The retailer said it would hire.", "The retailer", "kelvane"),
    ("The regulator Orvell met. The regulator said little.", "The regulator", "orvell"),
    ("Per Dahl, 43, met Ola Vik, 51. The 43-year-old wept.", "The 43-year-old", "per-dahl"),
    ("Police held 43-year-old Per Dahl. The 43-year-old denied it.", "The 43-year-old", "per-dahl"),
    ("Praise from President Per Dahl would not help, said Ola Vik. He left.", "He", "ola-vik"),
    ("Anna Holm spoke. Tove Lund’s second film sold well. She was tired.", "She", "tove-lund"),
    ("Anna Holm spoke. A bell rang, and Tove Lund’s nephew shut the door. She was tired.", "She", "tove-lund"),
    ("Anna Holm spoke. A jury cleared Tove Lund’s firm. She was tired.", "She", "anna-holm"),
    ("Per Dahl left. A nurse, who gave her name only as Ruvia, stayed. She wept.", "She", "ruvia"),
    ("Madam Goh Siew Lan lost a ring. “Find it,” Madam Goh said.", "Goh", "goh-siew-lan"),
    ("Noah ole Sankare lost a goat. “Find it,” Sankare said.", "Sankare", "noah-ole-sankare"),
    ("Tove Aas swam home. “It was cold,” laughed the plumber.", "the plumber", "tove-aas"),
    ("Mayor Bo Dahl swam home. “It was cold,” sighed the former boxer.", "the former boxer", "bo-dahl"),
    (
        "Anna Holm fell. Per Dahl called. The retired welder smiled. “I am fine,” she said.",
        "The retired welder",
        "anna-holm",
    ),
    ("Tove Aas swam home. “It was cold,” said the 62-year-old plumber.", "the 62-year-old plumber", "tove-aas"),
    ("Per Dahl left the city. The reclusive composer lives alone.", "The reclusive composer", "per-dahl"),
    ("Minister Bo Dahl resigned. The elder statesman left.", "The elder statesman", "bo-dahl"),
    ("It was Tove Lund’s goat that found it. Anna Holm’s goat slept. “Good,” she said.", "she", "anna-holm"),
    (
        "Velbrand GmbH cut jobs. Then the Linz-based company said orders had dried up.",
        "the Linz-based company",
        "velbrand-gmbh",
    ),
    ("Velbrand Ltd cut jobs. The Perth-based miner said orders had dried up.", "The Perth-based miner", "velbrand-ltd"),
    ("Bankhaus Orvell cut jobs. In May the bank said it was sorry.", "the bank", "bankhaus-orvell"),
    ("Analyst Per Dahl of Orvell Invest met Bo Vik. He was tired.", "He", "per-dahl"),
    ("Per Dahl waved. The septuagenarian said no.", "The septuagenarian", "per-dahl"),
    ("Tarn District Council met. The council rejected the plan.", "The council", "tarn-district-council"),
]
NOWHERE = [
    ("Per Dahl, 43, met Ola Vik, 43. The 43-year-old wept.", "The 43-year-old"),
    ("Per Dahl, 43, was jailed. The 43-year-old bridge fell.", "The 43-year-old"),
    ("Commissioner Anna Holm spoke. The Children's Commissioner left.", "Commissioner"),
    ("Orvell Ltd bars its drivers from work if they sleep badly.", "they"),
    ("Anna Holm met Tove Lund’s lawyer in Oslo and in Bergen with Siri Moe. It rained.", "It"),
    ("Per Dahl spoke. The bank of the river was wet.", "The bank"),
    ("“I told him to go,” said Per Dahl.", "him"),
    ("They left early.", "They"),
    ("Anna Holm spoke, but a trader who called herself Zik left.", "herself"),
    ("Tove Aas was hit. “It was an accident,” said the driver.", "the driver"),
    ("Tove Aas and Bo Dahl swam. “It was cold,” said the plumber.", "the plumber"),
    ("Tove Aas, a poet, swam. “It was cold,” said the plumber.", "the plumber"),
    ("Tove Aas swam. The plumber left.", "The plumber"),
    ("Tove Aas swam. The other plumber left.", "The other plumber"),
    ("Tove Aas swam. The injured plumber left.", "The injured plumber"),
    ("Tove Aas rang a plumber. “It was cold,” said the plumber.", "the plumber"),
    ("Tove Aas, 50, swam. “It was cold,” said the 62-year-old plumber.", "the 62-year-old plumber"),
    (
        "Shares fell. Broker Siri Moe of Kelvane said the firm had slipped. The watchdog said it was looking.",
        "The watchdog",
    ),
    ("Orvell said sales had doubled. The regulator said it would look at them.", "The regulator"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_resolved(context_of, text, words, value):
    """The antecedent's id stands at the pronoun or description."""
    assert value in {one.value for one in find_actors(context_of(text), ()) if one.text == words}


@pytest.mark.parametrize(("text", "words"), NOWHERE)
def test_left_alone(context_of, text, words):
    """Where it is not safe to say, nothing is said."""
    assert words not in {one.text for one in find_actors(context_of(text), ())}


def test_who_is_apposed_owns_nothing_of_the_apposition(context_of):
    """Whose sister she is, she is not herself."""
    found = find_actors(context_of("Nurse Lisa Hartmark, the victim's sister, wept."), ())
    assert [one.text for one in found] == ["Lisa Hartmark"]


def test_every_rule_fires(context_of):
    """Each rule of the actors makes a mention somewhere in these lines."""
    text = (
        "Russian officials met Anna Holm of Tarn District Council. She said Ukraine had asked Moscow. The council agreed. "
        "The Kremlin was silent. NATO officials left. US-backed forces came."
    )
    fired = {one.rule for one in find_actors(context_of(text), ())}
    assert fired >= {
        *("demonym", "unnamed", "name", "organisation", "pronoun", "alias"),
        *("capital", "description", "metonym", "modifier", "compound"),
    }
