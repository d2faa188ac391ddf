"""What was found in an article, for people: each sentence with its mentions, then events, related lines and new records.

Colours tell kinds apart on a terminal; without colours every line says the same in words.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import click

from generator.cli.output import listed
from generator.extract.annotate import Annotations
from generator.extract.events import EventDraft
from generator.model.mentions import Mention
from generator.model.text import Sentence

COLOURS = {
    "date": "cyan",
    "actor": "yellow",
    "place": "green",
    "quote": "magenta",
    "attribution": "blue",
    "figure": "red",
}
_LONGEST = 100  # characters of a mention on its line
_MARKS = ('"', "“", "‘", "«", "„", "»")


def listing(found: Annotations, *, rules: bool) -> Iterator[str]:
    """The lines of one article; `rules`: each mention and event says which rule made it."""
    yield from _head(found)
    inside: dict[int, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        inside[max(bisect_right(found.context.starts, mention.start) - 1, 0)].append(mention)
    for sentence in found.context.sentences:
        yield ""
        yield f"{click.style(str(sentence.index), dim=True)}  {_painted(sentence, inside[sentence.index])}"
        yield from (f"     {_mention(mention, rules=rules)}" for mention in inside[sentence.index])
    yield ""
    yield click.style(f"Events: {len(found.events) or 'none'}", bold=True)
    for draft in found.events:
        yield from _event(draft, rules=rules)
    yield from _lines(
        "Related", [f"{line.prefix}: {line.headline}".removeprefix(": ") for line in found.context.article.related]
    )
    actors = [f"actor {actor.id} ({actor.kind})" for actor in found.actors]
    yield from _lines(
        "New records", [*actors, *(f"place {place.id} ({place.kind})".removesuffix(" ()") for place in found.places)]
    )


def used_rules(found: Iterable[Annotations]) -> Iterator[str]:
    """How often each rule was used, a line for each, by kind and name."""
    used = Counter[tuple[str, str]]()
    for one in found:
        used.update((mention.kind, mention.rule) for mention in one.mentions)
        used.update(("event", draft.rule) for draft in one.events)
    yield click.style("Rules", bold=True)
    for (kind, rule), times in sorted(used.items()):
        yield f"  {_kind(kind)} {rule}: {times}"


def _head(found: Annotations) -> Iterator[str]:
    article = found.context.article
    yield click.style(article.title or article.id, bold=True)
    yield f"  id {article.id}"
    how = ": ".join(filter(None, (article.published_basis, article.published_note)))
    yield f"  published {article.published.edtf or '-'} ({how})"
    yield from (
        f"  {name} {value}" for name in ("outlet", "author", "url", "language") if (value := getattr(article, name))
    )


def _painted(sentence: Sentence, mentions: Sequence[Mention]) -> str:
    """The sentence with each stretch in the colour of the shortest mention that covers it."""
    kinds = [""] * len(sentence.text)
    for mention in sorted(mentions, key=lambda one: one.start - one.end):
        start, end = mention.start - sentence.start, min(mention.end, sentence.end) - sentence.start
        kinds[start:end] = [mention.kind] * (end - start)
    edges = [at for at in range(1, len(kinds)) if kinds[at] != kinds[at - 1]]
    stretches = zip([0, *edges], [*edges, len(kinds)], strict=True)
    return "".join(click.style(sentence.text[start:end], fg=COLOURS.get(kinds[start])) for start, end in stretches)


def _kind(kind: str) -> str:
    return click.style(kind, fg=COLOURS.get(kind))


def _mention(mention: Mention, *, rules: bool) -> str:
    """`date 2025-02-18 “18 February” by day-month`."""
    text = mention.text if len(mention.text) <= _LONGEST else f"{mention.text[: _LONGEST - 1]}…"
    what = " ".join(filter(None, (_kind(mention.kind), mention.quote_kind, *_value(mention))))
    words = " ".join(text.split())
    return f"{what} {words if words[:1] in _MARKS else f'“{words}”'}{_by(mention.rule, rules=rules)}"


def _by(rule: str, *, rules: bool) -> str:
    return click.style(f" by {rule}", dim=True) if rules else ""


def _value(mention: Mention) -> tuple[str, ...]:
    if mention.kind == "quote":
        return (mention.speaker or "unnamed", f"({mention.cue})" if mention.cue else "")
    if mention.kind == "figure":
        return (mention.modifier, mention.value, mention.unit)
    if mention.kind == "date":
        return (mention.value or mention.timex or "-",)
    return (mention.value or "unnamed",)


def _event(draft: EventDraft, *, rules: bool) -> Iterator[str]:
    event = draft.event
    date = click.style(event.date.edtf or "-", fg=COLOURS["date"])
    yield f"  {date} ({event.date_basis}) {event.type}: {click.style(event.title, bold=True)}"
    who = (f"{name} {role}" for name, role in (*event.actors.items(), *event.unnamed.items()))
    parts = (
        f"{draft.polarity}, {'sentence' if len(draft.sentences) == 1 else 'sentences'} {listed(map(str, draft.sentences))}",
        ", ".join(who),
        f"at {listed(event.places)}" if event.places else "",
        f"according to {source}" if (source := next((c.according_to for c in event.sources.values()), "")) else "",
    )
    yield f"     {'; '.join(filter(None, parts))}{_by(draft.rule, rules=rules)}"


def _lines(head: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield click.style(f"{head}:", bold=True)
        yield from (f"  {line}" for line in lines)
