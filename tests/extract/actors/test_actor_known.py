"""Known actors: by every alias, in any script, by office on the day, and told apart from namesakes."""

import time

import pytest

from generator.extract.actors import find_actors, new_actors
from generator.extract.context import Known
from generator.model.dates import parse_edtf
from generator.model.mentions import Mention, Span
from generator.model.records import Actor, Office, Outlet

PRESIDENT = Office("President of Kenya", "kenya", ("Kenyan president",), parse_edtf("2022-09-13"))
BEFORE = Office("President of Kenya", "kenya", (), parse_edtf("2013-04-09"), parse_edtf("2022-09-13"))
ACTORS = (
    Actor("oleh-zarudnyi", "Oleh Zarudnyi", aliases=("Zarudnyi", "Зарудний"), gender="he"),
    Actor("wanjiku-kamau", "Wanjiku Kamau", aliases=("Kamau",), gender="she", offices=(PRESIDENT,)),
    Actor("peter-otieno", "Peter Otieno", aliases=("Otieno",), gender="he", offices=(BEFORE,)),
    Actor("ana-petrov", "Ana Petrov", aliases=("Petrov",), gender="she"),
    Actor("ivan-petrov", "Ivan Petrov", aliases=("Petrov",), gender="he"),
    Actor("jonas-store", "Jonas Støre", aliases=("Støre",), gender="he"),
    Actor("blue-tide", "Blue Tide", kind="group", aliases=("the Tide",)),
)
KNOWN = Known(actors={actor.id: actor for actor in ACTORS}, outlets={"bbc": Outlet("bbc", "BBC")})


def values(context):
    return [(one.text, one.value) for one in find_actors(context, ())]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Zarudnyi’s plan failed.", "oleh-zarudnyi"),
        ("A plan by Oleh Zarudniy failed.", "oleh-zarudnyi"),
        ("План Зарудний відхилив.", "oleh-zarudnyi"),
        ("Then Store spoke.", "jonas-store"),
        ("Members of Blue Tide met.", "blue-tide"),
        ("It told the BBC so.", "bbc"),
        ("Then Jonas J. Støre spoke.", "jonas-store"),
    ],
)
def test_alias(context_of, text, value):
    """An alias is found with its possessive, in another script, without its accents, in another transliteration."""
    context = context_of(text, known=KNOWN)
    assert value in {ident for _text, ident in values(context)}
    assert new_actors(context, find_actors(context, ())) == ()


def test_an_outlet_that_acts(context_of):
    """An outlet of `content/` is drafted as an actor only where it takes part in an event."""
    context = context_of("The BBC apologised to the minister.", known=KNOWN)
    mentions = find_actors(context, ())
    assert new_actors(context, mentions) == ()
    (record,) = new_actors(context, mentions, {"bbc"})
    assert (record.id, record.kind) == ("bbc", "media")


def test_a_speaker_known_by_speech_alone(context_of):
    """A name no recogniser takes for anybody's gets a record when an event names it, so that no id leads nowhere."""
    context = context_of("Zyxwave, which carried 1.2m passengers, said sailings would be cancelled.")
    text = context.article.text
    said = {"start": 34, "end": 72, "text": text[34:72], "rule": "bare-clause", "quote_kind": "indirect"}
    quote = Mention(kind="quote", speaker="zyxwave", speaker_span=Span(0, 8), **said)
    mentions = (*(one for one in find_actors(context, ()) if one.value != "zyxwave"), quote)
    assert [one.id for one in new_actors(context, mentions)] == []
    (record,) = new_actors(context, mentions, {"zyxwave"})
    assert (record.id, record.name, record.kind) == ("zyxwave", "Zyxwave", "organisation")


def test_a_given_name_that_is_an_outlet(context_of):
    """A person and not the newspaper, in full and by surname afterwards; the newspaper where it stands alone."""
    known = Known(outlets={"dawn": Outlet("dawn", "Dawn")})
    text = "Dawn Fetterley was arrested on 3 July. Fetterley denied it, Dawn reported."
    found = values(context_of(text, known=known))
    assert ("Dawn Fetterley", "dawn-fetterley") in found
    assert ("Fetterley", "dawn-fetterley") in found
    assert ("Dawn", "dawn") in found


@pytest.mark.parametrize(
    ("published", "holder"), [("2024-01-10", "wanjiku-kamau"), ("2020-01-10", "peter-otieno"), ("2010-01-10", "")]
)
@pytest.mark.parametrize(
    "text", ["The Kenyan president resigned.", "Kenya's president resigned.", "The Kenyan leader resigned."]
)
def test_office_on_the_day(context_of, text, published, holder):
    """An office without a name means whoever held it on the article's day, or nobody."""
    found = [one for one in find_actors(context_of(text, published, KNOWN), ()) if one.rule == "office"]
    assert [one.value for one in found] == [holder] * bool(holder)
    assert ("Kenya", "kenya") in values(context_of(text, published, KNOWN)) or "Kenyan" in text


def test_name_beats_office(context_of):
    """A name behind the office decides, whoever the records say holds it; the office is kept as written."""
    found = find_actors(context_of("Kenyan President Peter Otieno resigned.", "2024-01-10", KNOWN), ())
    assert [(one.value, one.office, one.head) for one in found] == [
        ("kenya", "", False),
        ("peter-otieno", "Kenyan President", True),
    ]


def test_two_of_one_surname(context_of):
    """A surname two known people bear means the one the article has named, else nobody."""
    assert values(context_of("Petrov left early.", known=KNOWN)) == []
    assert values(context_of("Ana Petrov spoke. Petrov left.", known=KNOWN))[-1] == ("Petrov", "ana-petrov")


def test_namesake_of_the_article(context_of):
    """A surname means the person the article has named in full, before a known one it has not."""
    text = "Florist Grace Otieno sued her landlord. Otieno won."
    assert values(context_of(text, known=KNOWN))[-1] == ("Otieno", "grace-otieno")


def test_thousands_are_fast(context_of):
    """The trie is made once for one set of records; another article then takes no more time for 5,000 actors."""
    many = {f"a-{n}": Actor(f"a-{n}", f"Name{n} Surname{n}", aliases=(f"Surname{n}",)) for n in range(5000)}
    known = Known(actors=many)
    find_actors(context_of("Surname7 spoke.", known=known), ())
    taken = []
    for _ in range(3):  # the least counts: a garbage collection may fall into one
        start = time.process_time()
        assert values(context_of("Then Surname77 spoke.", known=known)) == [("Surname77", "a-77")]
        taken.append(time.process_time() - start)
    assert min(taken) < 0.05
