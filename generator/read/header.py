"""What stands above the text: headline, byline, line of publication, labelled fields."""

import re
from itertools import takewhile

import msgspec

from generator.read.blocks import Block, Copy, DateEvidence, addresses, alike, squeeze
from generator.read.furniture import is_furniture, is_kicker, section_of
from generator.read.lines import HeaderLine, is_labelled, is_name_line, labelled_field, merge_header, read_header_line
from generator.read.masthead import read_masthead
from generator.read.outlets import OutletIndex
from generator.read.stamps import find_stamp

_HEADER_BLOCKS = 14
_TAIL_BLOCKS = 6
_HEADLINE = 170
_LINE = 90  # characters of a line of publication
_PUBLISHED = re.compile(r"(?:(?:first|originally|last) )?(?:published|posted|updated|issued)\b", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(r"\b(?:first|originally) published (?:on|at)?\b(?P<day>[^;]{6,30})")
_EMBLEMS = re.compile(r"^[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\s]+")  # before a headline
_CLOSING = "\"'”’»)"


def take_header(copy: Copy, outlets: OutletIndex) -> Copy:
    """`copy` without the blocks of its header and of fields at its end; what they give fills what is still empty."""
    header, start = _read_top(copy, outlets)
    blocks = copy.blocks[start:]
    masthead = read_masthead(copy.blocks, copy.title, outlets)
    if masthead.end > start:
        header, blocks = masthead.header, (*masthead.kept, *copy.blocks[masthead.end :])
    return take_fields(_filled(msgspec.structs.replace(copy, blocks=blocks), header), outlets)


def take_fields(copy: Copy, outlets: OutletIndex) -> Copy:
    """`copy` without the labelled fields its last blocks are; what they give fills what is still empty."""
    lines = tuple(takewhile(bool, (_closing_field(block, outlets) for block in reversed(copy.blocks[-_TAIL_BLOCKS:]))))
    if not any(line and line.date for line in lines):
        bare = sum(1 for _ in takewhile(lambda block: is_labelled(block.text), reversed(copy.blocks)))
        lines = tuple(takewhile(lambda line: line and not (line.title or line.author), lines[:bare]))
    header = HeaderLine()
    for line in lines:
        header = merge_header(header, line or HeaderLine())
    return _filled(msgspec.structs.replace(copy, blocks=copy.blocks[: len(copy.blocks) - len(lines)]), header)


def take_first_published(copy: Copy) -> Copy:
    """`copy` with the day that a note says it was first published on, where nothing else does."""
    notes = (
        match for block in copy.blocks if is_furniture(block.text) and (match := _FIRST_PUBLISHED.search(block.text))
    )
    text = next((note["day"] for note in notes if find_stamp(note["day"])), "")
    if not text or any(date.basis == "stated" for date in copy.dates):
        return copy
    return msgspec.structs.replace(copy, dates=(*copy.dates, DateEvidence(text, f"first published “{text}”")))


def _closing_field(block: Block, outlets: OutletIndex) -> HeaderLine | None:
    """A labelled field or a mere address at the end. An address, who wrote it and what it is called count only
    beside a day."""
    if block.kind != "paragraph":
        return None
    if len(block.text) <= _LINE and _PUBLISHED.match(block.text):
        return read_header_line(block.text, outlets)
    urls = addresses(block.text)
    return HeaderLine(url=urls[0]) if urls and urls[0] == block.text.strip() else labelled_field(block.text, outlets)


def _read_top(copy: Copy, outlets: OutletIndex) -> tuple[HeaderLine, int]:
    header, index = HeaderLine(title=copy.title), 0
    blocks = copy.blocks[: _HEADER_BLOCKS + 1]
    while index < min(len(blocks), _HEADER_BLOCKS):
        found = _read_block(blocks, index, header, outlets)
        if found is None:
            break
        header, index = merge_header(header, found), index + 1
    if index == len(copy.blocks):
        return HeaderLine(title=copy.title), 0
    return header, index


def _read_block(blocks: tuple[Block, ...], index: int, header: HeaderLine, outlets: OutletIndex) -> HeaderLine | None:
    block = blocks[index]
    text = squeeze(block.text)
    if alike(text) == alike(header.title) or is_furniture(text):
        return labelled_field(text, outlets) or HeaderLine()
    if section_of(text):
        return HeaderLine() if is_kicker(text) and not header.title else None
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    after = read_header_line(following.text, outlets) if following else None
    line = read_header_line(text, outlets)
    named = line and _is_mere_name(line, outlets) and not is_labelled(text)
    if named and not (header.title and (after or block.gap)):
        line = None
    if line:
        return line if not (header.date and line.date and not line.author) or block.gap else None
    if not header.title and following and _is_headline(block, following, after):
        return HeaderLine(title=text)
    if not header.author and after and after.date and is_name_line(text):
        return HeaderLine(author=text)
    return None


def _is_mere_name(line: HeaderLine, outlets: OutletIndex) -> bool:
    """True for a line that only looks like the name of an unknown outlet, as a headline may."""
    return line == HeaderLine(outlet=line.outlet) and outlets.find(line.outlet) is None


def _is_headline(block: Block, following: Block, after: HeaderLine | None) -> bool:
    text = block.text.strip()
    if block.kind == "heading":
        return True
    bare = text.rstrip(_CLOSING)
    if block.kind == "item" or len(text) > _HEADLINE or len(text.split()) < 2 or not bare or bare[-1] in ",;:-–—_":
        return False
    if after is not None:
        return True
    if bare[-1] in ".…":
        return False
    return block.gap or (
        bare[-1] not in "!?" and len(following.text) > len(text) and following.text.rstrip(_CLOSING)[-1:] in ".!?…"
    )


def _filled(copy: Copy, header: HeaderLine) -> Copy:
    dates = (
        (*copy.dates, DateEvidence(header.date, f"published line “{squeeze(header.date)}”"))
        if header.date
        else copy.dates
    )
    return msgspec.structs.replace(
        copy,
        title=copy.title or _EMBLEMS.sub("", header.title),
        author=copy.author or header.author,
        outlet=copy.outlet or header.outlet,
        url=copy.url or header.url,
        language=copy.language or header.language,
        dates=dates,
    )
