"""The timeline, newest or oldest first, and a page for each of its months, years and wider headings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from generator.model.records import Event
from generator.views.buckets import UNDATED, bucket, day_key, is_month, label, year_of
from generator.views.catalogue import Catalogue
from generator.views.density import density
from generator.views.page import PageModel, Plan
from generator.views.rows import Group, Link
from generator.views.words import day_words

_WHOLE = 1500
"""Events a timeline page lists in full; beyond, it lists the nearest and leads to the months for the rest."""
_NEAREST = 300
_LONGEST = 731  # days that a span is carried along the months it continues in


def timeline_pages(catalogue: Catalogue) -> Iterator[Plan]:
    """`timeline/index`, the same in the other order, and a page for each bucket."""
    newest_first = catalogue.settings.order == "newest"
    yield Plan("timeline/index", partial(_timeline, catalogue, "timeline/index", newest_first=newest_first))
    other = "timeline/oldest" if newest_first else "timeline/newest"
    yield Plan(other, partial(_timeline, catalogue, other, newest_first=not newest_first))
    keys = catalogue.buckets
    continuing = _continuing(catalogue.events)
    articles = _published(catalogue)
    for index, key in enumerate(keys):
        near = (keys[index - 1] if index else "", keys[index + 1] if index + 1 < len(keys) else "")
        make = partial(_bucket_page, catalogue, key, near, continuing.get(key, ()), articles.get(key, ()))
        yield Plan(f"timeline/{key}", make)


def years(catalogue: Catalogue) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Each year with its months, newest first, as links with counts: the way from the home page to every event."""
    months: dict[str, list[Link]] = defaultdict(list)
    keys = catalogue.buckets
    for key in keys:
        if is_month(key):
            months[key[:4]].append(_link(catalogue, key))
    tops = sorted((key for key in keys if not is_month(key) and key != UNDATED), reverse=True)
    undated = [key for key in keys if key == UNDATED]
    return tuple((_link(catalogue, key), tuple(months[key])) for key in (*tops, *undated))


def grouped(catalogue: Catalogue, events: Sequence[Event], *, newest_first: bool) -> tuple[Group, ...]:
    """Events under the headings of the timeline."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[bucket(event.date)].append(event)
    groups = [
        Group(
            key, label(key), catalogue.rows_of(reversed(found[key]) if newest_first else found[key]), f"timeline/{key}"
        )
        for key in sorted(found, reverse=newest_first)
    ]
    dated, undated = [g for g in groups if g.key != UNDATED], [g for g in groups if g.key == UNDATED]
    return (*dated, *undated)


def by_day(catalogue: Catalogue, events: Sequence[Event], *, newest_first: bool = False) -> tuple[Group, ...]:
    """Events under their days; first those whose day is not known."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[day_key(event.date)].append(event)
    keys = sorted(found, key=lambda key: (bool(key), key), reverse=newest_first)
    return tuple(
        Group(
            f"d{key}" if key else "day-not-known", _day_label(key), catalogue.rows_of(found[key]), "", len(found[key])
        )
        for key in keys
    )


def _timeline(catalogue: Catalogue, path: str, *, newest_first: bool) -> PageModel:
    whole = len(catalogue.events) <= _WHOLE
    dated = [event for event in catalogue.events if event.date.anchor]
    shown = catalogue.events if whole else dated[-_NEAREST:] if newest_first else dated[:_NEAREST]
    model = {
        "newest_first": newest_first,
        "other": "timeline/index"
        if path != "timeline/index"
        else "timeline/oldest"
        if newest_first
        else "timeline/newest",
        "groups": grouped(catalogue, shown, newest_first=newest_first),
        "years": years(catalogue),
        "chart": density(catalogue.events),
        "total": len(catalogue.events),
        "shown": len(shown),
    }
    title = "Timeline" if path == "timeline/index" else f"Timeline, {'newest' if newest_first else 'oldest'} first"
    meta = {"description": f"All {len(catalogue.events)} events, by year and month."}
    return PageModel(path, "pages/timeline.html", title, model, meta)


def _bucket_page(
    catalogue: Catalogue, key: str, near: tuple[str, str], continuing: Sequence[Event], articles: Sequence[str]
) -> PageModel:
    events = catalogue.by_bucket.get(key, ())
    inside = [event for k in _within_year(catalogue, key) for event in catalogue.by_bucket.get(k, ())]
    model = {
        "key": key,
        "label": label(key),
        "days": by_day(catalogue, events)
        if is_month(key)
        else (Group(key, "", catalogue.rows_of(events)),)
        if events
        else (),
        "continuing": catalogue.rows_of(continuing),
        "months": tuple(_link(catalogue, k) for k in _within_year(catalogue, key) if is_month(k) and not is_month(key)),
        "articles": tuple(catalogue.article_row(catalogue.corpus.articles[article]) for article in articles),
        "before": Link(label(near[0]), f"timeline/{near[0]}") if near[0] else None,
        "after": Link(label(near[1]), f"timeline/{near[1]}") if near[1] else None,
        "chart": density(inside),
        "total": len(inside),
    }
    meta = {"description": f"{len(inside)} events of {label(key)}."}
    return PageModel(f"timeline/{key}", "pages/month.html", label(key), model, meta)


def _within_year(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """A year with its months; any other bucket alone."""
    if len(key) != 4:
        return (key,)
    return tuple(k for k in catalogue.buckets if year_of(k) == key)


def _link(catalogue: Catalogue, key: str) -> Link:
    return Link(label(key), f"timeline/{key}", len(catalogue.by_bucket.get(key, ())))


def _published(catalogue: Catalogue) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for article in reversed(catalogue.articles):
        found[bucket(article.published)].append(article.id)
    return found


def _continuing(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Spans of days under each later month that they reach into."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        start, end = event.date.start, event.date.end
        if event.date.precision != "span" or not start or not end or (end - start).days > _LONGEST:
            continue
        last = end.year * 12 + end.month - 1 - (end.day == 1)
        for n in range(start.year * 12 + start.month, last + 1):
            found[f"{n // 12:04}-{n % 12 + 1:02}"].append(event)
    return found


def _day_label(key: str) -> str:
    return day_words(date.fromisoformat(key)) if key else "Day not known"
