"""Every rule of the readers' YAML does to its own examples what the example says."""

import re

import pytest

from generator.read.evidence import evidence_of
from generator.read.furniture import inline_related, is_end_mark, is_furniture, section_of
from generator.read.lines import HeaderLine, read_header_line
from generator.read.outlets import known_outlets, outlet_for, outlet_index
from generator.read.related import related_line
from generator.read.rules import rules
from generator.read.sentences import sentence_spans
from generator.read.stamps import parse_stamp
from generator.read.voices import is_spoken, is_topical


@pytest.mark.parametrize("outlet", known_outlets(), ids=lambda outlet: outlet.id)
def test_outlet_is_found_by_name_alias_and_domain(outlet):
    """Each row of outlets.yaml leads to its own id, whichever of its names is used."""
    for name in (outlet.name, *outlet.aliases, *outlet.domains, f"https://www.{outlet.domains[0]}/news"):
        found = outlet_for(name)
        assert found, name
        assert found.id == outlet.id, name


@pytest.mark.parametrize("example", rules("prefixes")["examples"], ids=lambda example: example["line"])
def test_prefix_of_a_related_line(example):
    """Outlet, speaker or mere topic before the colon."""
    known = evidence_of(example.get("text", ""))
    line = related_line(example["line"], outlet_index(), known, example.get("url", ""))
    assert (line.prefix, line.prefix_kind) == (example.get("prefix", ""), example.get("kind", ""))
    headline = example["line"].removeprefix(f"{line.prefix}: ") if line.prefix else example["line"]
    assert line.headline == example.get("headline", headline)


@pytest.mark.parametrize("example", rules("header")["examples"], ids=lambda example: example["line"])
def test_header_line(example):
    """Bylines, lines of publication, labelled fields and addresses, and lines that are none of them."""
    expected = (
        None if example.get("none") else HeaderLine(**{key: value for key, value in example.items() if key != "line"})
    )
    assert read_header_line(example["line"], outlet_index()) == expected


@pytest.mark.parametrize("example", rules("dates")["examples"], ids=lambda example: example["text"])
def test_stamp(example):
    """Dates of publication as written, with the time where there is one; what names no year is none."""
    stamp = parse_stamp(example["text"], example.get("country", ""))
    assert (str(stamp.date) if stamp else None) == example["date"]
    assert (stamp.time if stamp else "") == example.get("time", "")


@pytest.mark.parametrize("text", rules("furniture")["drop"])
def test_furniture_is_dropped(text):
    """Lines that are no part of an article."""
    assert is_furniture(text)


@pytest.mark.parametrize("line", rules("furniture")["lines"], ids=lambda line: line["id"])
def test_furniture_rule_keeps_sentences_and_has_an_example(line):
    """Sentences that begin alike are kept, and every rule drops at least one of the examples."""
    assert not [text for text in line["keep"] if is_furniture(text)]
    assert any(re.fullmatch(line["pattern"], text, re.IGNORECASE) for text in rules("furniture")["drop"])


@pytest.mark.parametrize("example", rules("voices")["examples"], ids=lambda example: example["headline"])
def test_voice_of_a_headline(example):
    """Whether the name before a headline speaks, or is only its topic."""
    told = {key: example.get(key, False) for key in ("firm", "person")}
    assert is_topical(example["headline"], **told) == example.get("topical", False)
    assert not example.get("spoken") or is_spoken(example["headline"])


@pytest.mark.parametrize("example", rules("headings")["examples"], ids=lambda example: example["text"])
def test_heading_of_a_list(example):
    """Headings of related headlines, of sources, of other stories, of notes; and of the article itself."""
    assert section_of(example["text"]) == example["kind"]


@pytest.mark.parametrize("example", rules("headings")["inline_examples"], ids=lambda example: example["line"])
def test_heading_and_headline_on_one_line(example):
    """The forms of "Read also: ...", and sentences that begin like it."""
    assert inline_related(example["line"]) == example.get("headline", "")


@pytest.mark.parametrize("example", rules("abbreviations")["examples"], ids=lambda example: example["text"][:40])
def test_sentences(example):
    """Where a full stop ends a sentence and where it does not."""
    text = example["text"]
    assert [text[start:end] for start, end in sentence_spans(text)] == example["sentences"]


def test_end_marks():
    """A release ends with ENDS, ### or -30-; a sentence does not."""
    assert all(is_end_mark(mark) for mark in ("ENDS", "- ENDS -", "###", "-30-"))
    assert not any(is_end_mark(text) for text in ("It ends.", "# 1", "30", "The end"))


def test_yaml_words_are_text():
    """No word of the rules was read as true, false or a number."""
    lists = [
        words
        for name in ("abbreviations", "prefixes", "header", "page", "voices")
        for words in rules(name).values()
        if isinstance(words, list)
    ]
    assert not [word for words in lists for word in words if not isinstance(word, (str, dict))]
