"""The lists that stand with an article: related headlines, its sources, other stories. They leave the text."""

import re
from collections.abc import Sequence

import msgspec

from generator.model.text import RelatedLine
from generator.read.blocks import Block, Copy, Link, addresses, alike, heads_entry, without_addresses
from generator.read.evidence import Evidence, evidence_of
from generator.read.furniture import (
    Section,
    inline_related,
    is_ago,
    is_counter,
    is_end_mark,
    is_furniture,
    is_headline,
    is_label,
    is_navigation,
    is_pick,
    is_rule,
    section_of,
)
from generator.read.outlets import OutletIndex
from generator.read.related import related_line
from generator.read.undated import dateless
from generator.read.unheaded import SHORTEST, closing_lines, is_bare_headline, lone_headline, split_links, unnamed_list

_ITEM = 290  # characters of a headline with its address
_WINDOW = 60  # blocks below the heading of a list in which the article goes on
_TITLE = 60  # of the heading of a list


class _Sorted(msgspec.Struct):
    """What has been told apart so far; `listed`: a heading of a list has come; `tail`: the text has ended."""

    body: list[Block]
    related: list[Block]
    sources: list[str]
    listed: bool = False
    tail: bool = False


def take_sections(copy: Copy, outlets: OutletIndex) -> Copy:
    """`copy` with its blocks reduced to the text, and what its lists hold added to `related` and `sources`."""
    found = _Sorted([], [], [])
    blocks, index = split_links([block for block in copy.blocks if not is_counter(block.text)]), 0
    while index < len(blocks):
        index = _step(blocks, index, found, outlets)
    known = evidence_of("\n".join(block.text for block in found.body), copy.author) if found.related else Evidence()
    lines = [_related(block, outlets, known) for block in found.related]
    return msgspec.structs.replace(
        copy,
        blocks=tuple(found.body),
        related=unique_lines((*copy.related, *lines)),
        sources=tuple(dict.fromkeys((*copy.sources, *found.sources))),
    )


def unique_lines(lines: Sequence[RelatedLine]) -> tuple[RelatedLine, ...]:
    """The lines, each headline once; one with an address wins over one without."""
    best: dict[str, RelatedLine] = {}
    for line in lines:
        key = alike(f"{line.prefix} {line.headline}")
        if key and (key not in best or (line.url and not best[key].url)):
            best[key] = line
    return tuple(best.values())


def _step(blocks: tuple[Block, ...], index: int, found: _Sorted, outlets: OutletIndex) -> int:
    block = blocks[index]
    section = _section(blocks, index)
    if section == "tail" or is_end_mark(block.text) or (found.listed and is_ago(block.text)):
        found.tail = found.tail or bool(found.body)
        return index + 1
    if section:
        ruled = index + 1 < len(blocks) and is_rule(blocks[index + 1].text)
        found.listed = found.listed or (section == "related" and bool(found.body))
        return _take_list(blocks, index + 1 + ruled, section, found)
    headlines = _inline_headlines(block)
    unnamed = 0
    if found.body and not headlines:
        lone = lone_headline(blocks, index, outlets)
        headlines = [lone] if lone else []
        unnamed = 0 if lone else unnamed_list(blocks, index, outlets) or closing_lines(blocks, index, outlets)
    if headlines:
        found.related.extend(headlines)
    elif unnamed:
        _drop_heading(found)
        return _take_list(blocks, unnamed, "related", found)
    elif not found.tail and not is_furniture(block.text) and (block.kind != "heading" or heads_entry(block)):
        found.body.append(block)
    return index + 1


def _inline_headlines(block: Block) -> list[Block]:
    """The headlines of a line that is headed by "Read also": each of several links, the one link, or what follows the colon."""
    links = [link for link in block.links if len(link.text.split()) >= SHORTEST]
    rest = block.text
    for link in links:
        rest = rest.replace(link.text, " ", 1)
    if links and is_label(re.sub(r"[\s|;,·•/]+", " ", rest)):
        return [Block(link.text, "item", (link,)) for link in links]
    headline = inline_related(block.text)
    links = [Link(inline_related(link.text) or link.text, link.url) for link in block.links]
    parts = re.split(r"\s+[|•·/]\s+|;\s+", headline)
    several = len(parts) > 1 and all(len(part.split()) > SHORTEST for part in parts)
    return [
        msgspec.structs.replace(block, text=part, links=tuple(links))
        for part in (parts if several else [headline])
        if part
    ]


def _drop_heading(found: _Sorted) -> None:
    """Forget the short line above an unnamed list, which is its heading."""
    last = found.body[-1] if found.body else None
    if last and last.kind == "paragraph" and len(last.text) <= _TITLE and is_headline(last.text.rstrip(":")):
        found.body.pop()


def _section(blocks: tuple[Block, ...], index: int) -> Section:
    block = blocks[index]
    section = section_of(block.text)
    if section == "other" and is_pick(block.text) and _goes_on(blocks, index):
        section = "related"
    if not section or block.kind == "heading" or block.text.rstrip("*_ ")[-1] in ":：":
        return section
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    listed = (
        following is None
        or following.text == block.text
        or following.kind == "item"
        or _is_link(following)
        or bool(addresses(following.text))
    )
    timed = section == "tail" and following is not None and heads_entry(following)
    return section if listed or timed or block.text.isupper() or _lines_follow(blocks, index, section) else ""


def _goes_on(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the article goes on below: two paragraphs at least."""
    near = blocks[index + 1 : index + 1 + _WINDOW]
    below = (block for block in near if block.kind == "paragraph" and len(block.text) > _TITLE)
    return sum(not is_headline(block.text) and not is_furniture(block.text) for block in below) > 1


def _lines_follow(blocks: tuple[Block, ...], index: int, section: Section) -> bool:
    """Whether headlines without bullets stand below; those of other stories only at the end."""
    start = index + 1 + is_rule(blocks[index + 1].text)
    end, shortest = start, SHORTEST if section == "related" else 1
    while end < len(blocks) and is_bare_headline(blocks[end], shortest=shortest):
        end += 1
    if section == "related":
        return end > start
    closed = end == len(blocks) or section_of(blocks[end].text) or is_navigation(blocks[end].text)
    return section == "other" and end > start + 1 and bool(closed or is_furniture(blocks[end].text))


def _take_list(blocks: tuple[Block, ...], start: int, section: Section, found: _Sorted) -> int:
    index = start
    while index < len(blocks) and _belongs(blocks, index, start, section):
        block = blocks[index]
        if section == "sources":
            found.sources.extend(_urls(block))
        elif section == "related" and without_addresses(block.text):
            found.related.extend([] if is_furniture(block.text) or not dateless(block.text) else [block])
        elif section == "related" and found.related and addresses(block.text):
            found.related[-1] = msgspec.structs.replace(
                found.related[-1], text=f"{found.related[-1].text} {block.text}"
            )
        index += 1
    return index


def _belongs(blocks: tuple[Block, ...], index: int, start: int, section: Section) -> bool:
    block = blocks[index]
    if block.kind == "heading" or _section(blocks, index) or inline_related(block.text):
        return False
    if (
        block.kind == "item"
        or _is_link(block)
        or (addresses(block.text) and (section == "sources" or len(block.text) <= _ITEM))
    ):
        return True
    if section in ("related", "other"):
        menu = section == "other" and is_navigation(block.text)
        return menu or is_bare_headline(block, shortest=SHORTEST if section == "related" else 1)
    close = index == start or not blocks[index - 1].gap
    return close and is_headline(block.text)


def _is_link(block: Block) -> bool:
    return bool(block.links) and sum(len(link.text) for link in block.links) * 10 >= len(block.text) * 6


def _urls(block: Block) -> list[str]:
    linked = [link.url for link in block.links if link.url.startswith("http")]
    return linked or list(addresses(block.text))


def _related(block: Block, outlets: OutletIndex, known: Evidence) -> RelatedLine:
    text, linked = without_addresses(block.text), block.links[0].text if len(block.links) == 1 else ""
    return related_line(text, outlets, known, next(iter(_urls(block)), ""), linked)
