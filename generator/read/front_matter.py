"""YAML or TOML front matter of a Markdown article. What cannot be read is a problem at its line; the body is read anyway."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import yaml

from generator.model.text import PrefixKind, RelatedLine
from generator.problems import Problem, Where
from generator.read.blocks import Copy, DateEvidence, addresses, squeeze, without_addresses
from generator.read.evidence import Evidence, evidence_of
from generator.read.outlets import OutletIndex
from generator.read.related import related_line

_FENCE = re.compile(r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<head>.*?)(?<=\n)(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):[ \t]+(?P<value>\S.*)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]+)\]\]")  # clippers write names as links: [[Jane Roe]]
_LONGEST = 65_536
_TITLE = ("title", "headline")
_OUTLET = ("outlet", "publication", "publisher", "source", "site", "sitename", "newspaper")
_AUTHOR = ("author", "authors", "byline", "creator")
_DATE = (
    "published",
    "date",
    "publishedat",
    "datepublished",
    "publisheddate",
    "publicationdate",
    "publishdate",
    "pubdate",
    "publishedtime",
    "posted",
)
_URL = ("url", "canonical", "canonicalurl", "link", "permalink", "sourceurl", "originalurl", "source")
_PREFIXES: dict[PrefixKind, tuple[str, ...]] = {
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "speaker": ("speaker", "who"),
}
_LANGUAGE = ("language", "lang", "inlanguage")


class FrontMatter(NamedTuple):
    """`copy` without blocks; `body`: the Markdown below; `line`: how many lines stand above it."""

    copy: Copy
    body: str
    line: int = 0


def read_front_matter(text: str, where: Where, outlets: OutletIndex) -> FrontMatter:
    """Split `text` and read its front matter; keys are taken in any case, with or without `_` and `-`."""
    match = _FENCE.match(text)
    if not match:
        return FrontMatter(Copy(problems=_unfinished(text, where)), text)
    head, above = match["head"], text[: match.start("head")].count("\n")
    problems: tuple[Problem, ...] = ()
    try:
        values = _parse(head, match["mark"])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, TypeError, ValueError) as error:
        values, problems = _line_by_line(head), (_problem(error, where, above),)
    fields = {re.sub(r"[\W_]", "", str(key)).lower(): value for key, value in values.items()}
    copy = msgspec.structs.replace(_copy(fields, outlets, text[match.end() :]), problems=problems)
    return FrontMatter(copy, text[match.end() :], text[: match.end()].count("\n"))


def _parse(head: str, mark: str) -> Mapping[Any, Any]:
    if len(head) > _LONGEST:
        raise ValueError(f"front matter is longer than {_LONGEST} characters")
    values = tomllib.loads(head) if mark == "+++" else yaml.load(head, yaml.CBaseLoader)  # noqa: S506 - makes plain text only
    if values is not None and not isinstance(values, Mapping):
        raise TypeError("expected `key: value` lines")
    return values or {}


def _line_by_line(head: str) -> dict[str, str]:
    fields = (_FIELD.fullmatch(line.rstrip()) for line in head[:_LONGEST].split("\n"))
    return {field["key"]: field["value"].strip("\"'[] ") for field in fields if field}


def _problem(error: Exception, where: Where, above: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Where(where.path, above + mark.line + 1, mark.column + 1) if mark else Where(where.path, above + 1)
    reason = getattr(error, "problem", None) or str(error) or "nested too deeply"
    message = f"the front matter is not valid ({reason}); lines of the form `key: value` were used"
    return Problem(
        place, "warning", "front-matter", message, 'put a value with a colon in quotes: title: "Mayor: the wall stays"'
    )


def _unfinished(text: str, where: Where) -> tuple[Problem, ...]:
    if not re.match(r"---[ \t]*\n[A-Za-z_]+:", text):
        return ()
    return (
        Problem(
            Where(where.path, 1), "warning", "front-matter", "the front matter does not end", "close it with a line ---"
        ),
    )


def _copy(fields: Mapping[str, Any], outlets: OutletIndex, body: str) -> Copy:
    related = [item for item in _items(fields.get("related")) if _text(item)]
    known = evidence_of(body, _first(fields, _AUTHOR)) if related else Evidence()
    urls = [url for key in _URL for url in addresses(_text(fields.get(key, "")))]
    date = _first(fields, _DATE)
    return Copy(
        title=_first(fields, _TITLE),
        outlet=next(
            (text for text in (_text(fields.get(key, "")) for key in _OUTLET) if text and not addresses(text)), ""
        ),
        author=_first(fields, _AUTHOR),
        url=next(iter(urls), ""),
        language=_first(fields, _LANGUAGE),
        dates=(DateEvidence(date, "front matter"),) if date else (),
        related=tuple(_related(item, outlets, known) for item in related),
        sources=tuple(url for item in _items(fields.get("sources")) for url in addresses(_text(item))),
    )


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for text in (_text(fields.get(key, "")) for key in keys) if text), "")


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        named = [_text(value[key]) for key in ("name", "headline", "title", "url") if key in value]
        return " ".join(named) if named else ""
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (_text(item) for item in value[:20])))
    return squeeze(_WIKI.sub(r"\1", str(value))) if value is not None else ""


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value] if value else []


def _related(item: Any, outlets: OutletIndex, known: Evidence) -> RelatedLine:
    text = _text(item)
    url = next(iter(addresses(text)), "")
    line = related_line(without_addresses(text) if url else text, outlets, known, url)
    for kind, keys in _PREFIXES.items():
        named = next((_text(item[key]) for key in keys if item.get(key)), "") if isinstance(item, Mapping) else ""
        if named and not line.prefix:
            return RelatedLine(line.headline, named, kind, url)
    return line
