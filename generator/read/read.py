"""A seed to an `Article`: bytes, text, blocks, header, lists, publication, id. What a person recorded of it wins."""

from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import msgspec
from slugify import slugify

from generator.model.dates import PartialDate
from generator.model.records import ArticleRecord, Outlet
from generator.model.text import Article
from generator.problems import Problem, Where
from generator.read.blocks import Copy
from generator.read.closing import without_end_sign, without_foot, without_notes, without_repeats
from generator.read.encoding import decode
from generator.read.header import take_fields, take_first_published, take_header
from generator.read.html import read_page
from generator.read.inference import YearHint
from generator.read.lede import with_lede
from generator.read.markdown import read_markdown
from generator.read.metadata import Asked, Published, publication, publication_problems, unread_dates
from generator.read.outlets import OutletIndex, host_of, outlet_index
from generator.read.plain import read_plain
from generator.read.related import with_publisher
from generator.read.sections import take_sections

_MARKUP = frozenset((".html", ".htm", ".xhtml"))
_SLUG = 60  # characters of the title in an id


def read_article(  # noqa: PLR0913 - what is known beside the file; all but the first two are optional
    path: Path,
    root: Path,
    record: ArticleRecord | None = None,
    published: PartialDate | None = None,
    year_hint: YearHint | None = None,
    *,
    outlets: tuple[Outlet, ...] = (),
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read the seed at `path` below `root`; None when it holds no article, and the problems say why.

    `record`: what a person wrote of it in content/articles/, which wins over the file. `published`: the day to take when the
    file states none. `year_hint`: tells a year from a text, with the reason in words. `outlets`: those of `content/`."""
    where = Where(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
    index = outlet_index(outlets)
    found = _from_file(path, where, index)
    if found.copy is None:
        return None, found.problems
    asked = Asked(found.copy, path.stem, record or ArticleRecord(""), published, year_hint)
    article, problems = _article(asked, index, where)
    return msgspec.structs.replace(article, digest=found.digest), (*found.problems, *problems)


class _Found(NamedTuple):
    copy: Copy | None
    problems: tuple[Problem, ...]
    digest: str = ""


def _from_file(path: Path, where: Where, index: OutletIndex) -> _Found:
    try:
        data = path.read_bytes()
    except OSError as error:
        return _Found(None, (Problem(where, "error", "seed-unreadable", f"cannot read it: {error.strerror or error}"),))
    suffix = path.suffix.lower()
    text, problems = decode(data, where, markup=suffix in _MARKUP)
    if text is None:
        return _Found(None, problems)
    copy = read_copy(text, suffix, where, index)
    problems += copy.problems
    if copy.blocks:
        return _Found(copy, problems, sha256(data).hexdigest())
    message, hint = "expected an article, found no paragraph of text", "paste its text into the file"
    return _Found(None, (*problems, Problem(where, "error", "seed-no-text", message, hint)))


def read_copy(text: str, suffix: str, where: Where, outlets: OutletIndex) -> Copy:
    """The text of one seed, by the kind its suffix names, with header and lists told apart from the article."""
    if suffix in _MARKUP:
        copy = read_page(text, where, outlets)
    elif suffix in (".md", ".markdown"):
        copy = read_markdown(text, where, outlets)
    else:
        copy = read_plain(text)
    copy = msgspec.structs.replace(copy, blocks=without_foot(copy.blocks))
    told = take_sections(take_first_published(take_header(copy, outlets)), outlets)
    told = take_fields(told, outlets) if told.related or told.sources else told
    blocks = without_end_sign(without_repeats(without_notes(told.blocks, told.author)))
    return with_lede(msgspec.structs.replace(told, blocks=blocks), outlets)


def _article(asked: Asked, index: OutletIndex, where: Where) -> tuple[Article, tuple[Problem, ...]]:
    known = asked.record
    copy = msgspec.structs.replace(asked.copy, url=known.url or asked.copy.url)
    outlet, outlet_name, country = _outlet(known.outlet, copy, index)
    text = "\n".join(block.text for block in copy.blocks)
    paragraphs = _paragraphs(copy)
    when = publication(asked._replace(copy=copy), text, paragraphs, country)
    title = known.title or copy.title
    article = Article(
        id=known.id or article_id(outlet, when, title, asked.stem),
        text=text,
        paragraphs=paragraphs,
        title=title,
        outlet=outlet,
        outlet_name=outlet_name,
        author=known.author or copy.author,
        url=copy.url,
        language=known.language or copy.language.replace("_", "-").split("-")[0].lower()[:3],
        published=when.date,
        published_time=when.time,
        published_basis=when.basis,
        published_note=when.note,
        related=known.related or with_publisher(copy.related, outlet_name),
        sources=known.sources or copy.sources,
        where=where,
    )
    record_path = known.where.path or f"content/articles/{article.id}.yml"
    return article, (*unread_dates(copy, where), *publication_problems(when, where, record_path))


def article_id(outlet: str, when: Published, title: str, stem: str) -> str:
    """`<outlet>-<date>-<title>` in plain letters, without what is not known; the file's stem when it has no title."""
    if not title:
        return slugify(stem) or "article"
    date = str(when.date).rstrip("?~%") if when.date.precision in ("day", "month", "year") else ""
    slug = slugify(title.replace("'", "’"), max_length=_SLUG, word_boundary=True)
    return "-".join(part for part in (outlet, date, slug or slugify(stem)) if part)


def _outlet(recorded: str, copy: Copy, index: OutletIndex) -> tuple[str, str, str]:
    """The id, name and country of who published it."""
    found = (
        index.find(recorded) if recorded else index.find(copy.outlet) or (index.find(copy.url) if copy.url else None)
    )
    if found:
        return recorded or found.id, found.name, found.country
    name = copy.outlet or host_of(copy.url)
    return recorded or slugify(name), recorded or name, ""


def _paragraphs(copy: Copy) -> tuple[tuple[int, int], ...]:
    lengths = [len(block.text) for block in copy.blocks]
    starts = accumulate((length + 1 for length in lengths), initial=0)
    return tuple((start, start + length) for start, length in zip(starts, lengths, strict=False))
