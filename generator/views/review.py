"""What needs a person: every review item under what it asks for, and how much nobody has looked at yet."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial

import msgspec

from generator.problems import Problem
from generator.views.catalogue import Catalogue
from generator.views.page import PageModel, Plan
from generator.views.rows import ArticleRow, Link

_SHOWN = 200
_ID_AT_END = re.compile(r"\(([a-z0-9-]+)\)$")
_HEADINGS = {
    "edited-kept": (
        "Extraction says otherwise",
        "Your words stay. `dateline accept ID [FIELD]` takes the other, with --keep it settles that yours are right.",
    ),
    "edited-left": (
        "Edited, and not to be changed safely",
        "Compare with what extraction says, and write it yourself.",
    ),
    "alias-missing": (
        "Renamed without an alias",
        "Write the earlier id under aliases, so that its address still leads here.",
    ),
    "seed-removed": (
        "Resting on articles that are gone",
        "Bring the file back, name another source, or set status: dismissed.",
    ),
    "sources-disagree": ("Sources disagree", "Compare what each says, decide, and say why in the record's note."),
    "date-after-source": ("Dated after its own source", "Correct the date, or mark the event as planned."),
    "date-assumed": ("Dates that are assumed", "Find a source that states the date, then set date_basis: stated."),
    "date-doubtful": ("Dates that are doubtful", "Settle the date and drop its question mark."),
    "date-unknown": ("Events without a date", "Give at least a bound, such as ../2025-02-18 for 'by then'."),
    "published-assumed": (
        "Articles whose day of publication is not stated",
        "Every date in them leans on it: look it up.",
    ),
    "planned-passed": ("Planned events whose day has passed", "Say whether they took place."),
    "duplicate-possible": (
        "Possible duplicates",
        "Join the two records, or list one under distinct_from in the other.",
    ),
    "actor-unknown": ("Actors without a record", "Correct the id, or write content/actors/<id>.yml."),
    "place-unknown": ("Places without a record", "Correct the id, or write content/places/<id>.yml."),
    "outlet-unknown": ("Outlets without a record", "Correct the id, or write content/outlets/<id>.yml."),
    "article-unknown": ("Articles without a record", "Correct the id, or give the source's address in the event."),
    "event-unknown": ("Events that are referred to but not there", "Correct the id."),
    "type-unknown": ("Unknown event types", "Choose one of the list, or add it there."),
    "speaker-absent": (
        "Quoted, but not taking part",
        "Add the speaker to the event's actors, or to its unnamed sources.",
    ),
    "source-missing": ("Events without a source", "Name the article, or give an address."),
    "quote-not-found": ("Words the article does not have", "Copy them exactly."),
    "related-unresolved": (
        "Related headlines without an address",
        "Give the line an address, or the id of an article here.",
    ),
    "name-shared": ("One name, two records", "Join the records, or keep the name in one of them."),
    "alias-taken": ("Former addresses that lead to two events", "Keep the alias in one record."),
    "date-outside-office": (
        "Offices named on a day when they were not held",
        "Correct the date, the words, or the dates of the office.",
    ),
    "office-dates": ("Offices that end before they begin", "Correct the dates."),
}


class Item(msgspec.Struct, frozen=True):
    """One thing to do, with the page and the file it is about."""

    message: str
    hint: str
    title: str
    path: str
    where: str
    edit_path: str
    other: str = ""  # the page of the event that the message names by its id


class Todo(msgspec.Struct, frozen=True):
    """All items of one kind; the first 200 are listed."""

    key: str
    label: str
    advice: str
    items: tuple[Item, ...]
    total: int


def review_page(catalogue: Catalogue) -> Iterator[Plan]:
    """`review/index`."""
    yield Plan("review/index", partial(_page, catalogue))


def _page(catalogue: Catalogue) -> PageModel:
    todos = _todos(catalogue)
    model = {
        "todos": todos,
        "total": sum(todo.total for todo in todos),
        "unreviewed": _unreviewed(catalogue),
        "articles": _articles(catalogue),
    }
    return PageModel("review/index", "pages/review.html", "Review", model, {"description": "What needs a person."})


def _todos(catalogue: Catalogue) -> tuple[Todo, ...]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in dict.fromkeys(catalogue.corpus.review):
        found[problem.code].append(problem)
    titles = _titles(catalogue)
    codes = [*(code for code in _HEADINGS if code in found), *(code for code in found if code not in _HEADINGS)]
    return tuple(_todo(catalogue, code, found[code], titles) for code in codes)


def _todo(catalogue: Catalogue, code: str, problems: list[Problem], titles: dict[str, str]) -> Todo:
    label, advice = _HEADINGS.get(code, (code.replace("-", " ").capitalize(), ""))
    same_hint = advice and len({problem.hint for problem in problems}) == 1
    items = tuple(
        Item(
            p.message,
            "" if same_hint else p.hint,
            titles.get(p.where.path, ""),
            catalogue.page_of.get(p.where.path, ""),
            str(p.where),
            p.where.path,
            _named(catalogue, p.message),
        )
        for p in problems[:_SHOWN]
    )
    return Todo(code, label, advice, items, len(problems))


def _named(catalogue: Catalogue, message: str) -> str:
    match = _ID_AT_END.search(message)
    return f"events/{match[1]}" if match and match[1] in catalogue.position else ""


def _titles(catalogue: Catalogue) -> dict[str, str]:
    return {
        **{event.where.path: event.title for event in catalogue.events},
        **{article.where.path: article.title for article in catalogue.articles},
        **{actor.where.path: actor.name for actor in catalogue.actors.values()},
        **{place.where.path: place.name for place in catalogue.places.values()},
    }


def _unreviewed(catalogue: Catalogue) -> tuple[Link, ...]:
    """How many records of each kind nobody has confirmed."""
    kinds = (
        ("Events", "timeline/index", (event.status for event in catalogue.events)),
        ("Actors", "actors/index", (actor.status for actor in catalogue.actors.values())),
        ("Articles", "articles/index", (article.status for article in catalogue.articles)),
        ("Places", "places/index", (place.status for place in catalogue.places.values())),
    )
    return tuple(Link(label, path, Counter(statuses)["extracted"]) for label, path, statuses in kinds)


def _articles(catalogue: Catalogue) -> tuple[ArticleRow, ...]:
    """Articles with events nobody has confirmed, those with most of them first."""
    counts = {
        article.id: sum(event.status == "extracted" for event in catalogue.by_article.get(article.id, ()))
        for article in catalogue.articles
    }
    open_ones = sorted((key for key, count in counts.items() if count), key=lambda key: (-counts[key], key))[:_SHOWN]
    rows = (catalogue.article_row(catalogue.corpus.articles[key]) for key in open_ones)
    return tuple(msgspec.structs.replace(row, events=counts[row.id]) for row in rows)
