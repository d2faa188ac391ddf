"""What a saved page says of itself outside its text: JSON-LD, meta tags, canonical link, time elements, byline."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from lxml.html import HtmlElement

from generator.read.blocks import Copy, DateEvidence, alike, squeeze
from generator.read.furniture import is_furniture
from generator.read.jsonld import PageFacts, read_jsonld
from generator.read.lines import is_job, is_name_line
from generator.read.outlets import OutletIndex, host_of, looks_like_outlet
from generator.read.rules import rules
from generator.read.stamps import find_stamp

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)", re.IGNORECASE
)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?://)")
_SUFFIX = re.compile(r"\s+[|–—·•»-]\s+")
_BY = re.compile(r"(?:(?:written|reported|story|words|text|report) )?by:?", re.IGNORECASE)
_TITLE = 3  # words of a heading that may stand for the page's title
_MODIFIER = re.compile(r"(?:has|with|no|not|without|hide|show|is|js)[-_A-Z]")  # with-sidebar names no sidebar
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")


class PageMeta(NamedTuple):
    """`copy` has no blocks; `body`: the article's text where JSON-LD carries it."""

    copy: Copy
    body: str = ""


def read_meta(tree: HtmlElement, text: str, outlets: OutletIndex) -> PageMeta:
    """The metadata of the page, from the raw tree of the page and its source `text`. Relative addresses are made absolute."""
    metas = _metas(tree)
    url = _address(tree, text, metas)
    heading = next((squeeze(element.text_content()) for element in tree.iter("h1")), "")
    page_title = squeeze(tree.findtext(".//title") or "")
    facts = read_jsonld(_scripts(tree), url, (heading, metas.get("og:title", ""), page_title))
    url = url or _absolute(facts.url, "")
    outlet = _outlet(facts, metas, url, _site_name(page_title, heading, outlets), outlets)
    names = (outlet, facts.outlet, metas.get("og:site_name", ""), host_of(url))
    authors = (_without_outlet(name, outlet) for name in (facts.author, _author(metas), _byline(tree)))
    titles = (facts.title, _meta(metas, "title"), heading, page_title)
    copy = Copy(
        title=_title(titles, heading, names),
        outlet=outlet,
        author=next((name for name in authors if name not in ("", outlet)), ""),
        url=url,
        language=facts.language
        or tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _meta(metas, "language"),
        dates=tuple(_dates(tree, facts, metas)),
    )
    return PageMeta(copy, facts.body)


def class_words(element: HtmlElement) -> list[str]:
    """The words of an element's class and id, lower case: `c-RelatedLinks` is c, related, links; `with-sidebar` is none."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return [word.lower() for name in names if not _MODIFIER.match(name) for word in _CAMEL.split(name) if word]


def base_address(tree: HtmlElement, url: str) -> str:
    """What relative addresses are relative to."""
    return _absolute(next((str(element.get("href") or "") for element in tree.iter("base")), ""), url) or url


def _scripts(tree: HtmlElement) -> Iterator[str]:
    return (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower())


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        value = squeeze(element.get("content") or "")
        if key and value:
            known = found.get(key.lower())
            repeated = known and key.lower() in ("author", "citation_author", "dc.creator") and value not in known
            found[key.lower()] = f"{known}, {value}" if repeated else known or value
    return found


def _meta(metas: dict[str, str], kind: str) -> str:
    return next((metas[key] for key in rules("page")["meta"][kind] if key in metas), "")


def _author(metas: dict[str, str]) -> str:
    found = (metas[key] for key in rules("page")["meta"]["author"] if key in metas)
    return next((name for name in found if not name.startswith("http") and not re.search(r"[@/|\d]", name)), "")


def _address(tree: HtmlElement, text: str, metas: dict[str, str]) -> str:
    saved = _SAVED_FROM.search(text[:4000])
    origin = saved.group(1) if saved else ""
    links = [
        str(link.get("href") or "")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    base = next((str(element.get("href") or "") for element in tree.iter("base")), "")
    candidates = (*links, metas.get("og:url", ""), metas.get("twitter:url", ""), origin)
    return next((url for url in (_absolute(address, origin or base) for address in candidates) if url), "")


def _absolute(address: str, base: str) -> str:
    try:
        joined = urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:
        return ""
    return _ARCHIVED.sub("", joined) if joined.startswith(("http://", "https://")) else ""


def _outlet(facts: PageFacts, metas: dict[str, str], url: str, site: str, outlets: OutletIndex) -> str:
    names = [name for name in (_meta(metas, "outlet"), facts.outlet) if name and not name.startswith(("http", "@"))]
    by_host = outlets.find(url) if url else None
    known = next((name for name in names if outlets.find(name)), "") or (by_host.name if by_host else "")
    return known or next(iter(names), "") or site


def _site_name(page_title: str, heading: str, outlets: OutletIndex) -> str:
    """The outlet's name where the page's title carries it: `Headline | Outlet`, `Outlet - Section - Headline`."""
    parts = _SUFFIX.split(page_title)
    ends = [parts[place] for place in (-1, 0)] if len(parts) > 1 else []
    beside = [parts[1]] if len(parts) == 2 and alike(parts[0]) == alike(heading) else []
    named = [next((end for end in ends if test(end)), "") for test in (outlets.find, looks_like_outlet)]
    return next((name for name in (*named, *beside) if name), "")


def _without_outlet(author: str, outlet: str) -> str:
    """The name alone: of "Jane Roe, The Vell Post" and of "Jane Roe with AFP"."""
    name = author.removesuffix(outlet).rstrip(" ,|–-") if outlet else author
    head, _, job = name.partition(", ")
    name = head if job and is_job(job) else name
    return re.sub(r" (?:with|and) (?:agencies|[A-Z]{2,4}|Reuters)(?:, (?:[A-Z]{2,4}|Reuters))*$", "", name) or author


def _title(titles: tuple[str, ...], heading: str, names: tuple[str, ...]) -> str:
    """The first of `titles`, without the site's name; the heading alone where it is the head of that title."""
    title = next((_without_suffix(title, names) for title in titles if title), "")
    rest = title.removeprefix(heading) if len(heading.split()) > _TITLE else ""
    return heading if _SUFFIX.match(rest) else title


def _without_suffix(title: str, names: tuple[str, ...]) -> str:
    *parts, last = _SUFFIX.split(title)
    if not parts or _plain(last) not in {_plain(name) for name in names if name}:
        return title
    return title[: title.rindex(last)].rstrip(" |–—·•»-")


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _byline(tree: HtmlElement) -> str:
    words = frozenset(rules("page")["byline_words"])
    for element in tree.iter("a", "span", "p", "div", "address"):
        if (
            element.get("rel") == "author"
            or element.get("itemprop") == "author"
            or not words.isdisjoint(class_words(element))
        ):
            text = re.sub(r"^by\s+", "", squeeze(element.text_content()[:200]), flags=re.IGNORECASE)
            name = text if not re.search(r"\d|@|http", text) else _SUFFIX.split(text)[0]
            if 2 <= len(name.split()) <= 8 and not re.search(r"\d|@|http", name) and not is_furniture(name):
                return name
    return next((name for link in tree.iter("a") if (name := _signed(link))), "")


def _signed(link: HtmlElement) -> str:
    """The words of a link behind "Written by"."""
    before, parent = link.getprevious(), link.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    name = squeeze(link.text_content()[:100])
    return name if _BY.fullmatch(squeeze(text)) and is_name_line(name) else ""


def _dates(tree: HtmlElement, facts: PageFacts, metas: dict[str, str]) -> Iterator[DateEvidence]:
    if facts.date:
        yield DateEvidence(facts.date, "the page's own data: datePublished")
    yield from (
        DateEvidence(metas[key], f"the page's meta tag {key}") for key in rules("page")["meta"]["date"] if key in metas
    )
    times = [element for element in tree.iter("time") if not _is_apart(element)]
    labelled = [
        element for element in times if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for element in (*labelled, *times):
        yield DateEvidence(element.get("datetime") or squeeze(element.text_content()[:80]), "a time marked in the page")
    words = frozenset((*rules("page")["date_words"], *rules("page")["byline_words"]))
    for element in tree.iter("span", "p", "div", "li", "small"):
        if not words.isdisjoint(class_words(element)) and not _is_apart(element):
            line = squeeze(element.text_content()[:120])
            if len(line) <= 90 and find_stamp(line):
                yield DateEvidence(line, "date line of the page")


def _is_apart(element: HtmlElement) -> bool:
    """True for what dates something else: an update, a comment, another story."""
    page = rules("page")
    marks = {
        *page["updated_words"],
        *page["related_words"],
        "comment",
        "comments",
        "footer",
        "copyright",
        "popular",
        "trending",
    }
    for place in (element, *element.iterancestors()):
        if place.tag in ("article", "main", "body"):
            return False
        if (
            place.tag in ("nav", "aside", "footer")
            or place.get("itemprop") == "dateModified"
            or not marks.isdisjoint(class_words(place))
        ):
            return True
    return False
