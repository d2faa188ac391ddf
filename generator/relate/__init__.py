"""Corpus -> Corpus: what the records say about each other, and what a person should look at."""
