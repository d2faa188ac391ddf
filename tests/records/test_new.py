"""The text a new record starts from."""

from pathlib import Path

import pytest

from generator.model.dates import DateError
from generator.model.records import Event
from generator.records.load import parse_record
from generator.records.new import new_record
from generator.records.shape import BY_NAME, group
from generator.settings import Settings


@pytest.mark.parametrize("kind", BY_NAME)
def test_a_new_record_loads(kind: str, tmp_path: Path) -> None:
    """Every key stands there with its words and an example, and the text is valid as it is."""
    path, text = new_record(Settings(root=tmp_path), kind, "Talks: what is said", "2025-02-18")
    record, problems = parse_record(text, path.relative_to(tmp_path).as_posix(), BY_NAME[kind])
    assert not problems
    assert record
    for key in group(BY_NAME[kind].type).keys:
        assert f"\n{key.name}:" in text
        assert f"\n# {key.says[:40]}" in text


def test_an_event_is_prefilled(tmp_path: Path) -> None:
    """Id and folder come from date and title, and what else is known stands at its key."""
    settings = Settings(root=tmp_path)
    path, text = new_record(settings, "event", "Talks in Riyadh", "../2025-02-18", {"places": ["riyadh"]})
    assert path == tmp_path / "content/events/2025/by-2025-02-18-talks-in-riyadh.yml"
    event, _ = parse_record(text, "content/events/2025/x.yml", BY_NAME["event"])
    assert isinstance(event, Event)
    assert (event.title, str(event.date), event.places) == ("Talks in Riyadh", "../2025-02-18", ("riyadh",))
    assert (event.date_basis, event.status) == ("stated", "reviewed")


@pytest.mark.parametrize(
    ("kind", "date", "given", "name"),
    [
        ("event", "", {}, "events/undated/undated-joses-visit"),
        ("event", "2025-02", {}, "events/2025/2025-02-joses-visit"),
        ("article", "2025-02-18", {"outlet": "reuters"}, "articles/reuters-2025-02-18-joses-visit"),
        ("briefing", "2025-02-18", {}, "briefings/2025-02-18-joses-visit"),
        ("outlet", "", {}, "outlets/joses-visit"),
    ],
)
def test_names(kind: str, date: str, given: dict, name: str, tmp_path: Path) -> None:
    """Each kind has its way to a file name."""
    path, _ = new_record(Settings(root=tmp_path), kind, "José’s Visit", date, given)
    assert path == tmp_path / f"content/{name}.yml"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Where there is a record of that id, in whatever folder, there is no new one."""
    settings = Settings(root=tmp_path)
    path, text = new_record(settings, "event", "Talks", "2025-02-18")
    elsewhere = path.parents[1] / "2024" / path.name
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_text(text, encoding="utf-8")
    with pytest.raises(FileExistsError, match="content/events/2024/2025-02-18-talks"):
        new_record(settings, "event", "Talks", "2025-02-18")


def test_a_wrong_date_is_refused(tmp_path: Path) -> None:
    """The error says what was expected."""
    with pytest.raises(DateError, match="2025-02 has 28 days"):
        new_record(Settings(root=tmp_path), "event", "Talks", "2025-02-30")
