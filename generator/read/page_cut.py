"""What is no part of an article is cut out of a page's tree: navigation, captions, share and comment boxes, and the like."""

from collections import Counter

from lxml.html import HtmlElement

from generator.read.page_meta import class_words
from generator.read.rules import rules

_NEVER_TEXT = frozenset(("script", "style", "template", "head", "noscript"))
_NEVER_CUT = frozenset(("html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"))
_LAYOUT = 200  # characters of prose; a table with more, or with paragraphs, is the page's layout
_PROSE = 60  # characters of a run of text that is no label
_SHARE, _STRONG_SHARE = 0.3, 0.8  # of the page's prose that no boilerplate holds


def cut_boilerplate(tree: HtmlElement) -> None:
    """Remove from `tree` what rules/page.yaml names, unless it holds much of the page's prose."""
    sizes = prose_sizes(tree)
    for element in list(tree.iter()):
        parent = element.getparent()
        if parent is not None and (not isinstance(element.tag, str) or _is_boilerplate(element, sizes, sizes[tree])):
            cut(element)


def cut(element: HtmlElement) -> None:
    """Take `element` out of its tree. Where it parted two paragraphs, an empty one does so in its place."""
    if element.tag not in rules("page")["block_tags"] or not (element.tail or "").strip():
        element.drop_tree()
        return
    element.clear(keep_tail=True)
    element.tag = "p"


def prose_sizes(tree: HtmlElement) -> Counter[HtmlElement]:
    """The characters of prose, outside links and in runs long enough to be sentences, below each element."""
    sizes: Counter[HtmlElement] = Counter()
    for element in reversed(list(tree.iter("*"))):
        if element.tag not in _NEVER_TEXT and element.tag != "a":
            sizes[element] += _prose(element.text)
        parent = element.getparent()
        if parent is not None:
            sizes[parent] += sizes[element] + _prose(element.tail)
    return sizes


def _prose(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    return length if length >= _PROSE else 0


def _is_boilerplate(element: HtmlElement, sizes: Counter[HtmlElement], total: int) -> bool:
    page, words, size = rules("page"), class_words(element), sizes[element]
    if element.tag in _NEVER_TEXT or element.tag in _NEVER_CUT:
        return element.tag in _NEVER_TEXT
    if not _words("strong_words").isdisjoint(words) and size <= total * _STRONG_SHARE and element.find(".//h1") is None:
        return True
    if element.tag == "article" or size > max(_PROSE * 8, total * _SHARE):
        return False
    if element.tag in page["drop_tags"] or element.get("role") in page["drop_roles"] or _is_hidden(element):
        return True
    if element.tag == "table":
        return size < _LAYOUT and element.find(".//p") is None
    return not _words("drop_words").isdisjoint(words)


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "")
    return element.get("hidden") is not None or element.get("aria-hidden") == "true" or "display:none" in style


def _words(name: str) -> frozenset[str]:
    return frozenset(rules("page")[name])
