"""The lists that stand with an article: related headlines, its sources, other stories. They leave the text."""

import re
from collections.abc import Sequence

import msgspec

from generator.model.text import RelatedLine
from generator.read.blocks import Block, Copy, addresses, alike, heads_entry, without_addresses
from generator.read.evidence import Evidence, evidence_of
from generator.read.furniture import (
    Section,
    inline_related,
    is_call,
    is_end_mark,
    is_furniture,
    is_headline,
    is_label,
    is_rule,
    section_of,
)
from generator.read.lines import is_labelled
from generator.read.outlets import OutletIndex
from generator.read.related import related_line

_ITEM = 290  # characters of a headline with its address
_TITLE = 60  # of the heading of a list
_SHORTEST = 3  # words of a headline that no bullet marks
_MOST = 30  # lines of a list without heading


class _Sorted(msgspec.Struct):
    """What has been told apart so far; `tail`: the text has ended."""

    body: list[Block]
    related: list[Block]
    sources: list[str]
    tail: bool = False


def take_sections(copy: Copy, outlets: OutletIndex) -> Copy:
    """`copy` with its blocks reduced to the text, and what its lists hold added to `related` and `sources`."""
    found = _Sorted([], [], [])
    index = 0
    while index < len(copy.blocks):
        index = _step(copy.blocks, index, found, outlets)
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
    if section == "tail" or is_end_mark(block.text):
        found.tail = found.tail or bool(found.body)
        return index + 1
    if section:
        ruled = index + 1 < len(blocks) and is_rule(blocks[index + 1].text)
        return _take_list(blocks, index + 1 + ruled, section, found)
    headlines = _inline_headlines(block) or _lone_link(block, found)
    unnamed = 0 if headlines else _unnamed_list(blocks, index, found, outlets)
    unnamed = unnamed or (0 if headlines else _closing_lines(blocks, index, found, outlets))
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
    links = [link for link in block.links if len(link.text.split()) >= _SHORTEST]
    rest = block.text
    for link in links:
        rest = rest.replace(link.text, " ", 1)
    if links and is_label(re.sub(r"[\s|;,·•/]+", " ", rest)):
        return [Block(link.text, "item", (link,)) for link in links]
    headline = inline_related(block.text)
    parts = re.split(r"\s+[|•·]\s+", headline)
    several = len(parts) > 1 and all(len(part.split()) > _SHORTEST for part in parts)
    return [msgspec.structs.replace(block, text=part) for part in (parts if several else [headline]) if part]


def _lone_link(block: Block, found: _Sorted) -> list[Block]:
    """A paragraph within the text that is nothing but one linked headline."""
    if len(block.links) != 1 or block.kind != "paragraph" or not found.body or not _is_linked(block):
        return []
    text = block.links[0].text
    fits = len(text.split()) > _SHORTEST and is_headline(text) and not text[0].islower()
    return [block] if fits and not (is_call(text) or is_furniture(text) or section_of(text)) else []


def _unnamed_list(blocks: tuple[Block, ...], index: int, found: _Sorted, outlets: OutletIndex) -> int:
    """Where a list of nothing but headlines begins, under a heading of any words or none; else 0: all of them are links, or
    they end the article, and one of them names an outlet."""
    start = index + 1 if blocks[index].kind == "heading" else index
    if start and blocks[start - 1].kind == "item":
        return 0
    end = start
    while end < len(blocks) and blocks[end].kind == "item" and is_headline(blocks[end].text):
        end += 1
    items = blocks[start:end]
    if len(items) < 2 or not found.body or not all(len(item.text.split()) > _SHORTEST for item in items):
        return 0
    ends = all(is_furniture(block.text) or section_of(block.text) for block in blocks[end : end + 1])
    lower = any(item.text[0].islower() for item in items)
    cited = ends and not lower and any(related_line(item.text, outlets).prefix_kind == "outlet" for item in items)
    return start if cited or all(_is_linked(item) for item in items) else 0


def _closing_lines(blocks: tuple[Block, ...], index: int, found: _Sorted, outlets: OutletIndex) -> int:
    """Where lines without bullets begin that end the article and are nothing but headlines, one of them an outlet's; else 0.
    The first is their heading where a blank line parts only it from them, or it is shorter than a headline."""
    if len(blocks) - index > _MOST or not found.body or blocks[index].kind != "paragraph":
        return 0
    lines = [block for block in blocks[index:] if not is_furniture(block.text)]
    if len(lines) <= _SHORTEST or not all(
        _is_bare_headline(block, shortest=1 if block is lines[0] else _SHORTEST) for block in lines
    ):
        return 0
    if not any(related_line(line.text, outlets).prefix_kind == "outlet" for line in lines):
        return 0
    headed = len(lines[0].text.split()) <= _SHORTEST or (lines[0].gap and not any(line.gap for line in lines[1:-1]))
    return index + 1 if headed else index


def _is_linked(block: Block) -> bool:
    return sum(len(link.text) for link in block.links) * 10 >= len(block.text) * 9


def _drop_heading(found: _Sorted) -> None:
    """Forget the short line above an unnamed list, which is its heading."""
    last = found.body[-1] if found.body else None
    if last and last.kind == "paragraph" and len(last.text) <= _TITLE and is_headline(last.text.rstrip(":")):
        found.body.pop()


def _section(blocks: tuple[Block, ...], index: int) -> Section:
    block = blocks[index]
    section = section_of(block.text)
    if not section or block.kind == "heading" or block.text.rstrip("*_ ")[-1] in ":：":
        return section
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    listed = following is None or following.kind == "item" or _is_link(following) or bool(addresses(following.text))
    return section if listed or block.text.isupper() or _lines_follow(blocks, index, section) else ""


def _lines_follow(blocks: tuple[Block, ...], index: int, section: Section) -> bool:
    """Whether headlines without bullets stand below; those of other stories only at the end."""
    start = index + 1 + is_rule(blocks[index + 1].text)
    end = start
    while end < len(blocks) and _is_bare_headline(blocks[end]):
        end += 1
    if section == "related":
        return end > start
    return section == "other" and end > start + 1 and (end == len(blocks) or bool(section_of(blocks[end].text)))


def _is_bare_headline(block: Block, *, shortest: int = _SHORTEST) -> bool:
    text = block.text.strip()
    return (
        block.kind == "paragraph"
        and is_headline(text)
        and len(text.split()) >= shortest
        and not text[0].islower()
        and not (is_furniture(text) or is_labelled(text) or section_of(text))
    )


def _take_list(blocks: tuple[Block, ...], start: int, section: Section, found: _Sorted) -> int:
    index = start
    while index < len(blocks) and _belongs(blocks, index, start, section):
        block = blocks[index]
        if section == "sources":
            found.sources.extend(_urls(block))
        elif section == "related" and without_addresses(block.text):
            found.related.extend([] if is_furniture(block.text) else [block])
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
        return _is_bare_headline(block)
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
