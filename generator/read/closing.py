"""What a page adds below and around an article's text: menus at its foot, notes on the author, quotations set out again."""

import re
from collections.abc import Sequence

import msgspec

from generator.read.blocks import Block, alike
from generator.read.furniture import is_furniture, is_headline, is_navigation, section_of
from generator.read.rules import rules

_FOOT = 2  # entries of a menu that make a page's foot
_TAG = 3  # words of a tag above them
_TAIL = 6  # blocks at the end among which notes on the author stand
_NOTE = 500  # characters of such a note
_PULLED = 300  # characters of a quotation set out once more
_SHORTEST = 5  # words of one
_ENOUGH = 200_000  # characters of an article that are searched
_MARKS = re.compile(
    r"^[\"“”‘'«„](?P<words>.+?)[.,!?…]?[\"“”’'»][.,]?(?:\s*[—–-]\s*.{2,80}|\s+[^\W\d_][^.!?]{2,60})?$", re.DOTALL
)


def without_foot(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the menus of the page's foot and what stands between them."""
    start = len(blocks)
    while start and not _is_text(blocks[start - 1]):
        start -= 1
    listed = max((at for at in range(start, len(blocks)) if section_of(blocks[at].text) == "related"), default=start)
    menu = [index for index in range(listed, len(blocks)) if is_navigation(blocks[index].text)]
    entries = sum(len(re.findall(r"\s[|•·]\s", blocks[index].text)) + 1 for index in menu)
    if not start or entries < _FOOT:
        return tuple(blocks)
    end = menu[0]
    while listed == start and end > start and len(blocks[end - 1].text.split()) <= _TAG:
        end -= 1
    return tuple(blocks[:end])


def _is_text(block: Block) -> bool:
    return not (is_headline(block.text) or is_furniture(block.text) or is_navigation(block.text))


def without_notes(blocks: Sequence[Block], author: str) -> tuple[Block, ...]:
    """`blocks` without what the last of them tell of `author`."""
    names = [name for name in re.split(r",\s*|\s+and\s+", author) if len(name.split()) > 1]
    told = _about(names) if names else None
    early = len(blocks) - _TAIL
    kept = (
        block
        for index, block in enumerate(blocks)
        if not (index and index >= early and _is_note(block.text, told, names))
    )
    return tuple(kept)


def _is_note(text: str, told: re.Pattern[str] | None, names: Sequence[str]) -> bool:
    return text.strip() in names or (told is not None and len(text) <= _NOTE and bool(told.match(text)))


def _about(names: Sequence[str]) -> re.Pattern[str]:
    told, jobs = "|".join(rules("furniture")["about_authors"]), "|".join(rules("furniture")["authors"])
    who = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?:{who})(?:,? .{{0,60}}?)? (?:{told}|(?:is|was|are|has been) .{{0,60}}?\b(?:{jobs}))\b", re.IGNORECASE
    )


def without_end_sign(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the square that some houses set behind the last word."""
    if not blocks:
        return ()
    last = msgspec.structs.replace(blocks[-1], text=blocks[-1].text.rstrip(" ■◼▪□●◆"))
    return (*blocks[:-1], last if last.text else blocks[-1])


def without_repeats(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without quotations that a block which stays holds word for word."""
    if sum(len(block.text) for block in blocks) > _ENOUGH:
        return tuple(blocks)
    quoted = [_set_out(block) for block in blocks]
    held = "\n".join(f" {alike(block.text)} " for block, words in zip(blocks, quoted, strict=True) if not words)
    pulled = set()
    for index in sorted(range(len(blocks)), key=lambda at: -len(quoted[at])):
        if quoted[index] and quoted[index] in held:
            pulled.add(index)
        held += f"\n{quoted[index]}"
    return tuple(block for index, block in enumerate(blocks) if index not in pulled)


def _set_out(block: Block) -> str:
    """The words of a block that is nothing but a quotation, between spaces; empty for any other."""
    match = _MARKS.fullmatch(block.text.strip()) if len(block.text) <= _PULLED else None
    words = alike(match["words"]) if match else ""
    return f" {words} " if len(words.split()) >= _SHORTEST else ""
