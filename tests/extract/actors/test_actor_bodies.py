"""Public bodies, houses without a head word, and people by title or kin: what the text around a name says it is."""

import pytest

from generator.extract.actors import find_actors

BODIES = [
    ("Kenya's supreme court upheld the result.", {"kenya-s-supreme-court"}),
    ("Japan's coast guard rescued the crew.", {"japan-s-coast-guard"}),
    ("The Cedar Ridge school district closed all schools.", {"cedar-ridge-school-district"}),
    ("Leith town council voted against the plan.", {"leith-town-council"}),
    ("Germany's Constitutional Court rejected it.", {"germany-s-constitutional-court"}),
    ("The state Senate rejected the measure.", {"senate"}),
    ("Statistics Finland said output had fallen.", {"statistics-finland"}),
    ("Speaker of the State Assembly Kavita Rao adjourned it.", {"state-assembly", "kavita-rao"}),
    ("The case went to the Commission on Fair Wages.", {"commission-on-fair-wages"}),
]
HOUSES = [
    ("Its Dutch rival Veldkamp made an offer.", "veldkamp"),
    ("Veldkamp, in which the state holds a third, agreed to pay more.", "veldkamp"),
    ("Holger Vint, the chief executive of Bauwerk, resigned.", "bauwerk"),
    ("Lawyers for Zentrax said the claim was baseless.", "zentrax"),
    ("Volta Grid and Enerco will merge. Both Volta Grid and Enerco are owned by Halden Partners.", "volta-grid"),
    ("Red Marten, a ransomware gang that hit two hospitals, claimed it.", "red-marten"),
    ("The RVNT is looking into it.", "rvnt"),
    ("Cllr Bo Stam, whose Nova Lista colleagues objected, left.", "nova-lista"),
]
PEOPLE = [
    ("Tahlia Brennock KC told the jury he had lied.", "tahlia-brennock"),
    ("Lady Justice Ambrel, sitting with Mr Justice Cotgrave, allowed the appeal.", "mr-justice-cotgrave"),
    ("Councillors Meg Aster and Piers Lomax voted against.", "meg-aster"),
    ("The owner of Norvik Trading, Oleg Brassov, was sanctioned.", "oleg-brassov"),
    ("Sir Alan Brock died on Monday. His wife, Ellen, said he had been ill.", "ellen"),
]
NOBODY = [
    "The National Insurance rise worries many.",
    "A Turkish court freed the man.",
    "Meanwhile police chiefs met.",
    "The Westport firm behind the scheme was fined.",
    "Two Kenyan health agencies were merged.",
]


def found(context):
    return {one.value for one in find_actors(context, ()) if one.value and one.actor_kind not in ("state", "media")}


@pytest.mark.parametrize(("text", "idents"), BODIES)
def test_bodies(context_of, text, idents):
    """A body in lower case behind its state, place or district; bodies of ordinary words in a state's genitive."""
    assert found(context_of(text)) == idents


@pytest.mark.parametrize(("text", "ident"), HOUSES)
def test_houses(context_of, text, ident):
    """An odd name that has a chief executive, is bought, or declines to comment is an organisation."""
    assert ident in found(context_of(text))


@pytest.mark.parametrize(("text", "ident"), PEOPLE)
def test_people(context_of, text, ident):
    """Letters behind a name, titles of judges, roles in the plural and relatives say that somebody is meant."""
    assert ident in found(context_of(text))


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(context_of, text):
    """Programmes, one court of many, and firms named only by their town are none."""
    assert found(context_of(text)) == set()


def test_body_again(context_of):
    """The bare noun later means the one body the article has named."""
    mentions = find_actors(context_of("Denmark's central bank met. The central bank said prices rose."), ())
    assert [one.value for one in mentions if one.rule == "description"] == ["denmark-s-central-bank"]


def test_outlet_part(context_of):
    """A part of an outlet is one mention of the outlet."""
    mentions = find_actors(context_of("He told BBC Radio Tarn that he would stay."), ())
    assert ("BBC Radio Tarn", "bbc") in {(one.text, one.value) for one in mentions}


def test_town_as_team(context_of):
    """In a report of sport a town that plays is its team, and elsewhere a place."""
    text = (
        "Lyon beat Bilbao 2-0. The coach praised the goalkeeper, the players and the team. The match in Lyon drew few."
    )
    mentions = find_actors(context_of(text), ())
    assert {(one.text, one.actor_kind) for one in mentions} >= {("Lyon", "organisation"), ("Bilbao", "organisation")}
    assert not find_actors(context_of("Lyon lost power on Monday."), ())


def test_based(context_of):
    """Who is based in a town, and what brought a case, are houses."""
    text = "Athens-based Pelagos Shipkeep paid. Milieuwacht, which brought the case, welcomed it."
    assert found(context_of(text)) == {"pelagos-shipkeep", "milieuwacht"}
