"""Who held which office on the day."""

import pytest

from generator.model.dates import parse_edtf
from generator.model.records import Actor, Office
from generator.relate.roles import office_on

ACTOR = Actor(
    "x",
    "X",
    offices=(
        Office("Minister", from_=parse_edtf("2024-05"), to=parse_edtf("2025-01-20")),
        Office("Mayor", to=parse_edtf("2024-02-01")),
    ),
)


@pytest.mark.parametrize(
    ("when", "held"),
    [
        ("2024-06-01", [("Minister", True)]),
        ("2024-05-10", [("Minister", False)]),
        ("2025-01-20", [("Minister", True)]),
        ("2025-01-21", []),
        ("../2024-06-01", [("Minister", True)]),
        ("2024", [("Minister", False), ("Mayor", False)]),
        ("2023-01-01", [("Mayor", True)]),
        ("", []),
    ],
)
def test_offices_by_day(when, held):
    """A coarse bound allows but does not settle; an unknown date says nothing."""
    assert [(office.title, certain) for office, certain in office_on(ACTOR, parse_edtf(when))] == held
