"""The commands, and how they end."""

import sys

import click

from generator.cli.building import build, check, extract
from generator.cli.output import make_printable, say


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def dateline() -> None:
    """News articles in, a dated and sourced timeline site out.

    Put articles into seeds/, run `dateline build`, read site/, correct what is wrong by editing content/, and build again."""


for command in (build, extract, check):
    dateline.add_command(command)


def main() -> None:
    """Run the command line; Ctrl-C ends it without a trace."""
    make_printable()
    try:
        code = dateline.main(prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("", err=True)
        code = 130
    sys.exit(code)
