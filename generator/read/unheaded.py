"""Related headlines that no heading of a list announces: lists of nothing but links, lines that end the article, lone lines."""

from collections.abc import Sequence

from generator.read.blocks import Block
from generator.read.furniture import inline_related, is_button, is_call, is_furniture, is_headline, is_rule, section_of
from generator.read.lines import is_labelled
from generator.read.outlets import OutletIndex
from generator.read.related import related_line

SHORTEST = 3  # words of a headline that no bullet marks
_MOST = 30  # lines of a list without heading


def split_links(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, a paragraph that is nothing but several linked headlines parted into them."""
    return tuple(part for block in blocks for part in _links_of(block))


def _links_of(block: Block) -> tuple[Block, ...]:
    rest = block.text
    for link in block.links:
        rest = rest.replace(link.text, " ", 1)
    bare = not rest.strip(" |;,·•/-–—→»")
    several = len(block.links) > 1 and all(len(link.text.split()) > SHORTEST for link in block.links)
    if not (bare and several and all(is_headline(link.text) for link in block.links)):
        return (block,)
    return tuple(Block(link.text, "item", (link,)) for link in block.links)


def lone_headline(blocks: Sequence[Block], index: int, outlets: OutletIndex) -> Block | None:
    """The headline a paragraph within the text is, if it is one: a linked one, or one that a rule or its outlet sets apart."""
    block = blocks[index]
    if block.kind != "paragraph":
        return None
    if len(block.links) == 1 and is_linked(block):
        text = block.links[0].text
        fits = len(text.split()) > SHORTEST and is_headline(text) and not text[0].islower()
        shown = inline_related(text) or text
        return block if fits and not (is_call(text) or is_furniture(shown) or section_of(text)) else None
    return block if is_bare_headline(block) and _is_set_apart(blocks, index, outlets) else None


def _is_set_apart(blocks: Sequence[Block], index: int, outlets: OutletIndex) -> bool:
    """Above a button "Read more", twice in a row, as the words of its picture and its own, or, when an outlet's, between two
    lines drawn across the page: `___`, "AP: Ports brace for autumn", `___`."""
    around = (*blocks[index - 1 : index], *blocks[index + 1 : index + 2])
    following = blocks[index + 1].text.strip() if index + 1 < len(blocks) else ""
    before = blocks[index - 1].text.strip() if index else ""
    twice = blocks[index].text.strip() in (before, following)
    button = is_button(following) and not any(is_bare_headline(block) for block in blocks[index + 2 : index + 3])
    if len(blocks[index].text.split()) > SHORTEST and (twice or button):
        return True
    ruled = len(around) == 2 and all(is_rule(block.text) for block in around)
    return ruled and related_line(blocks[index].text, outlets).prefix_kind == "outlet"


def unnamed_list(blocks: Sequence[Block], index: int, outlets: OutletIndex) -> int:
    """Where a list of nothing but headlines begins, under a heading of any words or none; else 0: all of them are links, or
    they end the article, and one of them names an outlet."""
    start = index + 1 if blocks[index].kind == "heading" else index
    if start and blocks[start - 1].kind == "item":
        return 0
    end = start
    while end < len(blocks) and blocks[end].kind == "item" and is_headline(blocks[end].text):
        end += 1
    items = blocks[start:end]
    if len(items) < 2 or not all(len(item.text.split()) > SHORTEST for item in items):
        return 0
    ends = all(is_furniture(block.text) or section_of(block.text) for block in blocks[end : end + 1])
    lower = any(item.text[0].islower() for item in items)
    cited = ends and not lower and any(related_line(item.text, outlets).prefix_kind == "outlet" for item in items)
    return start if cited or all(is_linked(item) for item in items) else 0


def closing_lines(blocks: Sequence[Block], index: int, outlets: OutletIndex) -> int:
    """Where lines without bullets begin that end the article and are nothing but headlines, one of them an outlet's, or two
    that are both outlets'; else 0. The first is their heading where it ends in a colon, a blank line parts only it from them,
    or it is shorter than one."""
    if len(blocks) - index > _MOST or blocks[index].kind != "paragraph":
        return 0
    first, *lines = [block for block in blocks[index:] if not is_furniture(block.text)] or [blocks[index]]
    colon = first.text.rstrip()[-1:] in (":", "：") and is_headline(first.text.rstrip(" :："))
    if not lines or not (colon or is_bare_headline(first, shortest=1)) or not all(map(is_bare_headline, lines)):
        return 0
    cited = [related_line(line.text, outlets).prefix_kind == "outlet" for line in (first, *lines)]
    if all(cited):
        return index
    if len(lines) < SHORTEST - colon or not any(cited[colon:]):
        return 0
    headed = colon or len(first.text.split()) <= SHORTEST or (first.gap and not any(line.gap for line in lines[:-1]))
    return index + 1 if headed else index


def is_bare_headline(block: Block, *, shortest: int = SHORTEST) -> bool:
    """Whether a paragraph may be a headline by its own looks."""
    text = block.text.strip()
    return (
        block.kind == "paragraph"
        and is_headline(text)
        and len(text.split()) >= shortest
        and not text[0].islower()
        and not (is_furniture(text) or is_labelled(text) or section_of(text))
    )


def is_linked(block: Block) -> bool:
    """Whether the block is a link, or links, and hardly anything else."""
    return sum(len(link.text) for link in block.links) * 10 >= len(block.text) * 9
