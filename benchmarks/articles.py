"""Measure extraction on the blind articles of tests/golden/articles/.

    python benchmarks/articles.py --half dev|held|short [--errors] [--each]

Rules are developed on `dev`; `held` is only measured, so for it no errors and no figures of single articles are printed.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "tests" / "golden" / "articles"
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

from scoring.articles import Score, score, total  # noqa: E402
from scoring.gold import read_gold  # noqa: E402

from generator.extract.annotate import annotate, as_tree  # noqa: E402 - the path comes first
from generator.extract.context import Known  # noqa: E402
from generator.model.dates import parse_edtf  # noqa: E402
from generator.read.read import read_article  # noqa: E402


def main() -> int:
    """Print the figures of one half."""
    options = _options()
    if options.half == "held" and (options.errors or options.each):
        print("held: only its figures are printed; look at errors with --half dev")
        return 2
    scores = {path.name.removesuffix(".gold.yaml"): _measure(path) for path in _gold(options.half)}
    for name, one in scores.items():
        if options.errors:
            print(*(f"{name}\t{line}" for line in one.errors), sep="\n")
        if options.each:
            print(f"{name}: " + ", ".join(f"{key} {count.f1:.2f}" for key, count in one.counts.items()))
    print(f"{options.half}: {len(scores)} articles", *_lines(total(scores.values())), sep="\n")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure extraction on the blind articles.")
    parser.add_argument("--half", required=True, choices=["dev", "held", "short"])
    parser.add_argument("--errors", action="store_true", help="events missed, false or wrongly dated, one a line")
    parser.add_argument("--each", action="store_true", help="the figures of every article")
    return parser.parse_args()


def _gold(half: str) -> list[Path]:
    return sorted((ARTICLES / half).glob("*.gold.yaml"))


def _measure(gold_path: Path) -> Score:
    gold = read_gold(gold_path)
    return score(_tree(_article_beside(gold_path), str(gold["published"])), gold)


def _article_beside(gold_path: Path) -> Path:
    stem = gold_path.name.removesuffix(".gold.yaml")
    return next(path for path in gold_path.parent.glob(f"{stem}.*") if path != gold_path)


def _tree(path: Path, published: str) -> dict[str, Any]:
    article, problems = read_article(path, path.parent, published=parse_edtf(published))
    if article is None:
        raise SystemExit("\n".join(str(one) for one in problems))
    return as_tree(annotate(article, Known()))


def _lines(one: Score) -> list[str]:
    width = max(len(name) for name in (*one.counts, *one.shares))
    rows = [
        f"  {name:{width}}  F1 {count.f1:.3f}  ({count.hits} right of {count.gold} expected, {count.found} found)"
        for name, count in one.counts.items()
    ]
    shares = [
        f"  {name:{width}}     {hits / of if of else 0:.3f}  ({hits} of {of})"
        for name, (hits, of) in one.shares.items()
    ]
    return [*rows, *shares]


if __name__ == "__main__":
    sys.exit(main())
