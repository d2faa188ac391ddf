"""Articles that have to do with each other, by what their records share, with the reason in words.

Rare actors and places count more than common ones (inverse document frequency). An actor of a thousand articles links
each only to its neighbours in time, so the work grows with the number of articles.
"""

from collections import Counter, defaultdict
from datetime import date
from math import exp, log
from typing import NamedTuple

import msgspec

from generator.model.corpus import Corpus, RelatedArticle
from generator.problems import Problem
from generator.relate.names import readable
from generator.settings import Settings

_NEIGHBOURS, _NEAREST = 12, 4
_COMMON = 60  # articles that name it: a commoner name links only the nearest
_KEPT = 6
_LEAST = 1.5
_FADE = 30.0  # days after which nearness in time counts for little
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class _Facts(NamedTuple):
    """What the events of one article name."""

    published: date | None
    events: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]


def relate_articles(corpus: Corpus, _settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Fill in `Corpus.related`, the best first, at most six for an article."""
    facts = _facts(corpus)
    weights = _weights(facts)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for first, second in _near(facts):
        score = _score(facts[first], facts[second], weights)
        if score >= _LEAST:
            found[first].append((-score, second))
            found[second].append((-score, first))
    related = {
        key: tuple(
            RelatedArticle(o, _reason(corpus, facts[key], facts[o], weights), -s) for s, o in sorted(best)[:_KEPT]
        )
        for key, best in found.items()
    }
    return msgspec.structs.replace(corpus, related=related), ()


def _facts(corpus: Corpus) -> dict[str, _Facts]:
    told: dict[str, list[str]] = defaultdict(list)
    for event in corpus.events.values():
        if event.status != "dismissed":
            for source in event.sources:
                told[source].append(event.id)
    return {
        article.id: _Facts(
            article.published.anchor,
            frozenset(told[article.id]),
            frozenset(actor for e in told[article.id] for actor in corpus.events[e].actors),
            frozenset(place for e in told[article.id] for place in corpus.events[e].places),
        )
        for article in corpus.articles.values()
        if article.status != "dismissed"
    }


def _weights(facts: dict[str, _Facts]) -> dict[str, float]:
    """How telling each name is: the logarithm of all articles over those that name it."""
    counts = Counter(name for fact in facts.values() for name in fact.actors | fact.places)
    return {name: log((1 + len(facts)) / (1 + count)) for name, count in counts.items()}


def _near(facts: dict[str, _Facts]) -> list[tuple[str, str]]:
    """Pairs that share something, each name linking an article to its nearest in time."""
    by_time = sorted(facts, key=lambda key: (facts[key].published or date.max, key))
    naming: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in by_time:
        for kind, names in zip(("event", "actor", "place"), facts[key][1:], strict=True):
            for name in names:
                naming[kind, name].append(key)
    pairs = {
        (key, other)
        for keys in naming.values()
        for index, key in enumerate(keys)
        for other in keys[index + 1 : index + 1 + (_NEIGHBOURS if len(keys) <= _COMMON else _NEAREST)]
    }
    return sorted((a, b) if a < b else (b, a) for a, b in pairs)


def _score(a: _Facts, b: _Facts, weights: dict[str, float]) -> float:
    names = sum(weights[name] for name in a.actors & b.actors) + 0.5 * sum(weights[p] for p in a.places & b.places)
    days = _days_apart(a, b)
    fade = 0.25 if days is None else 0.25 + 0.75 * exp(-days / _FADE)
    return 4.0 * len(a.events & b.events) + names * fade


def _days_apart(a: _Facts, b: _Facts) -> int | None:
    return abs((a.published - b.published).days) if a.published and b.published else None


def _reason(corpus: Corpus, a: _Facts, b: _Facts, weights: dict[str, float]) -> str:
    common = sorted(a.events & b.events)
    if common:
        titles = "; ".join(corpus.events[event].title for event in common[:2])
        more = "; and more" if len(common) > 2 else ""
        return f"{_number(len(common))} event{'s' * (len(common) > 1)} in common: {titles}{more}"
    shared = sorted(a.actors & b.actors, key=lambda n: (-weights[n], n))[:3] or sorted(a.places & b.places)[:3]
    return f"both name {_listed([_name(corpus, name) for name in shared])}{_apart(_days_apart(a, b))}"


def _name(corpus: Corpus, record_id: str) -> str:
    record = corpus.actors.get(record_id) or corpus.places.get(record_id)
    return record.name if record else readable(record_id)


def _listed(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _apart(days: int | None) -> str:
    if days is None:
        return ""
    return ", on the same day" if not days else f", {_number(days)} day{'s' * (days > 1)} apart"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
