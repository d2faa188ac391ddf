"""Single articles, looked at without touching content/."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.extract.annotate import Annotations, annotate
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.pipeline.content import Content
from generator.pipeline.desk import Desk
from generator.pipeline.year import year_hint
from generator.problems import Problem
from generator.records.load import load_corpus
from generator.settings import Settings


class Inspected(NamedTuple):
    """What was found in the file at `path`; `found` is `None` where it holds no article, and the problems say why."""

    path: Path
    found: Annotations | None
    problems: tuple[Problem, ...]


def inspect(paths: Sequence[Path], settings: Settings | None, published: PartialDate | None) -> Iterator[Inspected]:
    """Extract each file with what the project knows; without `settings` there is none. `published`: the day to take where a
    file states none."""
    corpus, _ = load_corpus(settings) if settings else (Corpus(), ())
    content = Content(settings or Settings(root=Path.cwd()), corpus, with_bases=settings is not None)
    by_seed = {record.seed: record for record in corpus.articles.values() if record.seed}
    desk = Desk(content, tuple(content.by_people().outlets.values()), published=published)
    first = [desk.read(path, by_seed.get(desk.shown(path))) for path in paths]
    desk = desk._replace(hint=year_hint(content, [one.article for one in first if one.article]))
    for one in map(desk.dated, first):
        article = one.article
        found = annotate(article, content.known_to(article.id, {article.id: 0})) if article else None
        yield Inspected(one.path, found, (*one.problems, *(found.problems if found else ())))
