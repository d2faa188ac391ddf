"""Corpus -> page models: plain data, one for each page of the site."""
