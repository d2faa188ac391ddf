"""Trees of text as YAML that people like to edit, the same to the byte each time.

A text stands plain where every YAML reader, of 1.1 and of 1.2, takes it for the same text; else in quotes. Lines are never
folded, so that a quotation stands on one line as it was said; a text of several lines is a literal block.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

Tree = str | Sequence["Tree"] | Mapping[str, "Tree"]


class Plain(str):
    """A date or number in digits: stands plain although other readers give it a type of its own."""

    __slots__ = ()


_LONG_KEY = 800  # without a question mark, a key ends at 1,024 characters
_ODD = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NOT_PLAIN = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@` ]|^\.\.\.|:(?= |$)| #| $")
_FLOW = re.compile(r"[,\[\]{}]")
_WORDS = frozenset(
    ("~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".inf", "+.inf", "-.inf", ".nan")
)
_NUMBER = re.compile(r"[-+]?\.?[0-9][-+.:,_0-9a-fA-FxXoO]*(?:[Tt ][-+.: 0-9Zz]*)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def emit(tree: Mapping[str, Tree]) -> str:
    """The lines of a map in block style, each ended by a newline. Empty lists and maps are written `[]` and `{}`."""
    return "".join(f"{line}\n" for line in _map(tree))


def scalar(text: str) -> str:
    """`text` on one line: plain where that is safe, else in quotes."""
    return text if isinstance(text, Plain) or _is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """`text` in double quotes, or in single ones where they spare escapes."""
    if ('"' in text or "\\" in text) and "'" not in text and not _ODD.search(text):
        return f"'{text}'"
    return '"' + "".join(map(_escape, text)) + '"'


def flow(tree: Tree) -> str:
    """A tree on one line, in brackets and braces, as messages and templates show examples."""
    if isinstance(tree, str):
        text = scalar(tree)
        return quoted(tree) if text == tree and _FLOW.search(tree) else text
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(map(flow, tree)) + "]"


def _is_plain(text: str) -> bool:
    typed = not text or text.lower() in _WORDS or _NUMBER.fullmatch(text)
    return not (typed or _NOT_PLAIN.search(text) or _ODD.search(text))


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _ODD.match(character):
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half a character; no UTF-8 file can hold it
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _map(tree: Mapping[str, Tree]) -> Iterator[str]:
    for name, value in tree.items():
        key = scalar(name)
        if len(key) > _LONG_KEY:
            yield f"? {key}"
            key = ""
        yield from _entry(f"{key}:", value)


def _entry(key: str, value: Tree) -> Iterator[str]:
    if isinstance(value, str) or not value:
        first, *rest = _lines(value)
        yield f"{key} {first}".rstrip(" ")
        yield from rest
    else:
        yield key
        yield from _indent(_lines(value))


def _lines(value: Tree) -> Iterator[str]:
    if isinstance(value, str):
        return _text(value)
    if not value:
        return iter(["{}" if isinstance(value, Mapping) else "[]"])
    return _map(value) if isinstance(value, Mapping) else _list(value)


def _list(items: Sequence[Tree]) -> Iterator[str]:
    for item in items:
        first, *rest = _lines(item)
        yield f"- {first}"
        yield from _indent(rest) if not isinstance(item, str) else rest


def _indent(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in lines)


def _text(text: str) -> Iterator[str]:
    """One line, or a literal block where one can hold a text of several lines exactly."""
    lines = text.removesuffix("\n").split("\n")
    if "\n" not in text or not lines[0] or not lines[-1] or lines[0][0] == " " or any(map(_unfit, lines)):
        yield scalar(text)
    else:
        yield "|" if text.endswith("\n") else "|-"
        yield from _indent(lines)


def _unfit(line: str) -> bool:
    """True for a line that editors or readers might change inside a block."""
    return line.endswith(" ") or bool(_ODD.search(line))
