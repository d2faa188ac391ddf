"""References by an earlier id lead to the record that had it."""

import msgspec

from generator.model.corpus import Corpus
from generator.model.records import (
    Actor,
    ArticleRecord,
    Briefing,
    Citation,
    Event,
    Office,
    Outlet,
    Place,
    Quote,
    Remark,
)
from generator.model.text import RelatedLine
from generator.relate.former import follow_former
from generator.relate.names_taken import check_names
from generator.settings import Settings

EVENT = Event(
    "e",
    "Ada Holm opened the port",
    actors={"holm": "agent", "larsen": "absent"},
    places=("port",),
    quotes=(Quote("holm", "Good.", to="holm", article="talk"),),
    remarks=(Remark("holm", "She said more.", article="talk"),),
    sources={"talk": Citation(("She opened it.",), according_to="post", outlet="post")},
    distinct_from=("d0",),
)
CORPUS = Corpus(
    events={"e": EVENT, "d": Event("d", "Another", aliases=("d0",))},
    articles={
        "talk-2": ArticleRecord(
            "talk-2", outlet="post", related=(RelatedLine("X", article="talk"),), former_ids=("talk",)
        )
    },
    actors={
        "ada-holm": Actor("ada-holm", "Ada Holm", former_ids=("holm",)),
        "larsen": Actor("larsen", "Larsen", country="dk", offices=(Office("Head", organisation="dk"),)),
        "denmark": Actor("denmark", "Denmark", "state", former_ids=("dk",)),
    },
    places={"harbour": Place("harbour", "Harbour", country="dk", former_ids=("port",))},
    outlets={"the-post": Outlet("the-post", "The Post", former_ids=("post",))},
    briefings={"b": Briefing("b", "B", actors=("holm", "ada-holm"), places=("port",))},
)


def test_every_reference_is_led_to_the_id_of_today(tmp_path):
    """Of every kind of record, in every field that names one."""
    corpus, problems = follow_former(CORPUS, Settings(root=tmp_path))
    assert not problems
    event = corpus.events["e"]
    assert event.actors == {"ada-holm": "agent", "larsen": "absent"}
    assert (event.places, event.distinct_from, [*event.sources]) == (("harbour",), ("d",), ["talk-2"])
    assert (event.quotes[0].speaker, event.quotes[0].to, event.quotes[0].article) == ("ada-holm", "ada-holm", "talk-2")
    assert (event.remarks[0].speaker, event.remarks[0].article) == ("ada-holm", "talk-2")
    assert (event.sources["talk-2"].according_to, event.sources["talk-2"].outlet) == ("the-post", "the-post")
    article = corpus.articles["talk-2"]
    assert (article.outlet, article.related[0].article) == ("the-post", "talk-2")
    assert (corpus.actors["larsen"].country, corpus.actors["larsen"].offices[0].organisation) == ("denmark", "denmark")
    assert corpus.places["harbour"].country == "denmark"
    assert (corpus.briefings["b"].actors, corpus.briefings["b"].places) == (("ada-holm",), ("harbour",))


def test_it_is_done_once(tmp_path):
    """A second time changes nothing, and what names only today's ids stays the same object."""
    corpus, _ = follow_former(CORPUS, Settings(root=tmp_path))
    again, _ = follow_former(corpus, Settings(root=tmp_path))
    assert again == corpus
    assert again.events["e"] is corpus.events["e"]


def test_an_id_that_a_record_has_is_its_own(tmp_path):
    """An earlier id that somebody else has now leads to that one, and is told."""
    actors = {"holm": Actor("holm", "Bo Holm"), "ada-holm": Actor("ada-holm", "Ada Holm", former_ids=("holm",))}
    corpus = msgspec.structs.replace(CORPUS, actors=actors)
    settings = Settings(root=tmp_path)
    assert "holm" in follow_former(corpus, settings)[0].events["e"].actors
    assert [problem.code for problem in check_names(corpus, settings)[1]] == ["alias-taken"]
