"""Seeds to content/, one article after the other: read with what is known, extract, save, and let content/ grow by it."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.extract.annotate import Annotations, annotate
from generator.extract.context import Known
from generator.model.corpus import Corpus
from generator.pipeline.content import Content
from generator.pipeline.drafts import drafted_anew, drafts_of
from generator.pipeline.due import is_due
from generator.pipeline.listen import QUIET, Done, Listener
from generator.pipeline.renames import with_renamed
from generator.pipeline.seeds import Inbox, Seed
from generator.problems import Problem, Where
from generator.records.base import Base, read_base
from generator.records.store import Saved, save


class Extracted(NamedTuple):
    """`corpus` with all that was saved. `done`: the articles that were extracted; `skipped`: how many had not changed."""

    corpus: Corpus
    done: tuple[Done, ...]
    skipped: int


def extract(content: Content, inbox: Inbox, listen: Listener = QUIET, *, every: bool = False) -> Extracted:
    """Extract the seeds that are due; all of them when `every`."""
    position = {seed.article.id: index for index, seed in enumerate(inbox.seeds)}
    due = [seed for seed in inbox.seeds if every or is_due(content, seed)]
    listen.begins("Extracting", len(due))
    done = []
    for seed in due:
        done.append(_one(content, seed, position))
        listen.done(done[-1])
        listen.step()
    return Extracted(content.corpus(), tuple(done), len(inbox.seeds) - len(due))


def _one(content: Content, seed: Seed, position: Mapping[str, int]) -> Done:
    """Extract and save one article. With a base that cannot be read nothing is done."""
    article = seed.article
    base, problems = read_base(content.settings, article.id)
    problems = problems or (_renamed(content, seed) if base is None else ())
    if problems:
        return Done(article.id, article.where.path, Saved(), (), problems, failed=True)
    base = with_renamed(content, base) if base else None
    found, problems = _annotate(seed, content.known_to(article.id, position))
    if found is None and problems:
        return Done(article.id, article.where.path, Saved(), (), problems, failed=True)
    saved, unsaved = _save(content, seed, found, base, position)
    new, unread = content.take_in(article.id, saved)
    failed = saved == Saved() and any(problem.level == "error" for problem in unsaved)
    return Done(article.id, article.where.path, saved, new, (*problems, *unsaved, *unread), failed)


def _renamed(content: Content, seed: Seed) -> tuple[Problem, ...]:
    """A problem where a person has renamed the article's record: all that was extracted goes by its earlier id, and would be
    written a second time."""
    for earlier in content.bases:
        if content.get(("articles", earlier)) is None:
            base, _ = read_base(content.settings, earlier)
            entry = base.records.get(f"articles/{earlier}.yml") if base else None
            if entry and entry.record.get("digest") == seed.article.digest:
                where = Where(f"{content.settings.content}/articles/{seed.article.id}.yml", 1)
                message = f"expected this article under its id {earlier}, by which its events name it"
                hint = f"rename the file back to {earlier}.yml; nothing was extracted"
                return (Problem(where, "error", "article-renamed", message, hint),)
    return ()


def _annotate(seed: Seed, known: Known) -> tuple[Annotations | None, tuple[Problem, ...]]:
    if seed.dismissed:
        return None, ()
    try:
        found = annotate(seed.article, known)
    except Exception as error:  # noqa: BLE001 - whatever one article meets must not stop the others
        what = f"extraction failed: {type(error).__name__}: {error}"
        hint = "nothing was changed for this article; please report it with the file"
        return None, (Problem(Where(seed.article.where.path), "error", "extraction-failed", what, hint),)
    return found, found.problems


def _save(
    content: Content, seed: Seed, found: Annotations | None, base: Base | None, position: Mapping[str, int]
) -> tuple[Saved, tuple[Problem, ...]]:
    article = seed.article.id
    bare, edited = content.without_edited(article, position, base)
    anew = drafted_anew(seed, _annotate(seed, bare)[0] if edited else None, bare, edited)
    drafts = drafts_of(seed, found, content.known_to(article, position), base, anew)
    kept = [draft for draft in drafts if not content.was_deleted(article, draft.record)]
    beside = content.beside(article, seed.article.text)
    return save(content.settings, article, kept, base, key=seed.key, beside=beside)
