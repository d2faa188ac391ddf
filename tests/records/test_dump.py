"""Records written and read again."""

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.dates import UNKNOWN, parse_edtf
from generator.model.records import Citation, Event, Figure, Quote
from generator.problems import NOWHERE
from generator.records.dump import dump
from generator.records.formats import FORMATS
from generator.records.load import parse_record
from generator.records.shape import KINDS, Choice, Date, Group, Key, Kind, Listing, Mapping, Shape, Text, group

WORDS = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["no", "1e3", "- x", "a: b", " x ", 'it\'s "so"', "a\nb\n", "2025", "~"]
)
SAMPLES = {
    "number": "-46.675",
    "url": "https://example.org/a?b=c#d",
    "time": "09:30 +02:00",
    "wikidata": "Q42",
    "country": "GB",
}
SAMPLES |= {"language": "en", "day": "2025-03-14", "address": "images/a.jpg"}
DATES = [
    "2025-02-18",
    "2025-02",
    "2025",
    "199X",
    "2025-02-18~",
    "2025-02-14/2025-02-16",
    "../2025-02-18",
    "2022-02-24/..",
    "XXXX-09-03",
]


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Values of the model that a shape can hold."""
    match shape:
        case Text():
            return st.just(SAMPLES[shape.format]) if shape.format in FORMATS else WORDS
        case Choice():
            return st.sampled_from([value for value in shape.values if value])
        case Date():
            return st.sampled_from(DATES).map(parse_edtf)
        case Listing():
            return st.lists(values(shape.item), max_size=3).map(tuple)
        case Mapping():
            return st.dictionaries(WORDS, values(shape.value), max_size=3)
        case Group():
            return structs(shape)


def structs(shape: Group, **fixed: Any) -> st.SearchStrategy[Any]:
    """Values of a group: its needed fields, and any of the others."""
    needed = {key.field: filled(key) for key in shape.keys if key.needed}
    others = {key.field: values(key.shape) for key in shape.keys if not key.needed}
    required = {field.name for field in msgspec.structs.fields(shape.type) if field.required}
    needed |= {name: others.pop(name) for name in required & others.keys()}
    return st.fixed_dictionaries(needed, optional=others).map(lambda fields: shape.type(**fields, **fixed))


def filled(key: Key) -> st.SearchStrategy[Any]:
    """A value with more than spaces where one is needed."""
    return values(key.shape).filter(lambda value: not isinstance(value, str) or value.strip())


RECORDS = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), structs(group(kind.type), id="an-id")))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_round_trip(made: tuple[Kind, Any]) -> None:
    """Every record of any text reads back to the same value without a problem, and is written the same again."""
    kind, record = made
    text = dump(record, f"{kind.folder}/an-id.yml")
    again, problems = parse_record(text, f"content/{kind.folder}/an-id.yml", kind)
    assert not problems
    assert msgspec.structs.replace(again, where=NOWHERE) == record
    assert dump(again, f"{kind.folder}/an-id.yml") == text


def test_the_style_of_an_event() -> None:
    """The keys stand in the order of docs/records.md, empty ones are left out, the first line leads to the schema."""
    event = Event(
        id="x",
        title="Talks: nearly five hours",
        date=parse_edtf("../2025-02-18"),
        date_basis="inferred",
        type="talks",
        time="14:30",
        actors={"marco-rubio": "agent", "no": "counterpart"},
        places=("riyadh",),
        quotes=(Quote("sergey-lavrov", "abnormal period", "partial"),),
        figures=(Figure("5", unit="hour"), Figure("1,998")),
        sources={"a": Citation(("One.", "Two.")), "b": Citation(("Only one.",)), "c": Citation()},
    )
    assert dump(event, "events/2025/x.yml") == (
        "# yaml-language-server: $schema=../../.schema/event.json\n"
        "date: ../2025-02-18\n"
        "date_basis: inferred\n"
        'time: "14:30"\n'
        'title: "Talks: nearly five hours"\n'
        "type: talks\n"
        "actors:\n  marco-rubio: agent\n"
        '  "no": counterpart\n'
        "places:\n  - riyadh\n"
        "quotes:\n  - speaker: sergey-lavrov\n    text: abnormal period\n    kind: partial\n"
        'figures:\n  - value: 5\n    unit: hour\n  - value: "1,998"\n'
        "sources:\n  a:\n    quote:\n      - One.\n      - Two.\n  b:\n    quote: Only one.\n  c: {}\n"
        "status: extracted\n"
    )


def test_an_unknown_date_keeps_its_key() -> None:
    """The key stays, so that a person sees what to fill in."""
    assert "\ndate:\n" in dump(Event(id="x", title="Talks", date=UNKNOWN), "events/undated/x.yml")
