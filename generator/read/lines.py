"""One line above an article's text: a byline, a line of publication, a labelled field, an address; or none of these."""

import re
from functools import cache

import msgspec

from generator.read.blocks import addresses, squeeze
from generator.read.outlets import OutletIndex, looks_like_outlet
from generator.read.rules import alternatives, rules
from generator.read.stamps import Stamp, find_stamp, month_pattern, parse_stamp

_PIECES = re.compile(r"\s+[|·•—–/‧]\s+|\t+|\s{3,}|\s*[|·•]\s*")
_PRINTED = re.compile(r"^(?:(?:first|originally) )?(?:published|printed|posted) (?:in|by) ", re.IGNORECASE)
_RELEASE = re.compile(r"(?:press|news|media)(?: release)?(?: (?:no\.?|number|#)? ?[\w/.-]+)?", re.IGNORECASE)
_LONGEST = 160
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class HeaderLine(msgspec.Struct, frozen=True):
    """What the line gives. All empty, it is a line of the header that gives nothing to keep ("Updated 2 hours ago")."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    date: str = ""
    language: str = ""


def read_header_line(text: str, outlets: OutletIndex) -> HeaderLine | None:
    """Read `text` as one line of a header; None when it is not one."""
    line = squeeze(text.strip("*_ \t")) if "\t" not in text else text.strip()
    if not line or len(line) > _LONGEST:
        return None
    labelled = _labelled(line, outlets)
    if labelled:
        return labelled
    pieces = [piece for piece in _PIECES.split(line) if piece]
    found = [_piece(piece, outlets) for piece in pieces]
    if any(piece and piece.date for piece in found):
        found = [one or _named(piece) for one, piece in zip(found, pieces, strict=True)]
        authors = [one for one in found if one and one.author]
        found = [HeaderLine(outlet=one.author) if one in authors[1:] else one for one in found]
    if not all(found):
        return None
    return _merged([piece for piece in found if piece])


def _named(piece: str) -> HeaderLine | None:
    """Who wrote it, beside a day: `JANE ROE — Monday, 3 March 2025`; a place gives nothing to keep."""
    if is_name_line(piece) and not is_job(piece):
        return HeaderLine(author=piece)
    return HeaderLine() if " " not in piece and piece[:1].isupper() and piece.isalpha() else None


def is_labelled(line: str) -> bool:
    """True when a line begins with a known label: `Published: 2025-02-18`."""
    label, _, value = line.partition(":")
    return bool(value.strip()) and label.strip().lower() in _label_kinds()


def labelled_field(text: str, outlets: OutletIndex) -> HeaderLine | None:
    """Read `text` only if it is a labelled field: `Published: 2025-02-18`."""
    return _labelled(squeeze(text), outlets) if len(text) <= _LONGEST else None


def merge_header(first: HeaderLine, second: HeaderLine) -> HeaderLine:
    """Both together; what `first` has stays."""
    return _merged([first, second])


def _merged(lines: list[HeaderLine]) -> HeaderLine:
    values = {
        name: next((getattr(line, name) for line in lines if getattr(line, name)), "")
        for name in HeaderLine.__struct_fields__
    }
    return HeaderLine(**values)


def _labelled(line: str, outlets: OutletIndex) -> HeaderLine | None:
    label, colon, value = line.partition(":")
    kind, value = _label_kinds().get(label.strip().lower(), ""), value.strip()
    if not (colon and kind and value):
        return None
    urls = addresses(value)
    if kind == "updated" or (kind in ("url", "outlet") and urls):
        return HeaderLine(url=urls[0] if urls and kind != "updated" else "")
    if kind == "date":
        return HeaderLine(date=value) if parse_stamp(value) else _piece(value, outlets)
    if kind == "outlet":
        value = re.sub(r"\s*<[^<>]+>$|,? (?:and|with|&) (?:news )?agencies$", "", value)
        return HeaderLine(outlet=value) if len(value.split()) <= 6 and value[-1] not in ".!?" else None
    return HeaderLine(**{kind: value}) if kind != "url" else None


@cache
def _label_kinds() -> dict[str, str]:
    return {label: kind for kind, labels in rules("header")["labels"].items() for label in labels}


def _piece(text: str, outlets: OutletIndex) -> HeaderLine | None:
    if re.fullmatch(r"<?https?://\S+", text):
        return HeaderLine(url=addresses(text)[0])
    byline = _byline(text, outlets)
    if byline:
        return byline
    stamp = find_stamp(text)
    if stamp and stamp.date.precision == "day":
        return _dated(text, stamp, outlets)
    if re.fullmatch(
        r"(?:last )?updated\b.{0,40}|\d+ min(?:ute)?s? read|\d+ (?:minutes?|hours?|days?) ago", text, re.IGNORECASE
    ):
        return HeaderLine()
    if _pattern("yearless").fullmatch(text):
        return HeaderLine()
    return HeaderLine(outlet=text) if _is_outlet(text, outlets) else None


def _byline(text: str, outlets: OutletIndex) -> HeaderLine | None:
    team = _pattern("team").fullmatch(text)
    if team:
        return HeaderLine(author=team["name"])
    match = _pattern("byline").fullmatch(text)
    if not match or text[-1] in ".!?:" or _YEAR.search(text):
        return None
    name, *tail = _pattern("role").split(match["rest"])
    names = [name]
    while tail and " " in tail[0] and _is_person(tail[0]) and not _is_outlet(tail[0], outlets) and not is_job(tail[0]):
        names.append(tail.pop(0))
    if not all(_is_person(part) for part in names):
        return None
    outlet = next((part for part in tail if _is_outlet(part, outlets)), "")
    return HeaderLine(author=", ".join(names), outlet=outlet)


def _is_outlet(text: str, outlets: OutletIndex) -> bool:
    return bool(outlets.find(text)) or (looks_like_outlet(text) and not is_job(text))


def is_job(text: str) -> bool:
    """True for what somebody does: "Court Reporter", and not "The Harbour Reporter"."""
    return text.lower().endswith(tuple(rules("header")["jobs"])) and not text.startswith("The ")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    header, dates = rules("header"), rules("dates")
    by, days, month = alternatives(header["byline_words"]), alternatives(dates["weekdays"]), month_pattern()
    patterns = {
        "team": rf"(?:{by})\s+(?P<name>.{{0,40}}\b(?:{alternatives(header['teams'])}))",
        "byline": rf"(?:{by})\s+(?P<rest>[^\W\d_].{{1,100}})",
        "role": rf",\s*|\s+(?=(?:{alternatives([*header['jobs'], *header['after_name']])})\b)",
        "yearless": rf"(?:(?:{days}),?\s+)?(?:\d\d?\s+{month}|{month}\s+\d\d?),?\s+(?:at\s+)?\d\d?[:.]\d\d\b.{{0,12}}",
        "around": rf"\b(?:{alternatives([*header['date_words'], *dates['weekdays']])})\b\.?",
    }
    return re.compile(patterns[name], re.IGNORECASE if name != "role" else 0)


def _is_person(text: str) -> bool:
    words, particles = text.split(), rules("header")["particles"]
    calendar = (*rules("dates")["weekdays"], *(name for names in rules("dates")["months"].values() for name in names))
    return (
        0 < len(words) <= 12
        and words[0] not in calendar
        and all(word[:1].isupper() or word in particles for word in words)
    )


def is_name_line(text: str) -> bool:
    """True for a line that is nothing but one person's name."""
    return 2 <= len(text.split()) <= 4 and _is_person(text) and not re.search(r"[.!?]$|[\d:]", text)


def _dated(text: str, stamp: Stamp, outlets: OutletIndex) -> HeaderLine | None:
    rest = _pattern("around").sub(" ", stamp.rest)
    rest = squeeze(re.sub(r"^[\W_]+|[\W_]+$", "", rest))
    if not rest or (find_stamp(rest) and len(rest) < 40):
        return HeaderLine(date=text)
    before = _PRINTED.sub("", squeeze(re.split(r",|\s-\s", text)[0]))
    if outlets.find(before) or looks_like_outlet(before):
        return HeaderLine(outlet=before, date=text)
    byline = _byline(before, outlets)
    if byline:
        return msgspec.structs.replace(byline, date=text)
    parts = rest.split(", ")
    signed = [HeaderLine(outlet=part) if _is_outlet(part, outlets) else _named(part) for part in parts]
    named = [one for one in signed if one]
    if len(named) == len(signed) and {bool(one.author) for one in named} == {True, False}:
        return _merged([*named, HeaderLine(date=text)])
    if _RELEASE.fullmatch(rest):
        return HeaderLine(date=text)
    return HeaderLine(date=text) if len(rest.split()) <= 3 and _is_person(rest) and text[-1] not in ".!?" else None
