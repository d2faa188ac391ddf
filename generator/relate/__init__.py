"""Corpus -> Corpus: what the records say about each other, and what a person should look at."""

from generator.relate.stages import STAGES, relate

__all__ = ["STAGES", "relate"]
