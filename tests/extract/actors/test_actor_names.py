"""Names nobody knows: what is a person, an organisation, or neither."""

import pytest

from generator.extract.actors import find_actors, new_actors

NOBODY = [
    "On Tuesday the rain stopped.",
    "However, Christmas sales rose in December.",
    "The Clean Air Act came into force.",
    "She read The Long Road twice.",
    "Article 5 of the treaty applies.",
    "Covid cases rose.",
    "Photo: harbour at dawn",
    "Shares fell. Analysts were surprised.",
    "HEAVY RAIN HITS THE COAST",
    "Hurricane Ida struck at night.",
]
PEOPLE = [
    ("Jan van der Meer said no.", "jan-van-der-meer"),
    ("The court freed Khalid al-Rashid.", "khalid-al-rashid"),
    ("It was J. K. Holt who wrote it.", "j-k-holt"),
    ("Martin Keane Jr. was elected.", "martin-keane-jr"),
    ("Dr. Tolu Ajayi, a surgeon, agreed.", "tolu-ajayi"),
    ("Quenby Fosse, 34, was injured.", "quenby-fosse"),
    ("“No,” said Thyra Uldum.", "thyra-uldum"),
    ("Home Secretary Dame Ruth O'Hara resigned.", "ruth-o-hara"),
]
ORGANISATIONS = [
    ("Engineers at Tarn Valley Water Ltd found it.", "tarn-valley-water-ltd"),
    ("The Ministry of Culture and Sport refused.", "ministry-of-culture-and-sport"),
    ("Tarn District Council voted.", "tarn-district-council"),
    ("The Dockers’ Union called a strike.", "dockers-union"),
    ("The chipmaker Velbrand opened a plant.", "velbrand"),
    ("A spokesman for Halling & Sons confirmed it.", "halling-sons"),
]


def records(context):
    return {one.id: one.kind for one in new_actors(context, find_actors(context, ()))}


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(context_of, text):
    """Months, laws, works, storms, credits and headline words are no actors."""
    assert records(context_of(text)) == {}


@pytest.mark.parametrize(("text", "ident"), PEOPLE)
def test_people(context_of, text, ident):
    """Particles, initials, generation and titles; the id is the name without its titles."""
    assert records(context_of(text)) == {ident: "person"}


@pytest.mark.parametrize(("text", "ident"), ORGANISATIONS)
def test_organisations(context_of, text, ident):
    """Legal forms, head words, "of" and genitives."""
    assert records(context_of(text)) == {ident: "organisation"}


def test_names_that_are_places(context_of):
    """A given name that is also a place: "Paris Halloran" is a person, "in Paris" a place."""
    found = find_actors(context_of("Paris Halloran flew home. Chad Brennan stayed in Paris."), ())
    assert [one.value for one in found] == ["paris-halloran", "chad-brennan"]


def test_aliases_seen(context_of):
    """A record keeps the other forms the article used, and the pronoun that goes with the name."""
    context = context_of("Maria Lindqvist won. Lindqvist smiled.")
    (record,) = new_actors(context, find_actors(context, ()))
    assert (record.aliases, record.gender, record.summary) == (("Lindqvist",), "she", "")


def test_acronym(context_of):
    """An acronym in parentheses is the organisation from then on."""
    found = find_actors(context_of("The Coastal Research Board (CRB) met. The CRB agreed."), ())
    assert [one.value for one in found] == ["coastal-research-board"] * len(found)
    assert "CRB" in {one.text for one in found}


KIN = [
    ("Tove Holm slept, while her son, David, said he would wait. David left.", ["david", "david"]),
    ("Tove Holm’s sister, Maria, wept. Maria stayed.", ["maria", "maria"]),
    ("Tove Holm won. Her brother, Peter, cheered. Peter Holm, 30, rows too.", ["peter-holm", "peter-holm"]),
]


@pytest.mark.parametrize(("text", "values"), KIN)
def test_a_relative_goes_by_the_name_written(context_of, text, values):
    """Nobody gets the surname of whose relative he is, unless the article gives it."""
    found = find_actors(context_of(text), ())
    assert [one.value for one in found if one.text.startswith(("Peter", "Maria", "David"))] == values
    assert all(one.name in text for one in found if one.text.startswith(("Peter", "Maria", "David")))


FACTIONS = [
    ("Sarah Green of the Ulm Institute of Marine Research said cod had gone. Green hopes.", "sarah-green"),
    ("Carla Black said no. Black voters stayed home. Black was glad.", "carla-black"),
    ("Carla White said the bridge would hold. White left.", "carla-white"),
]


@pytest.mark.parametrize(("text", "value"), FACTIONS)
def test_a_surname_that_is_a_faction_too(context_of, text, value):
    """Behind a given name "Green" and "White" are surnames, and later stand alone for the same person."""
    found = find_actors(context_of(text), ())
    assert [one.value for one in found if one.actor_kind == "person"] == [value, value]
