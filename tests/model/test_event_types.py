"""The event types a reader sees."""

import re
from pathlib import Path

from generator.model.event_types import event_type, event_types

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_every_type_is_whole():
    """Each has a drawing in the templates and a known root code, or none."""
    icons = (Path(__file__).parents[2] / "site_templates/macros/icons.html").read_text(encoding="utf-8")
    drawn = set(re.findall(r'^  "([a-z-]+)":', icons, re.MULTILINE))
    for kind in event_types().values():
        assert kind.icon in drawn, kind.id
        assert kind.plover in PLOVER | {""}, kind.id


def test_an_unknown_type_keeps_its_name():
    """A page is not lost for a type nobody has listed yet."""
    assert event_type("bake-off").label == "Bake off"
    assert event_type("bake-off").group == "other"
