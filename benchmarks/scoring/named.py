"""Scores the actors, the quotes with their speaker and the related lines of one article."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from slugify import slugify

from scoring.counting import Count, best
from scoring.gold import Span, bare, find, overlaps, quotes

Tree = Mapping[str, Any]
ENOUGH = 0.8  # share of the longer span that two quotes have in common
_ARTICLES = ("the-", "a-", "an-")


def names(tree: Tree) -> dict[str, set[str]]:
    """The actors named in `tree`, by id, each with how the text writes it; unnamed ones are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in tree["mentions"]:
        if one["kind"] == "actor" and one["value"]:
            found[one["value"]].add(_plain(one["text"]))
    return found


def _plain(text: str) -> str:
    slug = slugify(text)
    return next((slug.removeprefix(word) for word in _ARTICLES if slug.startswith(word)), slug)


def actors(tree: Tree, gold: Mapping[str, Any]) -> Count:
    """Named actors, by id or by a name of the text."""
    found = names(tree)
    wanted = [one["name"] for one in gold["actors"] if one["kind"] != "unnamed"]
    pairs = best((index, at) for index, name in enumerate(wanted) for at in _who(name, found))
    hit = {at for _, at in pairs}
    optional = {at for name in gold["optional_actors"] for at in _who(name, found)}
    return Count(len(pairs), len(wanted), len(pairs) + len(set(range(len(found))) - hit - optional))


def _who(name: str, found: Mapping[str, set[str]]) -> list[int]:
    """Positions in `found` of the actors that are `name`, those of that very id first."""
    slug = _plain(name)
    near = [
        (_plain(value) != slug, at)
        for at, (value, texts) in enumerate(found.items())
        if slug in {_plain(value), *texts}
    ]
    return [at for _, at in sorted(near)]


def spoken(tree: Tree, gold: Mapping[str, Any]) -> Count:
    """Quotes with their speaker; words in marks that nobody is said to have spoken are left out."""
    text, known = tree["article"]["text"], names(tree)
    wanted = quotes(text, gold["quotes"])
    found = [(span, one) for one in tree["mentions"] if _is_spoken(one) for span in _lines(text, one)]
    pairs = best(
        (index, at)
        for index, quote in enumerate(wanted)
        for at, (span, one) in enumerate(found)
        if common(quote.span, span) >= ENOUGH and same_speaker(quote.speaker, one, text, known)
    )
    optional = [place for words in gold["optional_quotes"] if (place := find(text, words))]
    hit = {at for _, at in pairs}
    false = [
        at for at, (span, _) in enumerate(found) if at not in hit and not any(overlaps(span, one) for one in optional)
    ]
    return Count(len(pairs), len(wanted), len(pairs) + len(false))


def _is_spoken(mention: Mapping[str, Any]) -> bool:
    """True for words in quotation marks that somebody is said to have spoken."""
    return (
        mention["kind"] == "quote"
        and mention["quote_kind"] in ("direct", "partial")
        and bool(mention["speaker"] or mention["speaker_end"])
    )


def _lines(text: str, mention: Mapping[str, Any]) -> Iterator[Span]:
    """The mention's span, one for each paragraph it runs over."""
    start = mention["start"]
    for line in text[start : mention["end"]].split("\n"):
        span = bare(text, (start, start + len(line)))
        if span[1] > span[0]:
            yield span
        start += len(line) + 1


def common(one: Span, other: Span) -> float:
    """The characters two spans share, as a part of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / max(one[1] - one[0], other[1] - other[0], 1)


def same_speaker(wanted: str, mention: Mapping[str, Any], text: str, known: Mapping[str, set[str]]) -> bool:
    """True when the mention's speaker is `wanted`: by id, by a name the text gives that id, or, unnamed, by description."""
    slug, value = _plain(wanted), mention["speaker"]
    if value:
        return slug == _plain(value) or slug in known.get(value, ())
    described = set(_plain(text[mention["speaker_start"] : mention["speaker_end"]]).split("-"))
    return bool(described) and (described <= set(slug.split("-")) or set(slug.split("-")) <= described)


def related(tree: Tree, gold: Mapping[str, Any]) -> Count:
    """Related lines with their prefix and what it is."""
    found, wanted = (
        Counter((one["prefix_kind"], slugify(one["prefix"]), slugify(one["headline"])) for one in lines)
        for lines in (tree["article"]["related"], gold["related"])
    )
    return Count((found & wanted).total(), wanted.total(), found.total())
