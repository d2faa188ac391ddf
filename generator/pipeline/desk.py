"""Reading one seed with what content/ holds of it."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.model.dates import PartialDate
from generator.model.records import ArticleRecord, Outlet
from generator.model.text import Article
from generator.pipeline.content import Content
from generator.pipeline.corrections import PUBLICATION, corrections
from generator.problems import NOWHERE, Problem
from generator.read.inference import YearHint
from generator.read.read import read_article

_NONE = ArticleRecord("")


class Reading(NamedTuple):
    """One seed as read. `shown`: its path from the root. `record`: what content/ holds of it; `given`: what of that a person
    set, with the id."""

    path: Path
    shown: str
    record: ArticleRecord | None
    given: ArticleRecord
    article: Article | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_unaided(self) -> bool:
        """True when a person has set nothing."""
        return msgspec.structs.replace(self.given, id="", where=NOWHERE, former_ids=()) == _NONE


class Desk(NamedTuple):
    """What every reading is given: `outlets` that people know, what tells a year from a text, and the day to take where a file
    states none."""

    content: Content
    outlets: tuple[Outlet, ...]
    hint: YearHint | None = None
    published: PartialDate | None = None

    def shown(self, path: Path) -> str:
        """The path from the root; the name alone of a file outside it."""
        root = self.content.settings.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name

    def read(self, path: Path, record: ArticleRecord | None) -> Reading:
        """Read a seed with what people recorded of it."""
        given, problems = corrections(self.content, record) if record else (_NONE, ())
        return self.again(Reading(path, self.shown(path), record, given, None, problems))

    def again(self, one: Reading, given: ArticleRecord | None = None) -> Reading:
        """Read it once more, with `given` in place of what a person set."""
        root, known = self.content.settings.root, given or one.given
        article, problems = read_article(one.path, root, known, self.published, self.hint, outlets=self.outlets)
        return one._replace(article=article, problems=(*one.problems, *problems))

    def dated(self, one: Reading) -> Reading:
        """The same once more, when it has no day: with what the offices of the people it names tell of the year; failing that,
        with what was assumed when it was read before, which stays until something better is known."""
        if not _is_undated(one):
            return one
        fresh = one._replace(problems=())
        found = self.again(fresh)
        if not _is_undated(found) or one.record is None or not one.record.published.edtf:
            return found
        assumed = {name: getattr(one.record, name) for name in PUBLICATION}
        return self.again(fresh, msgspec.structs.replace(one.given, **assumed))

    def unaided(self, one: Reading) -> Article | None:
        """The article as the file alone gives it, under its id. A day that a person set was never an assumption of ours."""
        if one.is_unaided or one.article is None:
            return one.article
        bare = one._replace(given=ArticleRecord(one.article.id, where=one.given.where))
        return self.dated(self.again(bare if not one.given.published.edtf else bare._replace(record=None))).article


def _is_undated(one: Reading) -> bool:
    return one.article is not None and one.article.published_basis == "unknown"
