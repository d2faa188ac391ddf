"""The text of a saved page: boilerplate is cut from the tree, trafilatura finds where the article stands, and the paragraphs
are read from there, so that none of them is lost or joined."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple
from urllib.parse import urljoin

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from generator.read.blocks import Block, Link, alike, heads_entry, squeeze
from generator.read.furniture import inline_related
from generator.read.lines import read_header_line
from generator.read.outlets import OutletIndex
from generator.read.page_cut import cut_boilerplate, prose_sizes
from generator.read.rules import rules

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAK = "\x1e"  # stands for <br>; control characters have left the text before
_INVISIBLE = re.compile("[\xad\u200b]")
_LARGEST, _DEEPEST = 3_000_000, 256  # characters, levels; beyond them the tree alone decides
_FINAL = re.compile(r"[.!?…:,;][\"'”’»)\]]*\s*$")
_LABELS = 200  # characters of a block that may be lines of a header
_ENTRIES = 3  # with fewer times of day on their own it is no live blog
_COVERED = 0.85  # of the main lines' characters that the article's element holds


class _Place(NamedTuple):
    block: Block
    element: HtmlElement


def page_blocks(tree: HtmlElement, base: str, outlets: OutletIndex) -> tuple[Block, ...]:
    """The blocks of the article in `tree`, which is changed: what is no text is cut out of it. Links are resolved against
    `base`. Lines of a header, by `outlets` among others, are kept above the text."""
    cut_boilerplate(tree)
    places = list(_places(tree, base))
    bearable = sum(len(place.block.text) for place in places) < _LARGEST and _depth(tree) < _DEEPEST
    found = _main_lines(tree) if bearable else frozenset[str]()
    container = _container([place for place in places if alike(place.block.text) in found], tree)
    inside = [place for place in places if container is place.element or container in place.element.iterancestors()]
    blocks: list[Block] = []
    begun, live = False, sum(heads_entry(place.block) for place in inside) >= _ENTRIES
    for place in inside:
        if heads_entry(place.block):
            blocks += [place.block] if live else []
            continue
        is_text = alike(place.block.text) in found or _is_prose(place)
        begun = begun or (is_text and place.block.kind != "heading")
        if is_text or (not begun and read_header_line(place.block.text, outlets)):
            blocks.append(place.block)
    return tuple(blocks) if begun else tuple(place.block for place in inside)


def _depth(tree: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main_lines(tree: HtmlElement) -> frozenset[str]:
    """The lines trafilatura takes for the article, in a form to compare by."""
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree), favor_precision=True, include_comments=False, include_tables=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - on a page that another's reader cannot bear, ours decides alone
        return frozenset()
    body = getattr(found, "body", None)
    lines = body.itertext() if body is not None else ()
    whole = (
        ("".join(element.itertext()) for element in body.iter("p", "head", "item", "quote")) if body is not None else ()
    )
    return frozenset(alike(squeeze(line)) for line in (*lines, *whole)) - {""}


def _container(matched: list[_Place], tree: HtmlElement) -> HtmlElement:
    """The deepest element that holds nearly all of the main lines; without any, the largest article, main or body."""
    sums: Counter[HtmlElement] = Counter()
    for place in matched:
        for ancestor in place.element.iterancestors():
            sums[ancestor] += len(place.block.text)
    enough = sum(len(place.block.text) for place in matched) * _COVERED
    holders = [element for element, size in sums.items() if size >= enough]
    if holders:
        return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))
    sizes = prose_sizes(tree)
    marked = [element for tag in ("article", "main") for element in tree.iter(tag)]
    return max(marked, key=lambda element: sizes[element]) if marked else tree


def _is_prose(place: _Place) -> bool:
    block = place.block
    if block.kind == "heading" or inline_related(block.text):
        return True
    if sum(len(link.text) for link in block.links) * 2 > len(block.text):
        return False
    in_paragraph = place.element.tag in ("p", "li", "blockquote") or place.element.getparent().tag == "blockquote"
    return in_paragraph or (len(block.text) > 25 and bool(_FINAL.search(block.text)))


def _places(tree: HtmlElement, base: str) -> Iterator[_Place]:
    owners: list[HtmlElement] = [tree]
    parts: list[str] = []
    links: list[Link] = []
    timed: list[str] = []
    opened, block_tags = 0, frozenset(rules("page")["block_tags"])
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        is_block = element.tag in block_tags
        if is_block:
            text = squeeze("".join(parts))
            if text != squeeze("".join(timed)) or heads_entry(Block(text)):
                yield from _flushed(parts, links, owners[-1])
            parts, links, timed = [], [], []
        if event == "start":
            owners += [element] if is_block else []
            opened = len(parts) if element.tag == "a" else opened
            parts.append(_BREAK if element.tag == "br" else _visible(element.text))
        else:
            if element.tag == "a" and element.get("href"):
                links.append(
                    Link(squeeze("".join(parts[opened:]).replace(_BREAK, " ")), _joined(base, str(element.get("href"))))
                )
            if element.tag == "time":
                timed.append(element.text_content())
            if is_block and len(owners) > 1:
                owners.pop()
            parts.append(_visible(element.tail) if element is not tree else "")
    yield from _flushed(parts, links, tree)


def _flushed(parts: list[str], links: list[Link], owner: HtmlElement) -> Iterator[_Place]:
    kind = "heading" if owner.tag in _HEADINGS else "item" if owner.tag == "li" else "paragraph"
    for line in _lines("".join(parts)):
        yield _Place(Block(line, kind, tuple(link for link in links if link.text and link.text in line)), owner)


def _lines(text: str) -> list[str]:
    """The paragraphs of a block: two breaks, or one after the end of a sentence, part them, and one in a few words without
    any, as a byline has it; other breaks are spaces."""
    lines: list[str] = []
    for chunk in re.split(rf"{_BREAK}\s*{_BREAK}", text):
        pieces: list[str] = []
        for piece in chunk.split(_BREAK):
            pieces.append(piece)
            if _FINAL.search(piece):
                lines.append(squeeze(" ".join(pieces)))
                pieces = []
        apart = len(pieces) == chunk.count(_BREAK) + 1 and len(chunk) <= _LABELS
        lines += [squeeze(piece) for piece in pieces] if apart else [squeeze(" ".join(pieces))]
    return [line for line in lines if line]


def _visible(text: str | None) -> str:
    return _INVISIBLE.sub("", text or "").replace("\n", " ")


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""
