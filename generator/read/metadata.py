"""When an article was published, how that is known, and what to tell a person when it is not. Today's year is never used."""

from typing import NamedTuple

from generator.model.dates import UNKNOWN, PartialDate
from generator.model.records import ArticleRecord
from generator.model.text import PublishedBasis
from generator.problems import Problem, Where
from generator.read.blocks import Copy
from generator.read.inference import YearHint, from_address, from_text
from generator.read.stamps import parse_stamp


class Published(NamedTuple):
    """`time`: the ISO date-time if one is known; `note`: what says so."""

    date: PartialDate = UNKNOWN
    time: str = ""
    basis: PublishedBasis = "unknown"
    note: str = ""


class Asked(NamedTuple):
    """The article as read, its file's stem, what a person recorded of it, the day a caller gives for want of another, and what
    tells a year from its text."""

    copy: Copy
    stem: str = ""
    record: ArticleRecord = ArticleRecord("")
    given: PartialDate | None = None
    year_hint: YearHint | None = None


def publication(asked: Asked, text: str, paragraphs: tuple[tuple[int, int], ...], country: str = "") -> Published:
    """The first of these that tells: a person's record; what the file states; the day given by the caller; a record's
    assumption; a date the file only suggests; the address; the file's name; the text. A day is the day in the zone written.
    `country`: of the outlet, for the order of day and month."""
    stated = _in_file(asked.copy, "stated", country)
    recorded = _recorded(asked.record)
    if recorded and (recorded.basis == "stated" or stated is None or asked.record.status == "reviewed"):
        return recorded
    if stated:
        return stated
    if asked.given:
        return Published(asked.given, "", "stated", "given by the caller")
    return _in_file(asked.copy, "assumed", country) or _inferred(asked, text, paragraphs) or Published()


def publication_problems(published: Published, where: Where, record_path: str) -> tuple[Problem, ...]:
    """A warning when the date is assumed or unknown, with the line that states it."""
    if published.basis == "stated":
        return ()
    if published.basis == "assumed":
        day = str(published.date).rstrip("?~%")
        message = f"no date of publication is stated; assumed {published.date}: {published.note}"
        return (Problem(where, "warning", "published-assumed", message, f"{_state(day)} in {record_path}"),)
    message = "no date of publication is stated, and nothing in the file gives one"
    hint = f"{_state('2025-02-18')}, with its own day, in {record_path}"
    return (Problem(where, "warning", "published-unknown", message, hint),)


def _state(day: str) -> str:
    return f"state it: write `published: {day}` and `published_basis: stated`"


def unread_dates(copy: Copy, where: Where) -> tuple[Problem, ...]:
    """A warning for each stated date that cannot be read."""
    return tuple(
        Problem(
            where,
            "warning",
            "published-unreadable",
            f"expected a date, found “{date.text[:60]}” ({date.note})",
            "write it as 2025-02-18",
        )
        for date in copy.dates
        if date.note == "front matter" and parse_stamp(date.text) is None
    )


def _recorded(record: ArticleRecord) -> Published | None:
    if record.published == UNKNOWN:
        return None
    basis: PublishedBasis = "assumed" if record.published_basis == "assumed" else "stated"
    return Published(record.published, record.published_time, basis, record.published_note or "the article's record")


def _in_file(copy: Copy, basis: PublishedBasis, country: str) -> Published | None:
    for evidence in copy.dates:
        stamp = parse_stamp(evidence.text, country) if evidence.basis == basis else None
        if stamp and stamp.date.precision in ("day", "month", "year"):
            swapped = stamp.date.uncertain and "?" not in evidence.text
            note = f"{evidence.note}; day and month may be the other way round" if swapped else evidence.note
            return Published(stamp.date, stamp.time, "assumed" if swapped else basis, note)
    return None


def _inferred(asked: Asked, text: str, paragraphs: tuple[tuple[int, int], ...]) -> Published | None:
    found = (
        from_address(asked.copy.url, "address")
        or from_address(asked.stem, "file name")
        or from_text(text, paragraphs, asked.year_hint)
    )
    return Published(found.date, "", "assumed", found.note) if found else None
