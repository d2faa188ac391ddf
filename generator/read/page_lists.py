"""The lists that stand with a saved article, related headlines and sources, from its raw tree: text extractors drop them."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urljoin

import msgspec
from lxml.html import HtmlElement

from generator.read.blocks import Block, Link, addresses, squeeze
from generator.read.furniture import Section, section_of
from generator.read.page_meta import class_words
from generator.read.rules import rules

_BIG_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SMALL_HEADINGS = frozenset(("strong", "b", "p", "span"))
_HEADINGS = _BIG_HEADINGS | _SMALL_HEADINGS | {"div", "dt", "legend", "summary", "header"}
_SHORTEST, _LONGEST = 12, 250  # characters of a headline
_MOST = 60  # headlines in a list


class Box(msgspec.Struct, frozen=True):
    """One list: its headlines or addresses, and the elements that hold it."""

    kind: Section
    blocks: tuple[Block, ...]
    elements: tuple[HtmlElement, ...]


def listed_boxes(tree: HtmlElement, base: str) -> tuple[Box, ...]:
    """The lists whose heading, class, id or label says they are related, and those under a heading "Sources"; addresses
    resolved against `base`. Navigation, the page's footer and lists of what is most read are none."""
    boxes: list[Box] = []
    taken: set[HtmlElement] = set()
    for element in tree.iter(*_HEADINGS, "section", "aside", "ul", "ol", "nav"):
        if taken and not taken.isdisjoint((element, *element.iterancestors())):
            continue
        box = _labelled(element, base) or _below_heading(element, base)
        if box and not _is_navigation(box.elements[0]):
            boxes += [box] if box.blocks else []
            taken.update(box.elements)
    return tuple(boxes)


def _labelled(element: HtmlElement, base: str) -> Box | None:
    if element.tag in _BIG_HEADINGS or element.tag in _SMALL_HEADINGS:
        return None
    label = " ".join(re.findall(r"\w+", element.get("aria-label") or "")).lower()
    named = _label_pattern().search(" ".join(class_words(element))) or (label and section_of(label) == "related")
    return Box("related", _headlines((element,), base), (element,)) if named and _is_list(element) else None


def _is_list(element: HtmlElement) -> bool:
    """Links make up most of it: a wrapper of the whole article may bear the class too."""
    text = len(squeeze(element.text_content()))
    linked = sum(len(squeeze(link.text_content())) for link in element.iter("a"))
    items = sum(1 for item in element.iter("li") if len(item.text_content()) <= _LONGEST)
    prose = any(item.find(".//a") is None and len(item.text_content()) > _LONGEST for item in element.iter("p"))
    return not prose and (linked * 5 >= text * 2 or items > 1)


def _below_heading(element: HtmlElement, base: str) -> Box | None:
    if element.tag not in _HEADINGS or len(element) > 3 or element.find(".//a") is not None:
        return None
    text = squeeze(element.text_content()[:80])
    kind = section_of(text)
    if kind not in ("related", "sources") or not (
        element.tag in _BIG_HEADINGS or text[-1] in ":：" or _stands_alone(element)
    ):
        return None
    place: HtmlElement | None = element
    for _ in range(3):
        following = tuple(_list_after(place)) if place is not None else ()
        if following:
            blocks = _headlines(following, base) if kind == "related" else _sources(following, base)
            return Box(kind, blocks, (element, *following))
        if place is None or place.tag in ("article", "main", "body"):
            return None
        place = place.getparent()
    return None


def _stands_alone(element: HtmlElement) -> bool:
    parent, following = element.getparent(), element.getnext()
    if element.tag in ("strong", "b") and parent is not None:
        before_break = following is not None and following.tag == "br" and not (element.tail or "").strip()
        return before_break or squeeze(parent.text_content()) == squeeze(element.text_content())
    return following is not None and following.tag in ("ul", "ol", "div", "section")


def _list_after(element: HtmlElement) -> Iterator[HtmlElement]:
    for following in element.itersiblings():
        if not isinstance(following.tag, str):
            continue
        if following.tag in _BIG_HEADINGS and following.find(".//a") is None:
            return
        if following.tag in ("ul", "ol", "a") or (following.find(".//a") is not None and _is_list(following)):
            yield following
        elif squeeze(following.text_content()):
            return


def _sources(elements: tuple[HtmlElement, ...], base: str) -> tuple[Block, ...]:
    linked = [_address(link, base) for element in elements for link in element.iter("a")]
    written = [url for element in elements for url in addresses(element.text_content())]
    return tuple(Block(url, "item") for url in dict.fromkeys((*linked, *written)) if url)


def _headlines(elements: tuple[HtmlElement, ...], base: str) -> tuple[Block, ...]:
    found: dict[str, Block] = {}
    for element in elements:
        for item in element.iter("a", "li"):
            if item.tag == "li" and item.find(".//a") is not None:
                continue
            text, url = _headline(item), _address(item, base)
            fits = (
                _SHORTEST <= len(text) <= _LONGEST
                and len(text.split()) > 2
                and (item.tag == "li" or _leads_to_article(item))
            )
            if fits and len(found) < _MOST:
                found.setdefault(text.casefold(), Block(text, "item", (Link(text, url),) if url else ()))
    return tuple(found.values())


def _headline(item: HtmlElement) -> str:
    inner = next(iter(item.iter(*_BIG_HEADINGS)), None)
    if inner is not None:
        return squeeze(inner.text_content())
    parent = item.getparent()
    whole = squeeze(parent.text_content()) if item.tag == "a" and parent is not None and parent.tag == "li" else ""
    own = squeeze(item.text_content())
    prefixed = whole.endswith(own) and re.fullmatch(r"[^:.!?]{2,40}:", whole.removesuffix(own).strip())
    return whole if prefixed else own


def _address(item: HtmlElement, base: str) -> str:
    try:
        url = urljoin(base, str(item.get("href") or "").strip()) if _leads_to_article(item) else ""
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) else ""


def _leads_to_article(link: HtmlElement) -> bool:
    href = str(link.get("href") or "").strip()
    return bool(href) and not href.startswith("#") and not _not_headline().search(href)


def _is_navigation(element: HtmlElement) -> bool:
    for place in element.iterancestors():
        if place.tag in ("article", "main"):
            return False
        if place.tag in ("nav", "footer", "header"):
            return True
    return False


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules('page')['related_words'])})\b")


@cache
def _not_headline() -> re.Pattern[str]:
    return re.compile("|".join(rules("page")["not_headline_paths"]), re.IGNORECASE)
