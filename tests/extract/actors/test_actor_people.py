"""People: by what is beside the name, by their family, and one person under several names."""

import pytest

from generator.extract.actors import find_actors, new_actors

ONE_PERSON = [
    ("The plan came from Carl A. Brandvold.", "carl-a-brandvold"),
    ("It helped, said Neil Marshall, a surveyor. Marshall smiled.", "neil-marshall"),
    ("The raid killed Osama bin Garden.", "osama-bin-garden"),
    ("Nine-year-old Zorvan Quell went home.", "zorvan-quell"),
    ("The prize went to 9-year-old Zorvan Quell.", "zorvan-quell"),
    ("Mother-of-two Kelly Brandreth, 34, was ill.", "kelly-brandreth"),
    ("The mural is by Zorvan Martinez. Zorvan paints at night.", "zorvan-martinez"),
    ("Martin Ostrow resigned. Marty Ostrow said no.", "martin-ostrow"),
    ("Ana Ribera Salas won. Ribera thanked voters.", "ana-ribera-salas"),
    ("Park Ji-won resigned. Mr Park was tired.", "park-ji-won"),
    ("It was signed by HE Sheikh Nasser bin Hamad.", "nasser-bin-hamad"),
    ("Queen Margaret II died.", "margaret-ii"),
    ("The King of Spain, Felipe VI, spoke. The king smiled.", "felipe-vi"),
    ("Prince Hal, the Duke of Wexbury, sued. The duke wept.", "prince-hal"),
    ("The Archbishop of Oldmarsh, Nils Ferro, spoke. The archbishop wept.", "nils-ferro"),
    ("The Bishop of Oldmarsh told the court that he was ill.", "bishop-of-oldmarsh"),
    ("It was signed by the Chancellor of the Exchequer, Ruth Ferro.", "ruth-ferro"),
    ("President Luis Ramos Orta da Silva won. Ramos Orta da Silva wept.", "luis-ramos-orta-da-silva"),
    ("“No,” said a town spokeswoman, Hope Marsh, on Friday.", "hope-marsh"),
    ("Ex-MP Kelly Brandreth wept.", "kelly-brandreth"),
    ("Home Secretary Theresa May resigned.", "theresa-may"),
    ("Governor Mike Stone wept.", "mike-stone"),
    ("Special counsel Jack Smith charged the firm.", "jack-smith"),
    ("The rapper Qadro fell off the stage.", "qadro"),
    ("Terlenko said it was late. He added that nobody died.", "terlenko"),
    ("“No,” Brask said. They called on President Brask to act. Mr Brask smiled.", "president-brask"),
    ("“It helps,” said Nils Ferro, a coordinator with the charity.", "nils-ferro"),
]


def records(context):
    return {one.id: one.kind for one in new_actors(context, find_actors(context, ()))}


@pytest.mark.parametrize(("text", "ident"), ONE_PERSON)
def test_one_person(context_of, text, ident):
    """Initials, ages, families, nicknames, offices, regnal numbers; a surname that is a word; a title that is a surname."""
    assert records(context_of(text)) == {ident: "person"}


@pytest.mark.parametrize("rank", ["DI", "DS", "DCI", "PC"])
def test_ranks_of_police_in_capitals(context_of, rank):
    """A rank in two or three capitals makes no body of its bearer."""
    assert records(context_of(f"{rank} Joan Pike thanked them. {rank} Pike left.")) == {"joan-pike": "person"}


def test_a_small_word_that_is_a_rank_in_capitals(context_of):
    """The particle of a surname is no rank."""
    assert list(records(context_of("The judge fined Paolo Di Vestro."))) == ["paolo-di-vestro"]


def test_surname_that_ends_no_name_elsewhere(context_of):
    """A law has no given name before it, a person has; the surname alone is the person's then."""
    text = "Helena Law paid the fine. Law said so."
    assert [one.value for one in find_actors(context_of(text), ())] == ["helena-law", "helena-law"]


def test_name_that_is_a_faith_before_its_people(context_of):
    """As in "Christian groups protested", though the noun may be a verb."""
    text = "Christian Ekholm left. Christian groups protested. Green voters stayed."
    assert [one.value for one in find_actors(context_of(text), ())] == ["christian-ekholm"]


def test_a_relative_by_family_name(context_of):
    """An odd name with the surname of somebody in the article is a person too."""
    assert "ilven-tarsk" in records(context_of("Lawyers for Ilven Tarsk and his uncle, Marta Tarsk, wept."))


def test_the_surname_of_two(context_of):
    """Of two of one surname, the one the article calls by the given name leaves the surname to the other."""
    text = "Irena Holt met Viktor Holt. Irena wept. Nobody came. Nobody knew. Nobody cared. Holt resigned."
    assert [one.value for one in find_actors(context_of(text), ())][-1] == "viktor-holt"


def test_the_surname_stays_with_whom_it_was_given_to(context_of):
    """Whom the article has called by the surname before is meant again, though another of the family was named since."""
    text = "Viktor Holt spoke. Holt wept. Holt left. His uncle, Igor Holt, stayed. Holt came back."
    assert [one.value for one in find_actors(context_of(text), ())][-1] == "viktor-holt"


def test_a_team_is_no_person(context_of):
    """A town that is also a given name, before a plural that is a team's."""
    assert "person" not in records(context_of("Fans of the Charlotte Panthers sang.")).values()
