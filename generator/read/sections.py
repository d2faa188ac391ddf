"""The lists that stand with an article: related headlines, its sources, other stories. They leave the text."""

import re
from collections.abc import Sequence

import msgspec

from generator.model.text import RelatedLine
from generator.read.blocks import Block, Copy, addresses, alike, without_addresses
from generator.read.furniture import Section, inline_related, is_end_mark, is_furniture, section_of
from generator.read.outlets import OutletIndex
from generator.read.related import names_in, related_line

_HEADLINE = 170  # longer ones are paragraphs
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE
)  # heads an entry of a live blog


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
        index = _step(copy.blocks, index, found)
    names = names_in("\n".join(block.text for block in found.body)) if found.related else frozenset[str]()
    lines = [_related(block, outlets, names) for block in found.related]
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


def _step(blocks: tuple[Block, ...], index: int, found: _Sorted) -> int:
    block = blocks[index]
    section = _section(blocks, index)
    if section == "tail" or is_end_mark(block.text):
        found.tail = found.tail or bool(found.body)
        return index + 1
    if section:
        return _take_list(blocks, index + 1, section, found)
    headline = inline_related(block.text)
    if headline:
        found.related.append(msgspec.structs.replace(block, text=headline))
    elif (
        not found.tail
        and not is_furniture(block.text)
        and (block.kind != "heading" or _CLOCK.fullmatch(block.text.strip()))
    ):
        found.body.append(block)
    return index + 1


def _section(blocks: tuple[Block, ...], index: int) -> Section:
    block = blocks[index]
    section = section_of(block.text)
    if not section or block.kind == "heading" or block.text.rstrip("*_ ")[-1] in ":：":
        return section
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    listed = following is None or following.kind == "item" or _is_link(following) or bool(addresses(following.text))
    return section if listed or block.text.isupper() else ""


def _take_list(blocks: tuple[Block, ...], start: int, section: Section, found: _Sorted) -> int:
    index = start
    while index < len(blocks) and _belongs(blocks, index, start, section):
        block = blocks[index]
        if section == "sources":
            found.sources.extend(_urls(block))
        elif section == "related" and without_addresses(block.text):
            found.related.append(block)
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
        or (addresses(block.text) and (section == "sources" or len(block.text) <= _HEADLINE + 120))
    ):
        return True
    close = index == start or not blocks[index - 1].gap
    return close and len(block.text) <= _HEADLINE and block.text.rstrip("\"'”’»)")[-1:] not in (".", "!")


def _is_link(block: Block) -> bool:
    return bool(block.links) and sum(len(link.text) for link in block.links) * 10 >= len(block.text) * 6


def _urls(block: Block) -> list[str]:
    linked = [link.url for link in block.links if link.url.startswith("http")]
    return linked or list(addresses(block.text))


def _related(block: Block, outlets: OutletIndex, names: frozenset[str]) -> RelatedLine:
    return related_line(without_addresses(block.text), outlets, names, next(iter(_urls(block)), ""))
