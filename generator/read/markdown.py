"""A .md article: front matter, then CommonMark to blocks. Links keep their words; images, code and tables are left out,
except tables of nothing but links."""

import msgspec
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.problems import Where
from generator.read.blocks import Block, Copy, Link, squeeze
from generator.read.front_matter import read_front_matter
from generator.read.furniture import section_of
from generator.read.outlets import OutletIndex

_PARSER = MarkdownIt("commonmark", {"maxNesting": 30}).enable("table").disable(["code", "reference"])
_SENTENCE_HEADING = 60  # a "heading" longer than this that ends like a sentence is a paragraph with a rule below it


def read_markdown(text: str, where: Where, outlets: OutletIndex) -> Copy:
    """The blocks and the front matter of `text`. The first heading becomes the title when nothing else names one."""
    front = read_front_matter(text, where, outlets)
    return msgspec.structs.replace(front.copy, blocks=tuple(_blocks(_PARSER.parse(front.body))))


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    opened: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(token.type)
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "inline":
            blocks.extend(_cell_blocks(token, opened) if "table_open" in opened else _inline_blocks(token, opened))
        elif token.type == "html_block":
            blocks.extend(_raw(token.content))
    return [block for block in blocks if block.text]


def _inline_blocks(token: Token, opened: list[str]) -> list[Block]:
    kind = "heading" if opened[-1] == "heading_open" else "item" if "list_item_open" in opened else "paragraph"
    lines, links = _lines(token.children or [])
    if (
        kind == "heading"
        and len(token.content) > _SENTENCE_HEADING
        and token.content.rstrip("\"'”’*_")[-1:] in (".", "!")
    ):
        kind = "paragraph"
    return [
        Block(squeeze(line), kind, tuple(link for link in links if link.text and link.text in line)) for line in lines
    ]


def _cell_blocks(token: Token, opened: list[str]) -> list[Block]:
    """Of a table only what is a list of headlines: the head that says so, and cells that are links."""
    lines, links = _lines(token.children or [])
    text = squeeze(" ".join(lines))
    if opened[-1] == "th_open":
        return [Block(text, "heading")] if section_of(text) else []
    return [Block(link.text, "item", (link,)) for link in links if link.text == text]


def _lines(children: list[Token]) -> tuple[list[str], list[Link]]:
    lines, links, target, start = [""], list[Link](), "", 0
    for child in children:
        if child.type == "hardbreak":
            lines.append("")
            start = 0
        elif child.type == "link_open":
            target, start = str(child.attrGet("href") or ""), len(lines[-1])
        elif child.type == "link_close":
            links.append(Link(lines[-1][start:].strip(), target))
        else:
            lines[-1] += {"softbreak": " ", "text": child.content, "code_inline": child.content}.get(child.type, "")
    return lines, links


def _raw(content: str) -> list[Block]:
    try:
        element = html.fragment_fromstring(content, create_parent="div")
    except (ValueError, html.etree.ParserError):
        return []
    for hidden in element.xpath(".//script|.//style|.//figure|.//table|.//comment()"):
        hidden.drop_tree()
    parts = list(element.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "li"))
    if parts:
        return [_part(part) for part in parts]
    lines = (squeeze(line) for line in element.text_content().split("\n"))
    return [Block(line) for line in lines if line]


def _part(part: html.HtmlElement) -> Block:
    kind = {"p": "paragraph", "li": "item"}.get(part.tag, "heading")
    links = ((squeeze(link.text_content()), str(link.get("href") or "")) for link in part.iter("a"))
    return Block(squeeze(part.text_content()), kind, tuple(Link(text, url) for text, url in links if text))
