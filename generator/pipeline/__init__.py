"""The whole story: seeds and content/ in, records, pages and a site out.

`build.py` tells it: `seeds.py` reads the inbox, `extraction.py` lets `content.py` grow article by article, `relate` and the
views make pages of it, `site.py` writes them and calls the engine, `memory.py` leaves out what has not changed.
"""

from generator.pipeline.build import Gathered, Outcome, build, check, extract_all, update
from generator.pipeline.inspect import Inspected, inspect
from generator.pipeline.listen import QUIET, Done, Listener

__all__ = [
    "QUIET",
    "Done",
    "Gathered",
    "Inspected",
    "Listener",
    "Outcome",
    "build",
    "check",
    "extract_all",
    "inspect",
    "update",
]
