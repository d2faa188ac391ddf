"""From seeds/ to a site: the stages in their order, files at both ends."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from generator.engine import Engine, is_current
from generator.model.corpus import Corpus
from generator.pipeline.content import Content
from generator.pipeline.extraction import Extracted, extract
from generator.pipeline.listen import QUIET, Done, Listener
from generator.pipeline.lock import LockError, hold
from generator.pipeline.memory import Memory, files_read, is_only_ours, recall, remember, stamp
from generator.pipeline.renames import as_renamed, follow_articles
from generator.pipeline.seeds import Inbox, read_seeds
from generator.pipeline.site import draw, publish
from generator.pipeline.waiting import in_short, prepare, removed_seeds, unreadable_bases, waiting
from generator.problems import Problem
from generator.read.seeds import list_seeds
from generator.records.load import load_corpus
from generator.relate import relate
from generator.settings import Settings

Load = Callable[[Settings], tuple[Corpus, tuple[Problem, ...]]]


class Outcome(NamedTuple):
    """`done`: the articles extracted, `skipped` how many had not changed; `counts`: records of each kind, and pages; `files`:
    how many pages were written or removed. `built`: the site is there and up to date."""

    problems: tuple[Problem, ...]
    done: tuple[Done, ...] = ()
    skipped: int = 0
    counts: Mapping[str, int] = MappingProxyType({})
    files: int = 0
    built: bool = True


class Gathered(NamedTuple):
    """What the seeds and content/ hold after extraction. `extraction`: problems by article; `problems`: of the seeds and their
    extraction; `unread`: of content/."""

    corpus: Corpus
    extracted: Extracted
    extraction: dict[str, tuple[Problem, ...]]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def build(settings: Settings, engine: Engine | None = "mkdocs", listen: Listener = QUIET) -> Outcome:
    """Extract what is new, relate, draw, write, and have the engine make the site. No engine: the pages only."""
    memory, files = recall(settings), files_read(settings)
    if engine and memory.stamp == stamp(settings, files) and is_current(settings, engine):
        skipped = len(list_seeds(settings))
        return Outcome(memory.problems, skipped=skipped, counts=memory.counts)
    try:
        with hold(settings, listen):
            return _build(settings, engine, listen)
    except LockError as error:
        return Outcome((error.problem,), built=False)


def _build(settings: Settings, engine: Engine | None, listen: Listener) -> Outcome:
    memory, files = recall(settings), files_read(settings)
    gathered = gather(settings, listen, memory)
    after = files_read(settings)
    corpus, related = relate(gathered.corpus, settings)
    pages, broken = draw(corpus, settings, listen)
    changed, failed = publish(settings, pages, engine, listen) if pages else (0, ())
    problems = in_order((*gathered.problems, *gathered.unread, *related, *broken, *failed))
    done, skipped = gathered.extracted.done, gathered.extracted.skipped
    counts = _counts(corpus) | {"pages": len(pages)}
    built = bool(pages) and not failed
    known = stamp(settings, after) if built and engine and is_only_ours(files, after, settings, done) else ""
    remember(settings, Memory(known, problems, gathered.extraction, counts))
    return Outcome(problems, done, skipped, counts, changed, built)


def extract_all(settings: Settings, listen: Listener = QUIET, *, every: bool = False) -> Outcome:
    """Seeds to content/ and no further; every article again when `every`."""
    gathered = update(settings, listen, every=every)
    problems = in_order((*gathered.problems, *gathered.unread))
    return Outcome(problems, gathered.extracted.done, gathered.extracted.skipped, _counts(gathered.corpus))


def update(settings: Settings, listen: Listener = QUIET, *, every: bool = False, load: Load = load_corpus) -> Gathered:
    """Bring content/ up to date with the seeds, and remember what was said of each. `load` reads content/."""
    memory = recall(settings)
    gathered = gather(settings, listen, memory, every=every, load=load)
    remember(settings, msgspec.structs.replace(memory, extraction=gathered.extraction))
    return gathered


def check(settings: Settings, listen: Listener = QUIET) -> Outcome:
    """Read everything, write nothing."""
    corpus, unread = load_corpus(settings)
    content = Content(settings, corpus)
    inbox = _read(content, listen)
    related, found = relate(_with_texts(as_renamed(content, corpus), inbox), settings)
    still_open = (*in_short(waiting(content)), *unreadable_bases(settings))
    problems = in_order((*unread, *inbox.problems, *found, *still_open))
    return Outcome(problems, skipped=len(inbox.seeds), counts=_counts(related))


def gather(
    settings: Settings, listen: Listener, memory: Memory, *, every: bool = False, load: Load = load_corpus
) -> Gathered:
    """Read content/ and the seeds, and extract what is due; nothing where another process is at it."""
    try:
        with hold(settings, listen):
            return _gather(settings, listen, memory, every=every, load=load)
    except LockError as error:
        corpus, unread = load(settings)
        return Gathered(corpus, Extracted(corpus, (), 0), memory.extraction, (error.problem,), unread)


def _gather(settings: Settings, listen: Listener, memory: Memory, *, every: bool, load: Load) -> Gathered:
    unwritten = prepare(settings)
    corpus, unread = load(settings)
    content = Content(settings, corpus)
    unmoved = follow_articles(content)
    inbox = _read(content, listen)
    extracted = extract(content, inbox, listen, every=every)
    articles = {seed.article.id for seed in inbox.seeds}
    told = {article: problems for article, problems in memory.extraction.items() if article in articles}
    told |= {done.article: _of_seed(done) for done in extracted.done}
    said = (
        problem for problems in (*told.values(), *(done.problems for done in extracted.done)) for problem in problems
    )
    review, texts = waiting(content), _with_texts(extracted.corpus, inbox)
    found = msgspec.structs.replace(texts, review=review, broken=corpus.broken)
    lasting = (*(problem for problem in review if problem.level == "warning"), *removed_seeds(review))
    return Gathered(found, extracted, told, (*unwritten, *unmoved, *inbox.problems, *said, *lasting), unread)


def _of_seed(done: Done) -> tuple[Problem, ...]:
    """What is wrong in the article itself: true for as long as it stays the same. The rest is about this run."""
    return tuple(problem for problem in done.problems if problem.where.path == done.seed)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, by place and code."""
    return tuple(sorted(set(problems), key=lambda p: (p.where, p.code, p.message, p.level, p.hint)))


def _read(content: Content, listen: Listener) -> Inbox:
    listen.begins("Reading articles", len(list_seeds(content.settings)))
    return read_seeds(content, listen.step)


def _with_texts(corpus: Corpus, inbox: Inbox) -> Corpus:
    return msgspec.structs.replace(corpus, texts={seed.article.id: seed.article.text for seed in inbox.seeds})


def _counts(corpus: Corpus) -> dict[str, int]:
    kinds = ("events", "articles", "actors", "places", "outlets", "briefings")
    return {kind: len(getattr(corpus, kind)) for kind in kinds}
