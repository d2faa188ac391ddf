"""Scores what `dateline annotate` finds in the blind articles: events, dates, actors, quotes, related lines.

A tree is the JSON object of one article as `generator.extract.annotate.as_tree` gives it. Events of polarity denied or
hypothetical are no records and are left out. What matches only something optional in the gold counts neither way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from slugify import slugify

from scoring.counting import Count, best
from scoring.gold import GoldEvent, Span, events, find, overlaps, same_time
from scoring.named import Tree, actors, related, spoken


class Predicted(NamedTuple):
    """An event as found; `spans` of its sentences, the one it stands in first."""

    title: str
    spans: tuple[Span, ...]
    date: str
    type: str
    actors: Mapping[str, str]


class Score(NamedTuple):
    """The figures of one article. `counts`: F1 by name; `shares`: hits of a total by name; `errors`: a line for each."""

    counts: Mapping[str, Count]
    shares: Mapping[str, tuple[int, int]]
    errors: tuple[str, ...]


def score(tree: Tree, gold: Mapping[str, Any]) -> Score:
    """The figures of one article."""
    text = tree["article"]["text"]
    wanted = events(text, gold["events"])
    found = predicted(tree)
    pairs = matched(wanted, found, dated=False)
    dated = matched(wanted, found, dated=True)
    optional = events(text, gold["optional_events"])
    counts = {
        "event sentence with exact date": _count(wanted, found, dated, optional),
        "event sentence": _count(wanted, found, pairs, optional),
        "actors": actors(tree, gold),
        "quote with speaker": spoken(tree, gold),
        "related with prefix": related(tree, gold),
    }
    planted = tuple(find(text, words) for words in gold["not_events"])
    shares = {
        "false dated events": (sum(_has_event(one, found, closed=False) for one in planted), len(planted)),
        "of these with a date of their own": (
            sum(_has_event(one, found, closed=True) for one in planted),
            len(planted),
        ),
        "right type": (sum(found[at].type in wanted[index].types for index, at in pairs), len(pairs)),
        "title words": (sum(_has_words(wanted[index], found[at]) for index, at in pairs), len(pairs)),
        "roles": _roles([(wanted[index], found[at]) for index, at in pairs]),
    }
    return Score(counts, shares, tuple(_errors(wanted, found, dated, optional, planted)))


def total(scores: Iterable[Score]) -> Score:
    """The figures of several articles together."""
    counts: dict[str, Count] = defaultdict(Count)
    shares: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    lines: list[str] = []
    for one in scores:
        for name, count in one.counts.items():
            counts[name] = counts[name].plus(count)
        for name, (hits, of) in one.shares.items():
            shares[name] = (shares[name][0] + hits, shares[name][1] + of)
        lines.extend(one.errors)
    return Score(counts, shares, tuple(lines))


def predicted(tree: Tree) -> tuple[Predicted, ...]:
    """The events of `tree` that would become records."""
    sentences = [(one["start"], one["end"]) for one in tree["sentences"]]
    return tuple(
        Predicted(
            one["title"],
            tuple(sentences[index] for index in one["sentences"]),
            one["date"],
            one["type"],
            one["actors"],
        )
        for one in tree["events"]
        if one["polarity"] in ("asserted", "planned") and one["sentences"]
    )


def matched(wanted: Sequence[GoldEvent], found: Sequence[Predicted], *, dated: bool) -> list[tuple[int, int]]:
    """Pairs of indices that share a sentence, each event in one pair at most; `dated`: only those of equal date."""
    pairs = sorted(
        (not _dated(one, other), not overlaps(one.span, other.spans[0]), index, at)
        for index, one in enumerate(wanted)
        for at, other in enumerate(found)
        if _share(one, other) and (not dated or _dated(one, other))
    )
    return best((index, at) for _, _, index, at in pairs)


def _share(one: GoldEvent, other: Predicted) -> bool:
    return any(overlaps(span, sentence) for span in one.spans for sentence in other.spans)


def _dated(one: GoldEvent, other: Predicted) -> bool:
    return any(same_time(date, other.date) for date in one.dates)


def _count(
    wanted: Sequence[GoldEvent],
    found: Sequence[Predicted],
    pairs: Sequence[tuple[int, int]],
    optional: Sequence[GoldEvent],
) -> Count:
    hit = {at for _, at in pairs}
    false = [one for at, one in enumerate(found) if at not in hit and not _is_optional(one, wanted, optional)]
    return Count(len(pairs), len(wanted), len(pairs) + len(false))


def _is_optional(one: Predicted, wanted: Sequence[GoldEvent], optional: Sequence[GoldEvent]) -> bool:
    """True for an event of an optional sentence; where that sentence has a gold event too, only with the optional date."""
    near = [other for other in optional if overlaps(other.span, one.spans[0])]
    return any(same_time(other.date, one.date) for other in near) or (
        bool(near) and not any(_share(it, one) for it in wanted)
    )


def _has_event(planted: Span | None, found: Sequence[Predicted], *, closed: bool) -> bool:
    return planted is not None and any(
        one.date and not (closed and ".." in one.date) and overlaps(one.spans[0], planted) for one in found
    )


def _has_words(wanted: GoldEvent, found: Predicted) -> bool:
    return all(word.lower() in found.title.lower() for word in wanted.title_words)


def _roles(pairs: Sequence[tuple[GoldEvent, Predicted]]) -> tuple[int, int]:
    """How many named actors of the matched events have their role, of how many."""
    hits = sum(
        found.actors.get(slugify(name)) == role for wanted, found in pairs for name, role in wanted.actors.items()
    )
    return hits, sum(len(wanted.actors) for wanted, _ in pairs)


def _errors(
    wanted: Sequence[GoldEvent],
    found: Sequence[Predicted],
    dated: Sequence[tuple[int, int]],
    optional: Sequence[GoldEvent],
    planted: Sequence[Span | None],
) -> Iterator[str]:
    hit, right = {at for _, at in dated}, {index for index, _ in dated}
    for index, one in enumerate(wanted):
        near = [] if index in right else [other for other in found if _share(one, other)]
        if index not in right:
            label = "wrong date" if near else "missed"
            yield f"{label}\t{one.date}\t{one.name}\t{'; '.join(f'{it.date or None} {it.title}' for it in near)}"
    for at, event in enumerate(found):
        if at not in hit and not _is_optional(event, wanted, optional):
            label = "planted" if any(one and overlaps(event.spans[0], one) for one in planted) else "false"
            yield f"{label}\t{event.date}\t{event.title}"
