"""The `dateline` command, and the only printer."""

from generator.cli.app import main

__all__ = ["main"]
