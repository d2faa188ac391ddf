"""content/.extracted/<article>.yml: what the machine last wrote for an article, which tells a person's edits apart."""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from generator.model.text import Article
from generator.problems import Problem, Where
from generator.records.emit import Plain, Tree, emit
from generator.records.files import read_text
from generator.records.ids import is_id
from generator.records.load import kind_at
from generator.records.yamlchecks import conflict
from generator.records.yamltext import compose, plain
from generator.settings import Settings

_HEAD = (
    "# What the program last wrote for this article, to tell people's edits apart. Keep it in git; do not edit it.\n"
)
GONE = "gone"
_KEY = re.compile(r"^key: (\S+)$", re.MULTILINE)
_ENTRY = re.compile(
    r'^  "?([^\s"]+?)"?:\n    sha256:(?: ([0-9a-f]{64}))?\n(?:    next: (\S+)\n)?(?:    merged: \S+\n)?(?:    born: (\S+)\n)?',
    re.MULTILINE,
)
_SAID = re.compile(r"^    said:", re.MULTILINE)
_MARKED = re.compile(r"^    (?:open|said|was):", re.MULTILINE)
_UNREAD = ("text", "paragraphs", "published_note", "where")  # the seed's digest stands for its text


class BaseRecord(msgspec.Struct, frozen=True):
    """`sha256`: of the text the machine would have the file be, empty before the first writing. `sentences`: their indexes in
    the article. `record`: the tree of text that files are merged with, what the machine said last. `open`: the paths in it that
    a person's file says otherwise and nobody has settled; the empty path when extraction does not find the record any more.
    `said`: what the machine says now where `record` does not hold it yet, because the file could not be changed. `born`: the id
    the machine gave it, where a person has given it another. `was`: ids it had before, as long as the file does not list them.

    While a save is under way: `next`, the sha256 of what it is about to write, or `GONE`; `merged`, the sha256 of a person's
    file with `said` merged in. A save that was killed leaves them, and so the next one knows whose the file is."""

    sha256: str
    sentences: tuple[int, ...] = ()
    record: dict[str, Any] = {}
    next: str = ""
    merged: str = ""
    open: tuple[tuple[str, ...], ...] = ()
    said: dict[str, Any] = {}
    was: tuple[str, ...] = ()
    born: str = ""


class Base(msgspec.Struct, frozen=True):
    """`key`: what the extraction was made from, see `extraction_key`. `records`: by path below `content/`."""

    key: str = ""
    records: dict[str, BaseRecord] = {}


def extraction_key(article: Article, version: str) -> str:
    """A digest of all that an extraction depends on in its article: the seed's bytes, what is known of the article beside
    them, and the extraction's `version`. The same key means that nothing need be extracted again."""
    known = {name: value for name, value in msgspec.structs.asdict(article).items() if name not in _UNREAD}
    return hashlib.sha256(msgspec.json.encode([known, version])).hexdigest()


def text_digest(text: str) -> str:
    """The sha256 of a text, the same whatever line endings git has given it."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8")).hexdigest()


def base_path(settings: Settings, article_id: str) -> str:
    """Where the base of an article lies, from the root."""
    return f"{settings.content}/.extracted/{article_id}.yml"


def read_key(settings: Settings, article_id: str) -> str:
    """The key of the base, from its first lines alone; empty when there is none."""
    try:
        with (settings.root / base_path(settings, article_id)).open(encoding="utf-8") as lines:
            next(lines, "")
            name, _, key = next(lines, "").strip().partition(": ")
    except (OSError, UnicodeDecodeError):
        return ""
    return key if name == "key" else ""


class Glance(NamedTuple):
    """What a base says in a few words: its `key`, and of each record written, by path below `content/`, the sha256. `marked`:
    something in it waits for a person. `waiting`: it has news that a file could not take. `born`: by path, the id the machine
    gave a record that a person has given another."""

    key: str = ""
    written: Mapping[str, str] = MappingProxyType({})
    marked: bool = False
    waiting: bool = False
    born: Mapping[str, str] = MappingProxyType({})


def glance(settings: Settings, article_id: str) -> Glance:
    """The key of an article's base and what it wrote, without the cost of parsing it; empty when there is none. Of what a
    killed save has announced, only what it has done counts."""
    try:
        text = (settings.root / base_path(settings, article_id)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Glance()
    key = None if conflict(text, article_id) else _KEY.search(text)  # without one it is read, and told to be broken
    entries = [(below, _done(settings, below, *digests), born) for below, *digests, born in _ENTRY.findall(text)]
    written = {below: digest for below, digest, _ in entries if digest}
    named = {below: born for below, _, born in entries if born}
    marked, waits = _MARKED.search(text) is not None, _SAID.search(text) is not None
    return Glance(key[1] if key else "", written, marked, waits, named)


def _done(settings: Settings, below: str, before: str, announced: str) -> str:
    """The sha256 of what the machine has written, of the two that a killed save may have left; empty for nothing."""
    if not announced:
        return before
    text, _ = read_text(settings.content_dir / below, below)
    if text is None:
        return ""
    return announced if text_digest(text) == announced else before


def read_base(settings: Settings, article_id: str) -> tuple[Base | None, tuple[Problem, ...]]:
    """The base of an article; `None` without a problem when nothing was extracted from it yet."""
    shown = base_path(settings, article_id)
    path = settings.root / shown
    if not path.exists():
        return None, ()
    text, problems = read_text(path, shown)
    node, wrong = compose(text, shown) if text is not None else (None, ())
    if node is None:
        return None, (*problems, *wrong, _unreadable(shown, "it cannot be parsed"))
    try:
        base = msgspec.convert(plain(node), Base, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        return None, (_unreadable(shown, str(error)),)
    outside = next((below for below in base.records if not _is_inside(below)), "")
    return (None, (_unreadable(shown, f"{outside!r} is no record's path"),)) if outside else (base, ())


def _is_inside(below: str) -> bool:
    """True for the path of a record below `content/`: nothing else may ever be written or removed."""
    *folders, name = below.split("/")
    stem, _, suffix = name.rpartition(".")
    return kind_at(below) is not None and suffix in ("yml", "yaml") and is_id(stem) and not {"", ".", ".."} & {*folders}


def _unreadable(shown: str, why: str) -> Problem:
    return Problem(
        Where(shown),
        "error",
        "base-unreadable",
        f"cannot tell people's edits from the program's: {why}",
        restore(shown),
    )


def restore(shown: str) -> str:
    """How to bring back a base, and why it is not to be deleted."""
    return (
        f"bring it back: git restore {shown}, with --source=COMMIT before it if the last commit is broken too; of two versions "
        "between git's markers keep either. Nothing is extracted from this article until then. Do not delete it: what you have "
        "deleted would come back, and what the article now says otherwise would stand there twice"
    )


def base_text(base: Base) -> str:
    """The text of the base's file."""
    records: dict[str, Tree] = {below: _entry(entry) for below, entry in sorted(base.records.items())}
    return _HEAD + emit({"key": Plain(base.key), "records": records})


def _entry(entry: BaseRecord) -> dict[str, Tree]:
    digests = {"sha256": entry.sha256, "next": entry.next, "merged": entry.merged, "born": entry.born}
    rest: dict[str, Tree] = {"open": entry.open, "said": entry.said, "was": entry.was}
    return {
        **{name: Plain(digest) for name, digest in digests.items() if digest or name == "sha256"},
        "sentences": [Plain(index) for index in entry.sentences],
        "record": entry.record,
        **{name: tree for name, tree in rest.items() if tree},
    }
