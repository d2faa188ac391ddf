"""The short forms of a name, the descriptions of what bears it, and the examples of rules/things.yaml."""

import pytest

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.extract.events.reading import Reading
from generator.extract.lexicon import rules
from generator.extract.timeline import Subject
from generator.extract.timeline.subjects import places
from generator.model.dates import parse_edtf
from generator.model.text import Article


def words_of(text, name):
    """The words that mean `name`, in order, without their article."""
    article = Article(id="t", text=text, paragraphs=((0, len(text)),), published=parse_edtf("2026-03-12"))
    annotations = annotate(article, Known())
    reading = Reading(annotations.context, annotations.mentions)
    tokens = reading.context.tokens
    found = ((at, place) for at, row in sorted(places(reading, Subject(name)).items()) for place in row)
    spans = (text[tokens[at][place.first].start : tokens[at][place.last - 1].end] for at, place in found)
    return [span.removeprefix("The ").removeprefix("the ") for span in spans]


@pytest.mark.parametrize("example", rules("things")["examples"], ids=lambda example: example["text"])
def test_examples(example):
    """What the rules say of a kind is found in a text."""
    assert words_of(example["text"], example["name"]) == example["found"]


SHORT = [
    ("Boeing 314", "Seven 314s flew.", ["314s"]),
    ("Boeing 314", "A 314-8 flew.", ["314-8"]),
    ("Boeing 314", "The 314 passengers left.", []),
    ("Boeing 314", "Orbex sold 314 ships.", []),
    ("Airbus A410", "The A410 airliner flew.", ["A410 airliner"]),
    ("Ford Marlin", "Focus groups like the Marlin.", ["Marlin"]),
    ("Ford Marlin", "The Marlin Hotel closed.", []),
    ("Dow Jones Industrial Average", "The Dow fell.", ["Dow"]),
    ("Dow Jones Industrial Average", "Dow Jones Newswires reported it.", []),
    ("Alder Air", "Alder Air flew. Alder was sold.", ["Alder Air", "Alder"]),
    ("Alder Air", "Alder was sold.", []),
    ("Alder Air", "Alder Air fell out of the air.", ["Alder Air"]),
    ("Associated Harbour Workers", "The AHW struck.", ["AHW"]),
    ("Bank of England", "The Bank of England met. The Bank cut rates.", ["Bank of England", "Bank"]),
    ("Kent Bank", "Kent Bank met the Bank of Italy. The Bank cut rates.", ["Kent Bank"]),
    ("Ana Mora", "President Mora resigned.", ["Mora"]),
    ("Ana Mora", "Peter Mora resigned.", []),
]


@pytest.mark.parametrize(("name", "text", "found"), SHORT, ids=str)
def test_short_forms(name, text, found):
    """A model's number, the opening of an index, a first word, an acronym, a head with a capital, a surname."""
    assert words_of(text, name) == found


DESCRIBED = [
    ("Boeing 314", "The Boeing 314 met an Airbus A410. The Airbus flew. The plane crashed.", ["Boeing 314", "plane"]),
    ("Airbus A410", "Orbex flew the A410. It bought a Boeing 314. The plane crashed.", ["A410"]),
    ("Alder Air", "Alder Air sued Corvane Airlines. The Kent-based airline lost.", ["Alder Air", "Kent-based airline"]),
    ("Alder Air", "Alder Air sued. Corvane Airlines won. The Kent-based airline rejoiced.", ["Alder Air"]),
    ("FTSE 40", "The Nikkei rose and the FTSE fell. Tokyo's main index had fallen.", ["FTSE"]),
    ("FTSE 40", "The FTSE fell. London's main index had risen.", ["FTSE", "'s main index"]),
    ("Orbex", "Orbex, the nation's largest shipbuilder, sank. The nation wept.", ["Orbex"]),
    ("Alder Air", "Alder Air rose. Corvane said its sales fell.", ["Alder Air"]),
    ("Alder Air", "Alder Air fell. Europe's oldest airline won.", ["Alder Air", "'s oldest airline"]),
    ("Airbus A410", "The A410 flew. The military transport plane sank.", ["A410", "military transport plane"]),
    ("Airbus A410", "The A410 flew. The crew left ship and plane.", ["A410"]),
    ("Sea Pearl", "The ferry Sea Pearl sank. The vessel was old.", ["Sea Pearl", "vessel"]),
    ("Nokia Ostra 920", "The Nokia Ostra 920 is new. She likes the Ostra.", ["Nokia Ostra 920", "Ostra"]),
    (
        "Bank of Japan",
        "The Bank of Japan met. The BOJ and Japan's central bank are one.",
        ["Bank of Japan", "BOJ", "Japan's central bank"],
    ),
    ("Orbex", "Orbex AG sank.", ["Orbex AG"]),
    ("Vega 3", "The Vega 3 flew. It is clear that he won.", ["Vega 3"]),
]


@pytest.mark.parametrize(("name", "text", "found"), DESCRIBED, ids=str)
def test_descriptions(name, text, found):
    """A description means the nearest thing of its kind, the subject of a sentence before its object."""
    assert words_of(text, name) == found
