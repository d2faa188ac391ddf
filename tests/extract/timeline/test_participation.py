"""Who takes part in what an event word tells."""

import pytest

from generator.model.mentions import Span

PEOPLE = [
    ("Ana Mora opened the plant in Leeds.", ["opened"]),
    ("The board sacked Ana Mora.", ["sacked"]),
    ("Ana Mora was praised by Peter Groen.", ["praised"]),
    ("Peter Groen was praised by Ana Mora.", ["praised"]),
    ("Ana Mora spoke first. Then she left the room.", ["spoke", "left"]),
    ("During the trial Ana Mora wept.", ["wept"]),
    ("In 1986 Ana Mora bought a mill.", ["bought"]),
    ("Peter Groen, a friend of Ana Mora, resigned.", []),
    ("A lawyer for Ana Mora resigned.", []),
    ("Ana Mora closed the mill, and later sold the land.", ["closed", "sold"]),
    ("The mill, which Ana Mora bought, burned down.", ["bought"]),
    ("“I resigned,” said Ana Mora.", ["resigned", "said"]),
    ("Peter Groen met Ana Mora, who is ill.", ["met", "is"]),
    ("Peter Groen became head of the bank of Ana Mora.", []),
    ("Peter Groen met friends of Ana Mora.", []),
]


@pytest.mark.parametrize(("text", "words"), PEOPLE, ids=[text for text, _ in PEOPLE])
def test_people(text, words, moments_of):
    """Doers, those it is done to and owners take part; who stands behind a preposition or in an aside does not."""
    assert sorted(word for word, _, _ in moments_of(text, "Ana Mora")) == sorted(words)


THINGS = [
    ("Orbex launched the Vega 3 in May.", ["launched"]),
    ("Orbex praised the Vega 3 engine.", []),
    ("Vega 3 has a new engine. It weighs two tonnes.", ["has", "weighs"]),
    ("Orbex tested the Vega 3. The Vega failed.", ["tested", "failed"]),
    ("Orbex tested the Vega 3. The original Vega failed.", ["tested"]),
    ("Orbex tested its Vega 3 rocket. The new rocket failed.", ["failed", "tested"]),
    ("The Vega 3 failed, and a ferry sank. The ferry burned.", ["failed"]),
    ("In Leeds the Vega 3 failed.", ["failed"]),
    ("Most of the Vega 3 burned.", ["burned"]),
    ("The Vega 3 was built as a toy and sold ten years ago.", ["built", "sold"]),
    ("Orbex sold nine Vega 3 the next day.", ["sold"]),
]


@pytest.mark.parametrize(("text", "words"), THINGS, ids=[text for text, _ in THINGS])
def test_things(text, words, moments_of):
    """A thing is found by its name, its name without the number, what the text calls it, and "it"."""
    assert sorted(word for word, _, _ in moments_of(text, "Vega 3")) == sorted(words)


BODIES = [
    ("Boeing shares fell.", []),
    ("Lind bought a Boeing 314.", []),
    ("Lind bought an Airbus A410. Boeing sank.", ["sank"]),
    ("Boeing Chairman Ada Lind resigned.", []),
    ("Boeing said it sank.", ["said", "sank"]),
    ("Under his rule the Boeing firm grew.", []),
]


@pytest.mark.parametrize(("text", "words"), BODIES, ids=[text for text, _ in BODIES])
def test_bodies(text, words, moments_of):
    """A body that only qualifies another thing takes no part in what that does."""
    assert sorted(word for word, _, _ in moments_of(text, "Boeing")) == sorted(words)


NAMES = [
    ("Alpine Bank", "Alpine Savings Bank closed in May.", ["closed"]),
    ("Old Town Museum", "The Town Museum closed in May.", ["closed"]),
    ("Old Town Museum", "The museum of Leeds closed in May.", []),
    ("Steve Holm", "Steve Holm spoke. Steve thanked the crew.", ["spoke", "thanked"]),
    ("Steve Holm", "Steve Holm met Steve Brand. Steve thanked the crew.", ["met"]),
]


@pytest.mark.parametrize(("name", "text", "words"), NAMES, ids=[text for _, text, _ in NAMES])
def test_names(name, text, words, moments_of):
    """A name may have one word more or lack its first, and a given name alone is enough where one person bears it."""
    assert sorted(word for word, _, _ in moments_of(text, name)) == sorted(words)


WORDS = [
    ("Ana Mora's resignation shocked the town.", "resignation", True),
    ("The mayor regretted the resignation of Ana Mora.", "resignation", True),
    ("Ana Mora announced her resignation.", "resignation", True),
    ("Ana Mora announced Peter Groen's resignation.", "resignation", False),
    ("Peter Groen regretted Ana Mora's third term of sick leave.", "leave", True),
    ("Ana Mora ended the talks by walking out.", "walking", True),
    ("Peter Groen asked Ana Mora to resign.", "resign", True),
    ("Ana Mora smiled, saying the firm has lost money.", "saying", True),
    ("The ships sold by Ana Mora sank.", "sold", True),
    ("A spokesman for chief executive Ana Mora resigned.", "resigned", False),
]


@pytest.mark.parametrize(("text", "word", "takes_part"), WORDS, ids=[text for text, _, _ in WORDS])
def test_given_words(text, word, takes_part, moments_of):
    """Nouns have owners, and doers through their verb; verb forms that are not finite share the subject of their clause."""
    span = Span(text.index(word), text.index(word) + len(word))
    assert bool(moments_of(text, "Ana Mora", events=(span,))) == takes_part
