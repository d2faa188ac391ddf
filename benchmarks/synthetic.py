"""Projects of any size with records that mean nothing, the same at each run."""

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
WORDS = re.findall(
    r"\w+",
    "talks minister president security guarantees ceasefire border trade court ruling budget vote army energy gas"
    " sanctions summit leader foreign defence aid peace deal region port bank strike union harvest flood verdict",
)
TYPES = ("statement", "meeting", "visit", "decision", "agreement")


def write_project(root: Path, size: int) -> Path:
    """A project of `size` events and as many other records as such a corpus has; returns the record to edit."""
    for name in ("mkdocs.yml", "site_templates"):
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        root.mkdir(parents=True, exist_ok=True)
        copy(REPOSITORY / name, root / name)
    (root / "seeds").mkdir()
    chance = random.Random(size)
    actors, places, outlets = max(20, size // 40), max(10, size // 100), 20
    for kind, number, extra in (("actors", actors, "kind: person\n"), ("places", places, ""), ("outlets", outlets, "")):
        for n in range(number):
            write(root / "content" / kind / f"{kind[:-1]}-{n}.yml", f"name: {phrase(chance, 2).title()} {n}\n{extra}")
    first = date(2022, 1, 1)
    for n in range(size):
        day = first + timedelta(days=chance.randrange(1200))
        path = root / "content" / "events" / str(day.year) / f"{day}-event-{n}.yml"
        write(path, event(chance, day, n, (actors, places, outlets)))
    return path


def event(chance: random.Random, day: date, number: int, world: tuple[int, int, int]) -> str:
    """A record with two or three actors, a place, a quotation and one to three sources."""
    actors, places, outlets = world
    who = chance.sample(range(actors), 3)
    roles = "".join(
        f"  actor-{n}: {role}\n" for n, role in zip(who, ("speaker", "counterpart", "spoken_of"), strict=True)
    )
    sources = "".join(source(chance, day, f"{number}-{n}", outlets) for n in range(chance.randint(1, 3)))
    return (
        f"date: {day}\ndate_basis: stated\ntitle: {phrase(chance, 9).capitalize()} {number}\nsummary: {phrase(chance, 20)}\n"
        f"type: {chance.choice(TYPES)}\nactors:\n{roles}places:\n  - place-{chance.randrange(places)}\n"
        f"quotes:\n  - speaker: actor-{who[0]}\n    text: {phrase(chance, 18)}\nsources:\n{sources}status: reviewed\n"
    )


def source(chance: random.Random, day: date, key: str, outlets: int) -> str:
    """One citation."""
    return (
        f"  source-{key}:\n    quote: {phrase(chance, 24).capitalize()}.\n    outlet: outlet-{chance.randrange(outlets)}\n"
        f"    url: https://example.org/{key}\n    published: {day}\n    title: {phrase(chance, 7)}\n"
    )


def phrase(chance: random.Random, length: int) -> str:
    """Words in no order."""
    return " ".join(chance.choices(WORDS, k=length))


def write(path: Path, text: str) -> None:
    """Write, making the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
