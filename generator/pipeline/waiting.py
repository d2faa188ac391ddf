"""What in content/ waits for a person beside what the records say: differences with extraction, records whose seed is gone."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from generator.model.records import ArticleRecord, Event, Record
from generator.pipeline.content import Content, Key, key_of
from generator.problems import Problem, Where
from generator.records.base import read_base
from generator.records.files import HALF, cannot_write
from generator.records.former import former_ids
from generator.records.schema import write_schemas
from generator.records.telling import difference, left_whole, renamed_without_alias
from generator.records.unsettled import unsettled
from generator.settings import Settings


def prepare(settings: Settings) -> tuple[Problem, ...]:
    """Make content/ ready: the editors' schemas are written, and what a killed run left half written is removed."""
    try:
        for path in settings.content_dir.rglob(f".*{HALF}"):
            with suppress(FileNotFoundError):
                path.unlink()
        write_schemas(settings)
    except OSError as error:
        return (cannot_write(error, settings.root, settings.content),)
    return ()


def waiting(content: Content) -> tuple[Problem, ...]:
    """Everything that is still open, by article and file."""
    return (*_differences(content), *_without_seed(content))


def removed_seeds(review: Iterable[Problem]) -> Iterator[Problem]:
    """Of what is open, the articles whose file is gone: once each, without all that rests on them."""
    return (one for one in review if one.code == "seed-removed" and "/articles/" in one.where.path)


def in_short(review: Iterable[Problem]) -> Iterator[Problem]:
    """What is open, but of a removed seed only its article."""
    found = tuple(review)
    yield from (one for one in found if one.code != "seed-removed")
    yield from removed_seeds(found)


def unreadable_bases(settings: Settings) -> Iterator[Problem]:
    """What keeps articles from being extracted: bases that nobody can read. Differences of people's files are not looked at."""
    for path in sorted((settings.content_dir / ".extracted").glob("*.yml")):
        yield from read_base(settings, path.stem)[1]


def _differences(content: Content) -> Iterator[Problem]:
    settings = content.settings
    for article, glance in sorted(content.bases.items()):
        base, _ = read_base(settings, article) if glance.marked else (None, ())
        for below, entry in base.records.items() if base else ():
            one = unsettled(settings, article, below, entry)
            if one and one.text:
                if entry.said:
                    yield left_whole(settings, below, one.why)
                elif one.open:
                    yield difference(settings, one, one.open)
                there = former_ids(one.kind, one.mine or {})
                yield from renamed_without_alias(settings, below, (was for was in entry.was if was not in there))


def _without_seed(content: Content) -> Iterator[Problem]:
    """What rests on nothing but articles whose seed somebody has removed."""
    corpus, root = content.corpus(), content.settings.root
    gone = {key: one for key, one in corpus.articles.items() if one.seed and not (root / one.seed).is_file()}
    if not gone:
        return
    events = [event for event in corpus.events.values() if event.sources and gone.keys() >= event.sources.keys()]
    resting: list[Record] = [*gone.values(), *events, *_others(content, gone, events)]
    for record in resting:
        if record.status != "dismissed":
            yield _rests(record, gone, events)


def _others(content: Content, gone: dict[str, ArticleRecord], events: list[Event]) -> Iterator[Record]:
    """Actors, places and outlets that only these articles gave and only their records name."""
    own: list[Record] = [*gone.values(), *events]
    for article in gone:
        keys: list[Key] = (
            [key for below in content.bases[article].written if (key := key_of(below))]
            if article in content.bases
            else []
        )
        used = content.named_beside([ident for _, ident in keys], own)
        for key in keys:
            record = content.get(key)
            if record and key[0] not in ("events", "articles") and key[1] not in used:
                yield record


def _rests(record: Record, gone: dict[str, ArticleRecord], events: list[Event]) -> Problem:
    if isinstance(record, ArticleRecord):
        message = f"the file it was read from, {record.seed}, is not there any more"
        number = sum(record.id in event.sources for event in events)
        message += f"; {number} {'event rests' if number == 1 else 'events rest'} on nothing else" if number else ""
    else:
        message = "it rests only on articles whose files are not in seeds/ any more"
        if isinstance(record, Event):
            message += f": {', '.join(gone[article].seed for article in record.sources)}"
    hint = "bring the file back, name another source, set status: dismissed, or delete the record"
    return Problem(Where(record.where.path, 1), "info", "seed-removed", message, hint)
