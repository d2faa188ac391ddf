"""The lists that stand with a saved article, related headlines and sources, from its raw tree: text extractors drop them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import msgspec
from lxml.html import HtmlElement

from generator.read.blocks import Block, squeeze
from generator.read.furniture import Section, inline_related, is_call, is_headline, is_label, is_pick, section_of
from generator.read.page_items import headlines, link_block, seen_text, sources
from generator.read.page_meta import class_words
from generator.read.rules import rules

_BIG_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SMALL_HEADINGS = frozenset(("strong", "b", "p", "span"))
_HEADINGS = _BIG_HEADINGS | _SMALL_HEADINGS | {"div", "dt", "legend", "summary", "header"}
_LONGEST = 250  # characters of a headline
_LONE = frozenset(("p", "div", "blockquote", "aside", "h4", "h5", "h6"))
_NEAR = 20  # elements above a lone link that are looked at
_AROUND = " →»›▶►[]|"  # marks beside a lone link
_BOXES = 3  # elements around the heading of a list that may hold nothing else
_PROSE = 60  # characters of a paragraph above a lone link
_LINE = 400  # of a paragraph that is headed by "Read also"


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
    for element in tree.iter(*_HEADINGS, "section", "aside", "ul", "ol", "nav", "blockquote"):
        if taken and not taken.isdisjoint((element, *element.iterancestors())):
            continue
        box = (
            _one_line(element, base)
            or _lone_link(element, base)
            or _labelled(element, base)
            or _below_heading(element, base)
            or _mere_links(element, base)
        )
        if box and not _is_navigation(box.elements[0]):
            boxes += [box] if box.blocks else []
            taken.update(box.elements)
    return tuple(boxes)


def _labelled(element: HtmlElement, base: str) -> Box | None:
    if element.tag in _BIG_HEADINGS or element.tag in _SMALL_HEADINGS:
        return None
    label = " ".join(re.findall(r"\w+", element.get("aria-label") or "")).lower()
    named = _label_pattern().search(" ".join(class_words(element))) or (label and section_of(label) == "related")
    return Box("related", headlines((element,), base), (element,)) if named and _is_list(element) else None


def _one_line(element: HtmlElement, base: str) -> Box | None:
    """A paragraph "Read also: ..." with one headline or several links."""
    if element.tag not in ("p", "div", "aside", "blockquote", "section") or element.find(".//p") is not None:
        return None
    if not 0 < len(squeeze(element.text_content()[: _LINE + 1])) <= _LINE:
        return None
    text = seen_text(element)
    links = [block for link in element.iter("a") if (block := link_block(link, base))]
    rest = text
    for block in links:
        rest = rest.replace(block.text, " ", 1)
    if links and is_label(re.sub(r"[\s|;,·•/]+", " ", rest)):
        return Box("related", tuple(links), (element,))
    headline = inline_related(text)
    url = links[0].links if len(links) == 1 else ()
    return Box("related", (Block(headline, "item", url),), (element,)) if headline else None


def _lone_link(element: HtmlElement, base: str) -> Box | None:
    """A paragraph within the article that is nothing but one linked headline."""
    before = element.getprevious()
    if (
        element.tag not in _LONE
        or before is None
        or before.tag not in ("p", "blockquote", "figure", "ul", "aside", "div")
    ):
        return None
    links = list(element.iter("a"))
    if len(links) != 1 or not any(place.tag in ("article", "main") for place in element.iterancestors()):
        return None
    text = squeeze(element.text_content()[: _LINE + 1]).strip(_AROUND)
    block = link_block(links[0], base) if squeeze(links[0].text_content()).strip(_AROUND) == text else None
    told = any(
        len(squeeze(other.text_content())) > _PROSE
        for other in islice(element.itersiblings("p", preceding=True), _NEAR)
    )
    fits = len(text.split()) > 3 and is_headline(text) and not text[0].islower()
    return Box("related", (block,), (element,)) if block and told and fits and not is_call(text) else None


def _mere_links(element: HtmlElement, base: str) -> Box | None:
    """A list within the article whose every item is one linked headline, with the heading above it, whatever that says."""
    if element.tag not in ("ul", "ol") or not any(
        place.tag in ("article", "main") for place in element.iterancestors()
    ):
        return None
    items = [item for item in element if isinstance(item.tag, str)]
    blocks = headlines((element,), base)
    lone = all(len(list(item.iter("a"))) == 1 and is_headline(squeeze(item.text_content())) for item in items)
    words = {word for place in (element, *element.iterancestors()) for word in class_words(place)}
    if not lone or len(items) < 2 or len(blocks) < len(items) or not words.isdisjoint(rules("page")["drop_words"]):
        return None
    heading = element.getprevious()
    named = heading is not None and heading.tag in _BIG_HEADINGS
    kind = section_of(squeeze(heading.text_content())) if named and heading is not None else ""
    if kind in ("sources", "other", "tail"):
        return None
    return Box("related", blocks, (heading, element) if named and heading is not None else (element,))


def _is_list(element: HtmlElement) -> bool:
    """Links make up most of it: a wrapper of the whole article may bear the class too."""
    text = len(squeeze(element.text_content()))
    linked = sum(len(squeeze(link.text_content())) for link in element.iter("a"))
    items = sum(1 for item in element.iter("li") if len(item.text_content()) <= _LONGEST)
    prose = any(item.find(".//a") is None and len(item.text_content()) > _LONGEST for item in element.iter("p"))
    lines = [squeeze(line.text_content()) for line in element.iter("p")] if not linked else []
    bare = bool(lines) and all(map(is_headline, lines))
    return not prose and (linked * 5 >= text * 2 or items > 1 or bare)


def _below_heading(element: HtmlElement, base: str) -> Box | None:
    if element.tag not in _HEADINGS or len(element) > 3 or element.find(".//a") is not None:
        return None
    text = squeeze(element.text_content()[:80])
    kind = "related" if is_pick(text) and _goes_on(element) else section_of(text)
    if kind not in ("related", "sources") or not (
        element.tag in _BIG_HEADINGS or text[-1] in ":：" or _stands_alone(element)
    ):
        return None
    place: HtmlElement | None = element
    for _ in range(3):
        following = tuple(_list_after(place)) if place is not None else ()
        if following:
            blocks = headlines(following, base) if kind == "related" else sources(following, base)
            return Box(kind, blocks, (element, *following))
        if place is None or place.tag in ("article", "main", "body"):
            return None
        place = place.getparent()
    return None


def _goes_on(element: HtmlElement) -> bool:
    """Whether the article goes on beside or below the box of `element`: two paragraphs at least."""
    places = (element, *islice(element.iterancestors(), _BOXES))
    below = (len(squeeze(line.text_content())) > _PROSE for place in places for line in place.itersiblings("p"))
    return sum(islice(below, _NEAR)) > 1


def _stands_alone(element: HtmlElement) -> bool:
    parent, following = element.getparent(), element.getnext()
    if element.tag in ("strong", "b") and parent is not None:
        before_break = following is not None and following.tag in ("br", "a") and not (element.tail or "").strip()
        return before_break or squeeze(parent.text_content()) == squeeze(element.text_content())
    return following is not None and following.tag in ("ul", "ol", "div", "section", "a")


def _list_after(element: HtmlElement) -> Iterator[HtmlElement]:
    for following in element.itersiblings():
        if not isinstance(following.tag, str):
            continue
        if following.tag in _BIG_HEADINGS and following.find(".//a") is None:
            return
        linked = following.find(".//a") is not None
        if following.tag in ("ul", "ol", "a") or (linked and (_is_list(following) or _is_card(following))):
            yield following
        elif squeeze(following.text_content()):
            return


def _is_card(element: HtmlElement) -> bool:
    """A headline with a picture or a summary: one link, with a heading in it or around it."""
    heading = next(iter(element.iter(*_BIG_HEADINGS)), None)
    if heading is None or len(list(element.iter(*_BIG_HEADINGS))) != 1:
        return False
    return heading.find(".//a") is not None or any(place.tag == "a" for place in heading.iterancestors())


def _is_navigation(element: HtmlElement) -> bool:
    places = {place.tag for place in element.iterancestors()}
    return not places.isdisjoint(("nav", "footer", "header")) and places.isdisjoint(("article", "main"))


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules('page')['related_words'])})\b")
