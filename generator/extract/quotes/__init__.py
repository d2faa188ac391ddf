"""Quotations and attributed speech: marks, reporting verbs, speakers, and the words attributed."""

from generator.extract.quotes.find import find_quotes

__all__ = ["find_quotes"]
