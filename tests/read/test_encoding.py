"""Bytes to text."""

import codecs

import pytest

from generator.problems import Where
from generator.read.encoding import decode

WHERE = Where("seeds/a.txt")
TEXT = "Café — “naïve” €5\nsecond line"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_of_a_newsroom(encoding):
    """UTF-8 with and without a mark, UTF-16 and UTF-32 with one, Windows-1252."""
    text, problems = decode(TEXT.encode(encoding), WHERE)
    assert text == TEXT
    assert [problem.code for problem in problems] == (["seed-encoding"] if encoding == "cp1252" else [])


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\u2028"])
def test_line_ends_become_newlines(end):
    """All line ends are one, and nothing else changes."""
    assert decode(f"one{end}two".encode(), WHERE).text == "one\ntwo"


def test_declared_encoding_of_a_page():
    """A page's own declaration is believed, and latin-1 means Windows-1252 as in browsers."""
    declared = '<meta charset="iso-8859-1"><p>€5 “x”</p>'
    assert decode(declared.encode("cp1252"), WHERE, markup=True).text == declared
    xml = '<?xml version="1.0" encoding="windows-1251"?><p>Київ</p>'
    assert decode(xml.encode("cp1251"), WHERE, markup=True).text == xml
    assert (
        decode('<meta charset="nonsense"><p>é</p>'.encode(), WHERE, markup=True).text
        == '<meta charset="nonsense"><p>é</p>'
    )


def test_cyrillic_without_a_declaration_is_guessed():
    """Text in another alphabet is not taken for Windows-1252, and the guess is told."""
    sentence = "Президент підписав закон про мости, сказав речник уряду в понеділок. "
    text, problems = decode((sentence * 8).encode("cp1251"), WHERE)
    assert text == sentence * 8
    assert [(problem.level, problem.code) for problem in problems] == [("warning", "seed-encoding")]


def test_few_broken_bytes_do_not_lose_an_article():
    """A damaged UTF-8 file is read with a warning."""
    text, problems = decode("“Так”, – сказав він. ".encode() * 9 + b"\xe2\x80", WHERE)
    assert text is not None
    assert text.endswith("\ufffd")
    assert [problem.code for problem in problems] == ["seed-damaged"]


def test_control_characters_are_left_out_and_told():
    """Stray control characters go, code points that carry meaning stay."""
    text, problems = decode("a\x00b\x07c \u200d\u200f\u0301 end of the line".encode(), WHERE)
    assert text == "abc \u200d\u200f\u0301 end of the line"
    assert [problem.code for problem in problems] == ["seed-control-characters"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n", codecs.BOM_UTF8, b"\x00\x00\x00"])
def test_empty_files_are_named(data):
    """Nothing but white space is no article."""
    text, problems = decode(data, WHERE)
    assert text is None
    assert [problem.code for problem in problems] == ["seed-empty"]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04abc", b"\x89PNG\r\n", bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 99]
)
def test_binary_files_are_named(data):
    """Documents and images are refused with a hint how to save them."""
    text, problems = decode(data, WHERE)
    assert text is None
    assert [problem.code for problem in problems] == ["seed-binary"]
    assert ".txt" in problems[0].hint or "UTF-8" in problems[0].hint
