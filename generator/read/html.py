"""A saved .html page to blocks and metadata. Scripts are never run, and nothing is fetched."""

import re
from copy import deepcopy

import htmldate
import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.problems import Problem, Where
from generator.read.blocks import Block, Copy, DateEvidence, squeeze
from generator.read.evidence import Evidence, evidence_of
from generator.read.outlets import OutletIndex
from generator.read.page_cut import cut
from generator.read.page_lists import listed_boxes
from generator.read.page_meta import base_address, read_meta
from generator.read.page_text import page_blocks
from generator.read.related import related_line
from generator.read.stamps import parse_stamp

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SHORT = 250  # characters; a page with less text may carry the article in its JSON-LD only


def read_page(text: str, where: Where, outlets: OutletIndex) -> Copy:
    """The blocks of the page's article, and what its metadata and its related boxes say."""
    tree = _parse(text)
    if tree is None:
        return Copy(
            problems=(Problem(where, "error", "seed-unreadable", "expected an HTML page, found no element in it"),)
        )
    meta = read_meta(tree, text, outlets)
    base = base_address(tree, meta.copy.url)
    boxes = listed_boxes(tree, base)
    dates = (
        meta.copy.dates
        if any(parse_stamp(date.text) for date in meta.copy.dates)
        else (*meta.copy.dates, *_searched(tree))
    )
    for element in (element for box in boxes for element in box.elements):
        cut(element)
    blocks = page_blocks(tree, base, outlets)
    if sum(len(block.text) for block in blocks) < min(_SHORT, len(meta.body)):
        blocks = tuple(Block(squeeze(line)) for line in meta.body.split("\n") if line.strip())
    known = evidence_of("\n".join(block.text for block in blocks), meta.copy.author) if boxes else Evidence()
    headlines = (block for box in boxes if box.kind == "related" for block in box.blocks)
    return msgspec.structs.replace(
        meta.copy,
        blocks=blocks,
        dates=dates,
        related=tuple(related_line(block.text, outlets, known, _url(block), _linked(block)) for block in headlines),
        sources=tuple(block.text for box in boxes if box.kind == "sources" for block in box.blocks),
    )


def _url(block: Block) -> str:
    return next((link.url for link in block.links), "")


def _linked(block: Block) -> str:
    return next((link.text for link in block.links), "")


def _parse(text: str) -> HtmlElement | None:
    data = _DECLARATION.sub("", text).encode()
    try:
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _searched(tree: HtmlElement) -> tuple[DateEvidence, ...]:
    """What htmldate finds when neither JSON-LD, meta tags nor time elements give a time: a guess of where dates stand."""
    try:
        found = htmldate.find_date(deepcopy(tree), original_date=True, extensive_search=False, max_date="2199-12-31")
    except Exception:  # noqa: BLE001 - on a page that another's reader cannot bear, the date stays unknown
        return ()
    return (DateEvidence(found, "found in the page by htmldate", "assumed"),) if found else ()
