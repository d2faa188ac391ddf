"""From saving a record to its page in a browser: `dateline serve` on synthetic projects, with headless Chromium.

    python benchmarks/preview.py --sizes 1000 10000 [--edits 5]

For each size the title of one event is changed several times while its page is open; what is told is the time on the clock
until the page shows it (median and worst), and the CPU seconds of the program for each edit.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright
from synthetic import write_project

ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]


class Served(NamedTuple):
    """`dateline serve` under way, and where it shows the site."""

    process: subprocess.Popen[str]
    address: str


def main() -> None:
    """Measure and print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    parser.add_argument("--edits", type=int, default=5)
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="dateline-preview-") as folder:
            clocks, cpu = measure(Path(folder) / "project", size, options.edits)
        middle, worst = statistics.median(clocks), max(clocks)
        print(f"{size:,} events: {middle:.2f} s median, {worst:.2f} s worst, {cpu:.2f} CPU s an edit", flush=True)


def measure(project: Path, size: int, edits: int) -> tuple[list[float], float]:
    """Seconds on the clock of each edit, and CPU seconds of the program for one."""
    record = write_project(project, size)
    served = serve(project)
    try:
        with sync_playwright() as playwright:
            chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
            page = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS).new_page()
            page.goto(f"{served.address}events/{record.stem}.html")
            before = cpu_seconds(served.process.pid)
            clocks = [edit(record, page, f"Edit number {number}") for number in range(edits)]
            return clocks, (cpu_seconds(served.process.pid) - before) / edits
    finally:
        served.process.terminate()
        served.process.wait(timeout=60)


def serve(project: Path) -> Served:
    """The command, once it shows the site and its first whole build is done."""
    command = [sys.executable, "-u", "-m", "generator.cli", "serve", "--root", str(project), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = ""
    assert process.stdout is not None
    for line in process.stdout:
        address = address or next(iter(re.findall(r"http://\S+/", line)), "")
        if "its search are up to date" in line:
            break
    return Served(process, address)


def edit(record: Path, page: Page, title: str) -> float:
    """Save the record under a new title; seconds until the open page shows it."""
    text = re.sub(r"^title: .*", f"title: {title}", record.read_text(encoding="utf-8"), flags=re.MULTILINE)
    started = time.perf_counter()
    record.write_text(text, encoding="utf-8")
    page.wait_for_selector(f"h1:has-text('{title}')", timeout=60_000)
    return time.perf_counter() - started


def cpu_seconds(pid: int) -> float:
    """User and system seconds of a process so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
