"""What a person set in the record of an article, told apart from what the program wrote there."""

from typing import Any

import msgspec

from generator.model.records import ArticleRecord
from generator.pipeline.content import Content
from generator.problems import Problem
from generator.records.base import Glance, read_base
from generator.records.emit import emit
from generator.records.load import parse_record
from generator.records.shape import BY_NAME

PUBLICATION = ("published", "published_time", "published_basis", "published_note")  # one statement


def corrections(content: Content, record: ArticleRecord) -> tuple[ArticleRecord, tuple[Problem, ...]]:
    """The record with only the fields that a person set or changed, so that a better reading of the file can replace the
    rest; its id stays."""
    base = content.bases.get(record.id, Glance())
    below = record.where.path.removeprefix(f"{content.settings.content}/")
    if below not in base.written:
        return record, ()
    bare = ArticleRecord(record.id, where=record.where)
    if content.is_unedited(record, base.written[below]):
        return bare, ()
    full, problems = read_base(content.settings, record.id)
    if full is None:
        return record, problems
    written = _written(full.records[below].record, record.where.path)
    return (msgspec.structs.replace(bare, **_changed(record, written)) if written else record), ()


def _written(tree: dict[str, Any], path: str) -> ArticleRecord | None:
    found, _ = parse_record(emit(tree), path, BY_NAME["article"])
    return found if isinstance(found, ArticleRecord) else None


def _changed(record: ArticleRecord, written: ArticleRecord) -> dict[str, Any]:
    names = {name for name in record.__struct_fields__ if getattr(record, name) != getattr(written, name)}
    if not names.isdisjoint(PUBLICATION):
        names.update(PUBLICATION)
    return {name: getattr(record, name) for name in names - {"id", "where", "former_ids"}}
