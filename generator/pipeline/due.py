"""Which articles are to be extracted again."""

from generator.pipeline.content import Content
from generator.pipeline.renames import has_renamed
from generator.pipeline.seeds import Seed
from generator.records.base import BaseRecord, read_base
from generator.records.files import read_text
from generator.records.load import kind_at
from generator.records.reconcile import reconcile


def is_due(content: Content, seed: Seed) -> bool:
    """True for a seed that is new or has changed, for one of which people have renamed a record, and for one that has news for
    a file which was broken and is mended."""
    base = content.bases.get(seed.article.id)
    if base is None or base.key != seed.key:
        return True
    return has_renamed(content, seed.article.id) or (base.waiting and _takes_news(content, seed.article.id))


def _takes_news(content: Content, article: str) -> bool:
    base, _ = read_base(content.settings, article)
    return base is not None and any(
        _is_mended(content, below, entry) for below, entry in base.records.items() if entry.said
    )


def _is_mended(content: Content, below: str, entry: BaseRecord) -> bool:
    """True when a file can take by now what the machine says and could not write."""
    kind, text = kind_at(below), read_text(content.settings.content_dir / below, below)[0]
    fresh = BaseRecord(entry.sha256, entry.sentences, entry.said)
    return kind is not None and bool(text) and not reconcile(kind, text or "", entry, fresh).why
