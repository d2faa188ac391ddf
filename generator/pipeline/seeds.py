"""The articles of the inbox, read with what people recorded of them, each with the id it keeps, in the order of their days."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from generator.extract.annotate import VERSION
from generator.model.records import ArticleRecord
from generator.model.text import Article
from generator.pipeline.content import Content
from generator.pipeline.desk import Desk, Reading
from generator.pipeline.year import year_hint
from generator.problems import Problem, Where
from generator.read.seeds import list_seeds, seed_problems
from generator.records.base import extraction_key
from generator.records.ids import free_id

_RESERVED = "index"  # the page of a folder


class Seed(NamedTuple):
    """`article` as people's corrections leave it, `unaided` as the file alone gives it. `dismissed`: a person wants nothing
    from it."""

    article: Article
    unaided: Article
    dismissed: bool = False

    @property
    def key(self) -> str:
        """A digest of all its extraction depends on beside content/."""
        return extraction_key(self.article, f"{VERSION} {'dismissed' if self.dismissed else self.article.where.path}")


class Inbox(NamedTuple):
    """The seeds in the order they are extracted in, and what is wrong with any."""

    seeds: tuple[Seed, ...]
    problems: tuple[Problem, ...]


def read_seeds(content: Content, advance: Callable[[], None] = lambda: None) -> Inbox:
    """Read every seed. `advance` is called after each."""
    articles = content.corpus().articles
    by_seed = {record.seed: record for record in sorted(articles.values(), key=lambda r: r.id, reverse=True)}
    desk = Desk(content, tuple(content.by_people().outlets.values()))
    first = []
    for path in list_seeds(content.settings):
        first.append(desk.read(path, by_seed.get(desk.shown(path))))
        advance()
    desk = desk._replace(hint=year_hint(content, [one.article for one in first if one.article]))
    found = [desk.dated(one) for one in first]
    claimed, doubles = _claim(desk, found, articles)
    seeds = [seed for one in claimed if (seed := _seed(desk, one))]
    unread = (one for one in found if one.article is None)
    problems = (problem for one in (*claimed, *unread) for problem in one.problems)
    return Inbox(tuple(sorted(seeds, key=_order)), (*seed_problems(content.settings), *problems, *doubles))


def _order(seed: Seed) -> tuple[date, str]:
    return seed.article.published.anchor or date.max, seed.article.where.path


def _seed(desk: Desk, one: Reading) -> Seed | None:
    unaided = desk.unaided(one)
    if one.article is None or unaided is None:
        return None
    return Seed(one.article, unaided, one.record is not None and one.record.status == "dismissed")


def _claim(
    desk: Desk, found: Iterable[Reading], articles: Mapping[str, ArticleRecord]
) -> tuple[list[Reading], list[Problem]]:
    """Each file once, with an id of its own: the record that names a seed owns the id; a second article of the same name gets
    the first of -2, -3 that is free, in the order of the paths."""
    by_owner = sorted(found, key=lambda one: (one.record is None, one.shown))
    paths = {one.shown for one in by_owner}
    taken = {_RESERVED, *(record.id for record in articles.values() if record.seed in paths)}
    moved = {record.digest: record for record in articles.values() if record.digest and record.seed not in paths}
    first: dict[str, str] = {}
    claimed: list[Reading] = []
    doubles: list[Problem] = []
    for one in by_owner:
        if one.article is None:
            continue
        digest = one.article.digest
        if digest in first:
            doubles.append(_double(one.shown, first[digest]))
            continue
        first[digest] = one.shown
        claimed.append(
            one if one.record else _named(desk, one, moved.get(digest) or articles.get(one.article.id), taken)
        )
        taken.add(claimed[-1].given.id or one.article.id)
    return claimed, doubles


def _named(desk: Desk, one: Reading, record: ArticleRecord | None, taken: AbstractSet[str]) -> Reading:
    """With the record of the same file under another path, or of its own id, unless another seed has it; else under an id
    that is free."""
    if record and record.id not in taken:
        return desk.dated(desk.read(one.path, record))
    wanted = one.article.id if one.article else ""
    name = free_id(wanted, taken.__contains__)
    return one if name == wanted else desk.again(one._replace(given=ArticleRecord(name), problems=()))


def _double(second: str, first: str) -> Problem:
    message = f"expected an article of its own, found the same file as {first}; it is left out"
    return Problem(Where(second), "warning", "seed-duplicate", message, "delete one of the two")
