"""How many events fell on each day, month or year: a bar chart as plain numbers, which macros/chart.html draws.

The unit follows where nineteen events in twenty fall, so that one remote background event does not flatten the rest; what
lies outside, or has no exact day, is counted in the description instead of being drawn falsely.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from generator.model.records import Event
from generator.views.buckets import bucket, is_month
from generator.views.words import day_words, month_words

WIDTH, HEIGHT = 720.0, 96.0
_DAYS, _MONTHS, _YEARS = 92, 120, 150
_WEEKS = 40  # bars: so few are labelled each seventh
_LEAST = 3  # bars: fewer show nothing that a list does not


class Bar(msgspec.Struct, frozen=True, gc=False):
    """One bar in the chart's own units, `y` counted from the top; `path` is the page it leads to."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    path: str


class Tick(msgspec.Struct, frozen=True, gc=False):
    """A label below the bars; `at` is its place in percent of the width."""

    at: float
    label: str


class Chart(msgspec.Struct, frozen=True, gc=False):
    """A bar chart of `width` by `height` units with its words for those who do not see it."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    highest: int
    width: float = WIDTH
    height: float = HEIGHT


def density(events: Sequence[Event]) -> Chart | None:
    """The chart of these events; `None` when they fill fewer than three bars."""
    days = sorted(event.date.start for event in events if event.date.start and event.date.precision in ("day", "span"))
    if not days:
        return None
    core = days[len(days) // 20], days[-1 - len(days) // 20]
    if (core[1] - core[0]).days < _DAYS:
        return _by_day(days, core, len(events))
    months = [bucket(event.date) for event in events if is_month(bucket(event.date))]
    if (core[1] - core[0]).days < _MONTHS * 30:
        return _by_month(months, core, len(events))
    years = [f"{event.date.anchor.year:04}" for event in events if event.date.anchor]
    return _chart("year", _filled_years(years), Counter(years), len(events))


def _by_day(days: list[date], core: tuple[date, date], total: int) -> Chart | None:
    first, last = core
    if (days[-1] - first).days < _DAYS:
        last = days[-1]
    first = max(days[0], last - timedelta(days=_DAYS - 1))
    keys = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    return _chart("day", keys, Counter(value.isoformat() for value in days), total)


def _by_month(months: list[str], core: tuple[date, date], total: int) -> Chart | None:
    last = max(months)
    first = max(min(months), f"{core[0].year:04}-{core[0].month:02}")
    keys = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_index(first), _index(last) + 1)][-_MONTHS:]
    return _chart("month", keys, Counter(months), total)


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _filled_years(years: Iterable[str]) -> list[str]:
    known = sorted(set(years))
    return [f"{year:04}" for year in range(int(known[0]), int(known[-1]) + 1)][-_YEARS:]


def _chart(unit: str, keys: list[str], counts: Counter[str], total: int) -> Chart | None:
    highest = max((counts[key] for key in keys), default=0)
    if sum(counts[key] > 0 for key in keys) < _LEAST:
        return None
    step = WIDTH / len(keys)
    bars = tuple(_bar(key, counts[key], n * step, step, highest) for n, key in enumerate(keys) if counts[key])
    description = _described(unit, keys, bars, total)
    return Chart(f"Events by {unit}", description, bars, _ticks(keys, step), highest)


def _described(unit: str, keys: list[str], bars: tuple[Bar, ...], total: int) -> str:
    """What the chart shows, and how many events it leaves out."""
    drawn = sum(bar.count for bar in bars)
    busiest = max(bars, key=lambda bar: bar.count)
    reach = f"{drawn} events by {unit}, from {_label(keys[0])} to {_label(keys[-1])}"
    most = f"most {'on' if unit == 'day' else 'in'} {busiest.label} ({busiest.count})."
    left = total - drawn
    if left <= 0:
        return f"{reach}; {most}"
    verbs = ("lies", "has") if left == 1 else ("lie", "have")
    return f"{reach}; {most} {left} more {verbs[0]} outside or {verbs[1]} no exact {unit}."


def _bar(key: str, count: int, x: float, step: float, highest: int) -> Bar:
    tall = round(HEIGHT * count / highest, 1)
    gap = min(2.0, step / 5)
    path = f"timeline/{key[:7]}" + (f"#d{key}" if len(key) == 10 else "")
    return Bar(round(x + gap / 2, 1), round(HEIGHT - tall, 1), round(step - gap, 1), tall, _label(key), count, path)


def _label(key: str) -> str:
    if len(key) == 4:
        return key
    value = date.fromisoformat(key if len(key) == 10 else f"{key}-01")
    return day_words(value) if len(key) == 10 else month_words(value)


def _ticks(keys: list[str], step: float) -> tuple[Tick, ...]:
    """A label where a month, year or decade begins, and at the first bar, never so close that they touch."""
    ticks: list[Tick] = []
    for n, key in enumerate(keys):
        share = 100 * n * step / WIDTH
        begins = key.endswith("-01") if len(key) > 4 else key.endswith("0")
        begins = begins or (len(keys) <= _WEEKS and n % 7 == 0)
        room = not ticks or share - ticks[-1].at > 16
        if (n == 0 or begins) and room and share < 90:
            ticks.append(Tick(round(share, 1), _tick(key)))
    return tuple(ticks)


def _tick(key: str) -> str:
    if len(key) == 10:
        value = date.fromisoformat(key)
        return day_words(value, year=False)
    return key if len(key) == 4 else f"{month_words(date.fromisoformat(f'{key}-01'))[:3]} {key[:4]}"
