"""A small corpus that has one of everything, and the project's own templates."""

from pathlib import Path

import pytest

from generator.model.corpus import Corpus, Page
from generator.model.dates import parse_edtf
from generator.model.records import (
    Actor,
    ArticleRecord,
    Briefing,
    Citation,
    Event,
    Figure,
    Judgement,
    Office,
    Outlet,
    Place,
    Quote,
    Remark,
)
from generator.model.text import RelatedLine
from generator.problems import Where
from generator.relate import relate
from generator.render.pages import environment, render_page
from generator.settings import Settings
from generator.views import page_models

ROOT = Path(__file__).parents[2]


def _where(folder, name):
    return Where(f"content/{folder}/{name}.yml")


def _actors():
    minister = Office("Harbour Minister", "northland", from_=parse_edtf("2024-05"), to=parse_edtf("2025-03-01"))
    return (
        Actor("ada-holm", "Ada Holm", aliases=("Holm",), offices=(minister,), country="northland", wikidata="Q42"),
        Actor("northland", "Northland", kind="state"),
        Actor("bo-lind", "Bo Lind", status="extracted"),
    )


def _articles():
    return (
        ArticleRecord(
            "gazette-2025-03-02-port",
            title="Minister opens the new port",
            outlet="gazette",
            url="https://gazette.example/port",
            published=parse_edtf("2025-03-02"),
            published_basis="stated",
            related=(
                RelatedLine("Port costs double", prefix="Herald", prefix_kind="outlet"),
                RelatedLine("Dockers end their strike"),
            ),
            sources=("https://port.example/release",),
        ),
        ArticleRecord(
            "herald-2025-03-03-costs",
            title="Port costs double",
            outlet="herald",
            url="https://herald.example/costs",
            published=parse_edtf("2025-03-03"),
            published_basis="assumed",
        ),
    )


def _opening():
    return Event(
        "2025-03-01-holm-opens-port",
        "Holm opened the port <of Northland> & spoke",
        date=parse_edtf("2025-03-01"),
        date_basis="inferred",
        date_note='the text says "on Saturday"',
        type="announcement",
        actors={"ada-holm": "speaker", "northland": "spoken_of", "carl-unknown": "counterpart"},
        unnamed={"a dock worker": "speaker"},
        places=("east-harbour",),
        quotes=(
            Quote("ada-holm", "The gates are open"),
            Quote("a dock worker", "too late", kind="partial", article="herald-2025-03-03-costs"),
        ),
        remarks=(Remark("ada-holm", "She said that more berths would follow."),),
        figures=(
            Figure("12", what="berths", as_written="a dozen"),
            Figure("2", unit="year", as_written="two years"),
            Figure("300", unit="EUR", modifier="about"),
        ),
        sources={
            "gazette-2025-03-02-port": Citation(
                quote=("Harbour Minister Ada Holm opened the port on Saturday before some two hundred guests.",),
                according_to="herald",
            ),
            "herald-2025-03-03-costs": Citation(quote=("The port was opened on Saturday.",), says="It was on Sunday."),
        },
        note="Checked **twice**. <b>",
        aliases=("2025-03-01-port",),
    )


def _events():
    return (
        _opening(),
        Event(
            "2025-03-port-costs",
            "Costs of the port were found to have doubled",
            date=parse_edtf("../2025-03-03"),
            date_basis="inferred",
            type="investigation",
            sources={"herald-2025-03-03-costs": Citation(quote=("Costs have doubled.",))},
        ),
        Event(
            "2024-strike",
            "Dockers went on strike",
            date=parse_edtf("2024-21"),
            date_basis="stated",
            type="strike-action",
            actors={"bo-lind": "agent"},
            sources={"leaflet": Citation(url="https://dockers.example/x", outlet="nowhere-known", title="Strike!")},
            status="reviewed",
        ),
        Event(
            "undated-plan",
            "A second port is to be built",
            status="planned",
            sources={"leaflet": Citation(url="https://d.example/")},
        ),
        Event("1990s-idea", "The port was first thought of", date=parse_edtf("199X~"), date_basis="stated"),
        Event(
            "2025-04-10-review",
            "A review is to begin",
            date=parse_edtf("2025-04-10"),
            date_basis="stated",
            status="planned",
        ),
        Event("2025-02-works", "Works went on", date=parse_edtf("2025-02-25/2025-03-04"), date_basis="stated"),
        Event("dismissed-one", "Nothing of the kind", date=parse_edtf("2025-03-01"), status="dismissed"),
    )


@pytest.fixture(scope="session")
def settings():
    return Settings(root=ROOT, repo_url="https://forge.example/team/story")


@pytest.fixture(scope="session")
def corpus(settings):
    def by_id(folder, records):
        return {
            r.id: r.__class__(**{f: getattr(r, f) for f in r.__struct_fields__} | {"where": _where(folder, r.id)})
            for r in records
        }

    briefing = Briefing(
        "first-week",
        "The port opens",
        from_=parse_edtf("2025-03-01"),
        to=parse_edtf("2025-03-07"),
        actors=("ada-holm",),
        bottom_line="The port is open.",
        judgements=(Judgement("Costs will rise further.", likelihood="likely", confidence="low"),),
        gaps=("Who pays.",),
        watch=("The review in April.",),
    )
    raw = Corpus(
        events=by_id("events/2025", _events()),
        articles=by_id("articles", _articles()),
        actors=by_id("actors", _actors()),
        places=by_id("places", (Place("east-harbour", "East Harbour", "site", latitude="60.1", longitude="24.9"),)),
        outlets=by_id("outlets", (Outlet("gazette", "The Gazette", reliability="B"), Outlet("herald", "Herald"))),
        briefings=by_id("briefings", (briefing,)),
    )
    related, _ = relate(raw, settings)
    return related


@pytest.fixture(scope="session")
def models(corpus, settings):
    return {model.path: model for model in page_models(corpus, settings)}


@pytest.fixture(scope="session")
def pages(models, settings) -> dict[str, Page]:
    env = environment(settings)
    return {path: render_page(env, model) for path, model in models.items()}
