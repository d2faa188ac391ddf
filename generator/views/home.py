"""The home page: the newest briefing, what is coming, and the way to everything else."""

from collections.abc import Iterator
from functools import partial

from generator.views.briefings import newest, newest_day, ordered
from generator.views.catalogue import Catalogue
from generator.views.page import PageModel, Plan
from generator.views.rows import Link, Row
from generator.views.timeline import years
from generator.views.words import day_words

_UPCOMING = 12


def home_page(catalogue: Catalogue) -> Iterator[Plan]:
    """`index`."""
    yield Plan("index", partial(_home, catalogue))


def _home(catalogue: Catalogue) -> PageModel:
    written = ordered(catalogue)
    model = {
        "digest": newest(catalogue),
        "latest_briefing": Link(written[0].title, f"briefings/{written[0].id}") if written else None,
        "upcoming": upcoming(catalogue),
        "years": years(catalogue),
        "counts": _counts(catalogue),
        "as_of": day_words(catalogue.as_of) if catalogue.as_of else "",
    }
    meta = {"description": f"A sourced timeline of {len(catalogue.events)} events."}
    return PageModel("index", "pages/home.html", catalogue.settings.site_name, model, meta)


def upcoming(catalogue: Catalogue) -> tuple[Row, ...]:
    """Planned events that are not past by the newest day the records know of, the nearest first, the undated last."""
    after = catalogue.as_of or newest_day(catalogue)
    planned = (event for event in catalogue.events if event.status == "planned")
    coming = [event for event in planned if after is None or event.date.end is None or event.date.end > after]
    return catalogue.rows_of(coming[:_UPCOMING])


def _counts(catalogue: Catalogue) -> tuple[Link, ...]:
    return (
        Link("Timeline", "timeline/index", len(catalogue.events)),
        Link("Actors", "actors/index", len(catalogue.actors)),
        Link("Articles", "articles/index", len(catalogue.articles)),
        Link("Places", "places/index", len(catalogue.places)),
        Link("Outlets", "outlets/index", len(catalogue.corpus.outlets)),
        Link("Briefings", "briefings/index", len(catalogue.corpus.briefings)),
        Link("Review", "review/index", len(catalogue.corpus.review)),
    )
