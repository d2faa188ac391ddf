"""A small project, and the command run on it."""

import pytest
from click.testing import CliRunner

from generator.cli.app import dateline

ARTICLE = """---
title: Minister opens the new port of Aalborg
outlet: Harbour Gazette
published: 2025-03-01
---
Harbour Minister Ada Holm opened the port of Aalborg on Saturday. "The gates are open," Holm said.
"""


@pytest.fixture
def project(tmp_path):
    """A folder with one article and no records."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Port\ndocs_dir: build/docs\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "port.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run():
    """Run `dateline` with some arguments in this process; the result has exit_code, stdout and stderr."""

    def run_command(*arguments):
        return CliRunner().invoke(dateline, [str(argument) for argument in arguments], catch_exceptions=False)

    return run_command
