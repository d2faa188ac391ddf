"""Numbers with unit and modifier, and numbers that are none."""

import time

import pytest
from hypothesis import given, strategies

from generator.extract.figures import find_figures
from generator.extract.lexicon import rules
from generator.extract.numerals import plain, value_of
from generator.model.mentions import Mention

DATA = rules("units")
SPELLINGS = [
    (unit, spelling) for unit, spellings in DATA["units"].items() for spelling in spellings if unit != "year-old"
]
SIGNS = [(row["code"], sign) for row in DATA["currencies"] for sign in row["signs"]]


def figures(context):
    return [(item.text, item.value, item.unit, item.modifier) for item in find_figures(context, ())]


@pytest.mark.parametrize("example", DATA["examples"], ids=[example["found"] for example in DATA["examples"]])
def test_examples(example, context_from):
    """Each example of rules/units.yaml gives its figure."""
    expected = tuple(example[key] for key in ("found", "value", "unit", "modifier"))
    assert expected in figures(context_from(example["text"]))


@pytest.mark.parametrize("text", DATA["none"])
def test_no_figures(text, context_from):
    """Dates, clock times, ages between commas, ordinals, articles of a law and names give none."""
    assert not figures(context_from(text))


@pytest.mark.parametrize(("unit", "spelling"), SPELLINGS, ids=[spelling for _, spelling in SPELLINGS])
def test_units(unit, spelling, context_from):
    """Every spelling of a unit is known."""
    assert (f"40 {spelling}", "40", unit, "") in figures(context_from(f"It was 40 {spelling}."))


@pytest.mark.parametrize(("code", "sign"), SIGNS, ids=[sign for _, sign in SIGNS])
def test_signs(code, sign, context_from):
    """Every currency sign is known, with a scale close behind the digits."""
    assert (f"{sign}2.5bn", "2500000000", code, "") in figures(context_from(f"It cost {sign}2.5bn."))


@pytest.mark.parametrize("modifier", DATA["modifiers"])
def test_modifiers(modifier, context_from):
    """Every modifier is kept with its figure."""
    text = f"There were {modifier} 300 boats."
    expected = [item for item in figures(context_from(text)) if item[1] == "300"]
    assert expected
    assert expected[0][3] == modifier


def test_none_inside_a_date(context_from):
    """A number inside a date is left alone, one inside a duration is not."""
    text = "In 18 days of May 2025 it rained for 5 hours."
    date = Mention(kind="date", start=14, end=22, text="May 2025", rule="t", timex_type="DATE")
    hours = Mention(kind="date", start=37, end=44, text="5 hours", rule="t", timex_type="DURATION")
    found = find_figures(context_from(text), (date, hours))
    assert [item.text for item in found] == ["18 days", "5 hours"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("five", "5"),
        ("twenty-one", "21"),
        ("two hundred and six", "206"),
        ("half a million", "500000"),
        ("three thousand", "3000"),
        ("one and a half", "1.5"),
    ],
)
def test_values_of_words(words, value):
    """Numbers in words have their value."""
    assert plain(value_of(words)) == value


@given(strategies.text(alphabet="0123456789 ,.-–$€%mbk()/:aton", max_size=80))
def test_any_run_of_digits(text):
    """No run of digits and signs crashes; figures are in order and inside the text."""
    context = type("Plain", (), {"article": type("Text", (), {"text": text})})
    end = 0
    for item in find_figures(context, ()):
        assert end <= item.start < item.end <= len(text)
        end = item.end


@pytest.mark.parametrize(
    "text",
    ["9" * 200_000, "1,000 " * 50_000, "one hundred and " * 20_000, "$ " * 100_000, "5-" * 50_000, "1 000" * 50_000],
)
def test_time_is_linear(text, context_from):
    """Long runs of digits and number words are read in seconds."""
    context = context_from(text)
    started = time.process_time()
    find_figures(context, ())
    assert time.process_time() - started < 8
