"""An article on its way into seeds/: from a file or from the web, looked at before it is written."""

import codecs
import re
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.model.text import Article
from generator.pipeline import Inspected, inspect
from generator.read.fetch import LIMITS, Fetched
from generator.read.seeds import SUFFIXES, list_seeds
from generator.records.files import replace_whole
from generator.records.ids import free_id, slug
from generator.records.suggest import format_hint
from generator.settings import Settings

_SAVED = "<!-- saved from url=({length:04d}){url} -->\n"
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(\S+) -->")
_DOCTYPE = re.compile(r"\s*<!doctype[^>]*>\s*", re.IGNORECASE)
_HEAD = 4000  # bytes in which the comment of a saved page stands
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|readme", re.IGNORECASE
)  # no file's name, or no article's


class AddError(Exception):
    """The article cannot be added; the message says why and what to do."""


class Newcomer(NamedTuple):
    """`source`: the file or address as the person gave it; `stem`: a name for its file, empty where the article's id is to
    give it; `url`: where a page was fetched."""

    source: str
    data: bytes
    suffix: str
    stem: str = ""
    url: str = ""


def is_address(source: str) -> bool:
    """True for what has a scheme, of whatever kind; a letter before a colon is a drive."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", source) is not None and not Path(source).exists()


def from_file(path: Path) -> Newcomer:
    """The bytes of a file. Raises `AddError` for what cannot be an article."""
    if not path.exists():
        near = format_hint("url", path.as_posix())
        raise AddError(f"there is no file {path}" + (f" ({near})" if near else ""))
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise AddError(f"expected a file with one of the suffixes {known}, found {path}; save its text as .txt")
    try:
        if path.stat().st_size > LIMITS.size:
            raise AddError(f"expected an article of at most {LIMITS.size:,} bytes, found more in {path}")
        data = path.read_bytes()
    except OSError as error:
        raise AddError(f"cannot read {path}: {error.strerror}") from error
    return Newcomer(str(path), data, path.suffix.lower(), stem=slug(path.stem))


def from_web(page: Fetched) -> Newcomer:
    """A page with its address in it, where reading finds it."""
    data, url = page.data, page.url
    text = _decoded(page)
    if page.suffix == ".txt":
        return Newcomer(url, f"URL: {url}\n\n{text}".encode(), ".txt", url=url)
    safe = _in_comment(url)
    comment = _SAVED.format(length=len(safe), url=safe)
    if text is None:
        return Newcomer(url, comment.encode("ascii") + data, ".html", url=url)
    doctype = _DOCTYPE.match(text)
    start = doctype.end() if doctype else 0
    whole = f"{text[:start]}{comment}{text[start:]}"
    return Newcomer(url, whole.encode("utf-8-sig"), ".html", url=url)


def _decoded(page: Fetched) -> str | None:
    """The text by the encoding the server states; for HTML `None` where it states none and the page itself has to tell."""
    is_text = page.suffix == ".txt"
    marked = "utf-16" if page.data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ""
    for name in filter(None, (marked, page.charset, "utf-8" if is_text else "")):
        try:
            return page.data.decode(name).removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError):
            continue
    return page.data.decode("utf-8", errors="replace") if is_text else None


def _in_comment(url: str) -> str:
    """An address that cannot end the comment it stands in."""
    return url.replace("--", "-%2D").replace(">", "%3E")


def refuse_known(settings: Settings, newcomer: Newcomer) -> None:
    """Raise `AddError` where a seed holds the same bytes or the same page."""
    digest, url = sha256(newcomer.data).digest(), newcomer.url
    for path in list_seeds(settings):
        same = path.stat().st_size == len(newcomer.data) and sha256(path.read_bytes()).digest() == digest
        if same or (url and _address_of(path) in (url, _in_comment(url))):
            there = path.relative_to(settings.root).as_posix()
            raise AddError(f"{newcomer.source} is there already: {there}; delete that file first to add it anew")


def _address_of(path: Path) -> str:
    """Where a seed that was added by its address comes from, as the file has it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.suffix == ".txt" and head.startswith(b"URL: "):
        return head.partition(b"\n")[0][5:].decode("ascii", errors="replace")
    saved = _SAVED_FROM.search(head)
    return saved[1].decode("ascii", errors="replace") if saved else ""


def tried(settings: Settings, newcomer: Newcomer) -> Inspected:
    """What would be extracted, with nothing written into the project."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder).resolve() / f"{newcomer.stem or 'page'}{newcomer.suffix}"
        path.write_bytes(newcomer.data)
        return next(inspect([path], settings, None))


def name_for(settings: Settings, newcomer: Newcomer, article: Article) -> str:
    """A name for the file that no other has, in letters that every system takes."""
    stem = newcomer.stem or slug(article.id)
    stem = f"article-{stem}" if _DEVICES.fullmatch(stem) else stem
    taken = {path.stem.lower() for path in settings.seeds_dir.rglob("*")}
    return f"{free_id(stem, taken.__contains__)}{newcomer.suffix}"


def save(settings: Settings, newcomer: Newcomer, below: str) -> None:
    """Write the file at one stroke; `below` is its path below the root."""
    replace_whole(settings.root / below, newcomer.data)
