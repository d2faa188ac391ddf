"""What a text must look like where a key is not free text: an address, a number, a time of day."""

import re
from datetime import datetime

import msgspec

from generator.model.dates import UNKNOWN, DateError, PartialDate, parse_edtf


class Format(msgspec.Struct, frozen=True):
    """`pattern`: what the whole text must match. `says`: the expected form in words."""

    pattern: str
    says: str

    def accepts(self, text: str) -> bool:
        """True when the whole of `text` has the form."""
        return re.fullmatch(self.pattern, text) is not None


# Pages turn these texts into links, so no other scheme than the web's may pass.
FORMATS = {
    "url": Format(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"]+", "an address that begins with https:// or http://"),
    "address": Format(
        r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"]+|[^\s:/?#][^:/?#]*(?:[/?#].*)?",
        "an address such as https://example.org/page",
    ),
    "number": Format(r"[+-]?[0-9]+(?:\.[0-9]+)?", "a number in digits, with a point for decimals"),
    "time": Format(
        r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: ?(?:Z|[+-][0-9]{2}:?[0-9]{2}|[A-Za-z][A-Za-z_/+-]*[0-9]*))?",
        "a time as HH:MM, with an offset or zone if it has one",
    ),
    "day": Format(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9:.+Zz-]+)?", "a day such as 2025-03-14"),
    "wikidata": Format(r"Q[1-9][0-9]*", "a Wikidata number such as Q42"),
    "country": Format(r"[A-Z]{2}", "a country code of two capital letters"),
    "language": Format(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language code such as en"),
}

_ATOM = r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[0-9]{3}X|[0-9]{2}XX|XXXX-[0-9]{2}(-[0-9]{2})?)[~?%]?"
EDTF_PATTERN = rf"({_ATOM}(/({_ATOM}|\.\.))?|\.\./{_ATOM})"


def parse_moment(text: str) -> tuple[PartialDate, str]:
    """A date, or a date with its time of day: the day, and the whole text where it carries a time, else "".
    Raises `DateError` on anything else."""
    text = text.strip()
    if not text:
        return UNKNOWN, ""
    if len(text) < 16 or text[10] not in "Tt " or "/" in text:
        return parse_edtf(text), ""
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise DateError(f"expected a date and time such as 2025-02-18T14:30:00+02:00, found {text!r}") from error
    return parse_edtf(text[:10]), text
