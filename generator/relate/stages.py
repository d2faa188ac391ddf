"""The relating stages in their order. Each takes the corpus and the settings and returns the corpus with what it added."""

from collections.abc import Callable
from typing import NamedTuple

from generator.model.corpus import Corpus
from generator.problems import Problem
from generator.relate.checks import check_references
from generator.relate.conflicts import find_conflicts
from generator.relate.corroboration import count_outlets
from generator.relate.former import follow_former
from generator.relate.identity import find_duplicates
from generator.relate.names_taken import check_names
from generator.relate.related import relate_articles
from generator.relate.resolve import resolve_related
from generator.settings import Settings

Stage = Callable[[Corpus, Settings], tuple[Corpus, tuple[Problem, ...]]]


class Stages(NamedTuple):
    """One field a stage; the order of the fields is the order they run in."""

    former: Stage = follow_former
    references: Stage = check_references
    names: Stage = check_names
    resolve: Stage = resolve_related
    corroboration: Stage = count_outlets
    conflicts: Stage = find_conflicts
    duplicates: Stage = find_duplicates
    related: Stage = relate_articles


STAGES = Stages()


def relate(corpus: Corpus, settings: Settings) -> tuple[Corpus, tuple[Problem, ...]]:
    """Run every stage; the problems are those to print, `Corpus.review` holds what the review page shows."""
    problems: list[Problem] = []
    for stage in STAGES:
        corpus, found = stage(corpus, settings)
        problems.extend(found)
    return corpus, tuple(problems)
