"""The headlines and addresses that the elements of a saved page's list hold."""

import re
from copy import deepcopy
from functools import cache
from urllib.parse import urljoin

from lxml.html import HtmlElement

from generator.read.blocks import Block, Link, addresses, squeeze
from generator.read.furniture import inline_related, is_furniture, is_label
from generator.read.page_meta import class_words
from generator.read.rules import rules

_BIG_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHORTEST, _LONGEST = 12, 250  # characters of a headline
_MOST = 60  # headlines in a list


def sources(elements: tuple[HtmlElement, ...], base: str) -> tuple[Block, ...]:
    """The addresses that `elements` link to or write out."""
    linked = [_address(link, base) for element in elements for link in element.iter("a")]
    written = [url for element in elements for url in addresses(element.text_content())]
    return tuple(Block(url, "item") for url in dict.fromkeys((*linked, *written)) if url)


def headlines(elements: tuple[HtmlElement, ...], base: str) -> tuple[Block, ...]:
    """The headlines in `elements`, each once: links, items without one, and paragraphs where there is neither."""
    found: dict[str, Block] = {}
    bare = not any(True for element in elements for _ in element.iter("a", "li"))
    for element in elements:
        for item in element.iter("p") if bare else element.iter("a", "li"):
            block = None if item.tag == "li" and item.find(".//a") is not None else link_block(item, base)
            if block and len(found) < _MOST:
                found.setdefault(block.text.casefold(), block)
    return tuple(found.values())


def link_block(item: HtmlElement, base: str) -> Block | None:
    """One link, list item or paragraph as a headline, with what stands beside the link in its list item; None when it is no
    headline: too short, a button, a link to a topic or an author."""
    own, url = _own_text(item), _address(item, base)
    own = inline_related(own) or own
    fits = _SHORTEST <= len(own) <= _LONGEST and len(own.split()) > 2 and not is_furniture(own)
    if not fits or (item.tag == "a" and not _leads_to_article(item)):
        return None
    return Block(_with_source(item, own), "item", (Link(own, url),))


def _own_text(item: HtmlElement) -> str:
    """The words of the item's heading, else all of it without times; a part that names the source stands before a colon."""
    inner = next(iter(item.iter(*_BIG_HEADINGS)), None)
    named = [part for part in item.iter("span", "em", "small", "b", "strong", "div") if _is_source(part)]
    source = squeeze(named[0].text_content()) if named and len(named[0].text_content()) <= 40 else ""
    item = deepcopy(inner if inner is not None else item)
    for part in [part for part in item.iter("time", "span", "em", "small", "b", "strong", "div") if _is_aside(part)]:
        part.drop_tree()
    for part in item.iter("div", "p", "br", *_BIG_HEADINGS):
        part.tail = f" {part.tail or ''}"
    text = squeeze(item.text_content())
    return f"{source.rstrip(':')}: {text}" if source and text else text


def _is_source(part: HtmlElement) -> bool:
    return not frozenset(rules("page")["source_words"]).isdisjoint(class_words(part))


def _is_aside(part: HtmlElement) -> bool:
    return (
        part.tag == "time"
        or is_furniture(squeeze(part.text_content()))
        or _is_source(part)
        or is_unseen(part)
        or not frozenset(rules("page")["aside_words"]).isdisjoint(class_words(part))
    )


def is_unseen(part: HtmlElement) -> bool:
    """Whether only a screen reader reads `part`."""
    return not frozenset(rules("page")["unseen_words"]).isdisjoint(class_words(part))


def seen_text(element: HtmlElement) -> str:
    """The words of `element` that a reader sees."""
    if not any(is_unseen(part) for part in element.iter("span", "div", "p")):
        return squeeze(element.text_content())
    element = deepcopy(element)
    for part in [part for part in element.iter("span", "div", "p") if is_unseen(part)]:
        part.drop_tree()
    return squeeze(element.text_content())


def _with_source(item: HtmlElement, own: str) -> str:
    """`own`, or all of its list item's text where a few words beside the link may name who published it."""
    parent = item.getparent()
    if (
        item.tag != "a"
        or parent is None
        or parent.tag not in ("li", "p", "div", "dd", "td")
        or len(list(parent.iter("a"))) != 1
    ):
        return own
    whole = squeeze(" ".join(parent.itertext()))
    beside = len(whole) - len(own)
    before = whole.removesuffix(own).strip() if whole.endswith(own) else ""
    prefixed = re.fullmatch(r"[^:.!?\d]{2,40}:?", before) and not is_label(before)
    return whole if prefixed or (whole.startswith(own) and 0 < beside <= 60) else own


def _address(item: HtmlElement, base: str) -> str:
    try:
        url = urljoin(base, str(item.get("href") or "").strip()) if _leads_to_article(item) else ""
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) else ""


def _leads_to_article(link: HtmlElement) -> bool:
    href = str(link.get("href") or "").strip()
    home = href == "/" or re.fullmatch(r"https?://[^/?#]+/?", href)
    return bool(href) and not (home or href.startswith("#") or _not_headline().search(href))


@cache
def _not_headline() -> re.Pattern[str]:
    return re.compile("|".join(rules("page")["not_headline_paths"]), re.IGNORECASE)
