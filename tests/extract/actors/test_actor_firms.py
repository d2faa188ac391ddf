"""Companies and bodies: found again by their short forms, whole with their odd parts; things are none."""

import pytest

from generator.extract.actors import find_actors, new_actors

ONE_HOUSE = [
    ("Velbrand S.p.A. agreed to buy it. Velbrand paid in cash.", "velbrand-s-p-a"),
    ("Harrow's Inc. grew. Harrow's shares rose.", "harrow-s-inc"),
    ("Minera Pampa Norte said it grew. Pampa Norte said no.", "minera-pampa-norte"),
    ("It was sold by Brill, Ostrow & Co. on Monday.", "brill-ostrow-co"),
    ("It was sold by Smythe Barlow, Harris Upton & Co. on Monday.", "smythe-barlow-harris-upton-co"),
    ("Nestle S.A. said it grew. Nestle paid.", "nestle"),
    ("The ban was upheld by the Court of Appeal for Sport.", "court-of-appeal-for-sport"),
    ("The Museum of Polar History and Culture opened.", "museum-of-polar-history-and-culture"),
    ("A nurse at St Hilda's Hospital wept.", "st-hilda-s-hospital"),
    ("Wexshire and Oldmarsh Police arrested three men.", "wexshire-and-oldmarsh-police"),
    ("Shares in iZorbit rose.", "izorbit"),
    ("Pupils at St Hilda's Primary School sang.", "st-hilda-s-primary-school"),
    ("Students at Tarn College Oslo sang.", "tarn-college-oslo"),
    ("A QPRX spokesman said no.", "qprx"),
    ("The QVCI's tribunal met.", "qvci"),
    ("The state-owned operator Vainu Liinid announced it.", "vainu-liinid"),
]
AGAIN = [
    ("Quill Measuring Systems Inc. fell. Analysts liked Quill Measuring.", "Quill Measuring"),
    ("Brightside Media Corp. will buy it. Analysts said Brightside paid too much.", "Brightside"),
    ("A group led by Anvil Group Ltd. won. Anvil Group owned a fifth.", "Anvil Group"),
    ("VOR Broadcasting Corp. rose. VOR fell.", "VOR"),
    ("Institut Merival S.A. grew. Merival paid.", "Merival"),
    ("Anholt-Busker Cos. fell. Anholt cut jobs.", "Anholt"),
    ("Tolk Savings Bank cut jobs. Tolk said it would file.", "Tolk"),
    ("Brillport Transit cut routes. Brillport declined to comment.", "Brillport"),
    ("John Marival Ltd. grew. Marival’s shares rose.", "Marival"),
    ("Milton Ray Corp. grew. Milton Ray makes pumps.", "Milton Ray"),
]
NO_HOUSE = [
    "The SUV's driver fled.",
    "Its shares (NYSE: VLB) fell.",
    "She wrote about it on Telegram.",
    "Lake Victoria froze.",
    "The new iPad software is slow.",
    "Jewish West Bank settlers wept.",
    "The Nikkei 225 and the Dow Jones Industrial Average fell.",
    "The Boeing 737 is old.",
    "The Telegram channel had it first.",
    "The Marchbrask camp said no. A Marchbrask aide wept.",
]


def records(context):
    return {one.id: one.kind for one in new_actors(context, find_actors(context, ()))}


@pytest.mark.parametrize(("text", "ident"), ONE_HOUSE)
def test_one_house(context_of, text, ident):
    """A legal form, a genitive, partners, "for" and "and" belong to the name, which means one house."""
    assert records(context_of(text)) == {ident: "organisation"}


@pytest.mark.parametrize(("text", "short"), AGAIN)
def test_found_again(context_of, text, short):
    """A company without its legal form, by its first words, an acronym, or one word capitalised inside a sentence."""
    first, again = (one for one in find_actors(context_of(text), ()) if one.value)
    assert (again.text, again.value) == (short, first.value)


@pytest.mark.parametrize("text", NO_HOUSE)
def test_no_house(context_of, text):
    """Acronyms of things, tickers, sites somebody writes on, waters and products are no actors."""
    assert records(context_of(text)) == {}


def test_the_bare_name_is_the_parent(context_of):
    """Where a company and its subsidiary share their first word, the first word alone means the company."""
    context = context_of("Corvane Corp. rose. Corvane Mining Inc. fell. Corvane said so.")
    assert [one.value for one in find_actors(context, ())] == ["corvane-corp", "corvane-mining-inc", "corvane-corp"]


def test_a_town_is_not_its_council(context_of):
    """The first word of a council's name is the town, not the council."""
    context = context_of("Wexbury District Council met in Wexbury.")
    assert [one.value for one in find_actors(context, ())] == ["wexbury-district-council"]


def test_a_council_of_the_white_house(context_of):
    """A body in the genitive of a seat of government keeps its own name."""
    context = context_of("The White House's Council of Rural Advisers met.")
    assert "council-of-rural-advisers" in records(context)
