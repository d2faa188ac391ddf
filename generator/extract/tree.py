"""What was found in an article as the JSON object of `dateline annotate --json`. Keys are stable; new ones may be added."""

from bisect import bisect_right
from typing import Any

from generator.extract.annotations import Annotations
from generator.extract.dates import day_of
from generator.extract.events import EventDraft
from generator.extract.grammar import main_verb
from generator.model.mentions import Mention
from generator.model.text import Article

_OWN_KEYS: dict[str, tuple[str, ...]] = {
    "date": ("value", "timex", "timex_type", "anchor_kind", "alternatives"),
    "actor": ("value", "name", "actor_kind", "office"),
    "place": ("value",),
    "figure": ("value", "unit", "modifier"),
    "attribution": ("value", "name", "relays"),
    "quote": ("quote_kind", "speaker", "cue"),
}


def as_tree(annotations: Annotations) -> dict[str, Any]:
    """The object; offsets are Unicode code points into `article.text`."""
    return {
        "article": _article(annotations.context.article),
        "sentences": _sentences(annotations),
        "mentions": [_mention(mention, annotations.context.article.text) for mention in annotations.mentions],
        "events": [_event(draft, annotations.context.article.text) for draft in annotations.events],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published.edtf,
        "published_basis": article.published_basis,
        "published_note": article.published_note,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "related": [
            {"headline": line.headline, "prefix": line.prefix, "prefix_kind": line.prefix_kind, "url": line.url}
            for line in article.related
        ],
        "sources": list(article.sources),
    }


def _sentences(annotations: Annotations) -> list[dict[str, Any]]:
    """Each sentence with when the event it tells of happened: its event's date, else the first date it names."""
    context = annotations.context
    dates: dict[int, tuple[str, str]] = {}
    for draft in annotations.events:
        for index in draft.sentences:
            dates.setdefault(index, (draft.event.date.edtf, draft.event.date_basis))
    for mention in annotations.mentions:
        if mention.kind == "date" and mention.timex_type == "DATE" and (day := day_of(mention)).edtf:
            index = max(bisect_right(context.starts, mention.start) - 1, 0)
            dates.setdefault(index, (day.edtf, "stated"))
    result = []
    for sentence in context.sentences:
        verb = main_verb(context.verbs[sentence.index])
        date, basis = dates.get(sentence.index, ("", "unknown"))
        tense = verb.tense if verb else ""
        result.append({"start": sentence.start, "end": sentence.end, "date": date, "date_basis": basis, "tense": tense})
    return result


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    tree: dict[str, Any] = {"kind": mention.kind, "start": mention.start, "end": mention.end, "text": mention.text}
    tree |= {key: _plain(getattr(mention, key)) for key in _OWN_KEYS[mention.kind]}
    if mention.kind == "quote":
        span, cue = mention.speaker_span, mention.cue_span
        tree |= {"speaker_start": span.start, "speaker_end": span.end, "speaker_text": text[span.start : span.end]}
        tree |= {"cue_start": cue.start, "cue_end": cue.end}
    return tree | {"rule": mention.rule}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _event(draft: EventDraft, text: str) -> dict[str, Any]:
    event = draft.event
    return {
        "date": event.date.edtf,
        "date_basis": event.date_basis,
        "date_note": event.date_note,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "sentences": list(draft.sentences),
        "actors": dict(event.actors),
        "unnamed": dict(event.unnamed),
        "places": list(event.places),
        "according_to": next((citation.according_to for citation in event.sources.values()), ""),
        "trigger": text[draft.trigger.start : draft.trigger.end],
        "trigger_start": draft.trigger.start,
        "trigger_end": draft.trigger.end,
        "polarity": draft.polarity,
        "rule": draft.rule,
    }
