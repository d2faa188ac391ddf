"""Measure extraction on public corpora that are not part of the project.

    python benchmarks/extraction.py --data DIR [--set timebank] [--set aquaint] [--set polnear] [--set timelines]
        [--half odd] [--errors]

DIR holds `timex-dev/TimeBank` and `timex-dev/AQUAINT` (TempEval-3 training data, TimeML), `quotes-dev` (PolNeAR, texts and
brat stand-off) and `actor-timelines-dev` (SemEval-2015 Task 4, Track B). Figures below benchmarks/floors.yml end the run with
status 1, and so does a set that is not there.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

from scoring import dates, quotes, timelines  # noqa: E402 - the path comes first

PARTS = {None: slice(None), "odd": slice(0, None, 2), "even": slice(1, None, 2)}


class Result(NamedTuple):
    """What to print, and the figures that have floors."""

    report: str
    figures: dict[str, float]


class Corpus(NamedTuple):
    """A set: its folder below DIR, a file pattern by which it is known to be there, and how it is measured."""

    folder: str
    files: str
    measure: Callable[[Path, argparse.Namespace], Result]


def main() -> int:
    """Measure the sets asked for; 1 when one is below a floor or not there."""
    options = _options()
    floors = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))
    failed = [
        _failed(name, options, floors[name]) for name in options.set or SETS
    ]  # each is measured, whatever came before
    return int(any(failed))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure extraction on public corpora.")
    parser.add_argument(
        "--data", required=True, type=Path, help="folder that holds timex-dev/, quotes-dev/ and the rest"
    )
    parser.add_argument("--set", action="append", choices=[*SETS], help="which set; all by default")
    parser.add_argument("--half", choices=["odd", "even"], help="every other document only; floors do not count")
    parser.add_argument("--type", default="DATE", help="TIMEX3 type that counts; an empty one takes all")
    parser.add_argument("--errors", action="store_true", help="print what differs from the gold (dates, timelines)")
    return parser.parse_args()


def _failed(name: str, options: argparse.Namespace, floors: dict[str, float]) -> bool:
    corpus = SETS[name]
    folder = options.data / corpus.folder
    if not any(folder.glob(corpus.files)):
        print(f"{name}: no data: expected {corpus.files} in {folder}")
        return True
    result = corpus.measure(folder, options)
    print(f"{name}: {result.report}")
    below = {key: low for key, low in floors.items() if result.figures[key] < low}
    if options.half or options.type != "DATE":
        return False
    for key, low in below.items():
        print(f"{name}: {key} {result.figures[key]} is below its floor {low}")
    return bool(below)


def _dates(folder: Path, options: argparse.Namespace) -> Result:
    documents = dates.read_documents(folder)[PARTS[options.half]]
    results, seconds = dates.annotate(documents)
    counts = dates.score(results, options.type)
    figures = {key: round(counts.f1(getattr(counts, key)), 1) for key in ("strict", "relaxed", "value", "notation")}
    figures["documents_per_second"] = _rate(len(documents), seconds)
    if options.errors:
        print(*dates.errors(results, options.type), sep="\n")
    said = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items())
    return Result(f"{len(documents)} documents, {counts.gold} gold, {counts.found} found; {said}", figures)


def _quotes(folder: Path, options: argparse.Namespace) -> Result:
    part = PARTS[options.half]
    documents = len(sorted((folder / "text").glob("*.txt"))[part])
    started = time.process_time()
    rows = quotes.score_quotes(folder, part=part)
    rate = _rate(documents, time.process_time() - started)
    figures = {row.group: round(row.f1, 1) for row in rows}
    figures |= {f"{row.group}_speaker": round(row.speakers, 1) for row in rows}
    said = f"{documents} documents; documents per second {rate}, scoring included\n{quotes.table(rows)}"
    return Result(said, figures | {"documents_per_second": rate})


def _timelines(folder: Path, options: argparse.Namespace) -> Result:
    documents = timelines.read_documents(folder)[PARTS[options.half]]
    keys = {event.key for document in documents for event in document.events} if options.half else None
    gold = timelines.read_timelines(folder, keys)
    found = timelines.annotated(documents)
    rows = timelines.score(found, gold, timelines.by_participation)
    trivial = timelines.score(found, gold, timelines.by_sentence)
    if options.errors:
        print(*timelines.errors(found, gold), sep="\n")
    every = timelines.total(rows)
    figures = {
        "f1": round(every.relations.f1, 1),
        "mentions": round(100 * every.mentions.f1, 1),
        "dated": round(100 * every.dated.f1, 1),
    }
    return Result(f"{len(documents)} documents\n{timelines.table(rows, trivial)}", figures)


def _rate(documents: int, seconds: float) -> int:
    return round(documents / seconds) if seconds else 0


SETS = {
    "timebank": Corpus("timex-dev/TimeBank", "*.tml", _dates),
    "aquaint": Corpus("timex-dev/AQUAINT", "*.tml", _dates),
    "polnear": Corpus("quotes-dev", "text/*.txt", _quotes),
    "timelines": Corpus("actor-timelines-dev", "corpus_trackB_CAT/*.xml", _timelines),
}


if __name__ == "__main__":
    sys.exit(main())
