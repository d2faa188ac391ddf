"""The commands, and how they end."""

import os
import sys
from pathlib import Path

import click

from generator.cli.accepting import accept
from generator.cli.adding import add
from generator.cli.annotating import annotate
from generator.cli.building import build, check, extract
from generator.cli.making import new
from generator.cli.output import make_printable, say
from generator.cli.serving import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def dateline() -> None:
    """News articles in, a dated and sourced timeline site out.

    Put articles into seeds/, run `dateline build`, read site/, correct what is wrong by editing content/, and build again."""


for command in (build, serve, check, extract, accept, annotate, add, new):
    dateline.add_command(command)


def main() -> None:
    """Run the command line; Ctrl-C ends it without a trace."""
    make_printable()
    try:
        code = dateline.main(prog_name="dateline", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = error.exit_code
    except click.ClickException as error:
        say(f"Error: {error.format_message()}{_help(error)}", err=True)
        code = error.exit_code
    except BrokenPipeError:  # whoever reads the output has seen enough
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the interpreter closes it at its end
        code = 1
    except OSError as error:
        say(f"Error: {_shown(error.filename)}: {error.strerror or error}", err=True)
        code = 1
    except (click.Abort, KeyboardInterrupt):
        say("", err=True)
        code = 130
    sys.exit(code)


def _shown(name: object) -> str:
    """A file as it is called from here."""
    path = Path(str(name or "a file"))
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _help(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" (see {context.command_path} --help)" if context else ""
