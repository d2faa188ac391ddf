"""Measure timelines of one actor or thing on the blind articles of tests/golden/timelines/.

    python benchmarks/timelines.py [--half odd|even] [--errors]

Rules were developed on the articles of odd numbers; those of even ones are only measured, so their errors are not printed.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "tests" / "golden" / "timelines"
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

from scoring import timelines  # noqa: E402 - the path comes first
from scoring.blind_timelines import read_groups  # noqa: E402 - the path comes first

HALVES = {None: None, "odd": 1, "even": 0}


def main() -> int:
    """Print a row for each target of each group."""
    options = _options()
    if options.errors and options.half != "odd":
        print("only the errors of --half odd are printed")
        return 2
    rows, trivial = [], []
    for group in read_groups(ARTICLES, HALVES[options.half]):
        read = timelines.annotated(group.documents)
        rows += timelines.score(read, group.gold, timelines.by_participation)
        trivial += timelines.score(read, group.gold, timelines.by_sentence)
        if options.errors:
            print(*timelines.errors(read, group.gold), sep="\n")
    print(timelines.table(rows, trivial))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure timelines of one actor or thing on the blind articles.")
    parser.add_argument("--half", choices=["odd", "even"], help="the articles of odd or of even numbers only")
    parser.add_argument("--errors", action="store_true", help="print what differs from the gold")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
