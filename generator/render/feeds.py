"""What a reader subscribes to: an Atom feed of the newest events, a calendar of the planned ones."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from generator.model.corpus import Page
from generator.model.records import Event
from generator.render.exports import page_address
from generator.views.catalogue import Catalogue

_ENTRIES = 50
_LINE = 75  # octets of an iCalendar line, RFC 5545 section 3.1


def feed_files(catalogue: Catalogue) -> Iterator[Page]:
    """`feed.xml` where the settings say where the site stands (RFC 4287 asks for lasting ids), and `calendar.ics`."""
    if catalogue.settings.site_url:
        yield Page("feed.xml", "", _atom(catalogue))
    yield Page("calendar.ics", "", _calendar(catalogue))


def _atom(catalogue: Catalogue) -> str:
    told = sorted(
        ((_told(catalogue, event), event.id) for event in catalogue.events if event.status != "planned"), reverse=True
    )
    newest = [(day, catalogue.corpus.events[key]) for day, key in told if day > date.min][:_ENTRIES]
    site = catalogue.settings.site_url.rstrip("/")
    updated = _stamp(newest[0][0]) if newest else _stamp(date(1970, 1, 1))
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(catalogue.settings.site_name)}</title>\n<id>{escape(site)}/</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(catalogue.settings.site_name)}</name></author>\n"
        f'<link rel="self" href="{_attribute(site)}/feed.xml"/>\n<link href="{_attribute(site)}/index.html"/>\n'
    )
    return head + "".join(_entry(catalogue, event, day) for day, event in newest) + "</feed>\n"


def _entry(catalogue: Catalogue, event: Event, day: date) -> str:
    row = catalogue.rows[event.id]
    address = page_address(catalogue, row.path)
    summary = f"{row.when}. {event.summary or next(_quoted(event), '')}".strip()
    return (
        f"<entry>\n<title>{escape(event.title)}</title>\n<id>{escape(address)}</id>\n<updated>{_stamp(day)}</updated>\n"
        f'<link href="{_attribute(address)}"/>\n<category term="{_attribute(event.type)}" label="{_attribute(row.type)}"/>\n'
        f"<summary>{escape(summary)}</summary>\n</entry>\n"
    )


def _quoted(event: Event) -> Iterator[str]:
    return (sentence for citation in event.sources.values() for sentence in citation.quote)


def _told(catalogue: Catalogue, event: Event) -> date:
    """When its newest source appeared; failing that, its own day."""
    articles = (catalogue.corpus.articles.get(source) for source in event.sources)
    published = [article.published.anchor for article in articles if article]
    published += [citation.published.anchor for citation in event.sources.values()]
    return max((day for day in published if day), default=event.date.anchor or date.min)


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _calendar(catalogue: Catalogue) -> str:
    """RFC 5545; only planned events whose days are known: a calendar has no way to say "in March"."""
    planned = (event for event in catalogue.events if event.status == "planned")
    dated = (event for event in planned if event.date.precision in ("day", "span"))
    stamp = f"{catalogue.as_of or date(1970, 1, 1):%Y%m%d}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Planned events//EN"]
    for event in dated:
        lines += _vevent(catalogue, event, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _vevent(catalogue: Catalogue, event: Event, stamp: str) -> list[str]:
    doubtful = event.date.approximate or event.date.uncertain
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.id}@dateline",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.date.start:%Y%m%d}",
        f"SUMMARY:{_text(event.title)}",
        f"STATUS:{'TENTATIVE' if doubtful else 'CONFIRMED'}",
    ]
    if event.date.end:
        lines.append(f"DTEND;VALUE=DATE:{event.date.end:%Y%m%d}")
    if event.places:
        lines.append(f"LOCATION:{_text(', '.join(catalogue.place(place).name for place in event.places))}")
    if event.summary:
        lines.append(f"DESCRIPTION:{_text(event.summary)}")
    if catalogue.settings.site_url:
        lines.append(f"URL:{page_address(catalogue, f'events/{event.id}')}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never cut inside a character."""
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > _LINE:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += width
    return "\r\n".join(parts)
