"""The events as data: everything as JSON, a flat table as CSV, and the JSON that Knight Lab's TimelineJS reads."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
from markupsafe import escape

from generator.model.corpus import Page
from generator.model.event_types import event_type
from generator.model.records import Event
from generator.render.urls import html_path
from generator.views.catalogue import Catalogue

_LEFT_OUT = {"where", "date", "id", "aliases", "distinct_from"}
_COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "basis",
    "title",
    "type",
    "actors",
    "places",
    "outlets",
    "status",
    "page",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_files(catalogue: Catalogue) -> Iterator[Page]:
    """`events.json`, `events.csv` and `timeline.json`, oldest event first."""
    yield Page("events.json", "", _json({"events": [_record(catalogue, event) for event in catalogue.events]}))
    yield Page("events.csv", "", _table(catalogue))
    yield Page("timeline.json", "", _json(_timeline_js(catalogue)))


def page_address(catalogue: Catalogue, path: str) -> str:
    """The page's address: absolute when the settings say where the site stands, else from the site's root."""
    site = catalogue.settings.site_url
    return f"{site.rstrip('/')}/{html_path(path)}" if site else html_path(path)


def _json(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def _record(catalogue: Catalogue, event: Event) -> dict[str, Any]:
    first, last = _bounds(event)
    head = {
        "id": event.id,
        "date": event.date.edtf,
        "earliest": first,
        "latest": last,
        "precision": event.date.precision,
    }
    fields = {name: getattr(event, name) for name in event.__struct_fields__ if name not in _LEFT_OUT}
    tail = {
        "plover": event_type(event.type).plover,
        "outlets": catalogue.outlets_of(event),
        "page": page_address(catalogue, f"events/{event.id}"),
    }
    plain: dict[str, Any] = msgspec.to_builtins(head | fields | tail)
    plain["sources"] = {key: _citation(citation) for key, citation in plain["sources"].items()}
    return {key: value for key, value in plain.items() if value}


def _citation(citation: dict[str, Any]) -> dict[str, Any]:
    citation["published"] = citation["published"]["edtf"]
    return {key: value for key, value in citation.items() if value}


def _bounds(event: Event) -> tuple[str, str]:
    """The first and the last possible day, both included; empty where open."""
    first, end = event.date.start, event.date.end
    return first.isoformat() if first else "", (end - timedelta(days=1)).isoformat() if end else ""


def _table(catalogue: Catalogue) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for event in catalogue.events:
        writer.writerow([_cell(value) for value in _line(catalogue, event)])
    return out.getvalue()


def _line(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    outlets = dict.fromkeys(catalogue.outlet(outlet).name for outlet in catalogue.outlets_of(event))
    return (
        event.id,
        event.date.edtf,
        *_bounds(event),
        event.date_basis,
        event.title,
        event_type(event.type).label,
        "; ".join(f"{catalogue.actor(actor).name} ({role.replace('_', ' ')})" for actor, role in event.actors.items()),
        "; ".join(catalogue.place(place).name for place in event.places),
        "; ".join(outlets),
        event.status,
        page_address(catalogue, f"events/{event.id}"),
    )


def _cell(value: str) -> str:
    """A spreadsheet would run a cell that begins like a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _timeline_js(catalogue: Catalogue) -> dict[str, Any]:
    """https://timeline.knightlab.com/docs/json-format.html; its texts are HTML, so ours are escaped."""
    slides = [_slide(catalogue, event, event.date.anchor) for event in catalogue.events if event.date.anchor]
    return {"title": {"text": {"headline": str(escape(catalogue.settings.site_name))}}, "events": slides}


def _slide(catalogue: Catalogue, event: Event, anchor: date) -> dict[str, Any]:
    row = catalogue.rows[event.id]
    link = f'<a href="{escape(page_address(catalogue, row.path))}">Sources</a>'
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _when(anchor, event.date.precision),
        "display_date": row.when,
        "group": row.type,
        "text": {"headline": str(escape(event.title)), "text": f"<p>{escape(event.summary)}</p><p>{link}</p>"},
    }
    if event.date.precision == "span" and event.date.end:
        slide["end_date"] = _when(event.date.end - timedelta(days=1), "day")
    return slide


def _when(value: date, precision: str) -> dict[str, int]:
    if precision in ("year", "decade", "century", "half"):
        return {"year": value.year}
    month = {"year": value.year, "month": value.month}
    return month if precision in ("month", "season", "quarter") else month | {"day": value.day}
