"""Dateline: news articles in, a dated and sourced timeline site out. Start reading at `pipeline/build.py`."""

__version__ = "0.1.0"
