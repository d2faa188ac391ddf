"""What stands above the text of a page that was pasted whole: menus, share buttons, captions, and among them headline, byline
and day. Lines of a header are told from others one by one; of the rest only a standfirst is kept."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.read.blocks import Block, alike, squeeze
from generator.read.furniture import is_credit, is_furniture, is_headline, is_navigation, section_of
from generator.read.lines import HeaderLine, is_job, is_labelled, is_name_line, merge_header, read_header_line
from generator.read.outlets import OutletIndex
from generator.read.prefixes import speaks
from generator.read.stamps import find_stamp

_WINDOW = 60  # blocks that a masthead may have
_TEXT = 12  # blocks below the header whose words a headline has
_SHARED = 2  # words of it at least
_ENOUGH = 200_000  # characters of the text that are searched for the outlet's name
_PROSE = 9  # words of a sentence that is text; captions are mostly shorter
_ANNOUNCED = 6  # words of what announces a statement
_LONGEST = 160  # characters of a line that is no text
_TITLE = 4  # words of a headline among other lines
_SHORT = 3  # words of a line that is a button or a job
_SUMMARIES = frozenset(("summary", "highlights", "key points", "at a glance", "key takeaways", "takeaways"))
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_TRAIL = re.compile(r"\s[>»›/|]\s")


class Masthead(NamedTuple):
    """What it gives, the standfirst in it, and where the text begins; 0 without one."""

    header: HeaderLine = HeaderLine()
    kept: tuple[Block, ...] = ()
    end: int = 0


class _Line(NamedTuple):
    text: str
    block: Block
    header: HeaderLine | None

    @property
    def is_noise(self) -> bool:
        return is_navigation(self.text) or (is_furniture(self.text) and not is_labelled(self.text))

    @property
    def is_prose(self) -> bool:
        """A sentence, or what announces one: "The council said in a statement:"."""
        shortest = _ANNOUNCED if self.text[-1:] == ":" else _PROSE
        ended = bool(_SENTENCE.search(self.text)) or self.text[-1:] == ":"
        return ended and len(self.text.split()) >= shortest and not self.is_noise

    @property
    def is_point(self) -> bool:
        """A point of the summary that wires set below a headline."""
        return self.block.kind == "item" and len(self.text.split()) >= _SHORT and not self.is_noise

    @property
    def may_be_title(self) -> bool:
        words = len(self.text.split())
        plain = not (self.is_noise or self.header or section_of(self.text) or _TRAIL.search(self.text))
        return plain and is_headline(self.text) and (words >= _TITLE or self.block.kind == "heading")

    @property
    def is_short(self) -> bool:
        """A button, a job, a count."""
        few = len(self.text.split()) <= _SHORT and not re.search(r"\d", self.text)
        return self.is_noise or (few and self.block.kind == "paragraph" and self.text[-1] not in ".!?:…”")


def read_masthead(blocks: Sequence[Block], title: str, outlets: OutletIndex) -> Masthead:
    """The masthead of `blocks`, where a line of a header stands in it. `title`: the headline, where it is known."""
    lines = [_line(block, outlets) for block in blocks[:_WINDOW]]
    last = _last_header_line(lines)
    if last < 0:
        return Masthead()
    found, end = (
        _headline(lines[:last], title, _words(" ".join(block.text for block in blocks[last : last + _TEXT]))),
        last + 1,
    )
    if found < 0 and not title and end < len(lines) and lines[end].may_be_title:
        found, end = end, end + 1
    while end < len(lines) and _goes_on(lines, last, end):
        end += 1
    if end >= len(blocks):
        return Masthead()
    header = HeaderLine(title=title or (lines[found].text if found >= 0 else ""))
    body = " ".join(block.text for block in blocks[end:])[:_ENOUGH]
    return Masthead(_merged(lines[:end], found, header, body), _standfirst(lines[:end], found), end)


def _line(block: Block, outlets: OutletIndex) -> _Line:
    text = squeeze(block.text)
    header = read_header_line(text, outlets) if block.kind != "item" else None
    return _Line(text, block, header)


def _headline(lines: list[_Line], title: str, told: frozenset[str]) -> int:
    """The place of the headline: the known `title`, else the first line that may be one and has words that are `told` below."""
    if title:
        return next((index for index, line in enumerate(lines) if alike(line.text) == alike(title)), -1)
    places = [index for index, line in enumerate(lines) if line.may_be_title]
    return next((index for index in places if len(_words(lines[index].text) & told) >= _SHARED), next(iter(places), -1))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in alike(text).split() if len(word) > _SHORT)


def _last_header_line(lines: list[_Line]) -> int:
    """The place of the last byline, line of publication or labelled field above the second sentence; -1 without one."""
    last, sentences, dated = -1, 0, False
    for index, line in enumerate(lines):
        if line.is_noise:
            continue
        if line.header is not None:
            labelled = index > 0 and is_labelled(f"{lines[index - 1].text.rstrip(':')}: {line.text}")
            last = index if _is_firm(line, told=bool(sentences) and not labelled, dated=dated) else last
            dated = dated or bool(line.header.date)
        elif line.is_prose or len(line.text) > _LONGEST:
            sentences += 1
        elif section_of(line.text) or (line.block.kind == "item" and (sentences or not line.is_point)):
            break
        if sentences > 1 or (sentences and line.block.kind == "heading"):
            break
    return last


def _is_firm(line: _Line, *, told: bool, dated: bool) -> bool:
    """A line that only headers have. Once something was `told`, a bare day may head an entry of a chronicle; so may a place
    and a day, where the header has one (`dated`)."""
    header = line.header or HeaderLine()
    if header == HeaderLine(outlet=header.outlet) and header.outlet:
        return False
    bare = header == HeaderLine(date=header.date) and bool(header.date)
    return not (told and bare and (dated or re.fullmatch(r"[\W_]*", _without_day(line.text))))


def _without_day(text: str) -> str:
    stamp = find_stamp(text)
    return stamp.rest if stamp else text


def _goes_on(lines: list[_Line], last: int, index: int) -> bool:
    """Whether a line behind the `last` one of the header still belongs to it: a name, a button, an outlet, a point of the
    summary that is headed so, the caption above a credit."""
    line = lines[index]
    summed = any(before.text.lower() in _SUMMARIES for before in lines[last:index])
    credited = any(is_credit(after.text) for after in lines[index + 1 : index + 3])
    if ((summed and is_headline(line.text)) or credited) and not line.is_prose:
        return True
    return line.is_short or (line.header is not None and line.block.kind == "paragraph") or is_name_line(line.text)


def _merged(lines: list[_Line], title: int, header: HeaderLine, body: str) -> HeaderLine:
    """All together. Of several names the byline's is the author's, then one on a line of its own; one that the text speaks
    to, or that is left beside the day, is the outlet's."""
    told = [line.header for line in lines if line.header and not line.is_noise]
    for one in told:
        header = merge_header(header, one)
    beside = [one.author for one in told if one.date and one.author]
    others = [(index > title, line.text) for index, line in enumerate(lines) if not (line.header or line.is_noise)]
    below = (text.rpartition(": ")[2] for is_below, text in others if is_below)
    alone = [name for name in below if is_name_line(name) and not is_job(name)]
    above = [text for is_below, text in others if not is_below and len(text.split()) in range(2, 5)]
    heard = [name for name in (*above, *alone, *beside) if _is_heard(name, body) or (name in above and speaks(name))]
    names = [one.author for one in told if one.author and not one.date] + [*alone, *beside]
    author = next((name for name in names if name not in (*heard, header.outlet, header.title)), "")
    left = [*heard, *(name for name in beside if name != author)]
    outlet = header.outlet or next((name for name in left if name != author), "")
    return msgspec.structs.replace(header, author=author, outlet=outlet)


def _is_heard(name: str, body: str) -> bool:
    """Whether somebody in the text speaks to `name`, or it reports, as outlets do."""
    return bool(re.search(rf"\b(?:told|to|with|by|of) (?:the )?{re.escape(name)}\b", body, re.IGNORECASE))


def _standfirst(lines: list[_Line], title: int) -> tuple[Block, ...]:
    """The line right below the headline, points of a summary, and sentences long enough to be text."""
    below = [
        line.block
        for index, line in enumerate(lines)
        if line.is_prose or (0 <= title < index and (line.is_point or (index == title + 1 and line.may_be_title)))
    ]
    return tuple(below)
