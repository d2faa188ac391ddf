"""Measure extraction on public corpora that are not part of the project.

    python benchmarks/extraction.py --data DIR [--set timebank] [--set aquaint] [--type DATE] [--errors]

DIR holds `timex-dev/TimeBank` and `timex-dev/AQUAINT` (TempEval-3 training data). Figures below benchmarks/floors.yml end
the run with status 1.
"""

import argparse
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

from scoring import dates  # noqa: E402 - the path comes first


def main() -> int:
    """Print a line for each set; 1 when one is below its floor or its data is missing."""
    options = _options()
    floors = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))
    failed = False
    for name in options.set or [*dates.SETS]:
        folder = Path(options.data) / "timex-dev" / dates.SETS[name]
        if not folder.is_dir():
            print(f"{name}: no data: expected TimeML files in {folder}")
            failed = True
            continue
        failed |= _measure(name, folder, options, floors.get("dates", {}).get(name, {}))
    return int(failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure extraction on public corpora.")
    parser.add_argument("--data", required=True, help="folder that holds timex-dev/")
    parser.add_argument("--set", action="append", choices=[*dates.SETS], help="which set; all by default")
    parser.add_argument("--type", default="DATE", help="TIMEX3 type that counts; an empty one takes all")
    parser.add_argument("--half", choices=["odd", "even"], help="every other document only")
    parser.add_argument("--errors", action="store_true", help="print what differs from the gold")
    return parser.parse_args()


def _measure(name: str, folder: Path, options: argparse.Namespace, floor: dict[str, float]) -> bool:
    documents = dates.read_documents(folder)
    documents = documents[options.half == "even" :: 2] if options.half else documents
    results, seconds = dates.annotate(documents)
    counts = dates.score(results, options.type)
    figures = {key: round(counts.f1(getattr(counts, key)), 1) for key in ("strict", "relaxed", "value")}
    figures["documents_per_second"] = round(len(documents) / seconds) if seconds else 0
    if options.errors:
        print(*dates.errors(results, options.type), sep="\n")
    print(f"{name}: {len(documents)} documents, {counts.gold} gold, {counts.found} found;", _in_words(figures))
    below = (
        {} if options.half or options.type != "DATE" else {key: low for key, low in floor.items() if figures[key] < low}
    )
    for key, low in below.items():
        print(f"{name}: {key} {figures[key]} is below its floor {low}")
    return bool(below)


def _in_words(figures: dict[str, float]) -> str:
    return ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items())


if __name__ == "__main__":
    sys.exit(main())
