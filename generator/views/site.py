"""All views in their order, and the pages they make of a corpus."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.model.corpus import Corpus
from generator.settings import Settings
from generator.views.actors import actor_pages
from generator.views.articles import article_pages
from generator.views.briefings import briefing_pages
from generator.views.catalogue import Catalogue
from generator.views.events import event_pages
from generator.views.home import home_page
from generator.views.outlets import outlet_pages
from generator.views.page import PageModel, Plan
from generator.views.places import place_pages
from generator.views.redirects import redirect_pages
from generator.views.review import review_page
from generator.views.timeline import timeline_pages

View = Callable[[Catalogue], Iterable[Plan]]


class Views(NamedTuple):
    """One field a view; the order of the fields is the order pages are made in."""

    home: View = home_page
    timeline: View = timeline_pages
    events: View = event_pages
    actors: View = actor_pages
    articles: View = article_pages
    places: View = place_pages
    outlets: View = outlet_pages
    briefings: View = briefing_pages
    review: View = review_page
    redirects: View = redirect_pages


VIEWS = Views()


def page_models(corpus: Corpus, settings: Settings) -> Iterator[PageModel]:
    """Every page of the site, from a corpus the relating stages have been through."""
    for plan in page_plans(Catalogue(corpus, settings)):
        yield plan.make()


def page_plans(catalogue: Catalogue) -> Iterator[Plan]:
    """Every page of the site, its model not made yet."""
    for view in VIEWS:
        yield from view(catalogue)
