"""A small newsroom: four articles, a few records by people."""

import pytest

from generator.pipeline import extract_all
from generator.settings import Settings

SEEDS = {
    "2025-03-01-port.md": """---
title: Minister opens the new port of Aalborg
outlet: Harbour Gazette
published: 2025-03-01
---
Harbour Minister Ada Holm opened the port of Aalborg on Saturday. "The gates are open," Holm said.

Brigitta Larsen, head of the dockers' union, said that wages were too low. Larsen met Holm in Copenhagen on 27 February.
""",
    "2025-03-04-strike.md": """---
title: Dockers strike in Aalborg
outlet: Harbour Gazette
published: 2025-03-04
---
Dockers in Aalborg went on strike on Tuesday. Brigitta Larsen said the strike would last a week.

On 3 March, the company Nordkaj rejected the demands, its chief executive Tomas Berg said.
""",
    "2025-03-08-deal.txt": """Herald

Strike ends with a deal

8 March 2025

On 7 March, Brigitta Larsen and Tomas Berg signed an agreement in Copenhagen. Larsen called it "a good day for the port".

The strike ended on Saturday, Nordkaj said.
""",
    "2025-03-09-visit.md": """---
title: Denmark's prime minister visits Aalborg
outlet: Herald
published: 2025-03-09
---
Prime Minister Mette Frederiksen visited the port of Aalborg on Sunday. She praised the agreement of 7 March.

Tomas Berg said that Nordkaj would hire fifty people.
""",
}
CONFIG = "site_name: Port\ndocs_dir: build/docs\nsite_dir: site\n"


@pytest.fixture
def newsroom(tmp_path):
    """A function that makes a project of some seeds, written in the order given."""

    def make(name="project", seeds=tuple(SEEDS)):
        root = tmp_path / name
        (root / "content" / "outlets").mkdir(parents=True)
        (root / "seeds").mkdir()
        (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        (root / "content" / "outlets" / "herald.yml").write_text("name: Herald\nstatus: reviewed\n", encoding="utf-8")
        for seed in seeds:
            (root / "seeds" / seed).write_text(SEEDS[seed], encoding="utf-8")
        return Settings(root=root)

    return make


@pytest.fixture
def content():
    """A function that reads every file of content/ with its bytes."""

    def read(settings):
        folder = settings.content_dir
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    return read


@pytest.fixture
def seed_names():
    """The four articles in the order of their days."""
    return tuple(sorted(SEEDS))


@pytest.fixture
def room(newsroom):
    """A project of one article, extracted."""
    settings = newsroom(seeds=("2025-03-01-port.md",))
    extract_all(settings)
    return settings
